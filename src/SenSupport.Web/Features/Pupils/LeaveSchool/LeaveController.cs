using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.LeaveSchool;

/// <summary>A pupil leaves the school, after a check of what is open; and comes back.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("pupils/{pupilId:guid}/leave")]
public sealed class LeaveController(SenSupportDbContext db, PupilSaver saver, IValidator<LeaveForm> validator, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    /// <summary>The form; for a leaver, the way back.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) => await PageAsync(pupilId, new LeaveForm { On = DateParts.From(Today) });

    /// <summary>Shows what is open, then records that the pupil left.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Leave(Guid pupilId, LeaveForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil)
        {
            return NotFound();
        }

        var page = await LeavePage.Of(Db, pupilId).FirstAsync();
        if (this.Check(validator, form) && form.LastDay <= page.BirthDate)
        {
            ModelState.AddModelError(nameof(form.On), "The last day must be after the date of birth");
        }

        if (!ModelState.IsValid)
        {
            ShowErrors();
            return await PageAsync(pupilId, form);
        }

        if (!form.Checked && page.LeftOn is null)
        {
            return View("CheckLeave", new CheckLeavePage(form, page, Person.SeesWholeSchool, Today));
        }

        var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, pupils => pupils, (saved, by) => saved.Leave(form.LastDay, form.Destination, form.Reason, by));
        if (outcome.IsDone)
        {
            SaySaved($"{pupil.FullName} is now a former pupil.", null);
        }

        return outcome.IsDone ? Redirect($"/pupils/{pupilId}") : NotFound();
    }

    /// <summary>The pupil is back on roll.</summary>
    [HttpPost("return")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Return(Guid pupilId)
    {
        if (await OpenAsync(pupilId) is not { } pupil)
        {
            return NotFound();
        }

        var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, pupils => pupils, (saved, by) => saved.Return(by));
        if (outcome.IsDone)
        {
            SaySaved($"{pupil.FullName} is back on roll. Check the class and year group.", null);
        }

        return outcome.IsDone ? Redirect($"/pupils/{pupilId}/details") : NotFound();
    }

    private async Task<IActionResult> PageAsync(Guid pupilId, LeaveForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        ViewData["Page"] = await LeavePage.Of(Db, pupilId).FirstAsync();
        return View("Leave", form);
    }
}
