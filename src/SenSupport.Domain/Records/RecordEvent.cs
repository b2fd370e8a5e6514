namespace SenSupport.Domain.Records;

/// <summary>One line of a record's history: who did what, when, with the values before and after. Events are added and never changed, but for content that should never have been written.</summary>
public sealed class RecordEvent
{
    /// <summary>The most characters of a summary; a longer one is cut and ends in "…".</summary>
    public const int LongestSummary = 400;

    private RecordEvent()
    {
    }

    /// <summary>The event's own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school whose record it is.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The aggregate that changed: a pupil, a support cycle, the school, a class; for an export, its own key.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The pupil whom the record is about; null for what belongs to no pupil, which no pupil's timeline shows.</summary>
    public Guid? PupilId { get; private set; }

    /// <summary>The number of the support cycle, where the event belongs to one.</summary>
    public int? CycleNumber { get; private set; }

    /// <summary>What was done.</summary>
    public RecordEventKind Kind { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The member of staff who did it.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>What happened, in a few words for the timeline; empty where the kind says it all.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The record's version before the change.</summary>
    public Guid VersionBefore { get; private set; }

    /// <summary>The record's version after it.</summary>
    public Guid VersionAfter { get; private set; }

    /// <summary>Every value that changed, old and new, in the order of the form.</summary>
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    /// <summary>Something was taken out of the records. No record changes by it: the event has no versions, and is none of a record's own.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="exportId">The export's key: its lines in the history of school and pupils share it.</param>
    /// <param name="pupilId">The pupil who is named in it; null for the school's own line.</param>
    /// <param name="by">Who took it out, and when.</param>
    /// <param name="summary">What it was.</param>
    /// <param name="details">What it held: which part, how many.</param>
    public static RecordEvent OfExport(Guid schoolId, Guid exportId, Guid? pupilId, Acting by, string summary, IReadOnlyList<FieldChange> details) => new()
    {
        Id = Guid.CreateVersion7(),
        SchoolId = schoolId,
        RecordId = exportId,
        PupilId = pupilId,
        Kind = RecordEventKind.DataExported,
        At = by.At,
        StaffId = by.StaffId,
        StaffName = by.Name,
        Summary = Shortened(summary),
        Changes = details,
    };

    /// <summary>
    /// A change of a pupil's record was keyed into the school's management information system, or is to be keyed in after all. The record itself does not change by it: the
    /// event has no versions, and is none of the record's own.
    /// </summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="changeId">The event that tells the change.</param>
    /// <param name="pupilId">Whose change it is.</param>
    /// <param name="isKeyedIn">Whether it was keyed in.</param>
    /// <param name="by">Who says so, and when.</param>
    /// <param name="what">Which kind of change.</param>
    public static RecordEvent OfKeyingIn(Guid schoolId, Guid changeId, Guid? pupilId, bool isKeyedIn, Acting by, string what) => new()
    {
        Id = Guid.CreateVersion7(),
        SchoolId = schoolId,
        RecordId = changeId,
        PupilId = pupilId,
        Kind = isKeyedIn ? RecordEventKind.ChangeKeyedIn : RecordEventKind.ChangeNotKeyedIn,
        At = by.At,
        StaffId = by.StaffId,
        StaffName = by.Name,
        Summary = Shortened(what),
    };

    internal static RecordEvent Of(
        AggregateRoot root, Guid? pupilId, int? cycleNumber, RecordEventKind kind, Acting by, string summary, Guid before, IReadOnlyList<FieldChange> changes) => new()
        {
            Id = Guid.CreateVersion7(),
            SchoolId = root.SchoolId,
            RecordId = root.Id,
            PupilId = pupilId,
            CycleNumber = cycleNumber,
            Kind = kind,
            At = by.At,
            StaffId = by.StaffId,
            StaffName = by.Name,
            Summary = Shortened(summary.Length == 0 || by.Means.Length == 0 ? summary + by.Means : $"{summary}, {by.Means}"),
            VersionBefore = before,
            VersionAfter = root.Version,
            Changes = changes,
        };

    /// <summary>What stands in the history where content was taken away.</summary>
    public static string TakenAway(Acting by) => $"removed on {by.Today.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))} by {by.Name}";

    /// <summary>Takes content that should never have been written out of the event. That something was written, when and by whom stays.</summary>
    /// <param name="isIt">Whether a change holds the content; both its values go.</param>
    /// <param name="by">Who takes it away.</param>
    /// <returns>Whether it held the content.</returns>
    public bool TakeAway(Func<FieldChange, bool> isIt, Acting by)
    {
        var held = Changes.Where(isIt).ToList();
        if (held.Count == 0)
        {
            return false;
        }

        var words = TakenAway(by);
        if (held.Exists(change => Holds(change.New) || Holds(change.Old)))
        {
            Summary = "";
        }

        Changes = [.. Changes.Select(change => held.Contains(change) ? change with { Old = change.Old.Length == 0 ? "" : words, New = change.New.Length == 0 ? "" : words } : change)];
        return true;

        bool Holds(string value) => value.Length > 0 && Summary.Length > 0 && (Summary.Contains(value, StringComparison.Ordinal) || value.StartsWith(Summary.TrimEnd('…'), StringComparison.Ordinal));
    }

    // A character outside the basic plane takes two places, and half of one is no text.
    private static string Shortened(string summary) =>
        summary.Length <= LongestSummary ? summary : summary[..(LongestSummary - (char.IsHighSurrogate(summary[LongestSummary - 2]) ? 2 : 1))] + "…";
}

/// <summary>One value that changed.</summary>
/// <param name="Path">Where it stands in the record, for example <c>targets/{id}/statement</c>.</param>
/// <param name="Old">What it was; empty when there was nothing.</param>
/// <param name="New">What it is now; empty when it was taken away.</param>
public sealed record FieldChange(string Path, string Old, string New);
