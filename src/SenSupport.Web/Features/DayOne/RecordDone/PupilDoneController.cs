using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>What the school has done for one pupil, with its dates: listed for those who read the record, and added to.</summary>
[Authorize(Policy = Policies.ReadDocuments)]
[Route("pupils/{pupilId:guid}/done")]
public sealed class PupilDoneController(SenSupportDbContext db, TimeProvider clock, IValidator<PupilDoneForm> validator) : Controller
{
    /// <summary>The list, and the form for those who keep the record.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId) =>
        await OpenAsync(pupilId) is { } pupil ? await PageAsync(pupil, PupilDoneForm.Blank()) : NotFound();

    /// <summary>Records what was done.</summary>
    [HttpPost("")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Record(Guid pupilId, PupilDoneForm form)
    {
        var staff = SignedInStaff.From(User);
        if (await OpenAsync(pupilId) is not { } header || form.Entries.Keys.Any(kind => !Enum.IsDefined(kind)))
        {
            return NotFound();
        }

        this.Check(validator, form);
        foreach (var (kind, entry) in form.Entries.Where(entry => DateText.TryRead(entry.Value.Date, out var on) && on <= header.BirthDate))
        {
            ModelState.AddModelError($"Entries[{kind}].Date", $"{kind.Name()}: the date must be after the date of birth");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(header, form);
        }

        var pupil = await DoneBeforeReads.ToChange(db, staff, [pupilId]).FirstAsync();
        var before = pupil.DutyRecords.Count;
        foreach (var (kind, entry) in form.Entries.OrderBy(entry => entry.Key))
        {
            if (DateText.TryRead(entry.Date, out var on))
            {
                pupil.RecordDuty(kind, on, entry.Who, entry.Outcome, form.Note, staff.Acting(clock));
            }
        }

        await db.SaveChangesAsync();
        var added = pupil.DutyRecords.Count - before;
        TempData.SetNotice(added switch { 0 => "All of it was recorded already.", 1 => "Recorded.", _ => $"{added} things recorded." });
        return Redirect(Request.Path);
    }

    /// <summary>Asks whether a record is to be taken away.</summary>
    [HttpGet("remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> AskRemove(Guid pupilId, DutyRecordKind kind, DateOnly on, string? who) =>
        await OpenAsync(pupilId) is not null && await Rows(db, pupilId).FirstOrDefaultAsync(row => row.Kind == kind && row.On == on && (who == null || row.Who == who)) is { } record
            ? View("RemoveDone", record)
            : NotFound();

    /// <summary>Takes away what was recorded by mistake; the timeline keeps that it was there.</summary>
    [HttpPost("remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Remove(Guid pupilId, DutyRecordKind kind, DateOnly on, string? who)
    {
        var staff = SignedInStaff.From(User);
        if (await DoneBeforeReads.ToChange(db, staff, [pupilId]).FirstOrDefaultAsync() is not { } pupil)
        {
            return NotFound();
        }

        pupil.RemoveDuty(kind, on, staff.Acting(clock), who);
        await db.SaveChangesAsync();
        TempData.SetNotice("Removed. The timeline keeps that it was there.");
        return Redirect($"/pupils/{pupilId}/done");
    }

    internal static IQueryable<PupilDoneRow> Rows(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from record in pupil.DutyRecords
        orderby record.On descending, record.Id descending
        select new PupilDoneRow { Kind = record.Kind, On = record.On, Who = record.Who, Outcome = record.Outcome, Note = record.Note };

    private async Task<PupilHeader?> OpenAsync(Guid pupilId)
    {
        if (await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), pupilId) is not { } pupil)
        {
            return null;
        }

        var header = pupil.On(SchoolClock.Today(clock));
        ViewData.SetPupil(header);
        return header;
    }

    private async Task<ViewResult> PageAsync(PupilHeader pupil, PupilDoneForm form) =>
        View("PupilDone", new PupilDonePage(pupil, await Rows(db, pupil.Id).ToListAsync(), form, SignedInStaff.From(User).KeepsSenRecords));
}

/// <summary>The page.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Records">What is recorded, latest first.</param>
/// <param name="Form">What is typed.</param>
/// <param name="MayRecord">Whether the person keeps the record.</param>
public sealed record PupilDonePage(PupilHeader Pupil, IReadOnlyList<PupilDoneRow> Records, PupilDoneForm Form, bool MayRecord);

/// <summary>Something that was done.</summary>
public sealed record PupilDoneRow
{
    public DutyRecordKind Kind { get; init; }

    public DateOnly On { get; init; }

    public string Who { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string Note { get; init; } = "";
}
