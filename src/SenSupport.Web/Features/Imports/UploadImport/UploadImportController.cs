using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadImport;

/// <summary>Takes a file of pupils and shows what it would change; nothing is changed by it.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("imports/new")]
public sealed class UploadImportController(UploadImportHandler handler, IValidator<UploadImportForm> validator) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public IActionResult Show() => View("UploadImport", new UploadImportForm());

    /// <summary>Reads the file. One that cannot be used is refused with its reasons: status 400, 413 when it is too large, 415 when it is of another kind.</summary>
    [HttpPost("")]
    [RequestSizeLimit(ExchangeLimits.RequestBytes)]
    public async Task<IActionResult> Upload(UploadImportForm form, CancellationToken cancel)
    {
        if (!this.Check(validator, form))
        {
            return Refuse(form, StatusCodes.Status400BadRequest);
        }

        var (import, problems, status) = await handler.TakeAsync(form.File!, ImportKind.Pupils, SignedInStaff.From(User), cancel);
        if (import is { } id)
        {
            return Redirect($"/imports/{id}");
        }

        foreach (var problem in problems)
        {
            ModelState.AddModelError(nameof(form.File), problem);
        }

        return Refuse(form, status);
    }

    private ViewResult Refuse(UploadImportForm form, int status)
    {
        Response.StatusCode = status;
        return View("UploadImport", form);
    }
}
