using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Progress;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepProgress;

/// <summary>What a pupil reached in subjects and tests, and whether progress is less than expected (CoP 6.17).</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/progress")]
public sealed class ProgressController(SenSupportDbContext db, IValidator<PointForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Every point, by subject or test.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) =>
        await OpenAsync(pupilId) ? View("Progress", await Measured.ReadAsync(db, pupilId)) : NotFound();

    /// <summary>An empty form.</summary>
    [HttpGet("add")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> ShowNew(Guid pupilId, string? measure) =>
        await OpenAsync(pupilId) ? await FormAsync(pupilId, new PointForm { Measure = measure ?? "", On = DateParts.From(SchoolClock.Today(clock)) }) : NotFound();

    /// <summary>Records a point.</summary>
    [HttpPost("add")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Add(Guid pupilId, PointForm form)
    {
        if (!await OpenAsync(pupilId))
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            return await FormAsync(pupilId, form);
        }

        var pupil = await db.PupilsReadBy(Person).FirstAsync(known => known.Id == pupilId);
        try
        {
            db.Add(AssessmentPoint.Record(pupil, form.Read(), Person.Acting(clock)));
        }
        catch (DomainRuleException problem)
        {
            ModelState.AddModelError(nameof(form.On), problem.Message);
            return await FormAsync(pupilId, form);
        }

        await db.SaveChangesAsync();
        return Done(pupilId, "Assessment point added.");
    }

    /// <summary>The form of a point.</summary>
    [HttpGet("{pointId:guid}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> ShowOne(Guid pupilId, Guid pointId) =>
        await FindAsync(pupilId, pointId) is { } point ? await FormAsync(pupilId, PointForm.Of(point.Content(), point.Version)) : NotFound();

    /// <summary>Puts a point right.</summary>
    [HttpPost("{pointId:guid}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Correct(Guid pupilId, Guid pointId, PointForm form)
    {
        if (await FindAsync(pupilId, pointId) is not { } point)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            return await FormAsync(pupilId, form);
        }

        if (point.Version != form.Version)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.Clear();
            ModelState.AddModelError(nameof(form.Measure), $"A colleague changed this point meanwhile. It says now: {point.Content().InWords()}. Save again to put yours in its place");
            form.Version = point.Version;
            return await FormAsync(pupilId, form);
        }

        var pupil = await db.PupilsReadBy(Person).FirstAsync(known => known.Id == pupilId);
        try
        {
            point.Correct(pupil, form.Read(), Person.Acting(clock));
        }
        catch (DomainRuleException problem)
        {
            ModelState.AddModelError(nameof(form.On), problem.Message);
            return await FormAsync(pupilId, form);
        }

        await db.SaveChangesAsync();
        return Done(pupilId, "Assessment point saved.");
    }

    /// <summary>Asks before a point is taken away.</summary>
    [HttpGet("{pointId:guid}/remove")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> AskToRemove(Guid pupilId, Guid pointId) => await FindAsync(pupilId, pointId) is { } point ? View("RemovePoint", point) : NotFound();

    /// <summary>Takes away a point that was recorded by mistake.</summary>
    [HttpPost("{pointId:guid}/remove")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Remove(Guid pupilId, Guid pointId)
    {
        if (await FindAsync(pupilId, pointId) is not { } point)
        {
            return NotFound();
        }

        point.Remove(Person.Acting(clock));
        db.Remove(point);
        await db.SaveChangesAsync();
        return Done(pupilId, "Assessment point removed.");
    }

    private RedirectResult Done(Guid pupilId, string sentence)
    {
        TempData.SetNotice(sentence);
        return Redirect($"/pupils/{pupilId}/progress");
    }

    private async Task<ViewResult> FormAsync(Guid pupilId, PointForm form)
    {
        if (!ModelState.IsValid && Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        ViewData["Measures"] = Measured.By(await PointRow.Of(db, pupilId).ToListAsync(), []).Select(measured => measured.Name).ToList();
        return View("Point", form);
    }

    private async Task<AssessmentPoint?> FindAsync(Guid pupilId, Guid pointId) =>
        await OpenAsync(pupilId) ? await db.AssessmentPoints.AsTracking().FirstOrDefaultAsync(point => point.Id == pointId && point.PupilId == pupilId) : null;

    private async Task<bool> OpenAsync(Guid pupilId)
    {
        if (await PupilHeaderReader.FindAsync(db, Person, pupilId) is not { } pupil)
        {
            return false;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return true;
    }
}
