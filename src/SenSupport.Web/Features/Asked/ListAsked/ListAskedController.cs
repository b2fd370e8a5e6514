using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.ListAsked;

/// <summary>The short assessments that a person is asked for.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("asked")]
public sealed class ListAskedController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    private const int PageSize = 50;

    /// <summary>What waits for an answer, what is due first; then what was answered.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1)
    {
        var staff = SignedInStaff.From(User);
        var total = await Mine(db, staff).CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await Mine(db, staff).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View("ListAsked", new ListAskedPage(rows, page, pages, staff, SchoolClock.Today(clock)));
    }

    /// <summary>What the person is asked for, and answered; not what was taken back.</summary>
    public static IQueryable<RequestRow> Mine(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return RequestRow.Of(db, staff).Where(row => row.AskedId == staffId && row.WithdrawnOn == null)
            .OrderBy(row => row.AnsweredOn != null).ThenBy(row => row.AnsweredOn == null ? row.DueOn : DateOnly.MaxValue).ThenByDescending(row => row.AnsweredOn).ThenBy(row => row.SortName).ThenBy(row => row.Id);
    }
}

/// <summary>The page.</summary>
/// <param name="Rows">The requests of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ListAskedPage(IReadOnlyList<RequestRow> Rows, int Page, int Pages, SignedInStaff Staff, DateOnly Today);
