using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using static SenSupport.Domain.Tests.Duties.DutyGiven;

namespace SenSupport.Domain.Tests.Duties;

/// <summary>
/// A year of one pupil, in Year 6 and on SEN Support from 14 September 2026: what the school records, and what is outstanding, changes on the days that are listed here and
/// on no others.
/// </summary>
public sealed class DutyYearTests
{
    private static readonly SortedDictionary<DateOnly, Func<DutyFacts, DutyFacts>> Happens = new()
    {
        [new(2026, 9, 14)] = facts => facts with
        {
            Status = SenStatus.SenSupport,
            StatusSince = new(2026, 9, 14),
            Cycles = [new CycleFacts { Number = 1, OpenedOn = new(2026, 9, 14), Gaps = CycleGaps.NoResponsibleTeacher }],
        },
        [new(2026, 9, 16)] = facts => facts.With(DutyRecordKind.ParentsNotified, new(2026, 9, 16)),
        [new(2026, 9, 18)] = facts => facts.With(DutyRecordKind.EarlyDiscussion, new(2026, 9, 18)).With(DutyRecordKind.SendiassExplained, new(2026, 9, 18)),
        [new(2026, 9, 21)] = facts => facts.With(DutyRecordKind.DiscussionNoteGiven, new(2026, 9, 21)),
        [new(2026, 9, 25)] = facts => facts.With(cycle => cycle with { Stage = CycleStage.Plan, AssessedOn = new(2026, 9, 25), Gaps = CycleGaps.NeedsNotAnalysed | CycleGaps.NoReviewDate | CycleGaps.NoResponsibleTeacher }),
        [new(2026, 9, 30)] = facts => (facts with { HasResponsibleTeacher = true }).With(cycle => cycle with { Gaps = CycleGaps.NoReviewDate }),
        [new(2026, 10, 2)] = facts => facts.With(cycle => cycle with
        {
            Stage = CycleStage.Do,
            ReviewOn = new(2026, 12, 11),
            Gaps = CycleGaps.None,
            SupportedFrom = new(2026, 10, 2),
            FirstSharedOn = new(2026, 10, 2),
            SharedOn = new(2026, 10, 2),
            PlanVersion = 1,
            IsUnread = true,
            Targets = [new(TargetId, AreaOfNeed.CognitionAndLearning, null, null)],
            Provision = [[TargetId]],
        }),
        [new(2026, 10, 7)] = facts => facts.With(cycle => cycle with { IsUnread = false }),
        [new(2026, 10, 9)] = facts => facts.With(DutyRecordKind.PlanAgreed, new(2026, 10, 9)),
        [new(2026, 11, 4)] = facts => facts.With(DutyRecordKind.MetParents, new(2026, 11, 4)),
        [new(2026, 11, 20)] = facts => facts with { Needs = [.. facts.Needs, new(AreaOfNeed.SensoryPhysical, new(2026, 11, 20))] },
        [new(2026, 11, 23)] = facts => facts.With(DutyRecordKind.ProvisionEnough, new(2026, 11, 23)),
        [new(2026, 12, 15)] = facts => facts.With(cycle => cycle with { Stage = CycleStage.Review, HeldOn = new(2026, 12, 15), Gaps = CycleGaps.PupilViewMissing }),
        [new(2026, 12, 17)] = facts => Close(facts, new(2026, 12, 17)),
        [new(2027, 1, 11)] = facts => Next(facts, 2, new(2027, 1, 11), new(2027, 3, 26)),
        [new(2027, 1, 12)] = facts => facts with { HasDisability = true, DisabilitySince = new(2027, 1, 12) },
        [new(2027, 1, 19)] = facts => facts with { AdjustmentsConsidered = true },
        [new(2027, 3, 10)] = facts => facts.With(DutyRecordKind.MetParents, new(2027, 3, 10)),
        [new(2027, 3, 26)] = facts => Close(facts with { Cycles = [facts.Cycles[0] with { HeldOn = new(2027, 3, 26) }, .. facts.Cycles.Skip(1)] }, new(2027, 3, 26)),
        [new(2027, 4, 20)] = facts => facts.With(DutyRecordKind.SpecialistConsidered, new(2027, 4, 20)),
        [new(2027, 5, 14)] = facts => facts.With(DutyRecordKind.TransitionPlanned, new(2027, 5, 14)),
        [new(2027, 6, 9)] = facts => facts.With(DutyRecordKind.MetParents, new(2027, 6, 9)),
    };

