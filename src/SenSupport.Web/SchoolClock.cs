namespace SenSupport.Web;

/// <summary>Dates and times as they are in a school in England, whatever the server's own zone.</summary>
public static class SchoolClock
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today's date in London.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow().UtcDateTime));

    /// <summary>A UTC moment as London's clocks show it.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);

    /// <summary>The UTC moment at which a day begins in London.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London);

    /// <summary>The time of day as it is written: "2.31pm".</summary>
    public static string TimeText(DateTime utc)
    {
        var local = Local(utc);
        return $"{(local.Hour % 12 == 0 ? 12 : local.Hour % 12)}.{local.Minute:00}{(local.Hour < 12 ? "am" : "pm")}";
    }
}
