using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FormerPupils;

/// <summary>The pupils who have left.</summary>
[Authorize(Policy = Policies.ReadDetails)]
public sealed class FormerPupilsController(SenSupportDbContext db) : Controller
{
    /// <summary>The list: searched by name or UPN, sorted by name, last day or destination.</summary>
    [HttpGet("/pupils/former")]
    public async Task<IActionResult> List(string? search, string? sort, string? order, int page = 1)
    {
        var staff = SignedInStaff.From(User);
        var (words, by) = ((search ?? "").Trim(), sort is "name" or "destination" ? sort : "left");
        var descending = order is null ? by == "left" : order == "desc";
        var found = FormerPupilsPage.Find(db, staff, words, by, descending);
        var total = await found.CountAsync();
        var pages = Math.Max(1, (total + FormerPupilsPage.Size - 1) / FormerPupilsPage.Size);
        page = Math.Clamp(page, 1, pages);
        var rows = await found.Skip((page - 1) * FormerPupilsPage.Size).Take(FormerPupilsPage.Size).ToListAsync();
        return View("FormerPupils", new FormerPupilsPage(words, by, descending, page, pages, total, rows));
    }
}

/// <summary>A page of the former pupils.</summary>
public sealed record FormerPupilsPage(string Search, string Sort, bool Descending, int Page, int Pages, int Total, IReadOnlyList<FormerPupil> Rows)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>The columns that can be sorted by.</summary>
    public static IReadOnlyList<(string Key, string Text)> Columns { get; } = [("name", "Name"), ("left", "Last day"), ("destination", "Destination")];

    /// <summary>The address of the list sorted by a column; the other way round when it is sorted by it already.</summary>
    public string SortedBy(string column)
    {
        var query = new QueryBuilder();
        if (Search.Length > 0)
        {
            query.Add("search", Search);
        }

        query.Add("sort", column);
        query.Add("order", column == Sort && !Descending ? "desc" : "asc");
        return string.Create(CultureInfo.InvariantCulture, $"/pupils/former{query.ToQueryString()}");
    }

    /// <summary>The former pupils whom a person sees, in an order.</summary>
    public static IQueryable<FormerPupil> Find(SenSupportDbContext db, SignedInStaff staff, string search, string sort, bool descending)
    {
        var pupils = db.PupilsListedFor(staff).Where(pupil => pupil.LeftOn != null);
        foreach (var word in SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern) || pupil.FormerUpns.Any(row => EF.Functions.Like(row.Upn, pattern)));
        }

        var ordered = (sort, descending) switch
        {
            ("name", false) => pupils.OrderBy(pupil => pupil.SortName),
            ("name", true) => pupils.OrderByDescending(pupil => pupil.SortName),
            ("destination", false) => pupils.OrderBy(pupil => pupil.Destination == "" ? 1 : 0).ThenBy(pupil => pupil.Destination),
            ("destination", true) => pupils.OrderBy(pupil => pupil.Destination == "" ? 1 : 0).ThenByDescending(pupil => pupil.Destination),
            (_, false) => pupils.OrderBy(pupil => pupil.LeftOn),
            _ => pupils.OrderByDescending(pupil => pupil.LeftOn),
        };
        return ordered.ThenBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).Select(pupil => new FormerPupil(
            pupil.Id, pupil.Surname, pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, pupil.BirthDate, pupil.NcYear, pupil.Status, pupil.LeftOn!.Value, pupil.Destination));
    }
}

/// <summary>A pupil who has left.</summary>
public sealed record FormerPupil(Guid Id, string Surname, string FirstName, DateOnly BirthDate, string NcYear, SenStatus Status, DateOnly LeftOn, string Destination);
