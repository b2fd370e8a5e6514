using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>Starts the next cycle of pupils who have none open.</summary>
public sealed class StartCyclesHandler(SenSupportDbContext db) : BulkWork
{
    /// <inheritdoc/>
    public override BulkKind Kind => BulkKind.StartCycles;

    /// <inheritdoc/>
    public override string InWords(BulkForm form) => "Next cycle started";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, BulkForm form, IReadOnlyList<FoundPupil> pupils, DateOnly today)
    {
        Guid[] ids = [.. pupils.Select(pupil => pupil.Id)];
        var next = await NextCycle.ReadAsync(db, staff, ids);
        var records = await BulkReads.Records(db, staff, ids).ToDictionaryAsync(pupil => pupil.Id);
        return [.. pupils.Select(pupil => Step(pupil, next[pupil.Id]))];

        BulkStep Step(FoundPupil pupil, NextCycle next)
        {
            var words = $"Cycle {next.Number}{Comes(next.Last)}";
            return new BulkStep(pupil, next.Last?.Version, words, next.Last is { IsOpen: true } open ? $"Cycle {open.Number} is still open" : "")
            {
                Do = by =>
                {
                    var opened = next.Open(records[pupil.Id], AtOnce(by));
                    db.Add(opened);
                    return [BulkActRow.Of(pupil.Id, opened, words)];
                },
            };
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<UndoStep>> UndoAsync(SignedInStaff staff, BulkAct act)
    {
        Guid[] ids = [.. act.Rows.Select(row => row.RecordId)];
        var cycles = await BulkReads.Cycles(db, staff, ids).ToDictionaryAsync(cycle => cycle.Id);
        var answered = await BulkReads.WithChecklists(db, ids).ToListAsync();
        return [.. act.Rows.Select(row => Undo(row, cycles.GetValueOrDefault(row.RecordId)))];

        UndoStep Undo(BulkActRow row, SupportCycle? cycle) =>
            cycle is null ? UndoStep.Leave(row, "The cycle is not there any more")
            : cycle.Version != row.RecordVersion || answered.Contains(cycle.Id) ? UndoStep.Leave(row, $"Something was written in cycle {cycle.Number} since")
            : new UndoStep(row, "", by =>
            {
                cycle.TakeBackOpening(Back(by));
                db.Remove(cycle);
            });
    }

    private static string Comes(SupportCycle? last)
    {
        if (last is null)
        {
            return ", the first";
        }

        string[] parts = [.. new[] { Some(last.Outcomes.Count, "outcome", "outcomes"), Some(last.Targets.Count(target => target.ComesOver), "target", "targets"), Some(last.Strategies.Count, "strategy", "strategies") }.OfType<string>()];
        return parts.Length == 0 ? "" : $"; {string.Join(", ", parts)} come{(parts is [['1', ' ', ..]] ? "s" : "")} over";

        static string? Some(int count, string one, string several) => count == 0 ? null : count == 1 ? $"1 {one}" : $"{count} {several}";
    }
}
