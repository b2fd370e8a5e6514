using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Structure;

/// <summary>
/// Writes the tree of tags, and the parent tree that leads back from each page's marks and each annotation (ISO 32000-1, 14.7.4.4).
/// Parts that are finished are written early and forgotten; the parent tree needs one number for each page and annotation.
/// </summary>
internal sealed class StructureTree(PdfWriter writer, StructureNode document)
{
    private readonly int _root = writer.Reserve();
    private readonly List<int> _pages = [];
    private readonly List<int> _parents = [];
    private readonly List<(string Name, int Id)> _names = [];
    private readonly ByteBuilder _body = new(1024);

    /// <summary>Object numbers of the pages so far.</summary>
    public IReadOnlyList<int> Pages => _pages;

    /// <summary>Begins a page and returns its key in the parent tree.</summary>
    public int StartPage(int page)
    {
        _pages.Add(page);
        _parents.Add(0);
        return _parents.Count - 1;
    }

    /// <summary>Ends a page; <paramref name="owners"/> are the nodes of its marks by their numbers.</summary>
    public void EndPage(int key, IReadOnlyList<StructureNode> owners)
    {
        _body.Clear();
        _body.Append("["u8);
        foreach (var owner in owners)
        {
            _body.Reference(Number(owner)).Append((byte)' ');
        }

        _parents[key] = writer.Add(_body.Append("]"u8));
    }

    /// <summary>The key in the parent tree of an annotation that hangs below a node.</summary>
    public int Key(StructureNode owner)
    {
        _parents.Add(Number(owner));
        return _parents.Count - 1;
    }

    /// <summary>Writes a node to which nothing will be added any more, with all below it.</summary>
    public void Seal(StructureNode node)
    {
        if (node.Parent is { } parent && !node.IsEmpty)
        {
            WriteNode(node, Number(parent));
            parent.Forget(node);
        }
    }

    /// <summary>Writes the rest and returns the object number of the root.</summary>
    public int Finish()
    {
        WriteNode(document, _root);
        var parents = SearchTree.Write(writer, _parents.Count, (to, i) => to.Append(i), (to, i) => to.Reference(_parents[i]), isByNumber: true);
        var body = new ByteBuilder().Append("<</Type/StructTreeRoot/K["u8).Reference(document.Id).Append("]/ParentTree "u8).Reference(parents)
            .Append("/ParentTreeNextKey "u8).Append(_parents.Count);
        if (_names.Count > 0)
        {
            _names.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            var names = SearchTree.Write(writer, _names.Count, (to, i) => to.AppendText(_names[i].Name), (to, i) => to.Reference(_names[i].Id), isByNumber: false);
            body.Append("/IDTree "u8).Reference(names);
        }

        writer.Add(_root, body.Append(">>"u8));
        return _root;
    }

    private int Number(StructureNode node) => node.Id != 0 ? node.Id : node.Id = writer.Reserve();

    private void WriteNode(StructureNode node, int parent)
    {
        _body.Clear();
        _body.Append("<</Type/StructElem/S/"u8).Append(node.Type).Append("/P "u8).Reference(parent);
        var page = -1;
        foreach (var kid in node.Kids)
        {
            if (kid.Child is null && kid.Page >= 0)
            {
                page = kid.Page;
                _body.Append("/Pg "u8).Reference(_pages[page]);
                break;
            }
        }

        if (node.Alternative is { } alternative)
        {
            _body.Append("/Alt"u8).AppendText(alternative);
        }

        if (node.Language is { } language)
        {
            _body.Append("/Lang"u8).AppendText(language);
        }

        if (node.Name is { } name)
        {
            _body.Append("/ID"u8).AppendText(name);
            _names.Add((name, Number(node)));
        }

        if (node.Attributes is { } attributes)
        {
            _body.Append("/A"u8).Append(attributes);
        }

        _body.Append("/K["u8);
        foreach (var kid in node.Kids)
        {
            if (kid.Child is { } child)
            {
                if (child.IsEmpty)
                {
                    continue;
                }

                _body.Reference(Number(child));
            }
            else if (kid.IsWritten)
            {
                _body.Reference(kid.Number);
            }
            else if (kid.Number < 0)
            {
                _body.Append("<</Type/OBJR/Pg "u8).Reference(_pages[kid.Page]).Append("/Obj "u8).Reference(-kid.Number).Append(">>"u8);
            }
            else if (kid.Page == page)
            {
                _body.Append(kid.Number);
            }
            else
            {
                _body.Append("<</Type/MCR/Pg "u8).Reference(_pages[kid.Page]).Append("/MCID "u8).Append(kid.Number).Append(">>"u8);
            }

            _body.Append((byte)' ');
        }

        writer.Add(Number(node), _body.Append("]>>"u8));
        foreach (var kid in node.Kids)
        {
            if (kid.Child is { IsEmpty: false } child)
            {
                WriteNode(child, node.Id);
            }
        }
    }
}
