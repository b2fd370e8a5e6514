using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>What a pupil will be able to do by the end of a phase or key stage; targets are steps towards it.</summary>
public sealed class LongTermOutcome
{
    private LongTermOutcome()
    {
    }

    /// <summary>The outcome's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The outcome.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By when, where it was agreed.</summary>
    public DateOnly? ByWhen { get; private set; }

    internal static LongTermOutcome Of(Guid id) => new() { Id = id };

    internal void Write(OutcomeContent content, int position) => (Text, ByWhen, Position) = (content.Text, content.ByWhen, position);

    internal OutcomeContent Content() => new(Id, Text, ByWhen);
}

/// <summary>A short-term SMART target, and what became of it.</summary>
public sealed class Target
{
    private Target()
    {
    }

    /// <summary>The target's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place in the plan, from 0; the target's number is one more.</summary>
    public int Position { get; private set; }

    /// <summary>The long-term outcome that it is a step towards.</summary>
    public Guid? OutcomeId { get; private set; }

    /// <summary>The area of need that it serves.</summary>
    public AreaOfNeed? Area { get; private set; }

    /// <summary>What the pupil will do.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>Where the pupil is now.</summary>
    public string Baseline { get; private set; } = "";

    /// <summary>How progress is measured.</summary>
    public string Measure { get; private set; } = "";

    /// <summary>What success looks like.</summary>
    public string SuccessCriterion { get; private set; } = "";

    /// <summary>By when.</summary>
    public DateOnly? ByWhen { get; private set; }

    /// <summary>The entry of the target bank that it was made from; empty for one in the writer's own words.</summary>
    public string FromBank { get; private set; } = "";

    /// <summary>The target of the cycle before that this one comes from, to be reformulated (CoP 6.55).</summary>
    public Guid? CarriedFromId { get; private set; }

    /// <summary>How that one was worded.</summary>
    public string CarriedStatement { get; private set; } = "";

    /// <summary>How that one was measured.</summary>
    public string CarriedMeasure { get; private set; } = "";

    /// <summary>What success looked like for that one.</summary>
    public string CarriedSuccessCriterion { get; private set; } = "";

    /// <summary>How that one ended; null where it was stopped early, or has no result.</summary>
    public TargetResult? CarriedResult { get; private set; }

    /// <summary>How it was reformulated; null while nobody said.</summary>
    public Reformulation? Reformulated { get; private set; }

    /// <summary>What was changed; where it was kept as it is, why.</summary>
    public string ReformulatedNote { get; private set; } = "";

    /// <summary>The first progress mark, −2 to 2, in this cycle.</summary>
    public int? FirstMark { get; private set; }

    /// <summary>The latest progress mark, −2 to 2.</summary>
    public int? LatestMark { get; private set; }

    /// <summary>When it was last marked.</summary>
    public DateOnly? MarkedOn { get; private set; }

    /// <summary>How often it was marked.</summary>
    public int MarkCount { get; private set; }

    /// <summary>How it ended, as the review found.</summary>
    public TargetResult? Result { get; private set; }

    /// <summary>The evidence for the result.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>The day it was stopped before its time.</summary>
    public DateOnly? StoppedOn { get; private set; }

    /// <summary>Why it was stopped.</summary>
    public string StopReason { get; private set; } = "";

    /// <summary>Whether it comes over to the next cycle although it was stopped.</summary>
    public bool BringOverStopped { get; private set; }

    /// <summary>Whether it was stopped before its time.</summary>
    public bool IsStopped => StoppedOn is not null;

    /// <summary>Whether the next cycle begins with it, to be reformulated (CoP 6.55).</summary>
    public bool ComesOver => IsStopped ? BringOverStopped : Result?.IsMet() != true;

    /// <summary>Whether it was brought over, still has the words of the cycle before, and nobody said what is to be different.</summary>
    public bool ToReformulate => CarriedFromId is not null && Reformulated is null && Statement == CarriedStatement;

    internal static Target Of(Guid id) => new() { Id = id };

    internal static Target CarriedFrom(Target earlier, Guid? outcomeId, int position) => new()
    {
        Id = Guid.CreateVersion7(),
        Position = position,
        OutcomeId = outcomeId,
        Area = earlier.Area,
        Statement = earlier.Statement,
        Measure = earlier.Measure,
        SuccessCriterion = earlier.SuccessCriterion,
        FromBank = earlier.FromBank,
        CarriedFromId = earlier.Id,
        CarriedStatement = earlier.Statement,
        CarriedMeasure = earlier.Measure,
        CarriedSuccessCriterion = earlier.SuccessCriterion,
        CarriedResult = earlier.Result,
    };

    internal void Write(TargetContent content, int position)
    {
        (OutcomeId, Area, Statement, Baseline) = (content.OutcomeId, content.Area, content.Statement, content.Baseline);
        (Measure, SuccessCriterion, ByWhen, FromBank, Position) = (content.Measure, content.SuccessCriterion, content.ByWhen, content.FromBank, position);

        // A target that a colleague took away meanwhile and that is written again is a new one: it comes from nowhere.
        (Reformulated, ReformulatedNote) = CarriedFromId is null ? (null, "") : (content.Reformulated, content.ReformulatedNote);
    }

    internal TargetContent Content() => new(Id, OutcomeId, Area, Statement, Baseline, Measure, SuccessCriterion, ByWhen, FromBank, Reformulated, ReformulatedNote);

