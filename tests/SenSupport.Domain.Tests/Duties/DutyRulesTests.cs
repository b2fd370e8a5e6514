using System.Globalization;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using static SenSupport.Domain.Tests.Duties.DutyGiven;

namespace SenSupport.Domain.Tests.Duties;

public sealed class DutyRulesTests
{
    [Fact]
    public void Outstanding_WhenEverythingIsRecorded_IsNothing() => Assert.Empty(DutyRules.Outstanding(Complete, Hollin, Today));

    [Theory]
    [InlineData(SenStatus.None)]
    [InlineData(SenStatus.Monitoring)]
    public void Outstanding_WhenAPupilHasNoSupportAndNoCycle_IsNothing(SenStatus status) =>
        Assert.Empty(DutyRules.Outstanding(new DutyFacts { Status = status, BirthDate = Complete.BirthDate, NcYear = "6" }, Hollin, Today));

    [Fact]
    public void EveryDuty_HasANameSourcesAndAnObligation()
    {
        Assert.Equal(16, DutyKinds.All.Count);
        Assert.Equal(16, DutyKinds.All.Select(kind => kind.Name()).Distinct().Count());
        Assert.All(DutyKinds.All, kind => Assert.StartsWith("6.", kind.Paragraph(), StringComparison.Ordinal));
        Assert.All(DutyKinds.All, kind => Assert.Contains(kind.Paragraph(), kind.Sources(), StringComparison.Ordinal));
        Assert.Equal([DutyKind.ParentsInformed, DutyKind.ReasonableAdjustments, DutyKind.AnnualReview], DutyKinds.All.Where(kind => kind.IsMust()));
    }

