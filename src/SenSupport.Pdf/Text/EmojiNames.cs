using System.Globalization;
using System.Text;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Text;

/// <summary>Says emoji in words: no font that is embedded shows them, and a name is read out and printed alike.</summary>
internal static class EmojiNames
{
    private const string Unknown = "emoji";
    private const int Joiner = 0x200D;
    private const int TextSelector = 0xFE0E;
    private const int EmojiSelector = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int FirstTone = 0x1F3FB;
    private const int LongestSequence = 40;

    private static readonly string[] Tones = ["light skin tone", "medium-light skin tone", "medium skin tone", "medium-dark skin tone", "dark skin tone"];
    private static readonly Lazy<Dictionary<string, string>> Names = new(ReadNames);

    /// <summary>Reads the emoji that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many UTF-16 units it takes.</param>
    /// <returns>Its name, or null where the text begins with no emoji or with one that a font can show as a plain sign.</returns>
    public static string? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var first = At(text, 0, out var at);
        if (first < 0)
        {
            return null;
        }

        if (first is (>= '0' and <= '9') or '#' or '*')
        {
            var next = At(text, at, out var after);
            (next, after) = next == EmojiSelector ? (At(text, after, out var end), end) : (next, after);
            length = after;
            return next == Keycap ? $"keycap: {(char)first}" : null;
        }

        if (IsIndicator(first))
        {
            var second = At(text, at, out var end);
            length = IsIndicator(second) ? end : at;
            return IsIndicator(second) ? Names.Value.GetValueOrDefault($"{first:X}-{second:X}", "flag") : Unknown;
        }

        var kinds = Characters.EmojiKinds(first);
        if (kinds == EmojiKinds.None)
        {
            return null;
        }

        List<int> sequence = [first];
        var selector = 0;
        for (var count = 0; count < LongestSequence; count++)
        {
            var next = At(text, at, out var end);
            if (next is EmojiSelector or TextSelector)
            {
                selector = sequence.Count == 1 ? next : selector;
            }
            else if (next >= 0 && (Characters.EmojiKinds(next).HasFlag(EmojiKinds.Tone) || next is >= 0xE0020 and <= 0xE007F))
            {
                sequence.Add(next);
            }
            else if (next == Joiner && At(text, end, out var joined) is var other and >= 0 && Characters.EmojiKinds(other) != EmojiKinds.None)
            {
                sequence.Add(Joiner);
                sequence.Add(other);
                end = joined;
            }
            else
            {
                break;
            }

            at = end;
        }

        length = at;
        return sequence.Count == 1 ? Single(first, kinds, selector) : NameOf(sequence);
    }

    private static string? Single(int character, EmojiKinds kinds, int selector)
    {
        if (selector == TextSelector || (!kinds.HasFlag(EmojiKinds.Presentation) && Fonts.FontLibrary.Has(character)))
        {
            return null;
        }

        // A sign that is no emoji keeps its place as a box that copies out as itself.
        return Names.Value.GetValueOrDefault(character.ToString("X", CultureInfo.InvariantCulture))
            ?? (Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.OtherNotAssigned || selector == EmojiSelector ? Unknown : null);
    }

    private static string NameOf(List<int> sequence)
    {
        var tones = sequence.Where((c, i) => i > 0 && c is >= FirstTone and < FirstTone + 5).Select(c => Tones[c - FirstTone]).ToList();
        var bare = sequence.Where((c, i) => i == 0 || c is < FirstTone or >= FirstTone + 5).ToList();
        var name = Find(bare);
        if (name is null)
        {
            List<string> parts = [];
            List<int> part = [];
            foreach (var c in bare.Append(Joiner))
            {
                if (c == Joiner)
                {
                    parts.Add(Find(part) ?? Unknown);
                    part.Clear();
                }
                else
                {
                    part.Add(c);
                }
            }

            name = string.Join(", ", parts.Distinct());
        }

        return tones.Count == 0 ? name : $"{name}{(name.Contains(':') ? ", " : ": ")}{string.Join(", ", tones.Distinct())}";
    }

    private static string? Find(List<int> sequence) =>
        Names.Value.GetValueOrDefault(string.Join('-', sequence.Select(c => c.ToString("X", CultureInfo.InvariantCulture))));

    private static bool IsIndicator(int character) => character is >= 0x1F1E6 and <= 0x1F1FF;

    /// <summary>The character at a place, or -1 at the end and for half a pair.</summary>
    private static int At(ReadOnlySpan<char> text, int at, out int end)
    {
        if (at < text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            end = at + length;
            return rune.Value;
        }

        end = at;
        return -1;
    }

    private static Dictionary<string, string> ReadNames()
    {
        Dictionary<string, string> names = [];
        foreach (var line in Encoding.UTF8.GetString(UnicodeTables.EmojiNames).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('|');
            if (fields[0].Contains('-'))
            {
                names[fields[0]] = fields[1];
                continue;
            }

            var first = int.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var i = 1; i < fields.Length; i++)
            {
                names[(first + i - 1).ToString("X", CultureInfo.InvariantCulture)] = fields[i];
            }
        }

        return names;
    }
}
