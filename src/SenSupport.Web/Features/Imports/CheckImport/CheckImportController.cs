using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>The preview of an import: what would change, the choices, and applying it.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("imports/{importId:guid}")]
public sealed class CheckImportController(CheckImportHandler handler, ImportPreviewHandler previews, ReportImportHandler reports, IValidator<CheckImportForm> validator) : Controller
{
    /// <summary>The preview; one list of it by itself with <c>?list=changed</c>. Afterwards how far it is, and what it did.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId, [FromQuery] PreviewAddress asked)
    {
        var staff = SignedInStaff.From(User);
        if (await previews.FindAsync(importId, staff) is not { } import)
        {
            return NotFound();
        }

        return import.State switch
        {
            ImportState.Applying or ImportState.Undoing => View("ImportProgress", reports.ProgressOf(import)),
            ImportState.Previewed when import is { Kind: ImportKind.Plans, FileId: not null } => Redirect($"/imports/{importId}/plans"),
            ImportState.Previewed when import is { Kind: ImportKind.Points, FileId: not null } => Redirect($"/imports/{importId}/points"),
            ImportState.Previewed when await handler.PageAsync(import, staff, asked) is { } page => View("CheckImport", page),
            _ => View("ReportImport", await reports.PageAsync(import, staff, asked)),
        };
    }

    /// <summary>Keeps the choices of the page, reads the columns anew, or applies what was shown.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid importId, CheckImportForm form)
    {
        var staff = SignedInStaff.From(User);
        if (await previews.FindAsync(importId, staff) is not { } import)
        {
            return NotFound();
        }

        if (import.State != ImportState.Previewed || import.Kind != ImportKind.Pupils)
        {
            return Redirect($"/imports/{importId}");
        }

        if (form.Do == PreviewAction.Reread)
        {
            await previews.RereadAsync(import, (await handler.FileAsync(import))?.Table, form.Columns);
            return Redirect($"/imports/{importId}");
        }

        var choices = form.Into(PupilChoices.Read(import.Choices), staff.IsSenco);
        var asked = new PreviewAddress(form.List, form.Search, form.Page);
        if (!this.Check(validator, form))
        {
            return await AgainAsync(import, asked, choices, StatusCodes.Status400BadRequest);
        }

        if (form.Do is not (PreviewAction.Save or PreviewAction.Apply) && await handler.PageAsync(import, staff, asked, choices) is { } shown)
        {
            choices = ForAll(form.Do, shown, choices);
        }

        if (!await previews.KeepAsync(import, choices.Write()))
        {
            // Somebody else chose something at the same moment: shown with their choices and these.
            return await previews.FindAsync(importId, staff) is { State: ImportState.Previewed } now
                ? await AgainAsync(now, asked, form.Into(PupilChoices.Read(now.Choices), staff.IsSenco), StatusCodes.Status409Conflict)
                : Redirect($"/imports/{importId}");
        }

        if (form.Do != PreviewAction.Apply)
        {
            return Redirect($"/imports/{importId}{asked.Query()}");
        }

        if (await handler.PageAsync(import, staff, asked) is not { } page)
        {
            return Redirect($"/imports/{importId}");
        }

        if (page.Seen != form.Seen)
        {
            return await AgainAsync(import, new PreviewAddress(), choices, StatusCodes.Status409Conflict);
        }

        if (!page.DoesSomething)
        {
            TempData.SetNotice("There is nothing to add or change.");
            return Redirect($"/imports/{importId}");
        }

        await previews.StartAsync(page, page.Plan.Added.Count + page.Plan.Changed.Count + page.Left);
        return Redirect($"/imports/{importId}");
    }

    private async Task<IActionResult> AgainAsync(Import import, PreviewAddress asked, PupilChoices choices, int status)
    {
        if (await handler.PageAsync(import, SignedInStaff.From(User), asked, choices) is not { } page)
        {
            return Redirect($"/imports/{import.Id}");
        }

        Response.StatusCode = status;
        return View("CheckImport", page with { HasChanged = status == StatusCodes.Status409Conflict });
    }

    private static PupilChoices ForAll(PreviewAction action, CheckImportPage page, PupilChoices choices)
    {
        foreach (var row in page.Plan.Likely.Where(row => action == PreviewAction.AllSame && row.Fate == RowFate.Likely))
        {
            choices.Likely[row.Row.Line] = LikelyChoice.Same;
        }

        foreach (var row in page.Plan.Sen.Where(_ => page.Staff.IsSenco && action is PreviewAction.AllSenFromFile or PreviewAction.AllSenKept))
        {
            _ = action == PreviewAction.AllSenFromFile ? choices.SenFromFile.Add(row.Pupil!.Id) : choices.SenFromFile.Remove(row.Pupil!.Id);
        }

        return choices;
    }
}
