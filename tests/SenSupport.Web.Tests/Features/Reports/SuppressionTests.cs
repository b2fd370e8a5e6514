using SenSupport.Web.Features.Reports;

namespace SenSupport.Web.Tests.Features.Reports;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("8 7 6", "8 7 6")]
    [InlineData("8 7 5", "8 7 5")]
    [InlineData("8 7 4", "8 - -")]
    [InlineData("9 4 1", "9 - -")]
    [InlineData("9 3 1 6", "9 - - -")]
    [InlineData("12 0 0 5 9", "12 - - - 9")]
    [InlineData("2 1", "- -")]
    [InlineData("4", "-")]
    [InlineData("5", "5")]
    [InlineData("", "")]
    public void Show_WhenCountsAddUpToAKnownTotal_HidesSmallOnesAndWhatWouldGiveThemAway(string counts, string shown) =>
        Assert.Equal(shown, string.Join(' ', Suppression.Show(Numbers(counts)).Select(count => count?.ToString() ?? "-")));

    [Fact]
    public void Show_WhateverTheCounts_LeavesEachHiddenCountOpen()
    {
        var random = new Random(20261123);
        foreach (var _ in Enumerable.Range(0, 20_000))
        {
            var counts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(random.Next(1, 30))).ToArray();
            var shown = Suppression.Show(counts);
            var hidden = counts.Where((_, index) => shown[index] is null).ToArray();

            Assert.DoesNotContain(shown, count => count < Suppression.Least);
            Assert.All(shown.Select((count, index) => (count, index)).Where(pair => pair.count is not null), pair => Assert.Equal(counts[pair.index], pair.count));
            if (hidden.Length > 0 && counts.Sum() >= Suppression.Least)
            {
                // Total less what is shown is spread over several counts, and is itself no small count.
                Assert.True(hidden.Length >= 2 && hidden.Sum() >= Suppression.Least, string.Join(' ', counts));
            }
        }
    }

    private static int[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
