namespace SenSupport.Domain.Schools;

/// <summary>The term of a school census.</summary>
public enum CensusTerm
{
    /// <summary>In October.</summary>
    Autumn,

    /// <summary>In January; the only one that takes types of need.</summary>
    Spring,

    /// <summary>In May.</summary>
    Summer,
}

/// <summary>A school census: three each year, each about one day, a Thursday.</summary>
/// <param name="Term">Which of the three.</param>
/// <param name="Year">The calendar year.</param>
public readonly record struct SchoolCensus(CensusTerm Term, int Year)
{
    /// <summary>The day it is about: the first Thursday of October, the third of January, the third of May.</summary>
    public DateOnly Day => Term switch
    {
        CensusTerm.Autumn => Thursday(10, 1),
        CensusTerm.Spring => Thursday(1, 3),
        _ => Thursday(5, 3),
    };

    /// <summary>Whether it takes types of need beside the provision.</summary>
    public bool TakesNeeds => Term == CensusTerm.Spring;

    /// <summary>As it is said: "Spring 2027".</summary>
    public string Name => $"{Term} {Year}";

    /// <summary>The census whose day is today or next.</summary>
    public static SchoolCensus NextFrom(DateOnly today) =>
        new[] { new SchoolCensus(CensusTerm.Spring, today.Year), new(CensusTerm.Summer, today.Year), new(CensusTerm.Autumn, today.Year), new(CensusTerm.Spring, today.Year + 1) }
            .First(census => census.Day >= today);

    private DateOnly Thursday(int month, int which)
    {
        var first = new DateOnly(Year, month, 1);
        return first.AddDays((((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + ((which - 1) * 7));
    }
}
