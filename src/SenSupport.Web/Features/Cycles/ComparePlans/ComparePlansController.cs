using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.ComparePlans;

/// <summary>Every shared version with who and when, and what two of them say differently.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/versions")]
public sealed class ComparePlansController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The list. Without numbers the two latest are compared.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number, int? from, int? to)
    {
        var staff = SignedInStaff.From(User);
        if (await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil || await SharedVersions.Find(db, pupilId, number).FirstOrDefaultAsync() is not { } versions)
        {
            return NotFound();
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        var page = new ComparePlansPage(pupil, versions, staff.IsSenco);
        var standing = page.Readable.Where(row => !row.IsWithdrawn).Select(row => row.Number).ToList();
        if (from is null && to is null && standing.Count > 1)
        {
            (from, to) = (standing[^2], standing[^1]);
        }

        if (from is null && to is null)
        {
            return View("ComparePlans", page);
        }

        if (!page.Readable.Any(row => row.Number == from) || !page.Readable.Any(row => row.Number == to))
        {
            return NotFound();
        }

        var (one, other) = (Math.Min(from!.Value, to!.Value), Math.Max(from.Value, to.Value));
        var kept = await SharedVersions.Kept(db, pupilId, number, one, other).ToListAsync();
        return View("ComparePlans", page with { From = one, To = other, Differences = Read(kept, one) is { } earlier && Read(kept, other) is { } later ? PlanDifferences.Of(earlier, later) : null });
    }

    private static SupportPlan? Read(List<KeptPlan> kept, int number)
    {
        try
        {
            return SupportPlan.Thaw(kept.Find(plan => plan.Number == number)!.Frozen);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
