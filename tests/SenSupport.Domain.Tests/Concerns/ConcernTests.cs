using SenSupport.Domain.Concerns;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Concerns;

public sealed class ConcernTests
{
    private static readonly ConcernContent Said = new(ConcernSource.Parent, "Marta, mother", Given.Today, "Cries before school");

    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void Raise_WhenAParentSaysIt_IsOpenAndKnowsWhoWroteItDown()
    {
        var concern = Concern.Raise(pupil, Said, Given.Senco);

        Assert.Equal((ConcernState.Open, pupil.Id, pupil.SchoolId, Given.Senco.Name, false), (concern.State, concern.PupilId, concern.SchoolId, concern.RecordedBy, concern.HasNews));
        var raised = Assert.Single(concern.PendingEvents);
        Assert.Equal((RecordEventKind.ConcernRaised, pupil.Id, concern.Version), (raised.Kind, raised.PupilId!.Value, raised.VersionAfter));
        Assert.Contains(raised.Changes, change => change is { Path: "seen", New: "Cries before school" });
    }

    [Fact]
    public void Raise_WhenStaffSayIt_TheyNeedNotNameThemselves() =>
        Assert.Equal(Given.Senco.Name, Concern.Raise(pupil, Said with { Source = ConcernSource.Staff, SaidBy = " " }, Given.Senco).SaidBy);

    [Fact]
    public void Raise_WhenItCannotBe_IsRefused()
    {
        Refused(Said with { RaisedOn = Given.Today.AddDays(1) });
        Refused(Said with { RaisedOn = pupil.BirthDate });
        Refused(Said with { Seen = " " });
        Refused(Said with { SaidBy = "" });
        Refused(Said with { Source = (ConcernSource)9 });
        Refused(Said with { Seen = new string('a', TextLimits.Narrative + 1) });
        Refused(Said with { When = new string('a', TextLimits.Line + 1) });
        Concern.Raise(pupil, Said with { RaisedOn = pupil.BirthDate.AddDays(1), Seen = new string('a', TextLimits.Narrative), When = new string('a', TextLimits.Line) }, Given.Senco);

        void Refused(ConcernContent content) => Assert.Throws<DomainRuleException>(() => Concern.Raise(pupil, content, Given.Senco));
    }

    [Fact]
    public void Decide_WhenSomebodyElseDecides_TellsWhoeverRaisedIt()
    {
        var concern = Concern.Raise(pupil, Said, Given.On(Given.Today));

        concern.LookInto(Guid.NewGuid(), "Tom", Given.Today, "Watch lunch", Given.Senco);

        Assert.Equal((ConcernState.LookInto, true, Given.Today), (concern.State, concern.HasNews, concern.DueOn));
        Assert.Contains(concern.PendingEvents[^1].Changes, change => change is { Path: "concernState", Old: "Open", New: "Being looked into" });
    }

    [Fact]
    public void Decide_WhenTheSamePersonDecides_IsNoNews()
    {
        var concern = Concern.Raise(pupil, Said, Given.Senco);

        concern.LeadToSenSupport("", Given.Senco);

        Assert.Equal((ConcernState.SenSupport, false), (concern.State, concern.HasNews));
    }

    [Fact]
    public void Decide_WhenItCannotBe_IsRefused()
    {
        var concern = Concern.Raise(pupil, Said, Given.Senco);

        Assert.Throws<DomainRuleException>(() => concern.LookInto(Guid.NewGuid(), "Tom", Given.Today.AddDays(-1), "", Given.Senco));
        Assert.Throws<DomainRuleException>(() => concern.Monitor(Given.Today, "", Given.Senco));
        Assert.Throws<DomainRuleException>(() => concern.TakeNoAction(" ", Given.Senco));
        Assert.Throws<DomainRuleException>(() => concern.RecordFindings("Nothing", Given.Senco));
        Assert.Equal(ConcernState.Open, concern.State);
        concern.Monitor(Given.Today.AddDays(1), "", Given.Senco);
        Assert.Equal((ConcernState.Monitor, Given.Today.AddDays(1)), (concern.State, concern.DueOn));
    }

    [Fact]
    public void Correct_WhenClosed_IsRefused()
    {
        var concern = Concern.Raise(pupil, Said, Given.Senco);
        concern.Correct(Said with { When = "Mondays" }, Given.Senco);
        Assert.Equal("Mondays", concern.When);

        concern.TakeNoAction("Settled", Given.Senco);

        Assert.Throws<DomainRuleException>(() => concern.Correct(Said, Given.Senco));
    }

    [Fact]
    public void WriteSchoolView_WhenTheSame_ChangesNothing()
    {
        var concern = Concern.Raise(pupil, Said, Given.Senco);
        concern.WriteSchoolView("Settles by nine", Given.Senco);
        var version = concern.Version;

        concern.WriteSchoolView("Settles by nine ", Given.Senco);

        Assert.Equal(version, concern.Version);
    }

    [Fact]
    public void BelongTo_WhenRecordsBecomeOne_FollowsThePupil()
    {
        var (concern, other) = (Concern.Raise(pupil, Said, Given.Senco), Guid.NewGuid());

        concern.BelongTo(other, RecordEventKind.PupilsMerged, Given.Senco);

        Assert.Equal((other, other), (concern.PupilId, concern.PendingEvents[^1].PupilId!.Value));
    }
}
