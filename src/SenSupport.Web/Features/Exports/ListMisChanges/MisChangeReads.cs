using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Exports.ListMisChanges;

/// <summary>A change that the management information system does not know of yet, as the history has it.</summary>
public sealed record MisChangeRow
{
    /// <summary>The event.</summary>
    public Guid EventId { get; init; }

    /// <summary>The pupil.</summary>
    public Guid PupilId { get; init; }

    /// <summary>UPN as it is now.</summary>
    public string Upn { get; init; } = "";

    /// <summary>Surname as it is now.</summary>
    public string Surname { get; init; } = "";

    /// <summary>Forename as it is now.</summary>
    public string Forename { get; init; } = "";

    /// <summary>Class as it is now; null without one.</summary>
    public string? Class { get; init; }

    /// <summary>What was done.</summary>
    public RecordEventKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>The event's own words.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Old and new values.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Who keyed it in; null while nobody has.</summary>
    public string? TickedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime? TickedAt { get; init; }
}

/// <summary>A change, as far as ticking it off goes.</summary>
public sealed record MisChange(Guid EventId, Guid? PupilId, RecordEventKind Kind);

/// <summary>How many changes there are.</summary>
public sealed record MisCount(int Open, int Done);

/// <summary>The changes that a management information system takes too: found among everything that was done to the pupils' records.</summary>
public static class MisChangeReads
{
    /// <summary>How an event's words end when an import made the change: that came from the management information system.</summary>
    public const string FromImport = "from an import";

    // Monitoring is the school's own state: both are code N. The history keeps names.
    private static readonly string[] StaysWithoutSen =
        [Move("", "Monitoring"), Move("", "No SEN"), Move("No SEN", "Monitoring"), Move("Monitoring", "No SEN")];

    private static readonly string[] DetailPatterns = [.. MisFields.Details.Select(path => $"%\"Path\":\"{path}\"%")];

    /// <summary>The changes that a filter finds, latest first; all of its pages.</summary>
    public static IQueryable<MisChangeRow> Rows(SenSupportDbContext db, MisFilter filter)
    {
        var rows =
            from row in Found(db, filter.SinceUtc, filter.Kind)
            join pupil in db.Pupils on row.PupilId equals (Guid?)pupil.Id
            join known in db.MisTicks on row.Id equals known.EventId into ticks
            from tick in ticks.DefaultIfEmpty()
            join named in db.Classes on pupil.ClassId equals (Guid?)named.Id into classes
            from schoolClass in classes.DefaultIfEmpty()
            orderby row.At descending, row.Id descending
            select new MisChangeRow
            {
                EventId = row.Id,
                PupilId = pupil.Id,
                Upn = pupil.Upn,
                Surname = pupil.Surname,
                Forename = pupil.Forename,
                Class = schoolClass.Name,
                Kind = row.Kind,
                At = row.At,
                StaffName = row.StaffName,
                Summary = row.Summary,
                Changes = row.Changes,
                TickedBy = tick.StaffName,
                TickedAt = (DateTime?)tick.At,
            };
        return filter.Show switch
        {
            MisShow.Open => rows.Where(row => row.TickedBy == null),
            MisShow.Done => rows.Where(row => row.TickedBy != null),
            _ => rows,
        };
    }

    /// <summary>How many there are since a time, keyed in and not.</summary>
    public static IQueryable<MisCount> Counts(SenSupportDbContext db, DateTime sinceUtc, MisKind? kind) =>
        from row in Found(db, sinceUtc, kind)
        join known in db.MisTicks on row.Id equals known.EventId into ticks
        from tick in ticks.DefaultIfEmpty()
        group tick by 1 into all
        select new MisCount(all.Sum(tick => tick == null ? 1 : 0), all.Sum(tick => tick == null ? 0 : 1));

    /// <summary>Those of some events that are pupils' and are not ticked off yet.</summary>
    public static IQueryable<MisChange> Open(SenSupportDbContext db, IReadOnlyCollection<Guid> eventIds)
    {
        // Only a forged form names an event of another kind.
        var kinds = MisFields.EventsOf(null);
        return db.Events.Where(row => eventIds.Contains(row.Id) && kinds.Contains(row.Kind) && row.PupilId != null && !db.MisTicks.Any(tick => tick.EventId == row.Id)).Select(row => new MisChange(row.Id, row.PupilId, row.Kind));
    }

    /// <summary>A change that is ticked off.</summary>
    public static IQueryable<MisChange> Ticked(SenSupportDbContext db, Guid eventId) =>
        db.Events.Where(row => row.Id == eventId && db.MisTicks.Any(tick => tick.EventId == row.Id)).Select(row => new MisChange(row.Id, row.PupilId, row.Kind));

    /// <summary>The names of the classes.</summary>
    public static IQueryable<KeyValuePair<Guid, string>> ClassNames(SenSupportDbContext db) => db.Classes.Select(row => new KeyValuePair<Guid, string>(row.Id, row.Name));

    private static IQueryable<RecordEvent> Found(SenSupportDbContext db, DateTime sinceUtc, MisKind? kind)
    {
        var kinds = MisFields.EventsOf(kind);
        return db.Events.AsNoTracking().Where(row =>
            kinds.Contains(row.Kind) && row.At >= sinceUtc && row.PupilId != null && !row.Summary.EndsWith(FromImport)
            && (row.Kind != RecordEventKind.PupilDetailsChanged || DetailPatterns.Any(pattern => EF.Functions.Like((string)(object)row.Changes, pattern)))
            && (row.Kind != RecordEventKind.NeedsChanged || db.Pupils.Any(pupil => pupil.Id == row.PupilId && (pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan)))
            && (row.Kind != RecordEventKind.StatusChanged || !StaysWithoutSen.Any(pattern => EF.Functions.Like((string)(object)row.Changes, pattern))));
    }

    private static string Move(string from, string to) => $"%\"Path\":\"status\",\"Old\":\"{from}\",\"New\":\"{to}\"%";
}
