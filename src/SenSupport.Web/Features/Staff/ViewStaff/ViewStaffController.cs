using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Email;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ViewStaff;

/// <summary>One member of staff: who they are, whom they look after, and how they sign in.</summary>
[Authorize(Policy = Policies.SeeStaff)]
public sealed class ViewStaffController(SenSupportDbContext db, IEmailSender email, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("staff/{staffId:guid}")]
    public async Task<IActionResult> Show(Guid staffId)
    {
        if (await db.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId) is not { } member)
        {
            return NotFound();
        }

        var page = new ViewStaffPage(
            member,
            await StaffReads.ClassesOf(db, staffId).ToListAsync(),
            await StaffReads.PupilsOf(db, staffId).ToListAsync(),
            await ViewStaffPage.Steps(db, staffId).ToListAsync(),
            SignedInStaff.From(User),
            clock.GetUtcNow().UtcDateTime)
        {
            InvitedUntil = member.AccountId is null ? (await ViewStaffPage.Invitation(db, staffId).Take(1).ToListAsync()).Select(until => (DateTime?)until).FirstOrDefault() : null,
            Link = this.TakeLink(),
            SendsEmail = email.CanSend,
        };
        return View("ViewStaff", page);
    }
}
