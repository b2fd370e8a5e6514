using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SenSupport.Web.Security;

/// <summary>The session that a request's cookie belonged to, also when it ended: who it was, never that they still may.</summary>
public sealed class LapsedSession(IHttpContextAccessor http, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>The person in their school; null when there is no readable cookie.</summary>
    public Guid? StaffId
    {
        get
        {
            var cookie = cookies.Get(IdentityConstants.ApplicationScheme);
            return cookie.CookieManager.GetRequestCookie(http.HttpContext!, cookie.Cookie.Name!) is { } value
                && cookie.TicketDataFormat.Unprotect(value) is { } ticket
                ? SignedInStaff.TryFrom(ticket.Principal)?.StaffId
                : null;
        }
    }
}
