using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>The preview of an import of staff: what would change, the answers, and applying it.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/import/{importId:guid}")]
public sealed class CheckStaffController(CheckStaffHandler handler, IValidator<CheckStaffForm> validator) : Controller
{
    /// <summary>The preview; afterwards what it did.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId) => await handler.FindAsync(importId) switch
    {
        { State: ImportState.Previewed } import when await handler.PageAsync(import, SignedInStaff.From(User)) is { } page => View("CheckStaff", page),
        { State: ImportState.Applied } => LocalRedirect($"/staff/import/{importId}/report"),
        _ => NotFound(),
    };

    /// <summary>Keeps the answers, reads the columns anew, or applies what was shown.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid importId, CheckStaffForm form)
    {
        var by = SignedInStaff.From(User);
        if (await handler.FindAsync(importId) is not { } import)
        {
            return NotFound();
        }

        var address = $"/staff/import/{importId}";
        if (import.State != ImportState.Previewed)
        {
            return LocalRedirect(address);
        }

        if (form.Do == CheckStaffAction.Reread)
        {
            await handler.RereadAsync(import, form.Columns);
            return LocalRedirect(address);
        }

        if (!this.Check(validator, form))
        {
            return await AgainAsync(import, StatusCodes.Status400BadRequest);
        }

        if (!await handler.KeepAsync(import, form.Into(StaffChoices.Read(import.Choices)), by))
        {
            return await AgainAsync(import, StatusCodes.Status409Conflict);
        }

        if (form.Do == CheckStaffAction.Save)
        {
            return LocalRedirect(address);
        }

        switch (await handler.ApplyAsync(import, form.Seen, by))
        {
            case StaffApplied.Stale:
                return await AgainAsync(import, StatusCodes.Status409Conflict);
            case StaffApplied.Nothing:
                TempData.SetNotice("There is nothing to add or change.");
                return LocalRedirect(address);
            default:
                return LocalRedirect($"{address}/report");
        }
    }

    /// <summary>Throws the preview and its file away.</summary>
    [HttpPost("discard")]
    public async Task<IActionResult> Discard(Guid importId)
    {
        if (await handler.FindAsync(importId) is not { } import)
        {
            return NotFound();
        }

        if (await handler.DiscardAsync(import))
        {
            TempData.SetNotice("The preview is discarded and the file deleted. Nothing was changed.");
        }

        return LocalRedirect("/staff");
    }

    private async Task<IActionResult> AgainAsync(Import import, int status)
    {
        if (await handler.FindAsync(import.Id) is not { State: ImportState.Previewed } now || await handler.PageAsync(now, SignedInStaff.From(User)) is not { } page)
        {
            return LocalRedirect($"/staff/import/{import.Id}");
        }

        Response.StatusCode = status;
        return View("CheckStaff", page with { HasChanged = status == StatusCodes.Status409Conflict });
    }
}
