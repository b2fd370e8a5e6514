using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Taking away a view that should never have been written down, by who typed it and by the SENCo. It asks first, and wants a reason.</summary>
[Authorize(Policy = Policies.Deliver)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/views/{viewId:guid}/remove")]
public sealed class RemoveViewController(ReviewViewHandler views, TimeProvider clock, IValidator<RemoveViewForm> validator) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Asks.</summary>
    [HttpGet]
    public async Task<IActionResult> Ask(Guid pupilId, int number, Guid viewId) =>
        await FindAsync(pupilId, number, viewId, null) is var (pupil, cycle, view) ? Page(pupil, cycle, view, new RemoveViewForm { Version = view.Version }) : NotFound();

    /// <summary>Takes it away.</summary>
    [HttpPost]
    public async Task<IActionResult> Remove(Guid pupilId, int number, Guid viewId, RemoveViewForm form)
    {
        if (await FindAsync(pupilId, number, viewId, form.Version) is not var (pupil, cycle, view))
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(pupil, cycle, view, form);
        }

        await views.RemoveAsync(Person, cycle, view, form.Reason);
        TempData.SetNotice("The view is removed. What was put into the review from it stands there until it is changed there.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}/review/views");
    }

    private async Task<(PupilHeaderRow Pupil, SupportCycle Cycle, ReviewView View)?> FindAsync(Guid pupilId, int number, Guid viewId, Guid? version) =>
        await views.FindAsync(Person, pupilId, number) is var (pupil, cycle) && await views.FindAsync(Person, cycle, viewId, version) is { GivenOn: not null } view ? (pupil, cycle, view) : null;

    private ViewResult Page(PupilHeaderRow pupil, SupportCycle cycle, ReviewView view, RemoveViewForm form)
    {
        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        (ViewData["Cycle"], ViewData["View"]) = (cycle, view);
        return View("RemoveView", form);
    }
}
