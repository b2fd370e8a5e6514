using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.ChangeGroup;

/// <summary>Renaming a teaching group, or changing its subject.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/{groupId:guid}/change")]
public sealed class ChangeGroupController(SenSupportDbContext db, TimeProvider clock, IValidator<GroupForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid groupId) =>
        await db.TeachingGroups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == groupId) is { } group
            ? await PageAsync(groupId, new GroupForm { Name = group.Name, Subject = group.Subject, StartYear = group.StartYear, Version = group.Version })
            : NotFound();

    /// <summary>Saves it.</summary>
    [HttpPost]
    public async Task<IActionResult> Change(Guid groupId, GroupForm form)
    {
        if (await GroupReads.FindAsync(db, groupId, form.Version) is not { } group)
        {
            return NotFound();
        }

        if (this.Check(validator, form) && await GroupReads.Named(db, group.StartYear, form.Name, groupId).AnyAsync())
        {
            ModelState.AddModelError(nameof(form.Name), $"There is a group {form.Name.Trim()} in {group.Year} already");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(groupId, form);
        }

        group.Rename(form.Name, form.Subject, SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("Group saved.");
        return Redirect($"/school/groups/{groupId}");
    }

    private async Task<IActionResult> PageAsync(Guid groupId, GroupForm form)
    {
        ViewData["Subjects"] = await GroupReads.Subjects(db).ToListAsync();
        ViewData["Path"] = $"/school/groups/{groupId}";
        return View("ChangeGroup", form);
    }
}
