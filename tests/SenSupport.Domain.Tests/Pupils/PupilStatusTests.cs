using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class PupilStatusTests
{
    [Fact]
    public void ChangeStatus_WhenFirst_OpensAPeriod()
    {
        var pupil = Given.Pupil();

        var change = Given.Changes(pupil, () => pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, " Slow progress ", Given.Senco));

        var period = Assert.Single(pupil.StatusPeriods);
        Assert.Equal((SenStatus.SenSupport, Given.Today, "Slow progress"), (period.Status, period.Start, period.Reason));
        Assert.Null(period.End);
        Assert.Equal(SenStatus.SenSupport, pupil.Status);
        Assert.Equal((RecordEventKind.StatusChanged, "SEN Support from 14 October 2026"), (change.Kind, change.Summary));
        Assert.Equal(new FieldChange("status", "No SEN", "SEN Support"), Assert.Single(change.Changes));
    }

    [Fact]
    public void ChangeStatus_WhenFollowing_EndsThePeriodBeforeTheDayBefore()
    {
        var pupil = OnSupport(Given.Today.AddDays(-30));

        pupil.ChangeStatus(SenStatus.EhcPlan, Given.Today, "Plan issued", Given.Senco);

        Assert.Equal(2, pupil.StatusPeriods.Count);
        Assert.Equal(Given.Today.AddDays(-1), pupil.StatusPeriods[0].End);
        Assert.Single(pupil.StatusPeriods, period => period.End is null);
        Assert.Equal(SenStatus.EhcPlan, pupil.Status);
    }

    [Fact]
    public void ChangeStatus_WhenDayIsTodayOrTomorrow_RefusesTomorrow()
    {
        var pupil = Given.Pupil();

        Given.Refuses(pupil, () => pupil.ChangeStatus(SenStatus.SenSupport, Given.Today.AddDays(1), "", Given.Senco));
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "", Given.Senco);
    }

    [Fact]
    public void ChangeStatus_WhenDayIsAroundTheCurrentStart_RefusesTheDayBefore()
    {
        var start = Given.Today.AddDays(-5);
        var pupil = OnSupport(start);

        Given.Refuses(pupil, () => pupil.ChangeStatus(SenStatus.EhcPlan, start.AddDays(-1), "", Given.Senco));
        pupil.ChangeStatus(SenStatus.EhcPlan, start.AddDays(1), "", Given.Senco);

        Assert.Equal(start, pupil.StatusPeriods[0].End);
    }

    [Fact]
    public void ChangeStatus_WhenFromTheVeryDayItBegan_CorrectsItAndKeepsItInTheHistoryOnly()
    {
        var pupil = Given.Pupil();
        pupil.ChangeStatus(SenStatus.Monitoring, Given.Today.AddDays(-30), "Watched", Given.Senco);
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "A slip", Given.Senco);

        var change = Given.Changes(pupil, () => pupil.ChangeStatus(SenStatus.None, Given.Today, "It was a slip", Given.Senco));

        Assert.Equal([SenStatus.Monitoring, SenStatus.None], pupil.StatusPeriods.Select(period => period.Status));
        Assert.Equal(Given.Today.AddDays(-1), pupil.StatusPeriods[0].End);
        Assert.Equal((Given.Today, null), (pupil.StatusPeriods[1].Start, pupil.StatusPeriods[1].End));
        Assert.Equal(new FieldChange("status", "SEN Support", "No SEN"), change.Changes[0]);
    }

    [Fact]
    public void ChangeStatus_WhenASlipGoesBackToWhatWasBefore_LetsThatGoOn()
    {
        var pupil = Given.Pupil();
        pupil.ChangeStatus(SenStatus.Monitoring, Given.Today.AddDays(-30), "Watched", Given.Senco, Given.Today.AddDays(9));
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "A slip", Given.Senco);

        var change = Given.Changes(pupil, () => pupil.ChangeStatus(SenStatus.Monitoring, Given.Today, "It was a slip", Given.Senco));

        var period = Assert.Single(pupil.StatusPeriods);
        Assert.Equal((SenStatus.Monitoring, Given.Today.AddDays(-30), "Watched", Given.Today.AddDays(9)), (period.Status, period.Start, period.Reason, period.MonitorUntil!.Value));
        Assert.Null(period.End);
        Assert.Equal(["status", "statusReason"], change.Changes.Select(field => field.Path));
    }

    [Fact]
    public void ChangeStatus_WhenLeavingOnTheDayItBegan_ClosesNeedsOnThatDay()
    {
        var pupil = OnSupport(Given.Today);
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], Given.Today, Given.Senco);

        pupil.ChangeStatus(SenStatus.Monitoring, Given.Today, "A slip", Given.Senco);

        Assert.Equal(SenStatus.Monitoring, Assert.Single(pupil.StatusPeriods).Status);
        Assert.Equal(Given.Today, Assert.Single(pupil.Needs).End);
    }

    [Fact]
    public void ChangeStatus_WhenPupilHasItAlready_IsRefused()
    {
        var pupil = OnSupport(Given.Today.AddDays(-5));

        Given.Refuses(pupil, () => pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "", Given.Senco));
    }

    [Fact]
    public void ChangeStatus_WhenNoSenIsSaidForTheFirstTime_IsRecordedOnce()
    {
        var pupil = Given.Pupil();

        pupil.ChangeStatus(SenStatus.None, Given.Today.AddDays(-2), "Looked at on entry", Given.Senco);

        Assert.Single(pupil.StatusPeriods);
        Given.Refuses(pupil, () => pupil.ChangeStatus(SenStatus.None, Given.Today, "", Given.Senco));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void ChangeStatus_WhenMonitoringHasAnEnd_NeedsItAfterTheStart(int days, bool allowed)
    {
        var pupil = Given.Pupil();
        void Monitor() => pupil.ChangeStatus(SenStatus.Monitoring, Given.Today, "", Given.Senco, Given.Today.AddDays(days));

        if (allowed)
        {
            Monitor();
            Assert.Equal(Given.Today.AddDays(days), pupil.StatusPeriods[0].MonitorUntil);
        }
        else
        {
            Given.Refuses(pupil, Monitor);
        }
    }

    [Theory]
    [InlineData(SenStatus.None)]
    [InlineData(SenStatus.SenSupport)]
    [InlineData(SenStatus.EhcPlan)]
    public void ChangeStatus_WhenOtherThanMonitoringHasAnEnd_IsRefused(SenStatus status)
    {
        var pupil = Given.Pupil();

        Given.Refuses(pupil, () => pupil.ChangeStatus(status, Given.Today, "", Given.Senco, Given.Today.AddDays(9)));
    }

    [Fact]
    public void ChangeStatus_WhenReasonIsTooLong_ChangesNothing()
    {
        var pupil = OnSupport(Given.Today.AddDays(-5));

        Given.Refuses(pupil, () => pupil.ChangeStatus(SenStatus.EhcPlan, Given.Today, new string('a', 20_001), Given.Senco));
        pupil.ChangeStatus(SenStatus.EhcPlan, Given.Today, new string('a', 20_000), Given.Senco);
    }

    [Theory]
    [InlineData(SenStatus.None)]
    [InlineData(SenStatus.Monitoring)]
    public void ChangeStatus_WhenLeavingTheRegister_ClosesNeedsTheDayBefore(SenStatus status)
    {
        var pupil = OnSupport(Given.Today.AddDays(-30));
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], Given.Today.AddDays(-30), Given.Senco);
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("MLD", AreaOfNeed.CognitionAndLearning)], Given.Today, Given.Senco);

        var change = Given.Changes(pupil, () => pupil.ChangeStatus(status, Given.Today, "Aim met", Given.Senco));

        Assert.Empty(pupil.CurrentNeeds);
        Assert.Equal(Given.Today.AddDays(-1), pupil.Needs[0].End);
        Assert.Equal(Given.Today, pupil.Needs[1].End); // never before its own start
        Assert.Equal(3, change.Changes.Count);
    }

    [Fact]
    public void ChangeStatus_WhenStayingOnOrComingToTheRegister_KeepsNeeds()
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], Given.Today.AddDays(-30), Given.Senco);

        pupil.ChangeStatus(SenStatus.Monitoring, Given.Today.AddDays(-20), "", Given.Senco);
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today.AddDays(-10), "", Given.Senco);
        pupil.ChangeStatus(SenStatus.EhcPlan, Given.Today, "", Given.Senco);

        Assert.Single(pupil.CurrentNeeds);
    }

    [Theory]
    [InlineData(SenStatus.None, "No SEN", "N", false)]
    [InlineData(SenStatus.Monitoring, "Monitoring", "N", false)]
    [InlineData(SenStatus.SenSupport, "SEN Support", "K", true)]
    [InlineData(SenStatus.EhcPlan, "EHC plan", "E", true)]
    public void Status_WhenShownOrSentOut_HasNameCodeAndRegister(SenStatus status, string name, string code, bool onRegister) =>
        Assert.Equal((name, code, onRegister), (status.Name(), status.ProvisionCode(), status.IsOnRegister()));

    private static Pupil OnSupport(DateOnly from)
    {
        var pupil = Given.Pupil();
        pupil.ChangeStatus(SenStatus.SenSupport, from, "", Given.Senco);
        return pupil;
    }
}
