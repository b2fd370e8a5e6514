using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Staff.ListStaff;

/// <summary>Which people are listed.</summary>
public enum StaffView
{
    /// <summary>Those who are on the staff.</summary>
    Current,

    /// <summary>On the staff, invited, and not signed in yet.</summary>
    Invited,

    /// <summary>On the staff without account or invitation: they cannot sign in.</summary>
    Uninvited,

    /// <summary>Those who left.</summary>
    Left,
}

/// <summary>The columns by which the list is sorted.</summary>
public enum StaffColumn
{
    /// <summary>Last word of the name, then the others.</summary>
    Name,

    /// <summary>How many pupils they are responsible for.</summary>
    Responsible,

    /// <summary>How many pupils they support.</summary>
    Supports,

    /// <summary>When they last signed in.</summary>
    SignIn,
}

/// <summary>The list's address as it came, nothing of it checked.</summary>
public sealed record StaffAddress
{
    public string View { get; init; } = "";

    public string Search { get; init; } = "";

    public string Role { get; init; } = "";

    public string Sort { get; init; } = "";

    public string Order { get; init; } = "";

    public string Page { get; init; } = "";
}

/// <summary>What is asked of the staff list. The address is the filter: whatever it says that does not exist counts as not said.</summary>
public sealed record StaffFilter
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>The view.</summary>
    public StaffView View { get; init; }

    /// <summary>Any part of a name, e-mail address or job title, as it was typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>A role; none for all.</summary>
    public StaffRoles Role { get; init; }

    /// <summary>The column by which the list is sorted.</summary>
    public StaffColumn Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything besides the view narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || Role != StaffRoles.None;

    /// <summary>The words to look for, folded as <see cref="SearchText"/> has them.</summary>
    public IReadOnlyList<string> Words => SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads an address.</summary>
    public static StaffFilter Read(StaffAddress asked) => new()
    {
        View = Find<StaffView>(asked.View),
        Search = asked.Search.Trim() is { Length: > 100 } text ? text[..100] : asked.Search.Trim(),
        Role = StaffRoleNames.All.FirstOrDefault(role => Key(role).Equals(asked.Role, StringComparison.OrdinalIgnoreCase)),
        Sort = Find<StaffColumn>(asked.Sort),
        Descending = asked.Order == "desc",
        Page = int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>A choice as it stands in an address.</summary>
    public static string Key<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    /// <summary>The same list in the order of a column; the other way round when it is in that order already. Numbers and times begin with the most.</summary>
    public StaffFilter SortedBy(StaffColumn column) => this with { Sort = column, Descending = column == Sort ? !Descending : column != StaffColumn.Name, Page = 1 };

    /// <summary>The address that asks this.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        Add("view", View == StaffView.Current ? "" : Key(View));
        Add("search", Search);
        Add("role", Role == StaffRoles.None ? "" : Key(Role));
        Add("sort", Sort == StaffColumn.Name ? "" : Key(Sort));
        Add("order", Descending ? "desc" : "");
        Add("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture));
        return $"/staff{query}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }

    private static T Find<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(choice => Key(choice).Equals(text, StringComparison.OrdinalIgnoreCase));
}
