using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports;

/// <summary>The lists of a preview; each can be seen by itself, searched and in pages.</summary>
public enum PreviewList
{
    /// <summary>Rows that cannot be used.</summary>
    Refused,

    /// <summary>Rows that may be a pupil of the school.</summary>
    Likely,

    /// <summary>Pupils to change.</summary>
    Changed,

    /// <summary>Differences on SEN.</summary>
    Sen,

    /// <summary>Pupils to add, or to open a cycle for.</summary>
    Added,

    /// <summary>Pupils on roll who are not in the file.</summary>
    Missing,

    /// <summary>Pupils whose open cycle can take the rows.</summary>
    Asked,

    /// <summary>Rows left out for a reason.</summary>
    LeftOut,

    /// <summary>What to look at.</summary>
    Warnings,
}

/// <summary>A preview's address as it came.</summary>
public sealed record PreviewAddress(string? List = null, string? Search = null, string? Page = null)
{
    /// <summary>The only list that is asked for; null for the overview.</summary>
    public PreviewList? Only => Enum.TryParse<PreviewList>(List, ignoreCase: true, out var list) && Enum.IsDefined(list) ? list : null;

    /// <summary>What is searched for, at most 100 characters.</summary>
    public string Sought => (Search ?? "").Trim() is { Length: > 100 } text ? text[..100] : (Search ?? "").Trim();

    /// <summary>The page, from 1.</summary>
    public int Number => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;

    /// <summary>As it stands in an address: "?list=changed&amp;page=2"; empty for the overview.</summary>
    public string Query()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("list", List), ("search", Search), ("page", Page) }.Where(part => !string.IsNullOrEmpty(part.Item2)))
        {
            query.Add(name, value!);
        }

        return query.ToString();
    }
}

/// <summary>The part of a list that is shown.</summary>
/// <param name="List">Which.</param>
/// <param name="All">How many there are.</param>
/// <param name="Found">How many the search finds.</param>
/// <param name="Rows">Those on this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PreviewPart<T>(PreviewList List, int All, int Found, IReadOnlyList<T> Rows, int Page, int Pages);

/// <summary>How much of a list a preview shows.</summary>
public sealed record ShownPart(PreviewPage Page, PreviewList List, int Shown, int All);

/// <summary>A preview, whatever its file holds.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
/// <param name="Only">The only list that is shown; null for the overview.</param>
/// <param name="Search">What is searched for in it.</param>
/// <param name="Page">Its page.</param>
public abstract record PreviewPage(Import Import, SignedInStaff Staff, string Seen, PreviewList? Only, string Search, int Page)
{
    private const int OnOverview = 8;
    private const int OnPage = 50;

    /// <summary>The preview's own address.</summary>
    public abstract string Path { get; }

    /// <summary>What the file is: "CSV".</summary>
    public abstract string Format { get; }

    /// <summary>Rows of the file.</summary>
    public abstract int Rows { get; }

    /// <summary>The page's title.</summary>
    public string Title => string.Join(", ", new[] { "Check the import", Only?.ToString().ToLowerInvariant() ?? "", Search, Page > 1 ? $"page {Page}" : "" }.Where(part => part.Length > 0));

    /// <summary>The file's table; null where it has none.</summary>
    public abstract MappedTable? Table { get; }

    /// <summary>The columns of the table, to be corrected; null where there is none.</summary>
    public ColumnsPanel? Columns => Table is null ? null : new ColumnsPanel(Path, Table.Columns, Table.Fields, Table.MissingFields);

    /// <summary>What is refused, by line.</summary>
    public abstract IReadOnlyList<RefusedRow> Refused { get; }

    /// <summary>How many lines are refused.</summary>
    public abstract int RefusedLines { get; }

    /// <summary>What to look at.</summary>
    public abstract IReadOnlyList<ExchangeProblem> Warnings { get; }

    /// <summary>When the same file was applied before; null when it was not.</summary>
    public DateTime? SameFileAppliedAt { get; init; }

    /// <summary>Whether the result has changed since it was shown.</summary>
    public bool HasChanged { get; init; }

    /// <summary>Whether the overview is shown, or this list.</summary>
    public bool Shows(PreviewList list) => Only is null || Only == list;

    /// <summary>The address of a whole list.</summary>
    public string AddressOf(PreviewList list) => $"{Path}?list={list.ToString().ToLowerInvariant()}";

    /// <summary>How much of a list is shown.</summary>
    public ShownPart ShownOf<T>(PreviewPart<T> part) => new(this, part.List, part.Rows.Count, part.Found);

    /// <summary>The rows of a list that this page shows.</summary>
    /// <param name="list">Which.</param>
    /// <param name="all">All of them.</param>
    /// <param name="words">What is searched in.</param>
    public PreviewPart<T> Part<T>(PreviewList list, IReadOnlyList<T> all, Func<T, string> words)
    {
        if (Only is null)
        {
            return new PreviewPart<T>(list, all.Count, all.Count, [.. all.Take(OnOverview)], 1, 1);
        }

        var sought = SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = sought.Length == 0 ? all : [.. all.Where(row => SearchText.Fold(words(row)) is var text && sought.All(word => text.Contains(word, StringComparison.Ordinal)))];
        var pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        var page = Math.Clamp(Page, 1, pages);
        return new PreviewPart<T>(list, all.Count, found.Count, [.. found.Skip((page - 1) * OnPage).Take(OnPage)], page, pages);
    }
}
