using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class NcYearTests
{
    [Theory]
    [InlineData("E1", KeyStage.EarlyYears, "Nursery")]
    [InlineData("E2", KeyStage.EarlyYears, "Nursery")]
    [InlineData("N1", KeyStage.EarlyYears, "Nursery")]
    [InlineData("N2", KeyStage.EarlyYears, "Nursery")]
    [InlineData("R", KeyStage.EarlyYears, "Reception")]
    [InlineData("1", KeyStage.KeyStage1, "Year 1")]
    [InlineData("2", KeyStage.KeyStage1, "Year 2")]
    [InlineData("3", KeyStage.KeyStage2, "Year 3")]
    [InlineData("6", KeyStage.KeyStage2, "Year 6")]
    [InlineData("7", KeyStage.KeyStage3, "Year 7")]
    [InlineData("9", KeyStage.KeyStage3, "Year 9")]
    [InlineData("10", KeyStage.KeyStage4, "Year 10")]
    [InlineData("11", KeyStage.KeyStage4, "Year 11")]
    [InlineData("12", KeyStage.KeyStage5, "Year 12")]
    [InlineData("14", KeyStage.KeyStage5, "Year 14")]
    [InlineData("X", null, "No year group")]
    public void Parse_WhenCodeIsKnown_HasStageAndName(string code, KeyStage? stage, string name)
    {
        var year = NcYear.Parse(code);

        Assert.Equal((code, stage, name, code), (year.Code, year.KeyStage, year.Name, year.ToString()));
    }

    [Theory]
    [InlineData(" r ", "R")]
    [InlineData("n2", "N2")]
    [InlineData("x", "X")]
    public void Parse_WhenTypedLoosely_IsRead(string typed, string code) => Assert.Equal(code, NcYear.Parse(typed).Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("15")]
    [InlineData("01")]
    [InlineData("E3")]
    [InlineData("N3")]
    [InlineData("-1")]
    [InlineData("Reception")]
    public void Parse_WhenCodeIsUnknown_IsRefused(string? typed)
    {
        Assert.False(NcYear.TryParse(typed, out _));
        Assert.Throws<DomainRuleException>(() => NcYear.Parse(typed));
    }

    [Fact]
    public void Codes_WhenListed_RunFromYoungestToOldest()
    {
        Assert.Equal(20, NcYear.Codes.Count);
        Assert.Equal(Enumerable.Range(0, 20), NcYear.Codes.Select(code => NcYear.Parse(code).Order));
        Assert.True(NcYear.Parse("10").CompareTo(NcYear.Parse("9")) > 0);
        Assert.True(NcYear.Parse("R").CompareTo(NcYear.Parse("1")) < 0);
    }
}
