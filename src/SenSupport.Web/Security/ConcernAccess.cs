using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>
/// Who may read what of a record that not everybody reads who reads the record. A concern is for those who see the whole school, for whoever recorded it and for
/// whoever looks into it, as long as they may see the pupil. What was said in a discussion with the family, and letters, are for those who read documents.
/// </summary>
public static class ConcernAccess
{
    private static readonly RecordEventKind[] OfConcerns = [RecordEventKind.ConcernRaised, RecordEventKind.ConcernChanged, RecordEventKind.ConcernDecided];

    private static readonly RecordEventKind[] OfDocuments = [RecordEventKind.DiscussionRecorded, RecordEventKind.LetterSent];

    /// <summary>Concerns that the person may read.</summary>
    public static IQueryable<Concern> ConcernsReadBy(this SenSupportDbContext db, SignedInStaff staff)
    {
        var (staffId, all) = (staff.StaffId, staff.SeesWholeSchool);
        return from concern in db.Concerns.AsNoTracking()
               join pupil in db.PupilsReadBy(staff) on concern.PupilId equals pupil.Id
               where all || concern.RecordedById == staffId || concern.AssignedId == staffId
               select concern;
    }

    /// <summary>Those of a pupil's events that the person may read.</summary>
    public static IQueryable<RecordEvent> ReadBy(this IQueryable<RecordEvent> events, SignedInStaff staff)
    {
        var (staffId, hidden) = (staff.StaffId, HiddenFrom(staff));
        return events.Where(row => !hidden.Contains(row.Kind) || row.StaffId == staffId);
    }

    /// <summary>Kinds of events that the person reads only where they did them; none for those who see the whole school. Inside a query, where <see cref="ReadBy"/> cannot stand.</summary>
    public static RecordEventKind[] HiddenFrom(SignedInStaff staff) => staff.SeesWholeSchool ? [] : staff.ReadsDocuments ? OfConcerns : [.. OfConcerns, .. OfDocuments];
}
