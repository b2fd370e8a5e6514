using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

/// <summary>What a school keeps of a pupil beside status and cycles: leaving, flags with dates, former UPNs, contacts, documents, what was done before.</summary>
public sealed class PupilPapersTests
{
    private static readonly string Line = new('a', TextLimits.Line);
    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void Leave_WhenOnRoll_KeepsTheDayAndTheDestination()
    {
        var change = Given.Changes(pupil, () => pupil.Leave(Given.Today.AddDays(7), " 8012002 ", "Moved house", Given.Senco));

        Assert.Equal((Given.Today.AddDays(7), "8012002"), (pupil.LeftOn!.Value, pupil.Destination));
        Assert.Equal(RecordEventKind.PupilLeft, change.Kind);
        Assert.Contains(new FieldChange("leavingReason", "", "Moved house"), change.Changes);
        Given.Refuses(pupil, () => pupil.Leave(Given.Today, "", "", Given.Senco));
    }

    [Fact]
    public void Return_WhenThePupilHasLeft_PutsThemBackOnRoll()
    {
        Given.Refuses(pupil, () => pupil.Return(Given.Senco));
        pupil.Leave(Given.Today, "8012002", "", Given.Senco);
        var change = Given.Changes(pupil, () => pupil.Return(Given.Senco));

        Assert.Null(pupil.LeftOn);
        Assert.Equal("", pupil.Destination);
        Assert.Contains(new FieldChange("destination", "8012002", ""), change.Changes);
    }

    [Fact]
    public void Leave_WhenItCannotBe_IsRefused()
    {
        Given.Refuses(pupil, () => pupil.Leave(pupil.BirthDate, "", "", Given.Senco));
        Given.Refuses(pupil, () => pupil.Leave(Given.Today, Line + "a", "", Given.Senco));
        pupil.Leave(pupil.BirthDate.AddDays(1), Line, "", Given.Senco);
    }

    [Fact]
    public void ChangeDetails_WhenTheUpnChanges_KeepsTheFormerOneOnce()
    {
        pupil.ChangeDetails(Given.Details() with { Upn = "G802200118001" }, Given.Senco);
        pupil.ChangeDetails(Given.Details(), Given.Senco);
        pupil.ChangeDetails(Given.Details() with { Upn = "G802200118001" }, Given.Senco);

        Assert.Equal(["B801200005001", "G802200118001"], pupil.FormerUpns.Select(row => row.Upn));
    }

