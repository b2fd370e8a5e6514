using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.ResetPassword;

/// <summary>Choosing another password by a link.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Link)]
[Route("account/new-password/{token}")]
public sealed class ResetPasswordController(ResetPasswordHandler handler, IValidator<ResetPasswordForm> validator) : Controller
{
    /// <summary>The page. Opening it uses nothing up: mail programs look at links before people do.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string token) =>
        await handler.FindAsync(token) is null ? this.LinkIsNoGood() : View("ResetPassword", new ResetPasswordForm());

    /// <summary>Sets the password; then the person signs in with it.</summary>
    [HttpPost]
    public async Task<IActionResult> Reset(string token, ResetPasswordForm form)
    {
        if (await handler.FindAsync(token) is not { } account)
        {
            return this.LinkIsNoGood();
        }

        if (this.Check(validator, form))
        {
            var reset = await handler.ResetAsync(token, account, form.NewPassword);
            if (reset is null)
            {
                return this.LinkIsNoGood();
            }

            if (reset.Succeeded)
            {
                TempData.SetNotice("Your new password is set. Sign in with it. Wherever you were signed in, you are signed out.");
                return LocalRedirect("/account/sign-in");
            }

            ModelState.AddProblems(nameof(form.NewPassword), reset);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("ResetPassword", form);
    }
}
