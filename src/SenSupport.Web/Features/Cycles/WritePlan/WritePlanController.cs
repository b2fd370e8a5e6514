using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>Writing the plan of a cycle (CoP 6.48 to 6.51); for those who do not write it, and once the cycle is closed, reading it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/plan")]
public sealed class WritePlanController(
    SenSupportDbContext db, CycleSaver saver, WritePlanHandler plan, DraftStore drafts, TimeProvider clock, IValidator<WritePlanForm> validator) : Controller
{
    /// <summary>The page, with what was typed and not saved.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="added">The row that was just added from a bank.</param>
    /// <param name="kept">Whether the person comes back from a bank: then what was typed is no surprise.</param>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number, string? added = null, bool kept = false)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        if (pupil is null || await saver.LoadToDeliverAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        var mayWrite = staff.MayWrite(pupil.ResponsibleTeacherId);
        if (cycle.Stage is CycleStage.Assess or CycleStage.Closed || !mayWrite)
        {
            ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
            return View("ReadPlan", new ReadPlanPage(cycle, mayWrite, (await SupportPlanReader.ReadAsync(db, pupilId, number, null, clock.GetUtcNow().UtcDateTime))!));
        }

        if (await drafts.FindAsync(staff, Request.Path) is not { } draft)
        {
            var saved = WritePlanForm.Of(cycle);
            var suggestion = saved.ReviewOn.IsEmpty ? ReviewSuggestion.For(await db.Schools.AsNoTracking().FirstAsync(), cycle.StartsOn, SchoolClock.Today(clock)) : null;
            saved.ReviewOn = suggestion is null ? saved.ReviewOn : DateParts.From(suggestion.On);
            return await PageAsync(staff, pupil, cycle, saved, suggestion: suggestion);
        }

        var form = new WritePlanForm();
        await this.ApplyAsync(form, draft);
        form.DropEmptyPlaces();
        return await PageAsync(staff, pupil, cycle, form, draft.SavedAt, isRestored: !kept && string.IsNullOrEmpty(added), addedKey: added);
    }

    /// <summary>Saves the plan, or gives the form back with a row more or less.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="add">The kind of row to add.</param>
    /// <param name="remove">The row to remove: "target-key".</param>
    /// <param name="go">"preview" to go on to sharing; "targets", "strategies" or "provision" to choose from a bank, with what was typed kept.</param>
    [HttpPost]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Save(Guid pupilId, int number, WritePlanForm form, string? add, string? remove, string? go)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        if (pupil is null || form.Version == Guid.Empty || await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        DomainRuleException.Require(cycle.IsOpen, $"Cycle {number} is closed: nothing in it can be changed");
        form.DropEmptyPlaces();
        if (add is not null || remove is not null)
        {
            var added = form.Add(add ?? "");
            return added is not null || form.Remove(remove ?? "") ? await PageAsync(staff, pupil, cycle, form, addedKey: added) : NotFound();
        }

        if (go is "targets" or "strategies" or "provision")
        {
            await drafts.KeepAsync(staff, Request.Path, Request.Form);
            return Redirect($"{Request.Path}/add/{go}{await WritePlanPage.BankQueryAsync(db, pupil)}");
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(staff, pupil, cycle, form, await drafts.KeepAsync(staff, Request.Path, Request.Form));
        }

        var outcome = await plan.SaveAsync(cycle, form, staff);
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
        TempData.SetNotice(outcome.MergedWith is { } colleague ? $"Plan saved. {colleague.Split(' ')[0]}’s changes and yours are both kept." : "Plan saved. Nobody is shown it until it is shared.");
        return Redirect(go != "preview" ? Request.Path : staff.IsSenco ? $"{Request.Path}/share" : $"{Request.Path}/send");
    }

    private async Task<IActionResult> PageAsync(
        SignedInStaff staff, PupilHeaderRow pupil, SupportCycle cycle, WritePlanForm form, DateTime? draftSavedAt = null, bool isRestored = false, string? addedKey = null,
        ReviewSuggestion? suggestion = null)
    {
        var header = pupil.On(SchoolClock.Today(clock));
        ViewData.SetPupil(header);
        ViewData.SetPlanPage(new WritePlanPage(
            header,
            cycle,
            SavePlanHandler.MayName(staff),
            staff.IsSenco,
            await WritePlanPage.StaffChoices(db).ToListAsync(),
            await WritePlanPage.CurrentNeeds(db, pupil.Id).ToListAsync(),
            await WritePlanPage.Before(db, pupil.Id, cycle.Number).FirstOrDefaultAsync(),
            draftSavedAt,
            isRestored,
            addedKey,
            suggestion)
        {
            Phase = BankPhase.Of(pupil.YearCode),
            Earlier = cycle.Number > 1 ? await EarlierUse.Before(db, pupil.Id, cycle.Number).ToListAsync() : [],
            Template = await PlanTypeReads.TemplateOfAsync(db, cycle),
            Enough = await WritePlanPage.EnoughSince(db, pupil.Id, cycle.OpenedOn).FirstOrDefaultAsync(),
        });
        return View("WritePlan", form);
    }
}
