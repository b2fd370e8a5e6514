using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.SendLetters;

/// <summary>Letters about a pupil, the formal notification of SEN Support among them (CoP 6.43, 6.48): made from the school's letters, and kept as they were sent.</summary>
[Authorize(Policy = Policies.SeeWholeSchool)]
[Route("pupils/{pupilId:guid}/letters")]
public sealed class LettersController(SenSupportDbContext db, IValidator<LetterForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    private DateOnly Today => SchoolClock.Today(clock);

    /// <summary>Letters that were sent, and those to begin from.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(Guid pupilId) => await OpenAsync(pupilId) is { } pupil
        ? View("Letters", new LettersPage(
            await Letters(db, pupilId).ToListAsync(),
            Person.KeepsSenRecords ? [.. LetterTemplates.All.Where(template => template.IsForYoungPerson == Age.IsYoungPerson(Today, pupil.BirthDate))] : []))
        : NotFound();

    /// <summary>A letter to check and change, with what is known filled in.</summary>
    [HttpGet("new")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Write(Guid pupilId, string template = "")
    {
        // The young person's version takes the place of the parents' once rights have passed.
        if (await OpenAsync(pupilId) is not { } pupil || LetterTemplates.Find(template) is not { } chosen)
        {
            return NotFound();
        }

        chosen = !chosen.IsForYoungPerson && Age.IsYoungPerson(Today, pupil.BirthDate) ? LetterTemplates.Find($"{template}-young-person") ?? chosen : chosen;
        var facts = await LetterFacts.Of(db, pupilId).FirstAsync();
        return View("WriteLetter", new LetterForm
        {
            Version = await db.Pupils.Where(row => row.Id == pupilId).Select(row => row.Version).FirstAsync(),
            Template = chosen.Id,
            Title = chosen.Title,
            Recipient = facts.Recipient(pupil, Today),
            SentOn = DateParts.From(Today),
            Text = LetterTemplates.Fill(chosen, facts.Fields(pupil, Person, Today)),
        });
    }

    /// <summary>Keeps it as it is sent. The formal notification, and the note of a discussion, are done by it.</summary>
    [HttpPost("new")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Send(Guid pupilId, LetterForm form)
    {
        if (await OpenAsync(pupilId) is not { } header || (form.Template.Length > 0 && LetterTemplates.Find(form.Template) is null))
        {
            return NotFound();
        }

        var pupil = await db.PupilsReadBy(Person).AsTracking().Include(row => row.DutyRecords).Include(row => row.Letters).FirstAsync(row => row.Id == pupilId);
        if (await RecordHistory.StepsSinceAsync(db, pupil, form.Version) is not { } steps)
        {
            return NotFound();
        }

        this.Check(validator, form);
        if (form.SentOn.TryRead(out var on) && on <= header.BirthDate)
        {
            ModelState.AddModelError(nameof(form.SentOn), "The date must be after the date of birth");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("WriteLetter", form);
        }

        if (steps.FirstOrDefault(step => step.Kind == RecordEventKind.LetterSent) is { } meanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ViewData["Meanwhile"] = new ChangedMeanwhile(pupil.Version, meanwhile);
            ModelState.Remove(nameof(form.Version));
            form.Version = pupil.Version;
            return View("WriteLetter", form);
        }

        var letter = pupil.SendLetter(form.Details(), DutyOf(form.Template), Person.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("The letter is kept as it was sent. Print it from here.");
        return Redirect($"/pupils/{pupilId}/letters/{letter.Id}");
    }

    /// <summary>A letter as it was sent.</summary>
    [HttpGet("{letterId:guid}")]
    public async Task<IActionResult> Read(Guid pupilId, Guid letterId) =>
        await OpenAsync(pupilId) is not null && await Letters(db, pupilId).FirstOrDefaultAsync(row => row.Id == letterId) is { } letter ? View("Letter", letter) : NotFound();

    /// <summary>The letter on paper.</summary>
    [HttpGet("{letterId:guid}/letter.pdf")]
    public async Task<IActionResult> Print(Guid pupilId, Guid letterId)
    {
        if (await OpenAsync(pupilId) is null || await Letters(db, pupilId).FirstOrDefaultAsync(row => row.Id == letterId) is not { } letter)
        {
            return NotFound();
        }

        var school = await db.Schools.AsNoTracking().Select(row => new { row.Name, row.Address }).FirstAsync();
        Response.Headers.ContentDisposition = "inline; filename=\"letter.pdf\"";
        return File(LetterPdf.Compose(letter, school.Name, school.Address, clock.GetUtcNow().UtcDateTime), "application/pdf");
    }

    /// <summary>A pupil's letters, the latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<SentLetter> Letters(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking() where pupil.Id == pupilId from letter in pupil.Letters orderby letter.SentOn descending, letter.Title select letter;

    private static DutyRecordKind? DutyOf(string template) => template switch
    {
        "sen-support-notification" or "sen-support-notification-young-person" => DutyRecordKind.ParentsNotified,
        "early-discussion-record" => DutyRecordKind.DiscussionNoteGiven,
        _ => null,
    };

    private async Task<PupilHeader?> OpenAsync(Guid pupilId)
    {
        if (await PupilHeaderReader.FindAsync(db, Person, pupilId) is not { } pupil)
        {
            return null;
        }

        var header = pupil.On(Today);
        ViewData.SetPupil(header);
        return header;
    }
}

/// <summary>The page.</summary>
/// <param name="Letters">What was sent, the latest first.</param>
/// <param name="Templates">Letters to begin from; none for those who only read.</param>
public sealed record LettersPage(IReadOnlyList<SentLetter> Letters, IReadOnlyList<LetterTemplate> Templates);
