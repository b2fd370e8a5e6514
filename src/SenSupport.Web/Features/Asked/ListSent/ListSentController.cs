using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.ListSent;

/// <summary>Which requests are listed.</summary>
public enum SentView
{
    /// <summary>Those that wait for an answer.</summary>
    Waiting,

    /// <summary>Those of them whose day has passed.</summary>
    Late,

    /// <summary>Those that were answered.</summary>
    Answered,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>Who was asked for a short assessment, and who has answered: those of the person's own asking; for those who see the whole school, everybody's.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("asked/sent")]
public sealed class ListSentController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(string view = "", string search = "", int page = 1)
    {
        var staff = SignedInStaff.From(User);
        var today = SchoolClock.Today(clock);
        var chosen = Enum.TryParse<SentView>(view, true, out var asked) && Enum.IsDefined(asked) ? asked : SentView.Waiting;
        var words = search.Trim() is { Length: > 100 } text ? text[..100] : search.Trim();
        var counts = await Counts(db, staff, today).FirstOrDefaultAsync() ?? new SentCounts();
        var total = await Found(db, staff, chosen, words, today).CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await Found(db, staff, chosen, words, today).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View("ListSent", new ListSentPage(chosen, words, counts, rows, page, pages, staff, today));
    }

    /// <summary>Requests that the person follows up.</summary>
    public static IQueryable<RequestRow> Followed(SenSupportDbContext db, SignedInStaff staff)
    {
        var (staffId, all) = (staff.StaffId, staff.SeesWholeSchool);
        return RequestRow.Of(db, staff).Where(row => row.WithdrawnOn == null && (all || db.AssessmentRequests.Any(request => request.Id == row.Id && request.AskedById == staffId)));
    }

    /// <summary>How many each view holds; no row when there are none at all.</summary>
    public static IQueryable<SentCounts> Counts(SenSupportDbContext db, SignedInStaff staff, DateOnly today) =>
        Followed(db, staff).GroupBy(_ => 1).Select(rows => new SentCounts
        {
            Waiting = rows.Sum(row => row.AnsweredOn == null ? 1 : 0),
            Late = rows.Sum(row => row.AnsweredOn == null && row.DueOn < today ? 1 : 0),
            Answered = rows.Sum(row => row.AnsweredOn != null ? 1 : 0),
        });

    /// <summary>The requests that a filter finds: those due first at the top, and of those that were answered the latest.</summary>
    public static IQueryable<RequestRow> Found(SenSupportDbContext db, SignedInStaff staff, SentView view, string search, DateOnly today)
    {
        var rows = Followed(db, staff);
        rows = view switch
        {
            SentView.Waiting => rows.Where(row => row.AnsweredOn == null),
            SentView.Late => rows.Where(row => row.AnsweredOn == null && row.DueOn < today),
            SentView.Answered => rows.Where(row => row.AnsweredOn != null),
            _ => rows,
        };
        foreach (var word in SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            rows = rows.Where(row => EF.Functions.Like(row.PupilSearch, pattern) || EF.Functions.Like(row.StaffSearch, pattern));
        }

        return rows.OrderBy(row => row.AnsweredOn != null).ThenByDescending(row => row.AnsweredOn).ThenBy(row => row.DueOn).ThenBy(row => row.SortName).ThenBy(row => row.Id);
    }
}

/// <summary>How many requests each view holds.</summary>
public sealed record SentCounts
{
    public int Waiting { get; init; }

    public int Late { get; init; }

    public int Answered { get; init; }
}

/// <summary>The page.</summary>
/// <param name="View">Which requests.</param>
/// <param name="Search">Names to look for.</param>
/// <param name="Counts">How many each view holds.</param>
/// <param name="Rows">Those of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ListSentPage(SentView View, string Search, SentCounts Counts, IReadOnlyList<RequestRow> Rows, int Page, int Pages, SignedInStaff Staff, DateOnly Today)
{
    /// <summary>Whether the person asks colleagues: the head reads only.</summary>
    public bool MayAsk => Staff.Has(StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Teacher);

    /// <summary>The views with their names and counts.</summary>
    public IEnumerable<(SentView View, string Text, int Count)> Views =>
        [(SentView.Waiting, "Not answered", Counts.Waiting), (SentView.Late, "Late", Counts.Late), (SentView.Answered, "Answered", Counts.Answered), (SentView.All, "All", Counts.Waiting + Counts.Answered)];

    /// <summary>The address of a view with the search.</summary>
    public string Address(SentView view) => $"/asked/sent?view={view.ToString().ToLowerInvariant()}{(Search.Length > 0 ? $"&search={Uri.EscapeDataString(Search)}" : "")}";
}
