using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class AcademicYearTests
{
    [Theory]
    [InlineData(2026, 8, 31, 2025)]
    [InlineData(2026, 9, 1, 2026)]
    [InlineData(2026, 12, 31, 2026)]
    [InlineData(2027, 1, 1, 2026)]
    public void Of_WhenAroundSeptember_TurnsOnTheFirst(int year, int month, int day, int expected) =>
        Assert.Equal(new AcademicYear(expected), AcademicYear.Of(new DateOnly(year, month, day)));

    [Fact]
    public void Starts_WhenAsked_HoldsBothEnds()
    {
        var year = new AcademicYear(2026);

        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)), (year.Starts, year.Ends));
        Assert.Equal(year, AcademicYear.Of(year.Starts));
        Assert.Equal(year, AcademicYear.Of(year.Ends));
    }

    [Theory]
    [InlineData(2026, "2026/27")]
    [InlineData(2008, "2008/09")]
    [InlineData(2099, "2099/00")]
    public void ToString_WhenWritten_IsAsSchoolsWriteIt(int start, string expected) => Assert.Equal(expected, new AcademicYear(start).ToString());

    [Fact]
    public void CompareTo_WhenLater_IsGreater() => Assert.True(new AcademicYear(2027).CompareTo(new AcademicYear(2026)) > 0);
}
