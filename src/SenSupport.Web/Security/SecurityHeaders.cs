using Microsoft.AspNetCore.StaticAssets;

namespace SenSupport.Web.Security;

/// <summary>What every answer tells the browser: nothing but our own scripts and styles, no frames, no guessing, and no page kept on the disk.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurity =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    // A file to save is not a page of ours: whatever is in it, nothing of it runs.
    private const string FileSecurity = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Adds the headers when an answer starts, so that an error page has them too.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ? FileSecurity : ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
