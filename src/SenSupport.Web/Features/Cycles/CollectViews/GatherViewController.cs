using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Writing down what the pupil, the parents or others say before a review, by anyone who works with the pupil; and the pupil's form to print.</summary>
[Authorize(Policy = Policies.Deliver)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/views")]
public sealed class GatherViewController(SenSupportDbContext db, TimeProvider clock, IValidator<GatherViewForm> validator) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The form for a view that nobody was invited to give: "pupil", "parents" or "others".</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid pupilId, int number, string? of) =>
        Slug.Find<ViewOf>(of ?? "") is { } whose && await FindAsync(pupilId, number) is { IsOpen: true }
            ? View("GatherView", new GatherViewForm { Of = whose, On = DateParts.From(SchoolClock.Today(clock)), GatheredBy = Person.Name })
            : NotFound();

    /// <summary>The pupil's questions with faces, empty, to print.</summary>
    [HttpGet("blank")]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> Blank(Guid pupilId, int number) => await FindAsync(pupilId, number) is null ? NotFound() : View("BlankView");

    /// <summary>The form of a row: empty after an invitation, or with what was said, to put right.</summary>
    [HttpGet("{viewId:guid}")]
    public async Task<IActionResult> Show(Guid pupilId, int number, Guid viewId) =>
        await FindAsync(pupilId, number) is { IsOpen: true } cycle && await View(db, cycle.Id, viewId).FirstOrDefaultAsync() is { } view
            ? View("GatherView", GatherViewForm.From(view, SchoolClock.Today(clock), Person.Name))
            : NotFound();

    /// <summary>Writes down a view without an invitation.</summary>
    [HttpPost("new")]
    [Authorize(Policy = Policies.Deliver)]
    public Task<IActionResult> Add(Guid pupilId, int number, GatherViewForm form) => SaveAsync(pupilId, number, null, form);

    /// <summary>Writes down the view of a row, or puts it right.</summary>
    [HttpPost("{viewId:guid}")]
    [Authorize(Policy = Policies.Deliver)]
    public Task<IActionResult> Save(Guid pupilId, int number, Guid viewId, GatherViewForm form) => SaveAsync(pupilId, number, viewId, form);

    /// <summary>A row of a cycle, to change.</summary>
    public static IQueryable<ReviewView> View(SenSupportDbContext db, Guid cycleId, Guid viewId) => db.ReviewViews.Where(view => view.Id == viewId && view.CycleId == cycleId);

    /// <summary>The same words of the same person on the same day, written down before.</summary>
    public static IQueryable<Guid> Same(SenSupportDbContext db, Guid cycleId, ViewOf of, string who, DateOnly on, string goesWell, string isHard, string helps) =>
        db.ReviewViews.Where(view => view.CycleId == cycleId && view.Of == of && view.Who == who && view.GivenOn == on && view.GoesWell == goesWell && view.IsHard == isHard && view.Helps == helps).Select(view => view.Id);

    private async Task<IActionResult> SaveAsync(Guid pupilId, int number, Guid? viewId, GatherViewForm form)
    {
        if (!Enum.IsDefined(form.Of) || await FindAsync(pupilId, number) is not { } cycle)
        {
            return NotFound();
        }

        if (viewId is { } id)
        {
            form.Saved = await View(db, cycle.Id, id).FirstOrDefaultAsync();
            if (form.Saved is null || form.Saved.Of != form.Of)
            {
                return NotFound();
            }
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("GatherView", form);
        }

        var (content, by) = (form.Content(), Person.Acting(clock));
        if (form.Saved is { } view)
        {
            var (isKnown, meanwhile) = await RecordHistory.MeanwhileAsync(db, view, form.Version);
            DomainRuleException.Require(isKnown && meanwhile is null, $"{meanwhile?.Step.StaffName ?? "Somebody"} wrote this view down while your page was open. Open it again to see what is there");
            view.Write(content, cycle, by);
        }
        else if (!await Same(db, cycle.Id, form.Of, form.Of == ViewOf.Pupil ? "" : form.Who.Trim(), content.On, content.GoesWell.Trim(), content.IsHard.Trim(), content.Helps.Trim()).AnyAsync())
        {
            db.Add(ReviewView.Gather(cycle, form.Of, form.Who, content, by));
        }

        await db.SaveChangesAsync();
        TempData.SetNotice("The view is written down. It stands beside the review.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}/review/views");
    }

    private async Task<SupportCycle?> FindAsync(Guid pupilId, int number)
    {
        if (await PupilHeaderReader.FindAsync(db, Person, pupilId) is not { } pupil || await db.Cycles.FirstOrDefaultAsync(row => row.PupilId == pupilId && row.Number == number) is not { } cycle)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        ViewData["Cycle"] = cycle;
        return cycle;
    }
}
