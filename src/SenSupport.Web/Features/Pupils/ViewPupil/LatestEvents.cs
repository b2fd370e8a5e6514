using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>What was done lately.</summary>
public static class LatestEvents
{
    private const int Count = 4;

    /// <summary>As they are shown, compiled.</summary>
    public static readonly CompiledPersonRead<EventRow> OfPupil = new((db, staff, pupilId) =>
        Find(db, staff, pupilId).Select(row => new EventRow(row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At)));

    /// <summary>The latest events of a pupil that the person may read, the latest first; whether they may read the record is asked before or beside it.</summary>
    public static IQueryable<RecordEvent> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.Events.Where(row => row.PupilId == pupilId).ReadBy(staff).OrderByDescending(row => row.At).Take(Count);
}

/// <summary>An event.</summary>
public sealed record EventRow(RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At);
