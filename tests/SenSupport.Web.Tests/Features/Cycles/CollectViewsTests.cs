using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
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
        var page = await ta.GetPageAsync($"{Views(pupil)}/new/pupil");
        Assert.Equal(ViewWords.PupilQuestions.Count, page.QuerySelectorAll(".sen-faces").Length);
        Assert.Equal("Harjit Kaur", page.FormFields("main form")["GatheredBy"]);
        var form = page.FormFields("main form").With(("Faces[0]", "4"), ("How", "ReadTo"), ("Helps", "More drama <b>please</b>"));

        Assert.Equal(Views(pupil), (await ta.PostAsync($"{Views(pupil)}/new/pupil", form)).Headers.Location!.OriginalString);
        await ta.PostAsync($"{Views(pupil)}/new/pupil", form);

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
        var form = (await senco.GetPageAsync($"{Views(pupil)}/new/parents")).FormFields("main form");
        var tomorrow = TestSchool.Today.AddDays(1);

        var answer = await senco.PostAsync($"{Views(pupil)}/new/parents", form.With(("IsHard", "Homework"), ("On.Day", $"{tomorrow.Day}"), ("On.Month", $"{tomorrow.Month}"), ("On.Year", $"{tomorrow.Year}")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("The day must be today or earlier", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("Choose how it was given", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("Homework", page.FormFields("main form")["IsHard"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{Views(pupil)}/new/parents", form.With(("How", "Talk")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{Views(pupil)}/new/parents", form.With(("How", "Talk"), ("IsHard", "x"), ("Faces[0]", "9")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{Views(pupil)}/new/nobody")).StatusCode);
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

    [Fact]
    public async Task Correct_ByWhoTypedIt_WantsAReasonAndLeavesNoWordOfItBehind()
    {
        var pupil = await app.School.AddPupilAsync("Mistold", "Mia", CycleStage.Do, supportedBy: "ta");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        await ta.PostAsync($"{Views(pupil)}/new/pupil", (await ta.GetPageAsync($"{Views(pupil)}/new/pupil")).FormFields("main form").With(("How", "Talk"), ("GoesWell", "Plays the trombone"), ("IsHard", "Maths")));
        var view = await ViewAsync(pupil);
        var path = $"{Views(pupil)}/{view.Id}";
        Assert.Contains($"href=\"{path}\"", (await ta.GetPageAsync(Views(pupil))).QuerySelector("main")!.InnerHtml);
        var page = await ta.GetPageAsync(path);
        Assert.Equal("Put right Mia’s view for the review", page.QuerySelector("h1").Words());
        var form = page.FormFields("main form").With(("GoesWell", "Plays the drum"));

        var refused = await ta.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Enter the reason", (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(Views(pupil), (await ta.PostAsync(path, form.With(("Reason", "Another child’s words")))).Headers.Location!.OriginalString);

        Assert.Equal(("Plays the drum", "Maths"), ((await ViewAsync(pupil)).GoesWell, (await ViewAsync(pupil)).IsHard));
        var history = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.RecordId == view.Id).OrderBy(row => row.At).ToListAsync());
        Assert.Equal([RecordEventKind.ViewGathered, RecordEventKind.ViewCorrected], history.Select(row => row.Kind));
        Assert.DoesNotContain(history, row => row.Changes.Any(change => (change.Old + change.New).Contains("trombone", StringComparison.Ordinal)));
        Assert.Contains(history[0].Changes, change => change is { Path: "isHard", New: "Maths" });
        Assert.Contains("Another child’s words", (await senco.GetPageAsync($"{pupil.Path}/timeline")).Body.Words());

        // The old page is stale now.
        Assert.Equal(HttpStatusCode.Conflict, (await ta.PostAsync(path, form.With(("Reason", "Again"), ("GoesWell", "Sings")))).StatusCode);
    }

    [Theory]
    [InlineData("senco", false)]
    [InlineData("senco", true)]
    [InlineData("ta", false)]
    public async Task Remove_WithAReason_TakesTheViewAwayAndLeavesTheInvitation(string role, bool wasInvited)
    {
        var pupil = await app.School.AddPupilAsync("Removedview", "Rae", CycleStage.Do, supportedBy: "ta");
        var (senco, ta, client) = (await app.AsAsync("senco"), await app.AsAsync("ta"), await app.AsAsync(role));
        if (wasInvited)
        {
            await senco.PostAsync($"{Views(pupil)}/invite", (await senco.GetPageAsync(Views(pupil))).FormFields("form[action$='/invite']").With(("Of", "Parents"), ("Who", "Marta"), ("How", "Phone")));
        }

        var write = wasInvited ? $"{Views(pupil)}/{(await ViewAsync(pupil)).Id}" : $"{Views(pupil)}/new/parents";
        await ta.PostAsync(write, (await ta.GetPageAsync(write)).FormFields("main form").With(("How", "Talk"), ("GoesWell", "Plays the trombone")));
        var view = await ViewAsync(pupil);
        await ChangeCycleAsync(pupil, cycle =>
        {
            cycle.GoOnToReview(app.School.Senco());
            cycle.Close(app.School.Senco());
        });
        var path = $"{Views(pupil)}/{view.Id}/remove";
        var page = await client.GetPageAsync(path);
        Assert.Contains("Plays the trombone", page.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path, page.FormFields("main form"))).StatusCode);
        Assert.NotNull((await ViewAsync(pupil)).GivenOn);

        Assert.Equal(Views(pupil), (await client.PostAsync(path, page.FormFields("main form").With(("Reason", "Wrong pupil")))).Headers.Location!.OriginalString);

        var left = await app.InSchoolAsync(app.School.Id, db => db.ReviewViews.SingleOrDefaultAsync(row => row.PupilId == pupil.Id));
        Assert.Equal(wasInvited, left is { GivenOn: null, GoesWell: "", InvitedOn: not null });
        Assert.Equal(wasInvited, left is not null);
        var history = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.RecordId == view.Id).ToListAsync());
        Assert.Contains(history, row => row.Kind == RecordEventKind.ContentRemoved && row.Summary.Contains("Wrong pupil", StringComparison.Ordinal));
        Assert.DoesNotContain(history, row => row.Changes.Any(change => (change.Old + change.New).Contains("trombone", StringComparison.Ordinal)));
        Assert.DoesNotContain("trombone", (await senco.GetPageAsync($"{pupil.Path}/timeline")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(wasInvited ? HttpStatusCode.Conflict : HttpStatusCode.NotFound, (await client.PostAsync(path, page.FormFields("main form").With(("Reason", "Twice")))).StatusCode);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("assistant")]
    [InlineData("head")]
    [InlineData("other-teacher")]
    [InlineData("other-school")]
    public async Task Correct_WhenSomebodyElseTypedIt_IsNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Notyours", "Nat", CycleStage.Do, supportedBy: "ta");
        var ta = await app.AsAsync("ta");
        await ta.PostAsync($"{Views(pupil)}/new/pupil", (await ta.GetPageAsync($"{Views(pupil)}/new/pupil")).FormFields("main form").With(("How", "Talk"), ("GoesWell", "Drums")));
        var view = await ViewAsync(pupil);
        var client = role == "other-school" ? await app.AsOtherSchoolAsync("senco") : await app.AsAsync(role);
        var form = (await client.GetPageAsync("/help")).FormFields("form[action$='sign-out']").With(("Version", $"{view.Version}"), ("Reason", "Mine"), ("GoesWell", "Forged"), ("How", "Talk"), ("On.Day", "1"), ("On.Month", "9"), ("On.Year", "2026"));

        foreach (var path in new[] { $"{Views(pupil)}/{view.Id}", $"{Views(pupil)}/{view.Id}/remove" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, form)).StatusCode);
        }

        Assert.Equal("Drums", (await ViewAsync(pupil)).GoesWell);
        if (role is "teacher" or "assistant" or "head")
        {
            Assert.DoesNotContain("Correct or remove", (await client.GetPageAsync(Views(pupil))).QuerySelector("main").Words());
        }
    }

    [Fact]
    public async Task Gather_WhenADraftWasLeft_ComesBackUntilItIsKept()
    {
        var pupil = await app.School.AddPupilAsync("Draftedview", "Dot", CycleStage.Do);
        var senco = await app.AsAsync("senco");
        var path = $"{Views(pupil)}/new/pupil";
        var page = await senco.GetPageAsync(path);
        Assert.Equal(path, page.QuerySelector("main form")!.GetAttribute("data-sen-draft"));
        Assert.Equal(HttpStatusCode.OK, (await senco.PostAsync($"/drafts?page={path}", page.FormFields("main form").With(("GoesWell", "Half a sent"), ("Faces[2]", "5")))).StatusCode);

        Assert.Contains("Dot Draftedview, view for the review", (await senco.GetPageAsync("/")).Body.Words());
        var back = await senco.GetPageAsync(path);
        Assert.Equal(("Half a sent", "5"), (back.FormFields("main form.sen-panel")["GoesWell"], back.FormFields("main form.sen-panel")["Faces[2]"]));
        Assert.Contains("What you had typed is back", back.QuerySelector("main").Words());
        Assert.Equal("", (await senco.GetPageAsync($"{Views(pupil)}/new/parents")).FormFields("main form")["GoesWell"]);
        await senco.PostAsync(path, back.FormFields("main form.sen-panel").With(("How", "Talk"), ("GoesWell", "Half a sentence")));
        Assert.Equal("", (await senco.GetPageAsync(path)).FormFields("main form")["GoesWell"]);
        Assert.Equal("Half a sentence", (await ViewAsync(pupil)).GoesWell);
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
        Assert.Equal(gathers ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"{Views(pupil)}/new/pupil")).StatusCode);
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
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{Views(closed)}/new/pupil")).StatusCode);
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

    private Task<ReviewView> ViewAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.ReviewViews.AsNoTracking().SingleAsync(row => row.PupilId == pupil.Id));

    private Task<int> ChangeCycleAsync(TestPupil pupil, Action<SupportCycle> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        change(await db.Cycles.AsTracking().SingleAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber));
        return await db.SaveChangesAsync();
    });

    private static string Views(TestPupil pupil) => $"{pupil.CyclePath}/review/views";

    private Task<SupportCycle> CycleAsync(TestPupil pupil) =>
        app.InSchoolAsync(app.School.Id, db => db.Cycles.AsNoTracking().FirstAsync(cycle => cycle.PupilId == pupil.Id && cycle.Number == pupil.CycleNumber));
}
