using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>Who the pupil is, and what was done lately.</summary>
/// <param name="Pupil">The header.</param>
/// <param name="Events">The latest events.</param>
public sealed record PupilLately(PupilHeaderRow Pupil, IReadOnlyList<EventRow> Events)
{
    private const int EventCount = 4;

    /// <summary>The pupil, if the person may read the record. The page's other reads follow only when it is found.</summary>
    public static IQueryable<PupilLately> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        from pupil in PupilHeaderReader.Rows(db, db.PupilsReadBy(staff).Where(pupil => pupil.Id == pupilId))
        select new PupilLately(
            pupil,
            db.Events
                .Where(row => row.PupilId == pupil.Id && row.PupilId == pupilId)
                .OrderByDescending(row => row.At)
                .Take(EventCount)
                .Select(row => new EventRow(row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At))
                .ToList());
}

/// <summary>An event.</summary>
public sealed record EventRow(RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At);
