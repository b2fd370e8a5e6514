using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>What a pupil's first page shows of the record.</summary>
/// <param name="Overview">Who the pupil is, what the needs are, and who to talk to.</param>
/// <param name="Events">What was done lately.</param>
/// <param name="Current">The cycle that is shown; null before the first.</param>
/// <param name="Duties">What is outstanding.</param>
public sealed record PupilRecordShown(PupilOverview Overview, IReadOnlyList<EventRow> Events, CurrentCycle? Current, PupilDuties Duties);

/// <summary>The versions of everything that <see cref="PupilRecordShown"/> is read from: whatever it comes to show has its record here.</summary>
public static class PupilVersions
{
    /// <summary>The same as <see cref="Find"/>, compiled.</summary>
    public static readonly CompiledPersonRead<RecordVersion> OfPupil = new(Find);

    /// <summary>
    /// The pupil's own version, by the pupil's key and only if the person may read the record; and with an empty key those of the cycles, of the class and the groups, of
    /// those who work with the pupil and of the school, and in place of versions the keys of the latest events that the person may read.
    /// </summary>
    public static IQueryable<RecordVersion> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId)
    {
        var pupils = db.Pupils.Where(pupil => pupil.Id == pupilId);
        return db.PupilsReadBy(staff).Where(pupil => pupil.Id == pupilId).Select(pupil => new RecordVersion { PupilId = pupil.Id, Version = pupil.Version })
            .Concat(db.Cycles.Where(cycle => cycle.PupilId == pupilId).Select(cycle => new RecordVersion { PupilId = Guid.Empty, Version = cycle.Version }))
            .Concat(from pupil in pupils join row in db.Classes on pupil.ClassId equals row.Id select new RecordVersion { PupilId = Guid.Empty, Version = row.Version })
            .Concat(from pupil in pupils join person in db.Staff on pupil.ResponsibleTeacherId equals person.Id select new RecordVersion { PupilId = Guid.Empty, Version = person.Version })
            .Concat(
                from pupil in pupils
                join teacher in db.ClassTeachers on pupil.ClassId equals teacher.ClassId
                join person in db.Staff on teacher.StaffId equals person.Id
                select new RecordVersion { PupilId = Guid.Empty, Version = person.Version })
            .Concat(
                from pupil in pupils
                from supporter in pupil.Supporters
                join person in db.Staff on supporter.StaffId equals person.Id
                select new RecordVersion { PupilId = Guid.Empty, Version = person.Version })
            .Concat(
                from member in db.GroupPupils
                where member.PupilId == pupilId
                join row in db.TeachingGroups on member.GroupId equals row.Id
                select new RecordVersion { PupilId = Guid.Empty, Version = row.Version })
            .Concat(db.Schools.Select(school => new RecordVersion { PupilId = Guid.Empty, Version = school.Version }))
            .Concat(LatestEvents.Find(db, staff, pupilId).Select(row => new RecordVersion { PupilId = Guid.Empty, Version = row.Id }));
    }
}
