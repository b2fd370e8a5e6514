namespace SenSupport.Web.Features.Shared;

/// <summary>Dates as they are written in England, whatever the server's own culture: its libraries shorten September to "Sept".</summary>
public static class UkDate
{
    /// <summary>Days ahead within which a date is also given in words.</summary>
    public const int SoonDays = 14;

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>For running text: "2 December 2026".</summary>
    public static string Long(DateOnly date) => FormattableString.Invariant($"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>For tables: "2 Dec 2026".</summary>
    public static string Short(DateOnly date) => FormattableString.Invariant($"{date.Day} {Months[date.Month - 1][..3]} {date.Year}");

    /// <summary>Where the year is plain from what stands beside it: "2 Dec".</summary>
    public static string DayAndMonth(DateOnly date) => FormattableString.Invariant($"{date.Day} {Months[date.Month - 1][..3]}");

    /// <summary>A date seen from today: "today", "in 8 days", "4 days late"; null more than 14 days ahead.</summary>
    public static string? Relative(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        > SoonDays => null,
        > 1 and var days => $"in {days} days",
        1 => "tomorrow",
        0 => "today",
        -1 => "1 day late",
        var days => $"{-days} days late",
    };

    /// <summary>The month whose English name, whole or from three letters on, is given ("Sept" too); null when there is none.</summary>
    internal static int? MonthNamed(string text)
    {
        var index = text.Length < 3 ? -1 : Array.FindIndex(Months, month => month.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }
}
