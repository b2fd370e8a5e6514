using System.Buffers;
using System.Globalization;
using System.Text;

namespace SenSupport.Pdf.Text;

/// <summary>Makes any .NET string safe to set: whole characters only, composed (NFC), without what cannot be seen.</summary>
internal static class TextCleaner
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~‘’“”–—•£éü\n");

    /// <summary>
    /// Tabs become spaces, every kind of line end a line feed; other control characters, direction marks, joiners and
    /// variation selectors go; half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var previous = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var value = rune.Value;
            if (value == '\n' && previous == '\r')
            {
                previous = value;
                continue;
            }

            previous = value;
            if (value is '\r' or '\n' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029)
            {
                clean.Append('\n');
            }
            else if (value == '\t')
            {
                clean.Append(' ');
            }
            else if (IsNonCharacter(value))
            {
                clean.Append('\uFFFD');
            }
            else if (!IsInvisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        var whole = clean.ToString();
        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    private static bool IsNonCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>The zero-width space stays: it marks where a line may break, and is never drawn.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value != 0x200B
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F);
}
