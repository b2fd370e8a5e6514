using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>How many sessions of one provision were planned for one week, and how many took place.</summary>
public sealed class SessionWeek
{
    private SessionWeek()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The row of provision; it may have been taken out of the plan since.</summary>
    public Guid ProvisionId { get; private set; }

    /// <summary>What the provision was called then.</summary>
    public string What { get; private set; } = "";

    /// <summary>The Monday of the week.</summary>
    public DateOnly WeekOf { get; private set; }

    /// <summary>Sessions planned for the week.</summary>
    public int Planned { get; private set; }

    /// <summary>Sessions that took place; more than planned where one was made up.</summary>
    public int Held { get; private set; }

    /// <summary>Why there were fewer, where somebody said so.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    internal static SessionWeek Of(Guid provisionId, string what, DateOnly weekOf) =>
        new() { Id = Guid.CreateVersion7(), ProvisionId = provisionId, What = what, WeekOf = weekOf };

    internal void Write(SessionCount count, Acting by) =>
        (Planned, Held, Reason, StaffId, StaffName) = (count.Planned, count.Held, count.Reason, by.StaffId, by.Name);

    internal bool Says(SessionCount count) => Planned == count.Planned && Held == count.Held && Reason == count.Reason;

    internal string InWords() => Reason.Length == 0 ? $"{Held} of {Planned}" : $"{Held} of {Planned}: {Reason}";
}

/// <summary>How many sessions of a provision took place in a week, as it is written.</summary>
/// <param name="ProvisionId">The row of provision.</param>
/// <param name="Planned">How many were planned, 0 to <see cref="Most"/>.</param>
/// <param name="Held">How many took place, 0 to <see cref="Most"/>.</param>
/// <param name="Reason">Why there were fewer; may be empty.</param>
public sealed record SessionCount(Guid ProvisionId, int Planned, int Held, string Reason = "")
{
    /// <summary>The most sessions in a week.</summary>
    public const int Most = 50;

    internal SessionCount Checked()
    {
        DomainRuleException.Require(Planned is >= 0 and <= Most && Held is >= 0 and <= Most, $"Sessions in a week: enter 0 to {Most}");
        return this with { Reason = TextLimits.Keep(Reason, TextLimits.Line, "The reason") };
    }
}
