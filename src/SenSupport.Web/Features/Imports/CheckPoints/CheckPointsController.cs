using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPoints;

/// <summary>The preview of a file of assessment points: what would be added for whom, the choices, and applying it.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/{importId:guid}/points")]
public sealed class CheckPointsController(CheckPointsHandler handler, ImportPreviewHandler previews, IValidator<CheckPointsForm> validator) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The preview; one list of it by itself with <c>?list=added</c>.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId, [FromQuery] PreviewAddress asked)
    {
        if (await FindAsync(importId) is not { } import)
        {
            return NotFound();
        }

        return import.State == ImportState.Previewed && await handler.PageAsync(import, Person, asked) is { } page ? Shown(page) : Redirect($"/imports/{importId}");
    }

    /// <summary>Keeps the choices of the page, reads the columns anew, or applies what was shown.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid importId, CheckPointsForm form)
    {
        if (await FindAsync(importId) is not { } import)
        {
            return NotFound();
        }

        if (import.State != ImportState.Previewed)
        {
            return Redirect($"/imports/{importId}");
        }

        var (choices, asked) = (PointsChoices.Read(import.Choices), new PreviewAddress(form.List, form.Search, form.Page));
        if (!this.Check(validator, form))
        {
            return await AgainAsync(import, choices, StatusCodes.Status400BadRequest, form);
        }

        choices = form.Into(choices);
        if (form.Do is PointsAction.AllFromFile or PointsAction.AllKept && await handler.PageAsync(import, Person, asked) is { } shown)
        {
            choices = choices with { FromFile = form.Do == PointsAction.AllFromFile ? [.. shown.Plan.Differing.Select(point => point.Row.Line)] : [] };
        }

        if (!await previews.KeepAsync(import, choices.Write()))
        {
            // Somebody else chose something at the same moment: shown with their choices and these.
            return await FindAsync(importId) is { State: ImportState.Previewed } now ? await AgainAsync(now, form.Into(PointsChoices.Read(now.Choices)), StatusCodes.Status409Conflict) : Redirect($"/imports/{importId}");
        }

        if (form.Do == PointsAction.Reread)
        {
            await previews.RereadAsync(import, (await handler.FileAsync(import, choices))?.Table, form.Columns);
        }

        return form.Do == PointsAction.Apply ? await ApplyAsync(import, form, choices) : Redirect($"/imports/{importId}/points{asked.Query()}");
    }

    private async Task<IActionResult> ApplyAsync(Import import, CheckPointsForm form, PointsChoices choices)
    {
        if (await handler.PageAsync(import, Person, new PreviewAddress()) is not { } page)
        {
            return Redirect($"/imports/{import.Id}");
        }

        if (page.Seen != form.Seen)
        {
            return await AgainAsync(import, choices, StatusCodes.Status409Conflict);
        }

        if (page.Plan.Taken.Count == 0)
        {
            TempData.SetNotice("There is nothing to add.");
            return Redirect($"/imports/{import.Id}/points");
        }

        await previews.StartAsync(page, page.Plan.Taken.DistinctBy(point => point.Pupil.Id).Count());
        return Redirect($"/imports/{import.Id}");
    }

    private async Task<Import?> FindAsync(Guid importId) => await previews.FindAsync(importId, Person) is { Kind: ImportKind.Points } import ? import : null;

    private async Task<IActionResult> AgainAsync(Import import, PointsChoices choices, int status, CheckPointsForm? typed = null)
    {
        if (await handler.PageAsync(import, Person, new PreviewAddress(), choices) is not { } page)
        {
            return Redirect($"/imports/{import.Id}");
        }

        Response.StatusCode = status;
        return Shown(page with { HasChanged = status == StatusCodes.Status409Conflict }, typed);
    }

    private ViewResult Shown(CheckPointsPage page, CheckPointsForm? typed = null) => View("CheckPoints", page with
    {
        Measure = typed?.Measure ?? page.File.Defaults.Measure,
        On = typed?.Measure is not null ? typed.On : page.File.Defaults.On is { } on ? DateParts.From(on) : new DateParts(),
    });
}
