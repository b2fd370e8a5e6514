using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>How far a running import is, for the script of its page.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class ImportProgressController(ImportPreviewHandler previews, ReportImportHandler reports) : Controller
{
    /// <summary>State, records done and to do, and the same in words.</summary>
    [HttpGet("/imports/{importId:guid}/progress")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Progress(Guid importId)
    {
        if (await previews.FindAsync(importId, SignedInStaff.From(User)) is not { } import)
        {
            return NotFound();
        }

        var page = reports.ProgressOf(import);
        return Json(new { state = import.State.ToString(), page.Done, page.Total, page.Words });
    }
}
