using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Changing who and where the school is: the SENCo and the office.</summary>
[Authorize(Policy = Policies.ArrangeSchool)]
[Route("school/settings/details")]
public sealed class DetailsController(SettingsHandler handler, IValidator<DetailsForm> validator) : SettingsController(handler)
{
    private static readonly string[] Paths =
        ["name", "localAuthorityNumber", "establishmentNumber", "localAuthorityName", "phase", "lowestYear", "highestYear", "headName", "address", "telephone", "website"];

    private readonly SettingsHandler handler = handler;

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var school = await handler.ReadAsync(SignedInStaff.From(User));
        return View("Details", new DetailsForm { Version = school.Version, School = SchoolFields.Of(school.Details()) });
    }

    /// <summary>Saves.</summary>
    [HttpPost]
    public Task<IActionResult> Save(DetailsForm form) => SaveAsync("Details", form, validator, Paths, (school, by) => school.ChangeDetails(form.School.Details(), by));
}
