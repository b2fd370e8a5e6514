using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>The views of the register: each is a saved filter with a count.</summary>
public enum RegisterView
{
    /// <summary>Everyone who is on the register, monitored, or in an open support cycle.</summary>
    All,

    /// <summary>Codes K and E.</summary>
    OnRegister,

    /// <summary>The review date of the open cycle has passed (CoP 6.53).</summary>
    ReviewOverdue,

    /// <summary>The review is today or in the next 14 days.</summary>
    ReviewSoon,

    /// <summary>Something that the Code asks for is outstanding.</summary>
    Outstanding,

    /// <summary>On the register or in an open cycle, without a review date.</summary>
    NoReviewDate,

    /// <summary>Monitored.</summary>
    Monitoring,

    /// <summary>Every pupil whom the person may see, without SEN too.</summary>
    Everyone,
}

/// <summary>When the next review is.</summary>
public enum ReviewWhen
{
    /// <summary>Its date has passed.</summary>
    Overdue,

    /// <summary>Today or in the next 14 days.</summary>
    Soon,

    /// <summary>From today to the end of the term.</summary>
    ThisTerm,

    /// <summary>No date.</summary>
    NoDate,
}

/// <summary>The columns of the register by which it is sorted.</summary>
public enum RegisterColumn
{
    /// <summary>Surname, then first name.</summary>
    Name,

    /// <summary>Year from youngest to oldest, then class.</summary>
    Class,

    /// <summary>Status by its name.</summary>
    Status,

    /// <summary>Code of the primary need.</summary>
    Need,

    /// <summary>Stage, then number of the cycle.</summary>
    Stage,

    /// <summary>Date of the next review or check-in.</summary>
    Review,

    /// <summary>How much is outstanding.</summary>
    Outstanding,
}

/// <summary>What is asked of the register. The address is the filter: whatever it says that does not exist counts as not said.</summary>
public sealed record RegisterFilter
{
    /// <summary>The pages' sizes that can be chosen.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>The view.</summary>
    public RegisterView View { get; init; }

    /// <summary>Any part of a name or UPN, as it was typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>National curriculum year; empty for all.</summary>
    public string Year { get; init; } = "";

    /// <summary>Name of a class; empty for all.</summary>
    public string Class { get; init; } = "";

    /// <summary>What was typed where a quick search named a class: names may hold the same letters. Not part of the address.</summary>
    public string Named { get; init; } = "";

    /// <summary>Area of any current need.</summary>
    public AreaOfNeed? Area { get; init; }

    /// <summary>Code of any current need; empty for all.</summary>
    public string Need { get; init; } = "";

    /// <summary>Status.</summary>
    public SenStatus? Status { get; init; }

    /// <summary>Stage of the open cycle.</summary>
    public CycleStage? Stage { get; init; }

    /// <summary>When the next review is.</summary>
    public ReviewWhen? Review { get; init; }

    /// <summary>The column by which the list is sorted.</summary>
    public RegisterColumn Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Whether anything besides the view narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || IsNarrowedBesidesSearch;

    /// <summary>Whether anything besides the view and the search narrows the list.</summary>
    public bool IsNarrowedBesidesSearch => Year.Length > 0 || Class.Length > 0 || Need.Length > 0 || Area is not null || Status is not null || Stage is not null || Review is not null;

