using SenSupport.Domain.Contacts;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Contacts;

public sealed class ContactEntryTests
{
    private static readonly ContactContent Talk = new(Given.Today, ContactKind.AtTheGate, "Slept badly", "Marta, mother");

    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void Log_WhenItCannotBe_IsRefused()
    {
        Refused(Talk with { On = Given.Today.AddDays(1) });
        Refused(Talk with { On = pupil.BirthDate });
        Refused(Talk with { What = " " });
        Refused(Talk with { With = "" });
        Refused(Talk with { Kind = (ContactKind)99 });
        Refused(Talk with { With = new string('a', TextLimits.Line + 1) });
        Refused(Talk with { What = new string('a', TextLimits.Narrative + 1) });

        void Refused(ContactContent content) => Assert.Throws<DomainRuleException>(() => ContactEntry.Log(pupil, content, Given.Senco));
    }

    [Fact]
    public void Correct_WhenByWhoWroteIt_LeavesATrace()
    {
        var entry = ContactEntry.Log(pupil, Talk, Given.Senco);

        entry.Correct(Talk with { What = "Slept well" }, Given.Senco);

        Assert.Equal(("Slept well", Given.Senco.At), (entry.What, entry.CorrectedAt));
        Assert.Equal([new FieldChange("what", "Slept badly", "Slept well")], entry.PendingEvents[^1].Changes);
        Assert.Equal(RecordEventKind.ContactCorrected, entry.PendingEvents[^1].Kind);
    }

    [Fact]
    public void Correct_WhenBySomebodyElse_IsRefused()
    {
        var entry = ContactEntry.Log(pupil, Talk, Given.Senco);

        Assert.Throws<DomainRuleException>(() => entry.Correct(Talk with { What = "Else" }, Given.On(Given.Today)));
        Assert.Equal("Slept badly", entry.What);
    }

    [Fact]
    public void Correct_WhenNothingChanges_LeavesNoTrace()
    {
        var entry = ContactEntry.Log(pupil, Talk, Given.Senco);

        entry.Correct(Talk with { What = "Slept badly " }, Given.Senco);

        Assert.Null(entry.CorrectedAt);
        Assert.Single(entry.PendingEvents);
    }
}
