using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.EditStaff;

/// <summary>Changes who a member of staff is and what they may do. Another e-mail address is also what they sign in with from then on.</summary>
public sealed class EditStaffHandler(ChangeStaffHandler staff, SenSupportDbContext db, UserManager<Account> accounts, MoveAddressHandler address, SecurityStamps stamps)
{
    /// <summary>Saves the form. Null when the person is not <paramref name="by"/>'s to look after.</summary>
    public async Task<StaffMember?> SaveAsync(SignedInStaff by, Guid staffId, EditStaffForm form)
    {
        Account? moved = null;
        var saved = await staff.ChangeAsync(by, staffId, form.Version, async change =>
        {
            var (member, details) = (change.Member, form.Details());
            var emailBefore = member.Email;
            member.ChangeDetails(details, change.By);
            if (by.MayGiveRolesTo(staffId))
            {
                member.ChangeRoles((member.Roles & ~by.GivesRoles) | form.Chosen(by), change.OtherSencos, change.By);
            }

            if (member.Email == emailBefore)
            {
                return;
            }

            moved = await address.FollowAsync(member);
        });
        if (moved is not null)
        {
            stamps.Drop(moved.Id);
        }

        return saved;
    }

    /// <summary>What is wrong with another e-mail address, or null.</summary>
    public async Task<string?> EmailProblemAsync(SignedInStaff by, StaffMember member, string typed)
    {
        var email = typed.Trim().ToLowerInvariant();
        if (email == member.Email)
        {
            return null;
        }

        if (email.Length > 0 && await StaffReads.WithEmail(db, email).FirstOrDefaultAsync(other => other.Id != member.Id) is { } other)
        {
            return $"{other.Name} has this email address";
        }

        if (member.AccountId is not { } accountId)
        {
            return null;
        }

        if (email.Length == 0)
        {
            return "Enter an email address: the person signs in with it";
        }

        if (await StaffReads.ElsewhereWith(db, accountId, by.SchoolId).AnyAsync())
        {
            return "This person signs in at another school, too, with this address. It cannot be changed here";
        }

        return await accounts.FindByEmailAsync(email) is { } taken && taken.Id != accountId ? "Somebody signs in with this email address already" : null;
    }
}
