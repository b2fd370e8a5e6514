using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Progress;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewImpact;

/// <summary>What was done for a pupil across all cycles, and whether it helped.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/impact")]
public sealed class ViewImpactController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="measure">The subject or test in the chart.</param>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, string? measure)
    {
        if (await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), pupilId) is not { } pupil)
        {
            return NotFound();
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        var (cycles, facts) = (await ImpactCycle.Of(db, pupilId).ToListAsync(), await ImpactFact.Of(db, pupilId).ToListAsync());
        return View("ViewImpact", new ImpactPage(cycles, facts, await Measured.ReadAsync(db, pupilId), measure));
    }
}
