using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Goes back through what happened to a record, to what it was when somebody opened a page of it.</summary>
public static class RecordHistory
{
    /// <summary>What happened to a record: enough to go back to an earlier version of one of its parts.</summary>
    public static IQueryable<RecordStep> Steps(SenSupportDbContext db, Guid recordId) => db.Events.AsNoTracking()
        .Where(row => row.RecordId == recordId)
        .Select(row => new RecordStep(row.VersionBefore, row.VersionAfter, row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At, row.Changes));

    /// <summary>What was done since a version, latest first; null when the record never had that version.</summary>
    public static async Task<IReadOnlyList<RecordStep>?> StepsSinceAsync(SenSupportDbContext db, AggregateRoot record, Guid begunFrom)
    {
        var steps = (await Steps(db, record.Id).ToListAsync()).ToDictionary(step => step.VersionAfter);
        var since = new List<RecordStep>();
        for (var version = record.Version; version != begunFrom; version = since[^1].VersionBefore)
        {
            if (!steps.TryGetValue(version, out var step))
            {
                return null;
            }

            since.Add(step);
        }

        return since;
    }

    /// <summary>What a colleague did last to a record since the version that a page was made from; nothing where the page is not stale.</summary>
    /// <returns>Whether the record ever had that version, and what was done since.</returns>
    public static async Task<(bool IsKnown, ChangedMeanwhile? Meanwhile)> MeanwhileAsync(SenSupportDbContext db, AggregateRoot record, Guid begunFrom) =>
        await StepsSinceAsync(db, record, begunFrom) is not { } steps ? (false, null) : (true, steps.Count == 0 ? null : new ChangedMeanwhile(record.Version, steps[0]));

    /// <summary>Undoes on paper each change to a part, until the version that the page was made from; null when the record never had that version.</summary>
    /// <param name="db">The database.</param>
    /// <param name="record">The record as it is saved now.</param>
    /// <param name="begunFrom">The version that the page names, which is an older one.</param>
    /// <param name="theirs">The part's fields as they are saved now.</param>
    /// <param name="ofPart">Which of a step's changes concern the part, by the part's own paths.</param>
    public static async Task<PartSince?> SinceAsync(
        SenSupportDbContext db, AggregateRoot record, Guid begunFrom, IReadOnlyDictionary<string, string> theirs, Func<RecordStep, IReadOnlyList<FieldChange>> ofPart)
    {
        if (await StepsSinceAsync(db, record, begunFrom) is not { } steps)
        {
            return null;
        }

        var begun = new OrderedDictionary<string, string>();
        foreach (var (path, value) in theirs)
        {
            begun[path] = value;
        }

        RecordStep? last = null;
        foreach (var step in steps)
        {
            var changes = ofPart(step);
            last ??= changes.Count > 0 ? step : null;
            foreach (var change in changes)
            {
                ThreeWayMerge.Settle(begun, change.Path, theirs, change.Old);
            }
        }

        var by = last ?? steps[0];
        return new PartSince(begun, by.StaffName, by.At, last is not null);
    }
}

/// <summary>One step of a record's history.</summary>
public sealed record RecordStep(
    Guid VersionBefore, Guid VersionAfter, RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At, IReadOnlyList<FieldChange> Changes);

/// <summary>What others did to a part of a record since a page of it was opened.</summary>
/// <param name="Begun">The part's fields as they were then.</param>
/// <param name="LastBy">Who changed the part last, or else the record.</param>
/// <param name="LastAt">When, in UTC.</param>
/// <param name="TouchedThisPart">Whether the part changed at all.</param>
public sealed record PartSince(IReadOnlyDictionary<string, string> Begun, string LastBy, DateTime LastAt, bool TouchedThisPart);
