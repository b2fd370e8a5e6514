using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.ChangeConcern;

/// <summary>Putting right what a concern says, by whoever recorded it, or by the SENCo and the SEN assistant, until it is closed.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns/{concernId:guid}/change")]
public sealed class ChangeConcernController(SenSupportDbContext db, IValidator<ConcernForm> validator, TimeProvider clock) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid concernId) =>
        await FindAsync(concernId) is { } concern && !concern.State.IsClosed() ? await PageAsync(concern, ConcernForm.Of(concern)) : NotFound();

    /// <summary>Saves it. What it said before stays in the history.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Change(Guid concernId, ConcernForm form)
    {
        if (await FindAsync(concernId) is not { } concern || await RecordHistory.MeanwhileAsync(db, concern, form.Version) is not { IsKnown: true } stale)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(concern, form);
        }

        if (stale.Meanwhile is { } meanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ViewData["Meanwhile"] = meanwhile;
            ModelState.Remove(nameof(form.Version));
            form.Version = concern.Version;
            return await PageAsync(concern, form);
        }

        concern.Correct(form.Content(), SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("Concern corrected.");
        return Redirect($"/concerns/{concernId}");
    }

    private async Task<Concern?> FindAsync(Guid concernId)
    {
        var staff = SignedInStaff.From(User);
        return await db.ConcernsReadBy(staff).AsTracking().FirstOrDefaultAsync(row => row.Id == concernId && (staff.KeepsSenRecords || row.RecordedById == staff.StaffId));
    }

    private async Task<IActionResult> PageAsync(Concern concern, ConcernForm form)
    {
        ViewData.SetPupil((await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), concern.PupilId))!.On(SchoolClock.Today(clock)));
        ViewData["ConcernId"] = concern.Id;
        return View("ChangeConcern", form);
    }
}
