using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ArrangeClasses;

/// <summary>Adds, changes and removes classes.</summary>
public sealed class ClassHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>A class with its teachers, tracked.</summary>
    public static IQueryable<SchoolClass> Find(SenSupportDbContext db, Guid classId) => db.Classes.AsTracking().Include(row => row.Teachers).Where(row => row.Id == classId);

    /// <summary>The class; null when the school has none such.</summary>
    public Task<SchoolClass?> FindAsync(Guid classId) => Find(db, classId).FirstOrDefaultAsync();

    /// <summary>How many pupils are in a class.</summary>
    public Task<int> PupilsAsync(Guid classId) => db.Pupils.CountAsync(pupil => pupil.ClassId == classId);

    /// <summary>Whether another class has this name. Two that differ only in capitals would be taken for each other.</summary>
    public Task<bool> IsTakenAsync(string name, Guid? except) => IsTaken(db, name.Trim(), except).AnyAsync();

    /// <summary>The other classes of this name.</summary>
    public static IQueryable<Guid> IsTaken(SenSupportDbContext db, string name, Guid? except)
    {
        var upper = name.ToUpperInvariant();
        return db.Classes.Where(row => row.Name.ToUpper() == upper && row.Id != except).Select(row => row.Id);
    }

    /// <summary>Whether everyone who is named can teach a class of this school: a forged form names others.</summary>
    public async Task<bool> CanTeachAsync(IReadOnlyCollection<Guid> ids) =>
        ids.Count == 0 || await ClassList.Teachers(db).CountAsync(person => ids.Contains(person.Id)) == ids.Distinct().Count();

    /// <summary>Adds a class.</summary>
    public async Task AddAsync(SignedInStaff staff, ClassForm form)
    {
        db.Add(SchoolClass.Add(staff.SchoolId, form.Name, form.NcYear, staff.Acting(clock), form.TeacherIds));
        await db.SaveChangesAsync();
    }

    /// <summary>Changes a class.</summary>
    /// <returns>Whether the page named a version that the class had, and what a colleague changed since; nothing is saved then.</returns>
    public async Task<(bool IsKnown, SchoolConflict? Conflict)> ChangeAsync(SignedInStaff staff, SchoolClass known, ClassForm form)
    {
        if (await RecordHistory.StepsSinceAsync(db, known, form.Version) is not { } since)
        {
            return (false, null);
        }

        if (SchoolConflict.Of(since) is { } conflict)
        {
            return (true, conflict);
        }

        known.Change(form.Name, form.NcYear, form.TeacherIds, staff.Acting(clock));
        await db.SaveChangesAsync();
        return (true, null);
    }

    /// <summary>Removes a class.</summary>
    /// <exception cref="Domain.Records.DomainRuleException">There are pupils in it.</exception>
    public async Task RemoveAsync(SignedInStaff staff, SchoolClass known)
    {
        known.Remove(await PupilsAsync(known.Id), staff.Acting(clock));
        db.Remove(known);
        await db.SaveChangesAsync();
    }
}
