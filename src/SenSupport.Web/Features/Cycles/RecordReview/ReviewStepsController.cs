using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>A review's way between its writer and the SENCo.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/review")]
public sealed class ReviewStepsController(RecordReviewHandler handler, IValidator<ReturnReviewForm> validator) : Controller
{
    /// <summary>Goes on to the review from Assess, Plan or Do.</summary>
    [HttpPost("start")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Start(Guid pupilId, int number) =>
        await handler.StartAsync(SignedInStaff.From(User), pupilId, number) ? Redirect($"/pupils/{pupilId}/cycles/{number}/review") : NotFound();

    /// <summary>Sends it to the SENCo.</summary>
    [HttpPost("send")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Send(Guid pupilId, int number)
    {
        if (!await handler.SendAsync(SignedInStaff.From(User), pupilId, number))
        {
            return NotFound();
        }

        TempData.SetNotice("Review sent to the SENCo.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }

    /// <summary>Returns it to its writer with a note.</summary>
    [HttpPost("return")]
    [Authorize(Policy = Policies.Senco)]
    public async Task<IActionResult> Return(Guid pupilId, int number, ReturnReviewForm form)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.FindAsync(staff, pupilId, number) is not { } page)
        {
            return NotFound();
        }

        DomainRuleException.Require(page.IsSent, "The review has not been sent, or has been returned already");
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            ViewData.SetPupil(page.Pupil.On(page.Today));
            return View("RecordReview", RecordReviewForm.From(page));
        }

        if (!await handler.ReturnAsync(staff, pupilId, number, form.Note))
        {
            return NotFound();
        }

        TempData.SetNotice("Review returned to its writer.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }
}
