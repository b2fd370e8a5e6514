using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.LeaveStaff;

/// <summary>A person leaves: a check page with what they hand over, then the sign-in is closed at once. They can come back.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/{staffId:guid}")]
public sealed class LeaveStaffController(SenSupportDbContext db, LeaveStaffHandler handler, ChangeStaffHandler staff, TimeProvider clock, IValidator<LeaveStaffForm> validator) : Controller
{
    /// <summary>The check page.</summary>
    [HttpGet("leave")]
    public async Task<IActionResult> Show(Guid staffId) =>
        await FindAsync(staffId) is { } member ? await PageAsync(member, new LeaveStaffForm { Version = member.Version, LeftOn = DateParts.From(SchoolClock.Today(clock)) }) : NotFound();

    /// <summary>Hands over, and closes the sign-in.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(Guid staffId, LeaveStaffForm form)
    {
        var by = SignedInStaff.From(User);
        if (await FindAsync(staffId) is not { } member)
        {
            return NotFound();
        }

        var page = await handler.ReadAsync(by, member);
        var to = new Dictionary<string, Guid>();
        if (this.Check(validator, form) && form.LeftOn.TryRead(out var on))
        {
            if (on > SchoolClock.Today(clock))
            {
                ModelState.AddModelError(nameof(form.LeftOn), "The day must be today or in the past: their sign-in is closed at once");
            }

            foreach (var charge in page.Charges)
            {
                var chosen = form.To.GetValueOrDefault(charge.Key, "");
                if (chosen.Length > 0 && page.Choices(charge).Any(choice => choice.Value == chosen))
                {
                    to[charge.Key] = Guid.Parse(chosen);
                }
                else if (chosen.Length > 0)
                {
                    ModelState.AddModelError($"To[{charge.Key}]", $"{charge.Title}: choose somebody from the list");
                }
            }

            if (ModelState.IsValid)
            {
                if (await handler.LeaveAsync(by, page, form.Version, on, to) is not { } left)
                {
                    return NotFound();
                }

                TempData.SetNotice($"{left.Name} has left. Their sign-in is closed.");
                return LocalRedirect($"/staff/{staffId}");
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(member, form);
    }

    /// <summary>Brings the person back, with the roles and the account that they had.</summary>
    [HttpPost("come-back")]
    public async Task<IActionResult> ComeBack(Guid staffId)
    {
        if (await staff.ChangeAsync(SignedInStaff.From(User), staffId, null, change => change.Member.ComeBack(change.By)) is not { } back)
        {
            return NotFound();
        }

        TempData.SetNotice(back.CanSignIn ? $"{back.Name} is back on the staff and can sign in again. Check the roles, and give them classes and pupils." : $"{back.Name} is back on the staff. Check the roles, and invite them.");
        return LocalRedirect($"/staff/{staffId}");
    }

    private async Task<StaffMember?> FindAsync(Guid staffId) =>
        await db.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId) is { LeftOn: null } found && SignedInStaff.From(User).LooksAfter(found.Roles) ? found : null;

    private async Task<ViewResult> PageAsync(StaffMember member, LeaveStaffForm form)
    {
        ViewData["Page"] = await handler.ReadAsync(SignedInStaff.From(User), member);
        return View("LeaveStaff", form);
    }
}
