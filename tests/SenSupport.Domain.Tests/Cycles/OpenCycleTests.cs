using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class OpenCycleTests
{
    private readonly Pupil pupil = Given.Pupil();

    [Theory]
    [InlineData(SenStatus.None)]
    [InlineData(SenStatus.Monitoring)]
    [InlineData(SenStatus.SenSupport)]
    [InlineData(SenStatus.EhcPlan)]
    public void Open_WhenPupilHasAnyStatus_BeginsAtAssess(SenStatus status)
    {
        var teacher = Guid.CreateVersion7();
        pupil.ChangeStatus(status, Given.Today, "", Given.Senco);
        pupil.NameResponsibleTeacher(teacher, Given.Senco);

        var cycle = SupportCycle.Open(pupil, [], Given.Senco);

        Assert.Equal((1, CycleStage.Assess, Given.Today, true), (cycle.Number, cycle.Stage, cycle.OpenedOn, cycle.IsOpen));
        Assert.Equal((pupil.Id, pupil.SchoolId, pupil.Id, teacher), (cycle.PupilId, cycle.SchoolId, cycle.OpenKey, cycle.ResponsibleTeacherId!.Value));
        Assert.Equal(RecordEventKind.CycleOpened, Assert.Single(cycle.PendingEvents).Kind);
        Assert.Equal(CycleGaps.None, cycle.Gaps);
    }

    [Theory]
    [InlineData(CycleStage.Assess)]
    [InlineData(CycleStage.Plan)]
    [InlineData(CycleStage.Do)]
    [InlineData(CycleStage.Review)]
    public void Open_WhenACycleIsOpen_IsRefusedAndSaysWhich(CycleStage stage)
    {
        var open = Given.CycleAt(stage);

        var refusal = Given.Refuses(open, () => SupportCycle.Open(pupil, [open], Given.Senco));

        Assert.Contains("Cycle 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhenTheLastIsClosed_IsTheNextNumberWhateverTheirOrder()
    {
        var first = Finished([]);
        var second = Finished([first]);

        var third = SupportCycle.Open(pupil, [second, first], Given.Senco);

        Assert.Equal(3, third.Number);
        Assert.Equal((first.Id, second.Id, pupil.Id), (first.OpenKey, second.OpenKey, third.OpenKey));
    }

    [Fact]
    public void Open_WhenTargetsEndedDifferently_BringsOverThoseNotMetToReformulate()
    {
        var targets = new[] { "Not met", "Partly met", "Met", "Exceeded", "No result" }.Select(statement => Given.Target(statement)).ToList();
        var results = new TargetResult?[] { TargetResult.NotMet, TargetResult.PartlyMet, TargetResult.Met, TargetResult.Exceeded, null };
        var first = Finished([], Given.Plan() with { Targets = targets, Provision = [] }, review => review with
        {
            Results = [.. targets.Zip(results, (target, result) => new ResultContent(target.Id, result))],
        });

        var next = SupportCycle.Open(pupil, [first], Given.Senco);

        Assert.Equal(["Not met", "Partly met", "No result"], next.Targets.Select(target => target.Statement));
        Assert.Equal([TargetResult.NotMet, TargetResult.PartlyMet, null], next.Targets.Select(target => target.CarriedResult));
        Assert.Equal([targets[0].Id, targets[1].Id, targets[4].Id], next.Targets.Select(target => target.CarriedFromId!.Value));
        Assert.Equal([0, 1, 2], next.Targets.Select(target => target.Position));
        Assert.All(next.Targets, target =>
        {
            Assert.True(target.ToReformulate);
            Assert.DoesNotContain(targets, earlier => earlier.Id == target.Id);
            Assert.Equal(("", null, null, null), (target.Baseline, target.ByWhen, target.Result, target.LatestMark));
            Assert.Equal(("Tally", "10 times"), (target.Measure, target.SuccessCriterion));
        });
        Assert.Equal(5, first.Targets.Count);
    }

    [Fact]
    public void Open_WhenThereWereOutcomesAndStrategies_BringsCopiesOver()
    {
        var plan = Given.Plan();
        var first = Finished([], plan);

        var next = SupportCycle.Open(pupil, [first], Given.Senco);

        var outcome = Assert.Single(next.Outcomes);
        Assert.Equal((plan.Outcomes[0].Text, plan.Outcomes[0].ByWhen), (outcome.Text, outcome.ByWhen));
        Assert.NotEqual(plan.Outcomes[0].Id, outcome.Id);
        Assert.Equal(outcome.Id, Assert.Single(next.Targets).OutcomeId);
        var strategy = Assert.Single(next.Strategies);
        Assert.Equal(("Give ten seconds", "Every adult", true), (strategy.Text, strategy.For, strategy.MustDo));
        Assert.NotEqual(plan.Strategies[0].Id, strategy.Id);
        Assert.Empty(next.Provision);
        Assert.Empty(next.Strands);
        Assert.Empty(next.PlanVersions);
        Assert.Equal(("", "", WritingState.Writing, WritingState.Writing), (next.ExpectedImpact, next.AtHome, next.PlanState, next.ReviewState));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Open_WhenTheReviewNamedTheNextDate_TakesItWhileItIsAhead(int daysAhead, bool taken)
    {
        var first = Finished([], change: review => review with { NextReviewOn = Given.Today.AddDays(50) });
        var by = Given.On(Given.Today.AddDays(50 - daysAhead));

        var next = SupportCycle.Open(pupil, [first], by);

        Assert.Equal(taken ? Given.Today.AddDays(50) : null, next.ReviewOn);
    }

    [Fact]
    public void ToReformulate_WhenWordedAnew_IsOver()
    {
        var next = SupportCycle.Open(pupil, [Finished([])], Given.Senco);
        next.FinishAssessment(Given.Senco);
        var written = next.Plan();

        next.WritePlan(written with { Targets = [written.Targets[0] with { Baseline = "Four words" }] }, Given.Senco);
        Assert.True(next.Targets[0].ToReformulate);

        next.WritePlan(written with { Targets = [written.Targets[0] with { Statement = "Join three words" }, Given.Target()] }, Given.Senco);
        Assert.All(next.Targets, target => Assert.False(target.ToReformulate));
        Assert.Equal("Join two words", next.Targets[0].CarriedStatement);
    }

    private SupportCycle Finished(SupportCycle[] earlier, PlanContent? plan = null, Func<ReviewContent, ReviewContent>? change = null)
    {
        var cycle = SupportCycle.Open(pupil, earlier, Given.Senco);
        cycle.FinishAssessment(Given.Senco);
        cycle.WritePlan(plan ?? Given.Plan(), Given.Senco);
        cycle.StartSupport(Given.Senco);
        var review = Given.Review(cycle);
        cycle.RecordReview(change?.Invoke(review) ?? review, Given.Senco);
        cycle.Close(Given.Senco);
        return cycle;
    }
}
