using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>Starts a pupil's next cycle. Where there is something to choose, it is asked first.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("pupils/{pupilId:guid}/cycles")]
public sealed class StartCycleController(StartCycleHandler handler, IValidator<StartCycleForm> validator) : Controller
{
    /// <summary>Asks for the type of plan, and whether targets that were stopped early come over.</summary>
    [HttpGet("start")]
    public async Task<IActionResult> Show(Guid pupilId)
    {
        if (await handler.PageAsync(SignedInStaff.From(User), pupilId) is not { } page)
        {
            return NotFound();
        }

        return page.Last is { IsOpen: true } open
            ? Redirect($"/pupils/{pupilId}/cycles/{open.Number}")
            : Page(page, new StartCycleForm { PlanType = page.Types[0].Key, Stopped = [.. page.Stopped.Where(target => target.ComesOver).Select(target => target.Id)] });
    }

    /// <summary>Starts it, and goes to its page.</summary>
    [HttpPost]
    public async Task<IActionResult> Start(Guid pupilId, StartCycleForm form)
    {
        var staff = SignedInStaff.From(User);
        if (!this.Check(validator, form) || await handler.PageAsync(staff, pupilId) is not { } page)
        {
            return NotFound();
        }

        if (!form.IsChosen && page is { HasChoice: true, Last: not { IsOpen: true } })
        {
            return Redirect($"/pupils/{pupilId}/cycles/start");
        }

        if (form.PlanType.Length > 0 && !page.Types.Any(type => type.Key == form.PlanType))
        {
            ModelState.AddModelError(nameof(form.PlanType), "That type of plan is no longer offered. Choose another one");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(page, form);
        }

        var number = await handler.StartAsync(staff, page, form);
        TempData.SetNotice($"Cycle {number} has begun. Assess comes first.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }

    private ViewResult Page(StartCyclePage page, StartCycleForm form)
    {
        ViewData.SetPupil(page.Pupil);
        ViewData["Page"] = page;
        return View("StartCycle", form);
    }
}