    /// <summary>The words to look for, folded as <see cref="SearchText"/> has them.</summary>
    public IReadOnlyList<string> Words => SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads an address.</summary>
    /// <param name="asked">What it says.</param>
    /// <param name="seesProgress">Whether stages, reviews and what is outstanding are the person's to see: the office filters and sorts by codes only.</param>
    /// <param name="years">The years that there are.</param>
    /// <param name="classes">The classes that there are.</param>
    public static RegisterFilter Read(RegisterAddress asked, bool seesProgress, IReadOnlyCollection<string> years, IReadOnlyCollection<string> classes)
    {
        var view = asked.IsQuickSearch ? RegisterView.Everyone : Slug.Find<RegisterView>(asked.View) ?? RegisterView.All;
        var sort = Slug.Find<RegisterColumn>(asked.Sort) ?? RegisterColumn.Name;
        var stage = Slug.Find<CycleStage>(asked.Stage);
        if (asked.IsQuickSearch && classes.FirstOrDefault(name => SearchText.Fold(name) == SearchText.Fold(asked.Search)) is { } searched)
        {
            return new RegisterFilter { View = view, Class = searched, Named = asked.Search.Trim() };
        }

        return new RegisterFilter
        {
            View = seesProgress || view is RegisterView.All or RegisterView.OnRegister or RegisterView.Monitoring or RegisterView.Everyone ? view : RegisterView.All,
            Search = asked.Search.Trim() is { Length: > 100 } text ? text[..100] : asked.Search.Trim(),
            Year = years.Contains(asked.Year) ? asked.Year : "",
            Class = classes.Contains(asked.Class) ? asked.Class : "",
            Area = Slug.Find<AreaOfNeed>(asked.Area),
            Need = NeedType.Find(asked.Need)?.Code ?? "",
            Status = Slug.Find<SenStatus>(asked.Status),
            Stage = seesProgress && stage != CycleStage.Closed ? stage : null,
            Review = seesProgress ? Slug.Find<ReviewWhen>(asked.Review) : null,
            Sort = seesProgress || sort < RegisterColumn.Stage ? sort : RegisterColumn.Name,
            Descending = asked.Order == "desc",
            Page = int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Size = int.TryParse(asked.Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0],
        };
    }

    /// <summary>The same list in the order of a column; the other way round when it is in that order already. What is outstanding begins with the most.</summary>
    public RegisterFilter SortedBy(RegisterColumn column) =>
        this with { Sort = column, Descending = column == Sort ? !Descending : column == RegisterColumn.Outstanding, Page = 1 };

    /// <summary>The address that asks this. A search always names its view: one without is the quick search of the page's head.</summary>
    public string Address() => $"/pupils{Query()}";

    /// <summary>The address of a file of all its pages: "csv" or "xlsx".</summary>
    public string FileAddress(string kind) => $"/exports/register.{kind}{(this with { Page = 1, Size = Sizes[0] }).Query()}";

    /// <summary>The parts of the address that say something, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts() => new Dictionary<string, string>
    {
        ["view"] = View == RegisterView.All && Search.Length == 0 ? "" : Slug.Of(View),
        ["search"] = Search,
        ["year"] = Year,
        ["class"] = Class,
        ["area"] = Area is { } area ? Slug.Of(area) : "",
        ["need"] = Need,
        ["status"] = Status is { } status ? Slug.Of(status) : "",
        ["stage"] = Stage is { } stage ? Slug.Of(stage) : "",
        ["review"] = Review is { } review ? Slug.Of(review) : "",
        ["sort"] = Sort == RegisterColumn.Name ? "" : Slug.Of(Sort),
        ["order"] = Descending ? "desc" : "",
        ["size"] = Size == Sizes[0] ? "" : Size.ToString(CultureInfo.InvariantCulture),
        ["page"] = Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part.Value.Length > 0);

    private QueryBuilder Query() => new(Parts());
}

/// <summary>The register's address as it came, nothing of it checked.</summary>
public sealed record RegisterAddress
{
    public string View { get; init; } = "";

    public string Search { get; init; } = "";

    public string Year { get; init; } = "";

    public string Class { get; init; } = "";

    public string Area { get; init; } = "";

    public string Need { get; init; } = "";

    public string Status { get; init; } = "";

    public string Stage { get; init; } = "";

    public string Review { get; init; } = "";

    public string Sort { get; init; } = "";

    public string Order { get; init; } = "";

    public string Page { get; init; } = "";

    public string Size { get; init; } = "";

    /// <summary>"1" when exactly one pupil found is to be opened.</summary>
    public string Go { get; init; } = "";

    /// <summary>Whether this is the search in the head of every page: it looks through every pupil, and opens the one that it finds.</summary>
    public bool IsQuickSearch => Search.Length > 0
        && (Go == "1" || this == new RegisterAddress { Search = Search });
}
