using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.AcceptInvitation;

/// <summary>Accepts an invitation: makes the account, or takes the one that the person has from another school, and joins it to the staff.</summary>
public sealed class AcceptInvitationHandler(
    UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, PasswordSignIn passwords, AccountLinks links, SenSupportDbContext db, SchoolScope scope, TimeProvider clock)
{
    /// <summary>Whom a link invites; null when it is good for nothing. From here on the request is one of their school.</summary>
    public async Task<Invited?> FindAsync(string token)
    {
        if (await links.FindAsync(AccountLinkKind.Invitation, token) is not { SchoolId: { } schoolId, StaffId: { } staffId } link)
        {
            return null;
        }

        scope.SchoolId = schoolId;
        var school = await db.Schools.Where(known => known.Id == schoolId).Select(known => known.Name).SingleAsync();
        return await db.Staff.AsNoTracking().SingleOrDefaultAsync(known => known.Id == staffId) is { AccountId: null, LeftOn: null } staff
            ? new Invited(link, staff, school, await accounts.FindByEmailAsync(staff.Email))
            : null;
    }

    /// <summary>Accepts it. A result without person and without problem says that the link was used meanwhile.</summary>
    public async Task<Accepted> AcceptAsync(Invited invited, string password)
    {
        var problem = invited.Account is null ? HardToGuess.Problem(password, $"{invited.Staff.Email.Split('@')[0]} {invited.Staff.Name} {invited.SchoolName}") : null;
        if (problem is not null)
        {
            return new Accepted(null, problem);
        }

        if (invited.Account is { } known && !await passwords.IsRightAsync(known, password))
        {
            return new Accepted(null, "The password is not right. After five wrong tries you have to wait before the next.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await links.UseAsync(invited.Link))
        {
            return new Accepted(null, null);
        }

        var account = invited.Account;
        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(), UserName = invited.Staff.Email, Email = invited.Staff.Email, EmailConfirmed = true };
            var made = await accounts.CreateAsync(account, password);
            if (!made.Succeeded)
            {
                return new Accepted(null, string.Join(". ", made.Errors.Select(error => error.Description)));
            }
        }

        var staff = await db.Staff.SingleAsync(member => member.Id == invited.Staff.Id);
        var now = clock.GetUtcNow().UtcDateTime;
        staff.Join(account.Id, new Acting(staff.Id, staff.Name, now, SchoolClock.Today(clock)));
        await db.SaveChangesAsync();

        // Who works at two schools is signed in to the one where they were last: here.
        DateTime? at = now;
        await db.Staff.Where(member => member.Id == staff.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.LastSignInAt, at));
        await transaction.CommitAsync();
        return new Accepted(await claims.CreateAsync(account), null);
    }
}

/// <summary>Whom a link invites.</summary>
/// <param name="Link">The link.</param>
/// <param name="Staff">The person.</param>
/// <param name="SchoolName">Their school.</param>
/// <param name="Account">The account with their e-mail address, when there is one already.</param>
public sealed record Invited(AccountLink Link, StaffMember Staff, string SchoolName, Account? Account);

/// <summary>What came of accepting.</summary>
/// <param name="Person">Who signs in; null when it was refused.</param>
/// <param name="Problem">What is wrong with the password.</param>
public sealed record Accepted(ClaimsPrincipal? Person, string? Problem);
