using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SenSupport.Web.Security;

/// <summary>How often one address may do what costs or can be guessed at.</summary>
public static class RateLimits
{
    /// <summary>Signing in: setting <c>RateLimits:SignInsAMinute</c>, 20 unless set. A whole school may share one address.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Adds the limits; the answer above one is 429.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("RateLimits:SignInsAMinute", 20),
                Window = TimeSpan.FromMinutes(1),
            }));
    }
}
