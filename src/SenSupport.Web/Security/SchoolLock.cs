using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>What must hold over several people of a school at once: that one of them is its SENCo.</summary>
public static class SchoolLock
{
    /// <summary>
    /// Makes every other transaction that takes the same lock wait until this one ends, so that what is counted next is still so when it is saved. Writing a
    /// row of the school, with the value that it has, locks it on SQL Server whatever the isolation level; on SQLite the transaction holds the file anyway.
    /// </summary>
    public static Task<int> LockSchoolAsync(this SenSupportDbContext db, Guid schoolId) =>
        db.Schools.Where(school => school.Id == schoolId).ExecuteUpdateAsync(set => set.SetProperty(school => school.EstablishmentNumber, school => school.EstablishmentNumber));

    /// <summary>The other SENCos of the school who can sign in.</summary>
    public static IQueryable<Guid> OtherSencos(SenSupportDbContext db, Guid staffId) =>
        db.Staff.Where(staff => staff.Id != staffId && staff.LeftOn == null && staff.AccountId != null && (staff.Roles & StaffRoles.Senco) != 0).Select(staff => staff.Id);
}
