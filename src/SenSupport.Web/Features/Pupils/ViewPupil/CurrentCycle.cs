using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>The cycle that a pupil's page shows: the open one, else the latest. Both are the one with the highest number.</summary>
/// <param name="Cycle">Where it stands.</param>
/// <param name="PlanInForce">The number of the latest cycle whose plan was shared; null when none was.</param>
/// <param name="Targets">Its targets.</param>
/// <param name="Strategies">Strategies of the plan in force, which an earlier cycle may hold, in the plan's order: what adults do now.</param>
public sealed record CurrentCycle(CycleHead Cycle, int? PlanInForce, IReadOnlyList<TargetRow> Targets, IReadOnlyList<StrategyRow> Strategies)
{
    /// <summary>The day of the latest mark; null when no target is marked.</summary>
    public DateOnly? MarkedOn => Targets.Max(target => target.MarkedOn);

    /// <summary>The same as <see cref="Find"/>, compiled.</summary>
    public static readonly CompiledPersonRead<CurrentCycle> OfPupil = new((db, _, pupilId) => Find(db, pupilId));

    /// <summary>The latest cycle of a pupil; whether the person may read it has been asked before.</summary>
    /// <remarks>The pupil is named twice in the strategies: once to join by, once so that the database reads that pupil's rows only.</remarks>
    public static IQueryable<CurrentCycle> Find(SenSupportDbContext db, Guid pupilId) => (
        from headed in HeadedCycle.Of(db, pupilId)
        let cycle = headed.Cycle
        orderby cycle.Number descending
        select new CurrentCycle(
            headed.Head,
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
                    target.CarriedFromId != null && target.Reformulated == null && target.Statement == target.CarriedStatement))
                .ToList(),
            (from inForce in db.Cycles
             where inForce.PupilId == cycle.PupilId
                 && inForce.PupilId == pupilId
                 && inForce.Number == db.Cycles.Where(other => other.PupilId == pupilId && other.LatestPlanVersion > 0).Max(other => other.Number)
             from strategy in inForce.Strategies
             orderby strategy.Position
             select new StrategyRow(strategy.Text, strategy.For, strategy.MustDo)).ToList())).Take(1);
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

/// <summary>A strategy.</summary>
public sealed record StrategyRow(string Text, string For, bool MustDo);
