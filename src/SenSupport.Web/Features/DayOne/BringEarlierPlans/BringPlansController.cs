using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.BringEarlierPlans;

/// <summary>Plans from before the school used SenSupport, many files at once: sent, matched to pupils by their names, looked at, and kept.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("school/earlier-plans")]
public sealed class BringPlansController(SenSupportDbContext db, BringPlansHandler handler, IValidator<BringPlansForm> filesValidator, IValidator<PlacePlansForm> placesValidator) : Controller
{
    /// <summary>The largest request: many files.</summary>
    private const long MostRequestBytes = 100L * 1024 * 1024;

    /// <summary>The form, and what waits to be placed.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        await handler.ClearAsync();
        return await PageAsync(new BringPlansForm());
    }

    /// <summary>Takes the files; nothing is kept with a pupil yet.</summary>
    [HttpPost("")]
    [RequestSizeLimit(MostRequestBytes)]
    public async Task<IActionResult> Take(BringPlansForm form, CancellationToken cancel)
    {
        if (this.Check(filesValidator, form))
        {
            var (batch, problems) = await handler.TakeAsync(SignedInStaff.From(User), form.Files, cancel);
            if (batch is { } id)
            {
                return Redirect($"/school/earlier-plans/{id}");
            }

            foreach (var problem in problems)
            {
                ModelState.AddModelError(nameof(form.Files), problem);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(form);
    }

    /// <summary>Where each file would go.</summary>
    [HttpGet("{batchId:guid}")]
    public async Task<IActionResult> Place(Guid batchId) =>
        await handler.PageAsync(SignedInStaff.From(User), batchId) is { } page ? Preview(page, page.Begun()) : NotFound();

    /// <summary>Keeps the ticked files with their pupils.</summary>
    [HttpPost("{batchId:guid}")]
    public async Task<IActionResult> Keep(Guid batchId, PlacePlansForm form)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.PageAsync(staff, batchId) is not { } page || form.Rows.Keys.Any(id => !page.Files.Any(file => file.Id == id)))
        {
            return NotFound();
        }

        this.Check(placesValidator, form);
        foreach (var (id, row) in form.Rows.Where(row => row.Value.Keep && row.Value.Pupil.Trim().Length > 0 && page.Pupils.Named(row.Value.Pupil) is null))
        {
            ModelState.AddModelError($"Rows[{id}].Pupil", $"No pupil is called “{row.Pupil.Trim()}”: choose one from the list, or enter the UPN");
        }

        if (!form.Rows.Values.Any(row => row.Keep))
        {
            ModelState.AddModelError("", "Tick at least one file, or discard them all");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Preview(page, form);
        }

        var (plans, pupils) = await handler.KeepAsync(staff, page, form);
        TempData.SetNotice($"{plans} {(plans == 1 ? "plan" : "plans")} of {pupils} {(pupils == 1 ? "pupil" : "pupils")} kept. They stand on each pupil’s page of cycles.");
        return Redirect("/school/earlier-plans");
    }

    /// <summary>Deletes the files.</summary>
    [HttpPost("{batchId:guid}/discard")]
    public async Task<IActionResult> Discard(Guid batchId)
    {
        if (!await handler.DiscardAsync(SignedInStaff.From(User), batchId))
        {
            return NotFound();
        }

        TempData.SetNotice("The files are deleted. Nothing was kept.");
        return Redirect("/school/earlier-plans");
    }

    private async Task<ViewResult> PageAsync(BringPlansForm form)
    {
        ViewData["Waiting"] = await StagedPlans.Waiting(db, SignedInStaff.From(User)).ToListAsync();
        return View("BringPlans", form);
    }

    private ViewResult Preview(PlacePlansPage page, PlacePlansForm form)
    {
        // A file that the form does not name was added to the page by nobody: it begins as it would.
        var begun = page.Begun();
        foreach (var file in page.Files.Where(file => !form.Rows.ContainsKey(file.Id)))
        {
            form.Rows[file.Id] = begun.Rows[file.Id];
        }

        ViewData["Page"] = page;
        return View("PlacePlans", form);
    }
}
