using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>What the plan stage records (CoP 6.48 to 6.51). Only what cannot be true is refused; what is missing is shown as outstanding.</summary>
public sealed record PlanContent(
    DateOnly? StartsOn,
    DateOnly? ReviewOn,
    Guid? ResponsibleTeacherId,
    string ExpectedImpact,
    string AtHome,
    string PupilsPart,
    IReadOnlyList<OutcomeContent> Outcomes,
    IReadOnlyList<TargetContent> Targets,
    IReadOnlyList<StrategyContent> Strategies,
    IReadOnlyList<ProvisionContent> Provision)
{
    /// <summary>Nothing written yet.</summary>
    public static PlanContent Empty { get; } = new(null, null, null, "", "", "", [], [], [], []);

    /// <summary>The content as it is stored.</summary>
    /// <exception cref="DomainRuleException">Something in it cannot be stored or cannot be true.</exception>
    internal PlanContent Checked()
    {
        DomainRuleException.Require(!(ReviewOn <= StartsOn), $"The review date must be after {StartsOn:d MMMM yyyy}, when the plan starts");
        RequireOnce(Outcomes.Select(outcome => outcome.Id));
        RequireOnce(Targets.Select(target => target.Id));
        RequireOnce(Strategies.Select(strategy => strategy.Id));
        RequireOnce(Provision.Select(row => row.Id));
        var outcomeIds = Outcomes.Select(outcome => outcome.Id).ToHashSet();
        var targetIds = Targets.Select(target => target.Id).ToHashSet();
        return this with
        {
            ExpectedImpact = TextLimits.Keep(ExpectedImpact, TextLimits.Narrative, "Expected impact"),
            AtHome = TextLimits.Keep(AtHome, TextLimits.Narrative, "At home"),
            PupilsPart = TextLimits.Keep(PupilsPart, TextLimits.Narrative, "The pupil’s own part"),
            Outcomes = [.. Outcomes.Select(outcome => outcome.Checked())],
            Targets = [.. Targets.Select((target, index) => target.Checked(index + 1, outcomeIds))],
            Strategies = [.. Strategies.Select(strategy => strategy.Checked())],
            Provision = [.. Provision.Select(row => row.Checked(targetIds))],
        };
    }

    private static void RequireOnce(IEnumerable<Guid> ids) =>
        DomainRuleException.Require(ids.GroupBy(id => id).All(same => same.Count() == 1), "The same row was given twice");
}

/// <summary>A long-term outcome as it is written: see <see cref="LongTermOutcome"/>.</summary>
public sealed record OutcomeContent(Guid Id, string Text = "", DateOnly? ByWhen = null)
{
    internal OutcomeContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Text), "Enter the long-term outcome, or remove it");
        return this with { Text = TextLimits.Keep(Text, TextLimits.Narrative, "A long-term outcome") };
    }
}

/// <summary>A target as it is written: see <see cref="Target"/>.</summary>
public sealed record TargetContent(
    Guid Id,
    Guid? OutcomeId = null,
    AreaOfNeed? Area = null,
    string Statement = "",
    string Baseline = "",
    string Measure = "",
    string SuccessCriterion = "",
    DateOnly? ByWhen = null,
    string FromBank = "",
    Reformulation? Reformulated = null,
    string ReformulatedNote = "")
{
    internal TargetContent Checked(int number, HashSet<Guid> outcomeIds)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Statement), $"Target {number}: enter what the pupil will do, or remove the target");
        DomainRuleException.Require(Reformulated != Reformulation.KeptAsItIs || !string.IsNullOrWhiteSpace(ReformulatedNote), $"Target {number}: enter why it is kept as it is");
        return this with
        {
            // An outcome that was removed beside the target leaves the target standing on its own.
            OutcomeId = OutcomeId is { } id && outcomeIds.Contains(id) ? id : null,
            Statement = TextLimits.Keep(Statement, TextLimits.Narrative, $"Target {number}"),
            Baseline = TextLimits.Keep(Baseline, TextLimits.Narrative, $"Target {number}: the baseline"),
            Measure = TextLimits.Keep(Measure, TextLimits.Narrative, $"Target {number}: the measure"),
            SuccessCriterion = TextLimits.Keep(SuccessCriterion, TextLimits.Narrative, $"Target {number}: what success looks like"),
            FromBank = TextLimits.Keep(FromBank, TextLimits.Name, $"Target {number}: its entry in the bank"),
            ReformulatedNote = TextLimits.Keep(ReformulatedNote, TextLimits.Narrative, $"Target {number}: what was changed"),
        };
    }
}

/// <summary>A strategy as it is written: see <see cref="PlanStrategy"/>.</summary>
public sealed record StrategyContent(Guid Id, string Text = "", string For = "", bool MustDo = false, string FromBank = "", AreaOfNeed? Area = null)
{
    internal StrategyContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Text), "Enter the strategy, or remove it");
        return this with
        {
            Text = TextLimits.Keep(Text, TextLimits.Narrative, "A strategy"),
            For = TextLimits.Keep(For, TextLimits.Name, "For whom a strategy is"),
            FromBank = TextLimits.Keep(FromBank, TextLimits.Name, "The entry in the bank that a strategy is from"),
        };
    }
}

/// <summary>A row of provision as it is written: see <see cref="ProvisionRow"/>.</summary>
public sealed record ProvisionContent(
    Guid Id,
    string What = "",
    string DeliveredBy = "",
    string Where = "",
    int? Minutes = null,
    decimal? TimesAWeek = null,
    int? GroupSize = null,
    DateOnly? From = null,
    DateOnly? To = null,
    IReadOnlyList<Guid>? Serves = null)
{
    /// <summary>The most minutes that a session may take: a school day.</summary>
    public const int MostMinutes = 480;

    /// <summary>The most sessions a week: five a day.</summary>
    public const decimal MostTimesAWeek = 25;

    /// <summary>The largest group.</summary>
    public const int LargestGroup = 60;

    /// <summary>The targets that it serves; never null.</summary>
    public IReadOnlyList<Guid> Serves { get; init; } = Serves ?? [];

    internal ProvisionContent Checked(HashSet<Guid> targetIds)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(What), "Enter what the provision is, or remove the row");
        DomainRuleException.Require(Minutes is null or (>= 1 and <= MostMinutes), $"Minutes: enter 1 to {MostMinutes}");
        DomainRuleException.Require(TimesAWeek is null or (> 0 and <= MostTimesAWeek), $"Times a week: enter more than 0, up to {MostTimesAWeek:0}");
        DomainRuleException.Require(GroupSize is null or (>= 1 and <= LargestGroup), $"Group size: enter 1 to {LargestGroup}");
        DomainRuleException.Require(!(To < From), "Provision must not end before it starts");
        return this with
        {
            What = TextLimits.Keep(What, TextLimits.Line, "What the provision is"),
            DeliveredBy = TextLimits.Keep(DeliveredBy, TextLimits.Line, "Who delivers the provision"),
            Where = TextLimits.Keep(Where, TextLimits.Line, "Where the provision takes place"),
            Serves = [.. Serves.Where(targetIds.Contains)],
        };
    }
}
