using System.Security.Cryptography;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Fonts;

/// <summary>Writes a subset into a file as a composite font (ISO 32000-1, 9.7) whose codes are the subset's glyph numbers.</summary>
internal static class FontWriter
{
    /// <summary>Adds the font under the object number that the pages' resources name.</summary>
    public static void Write(PdfWriter writer, int id, FontSubset subset)
    {
        var font = subset.Font;
        var file = subset.Build();
        var name = $"{Tag(file)}+{font.Name}";
        var fileId = writer.Reserve();
        var descriptor = writer.Reserve();
        var descendant = writer.Reserve();
        var toUnicode = writer.Reserve();

        writer.AddStream(fileId, $"/Length1 {file.Length}", file);
        writer.AddStream(toUnicode, "", ToUnicode(subset));
        var scale = 1000.0 / font.UnitsPerEm;
        var body = new ByteBuilder()
            .Append("<</Type/FontDescriptor/FontName/"u8).Append(name).Append("/Flags 4/ItalicAngle "u8).Append(font.ItalicAngle)
            .Append("/FontBBox["u8).Append(font.Box.Left * scale).Append(" "u8).Append(font.Box.Bottom * scale).Append(" "u8)
            .Append(font.Box.Right * scale).Append(" "u8).Append(font.Box.Top * scale)
            .Append("]/Ascent "u8).Append(font.Ascent * scale).Append("/Descent "u8).Append(font.Descent * scale)
            .Append("/CapHeight "u8).Append(font.CapHeight * scale).Append("/StemV "u8).Append(font.Weight >= 600 ? 140 : 80)
            .Append("/FontFile2 "u8).Reference(fileId).Append(">>"u8);
        writer.Add(descriptor, body);

        body.Clear();
        body.Append("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Append(name)
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8)
            .Reference(descriptor).Append("/DW 1000/W[0["u8);
        for (var i = 0; i < subset.Used.Count; i++)
        {
            body.Append(subset.Width(i)).Append((byte)' ');
        }

        writer.Add(descendant, body.Append("]]>>"u8));
        body.Clear();
        writer.Add(id, body.Append("<</Type/Font/Subtype/Type0/BaseFont/"u8).Append(name).Append("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Append("]/ToUnicode "u8).Reference(toUnicode).Append(">>"u8));
    }

    /// <summary>Six capitals that tell one subset of a font from another (9.6.4), from the subset's own bytes.</summary>
    private static string Tag(byte[] file)
    {
        var hash = SHA256.HashData(file);
        return new string([.. hash.Take(6).Select(b => (char)('A' + (b % 26)))]);
    }

    private static ReadOnlySpan<byte> ToUnicode(FontSubset subset)
    {
        const int linesInABlock = 100;
        var map = new ByteBuilder(2048).Append(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        for (var start = 1; start < subset.Used.Count; start += linesInABlock)
        {
            var end = Math.Min(start + linesInABlock, subset.Used.Count);
            map.Append(end - start).Append(" beginbfchar\n"u8);
            for (var i = start; i < end; i++)
            {
                map.Append("<"u8).AppendHex((ushort)i).Append("><"u8);
                foreach (var unit in subset.Used[i].Composite?.Text ?? char.ConvertFromUtf32(subset.Used[i].Character))
                {
                    map.AppendHex(unit);
                }

                map.Append(">\n"u8);
            }

            map.Append("endbfchar\n"u8);
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end"u8).Span;
    }
}
