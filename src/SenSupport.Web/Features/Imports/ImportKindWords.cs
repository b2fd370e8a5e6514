using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Imports;

/// <summary>What a kind of import brings and does, in words.</summary>
public sealed class ImportKindWords
{
    private readonly ImportKind kind;

    private ImportKindWords(ImportKind kind) => this.kind = kind;

    /// <summary>The words of a kind that is previewed, applied and undone.</summary>
    public static ImportKindWords Of(ImportKind kind) => new(kind);

    /// <summary>What it is called.</summary>
    public string Name => kind switch
    {
        ImportKind.Plans => "Current plans",
        ImportKind.Points => "Assessment points",
        _ => "Pupils",
    };

    /// <summary>Where another file is chosen.</summary>
    public string NewAddress => kind switch
    {
        ImportKind.Plans => "/imports/plans",
        ImportKind.Points => "/imports/points",
        _ => "/imports/new",
    };

    /// <summary>What was done to a record, in a word or two.</summary>
    public string Act(ImportAct act) => (kind, act) switch
    {
        (ImportKind.Plans, ImportAct.Added) => "Cycle opened",
        (ImportKind.Plans, _) => "Plan added to",
        (ImportKind.Points, ImportAct.Added) => "Points added",
        (ImportKind.Points, _) => "Points put right",
        (_, ImportAct.Added) => "Added",
        (_, ImportAct.Left) => "Recorded as a leaver",
        _ => "Changed",
    };

    /// <summary>What an import did, in a line.</summary>
    public string Did(int added, int changed) => kind switch
    {
        ImportKind.Plans => $"Opened {ImportWords.Count(added, "cycle")}, added to {changed}",
        ImportKind.Points => $"Added {ImportWords.Count(added, "point")}, put right {changed}",
        _ => $"Added {added}, changed {changed}",
    };

    /// <summary>The figures of its report.</summary>
    /// <param name="import">The import.</param>
    /// <param name="left">How many pupils it recorded as leavers.</param>
    public IReadOnlyList<(int Number, string Words)> Figures(Import import, int left) => kind switch
    {
        ImportKind.Plans => [(import.Added, import.Added == 1 ? "cycle opened" : "cycles opened"), (import.Changed, import.Changed == 1 ? "open plan added to" : "open plans added to")],
        ImportKind.Points => [(import.Added, import.Added == 1 ? "point added" : "points added"), (import.Changed, import.Changed == 1 ? "point put right" : "points put right")],
        _ => [(import.Added, "added"), (import.Changed - left, "changed"), (left, "left")],
    };

    /// <summary>What undoing does, in sentences.</summary>
    /// <param name="removed">Entries whose records are removed again.</param>
    /// <param name="restored">Entries whose records are put back.</param>
    public IEnumerable<string> Undoing(int removed, int restored)
    {
        if (removed > 0)
        {
            yield return kind switch
            {
                ImportKind.Plans => $"{ImportWords.Count(removed, "cycle")} that the import opened {(removed == 1 ? "is" : "are")} removed again with all that is in {(removed == 1 ? "it" : "them")}. The history keeps what was there.",
                ImportKind.Points => $"The points that the import brought for {ImportWords.Count(removed, "pupil")} are removed again. The history keeps what was there.",
                _ => $"{ImportWords.Count(removed, "pupil")} whom the import added {(removed == 1 ? "is" : "are")} removed again.",
            };
        }

        if (restored > 0)
        {
            yield return kind switch
            {
                ImportKind.Plans => $"{ImportWords.Count(restored, "plan")} to which it added {(restored == 1 ? "is" : "are")} put back as {(restored == 1 ? "it was" : "they were")} before.",
                ImportKind.Points => $"For {ImportWords.Count(restored, "pupil")}, points that it put right say again what they said before, and those that it brought are removed.",
                _ => $"{ImportWords.Count(restored, "pupil")} {(restored == 1 ? "is" : "are")} put back as {(restored == 1 ? "it was" : "they were")} before. Their history shows both.",
            };
        }

        if (kind == ImportKind.Pupils)
        {
            yield return "Classes that the import created stay.";
        }
    }
}
