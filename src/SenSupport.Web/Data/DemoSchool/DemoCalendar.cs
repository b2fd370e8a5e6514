using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The school's days around a date: terms, half-term weeks and weekends by simple rules, so that nobody reviews a plan on Boxing Day.</summary>
/// <param name="today">The day on which the school is made.</param>
internal sealed class DemoCalendar(DateOnly today)
{
    /// <summary>The day on which the school is made.</summary>
    public DateOnly Today => today;

    /// <summary>The last school day before today: everything that has happened, happened by then.</summary>
    public DateOnly LastDay { get; } = OnOrBefore(today.AddDays(-1));

    /// <summary>This academic year.</summary>
    public AcademicYear Year { get; } = AcademicYear.Of(today);

    /// <summary>The three terms of an academic year.</summary>
    public static IReadOnlyList<SchoolTerm> TermsOf(AcademicYear year)
    {
        var autumn = Next(new DateOnly(year.StartYear, 9, 2), day => !IsWeekend(day));
        var spring = Next(new DateOnly(year.StartYear + 1, 1, 4), day => !IsWeekend(day));
        var springEnds = Previous(new DateOnly(year.StartYear + 1, 3, 27), day => day.DayOfWeek == DayOfWeek.Thursday);
        return
        [
            new($"Autumn {autumn.Year}", autumn, Previous(new DateOnly(year.StartYear, 12, 20), day => day.DayOfWeek == DayOfWeek.Friday)),
            new($"Spring {spring.Year}", spring, springEnds),
            new($"Summer {spring.Year}", springEnds.AddDays(18), Previous(new DateOnly(year.StartYear + 1, 7, 22), day => day.DayOfWeek == DayOfWeek.Wednesday)),
        ];
    }

    /// <summary>The days on which staff are at school without pupils: before a term, unless that is New Year's Day, and after the last term of the year.</summary>
    public static IReadOnlyList<DateOnly> InsetDaysOf(AcademicYear year) =>
    [
        .. TermsOf(year).Select(term => Previous(term.Starts.AddDays(-1), day => !IsWeekend(day))).Where(day => day is not { Month: 1, Day: 1 }),
        Next(TermsOf(year)[^1].Ends.AddDays(1), day => !IsWeekend(day)),
        Next(TermsOf(year)[^1].Ends.AddDays(2), day => !IsWeekend(day)),
    ];

    /// <summary>Whether pupils are at school on a date.</summary>
    public static bool IsSchoolDay(DateOnly date) =>
        !IsWeekend(date) && TermsOf(AcademicYear.Of(date)).Any(term => term.Starts <= date && date <= term.Ends) && !IsHalfTerm(date);

    /// <summary>The date itself or the first school day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly date) => Next(date, IsSchoolDay);

    /// <summary>The date itself or the last school day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly date) => Previous(date, IsSchoolDay);

    /// <summary>The earlier of two dates.</summary>
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>Days spread evenly from <paramref name="first"/> to <paramref name="last"/> days from today: school days, in the holidays other weekdays.</summary>
    public IReadOnlyList<DateOnly> Spread(int first, int last, int count)
    {
        var all = Enumerable.Range(first, last - first + 1).Select(today.AddDays).ToList();
        var days = all.FindAll(IsSchoolDay);
        days = days.Count > 0 ? days : all.FindAll(day => !IsWeekend(day));
        return [.. Enumerable.Range(0, count).Select(index => days[count == 1 ? 0 : index * (days.Count - 1) / (count - 1)])];
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // The weeks from the Monday on or before 27 October, 17 February and 28 May.
    private static bool IsHalfTerm(DateOnly date) => date.Month is 10 or 11 or 2 or 5 or 6
        && new[] { new DateOnly(date.Year, 10, 27), new DateOnly(date.Year, 2, 17), new DateOnly(date.Year, 5, 28) }
            .Select(day => Previous(day, monday => monday.DayOfWeek == DayOfWeek.Monday))
            .Any(monday => monday <= date && date < monday.AddDays(7));

    private static DateOnly Next(DateOnly date, Func<DateOnly, bool> fits)
    {
        while (!fits(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    private static DateOnly Previous(DateOnly date, Func<DateOnly, bool> fits)
    {
        while (!fits(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }
}
