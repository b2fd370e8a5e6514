using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.RaiseConcern;

/// <summary>Raising a concern about a pupil, by anybody who may see the pupil: one's own, a parent's or the pupil's.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns/new")]
public sealed class RaiseConcernController(SenSupportDbContext db, IValidator<ConcernForm> validator, TimeProvider clock) : Controller
{
    /// <summary>The form for a pupil; without one, a search for the pupil.</summary>
    /// <param name="pupil">The pupil.</param>
    /// <param name="search">Part of a name.</param>
    /// <param name="classId">A class to choose from.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? pupil, string search = "", [FromQuery(Name = "class")] Guid? classId = null)
    {
        var staff = SignedInStaff.From(User);
        if (pupil is { } chosen)
        {
            return await PageAsync(chosen, new ConcernForm { PupilId = chosen, Key = Guid.CreateVersion7(), RaisedOn = DateParts.From(SchoolClock.Today(clock)) });
        }

        var asked = SearchText.Fold(search).Length > 0 || classId is not null;
        var found = asked ? await PupilSearch.Found(db, staff, search, classId).Take(PupilSearch.MostShown + 1).ToListAsync() : null;
        return View("ChoosePupil", new ChoosePupilPage(search.Length > 100 ? search[..100] : search, classId, await PupilSearch.Classes(db, staff).ToListAsync(), found));
    }

    /// <summary>Raises it. The same form sent twice is one concern.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Raise(ConcernForm form)
    {
        var staff = SignedInStaff.From(User);
        var key = form.Key == Guid.Empty ? Guid.CreateVersion7() : form.Key;
        if (await db.PupilsReadBy(staff).FirstOrDefaultAsync(row => row.Id == form.PupilId) is not { } pupil)
        {
            return NotFound();
        }

        this.Check(validator, form);
        if (form.RaisedOn.TryRead(out var on) && on <= pupil.BirthDate)
        {
            ModelState.AddModelError(nameof(form.RaisedOn), "The date must be after the date of birth");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form.PupilId, form);
        }

        if (!await db.Concerns.AnyAsync(row => row.Id == key && row.RecordedById == staff.StaffId))
        {
            db.Add(Concern.Raise(pupil, form.Content(), staff.Acting(clock), key));
            await db.SaveChangesAsync();
        }

        TempData.SetNotice(staff.KeepsSenRecords ? "Concern recorded." : "Thank you. The SENCo sees your concern, and you will see here what becomes of it.");
        return Redirect($"/concerns/{key}");
    }

    private async Task<IActionResult> PageAsync(Guid pupilId, ConcernForm form)
    {
        if (await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), pupilId) is not { } pupil)
        {
            return NotFound();
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return View("RaiseConcern", form);
    }
}

/// <summary>The search for the pupil.</summary>
/// <param name="Search">What was typed.</param>
/// <param name="ClassId">The class that was chosen.</param>
/// <param name="Classes">Classes to choose from.</param>
/// <param name="Found">Who was found; null where nothing was asked yet.</param>
public sealed record ChoosePupilPage(string Search, Guid? ClassId, IReadOnlyList<FoundClass> Classes, IReadOnlyList<FoundPupil>? Found);
