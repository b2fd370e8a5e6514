using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Duties;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.ListReviews;

/// <summary>The reviews of the pupils whom a person may see: late, to come, without a date, and done lately.</summary>
[Authorize(Policy = Policies.ReadRecords)]
public sealed class ListReviewsController(SenSupportDbContext db, IMemoryCache cache, TimeProvider clock) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/reviews")]
    public async Task<IActionResult> List([FromQuery] ReviewsAddress asked)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));

        // In a holiday, the term that comes.
        var days = ReviewDays.From(today, (await cache.TermsOfAsync(staff.SchoolId, db)).FirstOrDefault(term => term.Ends >= today)?.Ends);
        var counts = await ReviewQueries.Counts(db, staff, days).ToListAsync();
        var lately = await ReviewQueries.ClosedLately(db, staff, days).CountAsync();
        var filter = ReviewsFilter.Read(asked, [.. counts.Select(count => count.Class).OfType<string>()], [.. counts.Select(count => count.TeacherId).OfType<Guid>()]);
        var page = new ReviewsPage(filter, staff, counts, lately, days, 0, [], null);
        var total = filter.IsNarrowed ? await ReviewQueries.Found(db, staff, filter, days).CountAsync() : page.CountOf(filter.State);
        filter = filter with { Page = Math.Clamp(filter.Page, 1, total > 0 ? ((total - 1) / filter.Size) + 1 : 1) };
        var rows = total == 0 ? [] : await ReviewQueries.Rows(db, staff, filter, days).Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync();
        var school = rows.Exists(row => row.HasEhcPlan) && await SchoolTerms.Of(db, staff.SchoolId).FirstOrDefaultAsync() is { } own ? DutySchool.Of(own) : null;
        return View("ListReviews", page with { Filter = filter, Total = total, Rows = rows, School = school });
    }
}
