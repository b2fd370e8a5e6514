using System.Globalization;
using System.Text.RegularExpressions;
using SenSupport.Domain.Needs;

namespace SenSupport.Domain.Cycles;

/// <summary>The letters of SMART.</summary>
public enum SmartLetter
{
    /// <summary>It says what one will see the pupil do.</summary>
    Specific,

    /// <summary>It says how anybody can tell that it is met.</summary>
    Measurable,

    /// <summary>It is within reach from where the pupil is now.</summary>
    Achievable,

    /// <summary>It serves one of the pupil's needs.</summary>
    Relevant,

    /// <summary>It has a date on which it is looked at.</summary>
    TimeBound,
}

/// <summary>What a target lacks for one letter, in words that help.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Words">What is missing, in a sentence.</param>
/// <param name="Example">What could stand there instead; may be empty.</param>
public sealed record SmartTip(SmartLetter Letter, string Words, string Example = "");

/// <summary>A target as the helper reads it. All texts may be empty.</summary>
/// <param name="Statement">What the pupil will do.</param>
/// <param name="Baseline">Where the pupil is now.</param>
/// <param name="Measure">How progress is measured.</param>
/// <param name="SuccessCriterion">What success looks like.</param>
/// <param name="Area">The area of need; null when none was chosen.</param>
/// <param name="ByWhen">By when; null when there is no date.</param>
public sealed record SmartTarget(string Statement, string Baseline = "", string Measure = "", string SuccessCriterion = "", AreaOfNeed? Area = null, DateOnly? ByWhen = null);

/// <summary>What the helper knows of the plan round a target.</summary>
/// <param name="StartsOn">First day of the plan; null when there is none yet.</param>
/// <param name="ReviewOn">Review date; null when there is none yet.</param>
/// <param name="Areas">Areas of the pupil's recorded needs; empty when none is recorded.</param>
public sealed record SmartPlan(DateOnly? StartsOn, DateOnly? ReviewOn, IReadOnlyCollection<AreaOfNeed> Areas);

/// <summary>
/// Says per letter of SMART what a target lacks (CoP 6.48 asks for outcomes whose progress can be told). It reads words, not minds: it advises, and nothing is ever
/// refused because of it.
/// </summary>
public static partial class SmartHelper
{
    /// <summary>More targets than this at a time, and few adults can name them.</summary>
    public const int MostTargets = 5;

    private const int MostWeeks = 52;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // What one cannot see, each with what could stand there. Verbs count where the statement begins with them: what one "understands" may be said later of something seen.
    private static readonly (Regex Word, string Example)[] Vague =
    [
        Verb("improv\\w*", "reads 30 of the first 100 words within 3 seconds each"),
        Verb("develop\\w*", "writes three sentences with capital letters and full stops"),
        Verb("increas\\w*|rais\\w*|boost\\w*|gain\\w*|strengthen\\w*|build\\w*", "puts a hand up at least twice in a lesson"),
        Verb("understand|understands|know|knows|learn|learns|comprehend\\w*", "says the number bonds to 10 in 30 seconds"),
        Verb("behav\\w*|respect\\w*|respond\\w*|interact\\w*|act", "asks for a break with the card instead of leaving the room"),
        Verb("cope\\w*|regulat\\w*|manag\\w*|control\\w*|settle\\w*|concentrat\\w*|focus\\w*", "moves to the next lesson within 3 minutes, 4 days of 5"),
        Verb("engag\\w*|access|accesses|participat\\w*|enjoy\\w*|feels?|keep up|continu\\w*|work on(?! an? | the )|work hard|work harder|work towards", "starts the task within 2 minutes of being asked"),
        Verb("try to|tries to|attempt to", "writes the first sentence without help"),
        Word("better|best", "sits with the group for 10 minutes, 4 days of 5"),
        Word("confiden\\w*|self-esteem|resilien\\w*|matur\\w*|(?:be|become|becoming|grow|more|fully) (?:\\w+ ){0,2}independent|independently|attitude", "starts the task alone within 2 minutes, 4 days of 5"),
        Word("aware|awareness", "names how a friend feels from a picture, 8 of 10"),
        Word("appropriate\\w*|properly|right way|nicely|well$|good choices|be good|be kind|be a good", "waits for a pause before speaking, 4 of 5 times"),
        Word("behaviou?r|respect|anxious|anxiety|calmer|happier|happy|regulate|emotions", "asks for a break with the card instead of leaving the room"),
        Word("progress|expected|age-related|greater depth|catch up(?! with)|knowledge", "solves 8 of 10 additions to 20"),
        Word("try hard|tries hard|harder", "writes the first sentence without help"),
    ];

