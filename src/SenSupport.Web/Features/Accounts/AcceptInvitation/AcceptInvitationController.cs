using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.AcceptInvitation;

/// <summary>Accepting an invitation by its link.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Link)]
[Route("account/invitation/{token}")]
public sealed class AcceptInvitationController(AcceptInvitationHandler handler, IValidator<AcceptInvitationForm> validator, IValidator<ChosenPassword> chosen) : Controller
{
    /// <summary>The page. Opening it uses nothing up: mail programs look at links before people do.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string token) => await handler.FindAsync(token) is { } invited ? Page(invited, new AcceptInvitationForm()) : this.LinkIsNoGood();

    /// <summary>Accepts, and signs in.</summary>
    [HttpPost]
    public async Task<IActionResult> Accept(string token, AcceptInvitationForm form)
    {
        if (await handler.FindAsync(token) is not { } invited)
        {
            return this.LinkIsNoGood();
        }

        if (this.Check(validator, form) && (invited.Account is not null || this.Check(chosen, new ChosenPassword(form.Password))))
        {
            var accepted = await handler.AcceptAsync(invited, form.Password);
            if (accepted.Person is { } person)
            {
                await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, person);
                return LocalRedirect(SignedInStaff.From(person).HomePath);
            }

            if (accepted.Problem is null)
            {
                return this.LinkIsNoGood();
            }

            ModelState.AddModelError(nameof(form.Password), accepted.Problem);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(invited, form);
    }

    private ViewResult Page(Invited invited, AcceptInvitationForm form)
    {
        ViewData["Invited"] = invited;
        return View("AcceptInvitation", form);
    }
}
