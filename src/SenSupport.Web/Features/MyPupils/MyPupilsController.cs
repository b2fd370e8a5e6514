using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.MyPupils;

/// <summary>The pupils a person works with: what helps each of them, and how it goes, on a phone in the classroom.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("my-pupils")]
public sealed class MyPupilsController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    /// <param name="classId">Only pupils of this class.</param>
    /// <param name="target">The target that its pupil's card shows instead of the first.</param>
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery(Name = "class")] Guid? classId, Guid? target)
    {
        var staff = SignedInStaff.From(User);
        var pupils = await MyPupilsReads.MyPupils.ToListAsync(db, staff);
        var ids = pupils.ConvertAll(pupil => pupil.Id);
        var cycles = await MyPupilsReads.Cycles.ToListAsync(db, ids);
        return View("MyPupils", new MyPupilsPage(pupils, cycles, classId, target, staff, SchoolClock.Today(clock), await WaitingReads.Own(db, staff).ToListAsync()));
    }
}
