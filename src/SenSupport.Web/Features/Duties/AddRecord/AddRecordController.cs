using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.AddRecord;

/// <summary>The short record of one thing that was done for a pupil: what a duty's link opens.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("pupils/{pupilId:guid}/records/add")]
public sealed class AddRecordController(SenSupportDbContext db, PupilSaver saver, IValidator<AddRecordForm> validator, TimeProvider clock) : PupilDutyController(db, saver, clock)
{
    /// <summary>The form for a kind of record; after a review, with what the review says filled in.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="kind">The kind of record.</param>
    /// <param name="review">The cycle whose review it follows.</param>
    /// <param name="who">A name that is filled in.</param>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, string kind, int? review, string who = "")
    {
        if (await OpenAsync(pupilId) is not { } pupil || AddRecordForm.KindOf(kind) is not { } asked)
        {
            return NotFound();
        }

        var form = new AddRecordForm { Kind = $"{asked}", Who = who.Length > TextLimits.Line ? "" : who };
        if (review is { } number && await ReviewOf(Db, pupilId, number).FirstOrDefaultAsync() is { } held)
        {
            form.On = DateParts.From(asked == DutyRecordKind.MetParents ? held.HeldOn : Today);
            form.Who = asked == DutyRecordKind.MetParents && held.Present.Length <= TextLimits.Line ? held.Present : asked == DutyRecordKind.EhcRequested ? "School" : "";
            form.Outcome = asked == DutyRecordKind.MetParents ? $"Review of cycle {number}" : "";
            form.Note = asked == DutyRecordKind.MetParents ? "" : string.Join("\n\n", new[] { $"After the review of cycle {number}.", held.Impact, held.Quality }.Where(part => part.Length > 0));
        }

        return Page(pupil, asked, form);
    }

    /// <summary>Records it.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid pupilId, AddRecordForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil || AddRecordForm.KindOf(form.Kind) is not { } kind)
        {
            return NotFound();
        }

        this.Check(validator, form);
        if (ModelState.IsValid && form.On.TryRead(out var on))
        {
            if (on > pupil.BirthDate && !await Known(Db, pupilId, kind, on, form.Who.Trim()).AnyAsync())
            {
                return await SaveAsync(
                    pupilId,
                    pupils => pupils.Include(row => row.DutyRecords),
                    (row, by) => row.RecordDuty(kind, on, form.Who, form.Outcome, form.Note, by),
                    $"{kind.Name()}: recorded for {UkDate.Long(on)}.");
            }

            ModelState.AddModelError(nameof(form.On), on <= pupil.BirthDate ? "The date must be after the date of birth" : $"This is recorded for {UkDate.Long(on)} already. Look at What the school has done");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(pupil, kind, form);
    }

    internal static IQueryable<Review> ReviewOf(SenSupportDbContext db, Guid pupilId, int number) =>
        db.Cycles.AsNoTracking().Where(cycle => cycle.PupilId == pupilId && cycle.Number == number && cycle.Stage >= CycleStage.Review).Select(cycle => cycle.Review);

    internal static IQueryable<DutyRecord> Known(SenSupportDbContext db, Guid pupilId, DutyRecordKind kind, DateOnly on, string who) =>
        db.Pupils.Where(pupil => pupil.Id == pupilId).SelectMany(pupil => pupil.DutyRecords).Where(record => record.Kind == kind && record.On == on && (kind != DutyRecordKind.AgencyConsent || record.Who == who));

    private ViewResult Page(PupilHeaderRow pupil, DutyRecordKind kind, AddRecordForm form)
    {
        ViewData["Words"] = RecordWords.Of(kind);
        ViewData["Title"] = $"{RecordWords.Of(kind).Heading}, {pupil.FullName}";
        return View("AddRecord", form);
    }
}
