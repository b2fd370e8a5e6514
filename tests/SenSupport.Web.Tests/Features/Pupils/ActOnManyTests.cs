using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Features.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ActOnManyTests(TestApp app)
{
    private const string Page = "/pupils/bulk";

    // A Wednesday far from any holiday that a school without terms knows.
    private static readonly DateOnly Review = NextWednesdayInMarch();

    [Theory]
    [InlineData("senco", true)]
    [InlineData("assistant", true)]
    [InlineData("head", false)]
    [InlineData("teacher", false)]
    [InlineData("ta", false)]
    [InlineData("office", false)]
    public async Task Register_WhoeverOpensIt_OffersBulkWorkOnlyToThoseWhoKeepRecords(string role, bool may)
    {
        var pupil = await app.School.AddPupilAsync("Bulkrole", "Bo", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync(role);

        var page = await client.GetPageAsync("/pupils?view=all&search=bulkrole");

        Assert.Equal(may, page.QuerySelector($"input[name=pupil][value='{pupil.Id}'][form=bulk]") is not null);
        Assert.Equal(may, page.QuerySelector("form#bulk button[value=move-reviews]") is not null);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(Address("move-reviews", pupil))).StatusCode);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"{Page}/profiles?pupil={pupil.Id}")).StatusCode);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"{Page}/acts")).StatusCode);
        if (!may)
        {
            var forged = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']")
                .With(("ActId", $"{Guid.NewGuid()}"), ("Act", "move-reviews"), ("Weeks", "2"), ("Do", "do"), ($"Rows[{pupil.Id}].Take", "true"));
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, forged)).StatusCode);
        }
    }

    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    public async Task MoveReviews_WhenByWeeks_ShowsEachAndMovesThemInOneActWithAnEventEach(string role)
    {
        var one = await app.School.AddPupilAsync("Moveone", "Ona", CycleStage.Do, Review);
        var two = await app.School.AddPupilAsync("Movetwo", "Tui", CycleStage.Plan, Review.AddDays(7));
        var early = await app.School.AddPupilAsync("Movetoo", "Early", CycleStage.Assess);
        var none = await app.School.AddPupilAsync("Movenone", "Nia", closedCycles: 1);
        var client = await app.AsAsync(role);

        var check = await CheckAsync(client, "move-reviews", [one, two, early, none], ("How", "weeks"), ("Weeks", "3"));

        var words = check.QuerySelector("main").Words();
        Assert.Contains("For 2 of 4 pupils this can be done: review dates moved by 3 weeks.", words);
        Assert.Contains($"From {Short(Review)} to {Short(Review.AddDays(21))}", words);
        Assert.Contains("Not done: The assessment of cycle 1 is not finished", words);
        Assert.Contains("Not done: No cycle is open", words);
        Assert.Equal(Review, (await app.ReadCycleAsync(one)).ReviewOn);
        var act = await DoAsync(client, check);

        Assert.Equal(Review.AddDays(21), (await app.ReadCycleAsync(one)).ReviewOn);
        Assert.Equal(Review.AddDays(28), (await app.ReadCycleAsync(two)).ReviewOn);
        Assert.Equal(RecordEventKind.PlanWritten, (await app.ReadEventsAsync(one))[^1]);
        Assert.Contains("for several pupils at once", (await client.GetPageAsync($"{two.Path}/timeline")).QuerySelector("main").Words());
        Assert.DoesNotContain("for several pupils at once", (await client.GetPageAsync($"{none.Path}/timeline")).QuerySelector("main").Words());
        Assert.Contains("Review dates moved by 3 weeks", (await client.GetPageAsync($"{Page}/acts")).QuerySelector("tbody").Words());
        Assert.Contains("Moveone, Ona", (await client.GetPageAsync(act)).QuerySelector("tbody").Words());
    }

    [Fact]
    public async Task MoveReviews_WhenToADayOnWhichNobodyIsAtSchool_TakesTheLastSchoolDayBefore()
    {
        var pupil = await app.School.AddPupilAsync("Holiday", "Hal", CycleStage.Do, Review);
        var there = await app.School.AddPupilAsync("Holidayed", "Hil", CycleStage.Do, Review.AddDays(9));
        var client = await app.AsAsync("senco");
        var saturday = Review.AddDays(10);

        var check = await CheckAsync(client, "move-reviews", [pupil, there], Date("MoveTo", saturday, ("How", "date")));

        var words = check.QuerySelector("main").Words();
        Assert.Contains($"to {Short(saturday.AddDays(-1))}, as {Short(saturday)} is not a school day", words);
        Assert.Contains($"Not done: The review is on {Short(saturday.AddDays(-1))} already", words);
        await DoAsync(client, check);
        Assert.Equal(saturday.AddDays(-1), (await app.ReadCycleAsync(pupil)).ReviewOn);
    }

    [Fact]
    public async Task MoveReviews_WhenWhatIsTypedCannotBe_SaysSoAndKeepsIt()
    {
        var pupil = await app.School.AddPupilAsync("Typed", "Tea", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync(Address("move-reviews", pupil))).FormFields("main form");

        var weeks = await client.PostAsync(Page, form.With(("How", "weeks"), ("Weeks", "27"), ("Do", "do")));
        var past = await client.PostAsync(Page, form.With(Date("MoveTo", TestSchool.Today.AddDays(-1), ("How", "date"), ("Do", "check"))));

        Assert.Equal(HttpStatusCode.BadRequest, weeks.StatusCode);
        var page = await weeks.ReadPageAsync();
        Assert.Contains("Enter a number of weeks from 1 to 26", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("27", page.FormFields("main form")["Weeks"]);
        Assert.Equal("true", page.FormFields("main form")[$"Rows[{pupil.Id}].Take"]);
        Assert.Equal(HttpStatusCode.BadRequest, past.StatusCode);
        Assert.Contains("must be today or later", (await past.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(Review, (await app.ReadCycleAsync(pupil)).ReviewOn);
    }

    [Fact]
    public async Task Act_WhenRowsAreUnticked_LeavesThoseOut()
    {
        var taken = await app.School.AddPupilAsync("Ticked", "Tom", CycleStage.Do, Review);
        var left = await app.School.AddPupilAsync("Unticked", "Una", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var check = await CheckAsync(client, "move-reviews", [taken, left], ("How", "weeks"), ("Weeks", "1"));
        var form = check.FormFields("main form");

        var nobody = await client.PostAsync(Page, form.Without($"Rows[{taken.Id}].Take", $"Rows[{left.Id}].Take").With(("Do", "do")));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Contains("Tick at least one pupil", (await nobody.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        await client.PostAsync(Page, form.Without($"Rows[{left.Id}].Take").With(("Do", "do")));

        Assert.Equal(Review.AddDays(7), (await app.ReadCycleAsync(taken)).ReviewOn);
        Assert.Equal(Review, (await app.ReadCycleAsync(left)).ReviewOn);
    }

    [Fact]
    public async Task Act_WhenAPlanChangedSinceThePreview_DoesNothingAndMarksThatPupil()
    {
        var calm = await app.School.AddPupilAsync("Calm", "Cal", CycleStage.Do, Review);
        var moved = await app.School.AddPupilAsync("Stale", "Sue", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var check = await CheckAsync(client, "move-reviews", [calm, moved], ("How", "weeks"), ("Weeks", "2"));
        await WriteAsync(moved, plan => plan with { ReviewOn = Review.AddDays(1) });

        var answer = await client.PostAsync(Page, check.FormFields("main form").With(("Do", "do")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.DoesNotContain("Changed since you looked", Row(page, "Calm").Words());
        Assert.Contains($"Changed since you looked. From {Short(Review.AddDays(1))}", Row(page, "Stale").Words());
        Assert.Equal(Review, (await app.ReadCycleAsync(calm)).ReviewOn);

        await DoAsync(client, page);
        Assert.Equal(Review.AddDays(14), (await app.ReadCycleAsync(calm)).ReviewOn);
        Assert.Equal(Review.AddDays(15), (await app.ReadCycleAsync(moved)).ReviewOn);
    }

    [Fact]
    public async Task Act_WhenSentTwice_IsDoneOnce()
    {
        var pupil = await app.School.AddPupilAsync("Twice", "Ty", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var check = await CheckAsync(client, "add-strategy", [pupil], ("Text", "Wait ten seconds for an answer"), ("For", "Every adult"));
        var form = check.FormFields("main form").With(("Do", "do"));

        var first = await client.PostAsync(Page, form);
        var second = await client.PostAsync(Page, form);

        Assert.Equal(first.Headers.Location!.OriginalString, second.Headers.Location!.OriginalString);
        Assert.Equal(2, (await app.ReadCycleAsync(pupil)).Strategies.Count);
        Assert.Equal(1, await app.InSchoolAsync(app.School.Id, db => db.BulkActs.CountAsync(act => act.Rows.Any(row => row.PupilId == pupil.Id))));

        // The same asked for anew: the plan has it.
        Assert.Contains("Not done: The plan has this strategy already", (await CheckAsync(client, "add-strategy", [pupil], ("Text", "wait TEN seconds for an answer"))).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Act_WhenAPupilIsForgedOrOfAnotherSchool_AnswersNotFoundAndChangesNothing()
    {
        var stranger = await app.OtherSchool.AddPupilAsync("Stranger", "Stig", CycleStage.Do, Review, classId: app.OtherSchool.OtherClassId, responsible: null);
        var pupil = await app.School.AddPupilAsync("Bulkours", "Olu", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var form = (await CheckAsync(client, "move-reviews", [pupil], ("How", "weeks"), ("Weeks", "2"))).FormFields("main form").With(("Do", "do"));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address("move-reviews", pupil, stranger))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Page}/profiles?pupil={stranger.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address("drop-tables", pupil))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, form.With(($"Rows[{stranger.Id}].Take", "true")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, form.With(($"Rows[{Guid.NewGuid()}].Take", "true")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, form.With(("Act", "nothing")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, form.Without("ActId"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{Page}?act=move-reviews&whom=ticked")).StatusCode);
        Assert.Equal(Review, (await app.ReadCycleAsync(pupil)).ReviewOn);

        var act = await DoAsync(client, await CheckAsync(client, "move-reviews", [pupil], ("How", "weeks"), ("Weeks", "2")));
        var other = await app.AsOtherSchoolAsync("senco");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(act)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(Undo(act), (await other.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']"))).StatusCode);
        Assert.DoesNotContain("Review dates moved by 2 weeks", (await other.GetPageAsync($"{Page}/acts")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Choose_WhenAllThatMatchOrAllOfThePage_TakesJustThose()
    {
        var (first, second) = (await app.School.AddPupilAsync("Matchall", "Abe", CycleStage.Do), await app.School.AddPupilAsync("Matchall", "Zed", CycleStage.Plan));
        var client = await app.AsAsync("senco");

        var all = await client.GetPageAsync($"{Page}?act=add-strategy&whom=all&view=all&search=matchall");
        var narrowed = await client.GetPageAsync($"{Page}?act=add-strategy&whom=page&view=all&search=matchall&stage=plan");

        Assert.Equal("Add a strategy for 2 pupils", all.QuerySelector("h1").Words());
        Assert.Equal("Add a strategy for 1 pupil", narrowed.QuerySelector("h1").Words());
        Assert.Equal("true", narrowed.FormFields("main form")[$"Rows[{second.Id}].Take"]);
        Assert.DoesNotContain($"Rows[{first.Id}].Take", narrowed.FormFields("main form").Names);
        Assert.Equal("/pupils?view=all&search=matchall&stage=plan", narrowed.FormFields("main form")["From"]);
    }

    [Fact]
    public async Task StartCycles_WhenOneIsOpen_SaysSoAndStartsTheOthers()
    {
        var next = await app.School.AddPupilAsync("Startnext", "Nat", closedCycles: 1);
        var first = await app.School.AddPupilAsync("Startfirst", "Fay");
        var open = await app.School.AddPupilAsync("Startopen", "Oki", CycleStage.Do);
        var client = await app.AsAsync("assistant");

        var check = await client.GetPageAsync(Address("start-cycles", next, first, open));
        var words = check.QuerySelector("main").Words();
        Assert.Contains("Cycle 2; 1 outcome, 1 target, 1 strategy come over", words);
        Assert.Contains("Cycle 1, the first", words);
        Assert.Contains("Not done: Cycle 1 is still open", words);
        var act = await DoAsync(client, check);

        Assert.Equal(["Retells a short story in order"], (await app.ReadCycleAsync(next with { CycleNumber = 2 })).Targets.Select(target => target.Statement));
        Assert.Equal(CycleStage.Assess, (await app.ReadCycleAsync(first with { CycleNumber = 1 })).Stage);

        // Something is written in one of them: only the other is taken back.
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.AsTracking().Include(row => row.Strands).FirstAsync(row => row.PupilId == first.Id);
            cycle.RecordAssessment(AssessmentContent.Empty with { Strengths = "Draws" }, app.School.Senco());
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Cannot be: Something was written in cycle 1 since", (await client.GetPageAsync(act)).QuerySelector("tbody").Words());
        await UndoAsync(client, act);
        Assert.Equal([1], await app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == next.Id).Select(cycle => cycle.Number).ToListAsync()));
        Assert.Equal(RecordEventKind.CycleTakenBack, (await app.ReadEventsAsync(next))[^1]);
        Assert.Contains("Taken back: cycle 2, put back for several pupils at once", (await client.GetPageAsync($"{next.Path}/timeline")).QuerySelector("main").Words());

        // The number is used: every button names the one that the next cycle gets, and starts that.
        foreach (var path in new[] { next.Path, $"{next.Path}/cycles", $"{next.Path}/cycles/1", $"{next.Path}/cycles/1/review", $"{next.Path}/cycles/start" })
        {
            var said = (await client.GetPageAsync(path)).QuerySelectorAll("button").Select(button => button.Words()).Where(words => words.StartsWith("Start cycle", StringComparison.Ordinal));
            Assert.Equal((path, "Start cycle 3"), (path, string.Join(", ", said)));
        }

        var started = await client.PostAsync($"{next.Path}/cycles", (await client.GetPageAsync(next.Path)).FormFields("form[action$='/cycles']"));
        Assert.Equal($"{next.Path}/cycles/3", started.Headers.Location!.OriginalString);
        Assert.Equal("Draws", (await app.ReadCycleAsync(first with { CycleNumber = 1 })).Strengths);
    }

    [Fact]
    public async Task Undo_WhenNothingOfItChanged_PutsBackDateAndSharedState()
    {
        var pupil = await app.School.AddPupilAsync("Undone", "Uma", CycleStage.Do, Review);
        var noted = await app.School.AddPupilAsync("Undonenoted", "Nil", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        Assert.Equal(WritingState.Final, (await app.ReadCycleAsync(pupil)).PlanState);
        var act = await DoAsync(client, await CheckAsync(client, "move-reviews", [pupil, noted], ("How", "weeks"), ("Weeks", "2")));
        Assert.Equal(WritingState.Writing, (await app.ReadCycleAsync(pupil)).PlanState);

        // What else is written in a record meanwhile does not stand in the way.
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.AsTracking().FirstAsync(row => row.PupilId == noted.Id);
            cycle.AddNote(TestSchool.Today, "Settled well", app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var answer = await UndoAsync(await app.AsAsync("assistant"), act);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((Review, WritingState.Final), ((await app.ReadCycleAsync(pupil)).ReviewOn!.Value, (await app.ReadCycleAsync(pupil)).PlanState));
        Assert.Equal(Review, (await app.ReadCycleAsync(noted)).ReviewOn);
        Assert.Contains("Anna Bell put this back", (await client.GetPageAsync(act)).QuerySelector("main").Words());
        Assert.Contains("put back for several pupils at once", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());

        // A second time it is refused, and says who was first.
        var again = await client.PostAsync(Undo(act), (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Anna Bell has put this back already", (await again.ReadPageAsync()).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Undo_WhenSomethingOfItChangedSince_LeavesThosePupilsAndSaysWhich()
    {
        var free = await app.School.AddPupilAsync("Undofree", "Fin", CycleStage.Do, Review);
        var dated = await app.School.AddPupilAsync("Undodated", "Dan", CycleStage.Do, Review);
        var shared = await app.School.AddPupilAsync("Undoshared", "Shy", CycleStage.Plan, Review);
        var closed = await app.School.AddPupilAsync("Undoclosed", "Clo", CycleStage.Review, Review);
        var client = await app.AsAsync("senco");
        var act = await DoAsync(client, await CheckAsync(client, "move-reviews", [free, dated, shared, closed], ("How", "weeks"), ("Weeks", "2")));
        await WriteAsync(dated, plan => plan with { ReviewOn = Review.AddDays(20) });
        await ChangeAsync(shared, cycle => cycle.SharePlan("{}", app.School.Senco()));
        await ChangeAsync(closed, cycle => cycle.Close(app.School.Senco()));

        var before = await client.GetPageAsync(act);
        Assert.Contains("for 1 of 4 changes; 3 are left as they are", before.QuerySelector("main").Words());
        await UndoAsync(client, act);

        var page = await client.GetPageAsync(act);
        Assert.Contains("Left: The review date was changed since", Row(page, "Undodated").Words());
        Assert.Contains("Left: The plan was shared since", Row(page, "Undoshared").Words());
        Assert.Contains("Left: Cycle 1 is closed", Row(page, "Undoclosed").Words());
        Assert.Equal(
            [Review, Review.AddDays(20), Review.AddDays(14), Review.AddDays(14)],
            [(await app.ReadCycleAsync(free)).ReviewOn, (await app.ReadCycleAsync(dated)).ReviewOn, (await app.ReadCycleAsync(shared)).ReviewOn, (await app.ReadCycleAsync(closed)).ReviewOn]);
        Assert.Contains("; 3 left", (await client.GetPageAsync($"{Page}/acts")).QuerySelectorAll("tbody tr").First(row => row.InnerHtml.Contains(act.Split('?')[0], StringComparison.Ordinal)).Words());
    }

    [Fact]
    public async Task Undo_WhenAStrategyWasAdded_TakesItAwayUnlessSomebodyRewordedIt()
    {
        var plain = await app.School.AddPupilAsync("Strategyplain", "Pia", CycleStage.Do);
        var reworded = await app.School.AddPupilAsync("Strategyreworded", "Rob", CycleStage.Do);
        var client = await app.AsAsync("senco");
        var check = await CheckAsync(client, "add-strategy", [plain, reworded], ("Text", "Sit near the board"), ("For", "Maths"), ("MustDo", "true"));
        Assert.Contains("Strategy 2 of cycle 1", check.QuerySelector("main").Words());
        var act = await DoAsync(client, check);
        Assert.Equal(("Sit near the board", "Maths", true), (await app.ReadCycleAsync(plain)).Strategies.Where(row => row.Position == 1).Select(row => (row.Text, row.For, row.MustDo)).Single());
        await WriteAsync(reworded, plan => plan with { Strategies = [.. plan.Strategies.Select(row => row.Text == "Sit near the board" ? row with { Text = "Sit in the first row" } : row)] });

        await UndoAsync(client, act);

        Assert.Single((await app.ReadCycleAsync(plain)).Strategies);
        Assert.Equal(2, (await app.ReadCycleAsync(reworded)).Strategies.Count);
        Assert.Contains("Left: The strategy was changed since", Row(await client.GetPageAsync(act), "Strategyreworded").Words());
    }

    [Fact]
    public async Task Undo_WhenADayHasPassed_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Daylater", "Dee", CycleStage.Do, Review);
        var client = await app.AsAsync("senco");
        var act = await DoAsync(client, await CheckAsync(client, "move-reviews", [pupil], ("How", "weeks"), ("Weeks", "2")));
        var id = Guid.Parse(act.Split('/')[^1].Split('?')[0]);
        await app.InSchoolAsync(app.School.Id, db => db.BulkActs.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.At, DateTime.UtcNow - BulkAct.UndoLasts - TimeSpan.FromMinutes(1))));

        var page = await client.GetPageAsync(act);
        var answer = await client.PostAsync(Undo(act), (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']"));

        Assert.Null(page.QuerySelector("form[action$='/undo']"));
        Assert.Contains("That day is over", page.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(Review.AddDays(14), (await app.ReadCycleAsync(pupil)).ReviewOn);
    }

    [Fact]
    public async Task AskForViews_WhenARoleIsChosen_AsksTheAdultsInItOnceAndTakesBackWhatIsNotAnswered()
    {
        var one = await app.School.AddPupilAsync("Viewone", "Ada", CycleStage.Do, Review, supportedBy: "ta");
        var two = await app.School.AddPupilAsync("Viewtwo", "Bea", CycleStage.Do, Review);
        var closed = await app.School.AddPupilAsync("Viewclosed", "Cy", closedCycles: 1, supportedBy: "ta");
        var client = await app.AsAsync("senco");

        var assistants = await CheckAsync(client, "ask-for-views", [one, two, closed], ("Role", "Assistants"));
        Assert.Contains("Harjit Kaur", Row(assistants, "Viewone").Words());
        Assert.DoesNotContain("Tom Whitaker", Row(assistants, "Viewone").Words());
        Assert.Contains("Not done: Nobody else works with the pupil in this role", Row(assistants, "Viewtwo").Words());
        Assert.Contains("Not done: No cycle is open, so none is reviewed", Row(assistants, "Viewclosed").Words());
        var everyone = await CheckAsync(client, "ask-for-views", [one, two], ("Role", "Everyone"), ("Question", "Does the help card help?"));
        Assert.Equal("Tom Whitaker, Harjit Kaur", string.Join(", ", Row(everyone, "Viewone").QuerySelectorAll("td").Last().Words().Split(", ").OrderDescending()));
        var act = await DoAsync(client, everyone);

        var requests = await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.Where(row => row.PupilId == one.Id || row.PupilId == two.Id).ToListAsync());
        Assert.Equal(3, requests.Count);
        Assert.All(requests, request => Assert.Equal(("Does the help card help?", TestSchool.Today.AddDays(7)), (request.Question, request.DueOn)));
        Assert.Contains("Not done: Everyone is asked already", (await CheckAsync(client, "ask-for-views", [two], ("Role", "Responsible"))).QuerySelector("main").Words());

        var ta = await app.AsAsync("ta");
        var path = (await ta.GetPageAsync("/asked")).QuerySelectorAll("tbody a").First(link => link.TextContent == "Viewone, Ada").GetAttribute("href")!;
        await ta.PostAsync(path, (await ta.GetPageAsync(path)).FormFields("main form").With(("Helps", "Yes")));
        await UndoAsync(client, act);
        Assert.Contains("Left: Harjit Kaur has answered", (await client.GetPageAsync(act)).QuerySelector("tbody").Words());
        Assert.Equal(2, await app.InSchoolAsync(app.School.Id, db => db.AssessmentRequests.CountAsync(row => (row.PupilId == one.Id || row.PupilId == two.Id) && row.WithdrawnOn != null)));
    }

    [Fact]
    public async Task PrintProfiles_WhenSomeHaveNone_PrintsAPageForEachOfTheOthers()
    {
        var known = await app.School.AddPupilAsync("Printknown", "Kay", CycleStage.Do, Review);
        var empty = await app.School.AddPupilAsync("Printempty", "Eli");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var pupil = await db.Pupils.AsTracking().Include(row => row.Profiles).FirstAsync(row => row.Id == known.Id);
            pupil.RecordProfile(TestSchool.Today, new PupilVoice("Drawing together", "My jokes", "My dog", "Show me first", "Loud rooms", "", ProfileWords.Pupil), app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var client = await app.AsAsync("senco");

        var redirect = await client.GetAsync(Address("print-profiles", known, empty));
        var page = await client.GetPageAsync(redirect.Headers.Location!.OriginalString);

        var sheet = Assert.Single(page.QuerySelectorAll(".sen-profile-page")).Words();
        Assert.Contains("Kay Printknown", sheet);
        Assert.Contains("Say the name, pause, then give one instruction", sheet);
        Assert.Contains("What people admire about me My jokes", sheet);
        Assert.DoesNotContain("SLCN", sheet);
        Assert.DoesNotContain("What I hope for", sheet);
        Assert.Contains("Nothing to print yet of Eli Printempty", page.QuerySelector("main").Words());
    }

    private static DateOnly NextWednesdayInMarch()
    {
        var day = new DateOnly(TestSchool.Today.Year + 1, 3, 1);
        while (day.DayOfWeek != DayOfWeek.Wednesday || day.Day is < 1)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static string Address(string act, params TestPupil[] pupils) => $"{Page}?act={act}&whom=ticked&{string.Join('&', pupils.Select(pupil => $"pupil={pupil.Id}"))}";

    private static string Undo(string act) => $"{act.Split('?')[0]}/undo";

    private static string Short(DateOnly date) => $"{date:d MMM yyyy}";

    private static (string, string)[] Date(string name, DateOnly date, params (string, string)[] others) =>
        [($"{name}.Day", $"{date.Day}"), ($"{name}.Month", $"{date.Month}"), ($"{name}.Year", $"{date.Year}"), .. others];

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string surname) => page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th").Words().StartsWith($"{surname},", StringComparison.Ordinal));

    private static async Task<IHtmlDocument> CheckAsync(HttpClient client, string act, TestPupil[] pupils, params (string, string)[] typed)
    {
        var form = (await client.GetPageAsync(Address(act, pupils))).FormFields("main form").With(typed).With(("Do", "check"));
        using var answer = await client.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    /// <returns>The address of the act.</returns>
    private static async Task<string> DoAsync(HttpClient client, IHtmlDocument check)
    {
        using var answer = await client.PostAsync(Page, check.FormFields("main form").With(("Do", "do")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> UndoAsync(HttpClient client, string act) =>
        await client.PostAsync(Undo(act), (await client.GetPageAsync(act)).FormFields("form[action$='/undo']"));

    private Task WriteAsync(TestPupil pupil, Func<PlanContent, PlanContent> change) => ChangeAsync(pupil, cycle => cycle.WritePlan(change(cycle.Plan()), app.School.Senco()));

    private Task ChangeAsync(TestPupil pupil, Action<SupportCycle> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var cycle = await Web.Features.Shared.Saving.CycleSaver.Whole(db, db.Pupils, pupil.Id, pupil.CycleNumber).FirstAsync();
        change(cycle);
        return await db.SaveChangesAsync();
    });
}
