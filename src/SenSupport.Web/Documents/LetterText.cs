using System.Text.RegularExpressions;

namespace SenSupport.Web.Documents;

/// <summary>What a block of a letter is.</summary>
public enum LetterBlockKind
{
    /// <summary>A paragraph; its lines stay lines.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list with bullets.</summary>
    Bullets,

    /// <summary>A list with numbers.</summary>
    Numbers,

    /// <summary>A line across.</summary>
    Rule,
}

/// <summary>Words of one weight.</summary>
public sealed record LetterRun(string Text, bool IsBold);

/// <summary>A block of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">For a heading, 1 or 2.</param>
/// <param name="Lines">Its lines, or the items of its list.</param>
public sealed record LetterBlock(LetterBlockKind Kind, int Level, IReadOnlyList<IReadOnlyList<LetterRun>> Lines);

/// <summary>Reads the simple Markdown of letters: headings, bold, lists, a rule, blank lines between paragraphs. Everything else is words.</summary>
public static partial class LetterText
{
    /// <summary>The blocks of a letter.</summary>
    public static IReadOnlyList<LetterBlock> Blocks(string text)
    {
        var blocks = new List<LetterBlock>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var (kind, level, words) = Of(line.TrimEnd());
            var last = blocks.Count > 0 ? blocks[^1] : null;
            var goesOn = last is not null && last.Kind == kind && last.Lines.Count > 0 && kind is LetterBlockKind.Paragraph or LetterBlockKind.Bullets or LetterBlockKind.Numbers;
            if (words is null)
            {
                // A blank line ends a paragraph: an empty block that the next line does not go on with.
                blocks.Add(new LetterBlock(LetterBlockKind.Paragraph, 0, []));
            }
            else if (goesOn && last!.Kind == kind)
            {
                blocks[^1] = last with { Lines = [.. last.Lines, Runs(words)] };
            }
            else
            {
                blocks.Add(new LetterBlock(kind, level, kind == LetterBlockKind.Rule ? [] : [Runs(words)]));
            }
        }

        return [.. blocks.Where(block => block.Kind == LetterBlockKind.Rule || block.Lines.Count > 0)];
    }

    private static (LetterBlockKind Kind, int Level, string? Words) Of(string line) => line switch
    {
        "" => (LetterBlockKind.Paragraph, 0, null),
        "---" or "***" => (LetterBlockKind.Rule, 0, ""),
        _ when Heading().Match(line) is { Success: true } heading => (LetterBlockKind.Heading, Math.Min(2, heading.Groups[1].Length), heading.Groups[2].Value),
        _ when line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) => (LetterBlockKind.Bullets, 0, line[2..]),
        _ when Number().Match(line) is { Success: true } number => (LetterBlockKind.Numbers, 0, line[number.Length..]),
        _ => (LetterBlockKind.Paragraph, 0, line),
    };

    private static List<LetterRun> Runs(string words) =>
        [.. Bold().Split(words).Select((part, index) => new LetterRun(part, index % 2 == 1)).Where(run => run.Text.Length > 0)];

    [GeneratedRegex("^(#{1,4}) +(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\d{1,2}\. +", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\*\*(.+?)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();
}
