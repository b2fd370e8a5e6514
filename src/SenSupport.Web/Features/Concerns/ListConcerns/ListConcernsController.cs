using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.ListConcerns;

/// <summary>Concerns to be decided on, the oldest first, for those who see the whole school. Others have their own list.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns")]
public sealed class ListConcernsController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] ConcernAddress asked)
    {
        var staff = SignedInStaff.From(User);
        if (!staff.SeesWholeSchool)
        {
            return Redirect("/concerns/mine");
        }

        var filter = ConcernFilter.Read(asked);
        var counts = await ListConcernsPage.CountsOf(db, staff).ToDictionaryAsync(row => row.State, row => row.Count);
        var found = ListConcernsPage.RowsOf(db, staff, filter);
        var total = filter.IsNarrowed ? await found.CountAsync() : filter.States.Sum(state => counts.GetValueOrDefault(state));
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + ConcernFilter.Size - 1) / ConcernFilter.Size)) };
        var rows = total == 0 ? [] : await ListConcernsPage.RowsOf(db, staff, filter).Skip((filter.Page - 1) * ConcernFilter.Size).Take(ConcernFilter.Size).ToListAsync();
        return View("ListConcerns", new ListConcernsPage(filter, counts, total, rows, await PupilSearch.Classes(db, staff).ToListAsync(), SchoolClock.Today(clock)));
    }
}
