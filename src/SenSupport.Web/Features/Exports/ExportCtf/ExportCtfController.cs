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
    public Task<IActionResult> Show([FromQuery] ExportCtfForm form)
    {
        ModelState.Clear();
        return PageAsync(form);
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
                return await handler.MakeAsync(form, SignedInStaff.From(User)) is { } file ? File(file.Content, "application/xml", file.Name) : NotFound();
            }
            catch (DomainRuleException refused)
            {
                ModelState.AddModelError(nameof(form.Destination), refused.Message);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(form);
    }

    private async Task<IActionResult> PageAsync(ExportCtfForm form)
    {
        var staff = SignedInStaff.From(User);
        var leftSince = SchoolClock.Today(clock).AddYears(-1);
        var ids = form.Pupils.Take(ExportCtfForm.Validator.MostPupils).Distinct().ToList();
        var chosen = ids.Count == 0 ? [] : await CtfReads.Chosen(db, staff, ids).ToListAsync();
        var offered = await CtfReads.Offered(db, staff, form.Search, leftSince).ToListAsync();
        form.Choices = new CtfChoices(chosen, [.. offered.Take(CtfReads.MostOffered).Where(pupil => !ids.Contains(pupil.Id))], offered.Count > CtfReads.MostOffered);
        return View("ExportCtf", form);
    }
}

/// <summary>The pupils to choose from.</summary>
/// <param name="Chosen">Those who are ticked.</param>
/// <param name="Offered">Further ones to tick.</param>
/// <param name="HasMore">Whether there are more than are offered.</param>
public sealed record CtfChoices(IReadOnlyList<CtfChoice> Chosen, IReadOnlyList<CtfChoice> Offered, bool HasMore);
