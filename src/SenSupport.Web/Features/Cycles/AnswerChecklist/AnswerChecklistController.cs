using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Checklists;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.AnswerChecklist;

/// <summary>Filling in an observation checklist for a pupil's assessment (CoP 6.45), by anyone who works with the pupil; and reading what was seen.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/assess/checklists")]
public sealed class AnswerChecklistController(SenSupportDbContext db, CycleSaver saver, DraftStore drafts, TimeProvider clock, IValidator<AnswerChecklistForm> validator) : Controller
{
    /// <summary>The checklists to choose from: those of the pupil's phase first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Choose(Guid pupilId, int number)
    {
        if (await FindAsync(pupilId, number) is not var (pupil, cycle))
        {
            return NotFound();
        }

        var phase = BankPhase.Of(pupil.YearCode);
        ViewData["Cycle"] = cycle;
        ViewData["Phase"] = phase;
        return View("ChooseChecklist", (await ChecklistReads.ReadAsync(db)).Where(item => !item.IsHidden).OrderByDescending(item => item.Content.Phases.Contains(phase)).ToList());
    }

    /// <summary>The page to fill in, with what was answered and not kept.</summary>
    [HttpGet("{key}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Show(Guid pupilId, int number, string key)
    {
        if (await FindAsync(pupilId, number) is not var (_, cycle) || !cycle.IsOpen || await ChecklistReads.FindAsync(db, key) is not { IsHidden: false } item)
        {
            return NotFound();
        }

        if (await drafts.FindAsync(SignedInStaff.From(User), Request.Path) is { } draft)
        {
            var form = new AnswerChecklistForm();
            await this.ApplyAsync(form, draft);

            // The draft was answered against the wording that was on the page then.
            if (await ChecklistReads.FindAsync(db, key, form.Wording) is { } answered && form.Values(answered.Content) is not null)
            {
                return Page(cycle, answered, form, draft.SavedAt, isRestored: true);
            }
        }

        return Page(cycle, item, new AnswerChecklistForm { Wording = item.Number, ObservedOn = DateParts.From(SchoolClock.Today(clock)) });
    }

    /// <summary>Keeps it, against the version that was on the page.</summary>
    [HttpPost("{key}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Save(Guid pupilId, int number, string key, AnswerChecklistForm form)
    {
        if (await FindAsync(pupilId, number) is not var (_, cycle) || await ChecklistReads.FindAsync(db, key, form.Wording) is not { } item || form.Values(item.Content) is not { } values)
        {
            return NotFound();
        }

        DomainRuleException.Require(cycle.IsOpen, $"Cycle {number} is closed: nothing in it can be changed");
        if (!this.Check(validator, form) || !form.ObservedOn.TryRead(out var observed))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(cycle, item, form, await drafts.KeepAsync(SignedInStaff.From(User), Request.Path, Request.Form));
        }

        db.Add(ChecklistAnswers.Record(cycle, key, item.Number, item.Content, values, form.Note, observed, SignedInStaff.From(User).Acting(clock)));
        await db.SaveChangesAsync();
        await drafts.RemoveAsync(SignedInStaff.From(User), Request.Path);
        TempData.SetNotice("Checklist kept.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}/assess#checklists");
    }

    /// <summary>One that was filled in, statement by statement.</summary>
    [HttpGet("answers/{answersId:guid}")]
    public async Task<IActionResult> Read(Guid pupilId, int number, Guid answersId)
    {
        if (await FindAsync(pupilId, number) is not var (_, cycle)
            || await ChecklistReads.Answers(db, SignedInStaff.From(User), pupilId, number).FirstOrDefaultAsync(answers => answers.Id == answersId) is not { } found)
        {
            return NotFound();
        }

        ViewData["Cycle"] = cycle;
        return View("ReadChecklist", found);
    }

    private async Task<(PupilHeaderRow Pupil, SupportCycle Cycle)?> FindAsync(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil || await saver.LoadToDeliverAsync(staff, pupilId, number) is not { } cycle)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return (pupil, cycle);
    }

    private ViewResult Page(SupportCycle cycle, ChecklistItem item, AnswerChecklistForm form, DateTime? draftSavedAt = null, bool isRestored = false)
    {
        ViewData["DraftSavedAt"] = draftSavedAt;
        ViewData["IsRestored"] = isRestored;
        ViewData["Cycle"] = cycle;
        ViewData["Item"] = item;
        return View("AnswerChecklist", form);
    }
}
