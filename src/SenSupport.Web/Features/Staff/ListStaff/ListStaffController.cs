using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ListStaff;

/// <summary>Who works at the school, what they may do, and whether they sign in.</summary>
[Authorize(Policy = Policies.SeeStaff)]
public sealed class ListStaffController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/staff")]
    public async Task<IActionResult> List([FromQuery] StaffAddress asked)
    {
        var filter = StaffFilter.Read(asked);
        var counts = await ListStaffPage.CountsOf(db).FirstOrDefaultAsync() ?? new StaffCounts();
        var total = await ListStaffPage.Found(db, filter).CountAsync();
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + StaffFilter.Size - 1) / StaffFilter.Size)) };
        var rows = total == 0 ? [] : await ListStaffPage.RowsOf(db, filter).Skip((filter.Page - 1) * StaffFilter.Size).Take(StaffFilter.Size).ToListAsync();
        var classes = (await ListStaffPage.ClassesOf(db, [.. rows.Select(row => row.Id)]).ToListAsync()).ToLookup(taught => taught.StaffId, taught => taught.Name);
        rows = [.. rows.Select(row => row with { Classes = [.. classes[row.Id]] })];
        return View("ListStaff", new ListStaffPage(filter, counts, total, rows, SignedInStaff.From(User), clock.GetUtcNow().UtcDateTime));
    }
}
