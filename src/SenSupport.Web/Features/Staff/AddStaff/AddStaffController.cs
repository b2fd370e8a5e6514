using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Email;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Staff.InviteStaff;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.AddStaff;

/// <summary>Adding a person to the staff.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/add")]
public sealed class AddStaffController(SenSupportDbContext db, InviteStaffHandler invitations, SiteAddress site, TimeProvider clock, IValidator<AddStaffForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public IActionResult Show() => View("AddStaff", new AddStaffForm { Invite = true });

    /// <summary>Adds the person, and invites them when that is asked.</summary>
    [HttpPost]
    public async Task<IActionResult> Add(AddStaffForm form)
    {
        var by = SignedInStaff.From(User);
        var roles = form.Chosen(by);
        if (!this.Check(validator, form) || !await IsFreeAsync(form, roles))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("AddStaff", form);
        }

        var member = StaffMember.Add(by.SchoolId, form.Details(), roles, by.Acting(clock));
        db.Add(member);
        await db.SaveChangesAsync();
        var link = form.Invite ? await invitations.InviteAsync(by, member.Id, site.Of(Request)) : null;
        TempData.SetNotice($"{member.Name} is on the staff. {link?.Words}".TrimEnd());
        if (link?.ToCopy is { } address)
        {
            TempData.SetLink(address);
        }

        return LocalRedirect($"/staff/{member.Id}");
    }

    private async Task<bool> IsFreeAsync(AddStaffForm form, StaffRoles roles)
    {
        if (roles == StaffRoles.None)
        {
            ModelState.AddModelError(nameof(form.Roles), "Choose at least one role. SENCo, SEN assistant and head are given by the SENCo");
        }

        var email = form.Details().Email.ToLowerInvariant();
        if (email.Length > 0 && await StaffReads.WithEmail(db, email).FirstOrDefaultAsync() is { } other)
        {
            ModelState.AddModelError(nameof(form.Email), other.LeftOn is null ? $"{other.Name} has this email address and is on the staff already" : $"{other.Name} has this email address and left. Find them under Left, and bring them back");
        }

        return ModelState.IsValid;
    }
}
