using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Drafts;

namespace SenSupport.Web.Security;

/// <summary>Checks on each request that the account's stamp is still the one in the cookie, and sets the school of the request.</summary>
public sealed class SignInCookieEvents(SecurityStamps stamps, SenSupportDbContext db, SchoolScope scope, IOptions<IdentityOptions> options, TimeProvider clock) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        if (SignedInStaff.TryFrom(user) is { } staff
            && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId)
            && await stamps.OfAsync(accountId, staff.SchoolId, db) is { Stamp: { } stamp } known
            && stamp == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType))
        {
            scope.SchoolId = staff.SchoolId;
            if (known.SchoolName is { } name && name != staff.SchoolName)
            {
                context.ReplacePrincipal((staff with { SchoolName = name }).In(user));
                context.ShouldRenew = true;
            }

            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Notes when the person last signed in: one command at a sign-in, none at other requests.</summary>
    public override async Task SignedIn(CookieSignedInContext context)
    {
        if (SignedInStaff.TryFrom(context.Principal!) is { } staff)
        {
            DateTime? now = clock.GetUtcNow().UtcDateTime;
            await db.Staff.IgnoreQueryFilters().Where(known => known.Id == staff.StaffId).ExecuteUpdateAsync(set => set.SetProperty(known => known.LastSignInAt, now));
        }
    }

    /// <inheritdoc/>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.IsFromScript())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return base.RedirectToLogin(context);
        }

        // A form whose session lapsed while it was filled in. 307 has the browser post what was typed once more, to the page that keeps it.
        if (request.HasFormContentType && request.IsFromOurPage() && DraftPage.TryRead(request.Path, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"/account/signed-out{QueryString.Create("page", page.Path)}";
            return Task.CompletedTask;
        }

        context.Response.Redirect($"/account/sign-in{QueryString.Create("returnUrl", request.PageItCameFrom() ?? "/")}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        // What a person may not see is not there.
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
