using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>What acts that change open plans share. They write plans by the plan's own rules, so that a page of a plan that is open meanwhile is merged as ever.</summary>
public abstract class PlanWork(SenSupportDbContext db) : BulkWork
{
    /// <summary>What changes in each pupil's open plan.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="pupils">The pupils.</param>
    /// <param name="of">What changes in a plan.</param>
    protected async Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, IReadOnlyList<FoundPupil> pupils, Func<SupportCycle, PlanChange> of)
    {
        var cycles = await BulkReads.OpenCycles(db, staff, [.. pupils.Select(pupil => pupil.Id)]).ToDictionaryAsync(cycle => cycle.PupilId);
        return [.. pupils.Select(pupil => Step(pupil, cycles.GetValueOrDefault(pupil.Id), of))];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<UndoStep>> UndoAsync(SignedInStaff staff, BulkAct act)
    {
        Guid[] ids = [.. act.Rows.Select(row => row.RecordId)];
        var cycles = await BulkReads.Cycles(db, staff, ids).ToDictionaryAsync(cycle => cycle.Id);
        var later = (await BulkReads.Since(db, ids, act.At).ToListAsync()).ToLookup(row => row.RecordId);
        return [.. act.Rows.Select(row => Undo(row, cycles.GetValueOrDefault(row.RecordId), [.. later[row.RecordId]]))];
    }

    /// <summary>Whether a change in the history is one of what the act changed.</summary>
    protected abstract bool Touches(BulkActRow row, FieldChange change);

    /// <summary>What the act changed, as in "… was changed since".</summary>
    protected abstract string What { get; }

    /// <summary>The plan without what the act changed.</summary>
    protected abstract PlanContent Without(PlanContent plan, BulkActRow row);

    private static BulkStep Step(FoundPupil pupil, SupportCycle? cycle, Func<SupportCycle, PlanChange> of)
    {
        if (cycle is null)
        {
            return new BulkStep(pupil, null, "", "No cycle is open");
        }

        if (cycle.Stage == CycleStage.Assess)
        {
            return new BulkStep(pupil, cycle.Version, "", $"The assessment of cycle {cycle.Number} is not finished, so there is no plan yet");
        }

        var change = of(cycle);
        return new BulkStep(pupil, cycle.Version, change.Words, change.Problem)
        {
            Do = by =>
            {
                var (reviewOn, wasShared) = (cycle.ReviewOn, cycle.PlanState == WritingState.Final);
                cycle.WritePlan(change.Plan, AtOnce(by));
                return [BulkActRow.Of(pupil.Id, cycle, change.Words, reviewOn, change.AddedId, wasShared)];
            },
        };
    }

    private UndoStep Undo(BulkActRow row, SupportCycle? cycle, IReadOnlyList<LaterEvent> later) =>
        cycle is null ? UndoStep.Leave(row, "The cycle is not there any more")
        : !cycle.IsOpen ? UndoStep.Leave(row, $"Cycle {cycle.Number} is closed")
        : later.Any(step => step.Kind == RecordEventKind.PlanShared) ? UndoStep.Leave(row, "The plan was shared since")
        : later.Any(step => step.Changes.Any(change => Touches(row, change))) ? UndoStep.Leave(row, $"{What} was changed since")
        : new UndoStep(row, "", by => cycle.PutBackPlan(Without(cycle.Plan(), row), row.WasShared && cycle.Version == row.RecordVersion, Back(by)));
}

/// <summary>What changes in a plan.</summary>
/// <param name="Words">In words.</param>
/// <param name="Plan">The plan afterwards.</param>
/// <param name="AddedId">The row that is added; null where none is.</param>
/// <param name="Problem">Why it cannot be; empty where it can.</param>
public sealed record PlanChange(string Words, PlanContent Plan, Guid? AddedId = null, string Problem = "");
