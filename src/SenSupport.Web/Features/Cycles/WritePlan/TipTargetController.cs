using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Targets;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>What the SMART helper says of a target while it is typed. Nothing is stored.</summary>
[Authorize(Policy = Policies.WriteRecords)]
public sealed class TipTargetController(SenSupportDbContext db, IValidator<TipTargetForm> validator) : Controller
{
    /// <summary>The tips as a piece of the page.</summary>
    [HttpPost("pupils/{pupilId:guid}/cycles/{number:int}/plan/tips")]
    [SkipStatusCodePages]
    public async Task<IActionResult> Show(Guid pupilId, TipTargetForm form)
    {
        if (await Areas(db, SignedInStaff.From(User), pupilId).FirstOrDefaultAsync() is not { } areas)
        {
            return NotFound();
        }

        return this.Check(validator, form) ? PartialView(TargetTips.View, form.Tips([.. areas.Areas.Distinct()])) : BadRequest();
    }

    /// <summary>The areas of a pupil's current needs.</summary>
    public static IQueryable<PupilAreas> Areas(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.PupilsWrittenBy(staff).Where(pupil => pupil.Id == pupilId).Select(pupil => new PupilAreas(pupil.Needs.Where(need => need.End == null).Select(need => need.Area).ToList()));
}

/// <summary>The areas of a pupil's needs.</summary>
public sealed record PupilAreas(IReadOnlyList<AreaOfNeed> Areas);
