using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Turns a change that the rules refuse, or that met a colleague's at the same moment, into a page with status 409 that says why and keeps what was typed.</summary>
public sealed class RefusedChanges(IModelMetadataProvider metadata) : IExceptionFilter
{
    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        var reason = context.Exception switch
        {
            DomainRuleException rule => rule.Message,
            DbUpdateConcurrencyException => "Someone else saved this record at the same moment. Open the page again, and your change will go in",
            var problem when SameMoment.IsSameRow(problem) =>
                "Someone else did the same at the same moment. Open the page again to see what is saved",
            _ => null,
        };
        if (reason is null)
        {
            return;
        }

        context.Result = new ViewResult
        {
            ViewName = "/Features/Shared/Saving/ChangeRefused.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<ChangeRefusedPage>(metadata, context.ModelState) { Model = new ChangeRefusedPage(reason, Back(context), Typed(context)) },
        };
        context.ExceptionHandled = true;
    }

    // The page that the change was made on: forms post to it, or to a step below it.
    private static string Back(ExceptionContext context) =>
        context.RouteData.Values is { } route && route["pupilId"] is { } pupil
            ? route["number"] is { } number ? $"/pupils/{pupil}/cycles/{number}" : $"/pupils/{pupil}"
            : context.RouteData.Values["concernId"] is { } concern ? $"/concerns/{concern}"
            : context.RouteData.Values["requestId"] is { } request ? $"/asked/{request}"
            : context.RouteData.Values["staffId"] is { } person ? $"/staff/{person}"
            : context.RouteData.Values["groupId"] is { } group ? $"/school/groups/{group}"
            : context.HttpContext.Request.Path.Value!.Split('/') is [_, "banks", var bank, ..] ? $"/banks/{bank}"
            : context.HttpContext.Request.Path.StartsWithSegments("/pupils/bulk") ? "/pupils/bulk/acts"
            : context.HttpContext.Request.Path.StartsWithSegments("/school/duplicates") ? "/school/duplicates"
            : context.HttpContext.Request.Path.StartsWithSegments("/school/roll-over") ? "/school/roll-over" : "/";

    private static List<string> Typed(ExceptionContext context) => context.HttpContext.Request.HasFormContentType
        ? [.. context.HttpContext.Request.Form
            .Where(field => !field.Key.StartsWith('_') && !Guid.TryParse(field.Value, out _))
            .SelectMany(field => field.Value)
            .OfType<string>()
            .Where(value => value.Contains(' '))
            .Distinct()]
        : [];
}

/// <summary>Why a change was refused, and what was typed.</summary>
/// <param name="Reason">In the words of the rule.</param>
/// <param name="Back">The page to go back to.</param>
/// <param name="Typed">The texts that were posted, to copy.</param>
public sealed record ChangeRefusedPage(string Reason, string Back, IReadOnlyList<string> Typed);
