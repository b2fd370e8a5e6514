using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>Puts pupils back as they were before an import: whoever has been changed since stays as they are.</summary>
public sealed class UndoPupilsHandler(SenSupportDbContext db)
{
    private const int Batch = 200;

    /// <summary>Which of the pupils can be put back, and why the others cannot.</summary>
    public async Task<IReadOnlyList<UndoableEntry>> PlanAsync(Guid importId)
    {
        var entries = await Entries(db, importId).ToListAsync();
        var changed = (await ChangesSince(db, importId).ToListAsync()).ToLookup(change => change.RecordId);
        var used = (await OtherRecords(db, importId).ToListAsync()).Concat(await ReferencesAsync(importId)).ToHashSet();
        return
        [
            .. entries.Select(entry => new UndoableEntry(
                entry,
                entry.Version is null ? "is no longer in SenSupport"
                : entry.Version != entry.VersionAfter ? changed[entry.RecordId].OrderBy(change => change.At).FirstOrDefault() is { } change
                    ? $"was changed by {change.StaffName} on {UkDate.Long(DateOnly.FromDateTime(SchoolClock.Local(change.At)))}"
                    : "was changed since"
                : entry.Act == ImportAct.Added && used.Contains(entry.RecordId) ? "has records that were made since"
                : "")),
        ];
    }

    /// <summary>Puts back all that can be, or one; true when nothing of the import is left.</summary>
    public async Task<bool> UndoAsync(Import import, Guid? only, Acting by, Action<int, int> progress, CancellationToken cancel)
    {
        var plan = await PlanAsync(import.Id);
        var undone = plan.Where(entry => entry.CanBeUndone && (only is null || entry.Entry.RecordId == only)).Select(entry => entry.Entry).ToList();
        var done = 0;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var batch in undone.Where(entry => entry.Act != ImportAct.Added).Chunk(Batch))
        {
            var before = await db.ImportEntries.Where(entry => batch.Select(one => one.Id).Contains(entry.Id)).ToDictionaryAsync(entry => entry.RecordId, entry => entry.Before, cancel);
            foreach (var pupil in await ApplyPupilsHandler.ToChange(db, [.. before.Keys]).ToListAsync(cancel))
            {
                pupil.Restore(JsonSerializer.Deserialize<PupilState>(before[pupil.Id], StateJson.Options)!, by);
            }

            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += batch.Length, undone.Count);
        }

        foreach (var batch in undone.Where(entry => entry.Act == ImportAct.Added).Chunk(Batch))
        {
            var ids = batch.Select(entry => entry.RecordId).ToArray();
            await db.Pupils.Where(pupil => ids.Contains(pupil.Id)).ExecuteDeleteAsync(cancel);
            await SchoolStamp.RenewAsync(db, cancel);
            progress(done += batch.Length, undone.Count);
        }

        foreach (var batch in undone.Chunk(Batch))
        {
            var ids = batch.Select(entry => entry.Id).ToArray();
            await db.ImportEntries.Where(entry => ids.Contains(entry.Id)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.IsUndone, true), cancel);
        }

        return undone.Count == plan.Count;
    }

    internal static IQueryable<EntryNow> Entries(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId && !entry.IsUndone
        join known in db.Pupils on entry.RecordId equals known.Id into pupils
        from pupil in pupils.DefaultIfEmpty()
        orderby entry.Line, entry.Name
        select new EntryNow
        {
            Id = entry.Id,
            RecordId = entry.RecordId,
            Line = entry.Line,
            Name = entry.Name,
            Act = entry.Act,
            VersionAfter = entry.VersionAfter,
            Version = pupil == null ? null : (Guid?)pupil.Version,
        };

    // The change that followed the import: it began where the import ended.
    internal static IQueryable<ChangeSince> ChangesSince(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId && !entry.IsUndone
        join change in db.Events on new { entry.RecordId, Version = entry.VersionAfter } equals new { change.RecordId, Version = change.VersionBefore }
        select new ChangeSince { RecordId = entry.RecordId, StaffName = change.StaffName, At = change.At };

    // One pass over the events. Asked entry by entry, SQLite went through all events of the school for each of them.
    internal static IQueryable<Guid> OtherRecords(SenSupportDbContext db, Guid importId)
    {
        var added = db.ImportEntries.AsNoTracking().Where(entry => entry.ImportId == importId && !entry.IsUndone && entry.Act == ImportAct.Added).Select(entry => (Guid?)entry.RecordId);
        return db.Events.Where(change => added.Contains(change.PupilId) && change.RecordId != change.PupilId).Select(change => change.PupilId!.Value).Distinct();
    }

    // Rows that point at a pupil and are no part of them: a teaching group's, for example. The model knows them all.
    private async Task<List<Guid>> ReferencesAsync(Guid importId)
    {
        var found = new List<Guid>();
        foreach (var key in db.Model.FindEntityType(typeof(Pupil))!.GetReferencingForeignKeys().Where(key => key.PrincipalToDependent is null))
        {
            var (table, column) = (key.DeclaringEntityType.GetTableName(), key.Properties[0].GetColumnName());
            var sql = $$"""SELECT DISTINCT "{{column}}" AS "Value" FROM "{{table}}" WHERE "{{column}}" IN (SELECT "RecordId" FROM "ImportEntries" WHERE "ImportId" = {0})""";
            found.AddRange(await db.Database.SqlQueryRaw<Guid>(sql, importId).ToListAsync());
        }

        return found;
    }
}

/// <summary>A record that an import touched, as it is now.</summary>
public sealed record EntryNow
{
    public Guid Id { get; init; }

    public Guid RecordId { get; init; }

    public int Line { get; init; }

    public string Name { get; init; } = "";

    public ImportAct Act { get; init; }

    public Guid VersionAfter { get; init; }

    /// <summary>Its version now; null when it is gone.</summary>
    public Guid? Version { get; init; }
}

/// <summary>A change that was made after an import.</summary>
public sealed record ChangeSince
{
    public Guid RecordId { get; init; }

    public string StaffName { get; init; } = "";

    public DateTime At { get; init; }
}

/// <summary>Whether a record can be put back.</summary>
/// <param name="Entry">The record.</param>
/// <param name="Why">Why not, to follow its name; empty when it can.</param>
public sealed record UndoableEntry(EntryNow Entry, string Why)
{
    /// <summary>Whether it can be put back.</summary>
    public bool CanBeUndone => Why.Length == 0;
}
