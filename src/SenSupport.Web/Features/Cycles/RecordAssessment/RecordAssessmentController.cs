using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Checklists;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Earlier;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordAssessment;

/// <summary>Writing the assessment of a cycle (CoP 6.45 to 6.47), at any stage until it is closed; for those who do not write it, reading it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/assess")]
public sealed class RecordAssessmentController(
    SenSupportDbContext db, CycleSaver saver, DraftStore drafts, TimeProvider clock, IValidator<RecordAssessmentForm> validator) : Controller
{
    // Colleagues are asked before the cycle is opened, too.
    private const int DaysBefore = 120;

    /// <summary>The page, with what was typed and not saved.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        if (pupil is null || await saver.LoadToDeliverAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        if (!cycle.IsOpen || !staff.MayWrite(pupil.ResponsibleTeacherId))
        {
            ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
            await ReadChecklistsAsync(staff, cycle);
            ViewData["Documents"] = await ReadableDocument.Of(db, staff, pupilId).ToListAsync();
            return View("ReadAssessment", cycle);
        }

        if (await drafts.FindAsync(staff, Request.Path) is not { } draft)
        {
            return await PageAsync(pupil, cycle, RecordAssessmentForm.Of(cycle));
        }

        var form = new RecordAssessmentForm();
        await this.ApplyAsync(form, draft);
        return form.Content() is null ? await PageAsync(pupil, cycle, RecordAssessmentForm.Of(cycle)) : await PageAsync(pupil, cycle, form, draft.SavedAt, isRestored: true);
    }

    /// <summary>Saves the assessment; with "finish" it is done, and planning begins.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="go">"finish" to begin the plan.</param>
    [HttpPost]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Save(Guid pupilId, int number, RecordAssessmentForm form, string? go)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        if (pupil is null || form.Version == Guid.Empty || form.Content() is null || await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        form.KeepDocuments(cycle, (await ReadableDocument.Documents(db, staff, pupilId).Select(document => document.Id).ToListAsync()).ToHashSet());

        DomainRuleException.Require(cycle.IsOpen, $"Cycle {number} is closed: nothing in it can be changed");
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(pupil, cycle, form, await drafts.KeepAsync(staff, Request.Path, Request.Form));
        }

        var outcome = await saver.SaveAsync(cycle, form.Version, form.Content()!, CycleParts.Assessment, staff, go == "finish" ? FinishAsync : null);
        if (outcome.Conflict is { } conflict)
        {
            await drafts.KeepAsync(staff, Request.Path, Request.Form);
            return await this.RecordHasChangedAsync(db, conflict, pupil, number, SchoolClock.Today(clock));
        }

        if (outcome.Kind != SaveKind.Saved)
        {
            return NotFound();
        }

        await drafts.RemoveAsync(staff, Request.Path);
        var missing = form.Missing(cycle).Select(kind => kind.Name()).ToList();
        TempData.SetNotice(
            outcome.MergedWith is { } colleague ? $"Assessment saved. {colleague.Split(' ')[0]}’s changes and yours are both kept."
            : go == "finish" ? FinishedWords(missing)
            : "Assessment saved.");
        return Redirect(go == "finish" ? $"/pupils/{pupilId}/cycles/{number}/plan" : Request.Path);
    }

    /// <summary>Says that the assessment is done, whatever it lacks (CoP 6.45): that is shown as outstanding.</summary>
    [HttpPost("finish")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Finish(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        if (await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        cycle.FinishAssessment(staff.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice(FinishedWords([.. RecordAssessmentForm.Of(cycle).Missing(cycle).Select(kind => kind.Name())]));
        return Redirect($"/pupils/{pupilId}/cycles/{number}/plan");
    }

    private static Task FinishAsync(SupportCycle cycle, Acting by)
    {
        // A colleague may have gone on meanwhile: what was typed is still saved.
        if (cycle.Stage == CycleStage.Assess)
        {
            cycle.FinishAssessment(by);
        }

        return Task.CompletedTask;
    }

    private static string FinishedWords(IReadOnlyList<string> missing) =>
        missing.Count == 0 ? "The assessment is finished. Now write the plan." : $"The plan can be written now. The assessment still lacks: {string.Join(", ", missing).ToLowerInvariant()}. You can add to it until the cycle is closed.";

    private async Task ReadChecklistsAsync(SignedInStaff staff, SupportCycle cycle) => ChecklistResults.Set(ViewData, new ChecklistResults(
        $"{Request.Path}/checklists", cycle.IsOpen && staff.MayDeliver, await ChecklistReads.Answers(db, staff, cycle.PupilId, cycle.Number).ToListAsync()));

    private async Task<IActionResult> PageAsync(PupilHeaderRow pupil, SupportCycle cycle, RecordAssessmentForm form, DateTime? draftSavedAt = null, bool isRestored = false)
    {
        var header = pupil.On(SchoolClock.Today(clock));
        ViewData.SetPupil(header);
        await ReadChecklistsAsync(SignedInStaff.From(User), cycle);
        IReadOnlyList<ReceivedRow> received = cycle.Number == 1 && SignedInStaff.From(User).ReadsDocuments ? await ReceivedRow.Of(db, pupil.Id).ToListAsync() : [];
        ViewData.SetAssessmentPage(new RecordAssessmentPage(header, cycle, await RecordAssessmentPage.Names(db).ToListAsync(), draftSavedAt, isRestored)
        {
            Received = received,
            Concerns = await RecordAssessmentPage.ConcernsOf(db, SignedInStaff.From(User), pupil.Id).ToListAsync(),
            Waiting = await RecordAssessmentPage.WaitingFor(db, pupil.Id).ToListAsync(),
            Documents = await ReadableDocument.Of(db, SignedInStaff.From(User), pupil.Id).ToListAsync(),
            Consents = await RecordAssessmentPage.ConsentsOf(db, pupil.Id).ToListAsync(),
            MayRecordConsent = SignedInStaff.From(User).KeepsSenRecords,
            Answers = await ShortAssessment.Of(db, pupil.Id, cycle.OpenedOn.AddDays(-DaysBefore)).ToListAsync(),
        });
        return View("RecordAssessment", form);
    }
}
