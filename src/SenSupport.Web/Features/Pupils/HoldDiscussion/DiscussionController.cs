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

namespace SenSupport.Web.Features.Pupils.HoldDiscussion;

/// <summary>The early discussion with pupil and parents (CoP 6.39): read by those who read documents, written down by those who write the pupil's records.</summary>
[Authorize(Policy = Policies.ReadDocuments)]
[Route("pupils/{pupilId:guid}/discussion")]
public sealed class DiscussionController(SenSupportDbContext db, IValidator<DiscussionForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    private DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The discussions, the latest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId) =>
        await OpenAsync(pupilId) is { } pupil
            ? View("Discussion", new DiscussionPage(await DiscussionPage.Of(db, pupilId).ToListAsync(), Person.MayWrite(pupil.ResponsibleTeacherId), Person.SeesWholeSchool))
            : NotFound();

    /// <summary>The form: for a new one, or for one that is there.</summary>
    [HttpGet("write")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Write(Guid pupilId, Guid? id)
    {
        if (await OpenAsync(pupilId) is not { } pupil || !Person.MayWrite(pupil.ResponsibleTeacherId))
        {
            return NotFound();
        }

        var version = await db.Pupils.Where(row => row.Id == pupilId).Select(row => row.Version).FirstAsync();
        if (id is null)
        {
            return View("WriteDiscussion", new DiscussionForm { Version = version, On = DateParts.From(Today) });
        }

        return await DiscussionPage.Of(db, pupilId).ToListAsync() is var rows && rows.Find(row => row.Id == id) is { } found ? View("WriteDiscussion", DiscussionForm.Of(found, version)) : NotFound();
    }

    /// <summary>Keeps it: it is the record that the duty asks for, and so are the days of note and advice.</summary>
    [HttpPost("write")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Keep(Guid pupilId, DiscussionForm form)
    {
        if (await OpenAsync(pupilId) is not { } header || !Person.MayWrite(header.ResponsibleTeacherId))
        {
            return NotFound();
        }

        var pupil = await db.PupilsReadBy(Person).AsTracking().Include(row => row.DutyRecords).FirstAsync(row => row.Id == pupilId);
        if (await RecordHistory.StepsSinceAsync(db, pupil, form.Version) is not { } steps)
        {
            return NotFound();
        }

        this.Check(validator, form);
        foreach (var (field, date) in new[] { (nameof(form.On), form.On), (nameof(form.NoteGivenOn), form.NoteGivenOn), (nameof(form.SendiassOn), form.SendiassOn) })
        {
            if (date.TryRead(out var day) && day <= header.BirthDate)
            {
                ModelState.AddModelError(field, "The date must be after the date of birth");
            }
        }

        var sent = form.On.TryRead(out var on) ? pupil.DutyRecords.FirstOrDefault(record => record.Kind == DutyRecordKind.EarlyDiscussion && record.On == on) : null;
        if (sent is { Discussion: not null } && sent.Id != form.DiscussionId)
        {
            ModelState.AddModelError(nameof(form.On), $"A discussion on {UkDate.Long(on)} is written down already. Open that one to change it");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("WriteDiscussion", form);
        }

        if (steps.FirstOrDefault(step => step.Kind is RecordEventKind.DiscussionRecorded or RecordEventKind.DutyRecorded or RecordEventKind.DutyRemoved) is { } meanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ViewData["Meanwhile"] = new ChangedMeanwhile(pupil.Version, meanwhile);
            ModelState.Remove(nameof(form.Version));
            form.Version = pupil.Version;
            return View("WriteDiscussion", form);
        }

        pupil.RecordDiscussion(form.DiscussionId, form.Details(), Person.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice(form.NoteGivenOn.IsEmpty ? "Discussion written down. Give the parents the note, and add the day." : "Discussion written down.");
        return Redirect($"/pupils/{pupilId}/discussion");
    }

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
