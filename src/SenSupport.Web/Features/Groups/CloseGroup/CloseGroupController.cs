using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Groups.EndTime;
using SenSupport.Web.Features.Groups.ViewGroup;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.CloseGroup;

/// <summary>Closing a teaching group, and opening it again.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/{groupId:guid}")]
public sealed class CloseGroupController(SenSupportDbContext db, TimeProvider clock, IValidator<LastDayForm> validator) : Controller
{
    /// <summary>The page that asks for the last day.</summary>
    [HttpGet("close")]
    public async Task<IActionResult> Show(Guid groupId) =>
        await ViewGroupPage.Find(db, groupId).FirstOrDefaultAsync() is { } group
            ? await PageAsync(group, new LastDayForm { LastDay = DateParts.From(db.Today), Version = group.Version })
            : NotFound();

    /// <summary>Closes it.</summary>
    [HttpPost("close")]
    public async Task<IActionResult> Close(Guid groupId, LastDayForm form)
    {
        if (await GroupReads.FindAsync(db, groupId, form.Version) is not { } group)
        {
            return NotFound();
        }

        if (!this.Check(validator, form) || !form.LastDay.TryRead(out var day))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(await ViewGroupPage.Find(db, groupId).FirstAsync(), form);
        }

        group.Close(day, SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice($"{group.Name} is closed. Its history stays.");
        return Redirect($"/school/groups/{groupId}");
    }

    /// <summary>Opens it again: those whose time ended with it go on.</summary>
    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(Guid groupId, [FromForm] Guid version)
    {
        if (await GroupReads.FindAsync(db, groupId, version) is not { } group)
        {
            return NotFound();
        }

        group.Reopen([.. group.Pupils.Cast<GroupTime>().Concat(group.Teachers).Where(time => time.Until == group.ClosedOn).Select(time => new EndedTime(time.Id, null))], SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice($"{group.Name} is open again, with those who were in it on its last day.");
        return Redirect($"/school/groups/{groupId}");
    }

    private async Task<IActionResult> PageAsync(GroupDetails group, LastDayForm form)
    {
        if (group.ClosedOn is not null)
        {
            return Redirect($"/school/groups/{group.Id}");
        }

        var today = db.Today;
        ViewData["Group"] = group;
        ViewData["Pupils"] = await db.GroupPupils.CountAsync(time => time.GroupId == group.Id && (time.Until == null || time.Until >= today));
        return View("CloseGroup", form);
    }
}
