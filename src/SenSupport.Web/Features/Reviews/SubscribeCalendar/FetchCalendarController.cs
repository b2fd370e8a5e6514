using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.SubscribeCalendar;

/// <summary>What a calendar program fetches: it is not signed in and has nothing but the secret address.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Calendar)]
public sealed class FetchCalendarController(SenSupportDbContext db, CalendarFeeds feeds, TimeProvider clock) : Controller
{
    // A calendar keeps what is past for a while; what lies further back is in the records.
    private const int DaysBack = 90;

    /// <summary>The reviews, and annual reviews of EHC plans, of the pupils whom the person may see at this moment.</summary>
    [HttpGet("/calendar/{token}.ics")]
    public async Task<IActionResult> Fetch(string token)
    {
        if (await feeds.OpenAsync(token) is not var (staff, namesPupils))
        {
            return NotFound();
        }

        var today = SchoolClock.Today(clock);
        var reviews = await ReviewQueries.Due(db, staff, today.AddDays(-DaysBack), DateOnly.MaxValue).ToListAsync();
        var school = await SchoolTerms.Of(db, staff.SchoolId).FirstOrDefaultAsync();
        var annual = await ReviewQueries.AnnualAsync(db, staff, school, today.AddDays(-DaysBack), DateOnly.MaxValue, today);
        var origin = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        var events = reviews.Select(review => Event($"review-{review.CycleId}", "Review", review)).Concat(annual.Select(row => Event(AnnualUid(token, row), "Annual review", row)));
        return File(Encoding.UTF8.GetBytes(CalendarText.Write("SEN reviews", events, clock.GetUtcNow().UtcDateTime)), "text/calendar; charset=utf-8");

        CalendarEvent Event(string key, string what, ReviewRow row) => new($"{key}@sensupport", row.On!.Value, Words(what, row, namesPupils), $"{origin}/reviews/calendar?week={row.On:yyyy-MM-dd}");
    }

    // Of the pupil's key it would be the same in everybody's calendar: two who compare theirs could tell whom they share.
    private static string AnnualUid(string token, ReviewRow row) => $"annual-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token} {row.PupilId}"))[..16])}";

    private static string Words(string what, ReviewRow review, bool namesPupils) =>
        string.Join(", ", new[] { namesPupils ? $"{what}: {review.FullName}" : what, review.Class ?? "" }.Where(part => part.Length > 0));
}
