using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>
/// Checks an e-mail address and a password. Nobody learns from the answer, nor from how long it takes, whether there is such an account or whether it waits.
/// </summary>
public sealed class PasswordSignIn(UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, SenSupportDbContext db, TimeProvider clock)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    /// <summary>What the page says to every refusal.</summary>
    public const string Refusal = "The email address or password is not right. After five wrong tries you have to wait before the next: a minute at first, then longer.";

    /// <summary>Who signs in; null when they may not: wrong, waiting, or on no school's staff.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (!await IsRightAsync(account, password))
        {
            return null;
        }

        var person = await claims.CreateAsync(account!);
        return SignedInStaff.TryFrom(person) is null ? null : person;
    }

    /// <summary>Whether the password is the account's, and may be tried now. A wrong one counts towards the wait.</summary>
    public async Task<bool> IsRightAsync(Account? account, string password)
    {
        // The try is counted before the password is looked at: a hundred guesses sent at once are a hundred tries.
        var mayTry = await CountTryAsync(account);
        nobodysHash ??= accounts.PasswordHasher.HashPassword(Nobody, $"{Guid.NewGuid()}");
        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? nobodysHash, password) != PasswordVerificationResult.Failed;
        if (account is null || !mayTry || !isRight)
        {
            return false;
        }

        await db.Users.Where(known => known.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, 0).SetProperty(known => known.LockoutEnd, (DateTimeOffset?)null));
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        return true;
    }

    private async Task<bool> CountTryAsync(Account? account)
    {
        var id = account?.Id ?? Guid.Empty;
        var (wrong, until) = (account?.AccessFailedCount ?? 0, account?.LockoutEnd);
        var now = clock.GetUtcNow();
        while (until is null || until <= now)
        {
            var counted = SignInWait.StillCounted(wrong, until, now) + 1;
            DateTimeOffset? waits = SignInWait.After(counted) is { } wait ? now + wait : null;
            var updated = await db.Users.Where(known => known.Id == id && known.AccessFailedCount == wrong)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, counted).SetProperty(known => known.LockoutEnd, waits));
            if (updated == 1)
            {
                return true;
            }

            // No such account, or another try of the same account came between.
            var found = await db.Users.AsNoTracking().Where(known => known.Id == id).Select(known => new { known.AccessFailedCount, known.LockoutEnd }).FirstOrDefaultAsync();
            if (found is null)
            {
                return false;
            }

            (wrong, until) = (found.AccessFailedCount, found.LockoutEnd);
        }

        return false;
    }
}
