using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Groups.ViewGroup;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.EndTime;

/// <summary>Ending a pupil's time in a group, or a teacher's with it, on a day.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/{groupId:guid}/times/{timeId:guid}/end")]
public sealed class EndTimeController(SenSupportDbContext db, TimeProvider clock, IValidator<LastDayForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid groupId, Guid timeId) =>
        await PersonAsync(groupId, timeId) is { } found
            ? Page(found, new LastDayForm { LastDay = DateParts.From(found.Person.Until ?? db.Today), Version = found.Group.Version })
            : NotFound();

    /// <summary>Ends it.</summary>
    [HttpPost]
    public async Task<IActionResult> End(Guid groupId, Guid timeId, LastDayForm form)
    {
        if (await PersonAsync(groupId, timeId) is not { } found || await GroupReads.FindAsync(db, groupId, form.Version) is not { } group)
        {
            return NotFound();
        }

        if (this.Check(validator, form) && form.LastDay.TryRead(out var day))
        {
            if (day >= found.Person.From)
            {
                var acting = SignedInStaff.From(User).Acting(clock);
                if (found.IsPupil)
                {
                    group.EndPupil(timeId, day, acting);
                }
                else
                {
                    group.EndTeacher(timeId, day, acting);
                }

                await db.SaveChangesAsync();
                TempData.SetNotice($"{found.Person.Name}: the last day is {UkDate.Long(day)}.");
                return Redirect($"/school/groups/{groupId}");
            }

            ModelState.AddModelError(nameof(form.LastDay), $"The last day must be {UkDate.Long(found.Person.From)} or later: that was the first");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(found, form);
    }

    private async Task<(GroupDetails Group, GroupPerson Person, bool IsPupil)?> PersonAsync(Guid groupId, Guid timeId)
    {
        if (await ViewGroupPage.Find(db, groupId).FirstOrDefaultAsync() is not { } group)
        {
            return null;
        }

        if (await ViewGroupPage.PupilTimes(db, groupId).FirstOrDefaultAsync(time => time.Id == timeId) is { } pupil)
        {
            return (group, pupil, true);
        }

        return await ViewGroupPage.TeacherTimes(db, groupId).FirstOrDefaultAsync(time => time.Id == timeId) is { } teacher ? (group, teacher, false) : null;
    }

    private ViewResult Page((GroupDetails Group, GroupPerson Person, bool IsPupil) found, LastDayForm form)
    {
        (ViewData["Name"], ViewData["Group"], ViewData["Path"], ViewData["IsPupil"]) = (found.Person.Name, found.Group.Name, $"/school/groups/{found.Group.Id}", found.IsPupil);
        (ViewData["From"], ViewData["TimeId"]) = (found.Person.From, found.Person.Id);
        return View("EndTime", form);
    }
}
