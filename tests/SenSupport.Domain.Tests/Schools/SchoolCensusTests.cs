using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class SchoolCensusTests
{
    [Theory]
    [InlineData(CensusTerm.Autumn, 2025, "2025-10-02")]
    [InlineData(CensusTerm.Autumn, 2026, "2026-10-01")]
    [InlineData(CensusTerm.Spring, 2026, "2026-01-15")]
    [InlineData(CensusTerm.Spring, 2027, "2027-01-21")]
    [InlineData(CensusTerm.Summer, 2026, "2026-05-21")]
    [InlineData(CensusTerm.Summer, 2027, "2027-05-20")]
    public void Day_OfEachTerm_IsItsThursday(CensusTerm term, int year, string day)
    {
        var census = new SchoolCensus(term, year);

        Assert.Equal(DateOnly.Parse(day, null), census.Day);
        Assert.Equal(DayOfWeek.Thursday, census.Day.DayOfWeek);
    }

    [Theory]
    [InlineData("2026-10-01", "Autumn 2026")]
    [InlineData("2026-10-02", "Spring 2027")]
    [InlineData("2027-01-21", "Spring 2027")]
    [InlineData("2027-01-22", "Summer 2027")]
    [InlineData("2026-01-01", "Spring 2026")]
    public void NextFrom_AnyDay_IsTheOneTodayOrNext(string today, string name) => Assert.Equal(name, SchoolCensus.NextFrom(DateOnly.Parse(today, null)).Name);

    [Fact]
    public void TakesNeeds_IsSpringAlone() =>
        Assert.Equal([CensusTerm.Spring], Enum.GetValues<CensusTerm>().Where(term => new SchoolCensus(term, 2027).TakesNeeds));
}