    [Theory]
    [InlineData(DutyRecordKind.ParentsNotified, DutyKind.ParentsInformed, "6.43")]
    [InlineData(DutyRecordKind.EarlyDiscussion, DutyKind.EarlyDiscussionNoted, "6.39")]
    [InlineData(DutyRecordKind.DiscussionNoteGiven, DutyKind.EarlyDiscussionNoted, "6.39")]
    [InlineData(DutyRecordKind.SendiassExplained, DutyKind.SendiassExplained, "6.39")]
    public void ABeginningOfSupport_WithoutItsRecord_IsOutstandingForSenSupportOnly(DutyRecordKind missing, DutyKind expected, string paragraph)
    {
        var without = Complete.Without(missing);

        var duty = without.Only(expected);

        Assert.Equal((paragraph, $"records/add?kind={missing}"), (duty!.Kind.Paragraph(), duty.Act.Page));
        Assert.Null((without with { Status = SenStatus.EhcPlan, StatusSince = new(2026, 3, 2) }).Only(expected));
        Assert.Null((without with { Status = SenStatus.Monitoring }).Only(expected));
        Assert.Null(without.With(missing, Today).Only(expected));
        Assert.NotNull(without.With(missing, Today.AddDays(1)).Only(expected));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void ParentsInformed_WhenSupportBeganAgain_NeedsANotificationAfterTheEarlierTime(int daysAfter, bool counts)
    {
        var again = Complete with { EarlierSupportEnded = new(2026, 1, 30) };

        var duty = again.Without(DutyRecordKind.ParentsNotified).With(DutyRecordKind.ParentsNotified, new DateOnly(2026, 1, 30).AddDays(daysAfter)).Only(DutyKind.ParentsInformed);

        Assert.Equal(counts, duty is null);
    }

    [Theory]
    [InlineData(CycleStage.Assess, false)]
    [InlineData(CycleStage.Plan, true)]
    [InlineData(CycleStage.Do, true)]
    [InlineData(CycleStage.Review, true)]
    public void NeedsAnalysed_WhenAStrandIsMissing_IsOutstandingPastAssess(CycleStage stage, bool outstanding)
    {
        var duty = Complete.With(cycle => cycle with { Stage = stage, Gaps = CycleGaps.NeedsNotAnalysed }).Only(DutyKind.NeedsAnalysed);

        Assert.Equal(outstanding ? ("cycles/2/assess", new DateOnly(2026, 9, 14)) : default((string, DateOnly?)?), duty is null ? null : (duty.Act.Page, duty.Since));
    }

    [Theory]
    [InlineData(CycleStage.Assess, false)]
    [InlineData(CycleStage.Plan, true)]
    [InlineData(CycleStage.Do, true)]
    [InlineData(CycleStage.Review, false)]
    public void ReviewDateSet_WithoutADate_IsOutstandingInPlanAndDo(CycleStage stage, bool outstanding)
    {
        var without = Complete.With(cycle => cycle with { Stage = stage, ReviewOn = null });

        Assert.Equal(outstanding ? "cycles/2/plan#ReviewOn" : null, without.Only(DutyKind.ReviewDateSet)?.Act.Page);
    }

    [Theory]
    [InlineData("2026-09-13", true)]
    [InlineData("2026-09-14", false)]
    [InlineData("2026-10-14", false)]
    [InlineData("2026-10-15", true)]
    public void PlanAgreed_CountsAnAnswerFromThePlanningOn(string answered, bool outstanding)
    {
        var duty = Complete.Without(DutyRecordKind.PlanAgreed).With(DutyRecordKind.PlanAgreed, Day(answered)).Only(DutyKind.PlanAgreed);

        Assert.Equal(outstanding, duty is not null);
        Assert.Equal(outstanding ? new DateOnly(2026, 9, 21) : null, duty?.Since);
    }

    [Fact]
    public void PlanAgreed_WithoutASharedPlan_IsNotAsked() =>
        Assert.Null(Complete.Without(DutyRecordKind.PlanAgreed).With(cycle => cycle with { FirstSharedOn = null, SharedOn = null, PlanVersion = 0 }).Only(DutyKind.PlanAgreed));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void StaffAware_IsOutstandingWhileSomebodyHasNotReadASharedPlan(bool shared, bool unread, bool outstanding)
    {
        var facts = (shared ? Complete : Complete.With(cycle => cycle with { FirstSharedOn = null, SharedOn = null, PlanVersion = 0 })).With(cycle => cycle with { IsUnread = unread });

        Assert.Equal(outstanding ? "records/readers" : null, facts.Only(DutyKind.StaffAware)?.Act.Page);
    }

    [Fact]
    public void ResponsibleTeacher_IsThePlansInACycleAndThePupilsOtherwise()
    {
        var unnamed = Complete with { HasResponsibleTeacher = false };

        Assert.Equal("cycles/2/plan#ResponsibleTeacherId", Complete.With(cycle => cycle with { Gaps = CycleGaps.NoResponsibleTeacher }).Only(DutyKind.ResponsibleTeacher)?.Act.Page);
        Assert.Null(unnamed.Only(DutyKind.ResponsibleTeacher));
        Assert.Equal("records/teacher", unnamed.With(cycle => cycle with { Stage = CycleStage.Assess }).Only(DutyKind.ResponsibleTeacher)?.Act.Page);
        Assert.NotNull((unnamed with { Cycles = [] }).Only(DutyKind.ResponsibleTeacher));
        Assert.Null((unnamed with { Cycles = [], Status = SenStatus.Monitoring }).Only(DutyKind.ResponsibleTeacher));
    }

    [Theory]
    [InlineData("2026-10-14", false)]
    [InlineData("2026-10-13", true)]
    public void ReviewedOnTime_IsLateFromTheDayAfter(string due, bool late)
    {
        var duty = Complete.With(cycle => cycle with { ReviewOn = Day(due) }).Only(DutyKind.ReviewedOnTime);

        Assert.Equal(late, duty is not null);
        Assert.Equal(late ? Today : null, duty?.Since);
        Assert.True(duty is null || duty.Reason.Contains("1 day ago", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(14, false)]
    [InlineData(-1, false)]
    public void ReviewedOnTime_WithAShortRecord_CountsOneNearTheDate(int daysBefore, bool late)
    {
        var due = Today.AddDays(-2);
        var facts = Complete.With(cycle => cycle with { ReviewOn = due }).With(DutyRecordKind.Reviewed, due.AddDays(-daysBefore));

        Assert.Equal(late, facts.Only(DutyKind.ReviewedOnTime) is not null);
    }

    [Fact]
    public void ReviewedOnTime_OnceTheReviewWasHeld_IsNotLate() =>
        Assert.Null(Complete.With(cycle => cycle with { ReviewOn = Today.AddDays(-9), Stage = CycleStage.Review, HeldOn = Today.AddDays(-1) }).Only(DutyKind.ReviewedOnTime));

    [Theory]
    [InlineData(CycleGaps.PupilViewMissing, "PupilView", "pupil’s view is")]
    [InlineData(CycleGaps.ParentViewMissing, "ParentView", "parents’ view is")]
    [InlineData(CycleGaps.PupilViewMissing | CycleGaps.ParentViewMissing, "PupilView", "the parents’ views are")]
    public void ViewsInReview_AreAskedOnceItWasHeld(CycleGaps gaps, string anchor, string words)
    {
        var begun = Complete.With(cycle => cycle with { Stage = CycleStage.Review, Gaps = gaps });

        Assert.Null(begun.Only(DutyKind.ViewsInReview));
        var duty = begun.With(cycle => cycle with { HeldOn = Today }).Only(DutyKind.ViewsInReview);
        Assert.Equal($"cycles/2/review#{anchor}", duty!.Act.Page);
        Assert.Contains(words, duty.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void ViewsInReview_OfAClosedReview_AreAddedByARecordSinceThen(int days, bool outstanding)
    {
        var held = new DateOnly(2026, 7, 10);
        var closed = Complete with { Cycles = [Complete.Cycles[0], Reviewed(1, new(2026, 4, 20), held, TargetResult.Met) with { Gaps = CycleGaps.ParentViewMissing }] };

        Assert.Equal($"records/add?kind={DutyRecordKind.ViewsGathered}", closed.Only(DutyKind.ViewsInReview)!.Act.Page);
        Assert.Equal(outstanding, closed.With(DutyRecordKind.ViewsGathered, held.AddDays(days)).Only(DutyKind.ViewsInReview) is not null);
    }

    // Autumn runs from 2 September to 18 December: 108 days, so that half of it is over on 26 October.
    [Theory]
    [InlineData("2026-10-25", 0, "2026-03-02", null)]
    [InlineData("2026-10-26", 0, "2026-03-02", "2026-10-26")]
    [InlineData("2026-10-26", 1, "2026-03-02", null)]
    [InlineData("2027-02-16", 1, "2026-03-02", null)]
    [InlineData("2027-02-17", 1, "2026-03-02", "2027-02-17")]
    [InlineData("2027-02-17", 0, "2026-03-02", "2026-10-26")]
    [InlineData("2027-02-17", 2, "2026-03-02", null)]
    [InlineData("2027-06-04", 2, "2026-03-02", null)]
    [InlineData("2027-06-05", 2, "2026-03-02", "2027-06-05")]
    [InlineData("2027-08-31", 2, "2026-03-02", "2027-06-05")]
    [InlineData("2027-08-31", 3, "2026-03-02", null)]
    [InlineData("2027-09-01", 0, "2026-03-02", null)]
    [InlineData("2026-10-26", 0, "2026-10-25", "2026-10-26")]
    [InlineData("2027-02-16", 0, "2026-10-26", null)]
    [InlineData("2027-02-17", 0, "2026-10-26", "2027-02-17")]
    [InlineData("2027-02-17", 0, "2027-02-17", null)]
    public void ThreeMeetings_AreExpectedAsTermsAreHalfOver(string on, int met, string began, string? since)
    {
        var facts = Complete with { StatusSince = Day(began), Cycles = [] };
        for (var number = 0; number < met; number++)
        {
            facts = facts.With(DutyRecordKind.MetParents, new DateOnly(2026, 9, 3).AddDays(number));
        }

        var duty = facts.Only(DutyKind.ThreeMeetingsAYear, Day(on));

        Assert.Equal(since is null ? null : Day(since), duty?.Since);
        Assert.True(duty is null || (duty.Reason.Contains(met == 0 ? "none recorded" : "recorded since 1 September", StringComparison.Ordinal) && duty.Act.Page.EndsWith("MetParents", StringComparison.Ordinal)));
    }

    [Fact]
    public void ThreeMeetings_InAYearOfSixTerms_AreThreeForAllOfThem()
    {
        var starts = new DateOnly(2026, 9, 7);
        var six = Hollin with { Terms = [.. Enumerable.Range(0, 6).Select(number => new SchoolTerm($"Term {number + 1}", starts.AddDays(number * 50), starts.AddDays((number * 50) + 40)))] };
        var facts = Complete with { Cycles = [] };

        Assert.Null(facts.Only(DutyKind.ThreeMeetingsAYear, DutyRules.HalfOver(six.Terms[0]), six));
        Assert.Null(facts.Only(DutyKind.ThreeMeetingsAYear, DutyRules.HalfOver(six.Terms[1]).AddDays(-1), six));
        Assert.Equal(DutyRules.HalfOver(six.Terms[1]), facts.Only(DutyKind.ThreeMeetingsAYear, DutyRules.HalfOver(six.Terms[1]), six)?.Since);
        Assert.Contains("Three expected", facts.Only(DutyKind.ThreeMeetingsAYear, new(2027, 8, 31), six)!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ThreeMeetings_WhereOnlyOneTermIsEnteredYet_AreOne() =>
        Assert.Contains("One expected", (Complete with { Cycles = [] }).Only(DutyKind.ThreeMeetingsAYear, new(2026, 12, 1), Hollin with { Terms = [Hollin.Terms[0]] })!.Reason, StringComparison.Ordinal);

    [Fact]
    public void ThreeMeetings_WhereTheSchoolHasNoTerms_GoByTheUsualOnes() =>
        Assert.NotNull((Complete with { Cycles = [] }).Only(DutyKind.ThreeMeetingsAYear, new(2026, 12, 1), Hollin with { Terms = [] }));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(TargetResult.Met, TargetResult.NotMet, true)]
    [InlineData(TargetResult.PartlyMet, TargetResult.PartlyMet, false)]
    [InlineData(TargetResult.NotMet, TargetResult.NotMet, true)]
    public void ALittleProgress_IsHalfOfTheTargetsOrMore(TargetResult? one, TargetResult? two, bool little) =>
        Assert.Equal(little, Reviewed(1, Today.AddDays(-90), Today.AddDays(-5), one, two).HadLittleProgress);

    [Theory]
    [InlineData(-2, null, true)]
    [InlineData(-1, TargetResult.PartlyMet, true)]
    [InlineData(-1, TargetResult.Met, false)]
    [InlineData(0, null, false)]
    [InlineData(1, TargetResult.NotMet, true)]
    public void ATarget_IsBehindByItsResultOrItsLastMark(int mark, TargetResult? result, bool behind) => Assert.Equal(behind, new TargetFact(TargetId, null, result, mark).IsBehind);

    [Theory]
    [InlineData(TargetResult.NotMet, TargetResult.NotMet, true)]
    [InlineData(TargetResult.NotMet, TargetResult.Met, false)]
    [InlineData(TargetResult.Met, TargetResult.NotMet, false)]
    public void SpecialistConsidered_IsAskedAfterTwoReviewsInARow(TargetResult latest, TargetResult earlier, bool outstanding)
    {
        var duty = TwoReviews(latest, earlier).Only(DutyKind.SpecialistConsidered);

        Assert.Equal(outstanding ? new DateOnly(2026, 7, 10) : null, duty?.Since);
    }

    [Theory]
    [InlineData("2026-01-05", false)]
    [InlineData("2026-01-04", true)]
    public void SpecialistConsidered_CountsARecordSinceTheFirstOfTheReviewedCyclesBegan(string considered, bool outstanding) =>
        Assert.Equal(outstanding, TwoReviews(TargetResult.NotMet, TargetResult.NotMet).With(DutyRecordKind.SpecialistConsidered, Day(considered)).Only(DutyKind.SpecialistConsidered) is not null);

    [Fact]
    public void SpecialistConsidered_GoesByTheSchoolsNumberAndByLevelsToo()
    {
        var met = TwoReviews(TargetResult.Met, TargetResult.Met);

        Assert.Null(TwoReviews(TargetResult.NotMet, TargetResult.NotMet).Only(DutyKind.SpecialistConsidered, school: Hollin with { ReviewsBeforeSpecialist = 3 }));
        Assert.NotNull(TwoReviews(TargetResult.NotMet, TargetResult.Met).Only(DutyKind.SpecialistConsidered, school: Hollin with { ReviewsBeforeSpecialist = 1 }));
        Assert.Null((met with { Cycles = [met.Cycles[0], met.Cycles[1] with { SubstantiallyBelow = true }, met.Cycles[2]] }).Only(DutyKind.SpecialistConsidered));
        var below = (met with { Cycles = [met.Cycles[0], met.Cycles[1] with { SubstantiallyBelow = true }, met.Cycles[2] with { SubstantiallyBelow = true }] }).Only(DutyKind.SpecialistConsidered);
        Assert.Contains("substantially below", below!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvisionMatchesNeed_LooksBothWays()
    {
        var bare = Complete with { Needs = [.. Complete.Needs, new(AreaOfNeed.SocialEmotionalMentalHealth, new(2026, 10, 5))] };
        var idle = Complete.With(cycle => cycle with { Provision = [[TargetId], []] });

        var missing = bare.Only(DutyKind.ProvisionMatchesNeed);
        Assert.Equal(("cycles/2/plan#targets", new DateOnly(2026, 10, 5)), (missing!.Act.Page, missing.Since));
        Assert.Contains("social, emotional and mental health", missing.Title, StringComparison.Ordinal);
        Assert.Equal(("Provision without a need", "cycles/2/plan#provision"), (idle.Only(DutyKind.ProvisionMatchesNeed)!.Title, idle.Only(DutyKind.ProvisionMatchesNeed)!.Act.Page));
        Assert.Null(bare.With(cycle => cycle with { Stage = CycleStage.Plan }).Only(DutyKind.ProvisionMatchesNeed));
        Assert.Null(bare.With(DutyRecordKind.ProvisionEnough, new(2026, 10, 5)).Only(DutyKind.ProvisionMatchesNeed));
        Assert.NotNull(bare.With(DutyRecordKind.ProvisionEnough, new(2026, 10, 4)).Only(DutyKind.ProvisionMatchesNeed));
        Assert.Null(idle.With(DutyRecordKind.ProvisionEnough, new(2026, 9, 7)).Only(DutyKind.ProvisionMatchesNeed));
        Assert.NotNull(idle.With(DutyRecordKind.ProvisionEnough, new(2026, 9, 6)).Only(DutyKind.ProvisionMatchesNeed));
    }

    [Theory]
    [InlineData(AreaOfNeed.SocialEmotionalMentalHealth, false)]
    [InlineData(AreaOfNeed.SensoryPhysical, true)]
    public void ProvisionMatchesNeed_WhenAStrategyIsForTheArea_IsMet(AreaOfNeed area, bool outstanding)
    {
        var bare = Complete with { Needs = [.. Complete.Needs, new(AreaOfNeed.SocialEmotionalMentalHealth, new(2026, 10, 5))] };

        Assert.Equal(outstanding, bare.With(cycle => cycle with { Strategies = [area] }).Only(DutyKind.ProvisionMatchesNeed) is not null);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void ReasonableAdjustments_AreAskedWhereADisabilityIsRecorded(bool disability, bool considered, bool outstanding)
    {
        var duty = new DutyFacts { BirthDate = Complete.BirthDate, NcYear = "3", HasDisability = disability, AdjustmentsConsidered = considered }.Only(DutyKind.ReasonableAdjustments);

        Assert.Equal(outstanding ? "disability" : null, duty?.Act.Page);
    }

    [Theory]
    [InlineData("2026-03-05", null, "2027-03-05", null)]
    [InlineData("2026-03-05", null, "2027-03-06", "2027-03-06")]
    [InlineData("2026-03-05", "2026-11-02", "2027-11-02", null)]
    [InlineData("2026-03-05", "2026-11-02", "2027-11-03", "2027-11-03")]
    [InlineData("2026-03-05", "2025-11-02", "2027-03-05", null)]
    [InlineData("2024-02-29", null, "2025-02-28", null)]
    [InlineData("2024-02-29", null, "2025-03-01", "2025-03-01")]
    public void AnnualReview_IsDueWithinTwelveMonths(string plan, string? reviewed, string on, string? since)
    {
        var facts = Plan(plan, "4");
        facts = reviewed is null ? facts : facts.With(DutyRecordKind.AnnualReview, Day(reviewed));

        Assert.Equal(since is null ? null : Day(since), facts.Only(DutyKind.AnnualReview, Day(on))?.Since);
    }

    [Theory]
    [InlineData("6", "2027-02-15", false)]
    [InlineData("6", "2027-02-16", true)]
    [InlineData("5", "2027-02-16", false)]
    [InlineData("11", "2027-03-31", false)]
    [InlineData("11", "2027-04-01", true)]
    public void AnnualReview_BeforeAMoveBetweenPhases_HasItsOwnDate(string year, string on, bool late)
    {
        var facts = Plan("2023-05-10", year).With(DutyRecordKind.AnnualReview, new(2026, 6, 10)).With(DutyRecordKind.TransitionPlanned, new(2026, 9, 1));

        Assert.Equal(late, facts.Only(DutyKind.AnnualReview, Day(on)) is not null);
        Assert.Null(facts.With(DutyRecordKind.AnnualReview, new(2026, 9, 1)).Only(DutyKind.AnnualReview, Day(on)));
    }

    [Theory]
    [InlineData("6", "2026-06-10", "2027-02-15")]
    [InlineData("6", "2026-01-20", "2027-01-20")]
    [InlineData("6", "2026-09-01", "2027-09-01")]
    [InlineData("11", "2026-06-10", "2027-03-31")]
    [InlineData("5", "2026-06-10", "2027-06-10")]
    [InlineData("5", null, "2024-05-10")]
    public void AnnualReviewOn_IsTheEarlierOfTwelveMonthsAndTheDayBeforeAMove(string year, string? reviewed, string due)
    {
        var facts = Plan("2023-05-10", year);
        facts = reviewed is null ? facts : facts.With(DutyRecordKind.AnnualReview, Day(reviewed));

        Assert.Equal(Day(due), DutyRules.AnnualReviewOn(facts, Hollin, new DateOnly(2026, 11, 24)));
        Assert.Null(DutyRules.AnnualReviewOn(facts with { Status = SenStatus.SenSupport }, Hollin, new DateOnly(2026, 11, 24)));
    }

    [Theory]
    [InlineData("5", SchoolPhase.Primary, "6", false)]
    [InlineData("6", SchoolPhase.Primary, "6", true)]
    [InlineData("2", SchoolPhase.Primary, "2", true)]
    [InlineData("6", SchoolPhase.Middle, "8", false)]
    [InlineData("8", SchoolPhase.Middle, "8", true)]
    [InlineData("6", SchoolPhase.AllThrough, "13", true)]
    [InlineData("11", SchoolPhase.Secondary, "13", true)]
    [InlineData("12", SchoolPhase.Secondary, "13", false)]
    [InlineData("13", SchoolPhase.Secondary, "13", true)]
    [InlineData("X", SchoolPhase.Special, "14", false)]
    public void TransitionPlanned_IsAskedInTheLastYearOfAPhase(string year, SchoolPhase phase, string highest, bool outstanding)
    {
        var facts = Complete with { NcYear = year, Cycles = [] };

        var duty = facts.Only(DutyKind.TransitionPlanned, school: Hollin with { Phase = phase, HighestYear = highest });

        Assert.Equal(outstanding ? new DateOnly(2026, 9, 1) : null, duty?.Since);
    }

    [Theory]
    [InlineData("2025-08-31", true)]
    [InlineData("2025-09-01", false)]
    [InlineData("2026-10-01", false)]
    public void TransitionPlanned_CountsAPlanOfThisYearOrTheLast(string planned, bool outstanding) =>
        Assert.Equal(outstanding, (Complete with { NcYear = "6", Cycles = [] }).With(DutyRecordKind.TransitionPlanned, Day(planned)).Only(DutyKind.TransitionPlanned) is not null);

    [Fact]
    public void ADutySetAside_IsLeftOut()
    {
        var without = Complete.Without(DutyRecordKind.SendiassExplained).Without(DutyRecordKind.ParentsNotified);

        Assert.Equal(DutyKind.ParentsInformed, Assert.Single(DutyRules.Outstanding(without with { NotApplicable = [DutyKind.SendiassExplained] }, Hollin, Today)).Kind);
    }

    // Born on 20 March 2011: 16 in the school year that ends in 2027, whose last Friday in June is the 25th.
    [Theory]
    [InlineData("2027-06-24", "the parents", "Parents")]
    [InlineData("2027-06-25", "Zosia", "Young person")]
    public void FromTheLastFridayInJune_DutiesSpeakOfTheYoungPerson(string on, string agrees, string told)
    {
        var facts = Complete with { BirthDate = new(2011, 3, 20), NcYear = "10", StatusSince = new(2027, 6, 20), Done = [] };

        var found = DutyRules.Outstanding(facts, Hollin, Day(on));

        Assert.Equal($"Plan not agreed with {agrees}", found.Single(duty => duty.Kind == DutyKind.PlanAgreed).Title);
        Assert.StartsWith(told, found.Single(duty => duty.Kind == DutyKind.ParentsInformed).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(YoungPerson.ParentsNotTold, false)]
    [InlineData(YoungPerson.ParentsTold, true)]
    public void AYoungPersonsWish_DecidesWhetherTheParentsViewIsAsked(string? wish, bool asked)
    {
        var review = (Complete with { BirthDate = new(2010, 3, 20) }).With(cycle => cycle with { Stage = CycleStage.Review, HeldOn = Today, Gaps = CycleGaps.ParentViewMissing });
        review = wish is null ? review : review.With(DutyRecordKind.YoungPersonsWish, new(2026, 10, 1), wish).With(DutyRecordKind.YoungPersonsWish, new(2026, 9, 1), YoungPerson.ParentsNotTold);

        Assert.Equal(asked, review.Only(DutyKind.ViewsInReview) is not null);
    }

    [Fact]
    public void ARepresentative_AgreesInTheYoungPersonsPlace() =>
        Assert.Contains(
            "Marta Nowak",
            (Complete with { BirthDate = new(2010, 3, 20) }).Without(DutyRecordKind.PlanAgreed).With(DutyRecordKind.RepresentativeNamed, new(2026, 9, 1), who: "Marta Nowak").Only(DutyKind.PlanAgreed)!.Title,
            StringComparison.Ordinal);

    [Fact]
    public void RightsThatPass_AreAnnouncedFromTheTermBefore()
    {
        Assert.Equal(new DateOnly(2027, 1, 4), YoungPerson.AnnouncedFrom(new(2011, 3, 20), Hollin));
        Assert.Equal(new DateOnly(2027, 1, 4), YoungPerson.AnnouncedFrom(new(2011, 8, 31), Hollin));
        Assert.Equal(SchoolTerm.Usual(new AcademicYear(2027))[1].Starts, YoungPerson.AnnouncedFrom(new(2011, 9, 1), Hollin));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DutyFacts Plan(string since, string year) => Complete with { Status = SenStatus.EhcPlan, StatusSince = Day(since), NcYear = year, Cycles = [], Done = [] };

    private static DutyFacts TwoReviews(TargetResult latest, TargetResult earlier) => Complete with
    {
        Cycles =
        [
            Cycle(3, CycleStage.Do),
            Reviewed(2, new(2026, 4, 20), new(2026, 7, 10), latest),
            Reviewed(1, new(2026, 1, 5), new(2026, 3, 27), earlier),
        ],
    };
}
