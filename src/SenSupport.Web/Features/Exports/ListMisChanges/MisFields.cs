using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Records;

namespace SenSupport.Web.Features.Exports.ListMisChanges;

/// <summary>What changed.</summary>
public enum MisKind
{
    /// <summary>Names, dates, year, class, flags.</summary>
    Details,

    /// <summary>SEN provision code.</summary>
    Provision,

    /// <summary>Ranked types of need.</summary>
    Needs,

    /// <summary>Contacts.</summary>
    Contacts,

    /// <summary>Leaving and coming back.</summary>
    Leaving,
}

/// <summary>A value to key in.</summary>
public sealed record MisLine(string Field, string Old, string New);

/// <summary>What a management information system keeps too. Everything else that the history tells, reasons and narrative above all, stays out.</summary>
public static class MisFields
{
    private static readonly Dictionary<MisKind, RecordEventKind[]> Events = new()
    {
        [MisKind.Details] = [RecordEventKind.PupilDetailsChanged],
        [MisKind.Provision] = [RecordEventKind.StatusChanged],
        [MisKind.Needs] = [RecordEventKind.NeedsChanged],
        [MisKind.Contacts] = [RecordEventKind.ContactsChanged],
        [MisKind.Leaving] = [RecordEventKind.PupilLeft, RecordEventKind.PupilReturned],
    };

    private static readonly Dictionary<string, SenStatus> Statuses = Enum.GetValues<SenStatus>().ToDictionary(status => status.Name());

    /// <summary>The fields of a pupil's details. Attendance comes from the management information system; the background is the SENCo's.</summary>
    public static IReadOnlyList<string> Details { get; } =
    [
        "upn", "formerUpn", "surname", "forename", "knownAs", "birthDate", "sex", "ncYear", "classId", "firstLanguage", "flags", "flagDates", "inSenUnit", "inResourcedProvision",
    ];

    /// <summary>The events that tell a kind of change; of every kind when null.</summary>
    public static IReadOnlyList<RecordEventKind> EventsOf(MisKind? kind) => kind is { } one ? Events[one] : [.. Events.Values.SelectMany(kinds => kinds)];

    /// <summary>The kind that an event belongs to.</summary>
    public static MisKind KindOf(RecordEventKind kind) => Events.First(known => known.Value.Contains(kind)).Key;

    /// <summary>The kind's name.</summary>
    public static string Name(this MisKind kind) => kind switch
    {
        MisKind.Details => "Details",
        MisKind.Provision => "SEN provision",
        MisKind.Needs => "Needs",
        MisKind.Contacts => "Contacts",
        _ => "Leaving",
    };

    /// <summary>What is to be keyed in for an event.</summary>
    /// <param name="row">The event.</param>
    /// <param name="classes">The classes' names by key.</param>
    public static IReadOnlyList<MisLine> Lines(MisChangeRow row, IReadOnlyDictionary<string, string> classes) => KindOf(row.Kind) switch
    {
        MisKind.Provision => Provision(row),
        MisKind.Details => Fields(row, classes, Details.Contains),
        MisKind.Needs => Fields(row, classes, path => path == "needs"),
        MisKind.Leaving => Fields(row, classes, path => path is "leftOn" or "destination"),
        _ => Fields(row, classes, path => path is "contact" or "contactOrder" || path.StartsWith("contacts/", StringComparison.Ordinal)),
    };

    private static List<MisLine> Provision(MisChangeRow row)
    {
        // The event's words are "SEN Support from 3 March 2026".
        var from = row.Summary.IndexOf(" from ", StringComparison.Ordinal) is >= 0 and var place ? row.Summary[place..] : "";
        var lines = row.Changes.Where(change => change.Path == "status").Select(change => new MisLine("SEN provision", Code(change.Old), Code(change.New) + from)).ToList();
        lines.AddRange(row.Changes
            .Where(change => change.Path.StartsWith("needs/", StringComparison.Ordinal) && change.New.Length > 0)
            .Select(change => new MisLine("Types of need", "", $"end on {FieldNames.Value(change.Path, change.New, classesOfNone)}")).Distinct());
        return lines;
    }

    private static readonly Dictionary<string, string> classesOfNone = [];

    private static List<MisLine> Fields(MisChangeRow row, IReadOnlyDictionary<string, string> classes, Func<string, bool> isKept) =>
    [
        .. row.Changes.Where(change => isKept(change.Path) && !FieldNames.IsKey(change.Path))
            .Select(change => new MisLine(FieldNames.For(change.Path, classesOfNone), Value(change.Path, change.Old, classes), Value(change.Path, change.New, classes))),
    ];

    private static string Value(string path, string value, IReadOnlyDictionary<string, string> classes) =>
        path == "flags" && Enum.TryParse<PupilFlags>(value, out var flags) ? string.Join(", ", flags.InWords()) : FieldNames.Value(path, value, classes);

    private static string Code(string status) => Statuses.TryGetValue(status, out var known) ? known.ProvisionCode() : status.Length == 0 ? "N" : status;
}
