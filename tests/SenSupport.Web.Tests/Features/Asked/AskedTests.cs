using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Asked.RemindColleagues;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Asked;

[Collection(nameof(TestApp))]
public sealed class AskedTests(TestApp app)
{
    [Fact]
    public async Task Ask_WhenColleaguesAnswer_TheAssessmentShowsItWithNameAndDate()
    {
        var (one, two) = (await app.School.AddPupilAsync("Askedone", "Abe", CycleStage.Assess, supportedBy: "ta"), await app.School.AddPupilAsync("Askedtwo", "Bea"));
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        Assert.Contains("Askedone, Abe", (await senco.GetPageAsync("/asked/new?search=askedo")).Body.Words());
        var page = await senco.GetPageAsync($"/asked/new?pupil={one.Id}&pupil={two.Id}&go=true");
        Assert.Equal(3, page.QuerySelectorAll("input[name=Asks][checked]").Length);
        var form = page.FormFields("main form").With(("Question", "Following instructions"));

        Assert.Equal("/asked/sent", (await senco.PostAsync("/asked/new", form)).Headers.Location!.OriginalString);
        await senco.PostAsync("/asked/new", form);

        Assert.Equal(3, await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.CountAsync(row => row.PupilId == one.Id || row.PupilId == two.Id)));
        Assert.Contains("Short assessment of Abe Askedone.", (await ta.GetPageAsync("/my-pupils")).Body.Words());
        var path = (await ta.GetPageAsync("/asked")).QuerySelectorAll("tbody a").First(link => link.TextContent == "Askedone, Abe").GetAttribute("href")!;
        var answer = await ta.GetPageAsync(path);
        Assert.Contains("Following instructions", answer.Body.Words());
        Assert.Equal(HttpStatusCode.BadRequest, (await ta.PostAsync(path, answer.FormFields("main form"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ta.PostAsync(path, answer.FormFields("main form").With(("Steps[starts-tasks]", "6")))).StatusCode);
        Assert.Equal("/asked", (await ta.PostAsync(path, answer.FormFields("main form").With(("Steps[starts-tasks]", "2"), ("Helps", "A first step on a card")))).Headers.Location!.OriginalString);
        Assert.Equal(path, (await ta.PostAsync(path, answer.FormFields("main form").With(("Helps", "Other words")))).Headers.Location!.OriginalString);

        var assess = (await senco.GetPageAsync($"{one.CyclePath}/assess")).QuerySelector("#SubjectTeachers").Words();
        Assert.Contains("Harjit Kaur", assess);
        Assert.Contains("Starts a task soon after it is set. Sometimes (2 of 5)", assess);
        Assert.Contains("A first step on a card", assess);
        Assert.DoesNotContain("Other words", assess);
        Assert.Contains("Answered on", (await senco.GetPageAsync("/asked/sent?view=answered&search=askedone")).QuerySelector("tbody").Words());
        Assert.Contains("Askedtwo", (await senco.GetPageAsync("/asked/sent?search=askedtwo")).QuerySelector("tbody").Words());
    }

    [Fact]
    public async Task Ask_WhenAColleagueMayNotSeeThePupil_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Hidden", "Hal");
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"/asked/new?pupil={pupil.Id}")).FormFields("main form");

        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync("/asked/new", form.With(("Asks", $"{pupil.Id}:{app.School.Staff["other-teacher"]}")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync("/asked/new", form.With(("PupilIds", $"{Guid.NewGuid()}")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync("/asked/new", form.Without("Asks"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync("/asked/new", form.With(("DueOn.Year", "2020")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("other-teacher")).GetAsync($"/asked/new?pupil={pupil.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"/asked/new?pupil={pupil.Id}")).StatusCode);
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.CountAsync(row => row.PupilId == pupil.Id)));
    }

    [Fact]
    public async Task Request_WhoeverElseOpensIt_IsNotThere()
    {
        var pupil = await app.School.AddPupilAsync("Private", "Pam", supportedBy: "ta");
        var path = await AskAsync(pupil, "teacher");

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("ta")).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("other-teacher")).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(path)).StatusCode);
        var senco = await app.AsAsync("senco");
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync(path, (await senco.GetPageAsync("/asked/sent?search=private")).FormFields("tbody form").With(("Helps", "Forged")))).StatusCode);
        Assert.Contains("Not answered yet", (await (await app.AsAsync("head")).GetPageAsync(path)).Body.Words());
    }

    [Fact]
    public async Task Remind_WhenNobodyHasAnswered_MarksItAndSendsAnEmailWithoutTheName()
    {
        var pupil = await app.School.AddPupilAsync("Reminded", "Remy");
        var path = await AskAsync(pupil, "teacher");
        var (mailed, email) = FakeEmail.In(app);
        var senco = await SignInAsync(mailed);
        var list = await senco.GetPageAsync("/asked/sent?search=reminded");

        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{path}/remind", list.FormFields($"form[action='{path}/remind']"))).StatusCode);

        var message = Assert.Single(email.Sent);
        Assert.Equal("teacher@ash.example", message.To);
        Assert.DoesNotContain("Reminded", message.Text + message.Subject, StringComparison.Ordinal);
        Assert.Contains("Reminded on", (await senco.GetPageAsync("/asked/sent?search=reminded")).QuerySelector("tbody").Words());
        Assert.Contains("Reminded on", (await (await app.AsAsync("teacher")).GetPageAsync("/asked")).Body.Words());
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{path}/withdraw", list.FormFields($"form[action='{path}/remind']"))).StatusCode);
        Assert.DoesNotContain("Remy", (await (await app.AsAsync("teacher")).GetPageAsync("/asked")).Body.Words());
        Assert.Equal(HttpStatusCode.Conflict, (await (await app.AsAsync("teacher")).PostAsync(path, (await (await app.AsAsync("teacher")).GetPageAsync("/asked")).FormFields("form").With(("Helps", "Late")))).StatusCode);
    }

    [Fact]
    public async Task Worker_DayByDay_RemindsWhoeverHasNotAnsweredOnceBeforeTheDayAndOnceAfter()
    {
        // A Wednesday far off, so that no other test's requests are near it.
        var due = TestSchool.Today.AddDays(200);
        while (due.DayOfWeek != DayOfWeek.Wednesday || !Enumerable.Range(-2, 5).All(days => new SchoolCalendar([], []).IsSchoolDay(due.AddDays(days))))
        {
            due = due.AddDays(1);
        }

        var asked = await RequestAsync("Awaited", "ta", due);
        var lost = await RequestAsync("Unawaited", "other-teacher", due);
        var late = await RequestAsync("Awaitedsoon", "ta", due, due.AddDays(-1));
        var (mailed, email) = FakeEmail.In(app);
        var worker = ActivatorUtilities.CreateInstance<RemindingWorker>(mailed.Services);

        // Sunday, though near enough, is no school day; on Monday it is told by e-mail once, however often the worker runs.
        Assert.Equal((0, 0), await OnAsync(-4));
        Assert.Equal((0, 0), await OnAsync(-3));
        Assert.Equal((1, 1), await OnAsync(-2));
        Assert.Equal((1, 1), await OnAsync(-2));
        Assert.Equal((1, 1), await OnAsync(-1));
        Assert.Equal((1, 1), await OnAsync(0));
        Assert.Equal(0, await CountAsync(late));

        // One was asked as late as the reminder would have come: it is reminded of only now that the day has passed.
        Assert.Equal((2, 3), await OnAsync(1));
        Assert.Equal(1, await CountAsync(late));
        Assert.Equal((2, 3), await OnAsync(2));
        Assert.Equal((2, 3), await OnAsync(40));
        Assert.Equal(0, await CountAsync(lost));
        Assert.All(email.Sent, message => Assert.DoesNotContain("Awaited", message.Text + message.Subject, StringComparison.Ordinal));
        Assert.All(email.Sent, message => Assert.Equal("ta@ash.example", message.To));
        Assert.Contains("by itself", (await (await app.AsAsync("senco")).GetPageAsync($"/pupils/{asked}/timeline")).QuerySelector("main").Words());

        async Task<(int Reminded, int Sent)> OnAsync(int days)
        {
            Assert.True(await worker.RemindAsync(due.AddDays(days).ToDateTime(new TimeOnly(9, 0)), default));
            return (await CountAsync(asked), email.Sent.Count);
        }

        Task<int> CountAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, db => db.Events.CountAsync(row => row.PupilId == pupilId && row.Kind == RecordEventKind.AssessmentReminded));
    }

    [Fact]
    public async Task Worker_WhenTheMailServerRefusesOrItWasAnswered_MarksOnceAndStops()
    {
        var due = TestSchool.Today.AddDays(400);
        while (!new SchoolCalendar([], []).IsSchoolDay(due))
        {
            due = due.AddDays(1);
        }

        var answered = await RequestAsync("Hasanswered", "ta", due);
        var waits = await RequestAsync("Hasnotanswered", "ta", due);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.AssessmentRequests.AsTracking().SingleAsync(request => request.PupilId == answered);
            row.Answer(new AssessmentAnswer([], "Reads", "", ""), new Acting(app.School.Staff["ta"], "Harjit Kaur", DateTime.UtcNow, TestSchool.Today));
            return await db.SaveChangesAsync();
        });
        var (mailed, email) = FakeEmail.In(app);
        var worker = ActivatorUtilities.CreateInstance<RemindingWorker>(mailed.Services);
        email.Fails = true;

        Assert.False(await worker.RemindAsync(due.ToDateTime(new TimeOnly(9, 0)), default));
        email.Fails = false;
        Assert.True(await worker.RemindAsync(due.ToDateTime(new TimeOnly(9, 0)), default));

        Assert.Empty(email.Sent);
        Assert.Equal((null, due), (await RemindedAsync(answered), await RemindedAsync(waits)));

        Task<DateOnly?> RemindedAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.Where(row => row.PupilId == pupilId).Select(row => row.RemindedOn).SingleAsync());
    }

    private async Task<Guid> RequestAsync(string surname, string role, DateOnly due, DateOnly? askedOn = null)
    {
        var pupil = await app.School.AddPupilAsync(surname, "Ari", supportedBy: "ta");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var senco = app.School.Senco();
            db.Add(AssessmentRequest.Ask(await db.Pupils.SingleAsync(row => row.Id == pupil.Id), app.School.Staff[role], role, due, "", senco with { Today = askedOn ?? senco.Today }));
            return await db.SaveChangesAsync();
        });
        return pupil.Id;
    }

    private static async Task<HttpClient> SignInAsync(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> mailed)
    {
        var client = mailed.CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.GetPageAsync("/account/sign-in");
        await client.PostAsync("/account/sign-in", page.FormFields("form[action*='sign-in']").With(("Email", "senco@ash.example"), ("Password", TestSchool.Password)));
        return client;
    }

    private async Task<string> AskAsync(TestPupil pupil, string role)
    {
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"/asked/new?pupil={pupil.Id}")).FormFields("main form").With(("Asks", $"{pupil.Id}:{app.School.Staff[role]}"));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync("/asked/new", form)).StatusCode);
        return $"/asked/{await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.Where(row => row.PupilId == pupil.Id).Select(row => row.Id).SingleAsync())}";
    }
}
