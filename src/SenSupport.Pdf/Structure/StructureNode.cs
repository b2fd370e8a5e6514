namespace SenSupport.Pdf.Structure;

/// <summary>
/// An element of the structure tree (ISO 32000-1, 14.7.2): what a piece of the document is, in reading order. Children are added
/// while composing; the marks on pages that hold its content while painting.
/// </summary>
internal sealed class StructureNode(string type)
{
    private readonly List<Kid> _kids = [];

    /// <summary>Standard structure type: <c>P</c>, <c>H1</c>, <c>TD</c>…</summary>
    public string Type { get; } = type;

    /// <summary>Words for those who cannot see the content.</summary>
    public string? Alternative { get; init; }

    /// <summary>Attribute dictionaries, ready to be written.</summary>
    public string? Attributes { get; set; }

    public StructureNode? Parent { get; private set; }

    public IReadOnlyList<Kid> Kids => _kids;

    /// <summary>Object number, given when the tree is written.</summary>
    public int Id { get; set; }

    /// <summary>Cells count even when they hold nothing: without them the table's columns would shift.</summary>
    public bool IsEmpty => Type is not ("TD" or "TH") && _kids.All(k => k.Child is { IsEmpty: true });

    public StructureNode Add(StructureNode child)
    {
        child.Parent = this;
        _kids.Add(new Kid(child, 0, 0));
        return child;
    }

    public StructureNode Add(string type, string? attributes = null) => Add(new StructureNode(type) { Attributes = attributes });

    public void AddMark(int page, int mark) => _kids.Add(new Kid(null, page, mark));

    /// <summary>A child, or the mark of content on a page.</summary>
    internal readonly record struct Kid(StructureNode? Child, int Page, int Mark);
}
