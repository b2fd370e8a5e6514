using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Recent;

/// <summary>Notes each page of a pupil that somebody opens. The page has its header only where they may see the pupil.</summary>
public sealed class NotesOpenedPupils(RecentlyOpened recent) : IResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is ViewResult view
            && view.ViewData["Pupil"] is PupilHeader pupil
            && HttpMethods.IsGet(context.HttpContext.Request.Method)
            && SignedInStaff.TryFrom(context.HttpContext.User) is { } staff)
        {
            recent.Note(staff, pupil.Id);
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
