using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CloseCycle;

/// <summary>Closing a cycle with its review: a page to check everything on, then the act itself.</summary>
[Authorize(Policy = Policies.CloseCycles)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review/close")]
public sealed class CloseCycleController(CloseCycleHandler handler, IValidator<CloseCycleForm> validator) : Controller
{
    /// <summary>The check page; from a cycle without a review it goes to the review.</summary>
    [HttpGet]
    public async Task<IActionResult> Check(Guid pupilId, int number)
    {
        if (await handler.FindAsync(SignedInStaff.From(User), pupilId, number) is not { } page)
        {
            return NotFound();
        }

        return page.Written is { IsOpen: true, HasBegun: true } ? Page(page) : Redirect(page.Written.Path);
    }

    /// <summary>Closes it. When it changed after it was checked, it is shown again to be checked.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.CloseCycles)]
    public async Task<IActionResult> Close(Guid pupilId, int number, CloseCycleForm form)
    {
        var staff = SignedInStaff.From(User);
        if (!this.Check(validator, form))
        {
            return NotFound();
        }

        switch (await handler.CloseAsync(staff, pupilId, number, form.Version))
        {
            case CloseOutcome.Closed:
                TempData.SetNotice($"Cycle {number} is closed.");
                return Redirect($"/pupils/{pupilId}/cycles/{number}/review");
            case CloseOutcome.CheckAgain:
                var page = await handler.FindAsync(staff, pupilId, number);
                DomainRuleException.Require(page is { Written.HasBegun: true }, "There is no review to close yet");
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page(page! with { HasChanged = true });
            default:
                return NotFound();
        }
    }

    private ViewResult Page(CloseCyclePage page)
    {
        ViewData.SetPupil(page.Pupil.On(page.Today));

        // The version that was posted must not stand in for the one that is shown.
        ModelState.Clear();
        return View("CloseCycle", page);
    }
}
