using Microsoft.AspNetCore.Diagnostics;

namespace SenSupport.Web.Security;

/// <summary>Pages take forms of a size that a person can type; all else is refused before it is read.</summary>
public static class PostedForms
{
    /// <summary>Answers 413 to a body that is too long and 415 to one that is not a form.</summary>
    public static void UsePostedFormsOnly(this WebApplication app, long mostBytes) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (context.GetEndpoint() is null || IsErrorPage(context))
        {
            return next(context);
        }

        if (request.ContentLength > mostBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        else if (HttpMethods.IsPost(request.Method) && !request.HasFormContentType && HasBody(request))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else
        {
            return next(context);
        }

        return Task.CompletedTask;
    });

    // The page that says why runs as part of the refused request, with its method and its body.
    private static bool IsErrorPage(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.ContentType is not null || request.Headers.TransferEncoding.Count > 0;
}
