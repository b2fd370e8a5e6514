using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Changing terms and inset days: the SENCo and the office.</summary>
[Authorize(Policy = Policies.ArrangeSchool)]
[Route("school/settings/terms")]
public sealed class TermsController(SettingsHandler handler, IValidator<TermsForm> validator) : SettingsController(handler)
{
    private readonly SettingsHandler handler = handler;

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Terms", TermsForm.Of(await handler.ReadAsync(SignedInStaff.From(User))));

    /// <summary>Saves, or gives the form back with a row more or less.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="add">The kind of row to add.</param>
    /// <param name="remove">The row to remove: "term-2".</param>
    [HttpPost]
    public async Task<IActionResult> Save(TermsForm form, string? add, string? remove)
    {
        if (string.IsNullOrEmpty(add) && string.IsNullOrEmpty(remove))
        {
            return await SaveAsync("Terms", form, validator, ["terms", "insetDays"], (school, by) => school.ChangeTerms(TermFields.Read(form.Terms), form.Days(), by));
        }

        if (!form.Add(add ?? "") && !form.Remove(remove ?? ""))
        {
            return NotFound();
        }

        // Rows have moved: what was posted under their numbers is in the form.
        ModelState.Clear();
        return View("Terms", form);
    }
}
