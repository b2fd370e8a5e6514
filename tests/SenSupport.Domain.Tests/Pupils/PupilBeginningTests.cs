using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

/// <summary>Before SEN Support: the early discussion, letters, monitoring.</summary>
public sealed class PupilBeginningTests
{
    private static readonly DiscussionDetails Talk = new(Given.Today, "Marta, Tom", new EarlyDiscussion("Kind", "Few words", "Worried", "I like art", "Speak in class", "Look again at Easter"));

    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void RecordDiscussion_WhenNew_IsTheDutyRecordItself()
    {
        Given.Changes(pupil, () => pupil.RecordDiscussion(null, Talk with { NoteGivenOn = Given.Today, SendiassOn = Given.Today }, Given.Senco));

        Assert.Equal([DutyRecordKind.EarlyDiscussion, DutyRecordKind.DiscussionNoteGiven, DutyRecordKind.SendiassExplained], pupil.DutyRecords.Select(record => record.Kind));
        Assert.Equal(Talk.Words, pupil.DutyRecords[0].Discussion);
        Assert.Equal("Marta, Tom", pupil.DutyRecords[0].Who);
    }

    [Fact]
    public void RecordDiscussion_WhenOnlyItsDateWasKnown_AddsTheWordsToThatRecord()
    {
        pupil.RecordDuty(DutyRecordKind.EarlyDiscussion, Given.Today, "Marta", "", "", Given.Senco);

        pupil.RecordDiscussion(null, Talk, Given.Senco);

        Assert.Equal(Talk.Words, Assert.Single(pupil.DutyRecords).Discussion);
        Given.Refuses(pupil, () => pupil.RecordDiscussion(null, Talk, Given.Senco));
    }

    [Fact]
    public void RecordDiscussion_WhenChanged_MovesItsDaysWithIt()
    {
        var id = pupil.RecordDiscussion(null, Talk with { On = Given.Today.AddDays(-9), NoteGivenOn = Given.Today.AddDays(-2) }, Given.Senco);

        var change = Given.Changes(pupil, () => pupil.RecordDiscussion(id, Talk with { On = Given.Today.AddDays(-8), NoteGivenOn = Given.Today.AddDays(-1), SendiassOn = Given.Today }, Given.Senco));
        Assert.Equal(["discussionOn", "noteGivenOn", "sendiassOn"], change.Changes.Select(field => field.Path).Order());
        Assert.Equal(Given.Today.AddDays(-1), pupil.FollowedOn(DutyRecordKind.DiscussionNoteGiven, id));
        Assert.Equal(3, pupil.DutyRecords.Count);
        Given.ChangesNothing(pupil, () => pupil.RecordDiscussion(id, Talk with { On = Given.Today.AddDays(-8), NoteGivenOn = Given.Today.AddDays(-1), SendiassOn = Given.Today }, Given.Senco));
        pupil.RecordDiscussion(id, Talk with { On = Given.Today.AddDays(-8) }, Given.Senco);
        Assert.Equal(DutyRecordKind.EarlyDiscussion, Assert.Single(pupil.DutyRecords).Kind);
    }

    [Fact]
    public void RecordDiscussion_WhenItCannotBe_IsRefused()
    {
        Refused(null, Talk with { On = Given.Today.AddDays(1) });
        Refused(null, Talk with { NoteGivenOn = Given.Today.AddDays(1) });
        Refused(null, Talk with { NoteGivenOn = Given.Today.AddDays(-1) });
        Refused(null, Talk with { SendiassOn = Given.Today.AddDays(1) });
        Refused(null, Talk with { On = pupil.BirthDate });
        Refused(Guid.NewGuid(), Talk);
        Refused(null, Talk with { Words = Talk.Words with { Outcomes = new string('a', TextLimits.Narrative + 1) } });
        Refused(null, Talk with { Present = new string('a', TextLimits.Line + 1) });
        pupil.RecordDiscussion(null, Talk, Given.Senco);
        var other = pupil.RecordDiscussion(null, Talk with { On = Given.Today.AddDays(-1) }, Given.Senco);
        Refused(other, Talk);

        void Refused(Guid? id, DiscussionDetails details) => Given.Refuses(pupil, () => pupil.RecordDiscussion(id, details, Given.Senco));
    }

