namespace SenSupport.Pdf;

/// <summary>Composes a document from runs of pages.</summary>
public sealed class DocumentComposer
{
    private DocumentStyle _style = new();

    internal DocumentComposer()
    {
    }

    internal DocumentInfo? About { get; private set; }

    internal DocumentStyle Look => _style;

    /// <summary>The runs of pages, each composed when its turn comes.</summary>
    internal List<IEnumerable<Action<PageComposer>>> Sections { get; } = [];

    /// <summary>Says what the document is; every document has to.</summary>
    /// <exception cref="ArgumentException">Its language is none.</exception>
    public DocumentComposer Info(DocumentInfo info)
    {
        DocumentInfo.RequireLanguage(info.Language);
        About = info;
        return this;
    }

    /// <summary>Sets the look; before the first page.</summary>
    /// <exception cref="InvalidOperationException">Pages have been composed already.</exception>
    public DocumentComposer Style(DocumentStyle style)
    {
        if (Sections.Count > 0)
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

    /// <summary>Adds a run of pages. It is composed when the pages before it are written.</summary>
    public DocumentComposer Page(Action<PageComposer> compose)
    {
        Sections.Add([compose]);
        return this;
    }

    /// <summary>Adds a run of pages for each item; items are asked for and pages composed one by one, so that there may be any number.</summary>
    public DocumentComposer Pages<T>(IEnumerable<T> items, Action<PageComposer, T> compose)
    {
        ArgumentNullException.ThrowIfNull(items);
        Sections.Add(items.Select(item => (Action<PageComposer>)(page => compose(page, item))));
        return this;
    }
}
