using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Tests.Needs;

public sealed class SenProvisionCodeTests
{
    [Fact]
    public void IsValidOn_WhenToday_HoldsForNKAndEOnly() =>
        Assert.Equal(["N", "K", "E"], SenProvisionCode.All.Where(code => code.IsValidOn(Given.Today)).Select(code => code.Code));

    [Theory]
    [InlineData("A", 2015, 8, 31, true)]
    [InlineData("A", 2015, 9, 1, false)]
    [InlineData("P", 2015, 8, 31, true)]
    [InlineData("P", 2015, 9, 1, false)]
    [InlineData("S", 2018, 3, 31, true)]
    [InlineData("S", 2018, 4, 1, false)]
    public void IsValidOn_WhenRetired_EndsOnItsLastDay(string code, int year, int month, int day, bool expected) =>
        Assert.Equal(expected, SenProvisionCode.Find(code)!.IsValidOn(new DateOnly(year, month, day)));

    [Fact]
    public void Find_WhenUnknown_IsNull()
    {
        Assert.Null(SenProvisionCode.Find("k"));
        Assert.Null(SenProvisionCode.Find(null));
    }

    [Fact]
    public void ProvisionCode_WhenOfAnyStatus_IsACodeInUse() =>
        Assert.All(Enum.GetValues<SenStatus>(), status => Assert.True(SenProvisionCode.Find(status.ProvisionCode())!.IsValidOn(Given.Today)));
}
