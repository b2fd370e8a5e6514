using System.Globalization;
using System.Text;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Tests.Unicode;

/// <summary>Makes the library's tables from the Unicode Character Database.</summary>
internal static class UnicodeTableWriter
{
    private const int Count = 0x110000;

    public static byte[] BidiClasses()
    {
        // The defaults are given by long names.
        Dictionary<string, BidiClass> names = new() { ["Left_To_Right"] = BidiClass.L, ["Right_To_Left"] = BidiClass.R, ["Arabic_Letter"] = BidiClass.AL, ["European_Terminator"] = BidiClass.ET };
        var table = new byte[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("extracted/DerivedBidiClass.txt"))
        {
            Fill(table, first, last, (byte)(names.TryGetValue(value, out var named) ? named : Enum.Parse<BidiClass>(value)));
        }

        return table;
    }

    public static byte[] LineClasses()
    {
        var marks = new bool[Count];
        var assigned = new bool[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("extracted/DerivedGeneralCategory.txt", withDefaults: false))
        {
            Array.Fill(marks, value is "Mn" or "Mc", first, last - first + 1);
            Array.Fill(assigned, value != "Cn", first, last - first + 1);
        }

        var wide = new bool[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("EastAsianWidth.txt", withDefaults: false))
        {
            Array.Fill(wide, value is "F" or "W" or "H", first, last - first + 1);
        }

        var pictographs = EmojiKindsOf();
        var table = new byte[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("extracted/DerivedLineBreak.txt"))
        {
            for (var c = first; c <= last; c++)
            {
                table[c] = (byte)(value switch
                {
                    "AI" or "SG" or "XX" or "Unknown" => LineClass.AL,
                    "SA" => marks[c] ? LineClass.CM : LineClass.AL,
                    "CJ" => LineClass.NS,
                    "Prefix_Numeric" => LineClass.PR,
                    "OP" => wide[c] ? LineClass.OPWide : LineClass.OP,
                    "CP" => wide[c] ? LineClass.CPWide : LineClass.CP,
                    "ID" or "Ideographic" => !assigned[c] && (pictographs[c] & (byte)EmojiKinds.Pictograph) != 0 ? LineClass.IDPictograph : LineClass.ID,
                    _ => Enum.Parse<LineClass>(value),
                });
            }
        }

        return table;
    }

    public static byte[] JoiningTypes()
    {
        var table = new byte[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("extracted/DerivedJoiningType.txt", withDefaults: false))
        {
            Fill(table, first, last, (byte)Enum.Parse<JoiningType>(value));
        }

        return table;
    }

    public static byte[] EmojiKindsOf()
    {
        var table = new byte[Count];
        foreach (var (first, last, value) in UnicodeData.Ranges("emoji/emoji-data.txt", withDefaults: false))
        {
            var kind = value switch
            {
                "Extended_Pictographic" => EmojiKinds.Pictograph,
                "Emoji_Presentation" => EmojiKinds.Presentation,
                "Emoji_Modifier" => EmojiKinds.Tone,
                _ => EmojiKinds.None,
            };
            for (var c = first; c <= last; c++)
            {
                table[c] |= (byte)kind;
            }
        }

        return table;
    }

    public static SortedDictionary<int, int> Mirrors() =>
        new(UnicodeData.Ranges("BidiMirroring.txt", withDefaults: false).ToDictionary(r => r.First, r => UnicodeData.Hex(r.Value)));

    public static SortedDictionary<int, int> Brackets()
    {
        SortedDictionary<int, int> pairs = [];
        foreach (var line in UnicodeData.Lines("BidiBrackets.txt"))
        {
            var fields = line.Split(';', StringSplitOptions.TrimEntries);
            var other = UnicodeData.Hex(fields[1]);

            // Both kinds of angle brackets are named by the one that they are canonically equal to.
            pairs.Add(UnicodeData.Hex(fields[0]), fields[2] == "o" ? other == 0x232A ? 0x3009 : other : -(other == 0x2329 ? 0x3008 : other));
        }

        return pairs;
    }

