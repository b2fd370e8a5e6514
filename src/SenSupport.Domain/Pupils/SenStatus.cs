namespace SenSupport.Domain.Pupils;

/// <summary>Where a pupil stands. Monitoring is the school's own state and goes out as provision code N.</summary>
public enum SenStatus
{
    /// <summary>No SEN: code N.</summary>
    None,

    /// <summary>Watched after a first concern, or after leaving SEN Support; not on the register.</summary>
    Monitoring,

    /// <summary>SEN Support: code K.</summary>
    SenSupport,

    /// <summary>Education, health and care plan: code E.</summary>
    EhcPlan,
}

/// <summary>The statuses' names and codes.</summary>
public static class SenStatuses
{
    /// <summary>As it is written on screen and paper.</summary>
    public static string Name(this SenStatus status) => status switch
    {
        SenStatus.Monitoring => "Monitoring",
        SenStatus.SenSupport => "SEN Support",
        SenStatus.EhcPlan => "EHC plan",
        _ => "No SEN",
    };

    /// <summary>The provision code that the school census takes.</summary>
    public static string ProvisionCode(this SenStatus status) => status switch
    {
        SenStatus.SenSupport => "K",
        SenStatus.EhcPlan => "E",
        _ => "N",
    };

    /// <summary>Whether the pupil is on the SEN register, which holds codes K and E.</summary>
    public static bool IsOnRegister(this SenStatus status) => status is SenStatus.SenSupport or SenStatus.EhcPlan;
}

/// <summary>A time during which a pupil had one status.</summary>
public sealed class SenStatusPeriod
{
    private SenStatusPeriod()
    {
    }

    /// <summary>The period's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The status.</summary>
    public SenStatus Status { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Last day; null while it is open.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>Why it changed, in the SENCo's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>For monitoring, the day on which the school looks again.</summary>
    public DateOnly? MonitorUntil { get; private set; }

    internal static SenStatusPeriod Begin(SenStatus status, DateOnly start, string reason, DateOnly? monitorUntil) =>
        new() { Id = Guid.CreateVersion7(), Status = status, Start = start, Reason = reason, MonitorUntil = monitorUntil };

    internal static SenStatusPeriod Of(StatusPart part) =>
        new() { Id = part.Id, Status = part.Status, Start = part.Start, End = part.End, Reason = part.Reason ?? "", MonitorUntil = part.MonitorUntil };

    internal void Finish(DateOnly end) => End = end;

    internal void Restore(DateOnly? end) => End = end;

    internal void GoOn(DateOnly? monitorUntil) => (End, MonitorUntil) = (null, monitorUntil ?? MonitorUntil);
}
