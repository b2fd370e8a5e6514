using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Changing where parents find advice, and the Local Offer.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/settings/advice")]
public sealed class AdviceController(SettingsHandler handler, IValidator<AdviceForm> validator) : SettingsController(handler)
{
    private static readonly string[] Paths = ["sendiassName", "sendiassPhone", "sendiassEmail", "sendiassWebsite", "localOfferAddress"];

    private readonly SettingsHandler handler = handler;

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var school = await handler.ReadAsync(SignedInStaff.From(User));
        return View("Advice", new AdviceForm { Version = school.Version, Support = SupportFields.Of(school.Support()) });
    }

    /// <summary>Saves.</summary>
    [HttpPost]
    public Task<IActionResult> Save(AdviceForm form) => SaveAsync("Advice", form, validator, Paths, (school, by) => school.ChangeSupport(form.Support.Support(), by));
}
