using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duplicates.MergePupils;

/// <summary>Merging two records of the same pupil: both side by side first; and undoing it for a while.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/duplicates")]
public sealed class MergePupilsController(MergeHandler handler, IValidator<MergeForm> validator) : Controller
{
    /// <summary>Both records side by side.</summary>
    [HttpGet("{keptId:guid}/{otherId:guid}")]
    public async Task<IActionResult> Compare(Guid keptId, Guid otherId) =>
        await handler.CompareAsync(keptId, otherId) is { } page ? View("MergePupils", page) : NotFound();

    /// <summary>Merges them.</summary>
    [HttpPost("{keptId:guid}/{otherId:guid}")]
    public async Task<IActionResult> Merge(Guid keptId, Guid otherId, MergeForm form)
    {
        if (!this.Check(validator, form) || !await handler.MergeAsync(SignedInStaff.From(User), keptId, otherId, form))
        {
            return NotFound();
        }

        TempData.SetNotice("The two records are one. You can undo this for 30 days, under Likely duplicates.");
        return Redirect($"/pupils/{keptId}");
    }

    /// <summary>Takes a merge back.</summary>
    [HttpPost("merges/{mergeId:guid}/undo")]
    public async Task<IActionResult> Undo(Guid mergeId, [FromForm] Guid version)
    {
        if (await handler.UndoAsync(SignedInStaff.From(User), mergeId, version) is null)
        {
            return NotFound();
        }

        TempData.SetNotice("The merge is undone: there are two records again.");
        return Redirect("/school/duplicates");
    }
}
