using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>Throws a preview away.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class DiscardImportController(CheckImportHandler handler) : Controller
{
    /// <summary>Deletes its file; nothing was changed by it.</summary>
    [HttpPost("/imports/{importId:guid}/discard")]
    public async Task<IActionResult> Discard(Guid importId)
    {
        if (await handler.FindAsync(importId) is not { } import)
        {
            return NotFound();
        }

        if (!await handler.DiscardAsync(import))
        {
            return Redirect($"/imports/{importId}");
        }

        TempData.SetNotice($"{import.FileName} is deleted. Nothing was changed.");
        return Redirect("/imports");
    }
}
