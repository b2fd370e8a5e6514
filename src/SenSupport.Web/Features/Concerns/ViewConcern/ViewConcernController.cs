using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.ViewConcern;

/// <summary>A concern: what was seen, the school's view beside it, and what became of it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns/{concernId:guid}")]
public sealed class ViewConcernController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The page. Whoever recorded the concern has seen its outcome then.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid concernId)
    {
        var staff = SignedInStaff.From(User);
        if (await ConcernPage.ReadAsync(db, staff, concernId, SchoolClock.Today(clock)) is not { } page)
        {
            return NotFound();
        }

        if (page.Concern.HasNews && page.Concern.RecordedById == staff.StaffId)
        {
            // Beside the history, like the time of a sign-in: nothing of the concern changes by it.
            await db.Concerns.Where(row => row.Id == concernId).ExecuteUpdateAsync(set => set.SetProperty(row => row.HasNews, false));
        }

        ViewData.SetPupil(page.Pupil.On(page.Today));
        return View("ViewConcern", page);
    }
}
