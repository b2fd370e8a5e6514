using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class CarryForwardTests
{
    private readonly Pupil pupil = Given.Pupil();

    [Theory]
    [InlineData(Reformulation.SmallerStep, "")]
    [InlineData(Reformulation.OtherMeasure, "A tally chart instead of a test")]
    [InlineData(Reformulation.OtherProvision, "")]
    [InlineData(Reformulation.KeptAsItIs, "It nearly worked")]
    public void WritePlan_WhenItIsSaidHowATargetWasReformulated_KeepsTheWayAndTheOldWords(Reformulation way, string note)
    {
        var cycle = Next();
        var before = cycle.Plan();

        var change = Given.Changes(cycle, () => cycle.WritePlan(before with { Targets = [before.Targets[0] with { Reformulated = way, ReformulatedNote = $" {note} " }] }, Given.Senco));

        var target = Assert.Single(cycle.Targets);
        Assert.Equal((way, note, false), (target.Reformulated, target.ReformulatedNote, target.ToReformulate));
        Assert.Equal(("Join two words", "Tally", "10 times"), (target.CarriedStatement, target.CarriedMeasure, target.CarriedSuccessCriterion));
        Assert.Contains(change.Changes, field => field.Path == $"targets/{target.Id}/reformulated" && field.New == way.ToString());
    }

    [Fact]
    public void WritePlan_WhenATargetIsKeptWithoutAReason_IsRefused()
    {
        var cycle = Next();
        var before = cycle.Plan();
        Given.Refuses(cycle, () => cycle.WritePlan(before with { Targets = [before.Targets[0] with { Reformulated = Reformulation.KeptAsItIs, ReformulatedNote = " " }] }, Given.Senco));
        Given.Refuses(cycle, () => cycle.WritePlan(before with { Targets = [before.Targets[0] with { ReformulatedNote = new string('x', TextLimits.Narrative + 1) }] }, Given.Senco));
    }

    [Fact]
    public void WritePlan_WhenATargetComesFromNowhere_WasNotReformulated()
    {
        var cycle = Next();
        cycle.WritePlan(cycle.Plan() with { Targets = [Given.Target() with { Reformulated = Reformulation.SmallerStep, ReformulatedNote = "Half" }] }, Given.Senco);
        Assert.Equal((null, ""), (cycle.Targets[0].Reformulated, cycle.Targets[0].ReformulatedNote));
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    public void Open_WhenATargetWasStoppedEarly_BringsItOverOnlyWhereItIsAskedFor(bool saidWhenStopped, bool? asked, bool comesOver)
    {
        var last = Last(cycle => cycle.StopTarget(cycle.Targets[0].Id, Given.Today, "Not for now", saidWhenStopped, Given.Senco));
        IReadOnlyCollection<Guid>? stopped = asked is null ? null : asked == true ? [last.Targets[0].Id] : [];

        var next = SupportCycle.Open(pupil, [last], Given.Senco, choices: new(Stopped: stopped));

        Assert.Equal(comesOver ? 1 : 0, next.Targets.Count);
    }

    [Fact]
    public void Open_WhenATargetIsAskedForThatWasNotStopped_IsRefused()
    {
        var last = Last(_ => { });
        Assert.Throws<DomainRuleException>(() => SupportCycle.Open(pupil, [last], Given.Senco, choices: new(Stopped: [last.Targets[0].Id])));
        Assert.Throws<DomainRuleException>(() => SupportCycle.Open(pupil, [], Given.Senco, choices: new(Stopped: [Guid.CreateVersion7()])));
    }

    [Fact]
    public void Open_WhenATypeOfPlanIsChosen_KeepsItsVersionWhateverBecomesOfTheType()
    {
        var type = PlanType.Add(Given.SchoolId, PlanTemplate.Usual with { Name = "Individual support plan" }, Given.Senco);
        var first = SupportCycle.Open(pupil, [], Given.Senco, choices: new(type));
        type.Change(PlanTemplate.Usual with { Name = "My plan" }, Given.Senco);
        Assert.Equal((type.Id, 1), (first.PlanTypeId!.Value, first.PlanTypeNumber));
        Assert.Equal("Individual support plan", Assert.Single(first.PendingEvents).Summary);

        first.FinishAssessment(Given.Senco);
        first.GoOnToReview(Given.Senco);
        first.Close(Given.Senco);
        var likeTheLast = SupportCycle.Open(pupil, [first], Given.Senco);
        Assert.Equal((type.Id, 1), (likeTheLast.PlanTypeId!.Value, likeTheLast.PlanTypeNumber));
        var again = SupportCycle.Open(pupil, [first], Given.Senco, choices: new(type));
        Assert.Equal((type.Id, 2), (again.PlanTypeId!.Value, again.PlanTypeNumber));
    }

    [Fact]
    public void Open_WhenTheTypeIsTheUsualOne_NamesItOnlyOnceTheSchoolChangedIt()
    {
        var usual = PlanType.StandInForUsual(Given.SchoolId);
        Assert.Null(SupportCycle.Open(pupil, [], Given.Senco, choices: new(usual)).PlanTypeId);

        usual.Change(PlanTemplate.Usual with { Name = "Support plan" }, Given.Senco);
        var cycle = SupportCycle.Open(pupil, [], Given.Senco, choices: new(usual));
        Assert.Equal((usual.Id, 2), (cycle.PlanTypeId!.Value, cycle.PlanTypeNumber));
    }

    [Fact]
    public void Open_WhenTheTypeIsRetired_IsRefused()
    {
        var type = PlanType.Add(Given.SchoolId, PlanTemplate.Usual with { Name = "Old plan" }, Given.Senco);
        type.Retire(true, false, Given.Senco);
        Assert.Contains("Old plan", Assert.Throws<DomainRuleException>(() => SupportCycle.Open(pupil, [], Given.Senco, choices: new(type))).Message, StringComparison.Ordinal);
    }

    private SupportCycle Next()
    {
        var next = SupportCycle.Open(pupil, [Last(_ => { })], Given.Senco);
        next.FinishAssessment(Given.Senco);
        return next;
    }

    private SupportCycle Last(Action<SupportCycle> meanwhile)
    {
        var cycle = SupportCycle.Open(pupil, [], Given.Senco);
        cycle.FinishAssessment(Given.Senco);
        cycle.WritePlan(Given.Plan(), Given.Senco);
        cycle.StartSupport(Given.Senco);
        meanwhile(cycle);
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);
        return cycle;
    }
}
