using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Recent;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.SuggestPupils;

/// <summary>What the search in the head of every page offers while somebody types: pupils and classes; before anything is typed, the pupils whom they opened last.</summary>
[Authorize(Policy = Policies.ListPupils)]
public sealed class SuggestPupilsController(SenSupportDbContext db, RecentlyOpened recent) : Controller
{
    private const int Most = 8, MostClasses = 2;

    /// <summary>The suggestions, as JSON.</summary>
    [HttpGet("/pupils/suggestions")]
    public async Task<IActionResult> Suggest(string search = "")
    {
        var staff = SignedInStaff.From(User);
        var words = SearchText.Fold(search.Length > 100 ? search[..100] : search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Json((search.Trim().Length > 0 ? [] : await recent.OfAsync(db, staff)).Select(Of));
        }

        var classes = (await Classes(db, staff).ToListAsync()).Where(name => SearchText.Fold(name).StartsWith(string.Join(' ', words), StringComparison.Ordinal)).Take(MostClasses)
            .Select(name => new Suggestion(name, "Class", $"/pupils?view=everyone&class={Uri.EscapeDataString(name)}")).ToList();
        var pupils = await Found(db, staff, words).Take(Most - classes.Count).ToListAsync();
        return Json(classes.Concat(pupils.Select(Of)));
    }

    /// <summary>Pupils whose names or UPN hold every word; surnames that begin with the first word come first, then other names that do.</summary>
    public static IQueryable<FoundPupil> Found(SenSupportDbContext db, SignedInStaff staff, string[] words)
    {
        var (begins, hasWord) = ($"{words[0]}%", $"% {words[0]}%");
        return db.PupilsListedFor(staff).OnRoll().WithWords(words)
            .OrderBy(pupil => EF.Functions.Like(pupil.SortName, begins) ? 0 : EF.Functions.Like(pupil.SearchText, begins) || EF.Functions.Like(pupil.SearchText, hasWord) ? 1 : 2)
            .ThenBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id)
            .AsFound(db);
    }

    /// <summary>The classes of pupils whom the person may see in a list.</summary>
    public static IQueryable<string> Classes(SenSupportDbContext db, SignedInStaff staff)
    {
        var pupils = db.PupilsListedFor(staff).OnRoll();
        return db.Classes.Where(row => pupils.Any(pupil => pupil.ClassId == row.Id)).OrderBy(row => row.Name).Select(row => row.Name);
    }

    private static Suggestion Of(FoundPupil pupil) =>
        new(pupil.ListName, pupil.Status == SenStatus.None ? pupil.Place : $"{pupil.Place}, {pupil.Status.Name()}", $"/pupils/{pupil.Id}");
}

/// <summary>Something that a search offers.</summary>
/// <param name="Name">The pupil or class.</param>
/// <param name="Detail">What tells two of a name apart.</param>
/// <param name="Href">Its page.</param>
public sealed record Suggestion(string Name, string Detail, string Href);