    [Fact]
    public void KeepFormerUpn_WhenValid_IsKeptOnce()
    {
        Given.Refuses(pupil, () => pupil.KeepFormerUpn("A801200005001", Given.Senco));
        Given.Changes(pupil, () => pupil.KeepFormerUpn(" e80720012501a ", Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.KeepFormerUpn("E80720012501A", Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.KeepFormerUpn(pupil.Upn, Given.Senco));

        Assert.Equal("E80720012501A", Assert.Single(pupil.FormerUpns).Upn);
    }

    [Theory]
    [InlineData(-0.1, false)]
    [InlineData(0, true)]
    [InlineData(94.26, true)]
    [InlineData(100, true)]
    [InlineData(100.1, false)]
    public void ChangeDetails_WhenAttendanceIsGiven_TakesAPercentage(double attendance, bool isTaken)
    {
        var details = Given.Details() with { Attendance = (decimal)attendance, AttendanceOn = Given.Today };
        if (isTaken)
        {
            pupil.ChangeDetails(details, Given.Senco);
            Assert.Equal(Math.Round((decimal)attendance, 1), pupil.Attendance);
        }
        else
        {
            Given.Refuses(pupil, () => pupil.ChangeDetails(details, Given.Senco));
        }

        Given.Refuses(pupil, () => pupil.ChangeDetails(Given.Details() with { Attendance = 90, AttendanceOn = Given.Today.AddDays(1) }, Given.Senco));
    }

    [Fact]
    public void Flags_WhenSetAndTakenAway_AreDated()
    {
        var added = Pupil.Add(Given.SchoolId, Given.Details() with { Flags = PupilFlags.Eal }, Given.Senco);
        Assert.Equal((PupilFlags.Eal, null, null), (added.FlagPeriods[0].Flag, added.FlagPeriods[0].Start, added.FlagPeriods[0].End));

        added.ChangeDetails(Given.Details() with { Flags = PupilFlags.Eal | PupilFlags.YoungCarer }, Given.Senco);
        added.ChangeDetails(Given.Details() with { Flags = PupilFlags.YoungCarer }, Given.On(Given.Today.AddDays(5)));

        Assert.Equal(Given.Today.AddDays(5), added.FlagPeriods[0].End);
        Assert.Equal((Given.Today, null), (added.FlagPeriods[1].Start!.Value, added.FlagPeriods[1].End));
        Assert.Equal(PupilFlags.YoungCarer, added.Flags);
    }

    [Fact]
    public void DateFlag_WhenItEndedInThePast_TakesTheFlagAway()
    {
        Given.Changes(pupil, () => pupil.DateFlag(PupilFlags.LookedAfter, Given.Today.AddDays(-90), null, Given.Senco));
        Assert.True(pupil.Flags.HasFlag(PupilFlags.LookedAfter));
        Given.ChangesNothing(pupil, () => pupil.DateFlag(PupilFlags.LookedAfter, Given.Today.AddDays(-90), null, Given.Senco));

        pupil.DateFlag(PupilFlags.LookedAfter, Given.Today.AddDays(-90), Given.Today, Given.Senco);
        Assert.True(pupil.Flags.HasFlag(PupilFlags.LookedAfter));
        pupil.DateFlag(PupilFlags.LookedAfter, Given.Today.AddDays(-90), Given.Today.AddDays(-1), Given.Senco);

        Assert.False(pupil.Flags.HasFlag(PupilFlags.LookedAfter));
        Assert.Single(pupil.FlagPeriods);
    }

    [Fact]
    public void FlagsOn_WhenALastDayIsAhead_HoldsUntilThatDay()
    {
        var pupil = Given.Pupil();
        pupil.DateFlag(PupilFlags.LookedAfter, Given.Today.AddDays(-9), Given.Today.AddDays(10), Given.Senco);
        pupil.DateFlag(PupilFlags.Eal, null, null, Given.Senco);
        PupilFlags both = PupilFlags.LookedAfter | PupilFlags.Eal;

        Assert.Equal((both, both, PupilFlags.Eal), (pupil.FlagsOn(Given.Today), pupil.FlagsOn(Given.Today.AddDays(10)), pupil.FlagsOn(Given.Today.AddDays(11))));
        Given.ChangesNothing(pupil, () => pupil.EndPastFlags(Given.On(Given.Today.AddDays(10))));
        Given.Changes(pupil, () => pupil.EndPastFlags(Given.On(Given.Today.AddDays(11))));
        Assert.Equal(PupilFlags.Eal, pupil.Flags);

        pupil.ChangeDetails(pupil.Details() with { Flags = both }, Given.On(Given.Today.AddDays(20)));
        Assert.Equal(both, pupil.FlagsOn(Given.Today.AddDays(20)));
        Assert.Equal(2, pupil.FlagPeriods.Count(period => period.Flag == PupilFlags.LookedAfter));
    }

    [Fact]
    public void DateFlag_WhenItCannotBe_IsRefused()
    {
        Given.Refuses(pupil, () => pupil.DateFlag(PupilFlags.None, null, null, Given.Senco));
        Given.Refuses(pupil, () => pupil.DateFlag(PupilFlags.Eal | PupilFlags.Disability, null, null, Given.Senco));
        Given.Refuses(pupil, () => pupil.DateFlag(PupilFlags.Eal, Given.Today.AddDays(1), null, Given.Senco));
        Given.Refuses(pupil, () => pupil.DateFlag(PupilFlags.Eal, Given.Today, Given.Today.AddDays(-1), Given.Senco));
    }

    [Fact]
    public void Contacts_WhenChangedRemovedAndReordered_LeaveTheirTrace()
    {
        pupil.AddContact(new("Ewa", "Mother", true, true), Given.Senco);
        pupil.AddContact(new("Jan", "Father", true, true), Given.Senco);
        pupil.AddContact(new("Ola", "Aunt", false, false), Given.Senco);
        var (ewa, jan, ola) = (pupil.Contacts[0].Id, pupil.Contacts[1].Id, pupil.Contacts[2].Id);

        var changed = Given.Changes(pupil, () => pupil.ChangeContact(jan, pupil.Contacts[1].Details() with { IsRestrictedByCourt = true, Address = "1 Mill Lane" }, Given.Senco));
        Assert.Equal([$"contacts/{jan}/isRestrictedByCourt", $"contacts/{jan}/address"], changed.Changes.Select(change => change.Path));
        Given.ChangesNothing(pupil, () => pupil.ChangeContact(jan, pupil.Contacts[1].Details(), Given.Senco));

        Given.Changes(pupil, () => pupil.OrderContacts([ola, jan, ewa], Given.Senco));
        Assert.Equal(["Ola", "Jan", "Ewa"], pupil.Contacts.OrderBy(contact => contact.Order).Select(contact => contact.Name));
        Given.ChangesNothing(pupil, () => pupil.OrderContacts([ola, jan, ewa], Given.Senco));

        var removed = Given.Changes(pupil, () => pupil.RemoveContact(jan, Given.Senco));
        Assert.Contains(removed.Changes, change => change is { Old: "1 Mill Lane", New: "" });
        Assert.Equal([1, 2], pupil.Contacts.Select(contact => contact.Order).Order());
    }

    [Fact]
    public void Contacts_WhenUnknown_AreRefused()
    {
        pupil.AddContact(new("Ewa", "Mother", true, true), Given.Senco);

        Given.Refuses(pupil, () => pupil.ChangeContact(Guid.NewGuid(), new("Ewa", "Mother", true, true), Given.Senco));
        Given.Refuses(pupil, () => pupil.ChangeContact(pupil.Contacts[0].Id, new(" ", "Mother", true, true), Given.Senco));
        Given.Refuses(pupil, () => pupil.RemoveContact(Guid.NewGuid(), Given.Senco));
        Given.Refuses(pupil, () => pupil.OrderContacts([], Given.Senco));
        Given.Refuses(pupil, () => pupil.OrderContacts([Guid.NewGuid()], Given.Senco));
    }

    [Fact]
    public void RemoveSupporter_WhenTheySupport_IsOneChange()
    {
        var helper = Guid.NewGuid();
        pupil.AddSupporter(helper, Given.Senco);

        Given.Changes(pupil, () => pupil.RemoveSupporter(helper, Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.RemoveSupporter(helper, Given.Senco));
        Assert.Empty(pupil.Supporters);
    }

    [Fact]
    public void ChangePhoto_WhenAddedReplacedAndTakenAway_SaysSo()
    {
        Assert.Equal("added", Given.Changes(pupil, () => pupil.ChangePhoto(Guid.NewGuid(), Given.Senco)).Summary);
        Assert.Equal("replaced", Given.Changes(pupil, () => pupil.ChangePhoto(Guid.NewGuid(), Given.Senco)).Summary);
        Assert.Equal("taken away", Given.Changes(pupil, () => pupil.ChangePhoto(null, Given.Senco)).Summary);
        Given.ChangesNothing(pupil, () => pupil.ChangePhoto(null, Given.Senco));
    }

    [Fact]
    public void Diagnosis_WhenChangedAndRemoved_LeavesItsTrace()
    {
        var document = pupil.AttachDocument(new(Guid.NewGuid(), "Clinic letter", "letter.pdf", 1200, Given.Today.AddDays(-9)), Given.Senco);
        pupil.RecordDiagnosis(new("Dyslexia", "Dr Okafor", null), Given.Senco);
        var id = pupil.Diagnoses[0].Id;

        var change = Given.Changes(pupil, () => pupil.ChangeDiagnosis(id, new("Dyslexia", "Dr Okafor", Given.Today, "Letter", document.Id), Given.Senco));
        Assert.Equal(3, change.Changes.Count);
        Given.ChangesNothing(pupil, () => pupil.ChangeDiagnosis(id, pupil.Diagnoses[0].Details(), Given.Senco));
        Given.Refuses(pupil, () => pupil.ChangeDiagnosis(id, new("Dyslexia", DocumentId: Guid.NewGuid()), Given.Senco));
        Given.Refuses(pupil, () => pupil.ChangeDiagnosis(Guid.NewGuid(), new("Dyslexia"), Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDiagnosis(new("Dyslexia", Source: Line + "a"), Given.Senco));

        Given.Changes(pupil, () => pupil.RemoveDiagnosis(id, Given.Senco));
        Given.Refuses(pupil, () => pupil.RemoveDiagnosis(id, Given.Senco));
    }

    [Fact]
    public void Adjustments_WhenBegunAndEnded_StayInTheRecord()
    {
        Given.Refuses(pupil, () => pupil.AddAdjustment(" ", Given.Today, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddAdjustment("Ramp", Given.Today.AddDays(1), Given.Senco));
        Given.Changes(pupil, () => pupil.AddAdjustment("Ramp to the hall", Given.Today.AddDays(-1), Given.Senco));
        var id = pupil.Adjustments[0].Id;

        Given.Refuses(pupil, () => pupil.EndAdjustment(id, Given.Today.AddDays(-2), Given.Senco));
        Given.Refuses(pupil, () => pupil.EndAdjustment(id, Given.Today.AddDays(1), Given.Senco));
        Given.Changes(pupil, () => pupil.EndAdjustment(id, Given.Today, Given.Senco));
        Given.Refuses(pupil, () => pupil.EndAdjustment(id, Given.Today, Given.Senco));
        Assert.Equal(Given.Today, Assert.Single(pupil.Adjustments).End);
    }

    [Fact]
    public void DescribeDisability_WhenTheSame_ChangesNothing()
    {
        Assert.Equal("disability", Assert.Single(Given.Changes(pupil, () => pupil.DescribeDisability("Hearing aids", "", Given.Senco)).Changes).Path);
        Given.ChangesNothing(pupil, () => pupil.DescribeDisability(" Hearing aids ", "", Given.Senco));
    }

    [Fact]
    public void AttachDocument_WhenItCannotBe_IsRefused()
    {
        var letter = new DocumentDetails(Guid.NewGuid(), Line, Line, 1, Given.Today);

        Given.Refuses(pupil, () => pupil.AttachDocument(letter with { Title = " " }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AttachDocument(letter with { Title = Line + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AttachDocument(letter with { DatedOn = Given.Today.AddDays(1) }, Given.Senco));
        Assert.Equal(letter.ContentId, pupil.AttachDocument(letter, Given.Senco).Id);
    }

    [Fact]
    public void RecordPastPlan_WhenItsDatesAreTurnedRound_IsRefused()
    {
        var plan = new PastPlanDetails("IEP autumn", Given.Today.AddDays(-60), Given.Today.AddDays(-60), "Two of three targets met");

        Given.Refuses(pupil, () => pupil.RecordPastPlan(plan with { Name = "" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordPastPlan(plan with { StartedOn = Given.Today.AddDays(1), EndedOn = null }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordPastPlan(plan with { EndedOn = Given.Today.AddDays(-61) }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordPastPlan(plan with { DocumentId = Guid.NewGuid() }, Given.Senco));
        Given.Changes(pupil, () => pupil.RecordPastPlan(plan, Given.Senco));
        Assert.Equal("Two of three targets met", Assert.Single(pupil.PastPlans).Result);
    }

    [Fact]
    public void KeepReceived_WhenThereIsNothingInIt_IsRefused()
    {
        var received = new ReceivedRecordDetails("Little Acorns Nursery", Given.Today, "", "");

        Given.Refuses(pupil, () => pupil.KeepReceived(received, Given.Senco));
        Given.Refuses(pupil, () => pupil.KeepReceived(received with { Text = "Notes", From = " " }, Given.Senco));
        Given.Refuses(pupil, () => pupil.KeepReceived(received with { Text = "Notes", ReceivedOn = Given.Today.AddDays(1) }, Given.Senco));
        Given.Changes(pupil, () => pupil.KeepReceived(received with { Baselines = "Phonics 12 of 40" }, Given.Senco));
        Assert.Equal("Phonics 12 of 40", Assert.Single(pupil.ReceivedRecords).Baselines);
    }

    [Fact]
    public void RecordDuty_WhenTwiceOnOneDay_IsRecordedOnce()
    {
        Given.Refuses(pupil, () => pupil.RecordDuty(DutyRecordKind.ParentsNotified, Given.Today.AddDays(1), "", "", "", Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDuty((DutyRecordKind)99, Given.Today, "", "", "", Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDuty(DutyRecordKind.Reviewed, pupil.BirthDate, "", "", "", Given.Senco));
        Given.Changes(pupil, () => pupil.RecordDuty(DutyRecordKind.ParentsNotified, Given.Today, "Both parents", "By letter", "", Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.RecordDuty(DutyRecordKind.ParentsNotified, Given.Today, "", "", "", Given.Senco));
        Given.Changes(pupil, () => pupil.RecordDuty(DutyRecordKind.ParentsNotified, Given.Today.AddDays(-1), "", "", "", Given.Senco));
        Assert.All(Enum.GetValues<DutyRecordKind>(), kind => Assert.NotEmpty(kind.Name()));
        Assert.Equal(Enum.GetValues<DutyRecordKind>().Length, Enum.GetValues<DutyRecordKind>().Select(kind => kind.Name()).Distinct().Count());
    }

    [Fact]
    public void RecordDuty_OfConsent_IsOneForEachAgencyADay()
    {
        Given.Changes(pupil, () => pupil.RecordDuty(DutyRecordKind.AgencyConsent, Given.Today, "Speech therapy", "Given", "Marta, by phone", Given.Senco));
        Given.Changes(pupil, () => pupil.RecordDuty(DutyRecordKind.AgencyConsent, Given.Today, "CAMHS", "Not given", "Marta, by phone", Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.RecordDuty(DutyRecordKind.AgencyConsent, Given.Today, "speech therapy ", "Given", "", Given.Senco));
        Given.Refuses(pupil, () => pupil.RemoveDuty(DutyRecordKind.AgencyConsent, Given.Today, Given.Senco));

        Given.Changes(pupil, () => pupil.RemoveDuty(DutyRecordKind.AgencyConsent, Given.Today, Given.Senco, "CAMHS"));

        Assert.Equal("Speech therapy", Assert.Single(pupil.DutyRecords).Who);
    }

    [Fact]
    public void RemoveDuty_WhenItWasRecorded_TakesAwayThatOneOnly()
    {
        pupil.RecordDuty(DutyRecordKind.Reviewed, Given.Today, "", "", "", Given.Senco);
        pupil.RecordDuty(DutyRecordKind.Reviewed, Given.Today.AddDays(-1), "", "", "", Given.Senco);

        var change = Given.Changes(pupil, () => pupil.RemoveDuty(DutyRecordKind.Reviewed, Given.Today, Given.Senco));

        Assert.Equal(RecordEventKind.DutyRemoved, change.Kind);
        Assert.Equal(Given.Today.AddDays(-1), Assert.Single(pupil.DutyRecords).On);
        Given.Refuses(pupil, () => pupil.RemoveDuty(DutyRecordKind.Reviewed, Given.Today, Given.Senco));
    }

    [Fact]
    public void RemovePastPlan_WhenItHasADocument_TakesBothAway()
    {
        var document = pupil.AttachDocument(new DocumentDetails(Guid.NewGuid(), "IEP", "iep.pdf", 10, null), Given.Senco);
        pupil.RecordPastPlan(new PastPlanDetails("IEP", Given.Today, null, "", document.Id), Given.Senco);

        var removed = pupil.RemovePastPlan(pupil.PastPlans[0].Id, Given.Senco);

        Assert.Equal(document.Id, removed);
        Assert.Empty(pupil.PastPlans);
        Assert.Empty(pupil.Documents);
        Given.Refuses(pupil, () => pupil.RemovePastPlan(Guid.NewGuid(), Given.Senco));
    }

    [Fact]
    public void KeepReceived_WhenItCorrectsAnEntry_KeepsBoth()
    {
        pupil.KeepReceived(new ReceivedRecordDetails("Nursery", Given.Today, "Section 4"), Given.Senco);

        pupil.KeepReceived(new ReceivedRecordDetails("Nursery", Given.Today, "Section 5", CorrectsId: pupil.ReceivedRecords[0].Id), Given.Senco);

        Assert.Null(pupil.ReceivedRecords[0].CorrectsId);
        Assert.Equal(pupil.ReceivedRecords[0].Id, pupil.ReceivedRecords[1].CorrectsId);
        Given.Refuses(pupil, () => pupil.KeepReceived(new ReceivedRecordDetails("Nursery", Given.Today, "Section 6", CorrectsId: Guid.NewGuid()), Given.Senco));
    }

    [Fact]
    public void RecordNeeds_WhenANeedBeganEarlier_KeepsItsOwnStart()
    {
        pupil.ChangeStatus(SenStatus.SenSupport, Given.Today, "", Given.Senco);
        pupil.RecordNeeds(
            [("SLCN", AreaOfNeed.CommunicationAndInteraction), ("MLD", AreaOfNeed.CognitionAndLearning)],
            Given.Today,
            Given.Senco,
            new Dictionary<string, DateOnly> { ["SLCN"] = Given.Today.AddYears(-1), ["MLD"] = Given.Today.AddDays(1) });

        Assert.Equal([Given.Today.AddYears(-1), Given.Today], pupil.CurrentNeeds.Select(need => need.Start));
    }
}
