using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class PupilNeedsTests
{
    private const AreaOfNeed Communication = AreaOfNeed.CommunicationAndInteraction;
    private const AreaOfNeed Learning = AreaOfNeed.CognitionAndLearning;

    [Fact]
    public void RecordNeeds_WhenFirst_RanksThemInOrder()
    {
        var pupil = Given.Pupil();

        var change = Given.Changes(pupil, () => pupil.RecordNeeds([("SLCN", Communication), ("MLD", Learning)], Given.Today, Given.Senco));

        Assert.Equal([("SLCN", 1), ("MLD", 2)], pupil.CurrentNeeds.Select(need => (need.Code, need.Rank)));
        Assert.All(pupil.Needs, need => Assert.Equal(Given.Today, need.Start));
        Assert.Equal(new FieldChange("needs", "", "SLCN, MLD"), Assert.Single(change.Changes));
    }

    [Fact]
    public void RecordNeeds_WhenOneStaysOneGoesOneComes_KeepsStartAndHistory()
    {
        var pupil = Given.Pupil();
        var earlier = Given.Today.AddDays(-100);
        pupil.RecordNeeds([("SLCN", Communication), ("MLD", Learning)], earlier, Given.Senco);

        pupil.RecordNeeds([("SPLD", Learning), ("SLCN", Communication)], Given.Today, Given.Senco);

        Assert.Equal([("SPLD", 1, Given.Today), ("SLCN", 2, earlier)], pupil.CurrentNeeds.Select(need => (need.Code, need.Rank, need.Start)));
        var closed = Assert.Single(pupil.Needs, need => need.End is not null);
        Assert.Equal(("MLD", 2, (DateOnly?)Given.Today.AddDays(-1)), (closed.Code, closed.Rank, closed.End));
    }

    [Fact]
    public void RecordNeeds_WhenRanksChangePlaces_IsAChange()
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("SLCN", Communication), ("MLD", Learning)], Given.Today, Given.Senco);

        var change = Given.Changes(pupil, () => pupil.RecordNeeds([("MLD", Learning), ("SLCN", Communication)], Given.Today, Given.Senco));

        Assert.Equal(new FieldChange("needs", "SLCN, MLD", "MLD, SLCN"), Assert.Single(change.Changes));
        Assert.Equal(2, pupil.Needs.Count);
    }

    [Fact]
    public void RecordNeeds_WhenTheSame_ChangesNothing()
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("SLCN", Communication)], Given.Today.AddDays(-9), Given.Senco);

        Given.ChangesNothing(pupil, () => pupil.RecordNeeds([("SLCN", Communication)], Given.Today, Given.Senco));
    }

    [Fact]
    public void RecordNeeds_WhenChosenAreaChanges_ClosesOneAndBeginsAnother()
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("OTH", Communication)], Given.Today.AddDays(-9), Given.Senco);

        var change = Given.Changes(pupil, () => pupil.RecordNeeds([("OTH", Learning)], Given.Today, Given.Senco));

        Assert.Equal(2, pupil.Needs.Count);
        Assert.Equal(Learning, Assert.Single(pupil.CurrentNeeds).Area);
        Assert.Equal(new FieldChange("needs", "OTH (C&I)", "OTH (C&L)"), Assert.Single(change.Changes));
    }

    [Fact]
    public void RecordNeeds_WhenNoneAreLeft_ClosesAll()
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("SLCN", Communication)], Given.Today, Given.Senco);

        pupil.RecordNeeds([], Given.Today, Given.Senco);

        Assert.Empty(pupil.CurrentNeeds);
        Assert.Equal(Given.Today, Assert.Single(pupil.Needs).End); // begun and closed on one day
    }

    [Theory]
    [InlineData("XYZ", Communication)]
    [InlineData("slcn", Communication)]
    [InlineData("BESD", AreaOfNeed.SocialEmotionalMentalHealth)] // retired
    [InlineData("SLCN", Learning)] // another area's type
    public void RecordNeeds_WhenCodeCannotBeUsed_IsRefused(string code, AreaOfNeed area)
    {
        var pupil = Given.Pupil();
        pupil.RecordNeeds([("MLD", Learning)], Given.Today, Given.Senco);

        Given.Refuses(pupil, () => pupil.RecordNeeds([(code, area)], Given.Today, Given.Senco));
    }

    [Fact]
    public void RecordNeeds_WhenCodeRetiresLater_KeepsTheCurrentNeedAndRefusesANewOne()
    {
        var lastDay = Given.On(new DateOnly(2014, 8, 31));
        var later = Given.On(new DateOnly(2014, 9, 1));
        var pupil = Pupil.Add(Given.SchoolId, Given.Details() with { BirthDate = new DateOnly(2005, 1, 1) }, lastDay);
        pupil.RecordNeeds([("BESD", AreaOfNeed.SocialEmotionalMentalHealth)], lastDay.Today, lastDay);

        pupil.RecordNeeds([("MLD", Learning), ("BESD", AreaOfNeed.SocialEmotionalMentalHealth)], later.Today, later);
        Assert.Equal(2, pupil.CurrentNeeds.Count());

        pupil.RecordNeeds([("MLD", Learning)], later.Today, later);
        Given.Refuses(pupil, () => pupil.RecordNeeds([("MLD", Learning), ("BESD", AreaOfNeed.SocialEmotionalMentalHealth)], later.Today, later));
    }

    [Fact]
    public void RecordNeeds_WhenCodeIsGivenTwice_IsRefused()
    {
        var pupil = Given.Pupil();

        Given.Refuses(pupil, () => pupil.RecordNeeds([("OTH", Communication), ("OTH", Learning)], Given.Today, Given.Senco));
    }

    [Fact]
    public void RecordNeeds_WhenDayIsTomorrow_IsRefused()
    {
        var pupil = Given.Pupil();

        Given.Refuses(pupil, () => pupil.RecordNeeds([("MLD", Learning)], Given.Today.AddDays(1), Given.Senco));
    }

    [Theory]
    [InlineData(SenStatus.None, false)]
    [InlineData(SenStatus.Monitoring, false)]
    [InlineData(SenStatus.SenSupport, true)]
    [InlineData(SenStatus.EhcPlan, false)]
    public void RecordNeeds_WhenNsa_GoesWithSenSupportOnly(SenStatus status, bool allowed)
    {
        var pupil = Given.Pupil();
        pupil.ChangeStatus(status, Given.Today, "", Given.Senco);
        void Record() => pupil.RecordNeeds([("NSA", Learning)], Given.Today, Given.Senco);

        if (allowed)
        {
            Record();
            Assert.Single(pupil.CurrentNeeds);
        }
        else
        {
            Given.Refuses(pupil, Record);
        }
    }
}
