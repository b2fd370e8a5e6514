using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class SchoolCalendarTests
{
    private static readonly SchoolCalendar Calendar = new(
        [
            new("Autumn 2026", new(2026, 9, 2), new(2026, 12, 18)),
            new("Spring 2027", new(2027, 1, 5), new(2027, 3, 25)),
            new("Summer 2027", new(2027, 4, 12), new(2027, 7, 21)),
        ],
        [new(2027, 1, 5), new(2026, 11, 27)]);

    [Theory]
    [InlineData("2026-09-02", true)]
    [InlineData("2026-09-05", false)]
    [InlineData("2026-12-18", true)]
    [InlineData("2026-12-21", false)]
    [InlineData("2027-01-04", false)]
    [InlineData("2027-01-05", false)]
    [InlineData("2027-01-06", true)]
    [InlineData("2027-05-03", false)]
    [InlineData("2027-05-04", true)]
    [InlineData("2027-05-10", true)]
    [InlineData("2027-05-31", false)]
    [InlineData("2027-07-21", true)]
    [InlineData("2027-07-22", true)]
    [InlineData("2028-04-14", false)]
    [InlineData("2028-04-17", false)]
    [InlineData("2028-04-18", true)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-04-06", false)]
    public void IsSchoolDay_WhenAnyDay_FollowsTermsInsetDaysAndBankHolidays(string day, bool expected) => Assert.Equal(expected, Calendar.IsSchoolDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-09-07", 11, "2026-11-23")]
    [InlineData("2026-09-04", 12, "2026-11-26")]
    [InlineData("2026-09-05", 12, "2026-11-26")]
    [InlineData("2026-10-05", 12, "2026-12-18")]
    [InlineData("2026-12-18", 1, "2027-01-06")]
    [InlineData("2027-02-08", 12, "2027-04-30")]
    [InlineData("2027-07-19", 12, "2027-10-11")]
    [InlineData("2027-07-20", 52, "2028-07-18")]
    public void DayWithin_WhenTheDayIsNoSchoolDay_TakesTheLastBeforeOrElseTheNext(string from, int weeks, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Calendar.DayWithin(DateOnly.Parse(from), weeks));

    [Fact]
    public void DayWithin_WhenNoTermsAreEntered_TakesAWeekday() =>
        Assert.Equal(new DateOnly(2026, 10, 2), new SchoolCalendar([], []).DayWithin(new(2026, 9, 5), 4));

    [Fact]
    public void DayWithin_WhenFromAnyDay_IsASchoolDayAfterIt()
    {
        for (var day = new DateOnly(2026, 8, 1); day.Year < 2028; day = day.AddDays(1))
        {
            foreach (var weeks in new[] { 1, 12, 52 })
            {
                var suggested = Calendar.DayWithin(day, weeks);
                Assert.True(suggested > day && Calendar.IsSchoolDay(suggested));
            }
        }
    }
}
