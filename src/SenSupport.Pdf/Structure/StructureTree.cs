using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Structure;

/// <summary>Writes the tree of tags and the parent tree that leads back from the marks on each page (ISO 32000-1, 14.7.4.4).</summary>
internal static class StructureTree
{
    /// <summary>Returns the object number of the root; <paramref name="marks"/> holds for each page the owner of every mark.</summary>
    public static int Write(PdfWriter writer, StructureNode document, IReadOnlyList<int> pageIds, IReadOnlyList<List<StructureNode>> marks)
    {
        var root = writer.Reserve();
        Number(writer, document);
        var body = new ByteBuilder(1024);
        WriteNode(writer, document, root, pageIds, body);

        body.Clear();
        body.Append("<</Nums["u8);
        for (var page = 0; page < marks.Count; page++)
        {
            body.Append(page).Append("["u8);
            foreach (var node in marks[page])
            {
                body.Reference(node.Id).Append((byte)' ');
            }

            body.Append("]"u8);
        }

        var parentTree = writer.Reserve();
        writer.Add(parentTree, body.Append("]>>"u8));
        body.Clear();
        writer.Add(root, body.Append("<</Type/StructTreeRoot/K["u8).Reference(document.Id).Append("]/ParentTree "u8).Reference(parentTree)
            .Append("/ParentTreeNextKey "u8).Append(marks.Count).Append(">>"u8));
        return root;
    }

    private static void Number(PdfWriter writer, StructureNode node)
    {
        node.Id = writer.Reserve();
        foreach (var kid in node.Kids)
        {
            if (kid.Child is { IsEmpty: false } child)
            {
                Number(writer, child);
            }
        }
    }

    private static void WriteNode(PdfWriter writer, StructureNode node, int parent, IReadOnlyList<int> pageIds, ByteBuilder body)
    {
        body.Clear();
        body.Append("<</Type/StructElem/S/"u8).Append(node.Type).Append("/P "u8).Reference(parent);
        var page = node.Kids.FirstOrDefault(k => k.Child is null, new StructureNode.Kid(null, -1, 0)).Page;
        if (page >= 0)
        {
            body.Append("/Pg "u8).Reference(pageIds[page]);
        }

        if (node.Alternative is { } alternative)
        {
            body.Append("/Alt"u8).AppendText(alternative);
        }

        if (node.Attributes is { } attributes)
        {
            body.Append("/A"u8).Append(attributes);
        }

        body.Append("/K["u8);
        foreach (var kid in node.Kids)
        {
            if (kid.Child is not null)
            {
                if (!kid.Child.IsEmpty)
                {
                    body.Reference(kid.Child.Id);
                }
            }
            else if (kid.Page == page)
            {
                body.Append(kid.Mark);
            }
            else
            {
                body.Append("<</Type/MCR/Pg "u8).Reference(pageIds[kid.Page]).Append("/MCID "u8).Append(kid.Mark).Append(">>"u8);
            }

            body.Append((byte)' ');
        }

        writer.Add(node.Id, body.Append("]>>"u8));
        foreach (var kid in node.Kids)
        {
            if (kid.Child is { IsEmpty: false } child)
            {
                WriteNode(writer, child, node.Id, pageIds, body);
            }
        }
    }
}
