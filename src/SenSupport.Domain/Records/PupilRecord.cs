namespace SenSupport.Domain.Records;

/// <summary>A record of its own about one pupil, beside the pupil's. Where two records of the same pupil become one, it follows the pupil.</summary>
public abstract class PupilRecord : AggregateRoot
{
    /// <summary>The pupil whom it is about.</summary>
    public Guid PupilId { get; private protected set; }

    /// <summary>Gives it to the other record of the same pupil. The pupil that it has changes nothing.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="kind">Whether two records became one, or are two again.</param>
    /// <param name="by">Who did it, and when.</param>
    public void BelongTo(Guid pupilId, RecordEventKind kind, Acting by)
    {
        if (pupilId != PupilId)
        {
            PupilId = pupilId;
            Record(kind, by, "Moved with the pupil’s record");
        }
    }

    private protected void Record(RecordEventKind kind, Acting by, string summary = "", IEnumerable<FieldChange>? changes = null) =>
        Record(PupilId, null, kind, by, summary, changes?.Where(change => change.Old != change.New).ToList());

    private protected static void RequireDay(DateOnly on, Acting by) => DomainRuleException.Require(on <= by.Today, "The date must not be in the future");

    private protected static string Required(string? text, int limit, string what, string missing)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(text), missing);
        return TextLimits.Keep(text, limit, what);
    }
}
