using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Groups.ListGroups;

/// <summary>The columns by which groups are sorted.</summary>
public enum GroupColumn
{
    /// <summary>The group's name.</summary>
    Name,

    /// <summary>Subject, then name.</summary>
    Subject,

    /// <summary>How many pupils are in it today.</summary>
    Pupils,
}

/// <summary>What the address of the list says, as it was typed.</summary>
/// <param name="Search">Part of a name, a subject or a teacher's name.</param>
/// <param name="Subject">A subject.</param>
/// <param name="Year">The start of an academic year, or "all".</param>
/// <param name="State">"closed" or "all"; open ones otherwise.</param>
/// <param name="Sort">A column.</param>
/// <param name="Order">"desc" to turn it round.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record GroupsAddress(string Search = "", string Subject = "", string Year = "", string State = "", string Sort = "", string Order = "", string Page = "");

/// <summary>What is asked of the list. Whatever the address says that does not exist counts as not said.</summary>
public sealed record GroupsFilter
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;

    /// <summary>Part of a name, a subject or a teacher's name, as it was typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>A subject; empty for all.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The start of an academic year; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Whether closed ones are shown; null for both.</summary>
    public bool? Closed { get; init; } = false;

    /// <summary>The column by which the list is sorted.</summary>
    public GroupColumn Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything besides the usual is asked.</summary>
    public bool IsNarrowed => Search.Length > 0 || Subject.Length > 0 || Year is not null || Closed != false;

    /// <summary>Reads an address.</summary>
    public static GroupsFilter Read(GroupsAddress asked, IReadOnlyList<GroupKind> kinds, AcademicYear now) => new()
    {
        Search = asked.Search.Trim().Length > 100 ? asked.Search.Trim()[..100] : asked.Search.Trim(),
        Subject = kinds.Any(kind => kind.Subject == asked.Subject) ? asked.Subject : "",
        Year = int.TryParse(asked.Year, CultureInfo.InvariantCulture, out var year) && kinds.Any(kind => kind.StartYear == year) ? year : null,
        Closed = asked.State switch { "closed" => true, "all" => null, _ => false },
        Sort = Enum.TryParse<GroupColumn>(asked.Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : GroupColumn.Name,
        Descending = asked.Order == "desc",
        Page = int.TryParse(asked.Page, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The same sorted by a column; by the same one again, the other way round.</summary>
    public GroupsFilter SortedBy(GroupColumn column) => this with { Sort = column, Descending = column == Sort && !Descending, Page = 1 };

    /// <summary>The address that says this.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        Add("search", Search);
        Add("subject", Subject);
        Add("year", Year?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add("state", Closed switch { true => "closed", null => "all", _ => "" });
        Add("sort", Sort == GroupColumn.Name ? "" : Sort.ToString().ToLowerInvariant());
        Add("order", Descending ? "desc" : "");
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : "");
        return $"/school/groups{query}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Filter">What is asked.</param>
/// <param name="Kinds">Subjects and years that there are.</param>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="MayKeep">Whether the person adds and changes groups.</param>
public sealed record GroupsPage(GroupsFilter Filter, IReadOnlyList<GroupKind> Kinds, IReadOnlyList<GroupRow> Rows, int Total, bool MayKeep)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => (Total + GroupsFilter.Size - 1) / GroupsFilter.Size;

    /// <summary>The place of the first row, from 1.</summary>
    public int First => ((Filter.Page - 1) * GroupsFilter.Size) + 1;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<(GroupColumn? Column, string Text)> Columns { get; } =
        [(GroupColumn.Name, "Group"), (GroupColumn.Subject, "Subject"), (null, "Academic year"), (null, "Teachers"), (GroupColumn.Pupils, "Pupils")];

    /// <summary>Subjects to choose from.</summary>
    public IEnumerable<string> Subjects => Kinds.Select(kind => kind.Subject).Where(subject => subject.Length > 0).Distinct();

    /// <summary>Academic years to choose from, the latest first.</summary>
    public IEnumerable<AcademicYear> Years => Kinds.Select(kind => kind.StartYear).Distinct().OrderDescending().Select(year => new AcademicYear(year));
}
