using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.ViewCycle;

/// <summary>One cycle as four task lists.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}")]
public sealed class ViewCycleController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil
            || await CycleProgress.Find(db, pupilId, number).FirstOrDefaultAsync() is not { } parts)
        {
            return NotFound();
        }

        var row = await CycleSiblings.Of(db, pupilId).ToListAsync();
        ViewData.SetPupil(pupil.On(today));
        return View("ViewCycle", new ViewCyclePage(pupil, parts, row, parts.Head.IsOpen ? 0 : await CycleNumbers.NextAsync(db, pupilId), staff, today));
    }
}
