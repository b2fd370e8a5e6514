namespace SenSupport.Pdf.Writing;

/// <summary>The tree of pages (ISO 32000-1, 7.7.3): one node for a short document, for a long one a node for every hundred pages.</summary>
internal sealed class PageTree(PdfWriter writer)
{
    private const int InANode = 100;
    private readonly List<int> _here = [];
    private readonly List<(int Id, int Count)> _nodes = [];
    private int _root;
    private int _node;

    /// <summary>Returns the number for a further page and that of its parent.</summary>
    public (int Page, int Parent) Add()
    {
        if (_here.Count == InANode)
        {
            Close(_root = _root == 0 ? writer.Reserve() : _root);
        }

        if (_here.Count == 0)
        {
            _node = writer.Reserve();
        }

        _here.Add(writer.Reserve());
        return (_here[^1], _node);
    }

    /// <summary>Writes what is left and returns the number of the root.</summary>
    public int Finish()
    {
        if (_root == 0)
        {
            Close(null);
            return _node;
        }

        Close(_root);
        var body = new ByteBuilder().Append("<</Type/Pages/Count "u8).Append(_nodes.Sum(n => n.Count)).Append("/Kids["u8);
        _nodes.ForEach(n => body.Reference(n.Id).Append((byte)' '));
        writer.Add(_root, body.Append("]>>"u8));
        return _root;
    }

    private void Close(int? parent)
    {
        var body = new ByteBuilder().Append("<</Type/Pages/Count "u8).Append(_here.Count).Append("/Kids["u8);
        _here.ForEach(id => body.Reference(id).Append((byte)' '));
        body.Append("]"u8);
        if (parent is { } above)
        {
            body.Append("/Parent "u8).Reference(above);
        }

        writer.Add(_node, body.Append(">>"u8));
        _nodes.Add((_node, _here.Count));
        _here.Clear();
    }
}
