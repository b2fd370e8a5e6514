using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>What the pages that change a part of the settings share: check, save, and say what happened.</summary>
public abstract class SettingsController(SettingsHandler handler) : Controller
{
    /// <summary>Saves a part from its form.</summary>
    /// <param name="view">The part's page.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="validator">Checks it.</param>
    /// <param name="paths">The fields of the part.</param>
    /// <param name="change">Changes them.</param>
    protected async Task<IActionResult> SaveAsync<TForm>(string view, TForm form, IValidator<TForm> validator, IReadOnlyCollection<string> paths, Action<School, Acting> change)
        where TForm : SettingsForm
    {
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(view, form);
        }

        return Answer(view, form, await handler.SaveAsync(SignedInStaff.From(User), form.Version, paths, change));
    }

    /// <summary>Answers as the save ended.</summary>
    protected IActionResult Answer<TForm>(string view, TForm form, SettingsOutcome outcome)
        where TForm : SettingsForm
    {
        if (!outcome.IsKnown)
        {
            return NotFound();
        }

        if (outcome.Conflict is { } conflict)
        {
            // The page that asks is made from what is saved now: saving it again is a choice, and goes through.
            form.Version = outcome.Version;
            ViewData["Conflict"] = conflict;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(view, form);
        }

        TempData.SetNotice("Settings saved.");
        return Redirect("/school/settings");
    }
}