    [Fact]
    public void SendLetter_WhenItIsTheNotification_MeetsTheDuty()
    {
        var details = new LetterDetails("sen-support-notification", "Formal notification", "Ms Kowalska", LetterMethod.Post, Given.Today, "Dear Ms Kowalska");

        var letter = pupil.SendLetter(details, DutyRecordKind.ParentsNotified, Given.Senco);

        Assert.Equal(("Dear Ms Kowalska", Given.Senco.Name), (letter.Text, letter.SentBy));
        var duty = Assert.Single(pupil.DutyRecords);
        Assert.Equal((DutyRecordKind.ParentsNotified, "Ms Kowalska", "By post"), (duty.Kind, duty.Who, duty.Outcome));
        pupil.SendLetter(details with { Title = "Invitation" }, null, Given.Senco);
        Assert.Single(pupil.DutyRecords);
    }

    [Fact]
    public void SendLetter_WhenItIsTheNote_BelongsToTheLatestDiscussion()
    {
        var id = pupil.RecordDiscussion(null, Talk with { On = Given.Today.AddDays(-3) }, Given.Senco);

        pupil.SendLetter(new LetterDetails("early-discussion-record", "Record of a discussion", "Ms Kowalska", LetterMethod.ByHand, Given.Today, "Dear"), DutyRecordKind.DiscussionNoteGiven, Given.Senco);

        Assert.Equal(Given.Today, pupil.FollowedOn(DutyRecordKind.DiscussionNoteGiven, id));
    }

    [Fact]
    public void SendLetter_WhenItCannotBe_IsRefused()
    {
        var details = new LetterDetails("", "Letter", "Ms Kowalska", LetterMethod.Email, Given.Today, "Dear");
        Refused(details with { SentOn = Given.Today.AddDays(1) });
        Refused(details with { Text = " " });
        Refused(details with { Recipient = "" });
        Refused(details with { Title = "" });
        Refused(details with { Method = (LetterMethod)7 });
        Refused(details with { Text = new string('a', TextLimits.Narrative + 1) });

        void Refused(LetterDetails wrong) => Given.Refuses(pupil, () => pupil.SendLetter(wrong, null, Given.Senco));
    }

    [Theory]
    [InlineData(SenStatus.None, SenStatus.Monitoring)]
    [InlineData(SenStatus.Monitoring, SenStatus.Monitoring)]
    [InlineData(SenStatus.SenSupport, SenStatus.SenSupport)]
    [InlineData(SenStatus.EhcPlan, SenStatus.EhcPlan)]
    public void Monitor_WhateverTheStatus_WatchesOnlyThoseOffTheRegister(SenStatus before, SenStatus after)
    {
        pupil.ChangeStatus(before, Given.Today.AddDays(-30), "", Given.Senco, before == SenStatus.Monitoring ? Given.Today.AddDays(1) : null);

        pupil.Monitor(Given.Today.AddDays(40), "A concern", Given.Senco);

        Assert.Equal(after, pupil.Status);
        Assert.Equal(after == SenStatus.Monitoring ? Given.Today.AddDays(40) : null, pupil.StatusPeriods[^1].MonitorUntil);
        Given.Refuses(pupil, () => pupil.Monitor(Given.Today, "", Given.Senco));
    }

    [Fact]
    public void RecordProfile_WhenGivenAgainOnTheDay_TakesItsPlaceWithATrace()
    {
        pupil.RecordProfile(Given.Today, new("Talk", "Kind", "Art", "Wait", "Noise", "", ProfileWords.Family), Given.Senco);

        var change = Given.Changes(pupil, () => pupil.RecordProfile(Given.Today, new("Talk", "Brave", "Art", "Wait", "Noise", "", ProfileWords.Family), Given.Senco));

        Assert.Equal([new FieldChange("admired", "Kind", "Brave")], change.Changes);
        Assert.Equal("Brave", Assert.Single(pupil.Profiles).Admired);
        Given.ChangesNothing(pupil, () => pupil.RecordProfile(Given.Today, pupil.Profiles[0].Voice(), Given.Senco));
    }
}
