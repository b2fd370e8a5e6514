using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

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

    /// <summary>Pupils to add.</summary>
    Added,

    /// <summary>Pupils on roll who are not in the file.</summary>
    Missing,

    /// <summary>Rows left out for a reason.</summary>
    LeftOut,

    /// <summary>What to look at.</summary>
    Warnings,
}

/// <summary>A preview's address as it came.</summary>
public sealed record PreviewAddress(string? List = null, string? Search = null, string? Page = null);

/// <summary>The part of a list that is shown.</summary>
/// <param name="List">Which.</param>
/// <param name="All">How many there are.</param>
/// <param name="Found">How many the search finds.</param>
/// <param name="Rows">Those on this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PreviewPart<T>(PreviewList List, int All, int Found, IReadOnlyList<T> Rows, int Page, int Pages);

/// <summary>What a file would change.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
/// <param name="Only">The only list that is shown; null for the overview.</param>
/// <param name="Search">What is searched for in it.</param>
/// <param name="Page">Its page.</param>
public sealed record CheckImportPage(
    Import Import, SignedInStaff Staff, PupilFile File, PupilPlan Plan, PupilChoices Choices, string Seen, PreviewList? Only, string Search, int Page)
{
    private const int OnOverview = 8;
    private const int OnPage = 50;

    /// <summary>Names of the school's classes.</summary>
    public IReadOnlyDictionary<Guid, string> Classes { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Who decides on SEN, for those who do not.</summary>
    public string Senco { get; init; } = "";

    /// <summary>When the same file was applied before; null when it was not.</summary>
    public DateTime? SameFileAppliedAt { get; init; }

    /// <summary>Whether the result has changed since it was shown.</summary>
    public bool HasChanged { get; init; }

    /// <summary>The last day of those who left, as it is typed.</summary>
    public DateParts LastDay => DateParts.From(Choices.LastDay);

    /// <summary>The columns of the file, to be corrected.</summary>
    public ColumnsPanel Columns => new($"/imports/{Import.Id}", File.Columns, ColumnsPanel.FieldsOf(PupilFields.All), File.MissingFields);

    /// <summary>Pupils who are to be recorded as having left.</summary>
    public int Left => Plan.Missing.Count(pupil => Choices.Left.Contains(pupil.Id));

    /// <summary>Whether applying would do anything.</summary>
    public bool DoesSomething => Plan.Added.Count + Plan.Changed.Count + Left > 0;

    /// <summary>What the button says.</summary>
    public string Button
    {
        get
        {
            var parts = new[]
            {
                (Plan.Added.Count, $"add {Plan.Added.Count}"), (Plan.Changed.Count, $"change {Plan.Changed.Count}"), (Left, Left == 1 ? "record 1 leaver" : $"record {Left} leavers"),
            }.Where(part => part.Item1 > 0).Select(part => part.Item2).ToList();
            var text = parts.Count > 1 ? $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}" : parts.FirstOrDefault("");
            return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>The name of a pupil's class; empty without one.</summary>
    public string ClassOf(KnownPupil pupil) => pupil.Details.ClassId is { } id ? Classes.GetValueOrDefault(id, "") : "";

    /// <summary>Whether the overview is shown, or this list.</summary>
    public bool Shows(PreviewList list) => Only is null || Only == list;

    /// <summary>The address of a whole list.</summary>
    public string AddressOf(PreviewList list) => $"/imports/{Import.Id}?list={list.ToString().ToLowerInvariant()}";

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

        var sought = Domain.Pupils.SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = sought.Length == 0 ? all : [.. all.Where(row => Domain.Pupils.SearchText.Fold(words(row)) is var text && sought.All(word => text.Contains(word, StringComparison.Ordinal)))];
        var pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        var page = Math.Clamp(Page, 1, pages);
        return new PreviewPart<T>(list, all.Count, found.Count, [.. found.Skip((page - 1) * OnPage).Take(OnPage)], page, pages);
    }

    /// <summary>A value as a change shows it.</summary>
    public static string Shown(string value) => value.Length == 0 ? "empty" : value;
}
