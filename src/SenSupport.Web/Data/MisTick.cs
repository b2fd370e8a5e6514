namespace SenSupport.Web.Data;

/// <summary>A change of a record that somebody has keyed into the school's management information system.</summary>
public sealed class MisTick
{
    /// <summary>The event that tells the change.</summary>
    public Guid EventId { get; init; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Who ticked it off.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }
}
