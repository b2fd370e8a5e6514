namespace SenSupport.Web.Features.Exports.ListMisChanges;

/// <summary>The list of changes to key into the management information system.</summary>
/// <param name="Filter">What is asked.</param>
/// <param name="Rows">The changes of this page.</param>
/// <param name="Counts">How many there are, keyed in and not.</param>
/// <param name="Classes">The classes' names by key.</param>
/// <param name="SinceTyped">The date as it was typed, where it could not be read.</param>
public sealed record ListMisChangesPage(MisFilter Filter, IReadOnlyList<MisChangeRow> Rows, MisCount Counts, IReadOnlyDictionary<string, string> Classes, string? SinceTyped)
{
    /// <summary>Changes on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many the filter finds on all pages.</summary>
    public int Total => TotalOf(Filter.Show);

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>The views with their counts.</summary>
    public IEnumerable<(MisShow Show, string Name, int Count)> Views =>
    [
        (MisShow.Open, "To key in", TotalOf(MisShow.Open)),
        (MisShow.Done, "Keyed in", TotalOf(MisShow.Done)),
        (MisShow.All, "All", TotalOf(MisShow.All)),
    ];

    private int TotalOf(MisShow show) => show switch { MisShow.Open => Counts.Open, MisShow.Done => Counts.Done, _ => Counts.Open + Counts.Done };
}
