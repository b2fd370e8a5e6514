namespace SenSupport.Pdf.Structure;

/// <summary>
/// An element of the structure tree (ISO 32000-1, 14.7.2): what a piece of the document is, in reading order. Children are added
/// while composing; the marks on pages that hold its content while painting.
/// </summary>
internal sealed class StructureNode(string type)
{
    private readonly List<Kid> _kids = [];
    private int _place;

    /// <summary>Standard structure type: <c>P</c>, <c>H1</c>, <c>TD</c>…</summary>
    public string Type { get; } = type;

    /// <summary>Words for those who cannot see the content.</summary>
    public string? Alternative { get; init; }

    /// <summary>Language of the content as a BCP 47 tag, where it differs from what stands around it.</summary>
    public string? Language { get; init; }

    /// <summary>Attribute dictionaries, ready to be written.</summary>
    public string? Attributes { get; set; }

    /// <summary>The name by which cells refer to this heading of theirs.</summary>
    public string? Name { get; set; }

    public StructureNode? Parent { get; private set; }

    public IReadOnlyList<Kid> Kids => _kids;

    /// <summary>Object number, 0 until something refers to it.</summary>
    public int Id { get; set; }

    /// <summary>Cells count even when they hold nothing: without them the table's columns would shift.</summary>
    public bool IsEmpty => Type is not ("TD" or "TH") && _kids.All(k => k.Child is { IsEmpty: true });

    public StructureNode Add(StructureNode child)
    {
        child.Parent = this;
        child._place = _kids.Count;
        _kids.Add(new Kid(child, 0, 0));
        return child;
    }

    public StructureNode Add(string type, string? attributes = null) => Add(new StructureNode(type) { Attributes = attributes });

    public void AddMark(int page, int mark) => _kids.Add(new Kid(null, page, mark));

    public void AddAnnotation(int page, int annotation) => _kids.Add(new Kid(null, page, -annotation));

    /// <summary>Keeps of a child that was written to the file only its number.</summary>
    public void Forget(StructureNode child) => _kids[child._place] = new Kid(null, -1, child.Id);

    /// <summary>
    /// A child; or a mark on a page; or, with a negative number, an annotation there; or, on no page, the number of a child that has been written.
    /// Kept this small because a long table's body has a hundred thousand.
    /// </summary>
    internal readonly record struct Kid(StructureNode? Child, int Page, int Number)
    {
        public bool IsWritten => Child is null && Page < 0;
    }
}
