using System.Text.RegularExpressions;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>A friendly word on a target: what would make it easier to tell whether it was met. It never stops anything (CoP 6.48).</summary>
/// <param name="VagueWord">A word in the target that does not say what one would see; null when there is none.</param>
/// <param name="Example">What could stand there instead.</param>
/// <param name="Missing">What else is not there yet.</param>
public sealed partial record SmartTip(string? VagueWord, string Example, IReadOnlyList<string> Missing)
{
    // The beginning of a word, and something that one can see and count.
    private static readonly (string Start, string Example)[] Vague =
    [
        ("improv", "reads 30 of the first 100 words within 3 seconds each"),
        ("better", "sits with the group for 10 minutes, 4 days of 5"),
        ("develop", "writes three sentences with capital letters and full stops"),
        ("increas", "puts a hand up at least twice in a lesson"),
        ("understand", "follows an instruction of three steps without a repeat"),
        ("confiden", "takes a turn in a group of four, 4 sessions of 5"),
        ("aware", "names how a friend feels from a picture, 8 of 10"),
        ("appropriate", "waits for a pause before speaking, 4 of 5 times"),
        ("behav", "asks for a break with the card instead of leaving the room"),
        ("cope", "moves to the next lesson within 3 minutes, 4 days of 5"),
        ("engag", "starts the task within 2 minutes of being asked"),
        ("progress", "solves 8 of 10 additions to 20"),
        ("try", "writes the first sentence without help"),
        ("more", "answers two questions in each guided reading"),
        ("learn", "tells the time to the half hour, 9 of 10"),
        ("well", "listens for 5 minutes with eyes on the speaker"),
        ("work on", "forms the letters a, d, g and q the right way"),
        ("know", "says the number bonds to 10 in 30 seconds"),
        ("support", "asks an adult for help before starting"),
    ];

    /// <summary>Whether there is nothing to add.</summary>
    public bool IsGood => VagueWord is null && Missing.Count == 0;

    /// <summary>The tip for a target; null while it has no words.</summary>
    public static SmartTip? Of(TargetEntry target)
    {
        if (string.IsNullOrWhiteSpace(target.Statement))
        {
            return null;
        }

        var (word, example) = FindVague(target.Statement);
        var missing = new List<string>();
        if (!Amount().IsMatch($"{target.Statement} {target.SuccessCriterion}"))
        {
            missing.Add("No number yet in what success looks like.");
        }

        if (string.IsNullOrWhiteSpace(target.Measure))
        {
            missing.Add("No measure yet.");
        }

        if (string.IsNullOrWhiteSpace(target.ByWhen))
        {
            missing.Add("No date yet.");
        }

        return new SmartTip(word, example, missing);
    }

    private static (string? Word, string Example) FindVague(string statement)
    {
        foreach (Match match in Words().Matches(statement))
        {
            var rest = statement[match.Index..];
            foreach (var (start, example) in Vague)
            {
                // Short words count whole, so that "more" is not found in "moreover" nor "try" in "tryst"; longer ones with any ending.
                if (rest.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (start.Length > 4 || start.Contains(' ', StringComparison.Ordinal) || match.Length == start.Length))
                {
                    return (start.Contains(' ', StringComparison.Ordinal) ? rest[..start.Length] : match.Value, example);
                }
            }
        }

        return (null, "");
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|once|twice|half|every|each|all|no|without)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
