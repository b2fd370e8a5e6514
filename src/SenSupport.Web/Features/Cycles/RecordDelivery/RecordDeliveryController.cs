using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>How support goes: marks of progress and notes (CoP 6.52). Whoever reads the record sees them; the head adds none.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/do")]
public sealed class RecordDeliveryController(
    SenSupportDbContext db, RecordDeliveryHandler handler, DraftStore drafts, IValidator<MarkForm> marks, IValidator<NoteForm> notes, IValidator<SessionsForm> sessions, TimeProvider clock) : Controller
{
    /// <summary>The page, with the note that was typed and not added.</summary>
    [HttpGet]
    public Task<IActionResult> Show(Guid pupilId, int number, string? week) => PageAsync(pupilId, number, week: SessionsForm.WeekOf(week ?? ""));

    /// <summary>Marks a target.</summary>
    [HttpPost("marks")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Mark(Guid pupilId, int number, MarkForm form)
    {
        if (!this.Check(marks, form))
        {
            return await PageAsync(pupilId, number);
        }

        if (!await handler.MarkAsync(SignedInStaff.From(User), pupilId, number, form.Target, form.Mark!.Value))
        {
            return NotFound();
        }

        TempData.SetNotice($"Marked {ProgressScale.Number(form.Mark.Value)}: {ProgressScale.Word(form.Mark.Value).ToLowerInvariant()}.");
        return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : $"{Address(pupilId, number)}#target-{form.Target}");
    }

    /// <summary>Adds a note.</summary>
    [HttpPost("notes")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> AddNote(Guid pupilId, int number, NoteForm form)
    {
        if (!this.Check(notes, form) || !form.On.TryRead(out var on))
        {
            return await PageAsync(pupilId, number, form);
        }

        var staff = SignedInStaff.From(User);
        switch (await handler.AddNoteAsync(staff, pupilId, number, on, form.Text))
        {
            case { IsFound: false }:
                return NotFound();
            case { EarliestDay: { } earliest }:
                ModelState.AddModelError(nameof(form.On), $"The date must be from {UkDate.Long(earliest)} to today");
                return await PageAsync(pupilId, number, form);
            default:
                await drafts.RemoveAsync(staff, Address(pupilId, number));
                TempData.SetNotice("Note added.");
                return Redirect($"{Address(pupilId, number)}#notes");
        }
    }

    /// <summary>Records a week's sessions.</summary>
    [HttpPost("sessions")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> RecordSessions(Guid pupilId, int number, SessionsForm form)
    {
        if (!this.Check(sessions, form) || SessionsForm.WeekOf(form.Week) is not { } week)
        {
            return await PageAsync(pupilId, number, week: SessionsForm.WeekOf(form.Week), typed: form);
        }

        if (!await handler.RecordSessionsAsync(SignedInStaff.From(User), pupilId, number, week, form.Read()))
        {
            return NotFound();
        }

        TempData.SetNotice($"Sessions of the week of {UkDate.Long(week)} saved.");
        return Redirect($"{Address(pupilId, number)}?week={form.Week}#sessions");
    }

    private static string Address(Guid pupilId, int number) => $"/pupils/{pupilId}/cycles/{number}/do";

    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="posted">The note as it was posted; null when none was: then a draft comes back.</param>
    /// <param name="week">The week whose sessions are shown; this week when null.</param>
    /// <param name="typed">Its sessions as they were posted; null when none were.</param>
    private async Task<IActionResult> PageAsync(Guid pupilId, int number, NoteForm? posted = null, DateOnly? week = null, SessionsForm? typed = null)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil
            || await DeliveredCycle.Find(db, pupilId, number).FirstOrDefaultAsync() is not { } cycle)
        {
            return NotFound();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var form = posted ?? new NoteForm { On = DateParts.From(today) };
        var draft = posted is null && ModelState.IsValid && staff.MayDeliver && cycle.Head.IsDelivered ? await drafts.FindAsync(staff, Address(pupilId, number)) : null;
        if (draft is not null)
        {
            await this.ApplyAsync(form, draft);
        }

        ViewData.SetPupil(pupil.On(today));
        var weeks = cycle.WeeksUntil(today);
        var shown = week is { } asked && weeks.Contains(asked) ? asked : weeks[0];
        var done = await DoneRow.Of(db, pupilId, number).ToListAsync();
        return View("RecordDelivery", new RecordDeliveryPage(pupil, cycle, done, form, draft?.SavedAt, staff)
        {
            Week = shown,
            Weeks = weeks,
            Sessions = typed ?? SessionsForm.Of(shown, cycle.Provision, done),
        });
    }
}
