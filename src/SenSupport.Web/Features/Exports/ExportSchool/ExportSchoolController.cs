using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>Everything that the school holds, as one zip: a school can always leave.</summary>
[Authorize(Policy = Policies.ExportSchool)]
public sealed class ExportSchoolController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>Says what the file holds and how to keep it, before it is made.</summary>
    [HttpGet("/exports/school")]
    public async Task<IActionResult> Ask() => View("ExportSchool", new SchoolSize(
        await db.Pupils.OnRoll().CountAsync(),
        await db.Pupils.CountAsync(pupil => pupil.LeftOn != null),
        await db.Cycles.CountAsync(),
        await SchoolReads.PlanVersions(db).CountAsync(),
        await SchoolReads.Documents(db).CountAsync(),
        await db.Events.CountAsync()));

    /// <summary>The zip, sent while it is made.</summary>
    [HttpGet("/exports/school.zip")]
    [EnableRateLimiting(RateLimits.SchoolExport)]
    public async Task Download()
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        var fileName = Shared.Exports.Download.Name("sensupport-whole-school", today, "zip");
        db.AddExport(staff, clock, "Everything of the school", fileName, "", await db.Pupils.CountAsync());
        await db.SaveChangesAsync();
        Response.BeginFile(fileName, "application/zip");
        // An entry of a zip ends with a few bytes that are written at once: the pipe takes them, the body itself would refuse.
        await using var body = Response.BodyWriter.AsStream(leaveOpen: true);
        await SchoolZip.WriteAsync(body, db, staff.SchoolName, today, HttpContext.RequestAborted);
    }
}

/// <summary>How much the school's records hold.</summary>
/// <param name="Pupils">On roll.</param>
/// <param name="Former">Pupils who left.</param>
/// <param name="Cycles">Support cycles.</param>
/// <param name="Plans">Shared versions of plans.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Events">Lines of history.</param>
public sealed record SchoolSize(int Pupils, int Former, int Cycles, int Plans, int Documents, int Events);
