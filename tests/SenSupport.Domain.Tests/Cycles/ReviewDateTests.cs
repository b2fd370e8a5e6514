using SenSupport.Domain.Cycles;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class ReviewDateTests
{
    [Theory]
    [InlineData(-365, ReviewUrgency.Overdue)]
    [InlineData(-1, ReviewUrgency.Overdue)]
    [InlineData(0, ReviewUrgency.Soon)]
    [InlineData(14, ReviewUrgency.Soon)]
    [InlineData(15, ReviewUrgency.None)]
    public void Urgency_WhenDaysAhead_TurnsAtTodayAndAfterFourteen(int days, ReviewUrgency expected) =>
        Assert.Equal(expected, ReviewDate.Urgency(Given.Today.AddDays(days), Given.Today));

    [Fact]
    public void Urgency_WhenThereIsNoDate_IsNone() => Assert.Equal(ReviewUrgency.None, ReviewDate.Urgency(null, Given.Today));
}
