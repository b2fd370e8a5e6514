using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.ImportGroups;

/// <summary>Importing teaching groups from a file: a preview first, then all of it at once.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/import")]
public sealed class ImportGroupsController(ImportGroupsHandler handler, IValidator<ImportGroupsForm> validator, IValidator<ApplyGroupsForm> applies) : Controller
{
    /// <summary>The page that asks for a file.</summary>
    [HttpGet]
    public IActionResult Show() => View("ImportGroups", new ImportGroupsForm());

    /// <summary>Shows what the file would do. Nothing is changed.</summary>
    [HttpPost]
    public async Task<IActionResult> Look(ImportGroupsForm form, CancellationToken cancel)
    {
        if (!this.Check(validator, form))
        {
            return Refuse();
        }

        using var content = new MemoryStream();
        await form.File!.CopyToAsync(content, cancel);
        return await PreviewAsync(content.ToArray(), hasChanged: false, cancel);
    }

    /// <summary>Gives columns another meaning, remembers it, and shows the file again.</summary>
    [HttpPost("columns")]
    public async Task<IActionResult> Columns(ApplyGroupsForm form, CancellationToken cancel)
    {
        if (Read(form) is not { } content)
        {
            return Refuse();
        }

        using var file = new MemoryStream(content);
        await handler.RememberAsync(file, form.Columns, SignedInStaff.From(User), cancel);
        return await PreviewAsync(content, hasChanged: false, cancel);
    }

    /// <summary>Imports it. When the school has changed since, it is shown again.</summary>
    [HttpPost("apply")]
    public async Task<IActionResult> Apply(ApplyGroupsForm form, CancellationToken cancel)
    {
        if (Read(form) is not { } content)
        {
            return Refuse();
        }

        var staff = SignedInStaff.From(User);
        using var file = new MemoryStream(content);
        var import = await handler.LookAsync(file, staff, cancel);
        if (import.Fingerprint() != form.Shown || !import.Changes)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await PreviewAsync(content, hasChanged: true, cancel);
        }

        await handler.ApplyAsync(import, staff, cancel);
        TempData.SetNotice($"{Counted(import.NewGroups, "group")} added, with {Counted(import.NewPupils, "pupil")} and {Counted(import.NewTeachers, "teacher")} put into groups.");
        return Redirect("/school/groups");
    }

    /// <summary>A number with its noun.</summary>
    internal static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private byte[]? Read(ApplyGroupsForm form)
    {
        var content = new byte[form.Content.Length];
        return this.Check(applies, form) && Convert.TryFromBase64String(form.Content, content, out var length) && length <= ImportGroupsForm.MostBytes ? content[..length] : null;
    }

    private ViewResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("ImportGroups", new ImportGroupsForm());
    }

    private async Task<IActionResult> PreviewAsync(byte[] content, bool hasChanged, CancellationToken cancel)
    {
        using var file = new MemoryStream(content);
        var import = await handler.LookAsync(file, SignedInStaff.From(User), cancel);
        (ViewData["Content"], ViewData["HasChanged"]) = (Convert.ToBase64String(content), hasChanged);
        ModelState.Clear();
        return View("CheckGroups", import);
    }
}
