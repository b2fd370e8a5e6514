using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Changing how the school runs the graduated approach.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/settings/reviews")]
public sealed class RhythmController(SettingsHandler handler, IValidator<RhythmForm> validator) : SettingsController(handler)
{
    private readonly SettingsHandler handler = handler;

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Rhythm", RhythmForm.Of(await handler.ReadAsync(SignedInStaff.From(User))));

    /// <summary>Saves.</summary>
    [HttpPost]
    public Task<IActionResult> Save(RhythmForm form) =>
        SaveAsync("Rhythm", form, validator, ["reviewWeeks", "monitoringWeeks", "requiredStrands"], (school, by) => school.ChangeRhythm(form.Rhythm(), by));
}
