using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class PupilRecordTests
{
    private static readonly string Narrative = new('a', TextLimits.Narrative);
    private static readonly string Line = new('a', TextLimits.Line);
    private static readonly string Name = new('a', TextLimits.Name);

    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void WriteBackground_WhenAtTheLimit_IsKeptAndOneMoreIsRefused()
    {
        var change = Given.Changes(pupil, () => pupil.WriteBackground(Narrative + "\r\n", Given.Senco));

        Assert.Equal(Narrative, pupil.Background);
        Assert.Equal(new FieldChange("background", "", Narrative), Assert.Single(change.Changes));
        Given.Refuses(pupil, () => pupil.WriteBackground(Narrative + "a", Given.Senco));
        Given.ChangesNothing(pupil, () => pupil.WriteBackground($" {Narrative} ", Given.Senco));
    }

    [Fact]
    public void RecordDiagnosis_WhenNamed_IsKept()
    {
        var change = Given.Changes(pupil, () => pupil.RecordDiagnosis(new DiagnosisDetails(" Dyslexia ", " Dr Okafor ", Given.Today), Given.Senco));

        var kept = Assert.Single(pupil.Diagnoses);
        Assert.Equal(("Dyslexia", "Dr Okafor", (DateOnly?)Given.Today), (kept.Name, kept.MadeBy, kept.MadeOn));
        Assert.Equal((RecordEventKind.DiagnosisRecorded, "Dyslexia"), (change.Kind, change.Summary));
        pupil.RecordDiagnosis(new DiagnosisDetails("Autism", "", null), Given.Senco);
        Assert.Equal(2, pupil.Diagnoses.Count);
    }

    [Fact]
    public void RecordDiagnosis_WhenItCannotBe_IsRefused()
    {
        Given.Refuses(pupil, () => pupil.RecordDiagnosis(new DiagnosisDetails(" ", "", null), Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDiagnosis(new DiagnosisDetails("ADHD", "", Given.Today.AddDays(1)), Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDiagnosis(new DiagnosisDetails(Line + "a", "", null), Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordDiagnosis(new DiagnosisDetails("ADHD", Line + "a", null), Given.Senco));
        pupil.RecordDiagnosis(new DiagnosisDetails(Line, Line, null), Given.Senco);
    }

    [Fact]
    public void AddContact_WhenAdded_KeepsTheThreeFactsApartAndTheOrder()
    {
        pupil.AddContact(new ContactDetails("Ewa Wiśniewska", "Mother", true, true), Given.Senco);
        var change = Given.Changes(pupil, () => pupil.AddContact(new ContactDetails(" Jan Nowak ", "Step-father", true, false, true, "jan@example.org", "020 7946 0000", "Polish", "Interpreter"), Given.Senco));

        Assert.Equal([1, 2], pupil.Contacts.Select(contact => contact.Order));
        var contact = pupil.Contacts[1];
        Assert.Equal((true, false, true), (contact.IsParentInLaw, contact.HasParentalResponsibility, contact.IsRestrictedByCourt));
        Assert.Equal(("jan@example.org", "020 7946 0000", "Polish", "Interpreter"), (contact.Email, contact.Phone, contact.Language, contact.CommunicationNeeds));
        Assert.Equal(new FieldChange("contact", "", "Jan Nowak"), Assert.Single(change.Changes));
    }

    [Fact]
    public void AddContact_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        var longest = new ContactDetails(Name, Name, false, false, false, Line, Name, Name, Line, Line);

        Given.Refuses(pupil, () => pupil.AddContact(longest with { Name = " " }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Name = Name + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Relation = Name + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Email = Line + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Phone = Name + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Language = Name + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { CommunicationNeeds = Line + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.AddContact(longest with { Address = Line + "a" }, Given.Senco));
        pupil.AddContact(longest, Given.Senco);
        Assert.Single(pupil.Contacts);
    }

    [Fact]
    public void RecordProfile_WhenGivenAgain_KeepsTheEarlierOne()
    {
        pupil.RecordProfile(Given.Today.AddDays(-90), new("Talking mat", "Kind", "Trains", "Wait", "Noise", "To drive a train"), Given.Senco);
        var change = Given.Changes(pupil, () => pupil.RecordProfile(Given.Today, new("Drawing", "Brave", " Buses ", "Wait", ""), Given.Senco));

        Assert.Equal(["Trains", "Buses"], pupil.Profiles.Select(profile => profile.ImportantToMe));
        Assert.Equal("To drive a train", pupil.Profiles[0].Hopes);
        Assert.Contains(new FieldChange("importantToMe", "", "Buses"), change.Changes);
        Assert.DoesNotContain(change.Changes, field => field.Path == "findsHard");
    }

    [Fact]
    public void RecordProfile_WhenItCannotBe_IsRefused()
    {
        var voice = new PupilVoice(Line, Narrative, Narrative, Narrative, Narrative, Narrative);

        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today.AddDays(1), voice, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { HowGathered = Line + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { Admired = Narrative + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { ImportantToMe = Narrative + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { HowBestToSupport = Narrative + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { FindsHard = Narrative + "a" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.RecordProfile(Given.Today, voice with { Hopes = Narrative + "a" }, Given.Senco));
        pupil.RecordProfile(Given.Today, voice, Given.Senco);
    }

    [Fact]
    public void NameResponsibleTeacher_WhenNamedAgain_ChangesNothing()
    {
        var teacher = Guid.CreateVersion7();

        var change = Given.Changes(pupil, () => pupil.NameResponsibleTeacher(teacher, Given.Senco));

        Assert.Equal(new FieldChange("responsibleTeacherId", "", $"{teacher}"), Assert.Single(change.Changes));
        Given.ChangesNothing(pupil, () => pupil.NameResponsibleTeacher(teacher, Given.Senco));
        Given.Changes(pupil, () => pupil.NameResponsibleTeacher(null, Given.Senco));
        Assert.Null(pupil.ResponsibleTeacherId);
    }

    [Fact]
    public void AddSupporter_WhenSaidTwice_ChangesNothing()
    {
        var assistant = Guid.CreateVersion7();

        Given.Changes(pupil, () => pupil.AddSupporter(assistant, Given.Senco));

        Given.ChangesNothing(pupil, () => pupil.AddSupporter(assistant, Given.Senco));
        Given.Changes(pupil, () => pupil.AddSupporter(Guid.CreateVersion7(), Given.Senco));
        Assert.Equal((pupil.Id, assistant), (pupil.Supporters[0].PupilId, pupil.Supporters[0].StaffId));
    }

    [Fact]
    public void InWords_WhenFlagsAreSet_NamesEach()
    {
        Assert.Empty(PupilFlags.None.InWords());
        Assert.Equal(["Pupil premium", "Young carer"], (PupilFlags.YoungCarer | PupilFlags.PupilPremium).InWords());
        Assert.All(Enum.GetValues<PupilFlags>().Where(flag => flag != PupilFlags.None), flag => Assert.Single(flag.InWords()));
    }

    [Fact]
    public void For_WhenSexIsRecordedOrNot_GivesPronouns()
    {
        Assert.Equal(new Pronouns("she", "her", "her"), Pronouns.For(Sex.Female));
        Assert.Equal(new Pronouns("he", "him", "his"), Pronouns.For(Sex.Male));
        Assert.Equal(new Pronouns("they", "them", "their"), Pronouns.For(null));
    }
}
