using System.Globalization;
using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2026-10-13", "2016-10-14", 9)]
    [InlineData("2026-10-14", "2016-10-14", 10)]
    [InlineData("2026-10-15", "2016-10-14", 10)]
    [InlineData("2026-10-14", "2026-10-14", 0)]
    [InlineData("2026-01-31", "2016-12-01", 9)]
    public void On_WhenBirthdayIsNearOrFar_CountsWholeYears(string day, string birth, int expected) => Assert.Equal(expected, Age.On(Date(day), Date(birth)));

    [Theory]
    [InlineData("2027-02-28", 10)] // in a year without a 29th the birthday is 1 March
    [InlineData("2027-03-01", 11)]
    [InlineData("2028-02-28", 11)]
    [InlineData("2028-02-29", 12)]
    public void On_WhenBornOn29February_TurnsOlderOnTheDayOrOn1March(string day, int expected) => Assert.Equal(expected, Age.On(Date(day), new DateOnly(2016, 2, 29)));

    [Theory]
    [InlineData("2010-09-01", "2027-06-25")] // turns 16 on the first day of the year 2026/27
    [InlineData("2010-08-31", "2026-06-26")] // a day earlier: a school year earlier
    [InlineData("2011-08-31", "2027-06-25")]
    [InlineData("2011-06-30", "2027-06-25")] // turns 16 after the last Friday, and is still free from it
    [InlineData("2012-02-29", "2028-06-30")] // 30 June is the Friday itself
    [InlineData("2013-01-01", "2029-06-29")]
    [InlineData("2007-01-01", "2023-06-30")]
    [InlineData("2008-12-31", "2025-06-27")]
    public void EndOfCompulsorySchoolAge_WhenTurning16_IsLastFridayInJuneOfThatSchoolYear(string birth, string expected)
    {
        var end = Age.EndOfCompulsorySchoolAge(Date(birth));

        Assert.Equal(Date(expected), end);
        Assert.Equal(DayOfWeek.Friday, end.DayOfWeek);
        Assert.Equal(7, end.AddDays(7).Month);
    }

    [Theory]
    [InlineData("2027-06-24", false)]
    [InlineData("2027-06-25", true)]
    [InlineData("2027-06-26", true)]
    public void IsYoungPerson_FromTheLastFridayOn_IsTrue(string day, bool expected) => Assert.Equal(expected, Age.IsYoungPerson(Date(day), new DateOnly(2010, 9, 1)));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
