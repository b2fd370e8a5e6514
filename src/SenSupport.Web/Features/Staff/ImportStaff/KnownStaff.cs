using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>A member of staff as they are while a file is looked at.</summary>
public sealed record KnownStaff(Guid Id, Guid Version, string Name, string Email, string JobTitle, DateOnly? StartedOn, StaffRoles Roles, DateOnly? LeftOn, Guid? AccountId)
{
    /// <summary>Whether they are a SENCo who can sign in.</summary>
    public bool IsWorkingSenco => AccountId is not null && LeftOn is null && (Roles & StaffRoles.Senco) != 0;
}

/// <summary>A class with those who teach it.</summary>
public sealed record KnownClass(Guid Id, Guid Version, string Name, IReadOnlyList<Guid> Teachers);

/// <summary>Somebody's account that stands in the way of another address.</summary>
public sealed record KnownAccount(Guid Id, string? Email);

/// <summary>The school while a file of staff is looked at.</summary>
/// <param name="Staff">Everybody, those who left too.</param>
/// <param name="Classes">The classes.</param>
/// <param name="Elsewhere">Accounts of this school's staff that another school's staff use too.</param>
/// <param name="Taken">Accounts that sign in with an address of the file.</param>
public sealed record StaffNow(IReadOnlyList<KnownStaff> Staff, IReadOnlyList<KnownClass> Classes, IReadOnlySet<Guid> Elsewhere, ILookup<string, Guid> Taken)
{
    /// <summary>Reads it in four queries, however long the file is.</summary>
    public static async Task<StaffNow> ReadAsync(SenSupportDbContext db, Guid schoolId, IReadOnlyCollection<string> emails) => new(
        await People(db).ToListAsync(),
        await ClassesOf(db).ToListAsync(),
        (await AccountsElsewhere(db, schoolId).ToListAsync()).ToHashSet(),
        (await AccountsWith(db, [.. emails.Select(email => email.ToUpperInvariant())]).ToListAsync()).ToLookup(account => (account.Email ?? "").ToLowerInvariant(), account => account.Id));

    /// <summary>Everybody who is or was on the staff.</summary>
    public static IQueryable<KnownStaff> People(SenSupportDbContext db) =>
        db.Staff.AsNoTracking().OrderBy(staff => staff.SortName).ThenBy(staff => staff.Id)
            .Select(staff => new KnownStaff(staff.Id, staff.Version, staff.Name, staff.Email, staff.JobTitle, staff.StartedOn, staff.Roles, staff.LeftOn, staff.AccountId));

    /// <summary>The classes with their teachers.</summary>
    public static IQueryable<KnownClass> ClassesOf(SenSupportDbContext db) =>
        db.Classes.AsNoTracking().OrderBy(row => row.Name).Select(row => new KnownClass(row.Id, row.Version, row.Name, row.Teachers.Select(teacher => teacher.StaffId).ToList()));

    /// <summary>Accounts that are used here and at another school: nobody of one school may lay hands on them.</summary>
    public static IQueryable<Guid> AccountsElsewhere(SenSupportDbContext db, Guid schoolId) =>
        db.Staff.IgnoreQueryFilters().Where(other => other.SchoolId != schoolId && other.AccountId != null && db.Staff.IgnoreQueryFilters().Any(own => own.SchoolId == schoolId && own.AccountId == other.AccountId))
            .Select(other => other.AccountId!.Value).Distinct();

    /// <summary>Accounts that sign in with one of these addresses.</summary>
    public static IQueryable<KnownAccount> AccountsWith(SenSupportDbContext db, string[] normalized) =>
        db.Users.AsNoTracking().Where(account => normalized.Contains(account.NormalizedEmail)).Select(account => new KnownAccount(account.Id, account.Email));
}
