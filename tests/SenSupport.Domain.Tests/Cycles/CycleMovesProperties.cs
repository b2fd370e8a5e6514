using FsCheck;
using FsCheck.Fluent;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

/// <summary>What holds after any sequence of moves, sensible or not: 300 sequences of up to 40 moves each, new ones in every run. A failure names the moves.</summary>
public sealed class CycleMovesProperties
{
    private static readonly Action<SupportCycle, int, Acting>[] Moves =
    [
        (cycle, n, by) => cycle.RecordAssessment(Assessments(n, by.Today), by),
        (cycle, _, by) => cycle.FinishAssessment(by),
        (cycle, n, by) => cycle.WritePlan(Plans(cycle.Plan(), n), by),
        (cycle, _, by) => cycle.SendPlan(by),
        (cycle, n, by) => cycle.ReturnPlan(Words(n), by),
        (cycle, n, by) => cycle.SharePlan($"Frozen {n}", by),
        (cycle, _, by) => cycle.StartSupport(by),
        (cycle, n, by) => cycle.AddNote(by.Today.AddDays((n % 5) - 3), Words(n), by),
        (cycle, n, by) => cycle.MarkProgress(cycle.Targets.Count > 0 && n % 4 > 0 ? cycle.Targets[n % cycle.Targets.Count].Id : Guid.Empty, (n % 7) - 3, by),
        (cycle, _, by) => cycle.GoOnToReview(by),
        (cycle, n, by) => cycle.RecordReview(Reviews(cycle, n, by.Today), by),
        (cycle, _, by) => cycle.SendReview(by),
        (cycle, n, by) => cycle.ReturnReview(Words(n), by),
        (cycle, _, by) => cycle.Close(by),
    ];

    // The number after the last move opens the next cycle, or tries to. Closing and opening are as likely as the rest, so that several cycles follow each other.
    private static readonly Gen<(int Move, int Seed)> AnyMove =
        from move in Gen.Choose(0, Moves.Length)
        from seed in Gen.Choose(0, 1000)
        select (move, seed);

    private static readonly Gen<(int Move, int Seed)[]> Sequence =
        from length in Gen.Choose(0, 40)
        from moves in Gen.ArrayOf(AnyMove, length)
        select moves;

    [Fact]
    public void Open_WhenAnyMovesAreMade_NeverLeavesTwoOpenCycles() => ForAll((_, _, cycles) =>
    {
        Assert.True(cycles.Count(cycle => cycle.IsOpen) <= 1);
        Assert.Equal(Enumerable.Range(1, cycles.Count), cycles.Select(cycle => cycle.Number));
        Assert.Equal(cycles.Count, cycles.Select(cycle => cycle.OpenKey).Distinct().Count());
    });

    [Fact]
    public void Stage_WhenAnyMovesAreMade_IsNeverSkippedNorGoneBackTo()
    {
        var passed = new Dictionary<CycleStage, RecordEventKind[]>
        {
            [CycleStage.Plan] = [RecordEventKind.AssessmentFinished],
            [CycleStage.Do] = [RecordEventKind.PlanShared, RecordEventKind.SupportStarted],
            [CycleStage.Review] = [RecordEventKind.ReviewStarted],
            [CycleStage.Closed] = [RecordEventKind.CycleClosed],
        };
        ForAll((before, after, _) =>
        {
            Assert.True(after.Cycle.Stage >= before.Stage);
            Assert.Equal(after.Cycle.Stage >= CycleStage.Plan, after.Cycle.AssessedOn is not null);
            Assert.Equal(after.Cycle.Stage >= CycleStage.Do, after.Cycle.SupportedFrom is not null);
            Assert.Equal(after.Cycle.Stage == CycleStage.Closed, after.Cycle.ClosedOn is not null);

            // Each stage that was left since has its own event, in the order of the stages.
            var events = after.Cycle.PendingEvents.Skip(before.Events.Length).Select(change => change.Kind).ToList();
            var position = -1;
            for (var stage = before.Stage + 1; stage <= after.Cycle.Stage; stage++)
            {
                position = events.FindIndex(position + 1, passed[stage].Contains);
                Assert.True(position >= 0, $"{stage} was reached without an event");
            }
        });
    }

    [Fact]
    public void PendingEvents_WhenAnyMovesAreMade_OnlyGrowAndChainTheVersions() => ForAll((before, after, _) =>
    {
        var events = after.Cycle.PendingEvents;
        Assert.True(before.Events.SequenceEqual(events.Take(before.Events.Length)));
        var version = before.Version;
        foreach (var change in events.Skip(before.Events.Length))
        {
            Assert.Equal(version, change.VersionBefore);
            Assert.NotEqual(version, change.VersionAfter);
            version = change.VersionAfter;
        }

        Assert.Equal(after.Cycle.Version, version);
        Assert.Equal(events.Count, events.Select(change => change.VersionAfter).Distinct().Count());
    });

    [Fact]
    public void Version_WhenAnyMovesAreMade_ChangesWithEveryChangeAndOnlyThen() => ForAll(
        (before, after, _) => Assert.Equal(before.State != Given.State(after.Cycle), before.Version != after.Cycle.Version),
        Given.State);

    [Fact]
    public void Move_WhenRefused_ChangesNothing() => ForAll(
        (before, after, _) =>
        {
            if (after.Refused)
            {
                Assert.Equal(before.State, Given.State(after.Cycle));
            }
        },
        Given.State);

