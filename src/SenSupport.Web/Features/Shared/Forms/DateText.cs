using System.Globalization;
using System.Text.RegularExpressions;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>Reads a date typed on one line: "26 Mar 2027", "26/3/2027", "26.3.27", "2027-03-26". The month may be a number or an English name.</summary>
public static partial class DateText
{
    /// <summary>Reads the text; false when it is no date of the calendar between 1900 and 2200.</summary>
    public static bool TryRead(string? text, out DateOnly date)
    {
        date = default;
        var typed = (text ?? "").Trim();
        if (Iso().Match(typed) is { Success: true } iso)
        {
            return TryRead(iso.Groups[3].Value, iso.Groups[2].Value, iso.Groups[1].Value, out date);
        }

        return British().Match(typed) is { Success: true } british
            && TryRead(british.Groups[1].Value, british.Groups[2].Value, british.Groups[3].Value, out date);
    }

    /// <summary>Reads three parts. A year of two digits is one of this century.</summary>
    internal static bool TryRead(string day, string month, string year, out DateOnly date)
    {
        date = default;
        if (Number(day) is not { } dayNumber || (Number(month) ?? UkDate.MonthNamed(month.Trim())) is not { } monthNumber || Number(year) is not { } yearNumber)
        {
            return false;
        }

        yearNumber += year.Trim().Length == 2 ? 2000 : 0;
        if (yearNumber is < 1900 or > 2200 || monthNumber is < 1 or > 12 || dayNumber < 1 || dayNumber > DateTime.DaysInMonth(yearNumber, monthNumber))
        {
            return false;
        }

        date = new DateOnly(yearNumber, monthNumber, dayNumber);
        return true;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([a-z]+|\d{1,2})[\s.,/-]+(\d{4}|\d{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex British();
}
