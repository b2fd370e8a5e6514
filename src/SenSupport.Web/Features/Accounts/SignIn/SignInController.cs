using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.SignIn;

/// <summary>Signing in with e-mail address and password.</summary>
[AllowAnonymous]
[Route("account/sign-in")]
public sealed class SignInController(PasswordSignIn passwords, KeptForms kept, IValidator<SignInForm> validator) : Controller
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
                var staff = SignedInStaff.From(person);
                var page = form.Kept.Length > 0 ? await kept.StoreAsync(staff, form.Kept) : form.ReturnUrl;
                return LocalRedirect(Url.IsLocalUrl(page) ? page : staff.HomePath);
            }

            ModelState.AddModelError(nameof(form.Email), PasswordSignIn.Refusal);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("SignIn", form);
    }

    /// <summary>The same page after a form was posted whose session had lapsed: it carries what was typed until the person has signed in.</summary>
    [HttpPost("/account/signed-out")]
    [IgnoreAntiforgeryToken]
    public IActionResult SignedOut([FromQuery] string page = "")
    {
        if (!Request.IsFromOurPage() || !DraftPage.TryRead(page, out var draftPage))
        {
            return BadRequest();
        }

        ModelState.Clear();
        return View("SignIn", new SignInForm { ReturnUrl = draftPage.Path, Kept = kept.Protect(draftPage, Request.Form) });
    }
}
