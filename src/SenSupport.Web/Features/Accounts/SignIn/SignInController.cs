using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.SignIn;

/// <summary>Signing in with e-mail address and password.</summary>
[AllowAnonymous]
[Route("account/sign-in")]
public sealed class SignInController(PasswordSignIn passwords, IValidator<SignInForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public IActionResult Show(string returnUrl = "") =>
        SignedInStaff.TryFrom(User) is { } staff ? Redirect(staff.HomePath) : View("SignIn", new SignInForm { ReturnUrl = returnUrl });

    /// <summary>Signs in, and goes to the page that was wanted or where the person's day starts.</summary>
    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (this.Check(validator, form))
        {
            if (await passwords.CheckAsync(form.Email, form.Password) is { } person)
            {
                await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, person);
                return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : SignedInStaff.From(person).HomePath);
            }

            ModelState.AddModelError(nameof(form.Email), PasswordSignIn.Refusal);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("SignIn", form);
    }
}
