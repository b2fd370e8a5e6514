using SenSupport.Domain.Assessments;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Assessments;

public sealed class AssessmentRequestTests
{
    private static readonly Acting Asked = Given.On(Given.Today);
    private static readonly AssessmentAnswer Answer = new([new("Starts a task", 3), new("Finishes a task", null)], "Art", "", "");

    private readonly Pupil pupil = Given.Pupil();

    [Fact]
    public void Ask_WhenTheDayHasPassed_IsRefused()
    {
        Assert.Throws<DomainRuleException>(() => AssessmentRequest.Ask(pupil, Asked.StaffId, "Tom", Given.Today.AddDays(-1), "", Given.Senco));
        Assert.True(AssessmentRequest.Ask(pupil, Asked.StaffId, "Tom", Given.Today, "", Given.Senco).IsWaiting);
    }

    [Fact]
    public void Answer_WhenGiven_KeepsTheStatementsAndIsNotWaitedForAnyMore()
    {
        var request = Request();

        request.Answer(Answer, Asked);

        Assert.False(request.IsWaiting);
        Assert.Equal(Answer.Statements, request.Statements);
        Assert.Contains(request.PendingEvents[^1].Changes, change => change.New == "Starts a task: about half the time");
    }

    [Fact]
    public void Answer_WhenItCannotBe_IsRefused()
    {
        var request = Request();

        Refused(Answer, Given.On(Given.Today));
        Refused(new AssessmentAnswer([new("Starts a task", null)], " ", "", ""), Asked);
        Refused(Answer with { Statements = [new("Starts a task", 6)] }, Asked);
        Refused(Answer with { Statements = [new("Starts a task", 0)] }, Asked);
        Refused(Answer with { IsHard = new string('a', TextLimits.Narrative + 1) }, Asked);
        Refused(Answer with { Statements = [.. Enumerable.Repeat(new StatementAnswer("Starts a task", 1), AssessmentRequest.MostStatements + 1)] }, Asked);
        Assert.True(request.IsWaiting);
        request.Answer(Answer with { Statements = [new("Starts a task", 1), new("Ends a task", 5)] }, Asked);
        Refused(Answer, Asked);

        void Refused(AssessmentAnswer answer, Acting by) => Assert.Throws<DomainRuleException>(() => request.Answer(answer, by));
    }

    [Theory]
    [InlineData(-4, null, false)]
    [InlineData(-3, null, true)]
    [InlineData(0, null, true)]
    [InlineData(0, -3, false)]
    [InlineData(0, -4, true)]
    [InlineData(1, -1, true)]
    [InlineData(1, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(28, null, true)]
    [InlineData(29, null, false)]
    public void IsReminderDue_ByTheDay_IsOnceBeforeItAndOnceAfter(int day, int? reminded, bool isDue)
    {
        var due = Given.Today.AddDays(10);
        var request = AssessmentRequest.Ask(pupil, Asked.StaffId, "Tom", due, "", Given.Senco);
        if (reminded is { } when)
        {
            request.Remind(Given.On(due.AddDays(when)));
        }

        Assert.Equal(isDue, request.IsReminderDue(due.AddDays(day)));
        request.Answer(Answer, Asked);
        Assert.False(request.IsReminderDue(due.AddDays(day)));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void IsReminderDue_WhenItWasAskedLate_WaitsUntilTheDayHasPassed(int notice, bool isDue)
    {
        var due = Given.Today.AddDays(notice);
        var request = AssessmentRequest.Ask(pupil, Asked.StaffId, "Tom", due, "", Given.Senco);

        Assert.Equal(isDue, request.IsReminderDue(due));
        Assert.True(request.IsReminderDue(due.AddDays(1)));
    }

    [Fact]
    public void Answer_WhenTheRequestWasTakenBack_IsRefused()
    {
        var request = Request();
        request.Withdraw(Given.Senco);

        Assert.Throws<DomainRuleException>(() => request.Answer(Answer, Asked));
        Assert.Throws<DomainRuleException>(() => request.Remind(Given.Senco));
        Assert.Throws<DomainRuleException>(() => request.Withdraw(Given.Senco));
    }

    [Fact]
    public void Remind_WhenTwiceOnOneDay_CountsOnce()
    {
        var request = Request();
        request.Remind(Given.Senco);
        var version = request.Version;

        request.Remind(Given.Senco);

        Assert.Equal((version, Given.Today), (request.Version, request.RemindedOn));
    }

    private AssessmentRequest Request() => AssessmentRequest.Ask(pupil, Asked.StaffId, "Tom", Given.Today.AddDays(7), "Reading", Given.Senco);
}
