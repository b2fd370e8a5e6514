using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.ListConcerns;

/// <summary>The concerns of the school, to decide on.</summary>
/// <param name="Filter">What was asked.</param>
/// <param name="Counts">How many concerns are in each state.</param>
/// <param name="Total">How many the filter finds on all pages.</param>
/// <param name="Rows">Those of this page.</param>
/// <param name="Classes">Classes to narrow by.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ListConcernsPage(
    ConcernFilter Filter, IReadOnlyDictionary<ConcernState, int> Counts, int Total, IReadOnlyList<ConcernRow> Rows, IReadOnlyList<FoundClass> Classes, DateOnly Today)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + ConcernFilter.Size - 1) / ConcernFilter.Size);

    /// <summary>The place of the first row, from 1.</summary>
    public int First => ((Filter.Page - 1) * ConcernFilter.Size) + 1;

    /// <summary>The views with their names and counts.</summary>
    public IEnumerable<(ConcernView View, string Text, int Count)> Views =>
        new[] { (ConcernView.Open, "Open"), (ConcernView.LookInto, "Being looked into"), (ConcernView.Monitor, "Monitored"), (ConcernView.Closed, "Closed"), (ConcernView.All, "All") }
            .Select(view => (view.Item1, view.Item2, (Filter with { View = view.Item1 }).States.Sum(state => Counts.GetValueOrDefault(state))));

    /// <summary>The title of the window.</summary>
    public string Title => string.Join(", ", new[]
    {
        "Concerns",
        Filter.View == ConcernView.Open ? "" : Views.First(view => view.View == Filter.View).Text.ToLowerInvariant(),
        Filter.Source?.Name() ?? "",
        Classes.FirstOrDefault(row => row.Id == Filter.ClassId)?.Name ?? "",
        Filter.Search,
        Filter.Page == 1 ? "" : $"page {Filter.Page} of {Pages}",
    }.Where(part => part.Length > 0));

    /// <summary>How many concerns are in each state.</summary>
    public static IQueryable<ConcernCount> CountsOf(SenSupportDbContext db, SignedInStaff staff) =>
        db.ConcernsReadBy(staff).GroupBy(concern => concern.State).Select(rows => new ConcernCount { State = rows.Key, Count = rows.Count() });

    /// <summary>The concerns that a filter finds, in its order; all of its pages.</summary>
    public static IQueryable<ConcernRow> RowsOf(SenSupportDbContext db, SignedInStaff staff, ConcernFilter filter)
    {
        var (states, source, classId) = (filter.States, filter.Source, filter.ClassId);
        var pupils = db.PupilsReadBy(staff);
        foreach (var word in filter.Words)
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern));
        }

        if (filter.Search.Length > 0 && filter.Words.Count == 0)
        {
            pupils = pupils.Where(pupil => false);
        }

        var found =
            from concern in db.ConcernsReadBy(staff)
            join pupil in pupils on concern.PupilId equals pupil.Id
            where states.Contains(concern.State) && (source == null || concern.Source == source) && (classId == null || pupil.ClassId == classId)
            select new { concern, pupil };
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (ConcernColumn.Pupil, false) => found.OrderBy(row => row.pupil.SortName),
            (ConcernColumn.Pupil, true) => found.OrderByDescending(row => row.pupil.SortName),
            (ConcernColumn.Due, false) => found.OrderBy(row => row.concern.DueOn == null ? 1 : 0).ThenBy(row => row.concern.DueOn),
            (ConcernColumn.Due, true) => found.OrderByDescending(row => row.concern.DueOn),
            (_, true) => found.OrderByDescending(row => row.concern.RaisedOn),
            _ => found.OrderBy(row => row.concern.RaisedOn),
        };
        return sorted.ThenBy(row => row.concern.RaisedOn).ThenBy(row => row.concern.Id).Select(row => new ConcernRow
        {
            Id = row.concern.Id,
            PupilId = row.pupil.Id,
            Surname = row.pupil.Surname,
            FirstName = row.pupil.KnownAs == "" ? row.pupil.Forename : row.pupil.KnownAs,
            Class = db.Classes.Where(named => named.Id == row.pupil.ClassId).Select(named => named.Name).FirstOrDefault(),
            Source = row.concern.Source,
            SaidBy = row.concern.SaidBy,
            RecordedBy = row.concern.RecordedBy,
            RecordedById = row.concern.RecordedById,
            RaisedOn = row.concern.RaisedOn,
            Seen = row.concern.Seen.Substring(0, 200),
            State = row.concern.State,
            DecidedBy = row.concern.DecidedBy,
            DecidedOn = row.concern.DecidedOn,
            AssignedId = row.concern.AssignedId,
            Assigned = db.Staff.Where(person => person.Id == row.concern.AssignedId).Select(person => person.Name).FirstOrDefault(),
            DueOn = row.concern.DueOn,
            HasFindings = row.concern.Findings != "",
        });
    }
}

/// <summary>How many concerns are in a state.</summary>
public sealed record ConcernCount
{
    /// <summary>The state.</summary>
    public ConcernState State { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; }
}
