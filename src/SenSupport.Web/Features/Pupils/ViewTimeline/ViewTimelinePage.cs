using System.Globalization;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Records;

namespace SenSupport.Web.Features.Pupils.ViewTimeline;

/// <summary>A changed field in words.</summary>
public sealed record ChangeInWords(string Field, string Old, string New);

/// <summary>An event in words.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Detail">What belongs under it; empty when there is nothing.</param>
/// <param name="Cycle">The cycle it belongs to, where the title does not say so.</param>
/// <param name="StaffName">Who did it.</param>
/// <param name="At">When, as London's clocks show it.</param>
/// <param name="Time">The time of day in words.</param>
/// <param name="Changes">Old and new values, without keys that nobody reads.</param>
public sealed record EventInWords(string Title, string Detail, int? Cycle, string StaffName, DateTime At, string Time, IReadOnlyList<ChangeInWords> Changes);

/// <summary>The timeline in plain words.</summary>
public sealed class ViewTimelinePage(
    Guid pupilId, TimelineFilter filter, int page, IReadOnlyList<TimelineRow> rows, IReadOnlyList<ListedRow> listed, IReadOnlyList<NameRow> names)
{
    private static readonly string[] Lists = ["outcomes", "targets", "strategies", "provision"];

    private readonly Dictionary<string, string> words = names.Select(row => ($"{row.Id}", row.Name)).Concat(listed.Select(row => ($"{row.Id}", row.Text))).ToDictionary();
    private readonly Dictionary<int, IReadOnlyDictionary<string, string>> fields = listed.GroupBy(row => row.Cycle).ToDictionary(cycle => cycle.Key, Fields);

    /// <summary>The address of the page without a filter.</summary>
    public string Path => $"/pupils/{pupilId}/timeline";

    /// <summary>What is shown.</summary>
    public TimelineFilter Filter => filter;

    /// <summary>The page, from 1.</summary>
    public int Page => page;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; } = rows.Count == 0 ? 1 : ((rows[0].Total - 1) / TimelineReads.PageSize) + 1;

    /// <summary>How many events there are on all pages.</summary>
    public int Total { get; } = rows.Count == 0 ? 0 : rows[0].Total;

    /// <summary>The events by month, latest first: "November 2026".</summary>
    public IEnumerable<IGrouping<string, EventInWords>> ByMonth() =>
        rows.Select(InWords).GroupBy(row => row.At.ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    private static IReadOnlyDictionary<string, string> Fields(IGrouping<int, ListedRow> cycle)
    {
        var keys = new OrderedDictionary<string, string>();
        foreach (var row in cycle.OrderBy(row => row.List).ThenBy(row => row.Position))
        {
            keys[$"{Lists[row.List]}/{row.Id}/id"] = "";
            if (row.List == 1)
            {
                keys[$"results/{row.Id}/id"] = "";
            }
        }

        return keys;
    }

    private EventInWords InWords(TimelineRow row)
    {
        var title = EventWords.Title(row.Kind, row.CycleNumber, row.Summary);
        // A note or a mark is one field: the line itself says what is in it.
        var only = row.Kind is RecordEventKind.DeliveryNoteAdded or RecordEventKind.ProgressMarked && row.Changes.Count == 1 ? row.Changes[0] : null;
        return new EventInWords(
            title,
            only is null ? EventWords.Detail(row.Kind, row.Summary) : row.Kind == RecordEventKind.DeliveryNoteAdded ? only.New : only.Old.Length > 0 ? $"Before: {only.Old}" : "",
            title.StartsWith("Cycle ", StringComparison.Ordinal) || title.StartsWith("Progress ", StringComparison.Ordinal) || !row.HasCycle ? null : row.CycleNumber,
            row.StaffName,
            SchoolClock.Local(row.At),
            SchoolClock.TimeText(row.At),
            [.. row.Changes
                .Where(change => change != only && !FieldNames.IsKey(change.Path))
                .Select(change => new ChangeInWords(
                    FieldNames.For(change.Path, row.CycleNumber is { } cycle && fields.TryGetValue(cycle, out var known) ? known : RecordFieldsOfNothing),
                    FieldNames.Value(change.Path, change.Old, words),
                    FieldNames.Value(change.Path, change.New, words)))]);
    }

    private static readonly Dictionary<string, string> RecordFieldsOfNothing = [];
}
