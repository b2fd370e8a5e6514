using System.Text.Json;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using Xunit.Abstractions;

namespace SenSupport.Domain.Tests.Cycles.Smart;

/// <summary>The SMART helper beside what a SENCo would say of the same targets.</summary>
public sealed class SmartHelperTests(ITestOutputHelper output)
{
    private static readonly DateOnly Starts = new(2026, 9, 7);

    private static readonly SmartPlan Plan = new(Starts, null, [AreaOfNeed.CommunicationAndInteraction]);

    private static readonly List<Labelled> Good = Read("good-targets"), Weak = Read("weak-targets");

    public static TheoryData<string, string, SmartLetter, string> Words => new()
    {
        { "Improve reading", "", SmartLetter.Specific, "“Improve” does not say what you would see." },
        { "Will not hit others", "", SmartLetter.Specific, "“not hit others” says what will stop. What will one see instead?" },
        { "Staff will read with Ali", "", SmartLetter.Specific, "“Staff will” says what adults do, which belongs to strategies or provision. What will one see the pupil do?" },
        { "Phonics", "", SmartLetter.Specific, "“Phonics” is a topic. What will the pupil do in it?" },
        { "Reads aloud", "", SmartLetter.Measurable, "What success looks like has no number yet: how many, how often or how long?" },
        { "Reads aloud", "More often", SmartLetter.Measurable, "“More often” is not the same for everyone: how many, how often or how long?" },
        { "Reads aloud twice", "", SmartLetter.Measurable, "It does not say how it is measured: who counts what, and how often?" },
        { "Reads aloud", "", SmartLetter.Achievable, "Without where the pupil is now, nobody can tell whether this is within reach." },
        { "Reads aloud", "", SmartLetter.Relevant, "No area of need is chosen yet, so nobody can tell which need it serves." },
        { "Reads aloud", "", SmartLetter.TimeBound, "It has no date yet." },
    };

    [Fact]
    public void Check_BesideWhatASencoSays_AgreesOftenEnough()
    {
        Assert.True(Good.Count >= 150 && Weak.Count >= 150, $"{Good.Count} good and {Weak.Count} weak targets");
        var all = Good.Concat(Weak).ToList();
        var floors = new Dictionary<SmartLetter, (double Precision, double Recall)>
        {
            [SmartLetter.Specific] = (0.93, 0.95),
            [SmartLetter.Measurable] = (0.95, 0.93),
            [SmartLetter.Achievable] = (0.95, 0.95),
            [SmartLetter.Relevant] = (0.95, 0.95),
            [SmartLetter.TimeBound] = (0.95, 0.95),
        };
        foreach (var row in all.Where(row => !row.Found.SetEquals(row.Lacks)))
        {
            output.WriteLine($"{Name(row.Lacks)} was found {Name(row.Found)}: {row.Target.Statement} | {row.Target.Baseline} | {row.Target.Measure} | {row.Target.SuccessCriterion}");
        }

        foreach (var letter in Enum.GetValues<SmartLetter>())
        {
            var (precision, recall) = Agreement(all, letter);
            output.WriteLine($"{letter}: precision {precision:P1}, recall {recall:P1}");
            Assert.True(precision >= floors[letter].Precision && recall >= floors[letter].Recall, $"{letter}: precision {precision:P1}, recall {recall:P1}");
        }

        var told = (Good.Count(row => row.Found.Count == 0) + Weak.Count(row => row.Found.Count > 0)) / (double)all.Count;
        var exact = all.Count(row => row.Found.SetEquals(row.Lacks)) / (double)all.Count;
        output.WriteLine($"good told from weak {told:P1}; all letters alike {exact:P1}; good without a word {Good.Count(row => row.Found.Count == 0)} of {Good.Count}; weak with one {Weak.Count(row => row.Found.Count > 0)} of {Weak.Count}");
        Assert.True(told >= 0.95 && exact >= 0.95, $"good told from weak {told:P1}; all letters alike {exact:P1}");
    }

