namespace SenSupport.Web.Security;

/// <summary>Whether a request was made by a page of ours, for the few posts that cannot carry the token of their form.</summary>
public static class SameOrigin
{
    /// <summary>True when the browser says so. A request that says nothing about where it comes from is not believed.</summary>
    public static bool IsFromOurPage(this HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin";
        }

        return request.Headers.Origin.Count == 1 && IsOurs(request, request.Headers.Origin[0]);
    }

    /// <summary>The path and query of the page that a request came from, when it was one of ours; null otherwise.</summary>
    public static string? PageItCameFrom(this HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && IsOurs(request, referer.GetLeftPart(UriPartial.Authority)) ? referer.PathAndQuery : null;

    /// <summary>Whether a script of ours asks, which can do nothing with a redirect to another page.</summary>
    public static bool IsFromScript(this HttpRequest request) => request.Headers.XRequestedWith == "XMLHttpRequest";

    private static bool IsOurs(HttpRequest request, string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme == request.Scheme && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
