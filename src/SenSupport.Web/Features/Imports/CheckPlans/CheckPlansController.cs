using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPlans;

/// <summary>The preview of a file of plans: what would be opened for whom, the choices, and applying it.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/{importId:guid}/plans")]
public sealed class CheckPlansController(CheckPlansHandler handler, ImportPreviewHandler previews, IValidator<CheckPlansForm> validator) : Controller
{
    /// <summary>The preview; one list of it by itself with <c>?list=added</c>.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId, [FromQuery] PreviewAddress asked) => await FindAsync(importId) is not { } import ? NotFound()
        : import.State == ImportState.Previewed && await handler.PageAsync(import, SignedInStaff.From(User), asked) is { } page ? View("CheckPlans", page)
        : Redirect($"/imports/{importId}");

    /// <summary>Keeps the choices of the page, reads the columns anew, or applies what was shown.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid importId, CheckPlansForm form)
    {
        if (await FindAsync(importId) is not { } import || !this.Check(validator, form))
        {
            return NotFound();
        }

        if (import.State != ImportState.Previewed)
        {
            return Redirect($"/imports/{importId}");
        }

        if (form.Do == PlansAction.Reread)
        {
            await previews.RereadAsync(import, (await handler.FileAsync(import))?.Table, form.Columns);
            return Redirect($"/imports/{importId}/plans");
        }

        var asked = new PreviewAddress(form.List, form.Search, form.Page);
        var choices = form.Into(PlansChoices.Read(import.Choices));
        if (form.Do is PlansAction.AddAll or PlansAction.AddNone && await handler.PageAsync(import, SignedInStaff.From(User), asked, choices) is { } shown)
        {
            choices.AddTo.Clear();
            choices.AddTo.UnionWith(form.Do == PlansAction.AddAll ? shown.Plan.Asked.Select(pupil => pupil.Pupil.Id) : []);
        }

        if (!await previews.KeepAsync(import, choices.Write()))
        {
            // Somebody else chose something at the same moment: shown with their choices and these.
            return await FindAsync(importId) is { State: ImportState.Previewed } now ? await AgainAsync(now, asked, form.Into(PlansChoices.Read(now.Choices))) : Redirect($"/imports/{importId}");
        }

        return form.Do == PlansAction.Apply ? await ApplyAsync(import, form, choices) : Redirect($"/imports/{importId}/plans{QueryOf(form)}");
    }

    private async Task<IActionResult> ApplyAsync(Import import, CheckPlansForm form, PlansChoices choices)
    {
        if (await handler.PageAsync(import, SignedInStaff.From(User), new PreviewAddress()) is not { } page)
        {
            return Redirect($"/imports/{import.Id}");
        }

        if (page.Seen != form.Seen)
        {
            return await AgainAsync(import, new PreviewAddress(), choices);
        }

        if (!page.DoesSomething)
        {
            TempData.SetNotice("There is nothing to open or add.");
            return Redirect($"/imports/{import.Id}/plans");
        }

        await previews.StartAsync(page, page.Plan.Opened.Count + page.Plan.Added.Count);
        return Redirect($"/imports/{import.Id}");
    }

    private async Task<Import?> FindAsync(Guid importId) => await previews.FindAsync(importId, SignedInStaff.From(User)) is { Kind: ImportKind.Plans } import ? import : null;

    private async Task<IActionResult> AgainAsync(Import import, PreviewAddress asked, PlansChoices choices)
    {
        if (await handler.PageAsync(import, SignedInStaff.From(User), asked, choices) is not { } page)
        {
            return Redirect($"/imports/{import.Id}");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("CheckPlans", page with { HasChanged = true });
    }

    private static string QueryOf(CheckPlansForm form)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("list", form.List), ("search", form.Search), ("page", form.Page) }.Where(part => !string.IsNullOrEmpty(part.Item2)))
        {
            query.Add(name, value);
        }

        return query.ToString();
    }
}