    [Fact]
    public void Check_OverTheTargetBank_HardlyComplains()
    {
        using var file = typeof(SmartHelperTests).Assembly.GetManifestResourceStream("Smart/bank.json")!;
        var bank = JsonDocument.Parse(file).RootElement.EnumerateArray().ToList();
        var found = bank.Select(entry => (Words: Filled(entry, "statement"), Tips: SmartHelper.Check(
            new SmartTarget(Filled(entry, "statement"), Filled(entry, "baselineExample"), Filled(entry, "measure"), Filled(entry, "successCriterion"), Enum.Parse<AreaOfNeed>(Filled(entry, "area")), Starts.AddDays(7 * entry.GetProperty("weeks").GetInt32())),
            new SmartPlan(Starts, null, Enum.GetValues<AreaOfNeed>())))).Where(entry => entry.Tips.Count > 0).ToList();

        found.ForEach(entry => output.WriteLine($"{entry.Words}: {string.Join(' ', entry.Tips.Select(tip => tip.Words))}"));
        Assert.True(bank.Count >= 169);
        Assert.True(found.Count <= bank.Count * 2 / 100, $"{found.Count} of {bank.Count}");
    }

    [Fact]
    public void Check_OverTheTargetsOfTheDemonstrationSchool_HardlyComplains()
    {
        using var file = typeof(SmartHelperTests).Assembly.GetManifestResourceStream("Smart/stories.json")!;
        var targets = JsonDocument.Parse(file).RootElement.EnumerateArray().SelectMany(story => story.GetProperty("cycles").EnumerateArray()).SelectMany(cycle => cycle.GetProperty("targets").EnumerateArray()).ToList();
        var found = targets.Select(target => (Words: Filled(target, "statement"), Tips: SmartHelper.Check(
            new SmartTarget(Filled(target, "statement"), Filled(target, "baseline"), Filled(target, "measure"), Filled(target, "successCriterion"), Enum.Parse<AreaOfNeed>(Filled(target, "area")), Starts.AddDays(84)),
            new SmartPlan(Starts, null, Enum.GetValues<AreaOfNeed>())))).Where(entry => entry.Tips.Count > 0).ToList();

        output.WriteLine($"{found.Count} of {targets.Count}");
        found.ForEach(entry => output.WriteLine($"{entry.Words}: {string.Join(' ', entry.Tips.Select(tip => tip.Words))}"));
        Assert.True(targets.Count > 150);
        Assert.True(found.Count <= targets.Count * 5 / 100, $"{found.Count} of {targets.Count}");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Check_WhenALetterLacks_SaysWhatIsMissing(string statement, string success, SmartLetter letter, string words) =>
        Assert.Equal(words, SmartHelper.Check(new SmartTarget(statement, SuccessCriterion: success), Plan).Single(tip => tip.Letter == letter).Words);

    [Fact]
    public void Check_WhenTheDateIsAfterTheReview_NamesTheReview()
    {
        var plan = Plan with { ReviewOn = new DateOnly(2026, 12, 11) };
        SmartTip? Tip(DateOnly by) => SmartHelper.Check(Whole with { ByWhen = by }, plan).SingleOrDefault();

        Assert.Null(Tip(new(2026, 12, 11)));
        Assert.Equal((SmartLetter.TimeBound, "11 Dec 2026"), (Tip(new(2026, 12, 12))!.Letter, Tip(new(2026, 12, 12))!.Example));
        Assert.Equal("Its date is before the plan starts.", Tip(new(2026, 9, 6))!.Words);
        Assert.Null(Tip(new(2026, 9, 7)));
    }

    [Fact]
    public void Check_WhenTheDateIsMoreThanAYearAway_SaysThatItIsALongTermOutcome()
    {
        Assert.Empty(SmartHelper.Check(Whole with { ByWhen = Starts.AddDays(364) }, Plan));
        Assert.Equal(SmartLetter.TimeBound, Assert.Single(SmartHelper.Check(Whole with { ByWhen = Starts.AddDays(365) }, Plan)).Letter);
    }

    [Fact]
    public void Check_WhenNoNeedIsRecorded_FindsNoAreaWrong()
    {
        var elsewhere = Whole with { Area = AreaOfNeed.SensoryPhysical };

        Assert.Empty(SmartHelper.Check(elsewhere, Plan with { Areas = [] }));
        Assert.Equal("No need is recorded in sensory and/or physical. Choose another area, or record the need.", Assert.Single(SmartHelper.Check(elsewhere, Plan)).Words);
    }

    [Fact]
    public void Check_WhenThereAreNoWords_SaysNothing() => Assert.Empty(SmartHelper.Check(new SmartTarget(" ", "4"), Plan));

    [Fact]
    public void Check_WhateverIsTyped_TakesNoLongTime()
    {
        foreach (var text in new[] { new string('a', 20_000), string.Concat(Enumerable.Repeat("will by ", 2_500)), string.Concat(Enumerable.Repeat("from 1 to ", 2_000)), string.Concat(Enumerable.Repeat("1 ", 10_000)), string.Concat(Enumerable.Repeat("😀", 10_000)) })
        {
            SmartHelper.Check(new SmartTarget(text, text, text, text), Plan);
        }
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(60, true)]
    public void CheckCount_WhenThereAreManyTargets_SaysSo(int targets, bool says) => Assert.Equal(says, SmartHelper.CheckCount(targets) is not null);

    private static SmartTarget Whole => new("Ali will ask for help with his card", "1 of 10 times", "Tally in two lessons a week", "8 of 10 times", AreaOfNeed.CommunicationAndInteraction, Starts.AddDays(70));

    private static string Filled(JsonElement entry, string name) => Pronouns.For(Sex.Male).Fill(entry.GetProperty(name).GetString()!, "Ali");

    private static (double Precision, double Recall) Agreement(List<Labelled> rows, SmartLetter letter)
    {
        var both = rows.Count(row => row.Found.Contains(letter) && row.Lacks.Contains(letter));
        return (both / (double)rows.Count(row => row.Found.Contains(letter)), both / (double)rows.Count(row => row.Lacks.Contains(letter)));
    }

    private static string Name(IEnumerable<SmartLetter> letters) => string.Concat(letters.Order().Select(letter => $"{letter}"[0])) is { Length: > 0 } text ? text : "-";

    private static List<Labelled> Read(string name)
    {
        using var reader = new StreamReader(typeof(SmartHelperTests).Assembly.GetManifestResourceStream($"Smart/{name}.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Labelled.Of)];
    }

    private sealed record Labelled(HashSet<SmartLetter> Lacks, SmartTarget Target, HashSet<SmartLetter> Found)
    {
        public static Labelled Of(string line)
        {
            var parts = line.Split('|');
            var area = parts[1].TrimStart('!') switch
            {
                "CI" => AreaOfNeed.CommunicationAndInteraction,
                "CL" => AreaOfNeed.CognitionAndLearning,
                "SE" => AreaOfNeed.SocialEmotionalMentalHealth,
                "SP" => AreaOfNeed.SensoryPhysical,
                _ => (AreaOfNeed?)null,
            };
            var weeks = int.Parse(parts[6]);
            var target = new SmartTarget(parts[2], parts[3], parts[4], parts[5], area, weeks == 0 ? null : Starts.AddDays(7 * weeks));
            AreaOfNeed[] areas = parts[1].StartsWith('!') ? [.. Enum.GetValues<AreaOfNeed>().Where(other => other != area)] : Enum.GetValues<AreaOfNeed>();
            return new Labelled(
                [.. parts[0].Where(letter => letter != '-').Select(letter => Enum.GetValues<SmartLetter>().Single(known => $"{known}"[0] == letter))],
                target,
                [.. SmartHelper.Check(target, new SmartPlan(Starts, null, areas)).Select(tip => tip.Letter)]);
        }
    }
}
