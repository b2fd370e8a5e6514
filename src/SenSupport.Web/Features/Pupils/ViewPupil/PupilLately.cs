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

    /// <summary>The same as <see cref="Find"/>, compiled.</summary>
    public static readonly CompiledPersonRead<PupilLately> OfPupil = new(Find);

    /// <summary>The pupil, if the person may read the record. The page's other reads follow only when it is found.</summary>
    /// <remarks>The pupil is named twice in the events: once to join by, once so that the database reads that pupil's rows only.</remarks>
    public static IQueryable<PupilLately> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId)
    {
        var (staffId, hidden) = (staff.StaffId, ConcernAccess.HiddenFrom(staff));
        return
            from found in PupilHeaderReader.WithHeader(db, db.PupilsReadBy(staff).Where(pupil => pupil.Id == pupilId))
            select new PupilLately(
                found.Header,
                db.Events
                    .Where(row => row.PupilId == found.Pupil.Id && row.PupilId == pupilId)
                    .Where(row => !hidden.Contains(row.Kind) || row.StaffId == staffId)
                    .OrderByDescending(row => row.At)
                    .Take(EventCount)
                    .Select(row => new EventRow(row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At))
                .ToList());
    }
}

/// <summary>An event.</summary>
public sealed record EventRow(RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At);
