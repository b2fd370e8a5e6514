using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.AddPupil;

/// <summary>Adds a pupil to the school's list. Pupils who are likely the same person are shown first, leavers among them.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("pupils/add")]
public sealed class AddPupilController(SenSupportDbContext db, IValidator<PupilDetailsForm> validator, TimeProvider clock) : Controller
{
    /// <summary>The empty form.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => await PageAsync(new PupilDetailsForm(), []);

    /// <summary>Adds the pupil.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Add(PupilDetailsForm form)
    {
        var staff = SignedInStaff.From(User);
        if (!this.Check(validator, form) || !await this.CheckClassAsync(db, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form, []);
        }

        var details = form.Read();
        var same = await LikelySame.FindAsync(db, staff, Guid.Empty, details);
        if (!same.TrueForAll(pupil => form.Shown.Contains($"{pupil.Id}", StringComparison.Ordinal)))
        {
            ModelState.Remove(nameof(form.Shown));
            return await PageAsync(form, same);
        }

        var acting = staff.Acting(clock);
        var added = Pupil.Add(staff.SchoolId, details with { Flags = form.FlagsToHold(PupilFlags.None) }, acting);
        form.DateFlags(added, acting);
        db.Add(added);
        await db.SaveChangesAsync();
        TempData.SetNotice($"{added.FullName} is added.");
        return Redirect($"/pupils/{added.Id}");
    }

    private async Task<ViewResult> PageAsync(PupilDetailsForm form, IReadOnlyList<LikelySame> same)
    {
        form.Page = new PupilDetailsPage(await PupilDetailsPage.ClassesAsync(db), null, same, true);
        form.Shown = string.Join(' ', same.Select(pupil => pupil.Id));
        return View("AddPupil", form);
    }
}
