using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace SenSupport.Web.Security;

/// <summary>Pages take forms of a size that a person can type; all else is refused before a page sees it.</summary>
public static class PostedForms
{
    /// <summary>Answers 413 to a body that is too long, 415 to one that is not a form, and 400 to a form that cannot be read.</summary>
    public static void UsePostedFormsOnly(this WebApplication app, long mostBytes) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is null || IsErrorPage(context) || await ProblemAsync(context, context.GetEndpoint()!.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? mostBytes, mostBytes) is not { } status)
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = status;
        }
    });

    // Where files are taken the page says how large they may be. Such a request is read for those who are signed in only, and into a temporary file.
    private static async Task<int?> ProblemAsync(HttpContext context, long mostBytes, long mostTyped)
    {
        var request = context.Request;
        if (request.ContentLength > mostBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!HttpMethods.IsPost(request.Method) || !HasBody(request))
        {
            return null;
        }

        if (!request.HasFormContentType)
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (mostBytes > mostTyped)
        {
            if (!(await context.AuthenticateAsync()).Succeeded)
            {
                return null;
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = mostBytes;
            }
        }

        try
        {
            // Read once; whoever asks for the form later gets this one.
            await request.ReadFormAsync();
            return null;
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    // The page that says why runs as part of the refused request, with its method and its body.
    private static bool IsErrorPage(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.ContentType is not null || request.Headers.TransferEncoding.Count > 0;
}
