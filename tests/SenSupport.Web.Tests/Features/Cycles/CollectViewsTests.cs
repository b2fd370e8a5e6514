using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class CollectViewsTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Ask_WhenAColleagueAnswers_TheViewStandsBesideTheReviewAndGoesIntoIt()
    {
        var pupil = await app.School.AddPupilAsync("Viewed", "Vic", CycleStage.Do, supportedBy: "ta");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        var form = (await senco.GetPageAsync($"{Views(pupil)}")).FormFields("form[action$='/ask']").Without("Asked").With(("Question", "The help card")).And([("Asked", $"{app.School.Staff["ta"]}")]);

        Assert.Equal(Views(pupil), (await senco.PostAsync($"{Views(pupil)}/ask", form)).Headers.Location!.OriginalString);
        await senco.PostAsync($"{Views(pupil)}/ask", form);

        var request = await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.SingleAsync(row => row.PupilId == pupil.Id));
        Assert.Contains("Your view for the review of Vic Viewed", (await ta.GetPageAsync("/my-pupils")).Body.Words());
        Assert.Contains("no answer yet", (await senco.GetPageAsync($"{pupil.CyclePath}/review")).QuerySelector(".sen-collected").Words());
        var answer = await ta.GetPageAsync($"/asked/{request.Id}");
        Assert.Empty(answer.QuerySelectorAll(".sen-steps"));
        Assert.Contains("The help card", answer.Body.Words());
        Assert.Equal(HttpStatusCode.BadRequest, (await ta.PostAsync($"/asked/{request.Id}", answer.FormFields("main form"))).StatusCode);
        await ta.PostAsync($"/asked/{request.Id}", answer.FormFields("main form").With(("GoesWell", "Uses the card daily")));
        await ta.PostAsync($"/asked/{request.Id}", answer.FormFields("main form").With(("GoesWell", "Said twice")));

        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains("Uses the card daily", page.QuerySelector(".sen-collected").Words());
        var put = await senco.PostAsync($"{pupil.CyclePath}/review", page.FormFields(Form).With(("StaffView", "Typed before"), ("put", $"{request.Id}")));
        Assert.Equal($"{pupil.CyclePath}/review#r-views", put.Headers.Location!.OriginalString);
        var view = (await CycleAsync(pupil)).Review.StaffView;
        Assert.StartsWith("Typed before", view, StringComparison.Ordinal);
        Assert.Contains("Harjit Kaur", view);
        Assert.Contains("Uses the card daily", view);
        Assert.DoesNotContain("Said twice", view);
        var after = await senco.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains("In the review", after.QuerySelector(".sen-collected").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/review", after.FormFields(Form).With(("put", $"{Guid.NewGuid()}")))).StatusCode);

        // A view is no short assessment: it is not in the analysis of need.
        Assert.DoesNotContain("Uses the card daily", (await senco.GetPageAsync($"{pupil.CyclePath}/assess")).Body.Words());
    }

    [Fact]
    public async Task Gather_WhenThePupilChoosesFaces_IsKeptOnceAndCountsAsCollected()
    {
        var pupil = await app.School.AddPupilAsync("Facing", "Fay", CycleStage.Do, supportedBy: "ta");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        var page = await ta.GetPageAsync($"{Views(pupil)}/new?of=pupil");
        Assert.Equal(ViewWords.PupilQuestions.Count, page.QuerySelectorAll(".sen-faces").Length);
        Assert.Equal("Harjit Kaur", page.FormFields("main form")["GatheredBy"]);
        var form = page.FormFields("main form").With(("Faces[0]", "4"), ("How", "ReadTo"), ("Helps", "More drama <b>please</b>"));

        Assert.Equal(Views(pupil), (await ta.PostAsync($"{Views(pupil)}/new", form)).Headers.Location!.OriginalString);
        await ta.PostAsync($"{Views(pupil)}/new", form);

        var view = await app.InSchoolAsync(app.School.Id, db => db.ReviewViews.SingleAsync(row => row.PupilId == pupil.Id));
        Assert.Equal((ViewOf.Pupil, ViewHow.ReadTo, 4), (view.Of, view.How!.Value, view.Statements[0].Step!.Value));
        Assert.Contains("Pupil’s: yes", (await senco.GetPageAsync("/reviews?search=facing")).QuerySelector(".sen-reviews__views").Words());
        Assert.Contains("Put the views into the review", (await senco.GetPageAsync("/reviews?search=facing")).QuerySelector("tbody").Words());
        var review = await senco.GetPageAsync($"{pupil.CyclePath}/review");
        await senco.PostAsync($"{pupil.CyclePath}/review", review.FormFields(Form).With(("put", $"{view.Id}")));
        Assert.Contains("I like being at school. Mostly.\nWould help: More drama <b>please</b>", (await CycleAsync(pupil)).Review.PupilView);
        Assert.Contains("Who helped me", (await ta.GetPageAsync($"{Views(pupil)}/blank")).Body.Words());
    }

    [Fact]
    public async Task Gather_WhenWrong_ComesBackWithWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Wrongview", "Wyn", CycleStage.Do);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{Views(pupil)}/new?of=parents")).FormFields("main form");
        var tomorrow = TestSchool.Today.AddDays(1);

        var answer = await senco.PostAsync($"{Views(pupil)}/new", form.With(("IsHard", "Homework"), ("On.Day", $"{tomorrow.Day}"), ("On.Month", $"{tomorrow.Month}"), ("On.Year", $"{tomorrow.Year}")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("The day must be today or earlier", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("Choose how it was given", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("Homework", page.FormFields("main form")["IsHard"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{Views(pupil)}/new", form.With(("How", "Talk")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{Views(pupil)}/new", form.With(("How", "Talk"), ("IsHard", "x"), ("Faces[0]", "9")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{Views(pupil)}/new?of=nobody")).StatusCode);
    }

    [Fact]
    public async Task Gather_WhenAColleagueWroteItMeanwhile_IsRefusedAndKeepsTheWords()
    {
        var pupil = await app.School.AddPupilAsync("Stale", "Stella", CycleStage.Do);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var invite = (await senco.GetPageAsync(Views(pupil))).FormFields("form[action$='/invite']").With(("Of", "Parents"), ("Who", "Marta"), ("How", "Phone"));
        await senco.PostAsync($"{Views(pupil)}/invite", invite);
        await senco.PostAsync($"{Views(pupil)}/invite", invite);
        var id = await app.InSchoolAsync(app.School.Id, db => db.ReviewViews.Where(row => row.PupilId == pupil.Id).Select(row => row.Id).SingleAsync());
        Assert.Contains("by phone", (await senco.GetPageAsync(Views(pupil))).QuerySelector("tbody").Words());
        var (mine, theirs) = ((await senco.GetPageAsync($"{Views(pupil)}/{id}")).FormFields("main form"), (await teacher.GetPageAsync($"{Views(pupil)}/{id}")).FormFields("main form"));
        await teacher.PostAsync($"{Views(pupil)}/{id}", theirs.With(("GoesWell", "Reads at home"), ("How", "Talk")));

        var answer = await senco.PostAsync($"{Views(pupil)}/{id}", mine.With(("GoesWell", "Something quite different"), ("How", "Talk")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Something quite different", (await answer.ReadPageAsync()).Body.Words());
        Assert.Equal("Reads at home", await app.InSchoolAsync(app.School.Id, db => db.ReviewViews.Where(row => row.Id == id).Select(row => row.GoesWell).SingleAsync()));
    }

    [Theory]
    [InlineData("other-teacher", false, false, false)]
    [InlineData("office", false, false, false)]
    [InlineData("head", true, false, false)]
    [InlineData("ta", true, true, false)]
    [InlineData("teacher", true, true, true)]
    [InlineData("assistant", true, true, true)]
    public async Task Page_ByRole_ShowsGathersAndAsks(string role, bool reads, bool gathers, bool asks)
    {
        var pupil = await app.School.AddPupilAsync("Roles", "Rob", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action$='sign-out']");
        var ask = token.And([("Asked", $"{app.School.Staff["ta"]}"), ("DueOn.Day", "1"), ("DueOn.Month", "1"), ("DueOn.Year", $"{TestSchool.Today.Year + 1}")]);

        Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(Views(pupil))).StatusCode);
        Assert.Equal(gathers ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"{Views(pupil)}/new?of=pupil")).StatusCode);
        Assert.Equal(asks ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, (await client.PostAsync($"{Views(pupil)}/ask", ask)).StatusCode);
    }

    [Fact]
    public async Task Ask_WhenSomebodyMayNotSeeThePupilOrItIsClosed_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Refused", "Ray", CycleStage.Do);
        var closed = await app.School.AddPupilAsync("Closedview", "Cai", CycleStage.Closed);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync(Views(pupil))).FormFields("form[action$='/ask']");

        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{Views(pupil)}/ask", form.With(("Asked", $"{app.School.Staff["other-teacher"]}")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{Views(pupil)}/ask", form.Without("Asked"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"{Views(closed)}/ask", form.With(("Asked", $"{app.School.Staff["teacher"]}")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{Views(closed)}/new?of=pupil")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(Views(pupil))).StatusCode);
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.CountAsync(row => row.PupilId == pupil.Id || row.PupilId == closed.Id)));
    }

    [Fact]
    public async Task AddAsync_WhenBulkWorkAsks_LeavesSavingToItAndAsksNobodyTwice()
    {
        var pupil = await app.School.AddPupilAsync("Bulkview", "Ben", CycleStage.Do, supportedBy: "ta");
        var asked = new List<Guid> { app.School.Staff["ta"], app.School.Staff["teacher"] };

        var counts = await app.InSchoolAsync(app.School.Id, async db =>
        {
            var handler = new AskForViewsHandler(db, null!, TimeProvider.System);
            var cycle = await db.Cycles.FirstAsync(row => row.PupilId == pupil.Id);
            var first = await handler.AddAsync(cycle, asked, TestSchool.Today, "", app.School.Senco());
            await db.SaveChangesAsync();
            var again = await handler.AddAsync(cycle, asked, TestSchool.Today, "", app.School.Senco());
            var refused = await handler.AddAsync(cycle, [app.School.Staff["other-teacher"]], TestSchool.Today, "", app.School.Senco());
            return (first!.Count, again!.Count, refused is null);
        });

        Assert.Equal((2, 0, true), counts);
    }

    private static string Views(TestPupil pupil) => $"{pupil.CyclePath}/review/views";

    private Task<SupportCycle> CycleAsync(TestPupil pupil) =>
        app.InSchoolAsync(app.School.Id, db => db.Cycles.AsNoTracking().FirstAsync(cycle => cycle.PupilId == pupil.Id && cycle.Number == pupil.CycleNumber));
}
