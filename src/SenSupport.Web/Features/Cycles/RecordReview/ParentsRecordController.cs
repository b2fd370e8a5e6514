using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>The record of a review that the parents get, to print (CoP 6.71).</summary>
[Authorize(Policy = Policies.ReadRecords)]
public sealed class ParentsRecordController(RecordReviewHandler handler) : Controller
{
    /// <summary>The record of a closed review; before that, the review itself.</summary>
    [HttpGet("pupils/{pupilId:guid}/cycles/{number:int}/review/record")]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        if (await handler.FindAsync(SignedInStaff.From(User), pupilId, number) is not { } page)
        {
            return NotFound();
        }

        ViewData.SetPupil(page.Pupil.On(page.Today));
        return page.Written.IsOpen ? Redirect(page.Written.Path) : View("ParentsRecord", page);
    }
}
