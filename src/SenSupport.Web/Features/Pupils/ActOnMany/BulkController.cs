using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>One act for many pupils of the register: described, looked at pupil by pupil, and done.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("pupils/bulk")]
public sealed class BulkController(BulkHandler handler, TellColleaguesHandler mail, IValidator<BulkForm> validator) : Controller
{
    /// <summary>The address part of printing profiles, which changes nothing and has a page of its own.</summary>
    public const string PrintProfiles = "print-profiles";

    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The form for an act; its preview at once where there is nothing to describe.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] BulkChoice choice, [FromQuery] RegisterAddress asked)
    {
        if (choice.Act == PrintProfiles)
        {
            return Redirect($"/pupils/bulk/profiles{Request.QueryString}");
        }

        if (BulkWords.Find(choice.Act) is not { } kind || await handler.ChosenAsync(Person, choice, asked) is not { } pupils)
        {
            return NotFound();
        }

        var from = BulkAddress.Of(asked);
        if (pupils.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("NobodyChosen", from);
        }

        var (form, hasMore) = (handler.Begin(kind, pupils, from), pupils.Count > BulkPage.MostPupils);
        pupils = [.. pupils.Take(BulkPage.MostPupils)];
        return kind == BulkKind.StartCycles ? View("CheckBulk", await handler.CheckAsync(Person, kind, form, pupils, hasMore)) : View("Bulk", new BulkPage(form, kind, pupils, hasMore));
    }

    /// <summary>Shows what would be done for each, goes back to the description, or does it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Act(BulkForm form)
    {
        if (form.Kind is not { } kind || form.ActId == default || await handler.PupilsAsync(Person, form) is not { } pupils)
        {
            return NotFound();
        }

        if (!this.Check(validator, form) || form.Do == "change")
        {
            Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return View("Bulk", new BulkPage(form, kind, pupils, false));
        }

        if (form.Do != "do")
        {
            return View("CheckBulk", await handler.CheckAsync(Person, kind, form, pupils));
        }

        var outcome = await handler.DoAsync(Person, kind, form, pupils);
        if (outcome.ActId is not { } actId)
        {
            var check = await handler.CheckAsync(Person, kind, form, pupils);
            Response.StatusCode = outcome.Changed.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            if (outcome.Changed.Count == 0)
            {
                ModelState.AddModelError("Rows", check.Possible > 0 ? "Tick at least one pupil" : "There is no pupil for whom this can be done");
            }

            return View("CheckBulk", check with { Changed = outcome.Changed });
        }

        var told = outcome.Told.Count > 0 ? await mail.TellAsync(Request, outcome.Told, form.Due, isReminder: false, AskForViewsHandler.What) : 0;
        TempData.SetNotice($"Done for {BulkWords.Pupils(outcome.Pupils)}. You can put it back for a day.{(told > 0 ? $" {told} {(told == 1 ? "colleague" : "colleagues")} got an email." : "")}");
        return Redirect($"/pupils/bulk/acts/{actId}?from={Uri.EscapeDataString(form.Back)}");
    }
}

/// <summary>The register's address as it stood when pupils were chosen.</summary>
public static class BulkAddress
{
    /// <summary>The address; one that names nothing that there is is the plain register.</summary>
    public static string Of(RegisterAddress asked) =>
        RegisterFilter.Read(asked with { View = asked.View.Length == 0 ? "all" : asked.View }, true, [asked.Year], [asked.Class]).Address();
}
