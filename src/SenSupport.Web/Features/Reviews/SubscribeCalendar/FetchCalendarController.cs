using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.SubscribeCalendar;

/// <summary>What a calendar program fetches: it is not signed in and has nothing but the secret address.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Calendar)]
public sealed class FetchCalendarController(SenSupportDbContext db, CalendarFeeds feeds, TimeProvider clock) : Controller
{
    // A calendar keeps what is past for a while; what lies further back is in the records.
    private const int DaysBack = 90;

    /// <summary>The reviews of the pupils whom the person may see at this moment.</summary>
    [HttpGet("/calendar/{token}.ics")]
    public async Task<IActionResult> Fetch(string token)
    {
        if (await feeds.OpenAsync(token) is not var (staff, namesPupils))
        {
            return NotFound();
        }

        var today = SchoolClock.Today(clock);
        var reviews = await ReviewQueries.Due(db, staff, today.AddDays(-DaysBack), DateOnly.MaxValue).ToListAsync();
        var origin = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        var events = reviews.Select(review => new CalendarEvent(
            $"review-{review.CycleId}@sensupport",
            review.On!.Value,
            Words(review, namesPupils),
            $"{origin}/reviews/calendar?week={review.On:yyyy-MM-dd}"));
        return File(Encoding.UTF8.GetBytes(CalendarText.Write("SEN reviews", events, clock.GetUtcNow().UtcDateTime)), "text/calendar; charset=utf-8");
    }

    private static string Words(ReviewRow review, bool namesPupils) =>
        string.Join(", ", new[] { namesPupils ? $"Review: {review.FullName}" : "Review", review.Class ?? "" }.Where(part => part.Length > 0));
}
