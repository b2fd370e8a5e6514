using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.RollOver.PlanRollOver;

/// <summary>Planning the year roll-over, and applying it.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/roll-over")]
public sealed class PlanRollOverController(
    SenSupportDbContext db, RollOverHandler handler, IValidator<PlanRollOverForm> validator, IValidator<ApplyRollOverForm> applies) : Controller
{
    /// <summary>The plan with a preview of every move; nothing is changed by looking.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => Page(await RollOverReader.StateAsync(db, SignedInStaff.From(User)), null);

    /// <summary>Keeps the plan.</summary>
    [HttpPost("plan")]
    public async Task<IActionResult> Keep(PlanRollOverForm form)
    {
        var staff = SignedInStaff.From(User);
        var state = await RollOverReader.StateAsync(db, staff);
        if (!this.Check(validator, form) || !form.LastDay.TryRead(out var lastDay))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(state, form);
        }

        Guid[] ids = [.. state.Classes.Select(row => row.Id)];
        var moves = state.Plan.Classes.Select(move =>
        {
            var key = $"{move.ClassId}";
            var (step, to) = form.Becomes.TryGetValue(key, out var choice) ? PlanRollOverForm.Read(choice, ids) : (move.Step, move.ToClassId);
            return new ClassMove(move.ClassId, step, to, step == RollOverStep.ToNewClass ? form.NewName.GetValueOrDefault(key, "").Trim() : "");
        });
        await handler.KeepAsync(staff, state, state.Plan with { Classes = [.. moves], LastDay = lastDay, CloseGroups = form.CloseGroups, ClearTeachers = form.ClearTeachers }, form.Version);
        TempData.SetNotice("Plan saved. Nobody has moved yet.");
        return Redirect("/school/roll-over#preview");
    }

    /// <summary>Applies the plan as it was shown. When the school has changed since, it is shown again.</summary>
    [HttpPost("apply")]
    public async Task<IActionResult> Apply(ApplyRollOverForm form)
    {
        var staff = SignedInStaff.From(User);
        var state = await RollOverReader.StateAsync(db, staff);
        if (this.Check(applies, form) && state.Fingerprint() != form.Shown)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page(state, null, hasChanged: true);
        }

        foreach (var undecided in state.Undecided)
        {
            ModelState.AddModelError($"Becomes[{undecided.Id}]", $"Choose what becomes of {undecided.Name}, and save the plan");
        }

        if (state.Standing is { } done && !form.Again)
        {
            ModelState.AddModelError(nameof(form.Again), $"The school has moved into {state.Into} already, on {UkDate.Long(DateOnly.FromDateTime(SchoolClock.Local(done.AppliedAt)))}. Tick the box if you mean to move everyone up once more");
        }

        if (state.MovingUp + state.Leaving == 0)
        {
            ModelState.AddModelError("", "There is nobody to move");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(state, null);
        }

        var record = await handler.ApplyAsync(staff, state);
        TempData.SetNotice($"Done: {PlanRollOverPage.Counted(record.MovedUp, "pupil")} moved up, {PlanRollOverPage.Counted(record.Left, "leaver")} recorded.");
        return Redirect($"/school/roll-over/records/{record.Id}");
    }

    private ViewResult Page(RollOverState state, PlanRollOverForm? form, bool hasChanged = false)
    {
        form ??= new PlanRollOverForm
        {
            Becomes = state.Plan.Classes.ToDictionary(move => $"{move.ClassId}", move => PlanRollOverForm.Choice(move.Step, move.ToClassId)),
            NewName = state.Plan.Classes.Where(move => move.NewName.Length > 0).ToDictionary(move => $"{move.ClassId}", move => move.NewName),
            LastDay = DateParts.From(state.Plan.LastDay),
            CloseGroups = state.Plan.CloseGroups,
            ClearTeachers = state.Plan.ClearTeachers,
            Version = state.PlanVersion,
        };
        return View("PlanRollOver", new PlanRollOverPage(state, form, hasChanged));
    }
}