    [Fact]
    public void Move_WhenClosed_IsRefusedAndChangesNothing() => ForAll(
        (before, after, _) =>
        {
            if (before.Stage == CycleStage.Closed)
            {
                Assert.True(after.Refused);
                Assert.Equal(before.State, Given.State(after.Cycle));
            }
        },
        cycle => cycle.IsOpen ? "" : Given.State(cycle));

    [Fact]
    public void PlanVersions_WhenAnyMovesAreMade_AreKeptAsTheyWere() => ForAll((before, after, _) =>
    {
        var versions = after.Cycle.PlanVersions;
        Assert.Equal(before.Frozen, versions.Take(before.Frozen.Length).Select(version => version.Frozen));
        Assert.Equal(Enumerable.Range(1, after.Cycle.LatestPlanVersion), versions.Select(version => version.Number));
    });

    [Fact]
    public void Sequences_WhenMade_ReachEveryStageAndFurtherCycles()
    {
        var reached = new HashSet<(int, CycleStage)>();
        ForAll((_, after, _) => reached.Add((Math.Min(after.Cycle.Number, 2), after.Cycle.Stage)));

        Assert.Equal(10, reached.Count);
    }

    private static void ForAll(Action<Before, After, IReadOnlyList<SupportCycle>> check, Func<SupportCycle, string>? state = null) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(Sequence, Shorter), moves => Make(moves, check, state)));

    private static IEnumerable<(int Move, int Seed)[]> Shorter((int Move, int Seed)[] moves) =>
        Enumerable.Range(0, moves.Length).Select(left => moves.Where((_, index) => index != left).ToArray());

    private static void Make((int Move, int Seed)[] moves, Action<Before, After, IReadOnlyList<SupportCycle>> check, Func<SupportCycle, string>? state)
    {
        var pupil = Given.Pupil();
        var cycles = new List<SupportCycle> { SupportCycle.Open(pupil, [], Given.Senco) };
        var day = Given.Today;
        foreach (var (move, seed) in moves)
        {
            var cycle = cycles[^1];
            var by = Given.On(day = day.AddDays(seed % 3));
            var before = new Before(cycle.Stage, cycle.Version, [.. cycle.PendingEvents], state?.Invoke(cycle) ?? "", [.. cycle.PlanVersions.Select(version => version.Frozen)]);
            var refused = false;
            try
            {
                if (move == Moves.Length)
                {
                    cycles.Add(SupportCycle.Open(pupil, cycles, by));
                    continue;
                }

                Moves[move](cycle, seed, by);
            }
            catch (DomainRuleException)
            {
                refused = true;
            }

            check(before, new After(cycle, refused), cycles);
        }
    }

    private static string Words(int n) => (n % 4) switch
    {
        0 => " ",
        1 when n % 8 == 1 => new string('a', TextLimits.Narrative + 1),
        _ => $"Words {n % 6}",
    };

    private static AssessmentContent Assessments(int n, DateOnly today)
    {
        var strand = new StrandContent((StrandKind)(n % 8), $"Found {n % 3}", "SENCo", today.AddDays(n % 5 == 0 ? 1 : 0));
        return AssessmentContent.Empty with { Strengths = n % 2 == 0 ? "Kind" : "", Difficulties = n % 11 == 0 ? Words(1) : "", Strands = n % 7 == 0 ? [strand, strand] : [strand] };
    }

    // Adds, words anew, removes and moves rows of the plan that is there, and now and then breaks a rule.
    private static PlanContent Plans(PlanContent plan, int n) => (n % 10) switch
    {
        0 => plan with { Targets = [.. plan.Targets, Given.Target("")] },
        1 => plan with { AtHome = "Not kept", Targets = [.. plan.Targets, .. plan.Targets.Take(1), .. plan.Targets.Take(1)] },
        2 => plan with { StartsOn = Given.Today, ReviewOn = Given.Today.AddDays((n % 3) - 1) },
        3 => plan with { Targets = [.. plan.Targets.Skip(1)] },
        4 => plan with { Targets = [.. plan.Targets.Reverse()], Strategies = [.. plan.Strategies.Reverse()] },
        5 => plan with { Provision = [.. plan.Provision, Given.Provision(minutes: n % 3 * 240, times: 2.50m)] },
        6 => plan,
        7 => plan with { Strategies = [.. plan.Strategies, new(Guid.CreateVersion7(), $"Wait {n}")], Outcomes = [.. plan.Outcomes, new(Guid.CreateVersion7(), $"Speaks {n}")] },
        _ => plan with { Targets = [Given.Target($"Target {n}", n % 2 == 0 ? "" : "Tally"), .. plan.Targets] },
    };

    private static ReviewContent Reviews(SupportCycle cycle, int n, DateOnly today) => ReviewContent.Empty with
    {
        HeldOn = today.AddDays((n % 6) - 4),
        Results = [.. cycle.Targets.Where((_, index) => (n + index) % 2 == 0).Select(target => new ResultContent(target.Id, (TargetResult)(n % 4))), .. n % 9 == 0 ? new ResultContent[] { new(Guid.CreateVersion7()) } : []],
        Impact = n % 5 == 0 ? Words(n) : "Talks more",
        PupilView = n % 2 == 0 ? "I like it" : "",
        Decision = n % 3 == 0 ? null : (ReviewDecision)(n % 5),
        NextReviewOn = n % 4 == 0 ? null : today.AddDays(n % 40),
    };

    private sealed record Before(CycleStage Stage, Guid Version, RecordEvent[] Events, string State, string[] Frozen);

    private sealed record After(SupportCycle Cycle, bool Refused);
}
