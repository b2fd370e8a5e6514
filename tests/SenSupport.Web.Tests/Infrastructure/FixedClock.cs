namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>A clock that stands: at ten in the morning of a day, in UTC.</summary>
public sealed class FixedClock(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
}
