using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SenSupport.Web.Security;

/// <summary>How often one address may do what costs or can be guessed at.</summary>
public static class RateLimits
{
    /// <summary>Signing in: setting <c>RateLimits:SignInsAMinute</c>, 20 unless set. A whole school may share one address.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Opening a link to an account: setting <c>RateLimits:LinksAMinute</c>, 120 unless set. A whole staff room may open theirs at once; guessing one is out of reach.</summary>
    public const string Link = nameof(Link);

    /// <summary>Fetching a calendar by its secret address: setting <c>RateLimits:CalendarsAMinute</c>, 120 unless set. A whole staff room may share one address.</summary>
    public const string Calendar = nameof(Calendar);

    /// <summary>Taking out everything that a school holds: setting <c>RateLimits:SchoolExportsAMinute</c>, 2 unless set.</summary>
    public const string SchoolExport = nameof(SchoolExport);

    /// <summary>Adds the limits; the answer above one is 429.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        AddAMinute(limits, SignIn, "RateLimits:SignInsAMinute", 20);
        AddAMinute(limits, Link, "RateLimits:LinksAMinute", 120);
        AddAMinute(limits, Calendar, "RateLimits:CalendarsAMinute", 120);
        AddAMinute(limits, SchoolExport, "RateLimits:SchoolExportsAMinute", 2);
    }

    private static void AddAMinute(RateLimiterOptions limits, string policy, string setting, int unlessSet) =>
        limits.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IConfiguration>().GetValue(setting, unlessSet),
                Window = TimeSpan.FromMinutes(1),
            }));
}
