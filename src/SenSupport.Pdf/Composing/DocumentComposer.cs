namespace SenSupport.Pdf;

/// <summary>Composes a document from runs of pages.</summary>
public sealed class DocumentComposer
{
    private Composition? _composition;
    private DocumentStyle _style = new();

    internal DocumentComposer()
    {
    }

    internal DocumentInfo? About { get; private set; }

    internal Composition Composition => _composition ??= new Composition(_style);

    internal List<PageComposer> Pages { get; } = [];

    /// <summary>Says what the document is; every document has to.</summary>
    public DocumentComposer Info(DocumentInfo info)
    {
        About = info;
        return this;
    }

    /// <summary>Sets the look; before the first page.</summary>
    /// <exception cref="InvalidOperationException">Pages have been composed already.</exception>
    public DocumentComposer Style(DocumentStyle style)
    {
        if (_composition is not null)
        {
            throw new InvalidOperationException("Set the document's style before its first page.");
        }

        _style = style;
        return this;
    }

    internal Action<IReadOnlyList<int>>? Missing { get; private set; }

    /// <summary>Has a log told of the characters that no font has: their code points, each once and in order. A box stands in their place, and each copies out as itself.</summary>
    public DocumentComposer OnMissingCharacters(Action<IReadOnlyList<int>> warn)
    {
        Missing = warn;
        return this;
    }

    /// <summary>Adds a run of pages.</summary>
    public DocumentComposer Page(Action<PageComposer> compose)
    {
        var page = new PageComposer(Composition);
        compose(page);
        Pages.Add(page);
        return this;
    }
}
