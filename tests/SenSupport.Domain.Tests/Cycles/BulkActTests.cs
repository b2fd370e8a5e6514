using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class BulkActTests
{
    [Fact]
    public void PutBackPlan_WhenItWasShared_IsFinalAgainAndSaysWhatItSaid()
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        cycle.WritePlan(Given.Plan(), Given.Senco);
        cycle.SharePlan("{}", Given.Senco);
        var before = cycle.Plan();
        cycle.WritePlan(before with { ReviewOn = before.ReviewOn!.Value.AddDays(7) }, Given.Senco);
        cycle.TakePendingEvents();

        var change = Given.Changes(cycle, () => cycle.PutBackPlan(before, true, Given.Senco));

        Assert.Equal((RecordEventKind.PlanWritten, WritingState.Final, before.ReviewOn), (change.Kind, cycle.PlanState, cycle.ReviewOn));
    }

    [Fact]
    public void PutBackPlan_WhenItWasNotShared_StaysInWriting()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        var before = cycle.Plan();
        cycle.WritePlan(before with { AtHome = "Read together" }, Given.Senco);
        cycle.TakePendingEvents();

        Given.Changes(cycle, () => cycle.PutBackPlan(before, false, Given.Senco));

        Assert.Equal(WritingState.Writing, cycle.PlanState);
    }

    [Fact]
    public void TakeBackOpening_WhenTheCycleIsAtAssess_LeavesAnEvent()
    {
        var cycle = Given.CycleAt(CycleStage.Assess);
        cycle.TakePendingEvents();

        cycle.TakeBackOpening(Given.Senco);

        var left = Assert.Single(cycle.TakePendingEvents());
        Assert.Equal((RecordEventKind.CycleTakenBack, "Cycle 2", (int?)null), (left.Kind, left.Summary, left.CycleNumber));
    }

    [Theory]
    [InlineData(CycleStage.Plan)]
    [InlineData(CycleStage.Do)]
    [InlineData(CycleStage.Review)]
    [InlineData(CycleStage.Closed)]
    public void TakeBackOpening_WhenTheCycleIsPastAssess_IsRefused(CycleStage stage)
    {
        var cycle = Given.CycleAt(stage);

        Given.Refuses(cycle, () => cycle.TakeBackOpening(Given.Senco));
    }

    [Theory]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    public void CanBeUndone_WithinADay_Only(int minutes, bool can)
    {
        var act = Act();

        Assert.Equal(can, act.CanBeUndone(Given.Senco.At.AddMinutes(minutes)));
        var problem = Record.Exception(() => act.Undo(new Dictionary<Guid, string>(), Given.Senco with { At = Given.Senco.At.AddMinutes(minutes) }));
        Assert.Equal(can, problem is null);
        Assert.Equal(can, act.UndoneAt is not null);
    }

    [Fact]
    public void Undo_WhenDoneTwice_SaysWhoWasFirst()
    {
        var act = Act();
        var row = act.Rows[0];
        act.Undo(new Dictionary<Guid, string> { [row.RecordId] = "Cycle 2 is closed" }, Given.Senco);

        Assert.Equal("Cycle 2 is closed", row.Left);
        Assert.Contains("Amina Rahman has put this back already", Assert.Throws<DomainRuleException>(() => act.Undo(new Dictionary<Guid, string>(), Given.Senco)).Message);
    }

    [Fact]
    public void Row_WhenTheWordsAreLong_KeepsWhatFits()
    {
        var row = BulkActRow.Of(Guid.CreateVersion7(), Given.CycleAt(CycleStage.Do), new string('x', 400));

        Assert.Equal(250, row.Change.Length);
        Assert.EndsWith("x…", row.Change, StringComparison.Ordinal);
    }

    private static BulkAct Act()
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        return BulkAct.Of(Guid.CreateVersion7(), Given.SchoolId, BulkKind.MoveReviews, "Review dates moved by 2 weeks", [BulkActRow.Of(cycle.PupilId, cycle, "Moved")], Given.Senco);
    }
}
