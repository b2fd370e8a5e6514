using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Tests.TagHelpers;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("26 Mar 2027")]
    [InlineData(" 26 march 2027 ")]
    [InlineData("26th March, 2027")]
    [InlineData("26/3/2027")]
    [InlineData("26/03/27")]
    [InlineData("26.3.27")]
    [InlineData("26-3-2027")]
    [InlineData("2027-03-26")]
    public void TryRead_WhenDateIsWrittenAsPeopleDo_ReadsIt(string text)
    {
        Assert.True(DateText.TryRead(text, out var date));
        Assert.Equal(new DateOnly(2027, 3, 26), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31 Feb 2027")]
    [InlineData("29/2/2027")]
    [InlineData("26 Ma 2027")]
    [InlineData("26/13/2027")]
    [InlineData("0/1/2027")]
    [InlineData("26 Mar 1899")]
    [InlineData("26 Mar 20277")]
    [InlineData("next Friday")]
    [InlineData("2027-03-26T00:00")]
    public void TryRead_WhenNoDate_Refuses(string? text) => Assert.False(DateText.TryRead(text, out _));

    [Theory]
    [InlineData("1 Sept 2026", 9)]
    [InlineData("1 Sep 2026", 9)]
    [InlineData("1 jun 2026", 6)]
    [InlineData("1 jul 2026", 7)]
    public void TryRead_WhenMonthIsShortened_KnowsIt(string text, int month)
    {
        Assert.True(DateText.TryRead(text, out var date));
        Assert.Equal(month, date.Month);
    }

    [Theory]
    [InlineData("29", "2", "2028", true)]
    [InlineData("29", "2", "2027", false)]
    [InlineData(" 3 ", "March", "27", true)]
    [InlineData("3", "", "2027", false)]
    [InlineData("-3", "3", "2027", false)]
    [InlineData("3", "3", "027", false)]
    public void TryRead_WhenThreeParts_KnowsTheCalendar(string day, string month, string year, bool real) =>
        Assert.Equal(real, new DateParts { Day = day, Month = month, Year = year }.TryRead(out _));

    [Fact]
    public void From_WhenDate_RoundTrips()
    {
        Assert.True(DateParts.From(new DateOnly(2027, 3, 26)).TryRead(out var date));
        Assert.Equal(new DateOnly(2027, 3, 26), date);
        Assert.True(DateParts.From(null).IsEmpty);
    }
}
