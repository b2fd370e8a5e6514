using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Duties;

/// <summary>A pupil for whom nothing is outstanding, to take one thing away from.</summary>
internal static class DutyGiven
{
    /// <summary>In the autumn term, before its half.</summary>
    public static readonly DateOnly Today = new(2026, 10, 14);

    public static readonly Guid TargetId = Guid.CreateVersion7();

    public static readonly DutySchool Hollin = new(
        [
            new("Autumn 2026", new(2026, 9, 2), new(2026, 12, 18)),
            new("Spring 2027", new(2027, 1, 4), new(2027, 4, 1)),
            new("Summer 2027", new(2027, 4, 19), new(2027, 7, 21)),
        ],
        SchoolPhase.Primary,
        "6");

    public static readonly DutyFacts Complete = new()
    {
        FirstName = "Zosia",
        BirthDate = new(2018, 3, 9),
        NcYear = "4",
        Status = SenStatus.SenSupport,
        StatusSince = new(2026, 3, 2),
        HasResponsibleTeacher = true,
        Needs = [new(AreaOfNeed.CommunicationAndInteraction, new(2026, 3, 2))],
        Done =
        [
            new(DutyRecordKind.ParentsNotified, new(2026, 3, 2)),
            new(DutyRecordKind.EarlyDiscussion, new(2026, 2, 20)),
            new(DutyRecordKind.DiscussionNoteGiven, new(2026, 2, 20)),
            new(DutyRecordKind.SendiassExplained, new(2026, 2, 20)),
            new(DutyRecordKind.PlanAgreed, new(2026, 9, 21)),
        ],
        Cycles = [Cycle(2, CycleStage.Do)],
    };

    public static CycleFacts Cycle(int number, CycleStage stage) => new()
    {
        Number = number,
        Stage = stage,
        OpenedOn = new(2026, 9, 7),
        AssessedOn = new(2026, 9, 14),
        SupportedFrom = new(2026, 9, 21),
        FirstSharedOn = new(2026, 9, 21),
        SharedOn = new(2026, 9, 21),
        PlanVersion = 1,
        ReviewOn = new(2026, 12, 11),
        Targets = [new(TargetId, AreaOfNeed.CommunicationAndInteraction, null, null)],
        Provision = [[TargetId]],
    };

    /// <summary>A reviewed cycle of an earlier term, whose targets ended so.</summary>
    public static CycleFacts Reviewed(int number, DateOnly opened, DateOnly held, params TargetResult?[] results) => new()
    {
        Number = number,
        Stage = CycleStage.Closed,
        OpenedOn = opened,
        HeldOn = held,
        ClosedOn = held,
        Targets = [.. results.Select(result => new TargetFact(Guid.CreateVersion7(), AreaOfNeed.CommunicationAndInteraction, result, null))],
    };

    public static DutyFacts With(this DutyFacts facts, Func<CycleFacts, CycleFacts> change) => facts with { Cycles = [change(facts.Cycles[0]), .. facts.Cycles.Skip(1)] };

    public static DutyFacts With(this DutyFacts facts, DutyRecordKind kind, DateOnly on, string outcome = "", string who = "") => facts with { Done = [.. facts.Done, new(kind, on, who, outcome)] };

    public static DutyFacts Without(this DutyFacts facts, DutyRecordKind kind) => facts with { Done = [.. facts.Done.Where(done => done.Kind != kind)] };

    /// <summary>The duty, if it is outstanding on the day; any other fails.</summary>
    public static OutstandingDuty? Only(this DutyFacts facts, DutyKind kind, DateOnly? on = null, DutySchool? school = null)
    {
        var found = DutyRules.Outstanding(facts, school ?? Hollin, on ?? Today);
        Assert.All(found, duty => Assert.Equal(kind, duty.Kind));
        Assert.True(found.Count <= 1);
        Assert.All(found, duty => Assert.All([duty.Title, duty.Reason, duty.Act.Words, duty.Act.Page], Assert.NotEmpty));
        Assert.All(found, duty => Assert.True(duty.Since is null || duty.Since <= (on ?? Today), $"{duty.Kind} since {duty.Since}"));
        return found.FirstOrDefault();
    }
}
