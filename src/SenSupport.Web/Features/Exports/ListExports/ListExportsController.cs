using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ListExports;

/// <summary>What can be taken out, and what was.</summary>
[Authorize(Policy = Policies.Export)]
public sealed class ListExportsController(SenSupportDbContext db) : Controller
{
    /// <summary>The exports of a school, latest first; all of the list's pages.</summary>
    public static IQueryable<PastExport> Past(SenSupportDbContext db, Guid schoolId) =>
        db.Events.AsNoTracking().Where(row => row.SchoolId == schoolId && row.Kind == RecordEventKind.DataExported && row.PupilId == null)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Select(row => new PastExport(row.At, row.StaffName, row.Summary, row.Changes));

    /// <summary>The page.</summary>
    /// <param name="page">Of the list of what was taken out, from 1.</param>
    [HttpGet("/exports")]
    public async Task<IActionResult> List(int page = 1)
    {
        if (page is < 1 or > 100_000)
        {
            return NotFound();
        }

        var staff = SignedInStaff.From(User);
        var past = Past(db, staff.SchoolId);
        var total = await past.CountAsync();
        var rows = total == 0 ? [] : await past.Skip((page - 1) * ListExportsPage.PageSize).Take(ListExportsPage.PageSize).ToListAsync();
        return View("ListExports", new ListExportsPage(staff, rows, total, page));
    }
}
