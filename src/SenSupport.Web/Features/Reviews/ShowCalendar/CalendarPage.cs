using System.Globalization;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.ShowCalendar;

/// <summary>The weeks that an address asks for: a month, or one week.</summary>
/// <param name="First">The first day of the month, or the Monday of the week.</param>
/// <param name="IsWeek">Whether one week is asked for.</param>
public sealed record CalendarSpan(DateOnly First, bool IsWeek)
{
    // A calendar of a year far off would show nothing, and its neighbours must exist.
    private const int Years = 20;

    /// <summary>The first day shown, a Monday.</summary>
    public DateOnly From => Monday(First);

    /// <summary>The last day shown, a Sunday.</summary>
    public DateOnly To => IsWeek ? From.AddDays(6) : Monday(First.AddMonths(1).AddDays(-1)).AddDays(6);

    /// <summary>The span before this.</summary>
    public CalendarSpan Earlier => this with { First = IsWeek ? First.AddDays(-7) : First.AddMonths(-1) };

    /// <summary>The span after this.</summary>
    public CalendarSpan Next => this with { First = IsWeek ? First.AddDays(7) : First.AddMonths(1) };

    /// <summary>The month in which it lies, or its week.</summary>
    public CalendarSpan Other => IsWeek ? new(new DateOnly(First.Year, First.Month, 1), false) : new(From, true);

    /// <summary>In words: "November 2026", "Week of 23 November 2026".</summary>
    public string Name => IsWeek ? $"Week of {UkDate.Long(First)}" : UkDate.Long(First)[2..];

    /// <summary>The address that asks this.</summary>
    public string Address => IsWeek ? $"/reviews/calendar?week={First:yyyy-MM-dd}" : $"/reviews/calendar?month={First:yyyy-MM}";

    /// <summary>Reads an address; what cannot be read is the month of today.</summary>
    /// <param name="month">A month as "2026-11".</param>
    /// <param name="week">Any day of a week as "2026-11-23".</param>
    /// <param name="today">The date in the school.</param>
    public static CalendarSpan Read(string? month, string? week, DateOnly today)
    {
        if (DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsNear(day))
        {
            return new CalendarSpan(Monday(day), true);
        }

        return DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && IsNear(first)
            ? new CalendarSpan(first, false)
            : new CalendarSpan(new DateOnly(today.Year, today.Month, 1), false);

        bool IsNear(DateOnly date) => Math.Abs(date.Year - today.Year) <= Years;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>What the calendar shows.</summary>
/// <param name="Span">The month or the week.</param>
/// <param name="Reviews">The reviews due in it.</param>
/// <param name="School">When pupils are at school.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="Staff">Who looks.</param>
public sealed record CalendarPage(CalendarSpan Span, IReadOnlyList<ReviewRow> Reviews, SchoolCalendar School, DateOnly Today, SignedInStaff Staff)
{
    /// <summary>The days of the week, as the heads of the columns have them.</summary>
    public static IReadOnlyList<string> Weekdays { get; } = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The weeks, each with its seven days from Monday.</summary>
    public IEnumerable<IReadOnlyList<CalendarDay>> Weeks
    {
        get
        {
            var byDay = Reviews.ToLookup(review => review.On);
            for (var monday = Span.From; monday < Span.To; monday = monday.AddDays(7))
            {
                yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => new CalendarDay(day, Span.IsWeek || day.Month == Span.First.Month, WhyNoSchool(day), [.. byDay[day]]))];
            }
        }
    }

    /// <summary>How many reviews are due in the month or week itself.</summary>
    public int Count => Reviews.Count(review => Span.IsWeek || review.On?.Month == Span.First.Month);

    private string? WhyNoSchool(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null
        : School.InsetDays.Contains(day) ? "Inset day"
        : School.IsSchoolDay(day) ? null : "Holiday";
}

/// <summary>One day of the calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsInSpan">Whether it belongs to the month; days of its neighbours fill the first week and the last.</param>
/// <param name="NoSchool">"Inset day" or "Holiday"; null on a school day and at a weekend.</param>
/// <param name="Reviews">The reviews due on it.</param>
public sealed record CalendarDay(DateOnly Date, bool IsInSpan, string? NoSchool, IReadOnlyList<ReviewRow> Reviews)
{
    /// <summary>Whether there is anything to say of it: on a phone the others are left out.</summary>
    public bool IsEmpty => Reviews.Count == 0 && NoSchool is null;
}
