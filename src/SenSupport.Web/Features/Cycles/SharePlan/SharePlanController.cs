using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.SharePlan;

/// <summary>The SENCo's check page before a plan is shared, and what it leads to: sharing, or returning to the writer.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/plan")]
public sealed class SharePlanController(
    SenSupportDbContext db, CycleSaver saver, SharePlanHandler handler, TimeProvider clock, IValidator<SharePlanForm> validator, IValidator<ReturnPlanForm> returning) : Controller
{
    /// <summary>The whole plan as it will be shared, what is outstanding, and who will read it.</summary>
    [HttpGet("share")]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        if (await LoadAsync(pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        return cycle.Stage is CycleStage.Assess or CycleStage.Closed ? Redirect($"/pupils/{pupilId}/cycles/{number}/plan") : View("SharePlan", await handler.PageAsync(cycle));
    }

    /// <summary>Shares the plan as it was shown; when it has changed since, asks to check it again.</summary>
    [HttpPost("share")]
    public async Task<IActionResult> Share(Guid pupilId, int number, SharePlanForm form)
    {
        if (!this.Check(validator, form) || await LoadAsync(pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        if (!await handler.ShareAsync(cycle, form, SignedInStaff.From(User)))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("CheckAgain", $"/pupils/{pupilId}/cycles/{number}/plan/share");
        }

        TempData.SetNotice($"Version {cycle.LatestPlanVersion} is shared. Give the family a copy of the PDF.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }

    /// <summary>Returns the plan to its writer with a note.</summary>
    [HttpPost("return")]
    public async Task<IActionResult> Return(Guid pupilId, int number, ReturnPlanForm form)
    {
        if (await LoadAsync(pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        if (!this.Check(returning, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("SharePlan", await handler.PageAsync(cycle) with { Note = form.Note });
        }

        cycle.ReturnPlan(form.Note, SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("The plan is returned to its writer with your note.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }

    private async Task<SupportCycle?> LoadAsync(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return await saver.LoadAsync(staff, pupilId, number);
    }
}
