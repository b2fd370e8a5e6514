using System.Text.Json;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests;

/// <summary>What tests start from: a school day, a SENCo, a pupil, and cycles at each stage.</summary>
internal static class Given
{
    /// <summary>A Wednesday in the autumn term.</summary>
    public static readonly DateOnly Today = new(2026, 10, 14);

    public static readonly Guid SchoolId = Guid.CreateVersion7();

    public static readonly Acting Senco = On(Today);

    public static Acting On(DateOnly day) => new(Guid.CreateVersion7(), "Amina Rahman", day.ToDateTime(new TimeOnly(8, 30), DateTimeKind.Utc), day);

    public static PupilDetails Details() => new("B801200005001", "Wiśniewska", "Zofia", "Zosia", new DateOnly(2018, 3, 9), Sex.Female, "4", null);

    public static Pupil Pupil() => Domain.Pupils.Pupil.Add(SchoolId, Details(), Senco);

    public static TargetContent Target(string statement = "Join two words", string measure = "Tally", Guid? outcomeId = null) =>
        new(Guid.CreateVersion7(), outcomeId, AreaOfNeed.CommunicationAndInteraction, statement, "One word", measure, "10 times", Today.AddDays(60));

    public static ProvisionContent Provision(int? minutes = 20, decimal? times = 3, int? group = 4) =>
        new(Guid.CreateVersion7(), "Language group", "Teaching assistant", "Group room", minutes, times, group, Today, Today.AddDays(80));

    /// <summary>A plan with a row of each kind, which refer to each other.</summary>
    public static PlanContent Plan()
    {
        var outcome = new OutcomeContent(Guid.CreateVersion7(), "Speaks in sentences", Today.AddYears(2));
        var target = Target(outcomeId: outcome.Id);
        return new(
            Today,
            Today.AddDays(84),
            Guid.CreateVersion7(),
            "Talks to a partner every day",
            "Shared play",
            "I will tell Ruby one thing",
            [outcome],
            [target],
            [new StrategyContent(Guid.CreateVersion7(), "Give ten seconds", "Every adult", true)],
            [Provision() with { Serves = [target.Id] }]);
    }

    public static AssessmentContent Assessment() => new(
        "Kind", "Few words", "Speaks too little", "Agreed", [.. StrandKinds.All.Select(kind => new StrandContent(kind, $"Found: {kind}", "Class teacher", Today))]);

    public static ReviewContent Review(SupportCycle cycle, TargetResult? result = TargetResult.PartlyMet) => new(
        cycle.OpenedOn,
        "Parents, pupil, teacher",
        [.. cycle.Targets.Select(target => new ResultContent(target.Id, result, "7 of 10"))],
        "Talks more",
        "Group worked",
        "I like it",
        "More words at home",
        "Works well",
        ReviewDecision.ContinueWithChanges,
        "Keep the group",
        cycle.OpenedOn.AddDays(90),
        null);

    /// <summary>A pupil's second cycle at a stage. The first was not met, so that a target is there from the start; nothing is left unsaved.</summary>
    public static SupportCycle CycleAt(CycleStage stage)
    {
        var pupil = Pupil();
        var first = SupportCycle.Open(pupil, [], Senco);
        first.FinishAssessment(Senco);
        first.WritePlan(Plan(), Senco);
        first.GoOnToReview(Senco);
        first.Close(Senco);
        var cycle = SupportCycle.Open(pupil, [first], Senco);
        if (stage >= CycleStage.Plan)
        {
            cycle.FinishAssessment(Senco);
        }

        if (stage >= CycleStage.Do)
        {
            cycle.StartSupport(Senco);
        }

        if (stage >= CycleStage.Review)
        {
            cycle.GoOnToReview(Senco);
        }

        if (stage == CycleStage.Closed)
        {
            cycle.Close(Senco);
        }

        cycle.TakePendingEvents();
        return cycle;
    }

    /// <summary>Everything that a record holds, its unsaved events among it.</summary>
    public static string State(AggregateRoot root) => JsonSerializer.Serialize(root, root.GetType());

    /// <summary>The move is refused, and nothing in the record is other than it was.</summary>
    public static DomainRuleException Refuses(AggregateRoot root, Action move)
    {
        var before = State(root);
        var refusal = Assert.Throws<DomainRuleException>(move);
        Assert.Equal(before, State(root));
        Assert.NotEmpty(refusal.Message);
        return refusal;
    }

    /// <summary>The move changes nothing, the version included.</summary>
    public static void ChangesNothing(AggregateRoot root, Action move)
    {
        var before = State(root);
        move();
        Assert.Equal(before, State(root));
    }

    /// <summary>The move is one change: one event, from the version before to a new one.</summary>
    public static RecordEvent Changes(AggregateRoot root, Action move)
    {
        root.TakePendingEvents();
        var before = root.Version;
        move();
        var change = Assert.Single(root.PendingEvents);
        Assert.Equal(before, change.VersionBefore);
        Assert.Equal(root.Version, change.VersionAfter);
        Assert.NotEqual(before, root.Version);
        return change;
    }
}
