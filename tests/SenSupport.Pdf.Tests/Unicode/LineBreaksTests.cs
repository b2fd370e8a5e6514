using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Tests.Unicode;

/// <summary>Where lines may end: against Unicode's own tests, and as documents want it.</summary>
public sealed class LineBreaksTests
{
    [Fact]
    public void Find_WhenUnicodesTests_BreaksWhereUnicodeSays()
    {
        var cases = 0;
        foreach (var line in UnicodeData.Lines("auxiliary/LineBreakTest.txt"))
        {
            var tokens = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var text = UnicodeData.Text(tokens.Where(t => t is not ("×" or "÷")));
            var breaks = LineBreaks.Find(text, tailored: false);
            var shown = tokens[0];
            for (var (token, at) = (1, 0); token < tokens.Length; token += 2)
            {
                at += tokens[token].Length > 4 ? 2 : 1;
                shown += $" {tokens[token]} {(at == text.Length || breaks[at - 1] ? '÷' : '×')}";
            }

            Assert.Equal(line, shown);
            cases++;
        }

        Assert.True(cases > 7_000, $"Only {cases} cases were found.");
    }

    /// <summary>A bar shows each place where a line may end.</summary>
    [Theory]
    [InlineData("Reads |to |an |adult, |daily.")]
    [InlineData("well-|known |and/|or |the |2026/27 |year")]
    [InlineData("pages |3–4 |and |3-4, |ages |5–|to")]
    [InlineData("no\u00A0break |at\u2060all")]
    [InlineData("un\u00AD|break\u00AD|able")]
    [InlineData("one\u200B|two")]
    [InlineData("a |(short) |note |[two]")]
    [InlineData("said |“wait” |(twice) |and |‘left’")]
    [InlineData("£1,200.50 |or |20% |or |-5 |or |(5) |or |5kg |or |12:30")]
    [InlineData("a |— |b|—|c")]
    [InlineData("漢|字|の|間")]
    [InlineData("https://|www.example.org/|send/|local-|offer?|q=1")]
    [InlineData("don’t |can't |it’s")]
    [InlineData("a |-minus |word")]
    [InlineData("👩🏽‍🏫|👨‍👩‍👧|🇬🇧|🇵🇱")]
    [InlineData("e\u0301\u0323 |x\u0302y")]
    [InlineData("المدرسة |الابتدائية، |2026")]
    public void Find_WhenTextAsDocumentsHaveIt_BreaksOnlyThere(string shown)
    {
        var text = shown.Replace("|", "");
        var breaks = LineBreaks.Find(text);
        var found = string.Concat(text.Select((c, i) => breaks[i] && i + 1 < text.Length ? $"{c}|" : c.ToString()));

        Assert.Equal(shown, found);
    }
}
