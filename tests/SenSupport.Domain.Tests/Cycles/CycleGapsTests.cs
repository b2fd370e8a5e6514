using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class CycleGapsTests
{
    private const CycleGaps PastAssess = CycleGaps.NeedsNotAnalysed | CycleGaps.NoReviewDate | CycleGaps.NoResponsibleTeacher;
    private const CycleGaps Views = CycleGaps.PupilViewMissing | CycleGaps.ParentViewMissing;

    [Theory]
    [InlineData(CycleStage.Assess, CycleGaps.None)]
    [InlineData(CycleStage.Plan, PastAssess)]
    [InlineData(CycleStage.Do, PastAssess)]
    [InlineData(CycleStage.Review, PastAssess | Views)]
    [InlineData(CycleStage.Closed, PastAssess | Views | CycleGaps.NoDecision)]
    public void Gaps_WhenNothingWasWritten_GrowWithTheStage(CycleStage stage, CycleGaps expected)
    {
        var cycle = Given.CycleAt(stage);

        Assert.Equal(expected, cycle.Gaps);
    }

    [Fact]
    public void Gaps_WhenAllIsWritten_AreNone()
    {
        var cycle = Given.CycleAt(CycleStage.Assess);
        cycle.RecordAssessment(Given.Assessment(), Given.Senco);
        cycle.FinishAssessment(Given.Senco);
        cycle.WritePlan(Given.Plan(), Given.Senco);
        cycle.StartSupport(Given.Senco);
        cycle.RecordReview(Given.Review(cycle), Given.Senco);
        cycle.Close(Given.Senco);

        Assert.Equal(CycleGaps.None, cycle.Gaps);
    }

    [Fact]
    public void Gaps_WhenOneStrandIsEmpty_CountRequiredOnesOnly()
    {
        foreach (var kind in StrandKinds.All)
        {
            var cycle = Given.CycleAt(CycleStage.Plan);
            // A strand that names only who contributed has nothing to analyse.
            cycle.RecordAssessment(Given.Assessment() with { Strands = [.. Given.Assessment().Strands.Select(strand => strand.Id == kind ? strand with { Text = "" } : strand)] }, Given.Senco);

            Assert.Equal(StrandKinds.Required.Contains(kind), cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
        }
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("Tally", "", false)]
    [InlineData("", "10 times", false)]
    public void Gaps_WhenATargetCannotBeMeasured_SaySoOnceSupportIsGiven(string measure, string criterion, bool gap)
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.WritePlan(Given.Plan() with { Targets = [Given.Target(), Given.Target() with { Measure = measure, SuccessCriterion = criterion }] }, Given.Senco);
        Assert.False(cycle.Gaps.HasFlag(CycleGaps.TargetWithoutMeasure));

        cycle.StartSupport(Given.Senco);

        Assert.Equal(gap, cycle.Gaps.HasFlag(CycleGaps.TargetWithoutMeasure));
    }

    [Fact]
    public void Gaps_WhenOneViewIsThere_NameTheOther()
    {
        var cycle = Given.CycleAt(CycleStage.Review);

        cycle.RecordReview(ReviewContent.Empty with { PupilView = "I like it" }, Given.Senco);
        Assert.Equal(CycleGaps.ParentViewMissing, cycle.Gaps & Views);

        cycle.RecordReview(ReviewContent.Empty with { ParentView = "More words" }, Given.Senco);
        Assert.Equal(CycleGaps.PupilViewMissing, cycle.Gaps & Views);
    }

    [Fact]
    public void Gaps_WhenDateAndTeacherAreSet_AreClosedAndOpenAgainWhenTakenAway()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);

        cycle.WritePlan(PlanContent.Empty with { ReviewOn = Given.Today.AddDays(9) }, Given.Senco);
        Assert.Equal(CycleGaps.NeedsNotAnalysed | CycleGaps.NoResponsibleTeacher, cycle.Gaps);

        cycle.WritePlan(PlanContent.Empty with { ResponsibleTeacherId = Guid.CreateVersion7() }, Given.Senco);
        Assert.Equal(CycleGaps.NeedsNotAnalysed | CycleGaps.NoReviewDate, cycle.Gaps);
    }

    [Fact]
    public void RequireStrands_WhenTheSchoolAsksForOthers_LooksForThose()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.RecordAssessment(AssessmentContent.Empty with { Strands = [new StrandContent(StrandKind.Behaviour, "Calm")] }, Given.Senco);
        Assert.True(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));

        var change = Given.Changes(cycle, () => cycle.RequireStrands([StrandKind.Behaviour], Given.Senco));

        Assert.Equal((RecordEventKind.RequiredStrandsChanged, cycle.PupilId), (change.Kind, change.PupilId));
        Assert.False(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
        Given.ChangesNothing(cycle, () => cycle.RequireStrands([StrandKind.Behaviour], Given.Senco));
        Given.Refuses(cycle, () => cycle.RequireStrands([StrandKind.Behaviour, StrandKind.Behaviour], Given.Senco));
        cycle.RequireStrands([StrandKind.PupilsViews, StrandKind.Behaviour], Given.Senco);
        Assert.Equal([StrandKind.Behaviour, StrandKind.PupilsViews], cycle.RequiredStrands);
        Assert.True(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
        cycle.RequireStrands([], Given.Senco);
        Assert.False(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
    }

    [Fact]
    public void RequireStrands_WhenTheCycleIsClosed_IsRefused()
    {
        var cycle = Given.CycleAt(CycleStage.Closed);

        Given.Refuses(cycle, () => cycle.RequireStrands([], Given.Senco));
    }

    [Fact]
    public void Open_WhenTheSchoolAsksForOthers_StartsWithThose() =>
        Assert.Equal([StrandKind.Behaviour], SupportCycle.Open(Given.Pupil(), [], Given.Senco, [StrandKind.Behaviour]).RequiredStrands);
}
