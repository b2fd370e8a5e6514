using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.SharePlan;

/// <summary>A writer reads the plan through and sends it to the SENCo. The SENCo, who sends nothing, goes on to sharing.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/plan/send")]
public sealed class SendPlanController(SenSupportDbContext db, CycleSaver saver, SharePlanHandler handler, TimeProvider clock) : Controller
{
    /// <summary>The plan as the SENCo will see it.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        if (pupil is null || await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        if (staff.IsSenco || cycle.Stage is CycleStage.Assess or CycleStage.Closed)
        {
            return Redirect($"/pupils/{pupilId}/cycles/{number}/plan{(staff.IsSenco ? "/share" : "")}");
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return View("SendPlan", await handler.PageAsync(cycle));
    }

    /// <summary>Sends it.</summary>
    [HttpPost]
    public async Task<IActionResult> Send(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        if (staff.IsSenco || await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        cycle.SendPlan(staff.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("The plan is with the SENCo, who shares it or returns it to you.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }
}
