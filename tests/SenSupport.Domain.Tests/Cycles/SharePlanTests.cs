using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class SharePlanTests
{
    [Fact]
    public void SharePlan_WhenFirst_BeginsTheSupport()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);

        var change = Given.Changes(cycle, () => cycle.SharePlan("""{"plan":1}""", Given.Senco));

        Assert.Equal((CycleStage.Do, Given.Today, WritingState.Final, 1), (cycle.Stage, cycle.SupportedFrom!.Value, cycle.PlanState, cycle.LatestPlanVersion));
        var version = Assert.Single(cycle.PlanVersions);
        Assert.Equal((1, cycle.Id, """{"plan":1}""", Given.Senco.At, Given.Senco.Name), (version.Number, version.CycleId, version.Frozen, version.SharedAt, version.SharedBy));
        Assert.Equal("Version 1", change.Summary);
    }

    [Theory]
    [InlineData(CycleStage.Do)]
    [InlineData(CycleStage.Review)]
    public void SharePlan_WhenSupportHasBegun_StaysAtItsStage(CycleStage stage)
    {
        var cycle = Given.CycleAt(stage);

        cycle.SharePlan("{}", Given.On(Given.Today.AddDays(3)));

        Assert.Equal((stage, Given.Today), (cycle.Stage, cycle.SupportedFrom!.Value));
    }

    [Fact]
    public void SharePlan_WhenSharedAgain_KeepsEveryVersionAsItWas()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        for (var number = 1; number <= 3; number++)
        {
            cycle.WritePlan(Given.Plan() with { AtHome = $"Words {number}" }, Given.Senco);
            cycle.SharePlan($"Frozen {number}", Given.Senco);
        }

        cycle.WritePlan(PlanContent.Empty, Given.Senco);
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);

        Assert.Equal([(1, "Frozen 1"), (2, "Frozen 2"), (3, "Frozen 3")], cycle.PlanVersions.Select(version => (version.Number, version.Frozen)));
        Assert.Equal(3, cycle.LatestPlanVersion);
    }

    [Fact]
    public void WritePlan_WhenShared_IsBeingWrittenAgainOnlyIfItChanges()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        var plan = Given.Plan() with { Targets = [Given.Target("One"), Given.Target("Two")], Provision = [] };
        cycle.WritePlan(plan, Given.Senco);
        cycle.SharePlan("{}", Given.Senco);

        cycle.WritePlan(plan, Given.Senco);
        Assert.Equal(WritingState.Final, cycle.PlanState);

        cycle.WritePlan(plan with { Targets = [plan.Targets[1], plan.Targets[0]] }, Given.Senco);
        Assert.Equal(WritingState.Writing, cycle.PlanState);
    }

    [Fact]
    public void SendPlan_WhenSentReturnedAndShared_GoesThroughItsStates()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        Given.Refuses(cycle, () => cycle.ReturnPlan("Not sent", Given.Senco));

        cycle.SendPlan(Given.Senco);
        Assert.Equal(WritingState.Sent, cycle.PlanState);
        Given.Refuses(cycle, () => cycle.SendPlan(Given.Senco));

        var change = Given.Changes(cycle, () => cycle.ReturnPlan(" Say how it is measured ", Given.Senco));
        Assert.Equal((WritingState.Returned, "Say how it is measured"), (cycle.PlanState, cycle.ReturnNote));
        Assert.Equal("Say how it is measured", change.Summary);
        Given.Refuses(cycle, () => cycle.ReturnPlan("Twice", Given.Senco));

        cycle.WritePlan(Given.Plan(), Given.Senco);
        Assert.Equal((WritingState.Returned, "Say how it is measured"), (cycle.PlanState, cycle.ReturnNote));

        cycle.SendPlan(Given.Senco);
        Assert.Equal((WritingState.Sent, ""), (cycle.PlanState, cycle.ReturnNote));

        cycle.SharePlan("{}", Given.Senco);
        Assert.Equal(WritingState.Final, cycle.PlanState);
        Given.Refuses(cycle, () => cycle.SendPlan(Given.Senco));
        Given.Refuses(cycle, () => cycle.ReturnPlan("Shared", Given.Senco));
    }

    [Fact]
    public void ReturnPlan_WhenNoteIsEmptyOrTooLong_IsRefused()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.SendPlan(Given.Senco);

        Given.Refuses(cycle, () => cycle.ReturnPlan(" ", Given.Senco));
        Given.Refuses(cycle, () => cycle.ReturnPlan(new string('a', TextLimits.Narrative + 1), Given.Senco));
        cycle.ReturnPlan(new string('a', TextLimits.Narrative), Given.Senco);
    }
}
