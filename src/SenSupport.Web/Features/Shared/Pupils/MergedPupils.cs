using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Pupils;

/// <summary>Leads from the pages of a record that was merged to the one that is kept, for those who may see it; everybody else gets the 404 that they would get anyway.</summary>
public sealed class MergedPupils(SenSupportDbContext db) : IAsyncAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is StatusCodeResult { StatusCode: StatusCodes.Status404NotFound }
            && HttpMethods.IsGet(context.HttpContext.Request.Method)
            && Guid.TryParse($"{context.RouteData.Values["pupilId"]}", out var pupilId)
            && SignedInStaff.TryFrom(context.HttpContext.User) is { } staff
            && await KeptAsync(pupilId) is { } keptId
            && await db.PupilsListedFor(staff).AnyAsync(pupil => pupil.Id == keptId))
        {
            context.Result = new RedirectResult($"/pupils/{keptId}");
        }

        await next();
    }

    private async Task<Guid?> KeptAsync(Guid pupilId)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(pupilId) && await db.PupilMerges.AsNoTracking().Where(merge => merge.MergedId == pupilId && merge.UndoneAt == null).Select(merge => (Guid?)merge.KeptId).FirstOrDefaultAsync() is { } keptId)
        {
            pupilId = keptId;
        }

        return seen.Count > 1 ? pupilId : null;
    }
}
