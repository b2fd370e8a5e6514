using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Assessments;

public sealed class ReviewViewTests
{
    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Do);

    [Fact]
    public void Invite_WhenTodayOrEarlier_IsWaitedFor()
    {
        var view = ReviewView.Invite(cycle, ViewOf.Parents, " Marta ", Given.Today, InvitedHow.Letter, Given.Senco);

        Assert.Equal(("Marta", Given.Today, InvitedHow.Letter), (view.Who, view.InvitedOn!.Value, view.InvitedHow!.Value));
        Assert.Null(view.GivenOn);
        Assert.Equal((RecordEventKind.ReviewInvited, cycle.Number), (view.PendingEvents[0].Kind, view.PendingEvents[0].CycleNumber!.Value));
        Assert.Throws<DomainRuleException>(() => ReviewView.Invite(cycle, ViewOf.Parents, "", Given.Today.AddDays(1), InvitedHow.Phone, Given.Senco));
        Assert.Throws<DomainRuleException>(() => ReviewView.Invite(cycle, ViewOf.Others, " ", Given.Today, InvitedHow.Phone, Given.Senco));
    }

    [Fact]
    public void Write_WhenAfterAnInvitation_IsGatheredOnce()
    {
        var view = ReviewView.Invite(cycle, ViewOf.Pupil, "", Given.Today, InvitedHow.InPerson, Given.Senco);

        var gathered = Given.Changes(view, () => view.Write(Content(), cycle, Given.Senco));

        Assert.Equal(RecordEventKind.ViewGathered, gathered.Kind);
        Assert.Contains(new FieldChange("faces", "", "I like being at school. Mostly"), gathered.Changes);
        Given.Refuses(view, () => view.Write(Content() with { IsHard = "Maths" }, cycle, Given.Senco));
    }

    [Fact]
    public void Correct_WithAReason_SaysWhatChangedButNotWhatItSaidBefore()
    {
        var view = ReviewView.Gather(cycle, ViewOf.Pupil, "", Content(), Given.Senco);
        var right = Content() with { GoesWell = "Music", IsHard = "Maths" };

        Given.Refuses(view, () => view.Correct(right, " ", cycle, Given.Senco));
        Given.Refuses(view, () => view.Correct(Content(), "Nothing else", cycle, Given.Senco));
        Given.Refuses(view, () => view.Correct(right, "Reason", Given.CycleAt(CycleStage.Do), Given.Senco));
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);
        var corrected = Given.Changes(view, () => view.Correct(right, "Misheard", cycle, Given.Senco));

        Assert.Equal((RecordEventKind.ViewCorrected, "The pupil: Misheard"), (corrected.Kind, corrected.Summary));
        Assert.Equal([new FieldChange("goesWell", RecordEvent.TakenAway(Given.Senco), "Music"), new FieldChange("isHard", "", "Maths")], corrected.Changes.OrderBy(change => change.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TakeAway_WithAReason_LeavesTheInvitationOnly(bool wasInvited)
    {
        var view = wasInvited ? ReviewView.Invite(cycle, ViewOf.Parents, "Marta", Given.Today, InvitedHow.Phone, Given.Senco) : ReviewView.Gather(cycle, ViewOf.Parents, "Marta", Content(), Given.Senco);
        if (wasInvited)
        {
            Given.Refuses(view, () => view.TakeAway("Nothing there", cycle, Given.Senco));
            view.Write(Content(), cycle, Given.Senco);
        }

        Given.Refuses(view, () => view.TakeAway("", cycle, Given.Senco));
        var left = false;
        var taken = Given.Changes(view, () => left = view.TakeAway("Wrong pupil", cycle, Given.Senco));

        Assert.Equal((wasInvited, null, "", 0), (left, view.GivenOn, view.GoesWell, view.Statements.Count));
        Assert.Equal((RecordEventKind.ContentRemoved, "View of Marta: Wrong pupil"), (taken.Kind, taken.Summary));
        Assert.DoesNotContain(taken.Changes, change => (change.Old + change.New).Contains("Drama", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WhenNothingIsSaidOrItCannotBe_IsRefused()
    {
        var view = ReviewView.Invite(cycle, ViewOf.Parents, "Marta", Given.Today, InvitedHow.Phone, Given.Senco);

        Given.Refuses(view, () => view.Write(new ViewContent(Given.Today, ViewHow.Talk, "Tom", [new("I like", null)]), cycle, Given.Senco));
        Given.Refuses(view, () => view.Write(Content() with { On = Given.Today.AddDays(1) }, cycle, Given.Senco));
        Given.Refuses(view, () => view.Write(Content() with { Statements = [new("I like", 6)] }, cycle, Given.Senco));
        Given.Refuses(view, () => view.Write(Content() with { Helps = new string('a', TextLimits.Narrative + 1) }, cycle, Given.Senco));
        Given.Refuses(view, () => view.Write(Content(), Given.CycleAt(CycleStage.Do), Given.Senco));
    }

    [Fact]
    public void View_WhenTheCycleIsClosed_IsRefused()
    {
        var view = ReviewView.Gather(cycle, ViewOf.Pupil, "", Content(), Given.Senco);
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);

        Given.Refuses(view, () => view.Write(Content() with { Helps = "More" }, cycle, Given.Senco));
        Assert.Throws<DomainRuleException>(() => ReviewView.Gather(cycle, ViewOf.Pupil, "", Content(), Given.Senco));
        Assert.Throws<DomainRuleException>(() => AssessmentRequest.AskForView(cycle, Guid.CreateVersion7(), "Tom", Given.Today, "", Given.Senco));
    }

    [Fact]
    public void AskForView_WhenAsked_IsOfTheCycleAndAnsweredAsAView()
    {
        var tom = Given.On(Given.Today);
        var request = AssessmentRequest.AskForView(cycle, tom.StaffId, "Tom", Given.Today, "Reading", Given.Senco);

        Assert.Equal((cycle.Id, true, RecordEventKind.ViewAsked, cycle.Number), (request.CycleId!.Value, request.IsView, request.PendingEvents[0].Kind, request.PendingEvents[0].CycleNumber!.Value));
        request.Answer(new AssessmentAnswer([], "Reads aloud", "", ""), tom);
        Assert.Equal(RecordEventKind.ViewAnswered, request.PendingEvents[^1].Kind);
        Assert.Throws<DomainRuleException>(() => request.Answer(new AssessmentAnswer([], "Again", "", ""), tom));
        Assert.Throws<DomainRuleException>(() => AssessmentRequest.AskForView(cycle, tom.StaffId, "Tom", Given.Today.AddDays(-1), "", Given.Senco));
    }

    [Fact]
    public void Ways_WhenOfThePupil_HaveThoseOfAYoungChild()
    {
        Assert.Contains(ViewHow.Drawn, ViewOf.Pupil.Ways());
        Assert.DoesNotContain(ViewHow.Drawn, ViewOf.Parents.Ways());
    }

    private static ViewContent Content() => new(Given.Today, ViewHow.ReadTo, "Harjit", [new("I like being at school.", 4), new("I can do my work.", null)], "Drama");
}
