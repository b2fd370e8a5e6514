using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.SetAside;

/// <summary>The SENCo finds that a duty does not apply to a pupil, with the reason, and takes that back.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/duties/{kind}")]
public sealed class SetAsideController(SenSupportDbContext db, PupilSaver saver, IValidator<SetAsideForm> validator, TimeProvider clock) : PupilDutyController(db, saver, clock)
{
    /// <summary>Asks for the reason.</summary>
    [HttpGet("not-applicable")]
    public async Task<IActionResult> Ask(Guid pupilId, string kind) => await PageAsync(pupilId, kind, false) ? View("SetAside", new SetAsideForm()) : NotFound();

    /// <summary>Sets the duty aside.</summary>
    [HttpPost("not-applicable")]
    public async Task<IActionResult> Set(Guid pupilId, string kind, SetAsideForm form)
    {
        if (!await PageAsync(pupilId, kind, false))
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("SetAside", form);
        }

        var duty = SetAsideForm.KindOf(kind)!.Value;
        return await SaveAsync(pupilId, With, (pupil, by) => pupil.SetDutyAside(duty, form.Reason, by), $"{duty.Name()}: marked as not applicable.");
    }

    /// <summary>Asks whether the duty applies again.</summary>
    [HttpGet("applies")]
    public async Task<IActionResult> AskBack(Guid pupilId, string kind) => await PageAsync(pupilId, kind, true) ? View("TakeUp") : NotFound();

    /// <summary>The duty applies again.</summary>
    [HttpPost("applies")]
    public async Task<IActionResult> TakeUp(Guid pupilId, string kind)
    {
        if (!await PageAsync(pupilId, kind, true))
        {
            return NotFound();
        }

        var duty = SetAsideForm.KindOf(kind)!.Value;
        return await SaveAsync(pupilId, With, (pupil, by) => pupil.TakeDutyUp(duty, by), $"{duty.Name()}: applies again.");
    }

    internal static IQueryable<DutySetAside> Known(SenSupportDbContext db, Guid pupilId, DutyKind kind) =>
        db.Pupils.Where(pupil => pupil.Id == pupilId).SelectMany(pupil => pupil.DutiesSetAside).Where(set => set.Kind == kind);

    private static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.DutiesSetAside);

    private async Task<bool> PageAsync(Guid pupilId, string kind, bool isSet)
    {
        if (await OpenAsync(pupilId) is null || SetAsideForm.KindOf(kind) is not { } duty)
        {
            return false;
        }

        var set = await Known(Db, pupilId, duty).AsNoTracking().FirstOrDefaultAsync();
        (ViewData["Duty"], ViewData["Set"]) = (duty, set);
        return set is not null == isSet;
    }
}
