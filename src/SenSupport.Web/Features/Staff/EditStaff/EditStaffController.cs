using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.EditStaff;

/// <summary>Changing a member of staff: details and roles.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/{staffId:guid}/edit")]
public sealed class EditStaffController(
    SenSupportDbContext db, EditStaffHandler handler, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, IValidator<EditStaffForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid staffId) => await FindAsync(staffId) is { } member ? Page(member, EditStaffForm.From(member)) : NotFound();

    /// <summary>Saves it.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid staffId, EditStaffForm form)
    {
        var by = SignedInStaff.From(User);
        if (await FindAsync(staffId) is not { } member)
        {
            return NotFound();
        }

        if (this.Check(validator, form) && await handler.EmailProblemAsync(by, member, form.Email) is { } problem)
        {
            ModelState.AddModelError(nameof(form.Email), problem);
        }

        if (ModelState.IsValid && by.MayGiveRolesTo(staffId) && ((member.Roles & ~by.GivesRoles) | form.Chosen(by)) == StaffRoles.None)
        {
            ModelState.AddModelError(nameof(form.Roles), "Choose at least one role. Somebody who works here no longer has left: say so on their page");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(member, form);
        }

        if (await handler.SaveAsync(by, staffId, form) is not { } saved)
        {
            return NotFound();
        }

        if (staffId == by.StaffId && await accounts.FindByIdAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!) is { } own)
        {
            // One's own session goes on, with what is true now.
            await db.Entry(own).ReloadAsync();
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, await claims.CreateAsync(own));
        }

        TempData.SetNotice(saved.Roles != member.Roles && saved.CanSignIn && staffId != by.StaffId ? $"Saved. {saved.Name} has to sign in again, and then has the new roles." : "Saved.");
        return LocalRedirect($"/staff/{staffId}");
    }

    private async Task<StaffMember?> FindAsync(Guid staffId) =>
        await db.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId) is { LeftOn: null } found && SignedInStaff.From(User).LooksAfter(found.Roles) ? found : null;

    private ViewResult Page(StaffMember member, EditStaffForm form)
    {
        ViewData["Member"] = member;
        return View("EditStaff", form);
    }
}
