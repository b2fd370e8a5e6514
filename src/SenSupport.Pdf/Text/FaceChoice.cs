using System.Text;
using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Text;

/// <summary>In which face characters are set: the first of a chain that has them all.</summary>
internal static class FaceChoice
{
    /// <summary>The first face that has every character of a text, or none.</summary>
    public static byte? First(ReadOnlySpan<char> text, ReadOnlySpan<byte> chain, bool turned)
    {
        foreach (var face in chain)
        {
            var font = FontLibrary.All[face].Font;
            var all = true;
            foreach (var rune in text.EnumerateRunes())
            {
                if (!IsUnseen(rune.Value) && rune.Value != Shaper.SoftHyphen && Glyph(font, rune.Value, turned) == 0)
                {
                    all = false;
                    break;
                }
            }

            if (all)
            {
                return face;
            }
        }

        return null;
    }

    /// <summary>The first face that has a cluster's first character; where none has, the main face, which shows its box.</summary>
    public static byte OfBase(ReadOnlySpan<char> cluster, ReadOnlySpan<byte> chain, bool turned)
    {
        Rune.DecodeFromUtf16(cluster, out var rune, out _);
        foreach (var face in chain)
        {
            if (Glyph(FontLibrary.All[face].Font, rune.Value, turned) != 0)
            {
                return face;
            }
        }

        return chain[0];
    }

    /// <summary>The glyph of a character, or of one that looks the same; mirrored where it is turned. 0 where the font has none.</summary>
    public static ushort Glyph(TrueTypeFont font, int character, bool turned = false)
    {
        if (turned && Characters.Mirror(character) is var mirrored && mirrored != character && font.Glyph(mirrored) is var image and not 0)
        {
            return image;
        }

        var glyph = font.Glyph(character);
        return glyph == 0 && Substitute(character) is var other and not 0 ? font.Glyph(other) : glyph;
    }

    /// <summary>Whether a character shows nothing and no font need have it.</summary>
    public static bool IsUnseen(int character) => character >= 0x061C && TextCleaner.IsControl(character);

    /// <summary>A character that looks the same, for some that fonts lack; otherwise 0, which no font has.</summary>
    private static int Substitute(int character) => character switch
    {
        0x00A0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => ' ',
        0x2010 or 0x2011 or 0x2212 => '-',
        0x2043 or 0x2219 => 0x2022,
        0x02BC or 0x2032 => 0x2019,
        _ => 0,
    };
}
