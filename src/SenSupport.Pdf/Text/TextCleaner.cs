using System.Buffers;
using System.Globalization;
using System.Text;

namespace SenSupport.Pdf.Text;

/// <summary>Makes any .NET string safe to set: whole characters only, composed (NFC), emoji in words, without what cannot be seen.</summary>
internal static class TextCleaner
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~‘’“”–—•£éü\n");

    /// <summary>
    /// Tabs become spaces, every kind of line end a line feed, emoji their names; other control characters, direction marks, soft hyphens and
    /// variation selectors go, joiners stay; half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string? text) => Clean(text, forSetting: false);

    /// <summary>As <see cref="Clean(string?)"/>, but with the marks that say how a text is set: directions, soft hyphens, where a line may or may not end.</summary>
    public static string CleanForSetting(string? text) => Clean(text, forSetting: true);

    /// <summary>Whether a character is never drawn: it only says how others are set.</summary>
    public static bool IsControl(int value) =>
        value is 0x061C or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or 0x2060 or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static string Clean(string? text, bool forSetting)
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
        var afterName = false;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var value = rune.Value;
            if (EmojiNames.Read(text.AsSpan(at), out var emoji) is { } name)
            {
                if (clean.Length > 0 && !char.IsWhiteSpace(clean[^1]) && !IsOpening(clean[^1]))
                {
                    clean.Append(' ');
                }

                clean.Append(name);
                afterName = true;
                at += emoji;
                continue;
            }

            at += length;
            if (afterName && (Rune.IsLetterOrDigit(rune) || IsOpening((char)Math.Min(value, char.MaxValue))))
            {
                clean.Append(' ');
            }

            if (value == '\r' && at < text.Length && text[at] == '\n')
            {
                continue;
            }

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
            else if (IsDropped(rune, forSetting))
            {
                continue;
            }
            else
            {
                clean.Append(text, at - length, length);
                if (length == 1 && char.IsSurrogate(clean[^1]))
                {
                    clean[^1] = '\uFFFD';
                }
            }

            afterName = false;
        }

        var whole = clean.ToString();
        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    private static bool IsOpening(char character) => character is '(' or '[' or '{' or '"' or '\'' or '“' or '‘' or '«' or '/';

    private static bool IsNonCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsDropped(Rune rune, bool forSetting) => rune.Value switch
    {
        // A zero-width space marks where a line may end; joiners belong to the spelling of some languages.
        0x200B or 0x200C or 0x200D => false,

        // Signs that stand round Arabic figures are seen, although they count as formats.
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x0890 or 0x0891 or 0x08E2 => false,
        0x00AD => !forSetting,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F => true,
        var value => IsControl(value) ? !forSetting : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format,
    };
}
