using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class NextStepTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7(), Tom = Guid.CreateVersion7();

    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Review);

    [Fact]
    public void RecordReview_WhenItHasNextSteps_ReadsThemBackInOrderAndTheSameAgainChangesNothing()
    {
        var review = Review(new(First, "Ring the therapist", Tom, "", Given.Today.AddDays(7)), new(Second, "Read at bedtime", null, "Mum"));

        var change = Given.Changes(cycle, () => cycle.RecordReview(review, Given.Senco));

        Assert.Equal(RecordFields.Of(review), RecordFields.Of(cycle.ReviewWritten()));
        Assert.Contains(new FieldChange($"steps/{First}/ownerId", "", $"{Tom}"), change.Changes);
        Assert.Equal([0, 1], cycle.NextSteps.Select(step => step.Position));
        Given.ChangesNothing(cycle, () => cycle.RecordReview(review, Given.Senco));
    }

    [Fact]
    public void RecordReview_WhenAStepIsTickedOff_KeepsTheTickWhileTheStepStays()
    {
        cycle.RecordReview(Review(new(First, "Ring"), new(Second, "Read")), Given.Senco);
        cycle.TickNextStep(First, true, Given.Senco);

        cycle.RecordReview(Review(new(Second, "Read more"), new(First, "Ring again")), Given.Senco);

        Assert.Equal((Given.Today, "Amina Rahman", 1), (cycle.NextSteps.Single(step => step.Id == First).DoneOn!.Value, cycle.NextSteps.Single(step => step.Id == First).DoneBy, cycle.NextSteps.Single(step => step.Id == First).Position));
        cycle.RecordReview(Review(new NextStepContent(Second, "Read")), Given.Senco);
        Assert.Equal(Second, Assert.Single(cycle.NextSteps).Id);
    }

    [Fact]
    public void RecordReview_WhenAStepCannotBeStored_IsRefused()
    {
        Given.Refuses(cycle, () => cycle.RecordReview(Review(new NextStepContent(First, " ", Tom)), Given.Senco));
        Given.Refuses(cycle, () => cycle.RecordReview(Review(new(First, "Ring"), new(First, "Read")), Given.Senco));
        Given.Refuses(cycle, () => cycle.RecordReview(Review(new NextStepContent(First, "Ring", null, new string('a', TextLimits.Line + 1))), Given.Senco));
        Given.Refuses(cycle, () => cycle.RecordReview(Review([.. Steps(ReviewContent.MostSteps + 1)]), Given.Senco));
        cycle.RecordReview(Review([.. Steps(ReviewContent.MostSteps)]), Given.Senco);
        Assert.Equal(ReviewContent.MostSteps, cycle.NextSteps.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TickNextStep_WhenOpenOrClosed_SaysWhoAndWhenAndCanBeTakenUp(bool isClosed)
    {
        cycle.RecordReview(Review(new NextStepContent(First, "Ring")), Given.Senco);
        if (isClosed)
        {
            cycle.Close(Given.Senco);
        }

        Assert.Equal(RecordEventKind.NextStepDone, Given.Changes(cycle, () => cycle.TickNextStep(First, true, Given.On(Given.Today.AddDays(3)))).Kind);
        Assert.Equal(Given.Today.AddDays(3), cycle.NextSteps[0].DoneOn);
        Assert.Contains("ticked this off", Given.Refuses(cycle, () => cycle.TickNextStep(First, true, Given.Senco)).Message, StringComparison.Ordinal);

        Assert.Equal(RecordEventKind.NextStepTakenUp, Given.Changes(cycle, () => cycle.TickNextStep(First, false, Given.Senco)).Kind);
        Assert.Equal((null, ""), (cycle.NextSteps[0].DoneOn, cycle.NextSteps[0].DoneBy));
        Given.Refuses(cycle, () => cycle.TickNextStep(First, false, Given.Senco));
        Given.Refuses(cycle, () => cycle.TickNextStep(Second, true, Given.Senco));
    }

    [Theory]
    [InlineData(CycleStage.Assess)]
    [InlineData(CycleStage.Plan)]
    [InlineData(CycleStage.Do)]
    public void TickNextStep_WhenThereIsNoReview_IsRefused(CycleStage stage)
    {
        var early = Given.CycleAt(stage);

        Given.Refuses(early, () => early.TickNextStep(First, true, Given.Senco));
    }

    private static IEnumerable<NextStepContent> Steps(int count) => Enumerable.Range(1, count).Select(number => new NextStepContent(Guid.CreateVersion7(), $"Step {number}"));

    private ReviewContent Review(params NextStepContent[] steps) => Given.Review(cycle) with { Steps = steps };
}
