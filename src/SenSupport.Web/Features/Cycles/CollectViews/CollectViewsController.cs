using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Before a review: who is invited and asked for a view, and who has answered (CoP 6.54). Colleagues are asked here and answer on their own page.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/views")]
public sealed class CollectViewsController(
    SenSupportDbContext db, AskForViewsHandler views, TimeProvider clock, IValidator<AskViewsForm> askValidator, IValidator<InviteForm> inviteValidator) : Controller
{
    private const int DaysToAnswer = 7;

    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The list, and the forms for those who write the record.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        if (await FindAsync(pupilId, number) is not { } page)
        {
            return NotFound();
        }

        // In time for the meeting, where that is far enough away.
        var due = page.Cycle.ReviewOn is { } review && review > page.Today.AddDays(2) && review < page.Today.AddDays(DaysToAnswer) ? review.AddDays(-1) : page.Today.AddDays(DaysToAnswer);
        return View("CollectViews", page with
        {
            Ask = new AskViewsForm { DueOn = DateParts.From(due), Asked = [.. page.CanBeAsked.Where(reader => reader.WorksWith && !page.Views.Any(view => view.StaffId == reader.StaffId)).Select(reader => reader.StaffId)] },
            Invite = new InviteForm { On = DateParts.From(page.Today), Who = page.Contacts.Count > 0 ? page.Contacts[0] : "" },
        });
    }

    /// <summary>Asks those who are ticked.</summary>
    [HttpPost("ask")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Ask(Guid pupilId, int number, AskViewsForm form)
    {
        if (await FindAsync(pupilId, number) is not { } page || !Person.MayWrite(page.Pupil.ResponsibleTeacherId))
        {
            return NotFound();
        }

        if (!this.Check(askValidator, form) || !form.DueOn.TryRead(out var due))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("CollectViews", page with { Ask = form, Invite = new InviteForm { On = DateParts.From(page.Today) } });
        }

        if (await views.AskAsync(Request, Person, pupilId, number, form.Asked, due, form.Question) is not { } asked)
        {
            return NotFound();
        }

        TempData.SetNotice(asked.Count switch { 0 => "They had been asked before.", 1 => $"{asked[0].Name} is asked.", var count => $"{count} colleagues are asked." });
        return Redirect(page.Path);
    }

    /// <summary>Writes an invitation down.</summary>
    [HttpPost("invite")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Invite(Guid pupilId, int number, InviteForm form)
    {
        if (await FindAsync(pupilId, number) is not { } page || await AskForViewsHandler.Cycle(db, Person, pupilId, number).FirstOrDefaultAsync() is not { } cycle)
        {
            return NotFound();
        }

        if (!this.Check(inviteValidator, form) || !form.On.TryRead(out var on))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("CollectViews", page with { Ask = new AskViewsForm { DueOn = DateParts.From(page.Today.AddDays(DaysToAnswer)) }, Invite = form });
        }

        // The same form sent twice invites once.
        var who = form.Of == ViewOf.Pupil ? "" : form.Who.Trim();
        if (!page.Views.Any(view => view.Of == form.Of && view.Who == who && view.AskedOn == on && view.AskedHow == form.How))
        {
            db.Add(ReviewView.Invite(cycle, form.Of, who, on, form.How, Person.Acting(clock)));
            await db.SaveChangesAsync();
        }

        TempData.SetNotice("The invitation is written down.");
        return Redirect(page.Path);
    }

    private async Task<CollectViewsPage?> FindAsync(Guid pupilId, int number)
    {
        var (staff, today) = (Person, SchoolClock.Today(clock));
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil || await CollectViewsPage.CycleOf(db, staff, pupilId, number).FirstOrDefaultAsync() is not { } cycle)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(today));
        var mayWrite = staff.MayWrite(pupil.ResponsibleTeacherId);
        return new CollectViewsPage(
            cycle,
            pupil,
            await CollectedView.ReadAsync(db, pupilId, number),
            await PupilReaders.Of(db, [pupilId]).ToListAsync(),
            staff.SeesWholeSchool ? await CollectViewsPage.Invitations(db, pupilId, cycle.OpenedOn).ToListAsync() : [],
            mayWrite ? await CollectViewsPage.Families(db, pupilId).ToListAsync() : [],
            staff,
            today)
        { Typed = await ReviewViewHandler.TypedBy(db, staff, cycle.Id).ToListAsync() };
    }
}
