using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>Takes plans back that an import brought: cycles that it opened are removed, and open ones get the plan that they had. Whatever was changed since stays.</summary>
public sealed class UndoPlansHandler(SenSupportDbContext db)
{
    private const int Batch = 50;

    /// <summary>For which pupils the plans can be taken back, and why not for the others.</summary>
    public async Task<IReadOnlyList<UndoableEntry>> PlanAsync(Guid importId)
    {
        var entries = await Entries(db, importId).ToListAsync();
        var changed = (await ChangesSince(db, importId).ToListAsync()).ToLookup(change => change.RecordId);
        var built = (await BuiltOn(db, importId).ToListAsync()).ToHashSet();
        return
        [
            .. entries.Select(entry => new UndoableEntry(
                entry,
                entry.Version is null
                    ? changed[entry.RecordId].OrderBy(change => change.At).FirstOrDefault() is { } change
                        ? $"has a cycle that {change.StaffName} changed on {UkDate.Long(DateOnly.FromDateTime(SchoolClock.Local(change.At)))}"
                        : "has a cycle that was changed since"
                    : entry.Act == ImportAct.Added && built.Contains(entry.RecordId) ? "has records that were made in this cycle since"
                    : "")),
        ];
    }

    /// <summary>Takes back all that can be, or one pupil's; true when nothing of the import is left.</summary>
    public async Task<bool> UndoAsync(Import import, Guid? only, Acting by, Action<int, int> progress, CancellationToken cancel)
    {
        var plan = await PlanAsync(import.Id);
        var undone = plan.Where(entry => entry.CanBeUndone && (only is null || entry.Entry.RecordId == only)).Select(entry => entry.Entry).ToList();
        var done = 0;
        foreach (var batch in undone.Chunk(Batch))
        {
            var ids = batch.Select(entry => entry.RecordId).ToArray();
            var keys = batch.Select(entry => entry.Id).ToArray();
            var entries = await db.ImportEntries.AsTracking().Where(entry => keys.Contains(entry.Id)).ToListAsync(cancel);
            var pupils = await ApplyPlansHandler.PupilsOf(db, ids).AsTracking().ToDictionaryAsync(pupil => pupil.Id, cancel);
            var cycles = await Whole(db, ids).AsTracking().ToDictionaryAsync(cycle => cycle.PupilId, cancel);
            foreach (var entry in entries)
            {
                var (pupil, cycle, before) = (pupils[entry.RecordId], cycles[entry.RecordId], JsonSerializer.Deserialize<PlanBefore>(entry.Before, StateJson.Options)!);
                if (before.Plan is { } written)
                {
                    cycle.WritePlan(written, by);
                }
                else
                {
                    cycle.UndoImport(by);
                    db.Remove(cycle);
                }

                if (before.NamedId is { } named && pupil.ResponsibleTeacherId == named)
                {
                    pupil.NameResponsibleTeacher(before.ResponsibleTeacherId, by);
                }

                entry.IsUndone = true;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += batch.Length, undone.Count);
        }

        return undone.Count == plan.Count;
    }

    // The version is that of the cycle which the import left behind; there is none once it was changed.
    internal static IQueryable<EntryNow> Entries(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId && !entry.IsUndone
        join known in db.Cycles on new { PupilId = entry.RecordId, Version = entry.VersionAfter } equals new { known.PupilId, known.Version } into cycles
        from cycle in cycles.DefaultIfEmpty()
        orderby entry.Line, entry.Name
        select new EntryNow
        {
            Id = entry.Id,
            RecordId = entry.RecordId,
            Line = entry.Line,
            Name = entry.Name,
            Act = entry.Act,
            VersionAfter = entry.VersionAfter,
            Version = cycle == null ? null : (Guid?)cycle.Version,
        };

    // The change that followed the import: it began where the import left the cycle.
    internal static IQueryable<ChangeSince> ChangesSince(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId && !entry.IsUndone
        from change in db.Events
        where change.PupilId == entry.RecordId && change.VersionBefore == entry.VersionAfter
        select new ChangeSince { RecordId = entry.RecordId, StaffName = change.StaffName, At = change.At };

    // What else the history has of the cycle since the import opened it: it would lose what it belongs to. An earlier cycle of this number was undone itself.
    internal static IQueryable<Guid> BuiltOn(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId && !entry.IsUndone && entry.Act == ImportAct.Added
        join import in db.Imports on entry.ImportId equals import.Id
        join cycle in db.Cycles on new { PupilId = entry.RecordId, Version = entry.VersionAfter } equals new { cycle.PupilId, cycle.Version }
        where db.Events.Any(change => change.PupilId == entry.RecordId && change.CycleNumber == cycle.Number && change.RecordId != cycle.Id && change.At >= import.AppliedAt)
        select entry.RecordId;

    internal static IQueryable<SupportCycle> Whole(SenSupportDbContext db, Guid[] pupilIds) => KnownPlans.OpenCycles(db).Where(cycle => pupilIds.Contains(cycle.PupilId))
        .Include(cycle => cycle.Strands).Include(cycle => cycle.Marks).Include(cycle => cycle.Notes).Include(cycle => cycle.PlanVersions);
}
