using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.Session;

/// <summary>For a page that is open while its session lapses: whether it has, and signing in again without leaving the page.</summary>
[AllowAnonymous]
[SkipStatusCodePages]
public sealed class SessionController(PasswordSignIn passwords, LapsedSession lapsed, IAntiforgery antiforgery) : Controller
{
    /// <summary>200 when the person is signed in, otherwise 401.</summary>
    [HttpGet("account/session")]
    public IActionResult State() => SignedInStaff.TryFrom(User) is null ? Unauthorized() : Ok();

    /// <summary>Signs in again. The page's own token belongs to the session that ended, so the browser's word on where the request comes from takes its place.</summary>
    /// <param name="email">E-mail address.</param>
    /// <param name="password">Password.</param>
    /// <param name="staff">Whose page it is.</param>
    [HttpPost("account/sign-in-again")]
    [IgnoreAntiforgeryToken]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignInAgain(string email = "", string password = "", Guid? staff = null)
    {
        if (!Request.IsFromOurPage() || !Request.IsFromScript())
        {
            return BadRequest(new { error = "Sign in on the sign-in page." });
        }

        if (await passwords.CheckAsync(email, password) is not { } person)
        {
            return BadRequest(new { error = PasswordSignIn.Refusal });
        }

        // What was typed on this page must not be saved in another person's name.
        if ((staff ?? lapsed.StaffId) is { } owner && owner != SignedInStaff.From(person).StaffId)
        {
            return Conflict(new { error = "This page was opened by somebody else. Sign in as the person who opened it, or leave the page." });
        }

        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, person);
        HttpContext.User = person;
        return Ok(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
    }
}