    /// <summary>Names by sequence, without variation selectors and skin tones.</summary>
    public static SortedDictionary<string, string> EmojiNames()
    {
        SortedDictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var line in UnicodeData.RawLines("emoji/emoji-test.txt").Where(l => l.Contains("; fully-qualified", StringComparison.Ordinal) || l.Contains("; component", StringComparison.Ordinal)))
        {
            var codes = line.Split(';')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(c => c != "FE0F").ToList();
            if (codes.Contains("20E3") || (codes.Count > 1 && codes.Any(c => c is "1F3FB" or "1F3FC" or "1F3FD" or "1F3FE" or "1F3FF")))
            {
                continue;
            }

            // "# 😀 E1.0 grinning face"
            names[string.Join('-', codes)] = string.Join(' ', line.Split('#', 2)[1].Trim().Split(' ').Skip(2));
        }

        return names;
    }

    /// <summary>Writes all tables as the source file that the library is built from.</summary>
    public static void Write(string path)
    {
        var source = new StringBuilder("""
            namespace SenSupport.Pdf.Text.Unicode;

            /// <summary>
            /// Properties of characters, made from the Unicode Character Database 15.0.0 and Unicode's list of emoji 15.0, as Debian's package
            /// unicode-data has them. Generated: run the Pdf tests with <c>SENSUPPORT_WRITE_UNICODE=1</c> to write it anew.
            /// </summary>
            internal static class UnicodeTables
            {
                public const string Version = "15.0.0";

            """.ReplaceLineEndings("\n"));
        Constant(source, "BidiClasses", "The bidirectional type of every code point: runs as <see cref=\"CodePointTable\"/> reads them.", Runs(BidiClasses()));
        Constant(source, "LineClasses", "The line breaking class of every code point.", Runs(LineClasses()));
        Constant(source, "JoiningTypes", "The joining type of every code point.", Runs(JoiningTypes()));
        Constant(source, "Emoji", "The kinds of emoji that every code point belongs to.", Runs(EmojiKindsOf()));
        Constant(source, "Mirrors", "Characters and their mirror images.", Pairs(Mirrors()));
        Constant(source, "Brackets", "Brackets and what closes or opens them.", Pairs(Brackets()));
        source.Append("\n    /// <summary>Names of emoji by their code points; those that follow each other share one number.</summary>\n    public static ReadOnlySpan<byte> EmojiNames => \"\"\"\n");
        var names = EmojiNames();
        var singles = names.Where(n => !n.Key.Contains('-')).Select(n => (Code: UnicodeData.Hex(n.Key), n.Value)).OrderBy(n => n.Code).ToList();
        for (var i = 0; i < singles.Count; i++)
        {
            if (i == 0 || singles[i].Code != singles[i - 1].Code + 1)
            {
                source.Append(i == 0 ? "        " : "\n        ").Append(singles[i].Code.ToString("X", CultureInfo.InvariantCulture));
            }

            source.Append('|').Append(singles[i].Value);
        }

        foreach (var (key, name) in names.Where(n => n.Key.Contains('-')))
        {
            source.Append("\n        ").Append(key).Append('|').Append(name);
        }

        source.Append("\n        \"\"\"u8;\n}\n");
        File.WriteAllText(path, source.ToString());
    }

    private static void Constant(StringBuilder source, string name, string summary, byte[] bytes)
    {
        source.Append("\n    /// <summary>").Append(summary).Append("</summary>\n    public const string ").Append(name).Append(" =");
        var text = Convert.ToBase64String(bytes);
        const int width = 140;
        for (var at = 0; at < text.Length; at += width)
        {
            source.Append(at == 0 ? "\n        \"" : "\"\n        + \"").Append(text, at, Math.Min(width, text.Length - at));
        }

        source.Append("\";\n");
    }

    private static byte[] Runs(byte[] table)
    {
        List<byte> packed = [];
        for (var start = 0; start < Count;)
        {
            var end = start;
            while (end < Count && table[end] == table[start])
            {
                end++;
            }

            Number(packed, end - start);
            packed.Add(table[start]);
            start = end;
        }

        return [.. packed];
    }

    private static byte[] Pairs(SortedDictionary<int, int> pairs)
    {
        List<byte> packed = [];
        foreach (var (from, to) in pairs)
        {
            Number(packed, from);
            Number(packed, to < 0 ? (-to << 1) | 1 : to << 1);
        }

        return [.. packed];
    }

    private static void Number(List<byte> to, int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            to.Add((byte)(number | 0x80));
        }

        to.Add((byte)number);
    }

    private static void Fill(byte[] table, int first, int last, byte value) => Array.Fill(table, value, first, last - first + 1);
}
