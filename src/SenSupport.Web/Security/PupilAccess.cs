using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>
/// Who may see which pupil. Every read of a pupil's record begins here, on top of the school filter, so a refused pupil is not found.
/// SENCo, SEN assistant and head: all. Teacher: own classes, own teaching groups as they are today, and pupils they are responsible for. Teaching assistant:
/// pupils they support. Teachers and assistants lose sight of a pupil who leaves.
/// </summary>
public static class PupilAccess
{
    /// <summary>Pupils whose SEN record the person may read.</summary>
    public static IQueryable<Pupil> PupilsReadBy(this SenSupportDbContext db, SignedInStaff staff)
    {
        if (staff.SeesWholeSchool)
        {
            return db.Pupils.AsNoTracking();
        }

        var (staffId, teaches, supports) = (staff.StaffId, staff.Has(StaffRoles.Teacher), staff.Has(StaffRoles.TeachingAssistant));
        var inGroups = db.InGroupsOf(staffId);
        return db.Pupils.AsNoTracking().OnRoll().Where(pupil =>
            (teaches && (pupil.ResponsibleTeacherId == staffId
                || db.ClassTeachers.Any(teacher => teacher.StaffId == staffId && teacher.ClassId == pupil.ClassId)
                || inGroups.Contains(pupil.Id)))
            || (supports && pupil.Supporters.Any(supporter => supporter.StaffId == staffId)));
    }

    /// <summary>Keys of the pupils whom a person teaches in a group today: membership and teaching both count from their first day to their last. The keys depend on no pupil, so a database finds them once a query.</summary>
    public static IQueryable<Guid> InGroupsOf(this SenSupportDbContext db, Guid staffId)
    {
        var today = db.Today;
        return
            from teacher in db.GroupTeachers
            where teacher.StaffId == staffId && teacher.From <= today && (teacher.Until == null || teacher.Until >= today)
            join member in db.GroupPupils on teacher.GroupId equals member.GroupId
            where member.From <= today && (member.Until == null || member.Until >= today)
            select member.PupilId;
    }

    /// <summary>Pupils whom the person may see in a list: those whose record they read; for the office, all, with codes and dates only.</summary>
    public static IQueryable<Pupil> PupilsListedFor(this SenSupportDbContext db, SignedInStaff staff) =>
        staff.Has(StaffRoles.Office) ? db.Pupils.AsNoTracking() : db.PupilsReadBy(staff);

    /// <summary>Pupils whose assessment, plan and review the person writes.</summary>
    public static IQueryable<Pupil> PupilsWrittenBy(this SenSupportDbContext db, SignedInStaff staff)
    {
        var (staffId, all, teaches) = (staff.StaffId, staff.Has(StaffRoles.Senco | StaffRoles.SenAssistant), staff.Has(StaffRoles.Teacher));
        return db.Pupils.AsNoTracking().Where(pupil => all || (teaches && pupil.ResponsibleTeacherId == staffId && pupil.LeftOn == null));
    }

    /// <summary>Pupils whose details, contacts and codes the person keeps: all, for the SENCo, the SEN assistant and the office.</summary>
    public static IQueryable<Pupil> PupilsKeptBy(this SenSupportDbContext db, SignedInStaff staff)
    {
        var may = staff.KeepsPupils;
        return db.Pupils.AsNoTracking().Where(_ => may);
    }

    /// <summary>Those of the pupils who are on roll: every list but that of former pupils.</summary>
    public static IQueryable<Pupil> OnRoll(this IQueryable<Pupil> pupils) => pupils.Where(pupil => pupil.LeftOn == null);
}
