using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.TickNextStep;

/// <summary>Ticking a next step of a review off, by those who write the pupil's record and by whoever does it, as long as they may see the pupil.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/steps/{stepId:guid}")]
public sealed class TickNextStepController(SenSupportDbContext db, CycleSaver saver, TimeProvider clock) : Controller
{
    /// <summary>It is done.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="stepId">The step.</param>
    /// <param name="from">"asked" to go back to the list of what is asked of the person.</param>
    [HttpPost("done")]
    [Authorize(Policy = Policies.ReadRecords)]
    public Task<IActionResult> Done(Guid pupilId, int number, Guid stepId, string? from) => TickAsync(pupilId, number, stepId, true, from);

    /// <summary>It is to be done after all.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="stepId">The step.</param>
    [HttpPost("take-up")]
    [Authorize(Policy = Policies.ReadRecords)]
    public Task<IActionResult> TakeUp(Guid pupilId, int number, Guid stepId) => TickAsync(pupilId, number, stepId, false, null);

    private async Task<IActionResult> TickAsync(Guid pupilId, int number, Guid stepId, bool isDone, string? from)
    {
        var staff = SignedInStaff.From(User);
        if (await saver.LoadToDeliverAsync(staff, pupilId, number) is not { } cycle || cycle.NextSteps.FirstOrDefault(row => row.Id == stepId) is not { } step || !await MayTickAsync(staff, pupilId, step))
        {
            return NotFound();
        }

        // The same button pressed twice does it once.
        if (isDone != step.DoneOn is not null)
        {
            cycle.TickNextStep(stepId, isDone, staff.Acting(clock));
            await db.SaveChangesAsync();
        }

        TempData.SetNotice(isDone ? "The step is ticked off." : "The step is to be done after all.");
        return Redirect(from == "asked" ? "/asked" : $"/pupils/{pupilId}/cycles/{number}/review#w-next");
    }

    private async Task<bool> MayTickAsync(SignedInStaff staff, Guid pupilId, NextStep step) =>
        step.OwnerId == staff.StaffId || await db.PupilsWrittenBy(staff).AnyAsync(pupil => pupil.Id == pupilId);
}
