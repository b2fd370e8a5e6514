namespace SenSupport.Pdf.Writing;

/// <summary>Writes name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): sorted keys with their values, in leaves once there are many.</summary>
internal static class SearchTree
{
    private const int InALeaf = 256;

    /// <summary>Returns the object number of the tree's root; <paramref name="key"/> and <paramref name="value"/> append those of an index.</summary>
    public static int Write(PdfWriter writer, int count, Action<ByteBuilder, int> key, Action<ByteBuilder, int> value, bool isByNumber)
    {
        var entries = isByNumber ? "/Nums["u8 : "/Names["u8;
        var body = new ByteBuilder(1024);
        if (count <= InALeaf)
        {
            return writer.Add(Leaf(body.Append("<<"u8), entries, 0, count));
        }

        var root = new ByteBuilder(1024).Append("<</Kids["u8);
        for (var start = 0; start < count; start += InALeaf)
        {
            var end = Math.Min(count, start + InALeaf);
            body.Clear();
            key(body.Append("<</Limits["u8), start);
            key(body.Append((byte)' '), end - 1);
            root.Reference(writer.Add(Leaf(body.Append("]"u8), entries, start, end))).Append((byte)' ');
        }

        return writer.Add(root.Append("]>>"u8));

        ByteBuilder Leaf(ByteBuilder to, ReadOnlySpan<byte> name, int start, int end)
        {
            to.Append(name);
            for (var i = start; i < end; i++)
            {
                key(to, i);
                value(to.Append((byte)' '), i);
                to.Append((byte)' ');
            }

            return to.Append("]>>"u8);
        }
    }
}
