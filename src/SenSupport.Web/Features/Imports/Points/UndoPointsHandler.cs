using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>Takes back assessment points that an import brought, and puts back those that it changed. A pupil whose points were changed since stays as they are.</summary>
public sealed class UndoPointsHandler(SenSupportDbContext db)
{
    private const int Batch = 100;

    /// <summary>For which pupils the points can be taken back, and why not for the others.</summary>
    public async Task<IReadOnlyList<UndoableEntry>> PlanAsync(Guid importId)
    {
        var entries = await Entries(db, importId).ToListAsync();
        var versions = await Versions(db, importId).ToDictionaryAsync(point => point.Id, point => point.Version);
        var changes = (await Changes(db, importId).ToListAsync()).ToLookup(change => change.VersionBefore);
        return
        [
            .. entries.Select(entry => new UndoableEntry(
                new EntryNow { Id = entry.Id, RecordId = entry.RecordId, Line = entry.Line, Name = entry.Name, Act = entry.Act, VersionAfter = entry.VersionAfter, Version = entry.VersionAfter },
                Read(entry).FirstOrDefault(point => versions.GetValueOrDefault(point.Id) != point.VersionAfter) is not { } changed ? ""
                : changes[changed.VersionAfter].FirstOrDefault() is { } change ? $"has a point that {change.StaffName} changed or removed on {UkDate.Long(DateOnly.FromDateTime(SchoolClock.Local(change.At)))}"
                : "has a point that was changed since")),
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
            var keys = batch.Select(entry => entry.Id).ToArray();
            var entries = await db.ImportEntries.AsTracking().Where(entry => keys.Contains(entry.Id)).ToListAsync(cancel);
            var pupils = await ApplyPlansHandler.PupilsOf(db, [.. entries.Select(entry => entry.RecordId)]).AsNoTracking().ToDictionaryAsync(pupil => pupil.Id, cancel);
            var points = await ApplyPointsHandler.PointsOf(db, [.. entries.SelectMany(Read).Select(point => point.Id)]).AsTracking().ToDictionaryAsync(point => point.Id, cancel);
            foreach (var entry in entries)
            {
                foreach (var before in Read(entry))
                {
                    if (before.Content is { } content)
                    {
                        points[before.Id].Correct(pupils[entry.RecordId], content, by);
                    }
                    else
                    {
                        points[before.Id].UndoImport(by);
                        db.Remove(points[before.Id]);
                    }
                }

                entry.IsUndone = true;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += batch.Length, undone.Count);
        }

        return undone.Count == plan.Count;
    }

    internal static IQueryable<ImportEntry> Entries(SenSupportDbContext db, Guid importId) =>
        db.ImportEntries.AsNoTracking().Where(entry => entry.ImportId == importId && !entry.IsUndone).OrderBy(entry => entry.Line).ThenBy(entry => entry.Name);

    // Of every point of the pupils: which ones the import wrote stands in its entries.
    internal static IQueryable<PointVersion> Versions(SenSupportDbContext db, Guid importId) =>
        from point in db.AssessmentPoints.AsNoTracking()
        where db.ImportEntries.Any(entry => entry.ImportId == importId && !entry.IsUndone && entry.RecordId == point.PupilId)
        select new PointVersion(point.Id, point.Version);

    // The change that followed the import: it began where the import left the point.
    internal static IQueryable<PointChange> Changes(SenSupportDbContext db, Guid importId) =>
        from change in db.Events
        where (change.Kind == RecordEventKind.AssessmentPointCorrected || change.Kind == RecordEventKind.AssessmentPointRemoved)
            && db.ImportEntries.Any(entry => entry.ImportId == importId && !entry.IsUndone && entry.RecordId == change.PupilId)
        select new PointChange(change.VersionBefore, change.StaffName, change.At);

    private static List<PointBefore> Read(ImportEntry entry) => JsonSerializer.Deserialize<List<PointBefore>>(entry.Before, StateJson.Options)!;
}

/// <summary>A change of a point, and the version from which it began.</summary>
public sealed record PointChange(Guid VersionBefore, string StaffName, DateTime At);

/// <summary>A point and the version that it has now.</summary>
public sealed record PointVersion(Guid Id, Guid Version);
