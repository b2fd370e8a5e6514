using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Writes the plan of a story's cycle with the words of the banks: outcomes, targets, strategies, provision.</summary>
internal sealed class PlanWriter(DemoContent content)
{
    private const int MostMustDos = 3, MostStrategies = 8;
    private readonly Dictionary<string, HashSet<string>> words = content.Targets.ToDictionary(target => target.Id, target => WordsOf(target.Statement));

    /// <summary>The plan. Rows that were brought over from the last cycle keep their keys where the story goes on with them.</summary>
    public PlanContent Write(PlanBrief brief)
    {
        var (story, cycle, text) = (brief.Story, brief.Cycle, brief.Text);
        var outcomes = cycle.Targets.Select(target => target.Area).Distinct().ToDictionary(area => area, area =>
        {
            var wording = text.Fill(OutcomeFor(area, story, cycle, brief.Phase));
            return new OutcomeContent(brief.Current.Outcomes.FirstOrDefault(known => known.Text == wording)?.Id ?? Guid.CreateVersion7(), wording, brief.OutcomesBy);
        });
        var carried = brief.Current.Targets.Where(target => target.CarriedFromId is not null).ToList();
        var targets = cycle.Targets.Select(target =>
        {
            var from = carried.Find(known => known.Area == target.Area);
            carried.Remove(from!);
            return new TargetContent(
                from?.Id ?? Guid.CreateVersion7(),
                outcomes[target.Area].Id,
                target.Area,
                text.Fill(target.Statement),
                text.Fill(target.Baseline),
                brief.WithoutMeasure ? "" : text.Fill(target.Measure),
                brief.WithoutMeasure ? "" : text.Fill(target.SuccessCriterion),
                brief.ReviewOn,
                Reformulated: from is null ? null : Reformulation.SmallerStep);
        }).ToList();
        return new PlanContent(
            brief.StartsOn,
            brief.ReviewOn,
            brief.Responsible?.Id,
            text.Fill(cycle.ExpectedImpact),
            text.Fill(cycle.AtHome),
            text.Fill(cycle.PupilsPart),
            [.. outcomes.Values],
            targets,
            Strategies(brief),
            [.. cycle.Provision.Select(row => Provision(row, brief, targets))]);
    }

    /// <summary>The phase of a year as the banks name it.</summary>
    public static string PhaseOf(string ncYear) => ncYear switch { "R" => "EYFS", "1" or "2" => "KS1", _ => "KS2" };

    // The outcome under which the bank keeps the targets that are most like the cycle's own.
    private string OutcomeFor(AreaOfNeed area, Story story, StoryCycle cycle, string phase)
    {
        var codes = story.Needs.Select(need => need.Code).ToList();
        var statements = cycle.Targets.Where(target => target.Area == area).Select(target => WordsOf(target.Statement)).ToList();
        return content.Targets
            .Where(target => target.Area == area && target.Phases.Contains(phase))
            .MaxBy(target => (statements.Max(own => own.Count(words[target.Id].Contains)) * 2) + (target.NeedTypes.Any(codes.Contains) ? 3 : 0))!
            .LongTermOutcome;
    }

    private List<StrategyContent> Strategies(PlanBrief brief)
    {
        var earlier = brief.Story.Cycles.TakeWhile(cycle => cycle != brief.Cycle).SelectMany(cycle => cycle.Strategies).Reverse();
        return [.. brief.Cycle.Strategies.Concat(earlier).Distinct().Take(MostStrategies).Select((id, index) =>
        {
            var strategy = content.Strategies[id];
            var wording = index < MostMustDos ? strategy.Title : $"{strategy.Title}. {strategy.Text}";
            var known = brief.Current.Strategies.FirstOrDefault(row => row.Text.StartsWith(strategy.Title, StringComparison.Ordinal));
            return new StrategyContent(known?.Id ?? Guid.CreateVersion7(), wording, strategy.Subject ?? "Every adult", index < MostMustDos, id, strategy.Area);
        })];
    }

    private ProvisionContent Provision(StoryProvision row, PlanBrief brief, List<TargetContent> targets)
    {
        var ends = brief.StartsOn.AddDays((7 * row.Weeks) - 3);
        return new ProvisionContent(
            Guid.CreateVersion7(),
            content.Interventions[row.InterventionId].Name,
            row.DeliveredBy switch
            {
                "Teaching assistant" or "Named teaching assistant" or "Key adult" or "Teaching assistant trained" => brief.Assistant.Name,
                "Teacher" or "Class teacher" or "Reception teacher" => brief.Teacher.Name,
                "Learning mentor" or "Trained emotional literacy support assistant" => brief.Mentor.Name,
                _ => row.DeliveredBy,
            },
            row.Where,
            row.Minutes,
            row.TimesAWeek,
            row.GroupSize,
            brief.StartsOn,
            brief.ReviewOn is { } review && review < ends && review > brief.StartsOn ? review : ends,
            [.. row.ServesTargets.Select(number => targets[number - 1].Id)]);
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. SearchText.Fold(text.Replace("{", "", StringComparison.Ordinal)).Split(' ').Where(word => word.Length > 3 && word is not ("name" or "will" or "with" or "they" or "their" or "least"))];
}

/// <summary>What a plan is written from.</summary>
/// <param name="Story">The story.</param>
/// <param name="Cycle">Its cycle.</param>
/// <param name="Text">Puts the pupil into the words.</param>
/// <param name="Current">The cycle as it is, with what was brought over.</param>
/// <param name="StartsOn">First day of the plan.</param>
/// <param name="ReviewOn">The review date, where one is set.</param>
/// <param name="OutcomesBy">When the long-term outcomes are to be reached: the end of the key stage.</param>
/// <param name="Phase">The phase as the banks name it.</param>
/// <param name="Responsible">Who is responsible; null is a gap worth showing.</param>
/// <param name="Teacher">The class teacher.</param>
/// <param name="Assistant">The teaching assistant.</param>
/// <param name="Mentor">The learning mentor.</param>
/// <param name="WithoutMeasure">Whether the targets lack what they are measured by.</param>
internal sealed record PlanBrief(
    Story Story,
    StoryCycle Cycle,
    DemoText Text,
    SupportCycle Current,
    DateOnly StartsOn,
    DateOnly? ReviewOn,
    DateOnly OutcomesBy,
    string Phase,
    StaffMember? Responsible,
    StaffMember Teacher,
    StaffMember Assistant,
    StaffMember Mentor,
    bool WithoutMeasure);
