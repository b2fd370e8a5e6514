using Microsoft.AspNetCore.Identity;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.ResetPassword;

/// <summary>Sets another password by a link: the link is used up, every session ends, and the wait after wrong passwords with it.</summary>
public sealed class ResetPasswordHandler(UserManager<Account> accounts, AccountLinks links, SecurityStamps stamps, SenSupportDbContext db)
{
    /// <summary>The account that a link belongs to; null when the link is good for nothing.</summary>
    public async Task<Account?> FindAsync(string token) =>
        await links.FindAsync(AccountLinkKind.PasswordReset, token) is { AccountId: { } id } ? await accounts.FindByIdAsync($"{id}") : null;

    /// <summary>Sets it. Null when the link was used meanwhile; otherwise what Identity says of the password.</summary>
    public async Task<IdentityResult?> ResetAsync(string token, Account account, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await links.FindAsync(AccountLinkKind.PasswordReset, token) is not { } link || !await links.UseAsync(link))
        {
            return null;
        }

        account.EmailConfirmed = true;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        var reset = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (reset.Succeeded)
        {
            await links.WithdrawResetsAsync(account.Id);
            await transaction.CommitAsync();
            stamps.Drop(account.Id);
        }

        return reset;
    }
}
