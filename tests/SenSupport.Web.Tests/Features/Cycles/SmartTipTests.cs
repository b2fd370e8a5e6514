using SenSupport.Web.Features.Cycles.WritePlan;

namespace SenSupport.Web.Tests.Features.Cycles;

public sealed class SmartTipTests
{
    [Theory]
    [InlineData("Zofia will improve her reading", "improve")]
    [InlineData("Will be more confident in groups", "more")]
    [InlineData("Takes part with confidence", "confidence")]
    [InlineData("Will work on handwriting", "work on")]
    [InlineData("Reads 30 words", null)]
    [InlineData("Goes to the tryst; moreover wells", null)]
    public void Of_WhenAWordIsVague_NamesIt(string statement, string? word) =>
        Assert.Equal(word, SmartTip.Of(new TargetEntry { Statement = statement })!.VagueWord);

    [Fact]
    public void Of_WhenNothingIsMissing_IsGood() =>
        Assert.True(SmartTip.Of(new TargetEntry { Statement = "Reads 30 words", Measure = "Weekly check", ByWhen = "26 Mar 2027" })!.IsGood);

    [Fact]
    public void Of_WhenNumberMeasureAndDateAreMissing_NamesEach() =>
        Assert.Equal(3, SmartTip.Of(new TargetEntry { Statement = "Reads aloud" })!.Missing.Count);

    [Fact]
    public void Of_WhenThereAreNoWords_SaysNothing() => Assert.Null(SmartTip.Of(new TargetEntry { Baseline = "4" }));
}
