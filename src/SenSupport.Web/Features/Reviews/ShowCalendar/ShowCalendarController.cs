using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.ShowCalendar;

/// <summary>The reviews to come, by day.</summary>
[Authorize(Policy = Policies.ReadRecords)]
public sealed class ShowCalendarController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>A month, or a week.</summary>
    /// <param name="month">A month as "2026-11".</param>
    /// <param name="week">Any day of a week as "2026-11-23".</param>
    [HttpGet("/reviews/calendar")]
    public async Task<IActionResult> Show(string? month, string? week)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        var span = CalendarSpan.Read(month, week, today);
        var school = await SchoolTerms.Of(db, staff.SchoolId).FirstOrDefaultAsync();
        var reviews = await ReviewQueries.Due(db, staff, span.From, span.To).ToListAsync();
        var annual = await ReviewQueries.AnnualAsync(db, staff, school, span.From, span.To, today);
        return View("ShowCalendar", new CalendarPage(span, [.. reviews, .. annual], school?.Calendar() ?? new SchoolCalendar([], []), today, staff));
    }
}