    internal void Mark(int mark, DateOnly on)
    {
        FirstMark ??= mark;
        (LatestMark, MarkedOn, MarkCount) = (mark, on, MarkCount + 1);
    }

    internal void MarkAnew(IEnumerable<ProgressMark> all)
    {
        ProgressMark[] kept = [.. all.OrderBy(mark => mark.On).ThenBy(mark => mark.Id.ToString(), StringComparer.Ordinal)];
        (FirstMark, LatestMark) = kept.Length == 0 ? (null, null) : ((int?)kept[0].Mark, (int?)kept[^1].Mark);
        (MarkedOn, MarkCount) = (kept.Length == 0 ? null : kept[^1].On, kept.Length);
    }

    internal void Stop(DateOnly on, string reason, bool bringOver) => (StoppedOn, StopReason, BringOverStopped) = (on, reason, bringOver);

    internal void Resume() => (StoppedOn, StopReason, BringOverStopped) = (null, "", false);

    internal void Conclude(ResultContent content) => (Result, Evidence) = (content.Result, content.Evidence);

    internal ResultContent ResultContent() => new(Id, Result, Evidence);
}

/// <summary>What every adult, or those in one subject, do in ordinary lessons.</summary>
public sealed class PlanStrategy
{
    private PlanStrategy()
    {
    }

    /// <summary>The strategy's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The strategy, said to the adult.</summary>
    public string Text { get; private set; } = "";

    /// <summary>For whom: "Every adult", or a subject.</summary>
    public string For { get; private set; } = "";

    /// <summary>The area of need that it serves; null for none in particular.</summary>
    public AreaOfNeed? Area { get; private set; }

    /// <summary>Whether it stands among the few that nobody may leave out.</summary>
    public bool MustDo { get; private set; }

    /// <summary>The entry of the strategy bank that it was made from; empty for one in the writer's own words.</summary>
    public string FromBank { get; private set; } = "";

    internal static PlanStrategy Of(Guid id) => new() { Id = id };

    internal void Write(StrategyContent content, int position) => (Text, For, MustDo, FromBank, Area, Position) = (content.Text, content.For, content.MustDo, content.FromBank, content.Area, position);

    internal StrategyContent Content() => new(Id, Text, For, MustDo, FromBank, Area);
}

/// <summary>A row of provision: what is given that is additional to or different from what every pupil gets.</summary>
public sealed class ProvisionRow
{
    private ProvisionRow()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>What it is.</summary>
    public string What { get; private set; } = "";

    /// <summary>Who gives it.</summary>
    public string DeliveredBy { get; private set; } = "";

    /// <summary>Where.</summary>
    public string Where { get; private set; } = "";

    /// <summary>Minutes a session, 1 to 480.</summary>
    public int? Minutes { get; private set; }

    /// <summary>Sessions a week; a fraction for less than one: 0.25 is once in four weeks.</summary>
    public decimal? TimesAWeek { get; private set; }

    /// <summary>Pupils in the group, 1 to 60.</summary>
    public int? GroupSize { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The targets that it serves.</summary>
    public IReadOnlyList<Guid> Serves { get; private set; } = [];

    internal static ProvisionRow Of(Guid id) => new() { Id = id };

    internal void Write(ProvisionContent content, int position)
    {
        (What, DeliveredBy, Where, Minutes, TimesAWeek) = (content.What, content.DeliveredBy, content.Where, content.Minutes, content.TimesAWeek);
        (GroupSize, From, To, Serves, Position) = (content.GroupSize, content.From, content.To, content.Serves, position);
    }

    internal ProvisionContent Content() => new(Id, What, DeliveredBy, Where, Minutes, TimesAWeek, GroupSize, From, To, Serves);
}

/// <summary>A plan as it was shared, kept whole: later changes do not touch it.</summary>
public sealed class PlanVersion
{
    private PlanVersion()
    {
    }

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private set; }

    /// <summary>1, 2, … within the cycle.</summary>
    public int Number { get; private set; }

    /// <summary>When it was shared, in UTC.</summary>
    public DateTime SharedAt { get; private set; }

    /// <summary>Who shared it.</summary>
    public string SharedBy { get; private set; } = "";

    /// <summary>Everything the document says, as it was that day.</summary>
    public string Frozen { get; private set; } = "";

    /// <summary>Whether the changes are so small that nobody need read it again.</summary>
    public bool IsMinor { get; private set; }

    /// <summary>When it was withdrawn, in UTC; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public string WithdrawnBy { get; private set; } = "";

    /// <summary>Why it was withdrawn.</summary>
    public string WithdrawnReason { get; private set; } = "";

    /// <summary>Whether it was withdrawn.</summary>
    public bool IsWithdrawn => WithdrawnAt is not null;

    internal static PlanVersion Of(Guid cycleId, int number, string frozen, bool isMinor, Acting by) =>
        new() { CycleId = cycleId, Number = number, Frozen = frozen, IsMinor = isMinor, SharedAt = by.At, SharedBy = by.Name };

    internal void Withdraw(string reason, Acting by) => (WithdrawnAt, WithdrawnBy, WithdrawnReason) = (by.At, by.Name, reason);

    internal void MarkMinor(bool isMinor) => IsMinor = isMinor;

    internal void TakeOut(Func<string, string> without) => Frozen = without(Frozen);
}
