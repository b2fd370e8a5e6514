using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepProfile;

/// <summary>The pupil's profile in the pupil's and the family's words, kept by date: the plan and My pupils show the latest.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/profile")]
public sealed class ProfileController(SenSupportDbContext db, IValidator<ProfileForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    private DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The profile as it was last given, or on an earlier day.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId, DateOnly? on)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var profiles = await Profiles(db, pupilId).ToListAsync();
        var shown = on is null ? profiles.FirstOrDefault() : profiles.Find(profile => profile.GivenOn == on);
        return on is not null && shown is null ? NotFound() : View("Profile", new ProfilePage(shown, profiles, Person.MayDeliver));
    }

    /// <summary>The form for a new one.</summary>
    [HttpGet("new")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Write(Guid pupilId)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var version = await db.Pupils.Where(pupil => pupil.Id == pupilId).Select(pupil => pupil.Version).FirstAsync();
        return View("WriteProfile", ProfileForm.After((await Profiles(db, pupilId).FirstOrDefaultAsync())?.Voice(), version, Today));
    }

    /// <summary>Keeps it. Given again on a day, it takes the place of what was kept for that day.</summary>
    [HttpPost("new")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Keep(Guid pupilId, ProfileForm form)
    {
        if (await OpenAsync(pupilId) is not { } header)
        {
            return NotFound();
        }

        this.Check(validator, form);
        if (form.On != default && form.On <= header.BirthDate)
        {
            ModelState.AddModelError(nameof(form.GivenOn), "The date must be after the date of birth");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("WriteProfile", form);
        }

        var pupil = await db.PupilsReadBy(Person).AsTracking().Include(row => row.Profiles).FirstAsync(row => row.Id == pupilId);
        if (await RecordHistory.StepsSinceAsync(db, pupil, form.Version) is not { } steps)
        {
            return NotFound();
        }

        // Another profile that a colleague recorded meanwhile matters; whatever else they changed does not.
        if (steps.FirstOrDefault(step => step.Kind == RecordEventKind.ProfileRecorded) is { } step && step.StaffName != Person.Name)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ViewData["Meanwhile"] = new ChangedMeanwhile(pupil.Version, step);
            ModelState.Remove(nameof(form.Version));
            form.Version = pupil.Version;
            return View("WriteProfile", form);
        }

        pupil.RecordProfile(form.On, form.Voice(), Person.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("Profile kept. The plan and My pupils show it from now on.");
        return Redirect($"/pupils/{pupilId}/profile");
    }

    /// <summary>A pupil's profiles, the latest first.</summary>
    public static IQueryable<PupilProfile> Profiles(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        from profile in pupil.Profiles
        orderby profile.GivenOn descending
        select profile;

    private async Task<PupilHeaderRow?> OpenAsync(Guid pupilId)
    {
        var pupil = await PupilHeaderReader.FindAsync(db, Person, pupilId);
        if (pupil is not null)
        {
            ViewData.SetPupil(pupil.On(Today));
        }

        return pupil;
    }
}

/// <summary>The page.</summary>
/// <param name="Shown">The profile that is shown; null where there is none yet.</param>
/// <param name="All">Every one, the latest first.</param>
/// <param name="MayWrite">Whether the person records another.</param>
public sealed record ProfilePage(PupilProfile? Shown, IReadOnlyList<PupilProfile> All, bool MayWrite);