    private static readonly SortedDictionary<DateOnly, DutyKind[]> Outstanding = new()
    {
        [new(2026, 9, 1)] = [],
        [new(2026, 9, 14)] = [DutyKind.ParentsInformed, DutyKind.EarlyDiscussionNoted, DutyKind.SendiassExplained, DutyKind.ResponsibleTeacher, DutyKind.TransitionPlanned],
        [new(2026, 9, 16)] = [DutyKind.EarlyDiscussionNoted, DutyKind.SendiassExplained, DutyKind.ResponsibleTeacher, DutyKind.TransitionPlanned],
        [new(2026, 9, 18)] = [DutyKind.EarlyDiscussionNoted, DutyKind.ResponsibleTeacher, DutyKind.TransitionPlanned],
        [new(2026, 9, 21)] = [DutyKind.ResponsibleTeacher, DutyKind.TransitionPlanned],
        [new(2026, 9, 25)] = [DutyKind.NeedsAnalysed, DutyKind.ReviewDateSet, DutyKind.ResponsibleTeacher, DutyKind.TransitionPlanned],
        [new(2026, 9, 30)] = [DutyKind.ReviewDateSet, DutyKind.TransitionPlanned],
        [new(2026, 10, 2)] = [DutyKind.PlanAgreed, DutyKind.StaffAware, DutyKind.TransitionPlanned],
        [new(2026, 10, 7)] = [DutyKind.PlanAgreed, DutyKind.TransitionPlanned],
        [new(2026, 10, 9)] = [DutyKind.TransitionPlanned],
        [new(2026, 10, 26)] = [DutyKind.ThreeMeetingsAYear, DutyKind.TransitionPlanned],
        [new(2026, 11, 4)] = [DutyKind.TransitionPlanned],
        [new(2026, 11, 20)] = [DutyKind.ProvisionMatchesNeed, DutyKind.TransitionPlanned],
        [new(2026, 11, 23)] = [DutyKind.TransitionPlanned],
        [new(2026, 12, 12)] = [DutyKind.ReviewedOnTime, DutyKind.TransitionPlanned],
        [new(2026, 12, 15)] = [DutyKind.ViewsInReview, DutyKind.TransitionPlanned],
        [new(2026, 12, 17)] = [DutyKind.TransitionPlanned],
        [new(2027, 1, 12)] = [DutyKind.ReasonableAdjustments, DutyKind.TransitionPlanned],
        [new(2027, 1, 19)] = [DutyKind.TransitionPlanned],
        [new(2027, 2, 17)] = [DutyKind.ThreeMeetingsAYear, DutyKind.TransitionPlanned],
        [new(2027, 3, 10)] = [DutyKind.TransitionPlanned],
        [new(2027, 3, 26)] = [DutyKind.SpecialistConsidered, DutyKind.TransitionPlanned],
        [new(2027, 4, 20)] = [DutyKind.TransitionPlanned],
        [new(2027, 5, 14)] = [],
        [new(2027, 6, 5)] = [DutyKind.ThreeMeetingsAYear],
        [new(2027, 6, 9)] = [],
    };

    [Fact]
    public void EachDayOfTheYear_ShowsWhatIsOutstandingOnIt()
    {
        var facts = new DutyFacts { FirstName = "Zosia", BirthDate = new(2015, 10, 30), NcYear = "6", HasResponsibleTeacher = false, Needs = [new(AreaOfNeed.CognitionAndLearning, new(2026, 9, 14))] };
        DutyKind[] expected = [];
        for (var day = new DateOnly(2026, 9, 1); day <= new DateOnly(2027, 8, 31); day = day.AddDays(1))
        {
            facts = Happens.TryGetValue(day, out var happens) ? happens(facts) : facts;
            expected = Outstanding.GetValueOrDefault(day, expected);

            var found = DutyRules.Outstanding(facts, Hollin, day);

            Assert.True(expected.SequenceEqual(found.Select(duty => duty.Kind)), $"{day:d MMMM yyyy}: {string.Join(", ", found.Select(duty => duty.Kind))}");
            Assert.All(found, duty => Assert.True(duty.Since <= day, $"{day}: {duty.Kind} since {duty.Since}"));
        }
    }

    // A review in which the only target was not met.
    private static DutyFacts Close(DutyFacts facts, DateOnly on) => facts.With(cycle => cycle with
    {
        Stage = CycleStage.Closed,
        ClosedOn = on,
        Gaps = CycleGaps.None,
        Targets = [new(TargetId, AreaOfNeed.CognitionAndLearning, TargetResult.NotMet, -1)],
    });

    private static DutyFacts Next(DutyFacts facts, int number, DateOnly on, DateOnly review) => facts with
    {
        Done = [.. facts.Done, new(DutyRecordKind.PlanAgreed, on), new(DutyRecordKind.ProvisionEnough, on)],
        Cycles =
        [
            Cycle(number, CycleStage.Do) with { OpenedOn = on, AssessedOn = on, SupportedFrom = on, FirstSharedOn = on, SharedOn = on, ReviewOn = review, Targets = [new(TargetId, AreaOfNeed.CognitionAndLearning, null, null)] },
            .. facts.Cycles,
        ],
    };
}
