using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class ReviewTests
{
    private static readonly string Longest = new('a', TextLimits.Narrative);

    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Review);
    private readonly Acting later = Given.On(Given.Today.AddDays(10));

    [Fact]
    public void RecordReview_WhenWritten_ReadsBackTheSameAndTheSameAgainChangesNothing()
    {
        var review = Given.Review(cycle);

        var change = Given.Changes(cycle, () => cycle.RecordReview(review, later));

        Assert.Equal(RecordFields.Of(review), RecordFields.Of(cycle.ReviewWritten()));
        Assert.Contains(new FieldChange($"results/{cycle.Targets[0].Id}/result", "", "PartlyMet"), change.Changes);
        Assert.Contains(new FieldChange("decision", "", "ContinueWithChanges"), change.Changes);
        Given.ChangesNothing(cycle, () => cycle.RecordReview(review, later));
    }

    [Fact]
    public void RecordReview_WhenAtDo_BeginsTheReviewFirst()
    {
        var doing = Given.CycleAt(CycleStage.Do);

        doing.RecordReview(Given.Review(doing), Given.Senco);

        Assert.Equal(CycleStage.Review, doing.Stage);
        Assert.Equal([RecordEventKind.ReviewStarted, RecordEventKind.ReviewRecorded], doing.PendingEvents.Select(change => change.Kind));
    }

    [Fact]
    public void RecordReview_WhenRefusedAtDo_DoesNotBeginTheReview()
    {
        var doing = Given.CycleAt(CycleStage.Do);

        Given.Refuses(doing, () => doing.RecordReview(ReviewContent.Empty with { HeldOn = Given.Today.AddDays(1) }, Given.Senco));
        Given.Refuses(doing, () => doing.RecordReview(ReviewContent.Empty with { Results = [new(Guid.CreateVersion7(), TargetResult.Met)] }, Given.Senco));
    }

    [Theory]
    [InlineData(-1, false)] // before the cycle was opened
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)] // tomorrow
    public void RecordReview_WhenHeldAtTheEdge_TakesOpeningDayToToday(int day, bool allowed) =>
        AllowedOr(allowed, ReviewContent.Empty with { HeldOn = Given.Today.AddDays(day) });

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void RecordReview_WhenNextReviewOrMonitoringIsAroundThisOne_NeedsALaterDay(int day, bool allowed)
    {
        AllowedOr(allowed, ReviewContent.Empty with { HeldOn = Given.Today.AddDays(5), NextReviewOn = Given.Today.AddDays(day) });
        AllowedOr(allowed, ReviewContent.Empty with { HeldOn = Given.Today.AddDays(5), MonitorUntil = Given.Today.AddDays(day) });
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void RecordReview_WhenNoDayIsGiven_TakesDatesAfterToday(int day, bool allowed)
    {
        AllowedOr(allowed, ReviewContent.Empty with { NextReviewOn = Given.Today.AddDays(day) });
        AllowedOr(allowed, ReviewContent.Empty with { MonitorUntil = Given.Today.AddDays(day) });
    }

    [Fact]
    public void RecordReview_WhenAResultIsForAnotherTarget_IsRefused() =>
        AllowedOr(false, ReviewContent.Empty with { Impact = "Some", Results = [new(Guid.CreateVersion7(), TargetResult.Met)] });

    [Fact]
    public void RecordReview_WhenAResultIsTakenBack_IsUndecidedAgain()
    {
        cycle.RecordReview(Given.Review(cycle, TargetResult.Met), later);

        var change = Given.Changes(cycle, () => cycle.RecordReview(Given.Review(cycle, null), later));

        Assert.Null(cycle.Targets[0].Result);
        Assert.Equal(new FieldChange($"results/{cycle.Targets[0].Id}/result", "Met", ""), Assert.Single(change.Changes));
    }

    [Fact]
    public void RecordReview_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        var target = cycle.Targets[0].Id;
        var longest = new ReviewContent(null, Longest, [new(target, null, Longest)], Longest, Longest, Longest, Longest, Longest, null, Longest, null, null);
        var over = Longest + "a";

        AllowedOr(false, longest with { Present = over });
        AllowedOr(false, longest with { Impact = over });
        AllowedOr(false, longest with { Quality = over });
        AllowedOr(false, longest with { PupilView = over });
        AllowedOr(false, longest with { ParentView = over });
        AllowedOr(false, longest with { StaffView = over });
        AllowedOr(false, longest with { NextSteps = over });
        AllowedOr(false, longest with { Results = [new(target, null, over)] });
        AllowedOr(true, longest);
    }

    [Fact]
    public void SendReview_WhenSentReturnedAndClosed_GoesThroughItsStates()
    {
        Given.Refuses(cycle, () => cycle.ReturnReview("Not sent", later));

        cycle.SendReview(later);
        Given.Refuses(cycle, () => cycle.SendReview(later));
        Given.Refuses(cycle, () => cycle.ReturnReview("", later));
        Given.Refuses(cycle, () => cycle.ReturnReview(Longest + "a", later));

        var change = Given.Changes(cycle, () => cycle.ReturnReview(" Add the view ", later));
        Assert.Equal((WritingState.Returned, "Add the view", "Add the view"), (cycle.ReviewState, cycle.ReturnNote, change.Summary));

        cycle.SendReview(later);
        Assert.Equal((WritingState.Sent, ""), (cycle.ReviewState, cycle.ReturnNote));

        cycle.Close(later);
        Assert.Equal((WritingState.Final, ""), (cycle.ReviewState, cycle.ReturnNote));
    }

    [Fact]
    public void Close_WhenReviewed_FreesThePupilForTheNextCycle()
    {
        cycle.RecordReview(Given.Review(cycle), later);

        var change = Given.Changes(cycle, () => cycle.Close(later));

        Assert.Equal((CycleStage.Closed, later.Today, cycle.Id, false), (cycle.Stage, cycle.ClosedOn!.Value, cycle.OpenKey, cycle.IsOpen));
        Assert.Equal("Continue with changes", change.Summary);
    }

    [Fact]
    public void Close_WhenNothingWasWritten_IsPossible()
    {
        var change = Given.Changes(cycle, () => cycle.Close(later));

        Assert.Equal("No decision recorded", change.Summary);
    }

    [Fact]
    public void Name_WhenResultOrDecisionIsShown_IsInWords()
    {
        Assert.Equal(["Not met", "Partly met", "Met", "Exceeded"], Enum.GetValues<TargetResult>().Select(result => result.Name()));
        Assert.Equal([false, false, true, true], Enum.GetValues<TargetResult>().Select(result => result.IsMet()));
        Assert.Equal(5, Enum.GetValues<ReviewDecision>().Select(decision => decision.Name()).Distinct().Count());
    }

    private void AllowedOr(bool allowed, ReviewContent content)
    {
        if (allowed)
        {
            cycle.RecordReview(content, later);
            Assert.Equal(content.NextReviewOn, cycle.Review.NextReviewOn);
        }
        else
        {
            Given.Refuses(cycle, () => cycle.RecordReview(content, later));
        }
    }
}
