using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.RollOver.PlanRollOver;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.RollOver.PlacePupils;

/// <summary>Exceptions from the roll-over's plan, pupil by pupil.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/roll-over/pupils")]
public sealed class PlacePupilsController(SenSupportDbContext db, RollOverHandler handler, IValidator<PlacePupilsForm> validator) : Controller
{
    /// <summary>The pupils of a class, or those without one.</summary>
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery(Name = "class")] Guid? classId)
    {
        var state = await RollOverReader.StateAsync(db, SignedInStaff.From(User));
        if (classId is { } id && state.Classes.All(row => row.Id != id))
        {
            return NotFound();
        }

        return View("PlacePupils", new PlacePupilsPage(state, classId, state.NameOf(classId), [.. state.Placed.Where(row => row.Pupil.ClassId == classId)]));
    }

    /// <summary>Keeps the choices in the plan.</summary>
    [HttpPost]
    public async Task<IActionResult> Keep(PlacePupilsForm form)
    {
        var staff = SignedInStaff.From(User);
        var state = await RollOverReader.StateAsync(db, staff);
        Guid[] classes = [.. state.Classes.Select(row => row.Id)];
        if (!this.Check(validator, form) || (form.Class is { } id && !classes.Contains(id)))
        {
            return NotFound();
        }

        var exceptions = state.Plan.Exceptions.ToDictionary(own => own.PupilId);
        foreach (var pupil in state.Pupils.Where(pupil => pupil.ClassId == form.Class))
        {
            if (!form.Becomes.TryGetValue($"{pupil.Id}", out var choice))
            {
                continue;
            }

            var (step, to) = PlanRollOverForm.Read(choice, classes);
            if (step is RollOverStep.ToClass or RollOverStep.NoClass or RollOverStep.Leaves or RollOverStep.KeptDown)
            {
                exceptions[pupil.Id] = new PupilMove(pupil.Id, step, to);
            }
            else
            {
                exceptions.Remove(pupil.Id);
            }
        }

        await handler.KeepAsync(staff, state, state.Plan with { Exceptions = [.. exceptions.Values] }, form.Version);
        TempData.SetNotice("Plan saved. Nobody has moved yet.");
        return Redirect("/school/roll-over#preview");
    }
}
