using SenSupport.Domain.Needs;

namespace SenSupport.Domain.Tests.Needs;

public sealed class NeedTypeTests
{
    [Theory]
    [InlineData("SLCN", AreaOfNeed.CommunicationAndInteraction)]
    [InlineData("ASD", AreaOfNeed.CommunicationAndInteraction)]
    [InlineData("SPLD", AreaOfNeed.CognitionAndLearning)]
    [InlineData("MLD", AreaOfNeed.CognitionAndLearning)]
    [InlineData("SLD", AreaOfNeed.CognitionAndLearning)]
    [InlineData("PMLD", AreaOfNeed.CognitionAndLearning)]
    [InlineData("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)]
    [InlineData("HI", AreaOfNeed.SensoryPhysical)]
    [InlineData("VI", AreaOfNeed.SensoryPhysical)]
    [InlineData("MSI", AreaOfNeed.SensoryPhysical)]
    [InlineData("PD", AreaOfNeed.SensoryPhysical)]
    [InlineData("DS", null)]
    [InlineData("OTH", null)]
    [InlineData("NSA", null)]
    public void Find_WhenCurrent_HasItsAreaAndIsValidToday(string code, AreaOfNeed? area)
    {
        var type = NeedType.Find(code)!;

        Assert.Equal(area, type.Area);
        Assert.True(type.IsValidOn(Given.Today));
        Assert.NotEmpty(type.Name);
    }

    [Fact]
    public void All_WhenListed_HasEachCodeOnceAndRetiredOnesLast()
    {
        Assert.Equal(15, NeedType.All.Count);
        Assert.Equal(15, NeedType.All.Select(type => type.Code).Distinct().Count());
        Assert.Equal(["BESD"], NeedType.All.Where(type => !type.IsValidOn(Given.Today)).Select(type => type.Code));
        Assert.Equal("BESD", NeedType.All[^1].Code);
    }

    [Theory]
    [InlineData("BESD", 2014, 8, 31, true)]
    [InlineData("BESD", 2014, 9, 1, false)]
    [InlineData("SEMH", 2014, 8, 31, false)]
    [InlineData("SEMH", 2014, 9, 1, true)]
    [InlineData("DS", 2025, 8, 31, false)]
    [InlineData("DS", 2025, 9, 1, true)]
    [InlineData("SLCN", 1990, 1, 1, true)]
    public void IsValidOn_WhenAroundItsDates_HoldsTheirEdges(string code, int year, int month, int day, bool expected) =>
        Assert.Equal(expected, NeedType.Find(code)!.IsValidOn(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("slcn")]
    [InlineData("SEN")]
    public void Find_WhenUnknown_IsNull(string? code) => Assert.Null(NeedType.Find(code));

    [Theory]
    [InlineData(AreaOfNeed.CommunicationAndInteraction, "Communication and interaction", "C&I")]
    [InlineData(AreaOfNeed.CognitionAndLearning, "Cognition and learning", "C&L")]
    [InlineData(AreaOfNeed.SocialEmotionalMentalHealth, "Social, emotional and mental health", "SEMH")]
    [InlineData(AreaOfNeed.SensoryPhysical, "Sensory and/or physical", "S/P")]
    public void Name_WhenAreaIsShown_IsAsTheCodeWritesIt(AreaOfNeed area, string name, string shortName) => Assert.Equal((name, shortName), (area.Name(), area.ShortName()));
}
