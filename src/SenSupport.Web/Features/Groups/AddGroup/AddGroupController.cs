using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.AddGroup;

/// <summary>Adding a teaching group.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/add")]
public sealed class AddGroupController(SenSupportDbContext db, TimeProvider clock, IValidator<GroupForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public Task<IActionResult> Show() => PageAsync(new GroupForm { StartYear = AcademicYear.Of(db.Today).StartYear });

    /// <summary>Adds it, and goes on to its pupils and teachers.</summary>
    [HttpPost]
    public async Task<IActionResult> Add(GroupForm form)
    {
        var staff = SignedInStaff.From(User);
        var now = AcademicYear.Of(db.Today).StartYear;
        if (form.StartYear != now && form.StartYear != now + 1)
        {
            ModelState.AddModelError(nameof(form.StartYear), "Choose an academic year");
        }

        if (this.Check(validator, form) && await GroupReads.Named(db, form.StartYear, form.Name, Guid.Empty).AnyAsync())
        {
            ModelState.AddModelError(nameof(form.Name), $"There is a group {form.Name.Trim()} in {new AcademicYear(form.StartYear)} already");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form);
        }

        var group = TeachingGroup.Add(staff.SchoolId, form.Name, form.Subject, new AcademicYear(form.StartYear), staff.Acting(clock));
        db.Add(group);
        await db.SaveChangesAsync();
        TempData.SetNotice($"{group.Name} added. Now say who teaches it and who is in it.");
        return Redirect($"/school/groups/{group.Id}");
    }

    private async Task<IActionResult> PageAsync(GroupForm form)
    {
        ViewData["Subjects"] = await GroupReads.Subjects(db).ToListAsync();
        ViewData["Year"] = AcademicYear.Of(db.Today).StartYear;
        return View("AddGroup", form);
    }
}
