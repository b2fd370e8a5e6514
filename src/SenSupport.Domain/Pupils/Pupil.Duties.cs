using SenSupport.Domain.Duties;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Duties that do not apply.</content>
public sealed partial class Pupil
{
    /// <summary>The SENCo finds that a duty does not apply to the pupil: it is outstanding no longer, whatever the record lacks, until it is taken up again.</summary>
    /// <exception cref="DomainRuleException">The duty is set aside already, there is no reason, or it is too long.</exception>
    public void SetDutyAside(DutyKind kind, string reason, Acting by)
    {
        DomainRuleException.Require(Enum.IsDefined(kind), "Choose a duty");
        DomainRuleException.Require(!dutiesSetAside.Exists(known => known.Kind == kind), $"{kind.Name()} is marked as not applicable already");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(reason), "Enter why it does not apply");
        var set = DutySetAside.Of(kind, by, TextLimits.Keep(reason, TextLimits.Narrative, "The reason"));
        dutiesSetAside.Add(set);
        Record(RecordEventKind.DutySetAside, by, kind.Name(), [new("dutySetAside", "", kind.Name()), new("dutySetAsideReason", "", set.Reason)]);
    }

    /// <summary>The duty applies again.</summary>
    /// <exception cref="DomainRuleException">It was not set aside.</exception>
    public void TakeDutyUp(DutyKind kind, Acting by)
    {
        var set = dutiesSetAside.Find(known => known.Kind == kind);
        DomainRuleException.Require(set is not null, "That duty applies already");
        dutiesSetAside.Remove(set!);
        Record(RecordEventKind.DutyTakenUp, by, kind.Name(), [new("dutySetAside", kind.Name(), ""), new("dutySetAsideReason", set!.Reason, "")]);
    }
}

/// <summary>A duty that the SENCo found not to apply to a pupil, with the reason.</summary>
public sealed class DutySetAside
{
    private DutySetAside()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The duty.</summary>
    public DutyKind Kind { get; private set; }

    /// <summary>The day on which it was decided.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who decided it, as they were called then.</summary>
    public string By { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    internal static DutySetAside Of(DutyKind kind, Acting by, string reason) => new() { Id = Guid.CreateVersion7(), Kind = kind, On = by.Today, By = by.Name, Reason = reason };
}
