using System.Buffers.Binary;
using System.Text;

namespace SenSupport.Pdf.Fonts;

/// <summary>A glyph of the font as a part of a composite one, moved by font units.</summary>
internal readonly record struct GlyphPart(ushort Glyph, short X, short Y);

/// <summary>
/// A letter with its marks, or a ligature: glyphs that stand for a piece of text together. It becomes one glyph of the subset, so that it is
/// selected, copied and read out as that piece whatever program shows it.
/// </summary>
internal sealed class CompositeGlyph(GlyphPart[] parts, int advance, string text)
{
    /// <summary>The glyphs from the one painted first.</summary>
    public IReadOnlyList<GlyphPart> Parts { get; } = parts;

    /// <summary>Width in font units.</summary>
    public int Advance { get; } = advance;

    /// <summary>What it stands for.</summary>
    public string Text { get; } = text;

    /// <summary>Equal for composites of one font that are equal.</summary>
    public string Key { get; } = MakeKey(parts, advance, text);

    /// <summary>Whether some of it is the box for a character that the font lacks.</summary>
    public bool HasMissing => Parts.Any(p => p.Glyph == 0);

    /// <summary>The outline as a composite of the source font's glyphs (OpenType, glyf: composite glyph description), and its left edge.</summary>
    public (byte[] Outline, short Left) Build(TrueTypeFont font)
    {
        var drawn = Parts.Where(p => font.Outline(p.Glyph).Length > 0).ToList();
        if (drawn.Count == 0)
        {
            return ([], 0);
        }

        const int words = 1, offsets = 2, more = 32;
        var outline = new byte[10 + (8 * drawn.Count)];
        var (left, bottom, right, top) = (short.MaxValue, short.MaxValue, short.MinValue, short.MinValue);
        for (var i = 0; i < drawn.Count; i++)
        {
            var part = drawn[i];
            var bounds = font.Bounds(part.Glyph);
            left = Math.Min(left, Clamp(bounds.Left + part.X));
            bottom = Math.Min(bottom, Clamp(bounds.Bottom + part.Y));
            right = Math.Max(right, Clamp(bounds.Right + part.X));
            top = Math.Max(top, Clamp(bounds.Top + part.Y));
            var record = outline.AsSpan(10 + (8 * i));
            BinaryPrimitives.WriteUInt16BigEndian(record, (ushort)(words | offsets | (i + 1 < drawn.Count ? more : 0)));
            BinaryPrimitives.WriteUInt16BigEndian(record[2..], part.Glyph);
            BinaryPrimitives.WriteInt16BigEndian(record[4..], part.X);
            BinaryPrimitives.WriteInt16BigEndian(record[6..], part.Y);
        }

        BinaryPrimitives.WriteInt16BigEndian(outline, -1);
        BinaryPrimitives.WriteInt16BigEndian(outline.AsSpan(2), left);
        BinaryPrimitives.WriteInt16BigEndian(outline.AsSpan(4), bottom);
        BinaryPrimitives.WriteInt16BigEndian(outline.AsSpan(6), right);
        BinaryPrimitives.WriteInt16BigEndian(outline.AsSpan(8), top);
        return (outline, left);
    }

    public static short Clamp(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    private static string MakeKey(GlyphPart[] parts, int advance, string text)
    {
        var key = new StringBuilder(text.Length + 4 + (3 * parts.Length)).Append(text).Append('\0').Append((char)advance).Append((char)(advance >> 16));
        foreach (var part in parts)
        {
            key.Append((char)part.Glyph).Append((char)part.X).Append((char)part.Y);
        }

        return key.ToString();
    }
}
