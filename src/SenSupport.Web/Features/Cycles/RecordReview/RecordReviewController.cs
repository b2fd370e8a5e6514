using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>Writing the review of a cycle, and reading it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review")]
public sealed class RecordReviewController(
    SenSupportDbContext db, RecordReviewHandler handler, CycleSaver saver, DraftStore drafts, IValidator<RecordReviewForm> validator) : Controller
{
    /// <summary>The page: for those who write this pupil's reviews to write, with what they typed and did not save; for others to read.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.FindAsync(staff, pupilId, number) is not { } page)
        {
            return NotFound();
        }

        ViewData.SetPupil(page.Pupil.On(page.Today));
        if (!page.MayWrite || !page.Written.IsOpen)
        {
            return View("ReadReview", page);
        }

        if (page.Written.Stage < CycleStage.Do)
        {
            return View("GoOnToReview", page);
        }

        return View("RecordReview", await drafts.FindAsync(staff, page.Written.Path) is { } draft ? await RestoredAsync(page, draft) : RecordReviewForm.From(page));
    }

    /// <summary>Saves it, and goes on as the button says; or gives the form back with a next step more or less.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="add">"step" for another next step.</param>
    /// <param name="remove">The next step to remove: "step-key".</param>
    /// <param name="put">The collected view to put into the review, which is saved with it.</param>
    [HttpPost]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Save(Guid pupilId, int number, RecordReviewForm form, string? add, string? remove, Guid? put)
    {
        var staff = SignedInStaff.From(User);

        // Dates and texts are kept as they were typed: only a forged form has a value that cannot be read.
        if (!ModelState.IsValid
            || await handler.FindAsync(staff, pupilId, number) is not { MayWrite: true } page
            || await saver.LoadAsync(staff, pupilId, number) is not { } cycle
            || IsForged(form, cycle))
        {
            return NotFound();
        }

        DomainRuleException.Require(cycle.IsOpen, $"Cycle {number} is closed: its review cannot be changed");
        form.Page = page;
        form.DropEmptyPlaces();
        if (add is not null || remove is not null)
        {
            if (!form.AddOrRemove(add, remove))
            {
                return NotFound();
            }

            ModelState.Clear();
            ViewData.SetPupil(page.Pupil.On(page.Today));
            return View("RecordReview", form);
        }

        if (put is { } viewId)
        {
            if (page.Views.FirstOrDefault(view => view.Id == viewId && view.GivenOn is not null) is not { } view)
            {
                return NotFound();
            }

            form.Put(view);
            form.Then = "put";
            ModelState.Remove(view.Field);
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            form.DraftSavedAt = await drafts.KeepAsync(staff, page.Written.Path, Request.Form);
            ViewData.SetPupil(page.Pupil.On(page.Today));
            return View("RecordReview", form);
        }

        var sends = form.Then == "send" && !page.MayClose;
        var outcome = await saver.SaveAsync(cycle, form.Version, form.ToContent(cycle), CycleParts.Review, staff, (changed, by) =>
        {
            if (sends)
            {
                changed.SendReview(by);
            }

            return Task.CompletedTask;
        });
        if (outcome.Conflict is { } conflict)
        {
            await drafts.KeepAsync(staff, page.Written.Path, Request.Form);
            return await this.RecordHasChangedAsync(db, conflict, page.Pupil, number, page.Today);
        }

        if (outcome.Kind != SaveKind.Saved)
        {
            return NotFound();
        }

        await drafts.RemoveAsync(staff, page.Written.Path);
        var merged = outcome.MergedWith is { } colleague ? $", together with what {colleague} wrote meanwhile" : "";
        if (form.Then == "close" && page.MayClose)
        {
            if (merged.Length > 0)
            {
                TempData.SetNotice($"Review saved{merged}.");
            }

            return Redirect($"{page.Written.Path}/close");
        }

        TempData.SetNotice($"Review saved{merged}{(sends ? " and sent to the SENCo" : "")}.");
        return Redirect(form.Then switch { "stay" => page.Written.Path, "put" => $"{page.Written.Path}#r-views", _ => page.Written.CyclePath });
    }

    private async Task<RecordReviewForm> RestoredAsync(RecordReviewPage page, Draft draft)
    {
        var form = new RecordReviewForm();
        await this.ApplyAsync(form, draft);
        (form.Page, form.DraftSavedAt, form.IsRestored) = (page, draft.SavedAt, true);
        form.AddNewTargets();
        return form;
    }

    // A target can leave the plan while the page is open; otherwise the page names those of the plan, each once.
    private static bool IsForged(RecordReviewForm form, SupportCycle cycle) =>
        form.Results.DistinctBy(row => row.Id).Count() != form.Results.Count
        || (form.Version == cycle.Version && form.Results.Exists(row => !cycle.Targets.Any(target => target.Id == row.Id)));
}
