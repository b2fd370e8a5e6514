using SenSupport.Domain.Progress;

namespace SenSupport.Domain.Tests.Progress;

public sealed class ExpectedProgressTests
{
    private static readonly DateOnly Start = new(2026, 1, 12);

    private static ProgressTest Test(ProgressTestKind kind, params (int Week, decimal Value, decimal? Peers)[] values) =>
        ExpectedProgress.Of(values.Select(value => new ProgressValue(Start.AddDays(7 * value.Week), value.Value, value.Peers))).Single(test => test.Kind == kind);

    [Theory]
    [InlineData(14, ProgressFinding.Yes)] // +4 of the +10 of the year group
    [InlineData(15, ProgressFinding.No)] // half of it
    [InlineData(20, ProgressFinding.No)]
    public void SlowerThanPeers_AtHalfOfTheirProgress_IsTheEdge(int last, ProgressFinding expected) =>
        Assert.Equal(expected, Test(ProgressTestKind.SlowerThanPeers, (0, 10, 11), (10, last, 21)).Finding);

    [Theory]
    [InlineData(9, ProgressFinding.Yes)] // three below twelve: a quarter
    [InlineData(8.9, ProgressFinding.NotEnoughData)]
    [InlineData(15, ProgressFinding.Yes)]
    [InlineData(15.1, ProgressFinding.NotEnoughData)]
    public void SlowerThanPeers_WhenTheStartingPointsDiffer_DoesNotCompare(double first, ProgressFinding expected) =>
        Assert.Equal(expected, Test(ProgressTestKind.SlowerThanPeers, (0, (decimal)first, 12), (10, (decimal)first, 22)).Finding);

    [Fact]
    public void SlowerThanPeers_WhenPeersDidNotGain_DoesNotCompare() =>
        Assert.Equal(ProgressFinding.NotEnoughData, Test(ProgressTestKind.SlowerThanPeers, (0, 10, 10), (10, 9, 10)).Finding);

    [Theory]
    [InlineData(3, ProgressFinding.NotEnoughData)]
    [InlineData(4, ProgressFinding.No)]
    public void Tests_WhenValuesAreLessThanFourWeeksApart_HaveNotEnoughData(int week, ProgressFinding expected)
    {
        Assert.Equal(expected, Test(ProgressTestKind.SlowerThanPeers, (0, 10, 10), (week, 12, 12)).Finding);
        Assert.Equal(expected, Test(ProgressTestKind.GapNotClosing, (0, 10, 10), (week, 12, 12)).Finding);
        Assert.Equal(expected, Test(ProgressTestKind.GapWidening, (0, 10, 10), (week, 12, 12)).Finding);
        Assert.Equal(expected, Test(ProgressTestKind.BelowPreviousRate, (0, 10, 10), (4, 12, 12), (4 + week, 14, 12)).Finding);
    }

    [Theory]
    [InlineData(29, ProgressFinding.Yes)]
    [InlineData(30, ProgressFinding.No)]
    [InlineData(31, ProgressFinding.No)]
    public void BelowPreviousRate_ComparesProgressForTheSameTime(int last, ProgressFinding expected) =>
        // +10 in the first ten weeks; the second step is twice as long, so it needs +20 less what is missing.
        Assert.Equal(expected == ProgressFinding.Yes ? ProgressFinding.Yes : ProgressFinding.No, Test(ProgressTestKind.BelowPreviousRate, (0, 0, null), (10, 10, null), (30, last, null)).Finding);

    [Theory]
    [InlineData(15, ProgressFinding.No, ProgressFinding.No)] // gap 5, was 6
    [InlineData(14, ProgressFinding.Yes, ProgressFinding.No)] // gap 6 as before
    [InlineData(13, ProgressFinding.Yes, ProgressFinding.Yes)] // gap 7
    [InlineData(20, ProgressFinding.No, ProgressFinding.No)] // closed
    public void Gap_WhenItStaysOrGrows_IsSaid(int last, ProgressFinding notClosing, ProgressFinding widening)
    {
        Assert.Equal(notClosing, Test(ProgressTestKind.GapNotClosing, (0, 4, 10), (10, last, 20)).Finding);
        Assert.Equal(widening, Test(ProgressTestKind.GapWidening, (0, 4, 10), (10, last, 20)).Finding);
    }

    [Fact]
    public void Gap_WhenThePupilIsAhead_IsNoGap() =>
        Assert.All([ProgressTestKind.GapNotClosing, ProgressTestKind.GapWidening], kind => Assert.Equal(ProgressFinding.No, Test(kind, (0, 14, 10), (10, 21, 20)).Finding));

    [Fact]
    public void Of_WithoutValues_SaysWhatIsMissingFourTimes() =>
        Assert.All(ExpectedProgress.Of([]), test => Assert.True(test.Finding == ProgressFinding.NotEnoughData && test.Figures.Length > 0));

    [Fact]
    public void Figures_WhenTheMeanIsThatOfOthersHere_SayOfHowMany()
    {
        ProgressValue[] values = [new(Start, 10, 11), new(Start.AddDays(70), 13, 21, PeersCounted: 7)];

        Assert.All(
            ExpectedProgress.Of(values).Where(test => test.Kind != ProgressTestKind.BelowPreviousRate),
            test => Assert.EndsWith("The mean on 23 March 2026 is that of 7 other pupils of the year group with a value here.", test.Figures, StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_SayWhatWasCompared() => Assert.Equal(
        "+3 (from 10 to 13) against +10 for the year group (from 11 to 21), 12 January 2026 to 23 March 2026.",
        Test(ProgressTestKind.SlowerThanPeers, (0, 10, 11), (10, 13, 21)).Figures);
}
