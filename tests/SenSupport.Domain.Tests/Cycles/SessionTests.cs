using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class SessionTests
{
    // Given.Today is Wednesday 14 October 2026.
    private static readonly DateOnly Monday = new(2026, 10, 12);

    private static SupportCycle WithProvision()
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        cycle.WritePlan(Given.Plan(), Given.Senco);
        cycle.TakePendingEvents();
        return cycle;
    }

    [Theory]
    [InlineData("2026-10-12", "2026-10-12")]
    [InlineData("2026-10-18", "2026-10-12")]
    [InlineData("2026-10-19", "2026-10-19")]
    public void MondayOf_AnyDay_IsTheMondayOfItsWeek(string day, string monday) => Assert.Equal(DateOnly.Parse(monday), SessionWeek.MondayOf(DateOnly.Parse(day)));

    [Fact]
    public void RecordSessions_WhenGiven_KeepsTheWeekAndAnEvent()
    {
        var cycle = WithProvision();
        var row = cycle.Provision[0];
        cycle.TakePendingEvents();

        cycle.RecordSessions(Given.Today, [new(row.Id, 3, 2, " Trip ")], Given.Senco);

        var week = Assert.Single(cycle.SessionWeeks);
        Assert.Equal((row.Id, row.What, Monday, 3, 2, "Trip", "Amina Rahman"), (week.ProvisionId, week.What, week.WeekOf, week.Planned, week.Held, week.Reason, week.StaffName));
        var happened = Assert.Single(cycle.PendingEvents);
        Assert.Equal(RecordEventKind.SessionsRecorded, happened.Kind);
        Assert.Equal($"Week of 12 October 2026: {row.What} 2 of 3", happened.Summary);
    }

    [Fact]
    public void RecordSessions_WhenTheWeekIsThere_ReplacesItAndTheHistoryKeepsWhatItSaid()
    {
        var cycle = WithProvision();
        var row = cycle.Provision[0];
        cycle.RecordSessions(Given.Today, [new(row.Id, 3, 2, "Trip")], Given.Senco);
        cycle.TakePendingEvents();

        cycle.RecordSessions(Given.Today.AddDays(1), [new(row.Id, 3, 3)], Given.On(Given.Today.AddDays(1)));

        Assert.Equal(3, Assert.Single(cycle.SessionWeeks).Held);
        var change = Assert.Single(Assert.Single(cycle.PendingEvents).Changes);
        Assert.Equal(("2 of 3: Trip", "3 of 3"), (change.Old, change.New));
    }

    [Fact]
    public void RecordSessions_WhenNothingIsNew_LeavesNoTrace()
    {
        var cycle = WithProvision();
        cycle.RecordSessions(Given.Today, [new(cycle.Provision[0].Id, 3, 2)], Given.Senco);
        var version = cycle.Version;
        cycle.TakePendingEvents();

        cycle.RecordSessions(Given.Today, [new(cycle.Provision[0].Id, 3, 2)], Given.Senco);

        Assert.Equal(version, cycle.Version);
        Assert.Empty(cycle.PendingEvents);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 51)]
    [InlineData(51, 0)]
    [InlineData(0, -1)]
    public void RecordSessions_WhenACountIsOutOfRange_IsRefused(int planned, int held)
    {
        var cycle = WithProvision();

        Given.Refuses(cycle, () => cycle.RecordSessions(Given.Today, [new(cycle.Provision[0].Id, planned, held)], Given.Senco));
    }

    [Fact]
    public void RecordSessions_AtTheEdgesOfTheCycle_TakesTheFirstAndThisWeekOnly()
    {
        var cycle = WithProvision();
        var row = cycle.Provision[0].Id;

        cycle.RecordSessions(cycle.OpenedOn, [new(row, 1, 1)], Given.Senco);
        cycle.RecordSessions(Monday.AddDays(6), [new(row, 1, 1)], Given.Senco);

        Given.Refuses(cycle, () => cycle.RecordSessions(SessionWeek.MondayOf(cycle.OpenedOn).AddDays(-1), [new(row, 1, 1)], Given.Senco));
        Given.Refuses(cycle, () => cycle.RecordSessions(Monday.AddDays(7), [new(row, 1, 1)], Given.Senco));
    }

    [Fact]
    public void RecordSessions_OfAnotherCyclesProvision_IsRefused()
    {
        var cycle = WithProvision();

        Given.Refuses(cycle, () => cycle.RecordSessions(Given.Today, [new(cycle.Provision[0].Id, 1, 1), new(Guid.CreateVersion7(), 1, 1)], Given.Senco));
    }

    [Theory]
    [InlineData(CycleStage.Assess)]
    [InlineData(CycleStage.Plan)]
    [InlineData(CycleStage.Closed)]
    public void RecordSessions_WhenNoSupportIsGiven_IsRefused(CycleStage stage)
    {
        var cycle = Given.CycleAt(stage);

        Given.Refuses(cycle, () => cycle.RecordSessions(Given.Today, [], Given.Senco));
    }

    [Fact]
    public void RecordSessions_WhenProvisionLeavesThePlan_StaysInTheRecord()
    {
        var cycle = WithProvision();
        cycle.RecordSessions(Given.Today, [new(cycle.Provision[0].Id, 3, 2)], Given.Senco);

        cycle.WritePlan(cycle.Plan() with { Provision = [] }, Given.Senco);

        Assert.Single(cycle.SessionWeeks);
    }
}
