namespace SenSupport.Domain.Schools;

/// <summary>The days on which pupils are at school, as far as the school entered its terms. Beyond them every weekday but a bank holiday counts as one.</summary>
/// <param name="Terms">The terms, earliest first.</param>
/// <param name="InsetDays">Days on which staff are at school and pupils are not.</param>
public sealed record SchoolCalendar(IReadOnlyList<SchoolTerm> Terms, IReadOnlyList<DateOnly> InsetDays)
{
    /// <summary>Whether pupils are at school.</summary>
    public bool IsSchoolDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !IsBankHoliday(day)
        && !InsetDays.Contains(day)
        && (!IsPlanned(day) || Terms.Any(term => term.Starts <= day && day <= term.Ends));

    /// <summary>
    /// The day to suggest some weeks after another: that day, or the last school day before it; where none lies between the two, the first one after it.
    /// </summary>
    /// <param name="from">The day from which the weeks count.</param>
    /// <param name="weeks">How many.</param>
    public DateOnly DayWithin(DateOnly from, int weeks)
    {
        var wanted = from.AddDays(7 * weeks);
        for (var day = wanted; day > from; day = day.AddDays(-1))
        {
            if (IsSchoolDay(day))
            {
                return day;
            }
        }

        // Terms are finite, and beyond them every week has a school day: this ends.
        while (!IsSchoolDay(wanted))
        {
            wanted = wanted.AddDays(1);
        }

        return wanted;
    }

    // Between the first term and the last, a day outside all of them is a holiday; beyond, nothing is known.
    private bool IsPlanned(DateOnly day) => Terms.Count > 0 && Terms.Min(term => term.Starts) <= day && day <= Terms.Max(term => term.Ends);

    /// <summary>The bank holidays of England and Wales that can fall on a school day: those of Easter, and the Mondays of May and August.</summary>
    private static bool IsBankHoliday(DateOnly day)
    {
        var easter = EasterSunday(day.Year);
        return day == easter.AddDays(-2)
            || day == easter.AddDays(1)
            || day is { DayOfWeek: DayOfWeek.Monday, Month: 5, Day: <= 7 or >= 25 }
            || day is { DayOfWeek: DayOfWeek.Monday, Month: 8, Day: >= 25 }
            || day is { Month: 12, Day: 25 or 26 }
            || day is { Month: 1, Day: 1 };
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var count = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, count / 31, (count % 31) + 1);
    }
}
