using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class PupilDutiesTests
{
    [Fact]
    public void SetDutyAside_KeepsReasonDayAndPerson_AndIsTakenBack()
    {
        var pupil = Given.Pupil();

        var set = Given.Changes(pupil, () => pupil.SetDutyAside(DutyKind.TransitionPlanned, " Stays for an extra year ", Given.Senco));

        var kept = Assert.Single(pupil.DutiesSetAside);
        Assert.Equal((DutyKind.TransitionPlanned, Given.Today, "Amina Rahman", "Stays for an extra year"), (kept.Kind, kept.On, kept.By, kept.Reason));
        Assert.Equal((RecordEventKind.DutySetAside, "Transition planned"), (set.Kind, set.Summary));
        var back = Given.Changes(pupil, () => pupil.TakeDutyUp(DutyKind.TransitionPlanned, Given.Senco));
        Assert.Empty(pupil.DutiesSetAside);
        Assert.Equal(RecordEventKind.DutyTakenUp, back.Kind);
        Assert.Contains(back.Changes, change => change.Old == "Stays for an extra year");
    }

    [Fact]
    public void SetDutyAside_WhenItCannotBe_IsRefused()
    {
        var pupil = Given.Pupil();
        pupil.SetDutyAside(DutyKind.StaffAware, "Taught at home", Given.Senco);

        Given.Refuses(pupil, () => pupil.SetDutyAside(DutyKind.StaffAware, "Again", Given.Senco));
        Given.Refuses(pupil, () => pupil.SetDutyAside(DutyKind.PlanAgreed, "  ", Given.Senco));
        Given.Refuses(pupil, () => pupil.SetDutyAside((DutyKind)99, "Why", Given.Senco));
        Given.Refuses(pupil, () => pupil.SetDutyAside(DutyKind.PlanAgreed, new string('a', TextLimits.Narrative + 1), Given.Senco));
        Given.Refuses(pupil, () => pupil.TakeDutyUp(DutyKind.PlanAgreed, Given.Senco));
    }

    [Fact]
    public void RecordReaders_CountsForTheVersionThatIsShared()
    {
        var (cycle, one, other) = (Given.CycleAt(CycleStage.Plan), Guid.CreateVersion7(), Guid.CreateVersion7());
        Given.Refuses(cycle, () => cycle.RecordReaders([new(one, true)], Given.Senco));
        cycle.SharePlan("{}", Given.Senco);

        Given.Changes(cycle, () => cycle.RecordReaders([new(one, true), new(other, false, "On long leave")], Given.Senco));
        Given.ChangesNothing(cycle, () => cycle.RecordReaders([new(one, true), new(other, false, "On long leave")], Given.Senco));

        Assert.Equal([(one, 1, (DateOnly?)Given.Today, ""), (other, 0, null, "On long leave")], cycle.PlanReaders.Select(row => (row.StaffId, row.Version, row.ReadOn, row.ExemptReason)));
        cycle.SharePlan("{}", Given.Senco);
        Given.ChangesNothing(cycle, () => cycle.RecordReaders([new(one, false)], Given.Senco));
        Given.Changes(cycle, () => cycle.RecordReaders([new(one, true), new(other, false)], Given.On(Given.Today.AddDays(3))));
        Assert.Equal([(one, 2, Given.Today.AddDays(3))], cycle.PlanReaders.Select(row => (row.StaffId, row.Version, row.ReadOn!.Value)));
        Given.Changes(cycle, () => cycle.RecordReaders([new(one, false)], Given.Senco));
        Assert.Empty(cycle.PlanReaders);
    }

    [Fact]
    public void RecordReaders_WhenItCannotBe_IsRefused()
    {
        var (cycle, one) = (Given.CycleAt(CycleStage.Plan), Guid.CreateVersion7());
        cycle.SharePlan("{}", Given.Senco);
        cycle.TakePendingEvents();

        Given.Refuses(cycle, () => cycle.RecordReaders([new(one, true), new(one, false)], Given.Senco));
        Given.Refuses(cycle, () => cycle.RecordReaders([new(one, false, new string('a', TextLimits.Line + 1))], Given.Senco));
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);
        Given.Refuses(cycle, () => cycle.RecordReaders([new(one, true)], Given.Senco));
    }
}
