using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ExportCtf;

/// <summary>A common transfer file with the SEN part, for one or many pupils.</summary>
[Authorize(Policy = Policies.Export)]
[Route("exports/ctf")]
public sealed class ExportCtfController(SenSupportDbContext db, ExportCtfHandler handler, IValidator<ExportCtfForm> validator, TimeProvider clock) : Controller
{
    /// <summary>The form; an address may name pupils and a search.</summary>
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] ExportCtfForm form)
    {
        ModelState.Clear();
        if (form.Pupils.Count > 0 || form.Search.Trim().Length > 0)
        {
            return await PageAsync(form);
        }

        // Who asks for nothing in particular has come for the leavers: those of the last weeks, and those whose last day is still to come.
        var since = SchoolClock.Today(clock).AddDays(-7 * ExportCtfForm.WeeksOfLeavers);
        var leavers = await CtfReads.LeftSince(db, SignedInStaff.From(User), since).ToListAsync();
        form.Pupils = [.. leavers.Select(leaver => leaver.Id)];
        if (leavers.Select(leaver => leaver.Destination).Distinct().ToList() is [var only] && ExportCtfForm.SchoolOf(only) is not null)
        {
            form.Destination = only;
        }

        return await PageAsync(form, leavers.Count > 0 ? since : null);
    }

    /// <summary>Makes the file, or looks for further pupils.</summary>
    [HttpPost]
    public async Task<IActionResult> Make(ExportCtfForm form)
    {
        if (form.Find)
        {
            ModelState.Clear();
            return await PageAsync(form);
        }

        if (this.Check(validator, form))
        {
            try
            {
                return await handler.MakeAsync(form, SignedInStaff.From(User)) is { } file ? File(file.Content, file.ContentType, file.Name) : NotFound();
            }
            catch (DomainRuleException refused)
            {
                ModelState.AddModelError(nameof(form.Destination), refused.Message);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(form);
    }

    private async Task<IActionResult> PageAsync(ExportCtfForm form, DateOnly? tickedSince = null)
    {
        var staff = SignedInStaff.From(User);
        var leftSince = SchoolClock.Today(clock).AddYears(-1);
        var ids = form.Pupils.Take(ExportCtfForm.Validator.MostPupils).Distinct().ToList();
        var chosen = ids.Count == 0 ? [] : await CtfReads.Chosen(db, staff, ids).ToListAsync();
        var offered = await CtfReads.Offered(db, staff, form.Search, leftSince).ToListAsync();
        foreach (var pupil in chosen.Concat(offered).Where(pupil => !form.To.ContainsKey(pupil.Id)))
        {
            // What was recorded when they left is offered where it is a number and not that of all others.
            form.To[pupil.Id] = ExportCtfForm.SchoolOf(pupil.Destination) is { } known && known != ExportCtfForm.SchoolOf(form.Destination) ? $"{known.Lea}{known.Estab}" : "";
        }

        form.Choices = new CtfChoices(chosen, [.. offered.Take(CtfReads.MostOffered).Where(pupil => !ids.Contains(pupil.Id))], offered.Count > CtfReads.MostOffered, tickedSince);
        return View("ExportCtf", form);
    }
}

/// <summary>The pupils to choose from.</summary>
/// <param name="Chosen">Those who are ticked.</param>
/// <param name="Offered">Further ones to tick.</param>
/// <param name="HasMore">Whether there are more than are offered.</param>
/// <param name="TickedSince">The first last day of those who are ticked because they left lately; null where somebody chose.</param>
public sealed record CtfChoices(IReadOnlyList<CtfChoice> Chosen, IReadOnlyList<CtfChoice> Offered, bool HasMore, DateOnly? TickedSince = null);
