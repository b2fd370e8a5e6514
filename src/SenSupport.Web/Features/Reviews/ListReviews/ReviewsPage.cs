using SenSupport.Domain.Duties;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.ListReviews;

/// <summary>What the list of reviews shows.</summary>
/// <param name="Filter">What is asked, as far as it exists.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Counts">Reviews by class and responsible teacher.</param>
/// <param name="Lately">How many were closed lately.</param>
/// <param name="Days">The days between the states.</param>
/// <param name="Total">How many the filter finds.</param>
/// <param name="Rows">The rows of this page.</param>
/// <param name="School">What says when annual reviews are due; null where no row has one.</param>
public sealed record ReviewsPage(ReviewsFilter Filter, SignedInStaff Staff, IReadOnlyList<ReviewCount> Counts, int Lately, ReviewDays Days, int Total, IReadOnlyList<ReviewRow> Rows, DutySchool? School)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => (Total + Filter.Size - 1) / Filter.Size;

    /// <summary>The place of the first row, from 1.</summary>
    public int First => ((Filter.Page - 1) * Filter.Size) + 1;

    /// <summary>The states, each with its words.</summary>
    public static IReadOnlyList<(ReviewState State, string Text, string? Css)> States { get; } =
    [
        (ReviewState.All, "All", null),
        (ReviewState.Overdue, "Overdue", "sen-views__late"),
        (ReviewState.Soon, "Due in 14 days", "sen-views__soon"),
        (ReviewState.ThisTerm, "Later this term", null),
        (ReviewState.Later, "After this term", null),
        (ReviewState.NoDate, "No date", null),
        (ReviewState.Lately, "Reviewed lately", null),
    ];

    /// <summary>The columns, each with its words.</summary>
    public IReadOnlyList<(ReviewColumn Column, string Text)> Columns =>
    [
        (ReviewColumn.Name, "Pupil"),
        (ReviewColumn.Class, "Class"),
        (ReviewColumn.Review, Filter.State == ReviewState.Lately ? "Reviewed on" : "Review date"),
        (ReviewColumn.Stage, "Stage, cycle"),
        (ReviewColumn.Teacher, "Responsible teacher"),
        (ReviewColumn.Views, "Views collected"),
    ];

    /// <summary>The title of the window.</summary>
    public string Title => string.Join(", ", new[]
    {
        "Reviews",
        Filter.State == ReviewState.All ? "" : States.First(state => state.State == Filter.State).Text.ToLowerInvariant(),
        string.Join(", ", Tags.Select(tag => tag.Text)),
        Filter.Page == 1 ? "" : $"page {Filter.Page} of {Pages}",
    }.Where(part => part.Length > 0));

    /// <summary>The order in words.</summary>
    public string Order => Columns.First(column => column.Column == Filter.Sort).Text.ToLowerInvariant();

    /// <summary>The classes to choose from.</summary>
    public IEnumerable<string> Classes => Counts.Select(count => count.Class).OfType<string>().Distinct();

    /// <summary>The responsible teachers to choose from, by name.</summary>
    public IEnumerable<(Guid Id, string Name)> Teachers =>
        Counts.Where(count => count is { TeacherId: not null, Teacher: not null }).Select(count => (count.TeacherId!.Value, count.Teacher!)).Distinct().OrderBy(teacher => teacher.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The filters in use, each with the address without it.</summary>
    public IEnumerable<(string Text, string Address)> Tags
    {
        get
        {
            var first = Filter with { Page = 1 };
            if (Filter.Search.Length > 0)
            {
                yield return ($"Name: {Filter.Search}", (first with { Search = "" }).Address());
            }

            if (Filter.Class.Length > 0)
            {
                yield return ($"Class: {Filter.Class}", (first with { Class = "" }).Address());
            }

            if (Filter.Teacher is { } teacher)
            {
                yield return ($"Responsible: {Teachers.First(known => known.Id == teacher).Name}", (first with { Teacher = null }).Address());
            }
        }
    }

    /// <summary>How many reviews are in a state, whatever else is filtered.</summary>
    public int CountOf(ReviewState state) => state == ReviewState.Lately ? Lately : Counts.Sum(count => state switch
    {
        ReviewState.Overdue => count.Overdue,
        ReviewState.Soon => count.Soon,
        ReviewState.ThisTerm => count.ThisTerm,
        ReviewState.Later => count.Later,
        ReviewState.NoDate => count.NoDate,
        _ => count.Overdue + count.Soon + count.ThisTerm + count.Later + count.NoDate,
    });
}
