using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>The other side of <see cref="PupilAccess"/>: who on the staff may read a pupil's record, to be asked about the pupil.</summary>
public static class PupilReaders
{
    /// <summary>For each of some pupils, those on the staff who may read the record, by name.</summary>
    public static IQueryable<PupilReader> Of(SenSupportDbContext db, Guid[] pupilIds)
    {
        const StaffRoles Whole = StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Head;
        var today = db.Today;
        return
            from pupil in db.Pupils
            where pupilIds.Contains(pupil.Id)
            from person in db.Staff
            where person.LeftOn == null
            let works = pupil.LeftOn == null
                && (((person.Roles & StaffRoles.Teacher) != 0
                        && (pupil.ResponsibleTeacherId == person.Id
                            || db.ClassTeachers.Any(teacher => teacher.StaffId == person.Id && teacher.ClassId == pupil.ClassId)
                            || db.GroupTeachers.Any(teacher => teacher.StaffId == person.Id && teacher.From <= today && (teacher.Until == null || teacher.Until >= today)
                                && db.GroupPupils.Any(member => member.GroupId == teacher.GroupId && member.PupilId == pupil.Id && member.From <= today && (member.Until == null || member.Until >= today)))))
                    || ((person.Roles & StaffRoles.TeachingAssistant) != 0 && pupil.Supporters.Any(supporter => supporter.StaffId == person.Id)))
            where works || (person.Roles & Whole) != 0
            orderby person.SortName, person.Id
            select new PupilReader { PupilId = pupil.Id, StaffId = person.Id, Name = person.Name, JobTitle = person.JobTitle, Email = person.Email, WorksWith = works };
    }
}

/// <summary>A member of staff who may read a pupil's record.</summary>
public sealed record PupilReader
{
    /// <summary>The pupil.</summary>
    public Guid PupilId { get; init; }

    /// <summary>The member of staff.</summary>
    public Guid StaffId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Their e-mail address; empty where there is none.</summary>
    public string Email { get; init; } = "";

    /// <summary>Whether they teach or support the pupil; others see the whole school.</summary>
    public bool WorksWith { get; init; }
}
