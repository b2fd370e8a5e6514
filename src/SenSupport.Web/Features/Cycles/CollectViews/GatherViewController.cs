using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>
/// Writing down what the pupil, the parents or others say before a review, by anyone who works with the pupil; putting it right, by who typed it and the SENCo; and the
/// pupil's form to print.
/// </summary>
[Authorize(Policy = Policies.Deliver)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/views")]
public sealed class GatherViewController(ReviewViewHandler views, DraftStore drafts, TimeProvider clock, IValidator<GatherViewForm> validator) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The form for a view that nobody was invited to give: "pupil", "parents" or "others".</summary>
    [HttpGet("new/{of}")]
    public async Task<IActionResult> New(Guid pupilId, int number, string of) =>
        Slug.Find<ViewOf>(of) is { } whose && await FindAsync(pupilId, number) is { IsOpen: true }
            ? await PageAsync(new GatherViewForm { Of = whose, On = DateParts.From(SchoolClock.Today(clock)), GatheredBy = Person.Name })
            : NotFound();

    /// <summary>Writes it down.</summary>
    [HttpPost("new/{of}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Add(Guid pupilId, int number, string of, GatherViewForm form)
    {
        if (Slug.Find<ViewOf>(of) is not { } whose || await FindAsync(pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        form.Of = whose;
        return await SaveAsync(form, cycle, () => views.GatherAsync(Person, cycle, form));
    }

    /// <summary>The pupil's questions with faces, empty, to print.</summary>
    [HttpGet("blank")]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> Blank(Guid pupilId, int number) => await FindAsync(pupilId, number) is null ? NotFound() : View("BlankView");

    /// <summary>The form of a row: empty after an invitation, or with what was said, to put right.</summary>
    [HttpGet("{viewId:guid}")]
    public async Task<IActionResult> Show(Guid pupilId, int number, Guid viewId) =>
        await FindAsync(pupilId, number) is { } cycle && await views.FindAsync(Person, cycle, viewId) is { } view
            ? await PageAsync(GatherViewForm.From(view, SchoolClock.Today(clock), Person.Name))
            : NotFound();

    /// <summary>Writes down the view of a row, or puts it right.</summary>
    [HttpPost("{viewId:guid}")]
    [Authorize(Policy = Policies.Deliver)]
    public async Task<IActionResult> Save(Guid pupilId, int number, Guid viewId, GatherViewForm form)
    {
        if (await FindAsync(pupilId, number) is not { } cycle || await views.FindAsync(Person, cycle, viewId, form.Version) is not { } view)
        {
            return NotFound();
        }

        (form.Saved, form.Of) = (view, view.Of);
        return await SaveAsync(form, cycle, () => views.WriteAsync(Person, cycle, view, form));
    }

    private async Task<IActionResult> SaveAsync(GatherViewForm form, SupportCycle cycle, Func<Task> save)
    {
        var isCorrection = form.IsCorrection;
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            ViewData["DraftSavedAt"] = await drafts.KeepAsync(Person, Request.Path, Request.Form);
            return View("GatherView", form);
        }

        await save();
        await drafts.RemoveAsync(Person, Request.Path);
        TempData.SetNotice(isCorrection ? "The view is put right. What was put into the review from it stands there until it is changed there." : "The view is written down. It stands beside the review.");
        return Redirect($"/pupils/{cycle.PupilId}/cycles/{cycle.Number}/review/views");
    }

    // With what was typed and not saved.
    private async Task<IActionResult> PageAsync(GatherViewForm form)
    {
        if (await drafts.FindAsync(Person, Request.Path) is not { } draft)
        {
            return View("GatherView", form);
        }

        var restored = new GatherViewForm { Of = form.Of, Saved = form.Saved };
        await this.ApplyAsync(restored, draft);
        (ViewData["DraftSavedAt"], ViewData["IsRestored"]) = (draft.SavedAt, true);
        return View("GatherView", restored);
    }

    private async Task<SupportCycle?> FindAsync(Guid pupilId, int number)
    {
        if (await views.FindAsync(Person, pupilId, number) is not var (pupil, cycle))
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        ViewData["Cycle"] = cycle;
        return cycle;
    }
}
