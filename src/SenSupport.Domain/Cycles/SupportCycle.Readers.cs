using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>Who has read the plan.</content>
public sealed partial class SupportCycle
{
    /// <summary>Who has read the plan or need not, one row for each person.</summary>
    public IReadOnlyList<PlanReader> PlanReaders => planReaders;

    /// <summary>Records who has read the version that is shared now, and who need not read this plan (CoP 6.49). A person who is left out of the list is unchanged.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, no plan is shared, a person is given twice, or a reason is too long.</exception>
    public void RecordReaders(IReadOnlyList<ReaderContent> readers, Acting by)
    {
        RequireOpen("Who has read the plan");
        DomainRuleException.Require(LatestPlanVersion > 0, "No plan is shared yet");
        DomainRuleException.Require(readers.DistinctBy(reader => reader.StaffId).Count() == readers.Count, "Name each person once");
        var changes = new List<FieldChange>();
        foreach (var reader in readers)
        {
            var written = reader with { ExemptReason = TextLimits.Keep(reader.ExemptReason, TextLimits.Line, "The reason") };
            var known = planReaders.Find(row => row.StaffId == reader.StaffId);
            var before = known is null ? "" : known.InWords(LatestPlanVersion);
            if (known is null)
            {
                planReaders.Add(known = PlanReader.Of(reader.StaffId));
            }

            known.Write(written, LatestPlanVersion, by.Today);
            changes.Add(new($"readers/{reader.StaffId}/read", before, known.InWords(LatestPlanVersion)));
        }

        changes.RemoveAll(change => change.Old == change.New);
        planReaders.RemoveAll(row => row.Version == 0 && row.ExemptReason.Length == 0);
        if (changes.Count > 0)
        {
            // What the cycle lacks does not depend on its readers, and the other parts need not be loaded for them.
            Record(PupilId, Number, RecordEventKind.PlanReadingRecorded, by, changes: changes);
        }
    }
}

/// <summary>Someone who has read a plan, or need not.</summary>
public sealed class PlanReader
{
    private PlanReader()
    {
    }

    /// <summary>The member of staff.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>The latest version that they have read; 0 for none.</summary>
    public int Version { get; private set; }

    /// <summary>The day on which that was recorded.</summary>
    public DateOnly? ReadOn { get; private set; }

    /// <summary>Why they need not read the plan; empty where they should.</summary>
    public string ExemptReason { get; private set; } = "";

    internal static PlanReader Of(Guid staffId) => new() { StaffId = staffId };

    internal string InWords(int version) => string.Join(", ", new[] { Version == version ? $"version {version}" : "", ExemptReason.Length > 0 ? $"need not: {ExemptReason}" : "" }.Where(part => part.Length > 0));

    internal void Write(ReaderContent content, int version, DateOnly today)
    {
        ExemptReason = content.ExemptReason;
        if (content.HasRead && Version != version)
        {
            (Version, ReadOn) = (version, today);
        }
        else if (!content.HasRead && Version == version)
        {
            (Version, ReadOn) = (0, null);
        }
    }
}

/// <summary>What is recorded of one reader.</summary>
/// <param name="StaffId">The member of staff.</param>
/// <param name="HasRead">Whether they have read the version that is shared now.</param>
/// <param name="ExemptReason">Why they need not; empty where they should.</param>
public sealed record ReaderContent(Guid StaffId, bool HasRead, string ExemptReason = "");
