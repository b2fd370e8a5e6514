using System.Globalization;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Tests.Unicode;

/// <summary>The bidirectional algorithm against Unicode's own tests.</summary>
public sealed class BidiTests
{
    /// <summary>Combinations of types, each for up to three directions of the paragraph: automatic, left to right, right to left.</summary>
    [Fact]
    public void Levels_WhenUnicodesCombinationsOfTypes_AreAsUnicodeSays()
    {
        var cases = 0;
        string[] levels = [];
        string[] order = [];
        foreach (var line in UnicodeData.Lines("BidiTest.txt"))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal))
            {
                levels = line[8..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal))
            {
                order = line[9..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
            else
            {
                var fields = line.Split(';', StringSplitOptions.TrimEntries);
                var classes = fields[0].Split(' ').Select(Enum.Parse<BidiClass>).ToArray();
                var directions = int.Parse(fields[1], CultureInfo.InvariantCulture);
                for (var bit = 0; bit < 3; bit++)
                {
                    if ((directions & (1 << bit)) != 0)
                    {
                        var level = bit == 0 ? Bidi.BaseLevel(classes) ?? 0 : (byte)(bit - 1);
                        Check(line, classes, "", level, levels, order);
                        cases++;
                    }
                }
            }
        }

        Assert.True(cases > 700_000, $"Only {cases} cases were found.");
    }

    /// <summary>Real characters, brackets among them.</summary>
    [Fact]
    public void Levels_WhenUnicodesTexts_AreAsUnicodeSays()
    {
        var cases = 0;
        foreach (var line in UnicodeData.Lines("BidiCharacterTest.txt"))
        {
            var fields = line.Split(';');
            var text = UnicodeData.Text(fields[0].Split(' '));
            var classes = Bidi.Classes(text);
            var level = byte.Parse(fields[2], CultureInfo.InvariantCulture);
            Assert.Equal(level, fields[1] == "2" ? Bidi.BaseLevel(classes) ?? 0 : byte.Parse(fields[1], CultureInfo.InvariantCulture));

            // The file counts characters; each of a pair's two units has the same level.
            var levels = fields[3].Split(' ').Zip(fields[0].Split(' ')).SelectMany(p => Enumerable.Repeat(p.First, p.Second.Length > 4 ? 2 : 1)).ToArray();
            Check(line, classes, text, level, levels, text.Length == fields[0].Split(' ').Length ? fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries) : null);
            cases++;
        }

        Assert.True(cases > 90_000, $"Only {cases} cases were found.");
    }

    private static void Check(string line, BidiClass[] classes, string text, byte level, string[] expected, string[]? order)
    {
        var levels = Bidi.Levels(classes, text, level);
        Bidi.ResetSpaces(classes, levels, 0, classes.Length, level);
        for (var i = 0; i < levels.Length; i++)
        {
            if (expected[i] != "x" && expected[i] != levels[i].ToString(CultureInfo.InvariantCulture))
            {
                Assert.Fail($"{line}: level {levels[i]} at {i} where {string.Join(' ', expected)} was expected in a paragraph of level {level}.");
            }
        }

        if (order is not null)
        {
            var visual = Bidi.VisualOrder(levels).Where(i => expected[i] != "x").Select(i => i.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(order, visual);
        }
    }
}
