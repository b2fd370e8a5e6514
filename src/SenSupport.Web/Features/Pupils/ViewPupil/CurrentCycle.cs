using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>The cycle that a pupil's page shows: the open one, else the latest. Both are the one with the highest number.</summary>
/// <param name="Cycle">Where it stands.</param>
/// <param name="Gaps">What it lacks, whatever the date.</param>
/// <param name="PlanInForce">The number of the latest cycle whose plan was shared; null when none was.</param>
/// <param name="Targets">Its targets.</param>
public sealed record CurrentCycle(CycleHead Cycle, CycleGaps Gaps, int? PlanInForce, IReadOnlyList<TargetRow> Targets)
{
    /// <summary>The day of the latest mark; null when no target is marked.</summary>
    public DateOnly? MarkedOn => Targets.Max(target => target.MarkedOn);

    /// <summary>The cycles of a pupil, latest first; whether the person may read them has been asked before.</summary>
    public static IQueryable<CurrentCycle> Latest(SenSupportDbContext db, Guid pupilId) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId
        orderby cycle.Number descending
        select new CurrentCycle(
            new CycleHead(
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
                cycle.PlanVersions.Max(version => (DateTime?)version.SharedAt)),
            cycle.Gaps,
            db.Cycles.Where(other => other.PupilId == cycle.PupilId && other.LatestPlanVersion > 0).Max(other => (int?)other.Number),
            cycle.Targets
                .OrderBy(target => target.Position)
                .Select(target => new TargetRow(
                    target.Area,
                    target.Statement,
                    target.Baseline,
                    target.SuccessCriterion,
                    target.ByWhen,
                    target.FirstMark,
                    target.LatestMark,
                    target.MarkedOn,
                    target.Result,
                    target.CarriedFromId != null && target.Statement == target.CarriedStatement))
                .ToList());
}

/// <summary>A target with its marks.</summary>
public sealed record TargetRow(
    AreaOfNeed? Area,
    string Statement,
    string Baseline,
    string SuccessCriterion,
    DateOnly? ByWhen,
    int? FirstMark,
    int? LatestMark,
    DateOnly? MarkedOn,
    TargetResult? Result,
    bool ToReformulate);

/// <summary>What adults do now, and what was done lately.</summary>
/// <param name="Strategies">Strategies of the plan in force, in the plan's order.</param>
/// <param name="Events">The latest events.</param>
public sealed record PupilLately(IReadOnlyList<StrategyRow> Strategies, IReadOnlyList<EventRow> Events)
{
    private const int EventCount = 4;

    /// <summary>The strategies of the open cycle when its plan was shared, else of the latest one that was; and the latest events.</summary>
    /// <remarks>The pupil is named twice in each list: once to join by, once so that the database reads that pupil's rows only.</remarks>
    public static IQueryable<PupilLately> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        select new PupilLately(
            (from cycle in db.Cycles
             where cycle.PupilId == pupil.Id
                 && cycle.PupilId == pupilId
                 && cycle.Number == db.Cycles.Where(other => other.PupilId == pupilId && other.LatestPlanVersion > 0).Max(other => other.Number)
             from strategy in cycle.Strategies
             orderby strategy.Position
             select new StrategyRow(strategy.Text, strategy.For, strategy.MustDo)).ToList(),
            db.Events
                .Where(row => row.PupilId == pupil.Id && row.PupilId == pupilId)
                .OrderByDescending(row => row.At)
                .Take(EventCount)
                .Select(row => new EventRow(row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At))
                .ToList());
}

/// <summary>A strategy.</summary>
public sealed record StrategyRow(string Text, string For, bool MustDo);

/// <summary>An event.</summary>
public sealed record EventRow(RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At);
