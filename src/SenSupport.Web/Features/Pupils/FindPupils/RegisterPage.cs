using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>What the register shows.</summary>
/// <param name="Filter">What is asked, as far as it exists.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Counts">Pupils by year and class.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="HasTerm">Whether the end of the term is known.</param>
public sealed record RegisterPage(RegisterFilter Filter, SignedInStaff Staff, IReadOnlyList<RegisterCount> Counts, DateOnly Today, bool HasTerm)
{
    /// <summary>How many pupils the filter finds.</summary>
    public int Total { get; init; }

    /// <summary>For how many pupils anything is outstanding.</summary>
    public int OutstandingCount { get; init; }

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<RegisterRow> Rows { get; init; } = [];

    /// <summary>When nobody is found: pupils whom the search alone finds, one more than is named.</summary>
    public IReadOnlyList<RegisterRow> Elsewhere { get; init; } = [];

    /// <summary>The pupil to open at once; null to show the list.</summary>
    public Guid? Only { get; init; }

    /// <summary>Whether stages, reviews and what is outstanding are shown: the office sees codes only.</summary>
    public bool SeesProgress => Staff.ReadsRecords;

    /// <summary>The heading.</summary>
    public string Heading => Staff.SeesWholeSchool ? "SEN register" : "Pupils";

    /// <summary>The title of the window: it tells two of these lists apart in the history and when read out.</summary>
    public string Title => string.Join(", ", new[]
    {
        Heading,
        Filter.View == RegisterView.All ? "" : Views.Where(view => view.View == Filter.View).Select(view => view.Text.ToLowerInvariant()).FirstOrDefault() ?? "",
        string.Join(", ", Tags.Select(tag => tag.Text)),
        Filter is { Sort: RegisterColumn.Name, Descending: false } ? "" : Filter.Descending ? $"by {Order}, from the end" : $"by {Order}",
        Filter.Size == RegisterFilter.Sizes[0] ? "" : $"{Filter.Size} a page",
        Filter.Page == 1 ? "" : $"page {Filter.Page} of {Pages}",
    }.Where(part => part.Length > 0));

    /// <summary>The view and the filters in words: "on the register, Class: 4W".</summary>
    public string FilterInWords => string.Join(", ", new[] { Views.First(view => view.View == Filter.View).Text.ToLowerInvariant() }.Concat(Tags.Select(tag => tag.Text)));

    /// <summary>How many pages there are.</summary>
    public int Pages => (Total + Filter.Size - 1) / Filter.Size;

    /// <summary>The place of the first row, from 1.</summary>
    public int First => ((Filter.Page - 1) * Filter.Size) + 1;

    /// <summary>The totals under the heading.</summary>
    public string Totals =>
        $"{CountOf(RegisterView.OnRegister)} on the register: {Counts.Sum(count => count.SenSupport)} SEN Support, {Plural(Counts.Sum(count => count.EhcPlan), "EHC plan")}. {CountOf(RegisterView.Monitoring)} monitored, kept apart.";

    /// <summary>The views that the person sees.</summary>
    public IEnumerable<(RegisterView View, string Text, string? Css)> Views =>
        from view in new (RegisterView View, string Text, string? Css)[]
        {
            (RegisterView.All, "All", null),
            (RegisterView.OnRegister, "On the register", null),
            (RegisterView.ReviewOverdue, "Review overdue", "sen-views__late"),
            (RegisterView.ReviewSoon, "Review in 14 days", "sen-views__soon"),
            (RegisterView.Outstanding, "Outstanding", null),
            (RegisterView.NoReviewDate, "No review date", null),
            (RegisterView.Monitoring, "Monitoring", null),
            (RegisterView.Everyone, "Every pupil", null),
        }
        where SeesProgress || view.View is RegisterView.All or RegisterView.OnRegister or RegisterView.Monitoring or RegisterView.Everyone
        select view;

    /// <summary>The columns that the person sees.</summary>
    public IEnumerable<(RegisterColumn Column, string Text)> Columns =>
        from column in new (RegisterColumn Column, string Text)[]
        {
            (RegisterColumn.Name, "Pupil"),
            (RegisterColumn.Class, "Class"),
            (RegisterColumn.Status, "Status"),
            (RegisterColumn.Need, "Primary need"),
            (RegisterColumn.Stage, "Stage, cycle"),
            (RegisterColumn.Review, "Next review"),
            (RegisterColumn.Outstanding, "Outstanding"),
        }
        where SeesProgress || column.Column < RegisterColumn.Stage
        select column;

    /// <summary>The order in words.</summary>
    public string Order => Filter.Sort switch
    {
        RegisterColumn.Name => "surname",
        RegisterColumn.Class => "class",
        RegisterColumn.Status => "status",
        RegisterColumn.Need => "primary need",
        RegisterColumn.Stage => "stage",
        RegisterColumn.Review => "next review",
        _ => "what is outstanding",
    };

