using SenSupport.Domain.Cycles;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class CycleGapTests
{
    [Theory]
    [InlineData(-2, true, true, "2 days ago")]
    [InlineData(-1, true, true, "1 day ago")]
    [InlineData(0, true, false, "")]
    [InlineData(1, true, false, "")]
    [InlineData(-1, false, false, "")]
    public void Of_WhenReviewDateHasPassed_IsLateWhileTheCycleIsOpen(int days, bool open, bool late, string words)
    {
        var duties = CycleGap.Of(CycleGaps.None, open, Given.Today.AddDays(days), Given.Today);

        Assert.Equal(late ? 1 : 0, duties.Count);
        if (late)
        {
            Assert.Equal(("6.53", "review"), (duties[0].Paragraph, duties[0].Step));
            Assert.Contains(words, duties[0].Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(CycleGaps.NeedsNotAnalysed, "6.45", "assess")]
    [InlineData(CycleGaps.NoReviewDate, "6.48", "plan")]
    [InlineData(CycleGaps.TargetWithoutMeasure, "6.48", "plan")]
    [InlineData(CycleGaps.NoResponsibleTeacher, "6.52", "plan")]
    [InlineData(CycleGaps.PupilViewMissing, "6.54", "review")]
    [InlineData(CycleGaps.ParentViewMissing, "6.54", "review")]
    [InlineData(CycleGaps.NoDecision, "6.54", "review")]
    public void Of_WhenOneGapIsOpen_NamesParagraphAndPage(CycleGaps gap, string paragraph, string step)
    {
        var duty = Assert.Single(CycleGap.Of(gap, true, null, Given.Today));

        Assert.Equal((paragraph, step), (duty.Paragraph, duty.Step));
        Assert.All([duty.Title, duty.Detail, duty.Action], Assert.NotEmpty);
    }

    [Fact]
    public void Of_WhenAllIsOpen_ListsEachOnceWithTheLateReviewFirst()
    {
        var all = Enum.GetValues<CycleGaps>().Aggregate((one, other) => one | other);

        var duties = CycleGap.Of(all, true, Given.Today.AddDays(-1), Given.Today);

        Assert.Equal(8, duties.Distinct().Count());
        Assert.Equal("Review is late", duties[0].Title);
        Assert.Empty(CycleGap.Of(CycleGaps.None, true, null, Given.Today));
    }
}
