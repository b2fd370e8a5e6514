using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SenSupport.Web.Features.Accounts.SignOut;

/// <summary>Signing out.</summary>
[AllowAnonymous]
public sealed class SignOutController : Controller
{
    /// <summary>Ends this session and shows the sign-in page.</summary>
    [HttpPost("account/sign-out")]
    public async Task<IActionResult> End()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/account/sign-in");
    }
}
