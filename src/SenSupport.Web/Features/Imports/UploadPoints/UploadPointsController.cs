using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.UploadImport;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadPoints;

/// <summary>Takes a table of what pupils reached and shows what it would add; nothing is changed by it.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/points")]
public sealed class UploadPointsController(UploadImportHandler handler, IValidator<UploadPointsForm> validator) : Controller
{
    /// <summary>The form, with the table to download.</summary>
    [HttpGet("")]
    public IActionResult Show() => View("UploadPoints");

    /// <summary>Reads the file. One that cannot be used is refused with its reasons: status 400, 413 when it is too large, 415 when it is of another kind.</summary>
    [HttpPost("")]
    [RequestSizeLimit(ExchangeLimits.RequestBytes)]
    public async Task<IActionResult> Upload(UploadPointsForm form, CancellationToken cancel)
    {
        if (!this.Check(validator, form))
        {
            return Refused(StatusCodes.Status400BadRequest);
        }

        var (import, problems, status) = await handler.TakeAsync(form.File!, ImportKind.Points, SignedInStaff.From(User), cancel);
        if (import is { } id)
        {
            return Redirect($"/imports/{id}/points");
        }

        foreach (var problem in problems)
        {
            ModelState.AddModelError(nameof(form.File), problem);
        }

        return Refused(status);
    }

    private ViewResult Refused(int status)
    {
        Response.StatusCode = status;
        return View("UploadPoints");
    }
}
