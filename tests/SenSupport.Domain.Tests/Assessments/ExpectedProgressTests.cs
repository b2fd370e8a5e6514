using SenSupport.Domain.Assessments;

namespace SenSupport.Domain.Tests.Assessments;

/// <summary>The four tests of less than expected progress (CoP 6.17), on both sides of each edge.</summary>
public sealed class ExpectedProgressTests
{
    private static readonly DateOnly Start = new(2026, 9, 7);

    [Theory]
    [InlineData(104, ProgressFinding.Shown)]
    [InlineData(105, ProgressFinding.NotShown)]
    public void SlowerThanPeers_AroundHalfOfTheirGain_TurnsThere(int last, ProgressFinding expected)
    {
        var found = ExpectedProgress.SlowerThanPeers(Own(100, last), Peers(5), 2);

        Assert.Equal(expected, found.Finding);
        Assert.Contains(found.Figures, figure => figure.Contains("5 pupils from the same baseline: +10 on average", StringComparison.Ordinal));
    }

    [Fact]
    public void SlowerThanPeers_WithFewerThanFivePeers_HasNotEnoughData()
    {
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanPeers(Own(100, 100), Peers(4), 2).Finding);
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanPeers(Own(100), Peers(5), 2).Finding);
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanPeers(Own(90, 100), Peers(5), 2).Finding);
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanPeers(Own(100, 100), [.. Enumerable.Repeat((100m, 99m), 5)], 2).Finding);
    }

    [Theory]
    [InlineData(119, ProgressFinding.Shown)]
    [InlineData(120, ProgressFinding.NotShown)]
    [InlineData(121, ProgressFinding.NotShown)]
    public void SlowerThanBefore_AroundThePreviousRate_TurnsThere(int last, ProgressFinding expected) =>
        Assert.Equal(expected, ExpectedProgress.SlowerThanBefore(Own(100, 110, last)).Finding);

    [Fact]
    public void SlowerThanBefore_WithFiguresTooNearEachOther_HasNotEnoughData()
    {
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanBefore(Own(100, 110)).Finding);
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.SlowerThanBefore([new(Start, 1), new(Start.AddDays(27), 2), new(Start.AddDays(90), 3)]).Finding);
        Assert.Equal(ProgressFinding.Shown, ExpectedProgress.SlowerThanBefore([new(Start, 1), new(Start.AddDays(28), 2), new(Start.AddDays(90), 2.1m)]).Finding);
    }

    [Theory]
    [InlineData(96, ProgressFinding.NotShown, ProgressFinding.NotShown)]
    [InlineData(95, ProgressFinding.Shown, ProgressFinding.NotShown)]
    [InlineData(94, ProgressFinding.Shown, ProgressFinding.Shown)]
    public void Gap_AroundWhatItWas_TurnsThere(int last, ProgressFinding notClosed, ProgressFinding widened)
    {
        var (own, cohort) = (Own(90, last), Means(100, 105));

        Assert.Equal(notClosed, ExpectedProgress.DoesNotCloseGap(own, cohort).Finding);
        Assert.Equal(widened, ExpectedProgress.WidensGap(own, cohort).Finding);
    }

    [Fact]
    public void Gap_OfAPupilAboveTheCohort_IsNone()
    {
        Assert.Equal(ProgressFinding.NotShown, ExpectedProgress.DoesNotCloseGap(Own(110, 110), Means(100, 105)).Finding);
        Assert.Equal(ProgressFinding.NotShown, ExpectedProgress.WidensGap(Own(110, 110), Means(100, 105)).Finding);
    }

    [Fact]
    public void Gap_WithoutMeansNearTheDays_HasNotEnoughData()
    {
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.WidensGap(Own(90, 94), []).Finding);
        Assert.Equal(ProgressFinding.NotEnoughData, ExpectedProgress.WidensGap(Own(90, 94), [new(Start.AddDays(29), 100), new(Start.AddDays(91), 105)]).Finding);
        Assert.Equal(ProgressFinding.Shown, ExpectedProgress.WidensGap(Own(90, 94), [new(Start.AddDays(28), 100), new(Start.AddDays(91), 105)]).Finding);
    }

    [Fact]
    public void All_WhateverThereIs_SaysWhichFiguresItUsedOrLacks()
    {
        var none = ExpectedProgress.All([], [], [], 2);
        var some = ExpectedProgress.All(Own(90, 100, 101), [], Means(100, 105, 112), 2);

        Assert.Equal(4, none.Count);
        Assert.All(none, test => Assert.Equal(ProgressFinding.NotEnoughData, test.Finding));
        Assert.All(none.Concat(some), test => Assert.NotEmpty(test.Figures));
        Assert.Contains("7 September 2026: 90, 10 below the cohort", some[2].Figures);
    }

    private static ProgressPoint[] Own(params int[] values) => [.. values.Select((value, term) => new ProgressPoint(Start.AddDays(91 * term), value))];

    private static ProgressPoint[] Means(params int[] values) => Own(values);

    private static (decimal, decimal)[] Peers(int count) => [.. Enumerable.Range(0, count).Select(index => (100m + (index % 2), 110m + (index % 2)))];
}
