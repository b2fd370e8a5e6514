using System.Diagnostics;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data.DemoSchool;
using SenSupport.Web.Documents;
using Xunit.Abstractions;

namespace SenSupport.Web.Tests.Data.DemoSchool;

public sealed class DemoRecordsTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Guid> Accounts =
        new[] { "senco", "assistant", "head", "teacher", "ta", "office", "finance", "governor" }.ToDictionary(name => name, _ => Guid.CreateVersion7());

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-09-01")]
    [InlineData("2026-09-03")]
    [InlineData("2026-12-26")]
    [InlineData("2027-02-28")]
    [InlineData("2027-07-08")]
    [InlineData("2027-08-15")]
    [InlineData("2028-02-29")]
    public void Make_OnAnyDayOfTheYear_HasTheSameShape(string day)
    {
        var today = DateOnly.Parse(day);
        var watch = Stopwatch.StartNew();
        var made = DemoRecords.Make(today, Accounts);
        output.WriteLine($"{day}: {watch.ElapsedMilliseconds} ms");

        Assert.Equal(65, made.Pupils.Count(pupil => pupil.Status == SenStatus.SenSupport));
        Assert.Equal(14, made.Pupils.Count(pupil => pupil.Status == SenStatus.EhcPlan));
        Assert.Equal(20, made.Pupils.Count(pupil => pupil.Status == SenStatus.Monitoring));
        var open = made.Cycles.FindAll(cycle => cycle.IsOpen);
        Assert.Equal(80, open.Count);
        Assert.Equal(6, open.Count(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Overdue));
        Assert.Equal(9, open.Count(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Soon));
        Assert.All(open.Where(cycle => cycle.Stage > CycleStage.Plan), cycle => Assert.InRange(cycle.ReviewOn!.Value.DayNumber - today.DayNumber, -14, 84));
        Assert.Equal([5, 8, 61, 6], open.GroupBy(cycle => cycle.Stage).OrderBy(stage => stage.Key).Select(stage => stage.Count()));
        var steps = made.Cycles.SelectMany(cycle => cycle.NextSteps).ToList();
        Assert.Contains(steps, step => step.DoneOn is not null);
        Assert.Contains(steps, step => step is { DoneOn: null, OwnerId: not null });
        Assert.Contains(made.Beside.OfType<ReviewView>(), view => view is { Of: ViewOf.Pupil, GivenOn: not null });
        Assert.Contains(made.Beside.OfType<ReviewView>(), view => view is { Of: ViewOf.Parents, GivenOn: null });
        Assert.Contains(made.Beside.OfType<AssessmentRequest>(), request => request is { IsView: true, IsWaiting: true });
        Assert.Contains(made.Pupils.SelectMany(pupil => pupil.DutyRecords), record => record.Kind == DutyRecordKind.AgencyConsent);
        Assert.All(made.Beside.SelectMany(record => record.PendingEvents), happened => Assert.True(happened.At < today.AddDays(1).ToDateTime(TimeOnly.MinValue), $"{happened.Kind} {happened.At}"));
        Assert.All(made.Pupils.SelectMany(pupil => pupil.PendingEvents).Concat(made.Cycles.SelectMany(cycle => cycle.PendingEvents)), happened =>
            Assert.True(happened.At < today.ToDateTime(TimeOnly.MinValue), $"{happened.Kind} {happened.At}"));
    }

    [Fact]
    public void Make_WhenPlansAreShared_KeepsWhatTheyDocument()
    {
        var made = DemoRecords.Make(new DateOnly(2026, 11, 23), Accounts);
        var zofia = made.Pupils.Single(pupil => pupil.Surname == "Wiśniewska" && pupil.Forename == "Zofia");
        var cycle = made.Cycles.Single(cycle => cycle.PupilId == zofia.Id && cycle.IsOpen);
        var plan = SupportPlan.Thaw(cycle.PlanVersions.Single(version => version.Number == 1).Frozen);
        Assert.Equal(("Zofia", "4W", 3, 1, "Ruth Adeyemi"), (plan.FirstName, plan.Class, plan.CycleNumber, plan.Version, plan.SharedBy));
        Assert.Equal(cycle.Targets.Select(target => target.Statement).Order(), plan.Outcomes.SelectMany(outcome => outcome.Targets).Select(target => target.Statement).Order());
        Assert.Equal(["Marta Wiśniewska", "Piotr Wiśniewski"], plan.Parents.Select(parent => parent.Name));
    }

    [Fact]
    public void IsSchoolDay_WhenWeekendHolidayOrHalfTerm_IsFalse()
    {
        Assert.True(DemoCalendar.IsSchoolDay(new DateOnly(2026, 11, 23)));
        Assert.False(DemoCalendar.IsSchoolDay(new DateOnly(2026, 11, 22)));
        Assert.False(DemoCalendar.IsSchoolDay(new DateOnly(2026, 12, 25)));
        Assert.False(DemoCalendar.IsSchoolDay(new DateOnly(2026, 10, 28)));
        Assert.False(DemoCalendar.IsSchoolDay(new DateOnly(2027, 8, 3)));
        Assert.False(DemoCalendar.IsSchoolDay(new DateOnly(2027, 3, 29)));
    }
}
