using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Concerns.ListConcerns;

/// <summary>Which concerns are listed.</summary>
public enum ConcernView
{
    /// <summary>Nobody has decided on them.</summary>
    Open,

    /// <summary>Somebody looks into them.</summary>
    LookInto,

    /// <summary>The school watches.</summary>
    Monitor,

    /// <summary>Nothing more is to be done.</summary>
    Closed,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>The columns by which the list is sorted.</summary>
public enum ConcernColumn
{
    /// <summary>How old it is.</summary>
    Age,

    /// <summary>The pupil's name.</summary>
    Pupil,

    /// <summary>By when, or until when.</summary>
    Due,
}

/// <summary>The list's address as it came, nothing of it checked.</summary>
public sealed record ConcernAddress
{
    public string View { get; init; } = "";

    public string Search { get; init; } = "";

    public string Source { get; init; } = "";

    public string Class { get; init; } = "";

    public string Sort { get; init; } = "";

    public string Order { get; init; } = "";

    public string Page { get; init; } = "";
}

/// <summary>What is asked of the list of concerns. The address is the filter: whatever it says that does not exist counts as not said.</summary>
public sealed record ConcernFilter
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>The view.</summary>
    public ConcernView View { get; init; }

    /// <summary>Part of a pupil's name, as it was typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whose concerns; null for all.</summary>
    public ConcernSource? Source { get; init; }

    /// <summary>A class; null for all.</summary>
    public Guid? ClassId { get; init; }

    /// <summary>The column by which the list is sorted.</summary>
    public ConcernColumn Sort { get; init; }

    /// <summary>Whether the order is turned round. The oldest stands first otherwise.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything besides the view narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || Source is not null || ClassId is not null;

    /// <summary>The words to look for, folded as <see cref="SearchText"/> has them.</summary>
    public IReadOnlyList<string> Words => SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The states of the view.</summary>
    public IReadOnlyList<ConcernState> States => View switch
    {
        ConcernView.Open => [ConcernState.Open],
        ConcernView.LookInto => [ConcernState.LookInto],
        ConcernView.Monitor => [ConcernState.Monitor],
        ConcernView.Closed => [ConcernState.SenSupport, ConcernState.NoAction],
        _ => Enum.GetValues<ConcernState>(),
    };

    /// <summary>Reads an address.</summary>
    public static ConcernFilter Read(ConcernAddress asked) => new()
    {
        View = Find<ConcernView>(asked.View) ?? ConcernView.Open,
        Search = asked.Search.Trim() is { Length: > 100 } text ? text[..100] : asked.Search.Trim(),
        Source = Find<ConcernSource>(asked.Source),
        ClassId = Guid.TryParse(asked.Class, out var id) ? id : null,
        Sort = Find<ConcernColumn>(asked.Sort) ?? ConcernColumn.Age,
        Descending = asked.Order == "desc",
        Page = int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>A choice as it stands in an address.</summary>
    public static string Key<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    /// <summary>The same list in the order of a column; the other way round when it is in that order already.</summary>
    public ConcernFilter SortedBy(ConcernColumn column) => this with { Sort = column, Descending = column == Sort && !Descending, Page = 1 };

    /// <summary>The address that asks this.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        Add("view", View == ConcernView.Open ? "" : Key(View));
        Add("search", Search);
        Add("source", Source is { } source ? Key(source) : "");
        Add("class", $"{ClassId}");
        Add("sort", Sort == ConcernColumn.Age ? "" : Key(Sort));
        Add("order", Descending ? "desc" : "");
        Add("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture));
        return $"/concerns{query}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }

    private static T? Find<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(choice => Key(choice).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(choice => (T?)choice).FirstOrDefault();
}
