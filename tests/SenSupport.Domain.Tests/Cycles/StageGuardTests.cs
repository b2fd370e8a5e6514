using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class StageGuardTests
{
    private static readonly (string Name, CycleStage[] Allowed, Action<SupportCycle>? Before, Action<SupportCycle> Move, RecordEventKind Kind)[] Moves =
    [
        ("RecordAssessment", [CycleStage.Assess, CycleStage.Plan, CycleStage.Do, CycleStage.Review], null, cycle => cycle.RecordAssessment(Given.Assessment(), Given.Senco), RecordEventKind.AssessmentRecorded),
        ("FinishAssessment", [CycleStage.Assess], null, cycle => cycle.FinishAssessment(Given.Senco), RecordEventKind.AssessmentFinished),
        ("WritePlan", [CycleStage.Plan, CycleStage.Do, CycleStage.Review], null, cycle => cycle.WritePlan(Given.Plan(), Given.Senco), RecordEventKind.PlanWritten),
        ("SendPlan", [CycleStage.Plan, CycleStage.Do, CycleStage.Review], null, cycle => cycle.SendPlan(Given.Senco), RecordEventKind.PlanSent),
        ("ReturnPlan", [CycleStage.Plan, CycleStage.Do, CycleStage.Review], cycle => cycle.SendPlan(Given.Senco), cycle => cycle.ReturnPlan("Say how", Given.Senco), RecordEventKind.PlanReturned),
        ("SharePlan", [CycleStage.Plan, CycleStage.Do, CycleStage.Review], null, cycle => cycle.SharePlan("{}", Given.Senco), RecordEventKind.PlanShared),
        ("StartSupport", [CycleStage.Plan], null, cycle => cycle.StartSupport(Given.Senco), RecordEventKind.SupportStarted),
        ("AddNote", [CycleStage.Do, CycleStage.Review], null, cycle => cycle.AddNote(Given.Today, "Went well", Given.Senco), RecordEventKind.DeliveryNoteAdded),
        ("MarkProgress", [CycleStage.Do, CycleStage.Review], null, cycle => cycle.MarkProgress(cycle.Targets[0].Id, 1, Given.Senco), RecordEventKind.ProgressMarked),
        ("RecordReview", [CycleStage.Do, CycleStage.Review], null, cycle => cycle.RecordReview(Given.Review(cycle), Given.Senco), RecordEventKind.ReviewRecorded),
        ("SendReview", [CycleStage.Review], null, cycle => cycle.SendReview(Given.Senco), RecordEventKind.ReviewSent),
        ("ReturnReview", [CycleStage.Review], cycle => cycle.SendReview(Given.Senco), cycle => cycle.ReturnReview("Add the view", Given.Senco), RecordEventKind.ReviewReturned),
        ("Close", [CycleStage.Review], null, cycle => cycle.Close(Given.Senco), RecordEventKind.CycleClosed),
    ];

    public static TheoryData<string, CycleStage> EveryMoveAtEveryStage()
    {
        var data = new TheoryData<string, CycleStage>();
        foreach (var move in Moves)
        {
            foreach (var stage in Enum.GetValues<CycleStage>())
            {
                data.Add(move.Name, stage);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryMoveAtEveryStage))]
    public void Move_WhenAtAStage_IsAllowedOrChangesNothing(string name, CycleStage stage)
    {
        var (_, allowed, before, move, kind) = Array.Find(Moves, known => known.Name == name);
        var cycle = Given.CycleAt(stage);
        if (!allowed.Contains(stage))
        {
            var refusal = Given.Refuses(cycle, () => move(cycle));
            if (stage == CycleStage.Closed && before is null)
            {
                Assert.Contains("closed", refusal.Message, StringComparison.Ordinal);
            }

            return;
        }

        before?.Invoke(cycle);
        move(cycle);

        Assert.Equal(kind, cycle.PendingEvents[^1].Kind);
        Assert.Equal(cycle.Version, cycle.PendingEvents[^1].VersionAfter);
    }

    [Theory]
    [InlineData(CycleStage.Plan)]
    [InlineData(CycleStage.Do)]
    [InlineData(CycleStage.Review)]
    public void ReturnPlan_WhenCycleWasClosedWithThePlanSent_IsRefused(CycleStage sentAt)
    {
        var cycle = Given.CycleAt(sentAt);
        cycle.SendPlan(Given.Senco);
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);

        Given.Refuses(cycle, () => cycle.ReturnPlan("Say how", Given.Senco));
    }

    [Theory]
    [InlineData(CycleStage.Assess, RecordEventKind.AssessmentFinished, RecordEventKind.SupportStarted, RecordEventKind.ReviewStarted)]
    [InlineData(CycleStage.Plan, RecordEventKind.SupportStarted, RecordEventKind.ReviewStarted)]
    [InlineData(CycleStage.Do, RecordEventKind.ReviewStarted)]
    [InlineData(CycleStage.Review)]
    public void GoOnToReview_WhenOpen_TakesEachStageThatIsLeft(CycleStage stage, params RecordEventKind[] kinds)
    {
        var cycle = Given.CycleAt(stage);

        cycle.GoOnToReview(Given.Senco);

        Assert.Equal(CycleStage.Review, cycle.Stage);
        Assert.Equal(kinds, cycle.PendingEvents.Select(change => change.Kind));
    }

    [Fact]
    public void GoOnToReview_WhenClosed_IsRefused()
    {
        var cycle = Given.CycleAt(CycleStage.Closed);

        Given.Refuses(cycle, () => cycle.GoOnToReview(Given.Senco));
    }

    [Fact]
    public void Stages_WhenPassed_KeepTheirDays()
    {
        var pupil = Given.Pupil();
        var cycle = SupportCycle.Open(pupil, [], Given.On(Given.Today));
        cycle.FinishAssessment(Given.On(Given.Today.AddDays(1)));
        cycle.SharePlan("{}", Given.On(Given.Today.AddDays(2)));
        cycle.SharePlan("{}", Given.On(Given.Today.AddDays(3)));
        cycle.GoOnToReview(Given.On(Given.Today.AddDays(4)));
        cycle.Close(Given.On(Given.Today.AddDays(5)));

        Assert.Equal(Given.Today, cycle.OpenedOn);
        Assert.Equal(Given.Today.AddDays(1), cycle.AssessedOn);
        Assert.Equal(Given.Today.AddDays(2), cycle.SupportedFrom);
        Assert.Equal(Given.Today.AddDays(5), cycle.ClosedOn);
    }
}
