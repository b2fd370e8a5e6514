using System.Globalization;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>The three fields of a date as they were typed, so that a wrong date comes back to be mended.</summary>
public sealed class DateParts
{
    /// <summary>The day.</summary>
    public string? Day { get; set; }

    /// <summary>The month: a number or an English name.</summary>
    public string? Month { get; set; }

    /// <summary>The year.</summary>
    public string? Year { get; set; }

    /// <summary>Whether nothing was typed in any of the three.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The fields for a stored date; empty ones for none.</summary>
    public static DateParts From(DateOnly? date) => date is not { } value ? new DateParts() : new DateParts
    {
        Day = value.Day.ToString(CultureInfo.InvariantCulture),
        Month = value.Month.ToString(CultureInfo.InvariantCulture),
        Year = value.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the date; false when the three are no date of the calendar (31 February) or one is missing.</summary>
    public bool TryRead(out DateOnly date) => DateText.TryRead(Day ?? "", Month ?? "", Year ?? "", out date);
}
