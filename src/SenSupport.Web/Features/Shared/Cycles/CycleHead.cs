using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>Where a cycle stands, as it is stored: enough for its title and its four stages.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="Number">1, 2, … for the pupil.</param>
/// <param name="Stage">The stage.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="AssessedOn">The day the assessment was finished.</param>
/// <param name="SupportedFrom">The day the support began.</param>
/// <param name="ReviewOn">The agreed review date.</param>
/// <param name="HeldOn">The day of the review.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="PlanState">Where the plan stands between its writer and the SENCo.</param>
/// <param name="ReviewState">Where the review stands between its writer and the SENCo.</param>
/// <param name="LatestPlanVersion">The number of the latest shared version; 0 before the first.</param>
/// <param name="SharedAt">When that version was shared, in UTC.</param>
public sealed record CycleHead(
    Guid PupilId,
    int Number,
    CycleStage Stage,
    DateOnly OpenedOn,
    DateOnly? AssessedOn,
    DateOnly? SupportedFrom,
    DateOnly? ReviewOn,
    DateOnly? HeldOn,
    DateOnly? ClosedOn,
    WritingState PlanState,
    WritingState ReviewState,
    int LatestPlanVersion,
    DateTime? SharedAt)
{
    /// <summary>For example "Cycle 4, autumn 2026".</summary>
    public string Title => CycleTitle.Of(Number, SupportedFrom ?? OpenedOn);

    /// <summary>The address of the cycle's page.</summary>
    public string Path => $"/pupils/{PupilId}/cycles/{Number}";

    /// <summary>Whether anything in it may still change.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;

    /// <summary>Whether support is being given, so that progress is marked and noted.</summary>
    public bool IsDelivered => Stage is CycleStage.Do or CycleStage.Review;

    /// <summary>The four stages, each with its page and a few words on where it stands.</summary>
    public IReadOnlyList<StageStep> Steps() =>
    [
        Step(CycleStage.Assess, "assess", AssessWords()),
        Step(CycleStage.Plan, "plan", PlanWords()),
        Step(CycleStage.Do, "do", DoWords()),
        Step(CycleStage.Review, "review", ReviewWords()),
    ];

    private StageStep Step(CycleStage stage, string page, string words) => new(stage, $"{Path}/{page}", words, stage < Stage, stage == Stage);

    private string AssessWords() =>
        Stage == CycleStage.Assess ? $"Since {UkDate.DayAndMonth(OpenedOn)}"
        : AssessedOn is { } done ? $"Done {UkDate.DayAndMonth(done)}"
        : "Done";

    private string PlanWords() =>
        Stage == CycleStage.Assess ? "After the assessment"
        : PlanState == WritingState.Sent ? "With the SENCo"
        : PlanState == WritingState.Returned ? "Returned to its writer"
        : LatestPlanVersion > 0 && SharedAt is { } at ? $"Shared {UkDate.DayAndMonth(DateOnly.FromDateTime(SchoolClock.Local(at)))}, version {LatestPlanVersion}"
        : Stage == CycleStage.Plan ? "Being written"
        : "Not shared";

    private string DoWords() =>
        Stage < CycleStage.Do ? "When the plan is shared"
        : SupportedFrom is not { } from ? "In progress"
        : IsOpen ? $"Since {UkDate.DayAndMonth(from)}"
        : $"From {UkDate.DayAndMonth(from)}";

    private string ReviewWords() => Stage switch
    {
        CycleStage.Closed => $"Held {UkDate.Short(HeldOn ?? ClosedOn ?? OpenedOn)}",
        CycleStage.Review when ReviewState == WritingState.Sent => "With the SENCo",
        CycleStage.Review when ReviewState == WritingState.Returned => "Returned to its writer",
        CycleStage.Review => "Being written",
        _ when ReviewOn is { } by => $"By {UkDate.Short(by)}",
        _ => "No date yet",
    };
}

/// <summary>A cycle with its head, from which a page reads what else it shows: part of a query, never made in memory.</summary>
public sealed class HeadedCycle
{
    /// <summary>The cycle.</summary>
    public SupportCycle Cycle { get; init; } = null!;

    /// <summary>Where it stands.</summary>
    public CycleHead Head { get; init; } = null!;

    /// <summary>The cycles of a pupil; whether the person may read them has been asked before.</summary>
    public static IQueryable<HeadedCycle> Of(SenSupportDbContext db, Guid pupilId) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId
        select new HeadedCycle
        {
            Cycle = cycle,
            Head = new CycleHead(
                cycle.PupilId,
                cycle.Number,
                cycle.Stage,
                cycle.OpenedOn,
                cycle.AssessedOn,
                cycle.SupportedFrom,
                cycle.ReviewOn,
                cycle.Review.HeldOn,
                cycle.ClosedOn,
                cycle.PlanState,
                cycle.ReviewState,
                cycle.LatestPlanVersion,
                cycle.PlanVersions.Where(version => version.WithdrawnAt == null).Max(version => (DateTime?)version.SharedAt)),
        };
}

/// <summary>One of the four stages of a cycle.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Href">Its page.</param>
/// <param name="Words">Where it stands, in a few words.</param>
/// <param name="IsDone">Whether it is past.</param>
/// <param name="IsNow">Whether the cycle is there.</param>
public sealed record StageStep(CycleStage Stage, string Href, string Words, bool IsDone, bool IsNow);

/// <summary>What a cycle is called.</summary>
public static class CycleTitle
{
    /// <summary>Its number and the season of a day in it: "Cycle 4, autumn 2026". Terms in England begin in September, January and April.</summary>
    public static string Of(int number, DateOnly day) => $"Cycle {number}, {day.Month switch { >= 9 => "autumn", <= 3 => "spring", _ => "summer" }} {day.Year}";
}
