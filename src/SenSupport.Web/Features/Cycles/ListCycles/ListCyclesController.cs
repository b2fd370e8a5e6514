using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Earlier;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.ListCycles;

/// <summary>Every cycle that a pupil has had.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles")]
public sealed class ListCyclesController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil)
        {
            return NotFound();
        }

        ViewData.SetPupil(pupil.On(today));
        var (cycles, earlier) = (await CycleRow.Of(db, pupilId).ToListAsync(), await EarlierPlanRow.Of(db, pupilId).ToListAsync());
        return View("ListCycles", new ListCyclesPage(cycles, staff.MayWrite(pupil.ResponsibleTeacherId), today, earlier, await CycleNumbers.NextAsync(db, pupilId)));
    }
}
