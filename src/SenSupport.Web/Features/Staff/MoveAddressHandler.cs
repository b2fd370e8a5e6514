using Microsoft.AspNetCore.Identity;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff;

/// <summary>Whoever gets another e-mail address signs in with it from then on, and the links that went to the old one are good no longer.</summary>
public sealed class MoveAddressHandler(UserManager<Account> accounts, AccountLinks links)
{
    /// <summary>Lets a person's account follow their address; the caller saves, and drops the account's stamp afterwards.</summary>
    /// <returns>The account; null for a person who has none.</returns>
    public async Task<Account?> FollowAsync(StaffMember member)
    {
        await links.WithdrawInvitationsAsync(member.Id);
        if (member.AccountId is not { } accountId)
        {
            return null;
        }

        var moved = await accounts.FindByIdAsync($"{accountId}");
        await links.WithdrawResetsAsync(accountId);
        (moved!.Email, moved.UserName, moved.SecurityStamp) = (member.Email, member.Email, Guid.NewGuid().ToString("N"));
        await accounts.UpdateNormalizedEmailAsync(moved);
        await accounts.UpdateNormalizedUserNameAsync(moved);
        return moved;
    }
}
