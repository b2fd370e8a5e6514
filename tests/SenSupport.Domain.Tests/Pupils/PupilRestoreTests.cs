using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

/// <summary>Taking back what an import did to a pupil, and how the history tells what was not by hand.</summary>
public sealed class PupilRestoreTests
{
    private static readonly Acting Import = Given.Senco with { Means = "from an import" };

    [Fact]
    public void Restore_AfterAnImport_PutsEverythingBackAndKeepsBothInTheHistory()
    {
        var pupil = Given.Pupil();
        var earlier = Given.On(Given.Today.AddDays(-30));
        pupil.ChangeStatus(SenStatus.SenSupport, earlier.Today, "", earlier);
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], earlier.Today, earlier);
        pupil.DateFlag(PupilFlags.Eal, Given.Today.AddDays(-9), null, Given.Senco);
        pupil.AddContact(new ContactDetails("Marta", "Mother", true, true), Given.Senco);
        var (before, details, needs, since) = (pupil.State(), pupil.Details(), pupil.CurrentNeeds.Select(need => (need.Id, need.Rank)).ToList(), pupil.FlagPeriods.Single().Start);

        pupil.ChangeDetails(details with { Upn = "Q801200005002", Surname = "Other", Flags = PupilFlags.PupilPremium }, Import);
        pupil.ChangeStatus(SenStatus.EhcPlan, Given.Today, "", Import);
        pupil.RecordNeeds([("SEMH", AreaOfNeed.SocialEmotionalMentalHealth), ("SLCN", AreaOfNeed.CommunicationAndInteraction)], Given.Today, Import);
        pupil.AddContact(new ContactDetails("Piotr", "Father", true, true), Import);
        pupil.Leave(Given.Today, "3012002", "", Import);
        pupil.Restore(before, Given.Senco);

        Assert.Equal(details, pupil.Details());
        Assert.Equal((SenStatus.SenSupport, null, ""), (pupil.Status, pupil.LeftOn, pupil.Destination));
        Assert.Equal(needs, pupil.CurrentNeeds.Select(need => (need.Id, need.Rank)));
        var flag = Assert.Single(pupil.FlagPeriods);
        Assert.Equal((PupilFlags.Eal, since, null), (flag.Flag, flag.Start, flag.End));
        Assert.Equal("Marta", Assert.Single(pupil.Contacts).Name);
        Assert.Empty(pupil.FormerUpns);
        Assert.Equal(SenStatus.SenSupport, Assert.Single(pupil.StatusPeriods).Status);
        var last = pupil.PendingEvents[^1];
        Assert.Equal(RecordEventKind.ImportUndone, last.Kind);
        Assert.Contains(new FieldChange("surname", "Other", "Wiśniewska"), last.Changes);
        Assert.Contains(pupil.PendingEvents, happened => happened.Kind == RecordEventKind.PupilLeft);
    }

    [Fact]
    public void Restore_WhenTheImportChangedAStatusOnTheDayOnWhichItBegan_BringsThatOneBack()
    {
        var pupil = Given.Pupil();
        pupil.ChangeStatus(SenStatus.Monitoring, Given.Today, "Watched since today", Given.Senco, Given.Today.AddDays(60));
        var before = pupil.State();

        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "", Import);
        Assert.DoesNotContain(pupil.StatusPeriods, period => period.Status == SenStatus.Monitoring);
        pupil.Restore(before, Given.Senco);

        var period = Assert.Single(pupil.StatusPeriods);
        Assert.Equal((SenStatus.Monitoring, Given.Today, null, "Watched since today", Given.Today.AddDays(60)), (period.Status, period.Start, period.End, period.Reason, period.MonitorUntil));
        Assert.Equal((SenStatus.Monitoring, before.StatusPeriods[0].Id), (pupil.Status, period.Id));
    }

    [Fact]
    public void Restore_WhenSomethingOfThenIsGone_IsRefusedAndChangesNothing()
    {
        var pupil = Given.Pupil();
        pupil.AddContact(new ContactDetails("Marta", "Mother", true, true), Given.Senco);
        var before = pupil.State();
        pupil.RemoveContact(Assert.Single(pupil.Contacts).Id, Given.Senco);

        Given.Refuses(pupil, () => pupil.Restore(before, Given.Senco));
    }

    [Fact]
    public void Record_WhenItWasNotByHand_SaysHow()
    {
        var pupil = Given.Pupil();
        pupil.ChangeDetails(pupil.Details() with { Surname = "Other" }, Import);
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "", Import);
        pupil.ChangeDetails(pupil.Details() with { Surname = "By hand" }, Given.Senco);

        Assert.Equal(
            ["from an import", "SEN Support from 14 October 2026, from an import", ""],
            pupil.PendingEvents.TakeLast(3).Select(happened => happened.Summary));
    }
}
