using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Email;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.CannotSignIn;

/// <summary>Help for somebody who cannot sign in: a link to another password by e-mail, or whom to ask for one.</summary>
[AllowAnonymous]
[Route("account/cannot-sign-in")]
public sealed class CannotSignInController(IEmailSender email, PasswordResetPost resets, SiteAddress site, IValidator<CannotSignInForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public IActionResult Show() => View(email.CanSend ? "CannotSignIn" : "AskSomebody", new CannotSignInForm());

    /// <summary>Answers the same, and as quickly, whoever it is: the looking up comes afterwards.</summary>
    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public IActionResult Ask(CannotSignInForm form)
    {
        if (!email.CanSend)
        {
            return View("AskSomebody", form);
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("CannotSignIn", form);
        }

        resets.Ask(form.Email.Trim(), site.Of(Request));
        return View("LinkSent", form);
    }
}
