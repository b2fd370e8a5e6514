using System.Data;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.SetUp;

/// <summary>Makes the first school and its SENCo, once.</summary>
public sealed class SetUpHandler(
    SenSupportDbContext db, SchoolScope scope, SchoolThere there, SetUpCode code, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, TimeProvider clock)
{
    // SQL Server ends one of two transactions that wait for each other.
    private const int Deadlock = 1205, SqliteBusy = 5;

    /// <summary>Whether there is a school already.</summary>
    public bool IsDone => there.Is;

    /// <summary>Sets the school up from a form that has been checked.</summary>
    /// <returns>The SENCo, to be signed in; null when there is a school already, also one that another made at the same moment.</returns>
    public async Task<ClaimsPrincipal?> SetUpAsync(SetUpForm form)
    {
        try
        {
            // Nobody else can make a school between the question and the answer.
            await using var once = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            if (await SchoolThere.Any(db).AnyAsync())
            {
                return null;
            }

            var account = await AddAsync(form);
            await once.CommitAsync();
            code.Drop();
            return await claims.CreateAsync(account);
        }
        catch (Exception problem) when (IsOther(problem))
        {
            return null;
        }
    }

    private static bool IsOther(Exception problem) =>
        problem is SqlException { Number: Deadlock } or SqliteException { SqliteErrorCode: SqliteBusy } || (problem.InnerException is { } inner && IsOther(inner));

    private async Task<Account> AddAsync(SetUpForm form)
    {
        var (email, schoolId) = (form.Senco.Email.Trim().ToLowerInvariant(), Guid.CreateVersion7());
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
        var added = await accounts.CreateAsync(account, form.Senco.Password);
        DomainRuleException.Require(added.Succeeded, string.Join(' ', added.Errors.Select(error => error.Description)));
        var by = new Acting(Guid.Empty, form.Senco.Name.Trim(), clock.GetUtcNow().UtcDateTime, SchoolClock.Today(clock));
        var senco = StaffMember.AddFirst(schoolId, new StaffDetails(form.Senco.Name, email, "SENCo"), StaffRoles.Senco, by.At, by.Today, account.Id);
        scope.SchoolId = schoolId;
        db.Add(School.SetUp(schoolId, form.School.Details(), form.Support.Support(), TermFields.Read(form.Terms), by with { StaffId = senco.Id }));
        db.Add(senco);
        await db.SaveChangesAsync();
        return account;
    }
}
