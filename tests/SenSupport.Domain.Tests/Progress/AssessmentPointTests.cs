using SenSupport.Domain.Progress;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Progress;

public sealed class AssessmentPointTests
{
    private static readonly PointContent Seventeen = new("Story retell, out of 25", Given.Today, 17, 15);

    [Fact]
    public void Record_KeepsTheContentAndAnEvent()
    {
        var pupil = Given.Pupil();

        var point = AssessmentPoint.Record(pupil, Seventeen with { Measure = " Story retell, out of 25 " }, Given.Senco);

        Assert.Equal(Seventeen, point.Content());
        var happened = Assert.Single(point.PendingEvents);
        Assert.Equal((RecordEventKind.AssessmentPointRecorded, (Guid?)pupil.Id, "Story retell, out of 25: 17"), (happened.Kind, happened.PupilId, happened.Summary));
    }

    public static TheoryData<PointContent> CannotBe { get; } = new(
        Seventeen with { Measure = " " },
        Seventeen with { Measure = new string('a', 101) },
        Seventeen with { On = Given.Today.AddDays(1) },
        Seventeen with { On = Given.Details().BirthDate.AddDays(-1) },
        Seventeen with { Score = null },
        Seventeen with { Score = 100_000.01m },
        Seventeen with { PeersMean = -100_001 },
        Seventeen with { Standardised = 39 },
        Seventeen with { Standardised = 171 },
        Seventeen with { AgeEquivalentMonths = -1 },
        Seventeen with { AgeEquivalentMonths = 241 },
        Seventeen with { Note = new string('a', TextLimits.Narrative + 1) });

    [Theory]
    [MemberData(nameof(CannotBe))]
    public void Record_WhatCannotBe_IsRefused(PointContent content)
    {
        Assert.Throws<DomainRuleException>(() => AssessmentPoint.Record(Given.Pupil(), content, Given.Senco));
        var point = AssessmentPoint.Record(Given.Pupil(), Seventeen, Given.Senco);
        Given.Refuses(point, () => point.Correct(Given.Pupil(), content, Given.Senco));
    }

    [Fact]
    public void Record_AtEveryEdge_IsKept() => Assert.Equal(
        "standardised 40, age equivalent 20 years 0 months, p4, working towards expected",
        AssessmentPoint.Record(Given.Pupil(), new("Reading", Given.Details().BirthDate, Standardised: 40, AgeEquivalentMonths: 240, Stage: "p4", Judgement: AttainmentJudgement.WorkingTowards), Given.Senco).Content().Result());

    [Fact]
    public void Correct_SaysWhatChangedAndNothingWhereNothingDid()
    {
        var point = AssessmentPoint.Record(Given.Pupil(), Seventeen, Given.Senco);
        point.TakePendingEvents();

        point.Correct(Given.Pupil(), Seventeen, Given.Senco);
        Assert.Empty(point.PendingEvents);
        point.Correct(Given.Pupil(), Seventeen with { Score = 18 }, Given.Senco);

        Assert.Equal([new FieldChange("score", "17", "18")], Assert.Single(point.PendingEvents).Changes);
    }

    [Fact]
    public void Remove_LeavesWhatItSaidInTheHistory()
    {
        var point = AssessmentPoint.Record(Given.Pupil(), Seventeen, Given.Senco);
        point.TakePendingEvents();

        point.Remove(Given.Senco);

        var happened = Assert.Single(point.PendingEvents);
        Assert.Equal(RecordEventKind.AssessmentPointRemoved, happened.Kind);
        Assert.Contains(happened.Changes, change => change is { Path: "score", Old: "17", New: "" });
    }
}
