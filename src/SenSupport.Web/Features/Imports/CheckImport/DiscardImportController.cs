using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>Throws a preview away.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class DiscardImportController(ImportPreviewHandler previews) : Controller
{
    /// <summary>Deletes its file; nothing was changed by it.</summary>
    [HttpPost("/imports/{importId:guid}/discard")]
    public async Task<IActionResult> Discard(Guid importId)
    {
        if (await previews.FindAsync(importId, SignedInStaff.From(User)) is not { } import)
        {
            return NotFound();
        }

        if (!await previews.DiscardAsync(import))
        {
            return Redirect($"/imports/{importId}");
        }

        TempData.SetNotice($"{import.FileName} is deleted. Nothing was changed.");
        return Redirect("/imports");
    }
}