    /// <summary>What a target lacks, in the order of the letters; empty when nothing, or while it has no words.</summary>
    public static IReadOnlyList<SmartTip> Check(SmartTarget target, SmartPlan plan)
    {
        if (string.IsNullOrWhiteSpace(target.Statement))
        {
            return [];
        }

        return [.. new[] { Specific(target), Measurable(target), Achievable(target), Relevant(target, plan), TimeBound(target, plan) }.OfType<SmartTip>()];
    }

    /// <summary>What the number of targets has to do with reaching them; null when it is a good one.</summary>
    public static SmartTip? CheckCount(int targets) => targets <= MostTargets ? null : new SmartTip(
        SmartLetter.Achievable, $"{targets} targets at a time are more than most adults can keep in mind. Three to {MostTargets} that matter most get more done.");

    private static SmartTip? Specific(SmartTarget target)
    {
        var statement = target.Statement.Trim();
        if (AdultDoes().Match(statement) is { Success: true } adult)
        {
            return new(SmartLetter.Specific, $"“{Quoted(adult.Value)}” says what adults do, which belongs to strategies or provision. What will one see the pupil do?", "asks for help with the card, 4 times of 5");
        }

        var action = ActionOf(statement);
        if (Refrains().Match(action) is { Success: true } stops && !Instead().IsMatch(statement))
        {
            return new(SmartLetter.Specific, $"“{Quoted(stops.Value)}” says what will stop. What will one see instead?", "asks for a break with the card instead of leaving the room");
        }

        if (IsTopic(statement))
        {
            return new(SmartLetter.Specific, $"“{Quoted(statement)}” is a topic. What will the pupil do in it?", "reads 30 of the first 100 words within 3 seconds each");
        }

        return FindVague(statement, action) is var (word, example)
            ? new(SmartLetter.Specific, $"“{Quoted(word)}” does not say what you would see.", example)
            : null;
    }

    // The verb that the statement is about decides: a vague one needs something to be seen after it, and a vague word elsewhere does no harm.
    private static (string Word, string Example)? FindVague(string statement, string action)
    {
        var main = MainPart().Match(action).Value;
        foreach (var (word, example) in Vague)
        {
            if (word.Match(main) is { Success: true } found && !SaysWhatOneSees(action))
            {
                return (found.Value, example);
            }
        }

        return Blanket().Match(statement) is { Success: true } blanket && !Amount().IsMatch(statement) ? (blanket.Value, Vague[0].Example) : null;
    }

    // "increase reading speed from 40 to 60 words", "become more independent: she will pack her bag", "by writing the date".
    private static bool SaysWhatOneSees(string action) =>
        FromTo().IsMatch(action) || (Explained().Match(action) is { Success: true } explained && explained.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 2);

    private static SmartTip? Measurable(SmartTarget target)
    {
        if (!Amount().IsMatch(target.SuccessCriterion) && !Amount().IsMatch(target.Statement))
        {
            return new(
                SmartLetter.Measurable,
                Loose().Match($"{target.SuccessCriterion} {target.Statement}") is { Success: true } loose
                    ? $"“{Quoted(loose.Value)}” is not the same for everyone: how many, how often or how long?"
                    : "What success looks like has no number yet: how many, how often or how long?",
                "8 of 10 in two weeks running");
        }

        if (string.IsNullOrWhiteSpace(target.Measure))
        {
            return new(SmartLetter.Measurable, "It does not say how it is measured: who counts what, and how often?", "Tally in two lessons a week, by the teaching assistant");
        }

        // A number in the statement alone may be part of the task; then the success criterion has to say when it is reached.
        return !Amount().IsMatch(target.SuccessCriterion) && Loose().Match(target.SuccessCriterion) is { Success: true } vague
            ? new(SmartLetter.Measurable, $"“{Quoted(vague.Value)}” is not the same for everyone: how many, how often or how long?", "8 of 10 in two weeks running")
            : null;
    }

