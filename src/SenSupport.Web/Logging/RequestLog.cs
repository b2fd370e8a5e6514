using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using SenSupport.Web.Security;

namespace SenSupport.Web.Logging;

/// <summary>
/// One line a request: what was asked for (the route, not the address, with its ids), what came of it, how long it took, and whose it was, by ids. Names
/// may stand in addresses and query strings (a search, a mistyped path), so neither is written. The request's own id stands on the error page, too.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private const string NoRoute = "(no route)";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Runs the request and logs it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var method = context.Request.Method;
        try
        {
            await next(context);
        }
        finally
        {
            var asked = context.Features.Get<Asked>() ?? new Asked(NoRoute, "", false);
            var staff = SignedInStaff.TryFrom(context.User);
            log.Log(
                asked.IsAsset ? LogLevel.Debug : LogLevel.Information,
                "{Method:l} {Route:l}{Ids:l} {Status} {Elapsed:0.0} ms staff {Staff} school {School} request {Request:l}",
                Methods.Contains(method) ? method : "(other)",
                asked.Route,
                asked.Ids,
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                staff?.StaffId,
                staff?.SchoolId,
                context.TraceIdentifier);
        }
    }

    /// <summary>Notes what was asked for, once: an error page that is shown in its place has a route of its own.</summary>
    public static Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Asked>() is null)
        {
            var endpoint = context.GetEndpoint();
            context.Features.Set(new Asked(
                (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute,
                string.Concat(context.Request.RouteValues.Where(value => IsId(value.Value)).Select(value => $" {value.Key}={value.Value}")),
                endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null));
        }

        return next(context);
    }

    private static bool IsId(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && (Guid.TryParseExact(text, "D", out _) || (text.Length < 7 && text.All(char.IsAsciiDigit)));

    private sealed record Asked(string Route, string Ids, bool IsAsset);
}