    /// <summary>The lists to choose from, after the search.</summary>
    public IEnumerable<FilterSelect> Selects
    {
        get
        {
            yield return new("year", "Year", "All", [.. Counts.Select(count => count.Year).Distinct().Select(year => (year, year))], Filter.Year);
            yield return new("class", "Class", "All", [.. Counts.Select(count => count.Class).OfType<string>().Distinct().Select(name => (name, name))], Filter.Class);
            yield return FilterSelect.Of("area", "Area of need", "All", Enum.GetValues<AreaOfNeed>(), AreasOfNeed.Name, Filter.Area);
            yield return new(
                "need", "Type of need", "All", [.. NeedType.All.Where(type => type.IsValidOn(Today) || type.Code == Filter.Need).Select(type => (type.Code, $"{type.Code} – {type.Name}"))], Filter.Need);
            yield return FilterSelect.Of("status", "Status", "All", [SenStatus.SenSupport, SenStatus.EhcPlan, SenStatus.Monitoring, SenStatus.None], SenStatuses.Name, Filter.Status);
            if (SeesProgress)
            {
                yield return FilterSelect.Of("stage", "Stage", "All", [CycleStage.Assess, CycleStage.Plan, CycleStage.Do, CycleStage.Review], stage => stage.ToString(), Filter.Stage);
                yield return FilterSelect.Of("review", "Review", "Any time", Enum.GetValues<ReviewWhen>().Where(when => HasTerm || when != ReviewWhen.ThisTerm), NameOf, Filter.Review);
            }
        }
    }

    /// <summary>The filters in use, each with the address without it.</summary>
    public IEnumerable<(string Text, string Address)> Tags
    {
        get
        {
            var first = Filter with { Page = 1 };
            (bool Used, string Text, RegisterFilter Without)[] tags =
            [
                (Filter.Search.Length > 0, $"Name or UPN: {Filter.Search}", first with { Search = "" }),
                (Filter.Year.Length > 0, Filter.Year.Length > 0 ? NcYear.Parse(Filter.Year).Name : "", first with { Year = "" }),
                (Filter.Class.Length > 0, $"Class: {Filter.Class}", first with { Class = "" }),
                (Filter.Area is not null, $"Area: {Filter.Area?.Name()}", first with { Area = null }),
                (Filter.Need.Length > 0, $"Need: {Filter.Need}", first with { Need = "" }),
                (Filter.Status is not null, $"Status: {Filter.Status?.Name()}", first with { Status = null }),
                (Filter.Stage is not null, $"Stage: {Filter.Stage}", first with { Stage = null }),
                (Filter.Review is not null, Filter.Review is { } when ? $"Review: {char.ToLowerInvariant(NameOf(when)[0])}{NameOf(when)[1..]}" : "", first with { Review = null }),
            ];
            return tags.Where(tag => tag.Used).Select(tag => (tag.Text, tag.Without.Address()));
        }
    }

    /// <summary>How many pupils a view holds, whatever else is filtered.</summary>
    public int CountOf(RegisterView view) => view == RegisterView.Outstanding ? OutstandingCount : Counts.Sum(count => view switch
    {
        RegisterView.OnRegister => count.SenSupport + count.EhcPlan,
        RegisterView.ReviewOverdue => count.ReviewOverdue,
        RegisterView.ReviewSoon => count.ReviewSoon,
        RegisterView.NoReviewDate => count.NoReviewDate,
        RegisterView.Monitoring => count.Monitoring,
        RegisterView.Everyone => count.Everyone,
        _ => count.All,
    });

    private static string NameOf(ReviewWhen when) => when switch
    {
        ReviewWhen.Overdue => "Overdue",
        ReviewWhen.Soon => "Due in 14 days",
        ReviewWhen.ThisTerm => "Due this term",
        _ => "No date",
    };

    private static string Plural(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}

/// <summary>A list of the filter to choose one from.</summary>
/// <param name="Name">The name in the address, and the field's id.</param>
/// <param name="Label">The label.</param>
/// <param name="Any">The words for no choice.</param>
/// <param name="Choices">Each choice as it stands in the address and in words.</param>
/// <param name="Chosen">The one that is chosen; empty for none.</param>
public sealed record FilterSelect(string Name, string Label, string Any, IReadOnlyList<(string Value, string Text)> Choices, string Chosen)
{
    internal static FilterSelect Of<T>(string name, string label, string any, IEnumerable<T> choices, Func<T, string> text, T? chosen)
        where T : struct, Enum =>
        new(name, label, any, [.. choices.Select(choice => (Slug.Of(choice), text(choice)))], chosen is { } one ? Slug.Of(one) : "");
}
