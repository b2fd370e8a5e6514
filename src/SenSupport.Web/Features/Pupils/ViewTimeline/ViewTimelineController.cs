using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewTimeline;

/// <summary>Everything that was done to a pupil's record.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/timeline")]
public sealed class ViewTimelineController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>A page of it, all or of one kind.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, string? kind, int page = 1)
    {
        if (page is < 1 or > 10_000 || await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), pupilId) is not { } pupil)
        {
            return NotFound();
        }

        var rows = await TimelineReads.Events(db, SignedInStaff.From(User), pupilId, kind, page).ToListAsync();
        var paths = rows.SelectMany(row => row.Changes).Select(change => change.Path).ToList();
        var listed = paths.Exists(path => path.Contains('/')) ? await TimelineReads.Rows(db, pupilId).ToListAsync() : [];
        var names = paths.Exists(path => path is "responsibleTeacherId" or "assignedId" or "supporter" or "classId") ? await TimelineReads.Names(db).ToListAsync() : [];
        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        return View("ViewTimeline", new ViewTimelinePage(pupilId, TimelineFilter.Find(kind), page, rows, listed, names));
    }
}
