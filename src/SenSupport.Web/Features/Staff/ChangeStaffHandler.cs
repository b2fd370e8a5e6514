using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff;

/// <summary>
/// Changes a member of staff in one transaction, in which the school's SENCos stand still: two people who each take the role from the other at the same
/// moment do not leave the school without one. Whoever loses a role or leaves is signed out at once.
/// </summary>
public sealed class ChangeStaffHandler(SenSupportDbContext db, SecurityStamps stamps, TimeProvider clock)
{
    /// <summary>Makes a change.</summary>
    /// <param name="by">Who makes it.</param>
    /// <param name="staffId">Whom it is about.</param>
    /// <param name="version">The version that the page was made from; null where the page shows nothing that the change could overwrite.</param>
    /// <param name="change">The change.</param>
    /// <returns>The person as saved; null when there is no such person, or they are not for <paramref name="by"/> to look after.</returns>
    /// <exception cref="DomainRuleException">The rules do not allow it.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed the person meanwhile.</exception>
    public async Task<StaffMember?> ChangeAsync(SignedInStaff by, Guid staffId, Guid? version, Func<StaffChange, Task> change)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockSchoolAsync(by.SchoolId);
        var member = await db.Staff.SingleOrDefaultAsync(staff => staff.Id == staffId);
        if (member is null || !by.LooksAfter(member.Roles))
        {
            return null;
        }

        if (version is { } begunFrom)
        {
            db.Entry(member).Property(staff => staff.Version).OriginalValue = begunFrom;
        }

        var couldDo = (member.Roles, member.CanSignIn);
        await change(new StaffChange(member, by.Acting(clock), await SchoolLock.OtherSencos(db, staffId).CountAsync()));
        await db.SaveChangesAsync();
        var isSignedOut = couldDo != (member.Roles, member.CanSignIn) && couldDo.CanSignIn;
        if (isSignedOut)
        {
            await stamps.RenewAsync(member.AccountId!.Value, db);
        }

        await transaction.CommitAsync();
        if (isSignedOut)
        {
            stamps.Drop(member.AccountId!.Value);
        }

        return member;
    }

    /// <summary>Makes a change for which nothing has to be awaited.</summary>
    public Task<StaffMember?> ChangeAsync(SignedInStaff by, Guid staffId, Guid? version, Action<StaffChange> change) =>
        ChangeAsync(by, staffId, version, made =>
        {
            change(made);
            return Task.CompletedTask;
        });
}

/// <summary>A change to a member of staff while it is made.</summary>
/// <param name="Member">The person.</param>
/// <param name="By">Who makes it.</param>
/// <param name="OtherSencos">How many other SENCos of the school can sign in.</param>
public sealed record StaffChange(StaffMember Member, Acting By, int OtherSencos);
