using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class WritePlanTests
{
    private static readonly string Longest = new('a', TextLimits.Narrative);

    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Plan);

    [Fact]
    public void WritePlan_WhenWritten_ReadsBackTheSame()
    {
        var plan = Given.Plan();

        var change = Given.Changes(cycle, () => cycle.WritePlan(plan, Given.Senco));

        Assert.Equal(RecordFields.Of(plan), RecordFields.Of(cycle.Plan()));
        Assert.Contains(new FieldChange($"targets/{plan.Targets[0].Id}/statement", "", "Join two words"), change.Changes);
    }

    [Fact]
    public void WritePlan_WhenTheSame_ChangesNothing()
    {
        var plan = Given.Plan();
        cycle.WritePlan(plan, Given.Senco);

        Given.ChangesNothing(cycle, () => cycle.WritePlan(plan with { AtHome = $" {plan.AtHome}\n" }, Given.Senco));
        Given.ChangesNothing(cycle, () => cycle.WritePlan(cycle.Plan(), Given.Senco));
    }

    [Fact]
    public void WritePlan_WhenNearlyEmpty_IsSaved()
    {
        cycle.WritePlan(PlanContent.Empty, Given.Senco);

        Assert.Null(cycle.ReviewOn);
        Assert.Empty(cycle.Targets);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void WritePlan_WhenReviewIsAroundTheStart_NeedsALaterDay(int days, bool allowed) =>
        AllowedOr(allowed, Given.Plan() with { StartsOn = Given.Today, ReviewOn = Given.Today.AddDays(days) });

    [Fact]
    public void WritePlan_WhenOneOfTheDatesIsMissing_IsSaved()
    {
        AllowedOr(true, PlanContent.Empty with { StartsOn = Given.Today });
        AllowedOr(true, PlanContent.Empty with { ReviewOn = Given.Today.AddYears(-1) });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData(null)]
    public void WritePlan_WhenARowHasNoWords_IsRefused(string? words)
    {
        AllowedOr(false, Given.Plan() with { Targets = [Given.Target(words!)] });
        AllowedOr(false, Given.Plan() with { Outcomes = [new(Guid.CreateVersion7(), words!)] });
        AllowedOr(false, Given.Plan() with { Strategies = [new(Guid.CreateVersion7(), words!)] });
        AllowedOr(false, Given.Plan() with { Provision = [new(Guid.CreateVersion7(), words!)] });
    }

    [Fact]
    public void WritePlan_WhenTheSecondTargetHasNoWords_SaysWhichOne()
    {
        var refusal = Given.Refuses(cycle, () => cycle.WritePlan(Given.Plan() with { Targets = [Given.Target(), Given.Target(" ")] }, Given.Senco));

        Assert.StartsWith("Target 2:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WritePlan_WhenARowIsGivenTwice_ChangesNothing()
    {
        var plan = Given.Plan();
        AllowedOr(false, plan with { Outcomes = [plan.Outcomes[0], plan.Outcomes[0]] });
        AllowedOr(false, plan with { Targets = [plan.Targets[0], plan.Targets[0]] });
        AllowedOr(false, plan with { Strategies = [plan.Strategies[0], plan.Strategies[0]] });
        AllowedOr(false, plan with { Provision = [plan.Provision[0], plan.Provision[0]] });
    }

    [Fact]
    public void WritePlan_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        string line = new('a', TextLimits.Line), name = new('a', TextLimits.Name), over = Longest + "a";
        var outcome = new OutcomeContent(Guid.CreateVersion7(), Longest);
        var target = new TargetContent(Guid.CreateVersion7(), null, null, Longest, Longest, Longest, Longest);
        var strategy = new StrategyContent(Guid.CreateVersion7(), Longest, name);
        var row = new ProvisionContent(Guid.CreateVersion7(), line, line, line);
        var longest = new PlanContent(null, null, null, Longest, Longest, Longest, [outcome], [target], [strategy], [row]);

        AllowedOr(false, longest with { ExpectedImpact = over });
        AllowedOr(false, longest with { AtHome = over });
        AllowedOr(false, longest with { PupilsPart = over });
        AllowedOr(false, longest with { Outcomes = [outcome with { Text = over }] });
        AllowedOr(false, longest with { Targets = [target with { Statement = over }] });
        AllowedOr(false, longest with { Targets = [target with { Baseline = over }] });
        AllowedOr(false, longest with { Targets = [target with { Measure = over }] });
        AllowedOr(false, longest with { Targets = [target with { SuccessCriterion = over }] });
        AllowedOr(false, longest with { Strategies = [strategy with { Text = over }] });
        AllowedOr(false, longest with { Strategies = [strategy with { For = name + "a" }] });
        AllowedOr(false, longest with { Provision = [row with { What = line + "a" }] });
        AllowedOr(false, longest with { Provision = [row with { DeliveredBy = line + "a" }] });
        AllowedOr(false, longest with { Provision = [row with { Where = line + "a" }] });
        AllowedOr(true, longest);
    }

    [Fact]
    public void WritePlan_WhenRowsRefer_KeepsReferencesWithinThePlanOnly()
    {
        var plan = Given.Plan();
        cycle.WritePlan(plan with { Provision = [plan.Provision[0] with { Serves = [plan.Targets[0].Id, Guid.CreateVersion7()] }] }, Given.Senco);

        Assert.Equal(plan.Outcomes[0].Id, cycle.Targets[0].OutcomeId);
        Assert.Equal([plan.Targets[0].Id], cycle.Provision[0].Serves);

        cycle.WritePlan(plan with { Outcomes = [] }, Given.Senco);
        Assert.Null(Assert.Single(cycle.Targets).OutcomeId);

        cycle.WritePlan(plan with { Targets = [] }, Given.Senco);
        Assert.Empty(Assert.Single(cycle.Provision).Serves);
    }

    [Fact]
    public void WritePlan_WhenATargetStays_KeepsWhatBecameOfIt()
    {
        var doing = Given.CycleAt(CycleStage.Do);
        TargetContent stays = Given.Target("Stays"), goes = Given.Target("Goes");
        doing.WritePlan(Given.Plan() with { Targets = [goes, stays] }, Given.Senco);
        doing.MarkProgress(goes.Id, -1, Given.Senco);
        doing.MarkProgress(stays.Id, 2, Given.Senco);
        doing.RecordReview(Given.Review(doing), Given.Senco);

        doing.WritePlan(Given.Plan() with { Targets = [stays with { Measure = "Count" }] }, Given.Senco);

        var target = Assert.Single(doing.Targets);
        Assert.Equal((0, 2, TargetResult.PartlyMet, "Count"), (target.Position, target.LatestMark, target.Result, target.Measure));
        Assert.Equal(stays.Id, Assert.Single(doing.Marks).TargetId);
    }

    [Fact]
    public void WritePlan_WhenRowsChangePlaces_IsAChangeThatSaysSo()
    {
        TargetContent one = Given.Target("One"), two = Given.Target("Two"), three = Given.Target("Three");
        cycle.WritePlan(PlanContent.Empty with { Targets = [one, two, three] }, Given.Senco);

        var change = Given.Changes(cycle, () => cycle.WritePlan(PlanContent.Empty with { Targets = [three, one, two] }, Given.Senco));

        Assert.Equal(new FieldChange("targets", "1, 2, 3", "3, 1, 2"), Assert.Single(change.Changes));
        Assert.Equal(["Three", "One", "Two"], cycle.Plan().Targets.Select(target => target.Statement));
    }

    [Fact]
    public void WritePlan_WhenARowIsAddedFirst_ShiftsTheOthersWithoutSayingSo()
    {
        TargetContent one = Given.Target("One"), two = Given.Target("Two");
        cycle.WritePlan(PlanContent.Empty with { Targets = [one] }, Given.Senco);

        var change = Given.Changes(cycle, () => cycle.WritePlan(PlanContent.Empty with { Targets = [two, one] }, Given.Senco));

        Assert.All(change.Changes, field => Assert.StartsWith($"targets/{two.Id}/", field.Path, StringComparison.Ordinal));
        Assert.Equal(["Two", "One"], cycle.Plan().Targets.Select(target => target.Statement));
    }

    private void AllowedOr(bool allowed, PlanContent content)
    {
        if (allowed)
        {
            cycle.WritePlan(content, Given.Senco);
            Assert.Equal(content.Targets.Count, cycle.Targets.Count);
        }
        else
        {
            Given.Refuses(cycle, () => cycle.WritePlan(content, Given.Senco));
        }
    }
}
