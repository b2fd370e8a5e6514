using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reports;

/// <summary>The register in figures. SENCo and head see them as they are; for everyone else small counts are not shown.</summary>
[Authorize(Policy = Policies.ReadFigures)]
public sealed class ReportsController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>Figures by status, year, area and type of need.</summary>
    [HttpGet("/reports")]
    public async Task<IActionResult> Show()
    {
        var staff = SignedInStaff.From(User);
        var figures = await ReportQueries.Figures(db).ToListAsync();
        return View("Reports", ReportPage.Of(figures, isExact: staff.Has(StaffRoles.Senco | StaffRoles.Head), staff.SchoolName, SchoolClock.Today(clock)));
    }
}