    private static SmartTip? Achievable(SmartTarget target)
    {
        if (string.IsNullOrWhiteSpace(target.Baseline))
        {
            return new(SmartLetter.Achievable, "Without where the pupil is now, nobody can tell whether this is within reach.", "3 of 10 in the first week of term");
        }

        var wanted = $"{target.Statement} {target.SuccessCriterion}";
        if (Absolute().Match(wanted) is { Success: true } absolute)
        {
            return new(SmartLetter.Achievable, $"“{Quoted(absolute.Value)}” leaves no room for one bad day. What would be good enough?", "4 days of 5");
        }

        if (!HasFact(target.Baseline))
        {
            return new(SmartLetter.Achievable, $"“{Quoted(target.Baseline.Trim())}” does not say where the pupil is now. Count it once, in the way it will be measured.", "3 of 10 in the first week of term");
        }

        return Leap(target.Baseline, wanted) is var (from, to)
            ? new(SmartLetter.Achievable, $"From {from} to {to} is a long way for one plan. What would be the first step?", "twice what it is now")
            : null;
    }

    private static SmartTip? Relevant(SmartTarget target, SmartPlan plan)
    {
        if (Masking().Match(target.Statement) is { Success: true } masking)
        {
            return new(
                SmartLetter.Relevant,
                $"“{Quoted(masking.Value)}” asks the pupil to look like others rather than to do what helps. What is it for, and how else could it be reached?",
                "shows that she listens in her own way: answers a question on what was said");
        }

        return target.Area is not { } area
            ? new(SmartLetter.Relevant, "No area of need is chosen yet, so nobody can tell which need it serves.")
            : plan.Areas.Count > 0 && !plan.Areas.Contains(area)
                ? new(SmartLetter.Relevant, $"No need is recorded in {char.ToLowerInvariant(area.Name()[0])}{area.Name()[1..]}. Choose another area, or record the need.")
                : null;
    }

    private static SmartTip? TimeBound(SmartTarget target, SmartPlan plan)
    {
        if (target.ByWhen is not { } by)
        {
            return new(SmartLetter.TimeBound, "It has no date yet.", plan.ReviewOn is { } date ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "");
        }

        if (by < plan.StartsOn)
        {
            return new(SmartLetter.TimeBound, "Its date is before the plan starts.");
        }

        if (by > plan.ReviewOn)
        {
            return new(SmartLetter.TimeBound, "Its date is after the review, where its result is asked for.", plan.ReviewOn.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        }

        return by > plan.StartsOn?.AddDays(7 * MostWeeks)
            ? new(SmartLetter.TimeBound, "Its date is more than a year away: that is a long-term outcome. What is the step for this plan?")
            : null;
    }

    // What the pupil will do: after "will", "can", "to"; otherwise the statement itself.
    private static string ActionOf(string statement) => Will().Match(statement) is { Success: true } will ? statement[(will.Index + will.Length)..] : statement;

    // A noun or two, without anything that is done.
    private static bool IsTopic(string statement)
    {
        var words = Words().Count(statement);
        return !Will().IsMatch(statement) && !Amount().IsMatch(statement) && (words <= 2 || ListOrGroup().IsMatch(statement)) && !Vague.Any(row => row.Word.IsMatch(statement));
    }

    // A figure, or words that say more than "poor" or "struggles"; in a longer sentence such a word stands beside something seen.
    private static bool HasFact(string baseline) => Amount().IsMatch(baseline) || Words().Count(baseline) > 4 || (baseline.Trim().Length > 3 && !Hazy().IsMatch(baseline));

    // Numbers before the same word: "35 words" and "300 words". "5 of 10" is a share of what is asked and says nothing of a leap.
    private static (string From, string To)? Leap(string baseline, string wanted)
    {
        var now = Quantities(baseline);
        foreach (var (unit, to, text) in Quantities(wanted))
        {
            foreach (var (_, from, start) in now.Where(known => known.Unit == unit && known.Number > 0))
            {
                if (to > 5 * from && to - from >= 30)
                {
                    return (start, text);
                }
            }
        }

        return ReadingAge().Match(baseline) is { Success: true } age && ReadingAge().Match(wanted) is { Success: true } goal
            && int.Parse(goal.Groups[2].Value, CultureInfo.InvariantCulture) - int.Parse(age.Groups[2].Value, CultureInfo.InvariantCulture) > 2
                ? (age.Value, goal.Value)
                : null;
    }

    private static List<(string Unit, decimal Number, string Text)> Quantities(string text) =>
    [
        .. Quantity().Matches(text).Where(match => match.Groups[1].Length < 9)
            .Select(match => (match.Groups[2].Value.TrimEnd('s').ToLowerInvariant(), decimal.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), match.Value)),
    ];

    private static string Quoted(string text)
    {
        var plain = text.Trim().TrimEnd('.');
        return plain.Length <= 60 ? plain : $"{plain[..(char.IsHighSurrogate(plain[58]) ? 58 : 59)]}…";
    }

