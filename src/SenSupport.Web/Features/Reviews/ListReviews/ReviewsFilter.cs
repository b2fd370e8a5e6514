using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Reviews.ListReviews;

/// <summary>What is asked of the list of reviews. The address is the filter: whatever it says that does not exist counts as not said.</summary>
public sealed record ReviewsFilter
{
    /// <summary>The pages' sizes that can be chosen.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>The state.</summary>
    public ReviewState State { get; init; }

    /// <summary>Any part of a name, as it was typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>Name of a class; empty for all.</summary>
    public string Class { get; init; } = "";

    /// <summary>The responsible teacher; null for all.</summary>
    public Guid? Teacher { get; init; }

    /// <summary>The column by which the list is sorted.</summary>
    public ReviewColumn Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Whether anything besides the state narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || Class.Length > 0 || Teacher is not null;

    /// <summary>The words to look for, folded as <see cref="SearchText"/> has them.</summary>
    public IReadOnlyList<string> Words => SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads an address.</summary>
    /// <param name="asked">What it says.</param>
    /// <param name="classes">The classes that there are.</param>
    /// <param name="teachers">The responsible teachers that there are.</param>
    public static ReviewsFilter Read(ReviewsAddress asked, IReadOnlyCollection<string> classes, IReadOnlyCollection<Guid> teachers)
    {
        var state = Slug.Find<ReviewState>(asked.State) ?? ReviewState.All;
        return new ReviewsFilter
        {
            State = state,
            Search = asked.Search.Trim() is { Length: > 100 } text ? text[..100] : asked.Search.Trim(),
            Class = classes.Contains(asked.Class) ? asked.Class : "",
            Teacher = Guid.TryParse(asked.Teacher, out var teacher) && teachers.Contains(teacher) ? teacher : null,
            Sort = Slug.Find<ReviewColumn>(asked.Sort) ?? ReviewColumn.Review,

            // What was reviewed lately begins with the latest.
            Descending = asked.Order == "desc" || (asked.Order.Length == 0 && asked.Sort.Length == 0 && state == ReviewState.Lately),
            Page = int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Size = int.TryParse(asked.Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0],
        };
    }

    /// <summary>The same list in the order of a column; the other way round when it is in that order already.</summary>
    public ReviewsFilter SortedBy(ReviewColumn column) => this with { Sort = column, Descending = column == Sort && !Descending, Page = 1 };

    /// <summary>The address that asks this.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        Add("state", State == ReviewState.All ? "" : Slug.Of(State));
        Add("search", Search);
        Add("class", Class);
        Add("teacher", Teacher is { } teacher ? $"{teacher}" : "");
        Add("sort", Sort == ReviewColumn.Review && State != ReviewState.Lately ? "" : Slug.Of(Sort));
        Add("order", Descending ? "desc" : "");
        Add("size", Size == Sizes[0] ? "" : Size.ToString(CultureInfo.InvariantCulture));
        Add("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture));
        return $"/reviews{query}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }
}

/// <summary>The address as it came, nothing of it checked.</summary>
public sealed record ReviewsAddress
{
    /// <summary>The state.</summary>
    public string State { get; init; } = "";

    /// <summary>Any part of a name.</summary>
    public string Search { get; init; } = "";

    /// <summary>The class.</summary>
    public string Class { get; init; } = "";

    /// <summary>The responsible teacher's key.</summary>
    public string Teacher { get; init; } = "";

    /// <summary>The column to sort by.</summary>
    public string Sort { get; init; } = "";

    /// <summary>"desc" to turn the order round.</summary>
    public string Order { get; init; } = "";

    /// <summary>The page.</summary>
    public string Page { get; init; } = "";

    /// <summary>Rows a page.</summary>
    public string Size { get; init; } = "";
}
