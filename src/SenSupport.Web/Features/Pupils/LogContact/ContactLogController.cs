using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Contacts;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.LogContact;

/// <summary>A pupil's contact log: calls, messages and talks at the gate, in two fields, by anybody who may see the pupil. Whoever wrote an entry can correct it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/contact-log")]
public sealed class ContactLogController(SenSupportDbContext db, IValidator<ContactEntryForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    private DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The log, with the form above it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId, string search = "", string kind = "", int page = 1) =>
        await LogAsync(pupilId, ContactEntryForm.Blank(Today), search, kind, page);

    /// <summary>Writes down a contact. The same form sent twice is one entry.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Add(Guid pupilId, ContactEntryForm form)
    {
        var key = form.Key == Guid.Empty ? Guid.CreateVersion7() : form.Key;
        if (await db.PupilsReadBy(Person).FirstOrDefaultAsync(row => row.Id == pupilId) is not { } pupil)
        {
            return NotFound();
        }

        if (!Check(form, pupil.BirthDate))
        {
            return await LogAsync(pupilId, form, "", "", 1);
        }

        if (!await db.ContactEntries.AnyAsync(row => row.Id == key && row.PupilId == pupilId))
        {
            db.Add(ContactEntry.Log(pupil, form.Content(), Person.Acting(clock), key));
            await db.SaveChangesAsync();
        }

        TempData.SetNotice("Written down.");
        return Redirect($"/pupils/{pupilId}/contact-log");
    }

    /// <summary>The form to correct an entry of one's own.</summary>
    [HttpGet("{entryId:guid}")]
    public async Task<IActionResult> ShowEntry(Guid pupilId, Guid entryId) =>
        await OpenAsync(pupilId) is not null && await OwnAsync(pupilId, entryId) is { } entry ? View("CorrectContact", ContactEntryForm.Of(entry)) : NotFound();

    /// <summary>Corrects it. The history keeps what it said.</summary>
    [HttpPost("{entryId:guid}")]
    public async Task<IActionResult> Correct(Guid pupilId, Guid entryId, ContactEntryForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil || await OwnAsync(pupilId, entryId) is not { } entry || await RecordHistory.MeanwhileAsync(db, entry, form.Version) is not { IsKnown: true } stale)
        {
            return NotFound();
        }

        if (!Check(form, pupil.BirthDate))
        {
            return View("CorrectContact", form);
        }

        if (stale.Meanwhile is { } meanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ViewData["Meanwhile"] = meanwhile;
            ModelState.Remove(nameof(form.Version));
            form.Version = entry.Version;
            return View("CorrectContact", form);
        }

        entry.Correct(form.Content(), Person.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("Corrected. The timeline keeps what it said before.");
        return Redirect($"/pupils/{pupilId}/contact-log");
    }

    private bool Check(ContactEntryForm form, DateOnly birthDate)
    {
        this.Check(validator, form);
        if (form.On.TryRead(out var on) && on <= birthDate)
        {
            ModelState.AddModelError(nameof(form.On), "The date must be after the date of birth");
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return ModelState.IsValid;
    }

    private async Task<ContactEntry?> OwnAsync(Guid pupilId, Guid entryId)
    {
        var staffId = Person.StaffId;
        return await db.ContactEntries.FirstOrDefaultAsync(row => row.Id == entryId && row.PupilId == pupilId && row.StaffId == staffId);
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

    private async Task<IActionResult> LogAsync(Guid pupilId, ContactEntryForm form, string search, string kind, int page)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var (words, chosen) = (search.Trim() is { Length: > 100 } text ? text[..100] : search.Trim(), Enum.TryParse<ContactKind>(kind, true, out var one) && Enum.IsDefined(one) ? one : (ContactKind?)null);
        var total = await ContactLogPage.Found(db, pupilId, words, chosen).CountAsync();
        page = Math.Clamp(page, 1, Math.Max(1, (total + ContactLogPage.Size - 1) / ContactLogPage.Size));
        var rows = await ContactLogPage.Found(db, pupilId, words, chosen).Skip((page - 1) * ContactLogPage.Size).Take(ContactLogPage.Size).ToListAsync();
        ViewData["Log"] = new ContactLogPage(words, chosen, page, total, rows, await ContactLogPage.ContactNames(db, pupilId).ToListAsync(), Person.StaffId);
        return View("ContactLog", form);
    }
}
