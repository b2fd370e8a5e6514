using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Checks on each request that the account's stamp is still the one in the cookie, and sets the school of the request.</summary>
public sealed class SignInCookieEvents(SecurityStamps stamps, SenSupportDbContext db, SchoolScope scope, IOptions<IdentityOptions> options) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        if (SignedInStaff.TryFrom(user) is { } staff
            && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId)
            && await stamps.OfAsync(accountId, db) is { } stamp
            && stamp == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType))
        {
            scope.SchoolId = staff.SchoolId;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <inheritdoc/>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        // What a person may not see is not there.
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
