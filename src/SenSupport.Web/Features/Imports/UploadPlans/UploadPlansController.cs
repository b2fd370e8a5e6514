using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.UploadImport;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadPlans;

/// <summary>Takes a table of plans that are running and shows what it would open; nothing is changed by it.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/plans")]
public sealed class UploadPlansController(SenSupportDbContext db, UploadImportHandler handler, IValidator<UploadPlansForm> validator) : Controller
{
    /// <summary>The form, with the table to download.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show() => PageAsync(StatusCodes.Status200OK);

    /// <summary>Reads the file. One that cannot be used is refused with its reasons: status 400, 413 when it is too large, 415 when it is of another kind.</summary>
    [HttpPost("")]
    [RequestSizeLimit(ExchangeLimits.RequestBytes)]
    public async Task<IActionResult> Upload(UploadPlansForm form, CancellationToken cancel)
    {
        if (!this.Check(validator, form))
        {
            return await PageAsync(StatusCodes.Status400BadRequest);
        }

        var (import, problems, status) = await handler.TakeAsync(form.File!, ImportKind.Plans, SignedInStaff.From(User), cancel);
        if (import is { } id)
        {
            return Redirect($"/imports/{id}/plans");
        }

        foreach (var problem in problems)
        {
            ModelState.AddModelError(nameof(form.File), problem);
        }

        return await PageAsync(status);
    }

    private async Task<IActionResult> PageAsync(int status)
    {
        Response.StatusCode = status;
        return View("UploadPlans", await PlanSampleController.CountsAsync(db));
    }
}