    private static (Regex Word, string Example) Verb(string stems, string example) => (new Regex($@"^(?:(?:show\w*|begin|start|be able|have|\p{{L}}+ly)\s+(?:to\s+)?)?(?:{stems})\b", Options), example);

    private static (Regex Word, string Example) Word(string stems, string example) => (new Regex($@"\b(?:{stems})\b", Options), example);

    [GeneratedRegex(@"[\p{L}’'-]+", Options)]
    private static partial Regex Words();

    // Up to the first comma, colon, "by", "so that", "using": the part in which the main verb stands.
    [GeneratedRegex(@"^[^,:;.(]*?(?=\s(?:by|using|with|so that|when|instead|enough|and|in order)\s|[,:;.(]|$)", Options)]
    private static partial Regex MainPart();

    [GeneratedRegex(@"\b(?:will be able to|is able to|to be able to|will|can|is going to|should)\s+(?:be able to\s+)?|^to\s+(?:be able to\s+)?", Options)]
    private static partial Regex Will();

    [GeneratedRegex(
        @"^(?:the\s+)?(?:staff|adults?|teachers?|class teacher|TAs?|teaching assistants?|parents|school|we|an adult|mum|dad|(?:mrs?|ms|miss|dr)\.?\s\w+)\s+(?:will|to|should|must)\b|^(?:to\s+)?(?:provide|ensure|give|allow|help|enable|encourage|offer|teach|support|make sure|monitor|refer|deliver|use of|access to)\b|^to be (?:supported|given|provided|helped|offered|taught|seen)\b|^(?:will\s+)?receive\b|\bprogramme$|\bgroup with\b|\b(?:therapy|intervention|1:1|one-to-one)$",
        Options)]
    private static partial Regex AdultDoes();

    [GeneratedRegex(@"^(?:not|never|no longer|stop|refrain from|avoid|cease|reduce|keep from|desist)\b(?:\s\p{L}+){0,3}", Options)]
    private static partial Regex Refrains();

    [GeneratedRegex(@"\binstead\b|\brather than\b|\bby\s\p{L}+ing\b", Options)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^[\p{L} -]*\b(?:and|skills?|group|work|management|sharing)\b[\p{L} -]*$", Options)]
    private static partial Regex ListOrGroup();

    [GeneratedRegex(@"\b(?:appropriate(?:ly)?|properly|in the right way|nicely)\b", Options)]
    private static partial Regex Blanket();

    [GeneratedRegex(@"\bfrom\s+(?:\p{L}+\s+){0,2}\d+.*\bto\s+(?:\p{L}+\s+){0,2}\d+|\bwell enough to\b|^\p{L}+ and \p{L}+ (?:\p{L}+ )?\d", Options)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(?:[:;]\s*|\b(?:by|so that (?:he|she|they|it))\s|\band shows? it by\s|\bwill\s)(\p{L}+.*)$", Options)]
    private static partial Regex Explained();

    [GeneratedRegex(
        @"\d|½|¼|¾|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|once|twice|half|each|every|both|all|none|no|without|never|always|zero)\b",
        Options)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:more|less|fewer|better|often|regularly|usually|mostly|most|some|many|a lot|sometimes|frequently|well|good|neater|longer|for a while|improved)\b(?:\s\p{L}+)?", Options)]
    private static partial Regex Loose();

    [GeneratedRegex(@"\b(?:always|never|at all times|every time|every single|every lesson|every argument|100\s?%|100 per ?cent|perfect(?:ly)?)", Options)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\b(?:poor|low|weak|bad|struggl\w*|hard|difficult\w*|behind|below|unclear|not good|limited|very|needs work|rush\w*|messy|anxious)\b", Options)]
    private static partial Regex Hazy();

    [GeneratedRegex(
        @"\beye contact\b|\bin the eye\b|\b(?:stop|not|keep from|without|reduce)\s(?:\p{L}+\s)?(?:flapp|rock|stimm|fidget|lining|humm|spinn)\w*|\b(?:sit|hands|legs|body|keep)\s(?:\p{L}+\s){0,2}still\b|\blike the other|\blook(?:s)? normal\b|\bhide (?:his|her|their)\b|\bwhole body listening\b",
        Options)]
    private static partial Regex Masking();

    [GeneratedRegex(@"(\d[\d,]*(?:\.\d+)?)\s+(\p{L}+)", Options)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(reading age|spelling age)\s(?:of\s|from\s\d+\sto\s)?(\d{1,2})", Options)]
    private static partial Regex ReadingAge();
}
