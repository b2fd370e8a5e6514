using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.SetUp;

/// <summary>Setting up the school, in an empty database only and with the code that the server wrote to its log.</summary>
[AllowAnonymous]
[WithoutSchool]
[Route(SetUpGate.Address)]
public sealed class SetUpController(SetUpHandler handler, SetUpCode code, KnownPages pages, TimeProvider clock, IValidator<SetUpForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public IActionResult Show() => handler.IsDone ? NotFound() : View("SetUp", SetUpForm.Begin(SchoolClock.Today(clock)));

    /// <summary>Sets the school up, signs the SENCo in, and goes to what they bring in first.</summary>
    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SetUp(SetUpForm form)
    {
        if (handler.IsDone)
        {
            return NotFound();
        }

        // Nothing of the form is looked at, and no password weighed, for someone who has no code.
        if (!code.Is(form.Code))
        {
            ModelState.AddModelError(nameof(form.Code), "Enter the code that SenSupport wrote to its log when it was last started");
        }
        else if (this.Check(validator, form))
        {
            if (await handler.SetUpAsync(form) is not { } senco)
            {
                return NotFound();
            }

            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, senco);
            TempData.SetNotice($"{form.School.Name.Trim()} is set up, and you are signed in. Keep your password safe: nobody else knows it.");
            return LocalRedirect(SetUpForm.Firsts.Any(first => first.Value == form.First) && pages.Has(form.First) ? form.First : "/");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("SetUp", form);
    }
}
