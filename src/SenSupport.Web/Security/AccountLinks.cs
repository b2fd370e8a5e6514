using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Links by which a person who is not signed in gets to an account: an invitation, or another password. Each is good once, for some hours.</summary>
public sealed class AccountLinks(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>How long an invitation is good.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromHours(72);

    /// <summary>How long a link to another password is good.</summary>
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(2);

    // Long enough to say "it has expired" on the person's page.
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(60);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes an invitation; those that the person had before are good no longer.</summary>
    public async Task<MadeLink> InviteAsync(Guid schoolId, Guid staffId)
    {
        await WithdrawInvitationsAsync(staffId);
        return await AddAsync(AccountLinkKind.Invitation, "/account/invitation/", InvitationLasts, schoolId, staffId, null);
    }

    /// <summary>Makes a link to another password; those that were there before are good no longer.</summary>
    public async Task<MadeLink> ResetAsync(Guid accountId)
    {
        await WithdrawResetsAsync(accountId);
        return await AddAsync(AccountLinkKind.PasswordReset, "/account/new-password/", ResetLasts, null, null, accountId);
    }

    /// <summary>The link that a token belongs to; null when there is none, or it is used, taken back or too old.</summary>
    public async Task<AccountLink?> FindAsync(AccountLinkKind kind, string token)
    {
        var (hash, now) = (SecretToken.Hash(token), Now);
        return await db.AccountLinks.AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash && link.Kind == kind && link.ClosedAt == null && link.ExpiresAt > now);
    }

    /// <summary>Uses a link up. False when somebody else did at the same moment.</summary>
    public async Task<bool> UseAsync(AccountLink link) => await CloseAsync(db.AccountLinks.Where(known => known.Id == link.Id)) == 1;

    /// <summary>Takes back the invitations of a person. How many were open.</summary>
    public Task<int> WithdrawInvitationsAsync(Guid staffId) => CloseAsync(db.AccountLinks.Where(link => link.StaffId == staffId && link.Kind == AccountLinkKind.Invitation));

    /// <summary>Takes back the links to another password of an account.</summary>
    public Task<int> WithdrawResetsAsync(Guid accountId) => CloseAsync(db.AccountLinks.Where(link => link.AccountId == accountId && link.Kind == AccountLinkKind.PasswordReset));

    /// <summary>How many links to another password an account was sent in the last hour.</summary>
    public Task<int> ResetsInTheLastHourAsync(Guid accountId)
    {
        var since = Now.AddHours(-1);
        return db.AccountLinks.CountAsync(link => link.AccountId == accountId && link.CreatedAt > since);
    }

    private async Task<MadeLink> AddAsync(AccountLinkKind kind, string path, TimeSpan lasts, Guid? schoolId, Guid? staffId, Guid? accountId)
    {
        var now = Now;
        var old = now - KeptAfterwards;
        await db.AccountLinks.Where(link => link.ExpiresAt < old).ExecuteDeleteAsync();
        var token = SecretToken.Make();
        var link = new AccountLink
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            TokenHash = SecretToken.Hash(token),
            SchoolId = schoolId,
            StaffId = staffId,
            AccountId = accountId,
            CreatedAt = now,
            ExpiresAt = now + lasts,
        };
        db.Add(link);
        await db.SaveChangesAsync();
        return new MadeLink(path + token, link.ExpiresAt);
    }

    private Task<int> CloseAsync(IQueryable<AccountLink> links)
    {
        DateTime? now = Now;
        return links.Where(link => link.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.ClosedAt, now));
    }
}

/// <summary>A link that was just made. Its token is nowhere else.</summary>
/// <param name="Path">The path with the token.</param>
/// <param name="ExpiresAt">When it stops, in UTC.</param>
public sealed record MadeLink(string Path, DateTime ExpiresAt);
