using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class RecordReviewTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Show_WhenSupportIsGiven_AsksAsTheMeetingRuns()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.CyclePath}/review");

        Assert.Equal(["1. The meeting", "2. Views", "3. How each target went", "4. The support itself", "5. Decision", "6. Next steps"], page.QuerySelectorAll($"{Form} h2.govuk-heading-m").Select(heading => heading.Words()));
        Assert.Contains($"Due by {UkDate.Long(TestSchool.Today.AddDays(30))}. Save at any time", page.QuerySelector(".sen-title-row").Words());
        var target = page.QuerySelector(".sen-review-target")!;
        Assert.Contains("Retells a short story in order", target.Words());
        Assert.Contains("Was: Two sentences. Success: Four sentences in 3 of 4 samples.", target.Words());
        Assert.Equal(["NotMet", "PartlyMet", "Met", "Exceeded"], target.QuerySelectorAll("input[type=radio]").Select(radio => radio.GetAttribute("value")!));
        Assert.Equal(5, page.QuerySelectorAll("input[name=Decision]").Length);
        Assert.Equal("Not recorded; 30 planned, holidays included", page.QuerySelector("td[data-label='Held of planned']").Words());
        Assert.Contains("0 of 1", page.QuerySelector(".sen-jump").Words());
        Assert.Contains("2 missing", page.QuerySelector(".sen-jump").Words());
        Assert.Contains("The parents’ view is missing Code 6.54", page.QuerySelector(".sen-jump").Words());
        Assert.Contains("The cycle can be closed without them", page.QuerySelector(".sen-jump").Words());
        Assert.Equal(["Check and close the cycle", "Save and come back"], page.QuerySelectorAll($"{Form} button[name=Then]:not([aria-hidden])").Select(button => button.Words()));
    }

    [Fact]
    public async Task Save_WhenEverythingIsWritten_KeepsItAndBeginsTheReview()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var today = TestSchool.Today;

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(client, pupil)).With(
            ("HeldOn.Day", $"{today.Day}"), ("HeldOn.Month", $"{today.Month}"), ("HeldOn.Year", $"{today.Year}"),
            ("Present", "Marta, Tom"), ("Results[0].Result", "Met"), ("Results[0].Evidence", "Four of four <script>alert(1)</script>"),
            ("Impact", "Tells stories"), ("Quality", "Help card works"), ("PupilView", "I like stories"), ("ParentView", "She talks at dinner"), ("StaffView", "Ready"),
            ("Decision", "StepDownSupport"), ("NextSteps", "Smaller group"), ("NextReviewOn.Day", "1"), ("NextReviewOn.Month", "march"), ("NextReviewOn.Year", $"{today.Year + 1}"),
            ("Then", "save")));

        Assert.Equal((HttpStatusCode.Redirect, pupil.CyclePath), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var cycle = await CycleAsync(pupil);
        Assert.Equal(CycleStage.Review, cycle.Stage);
        Assert.Equal((today, "Marta, Tom", "Tells stories", "Help card works"), (cycle.Review.HeldOn!.Value, cycle.Review.Present, cycle.Review.Impact, cycle.Review.Quality));
        Assert.Equal(("I like stories", "She talks at dinner", "Ready"), (cycle.Review.PupilView, cycle.Review.ParentView, cycle.Review.StaffView));
        Assert.Equal((ReviewDecision.StepDownSupport, "Smaller group", new DateOnly(today.Year + 1, 3, 1)), (cycle.Review.Decision!.Value, cycle.Review.NextSteps, cycle.Review.NextReviewOn!.Value));
        Assert.Equal((TargetResult.Met, "Four of four <script>alert(1)</script>"), (cycle.Targets[0].Result!.Value, cycle.Targets[0].Evidence));
        Assert.Equal([RecordEventKind.ReviewStarted, RecordEventKind.ReviewRecorded], (await EventsAsync(pupil)).TakeLast(2).Select(row => row.Kind).Order());
        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Equal("Four of four <script>alert(1)</script>", page.FormFields(Form)["Results[0].Evidence"]);
        Assert.Equal("Met", page.FormFields(Form)["Results[0].Result"]);
        Assert.DoesNotContain("missing", page.QuerySelector(".sen-jump").Words());
    }

    [Theory]
    [InlineData("LeaveSenSupport", true)]
    [InlineData("StepDownSupport", false)]
    public async Task Save_WhenThePupilLeavesSenSupport_KeepsTheSuggestedEndOfMonitoring(string decision, bool isKept)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var suggested = (await app.InSchoolAsync(app.School.Id, db => db.Schools.SingleAsync())).SuggestedMonitoringEnd(TestSchool.Today);
        var form = await FormAsync(client, pupil);
        Assert.Equal($"{suggested.Day}/{suggested.Month}/{suggested.Year}", $"{form["MonitorUntil.Day"]}/{form["MonitorUntil.Month"]}/{form["MonitorUntil.Year"]}");

        await client.PostAsync($"{pupil.CyclePath}/review", form.With(("Decision", decision), ("Then", "save")));

        Assert.Equal(isKept ? suggested : null, (await CycleAsync(pupil)).Review.MonitorUntil);
    }

    [Fact]
    public async Task Save_WhenNothingIsWritten_KeepsThatAndShowsWhatIsOutstanding()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(client, pupil)).With(("Then", "close")));

        Assert.Equal($"{pupil.CyclePath}/review/close", answer.Headers.Location?.ToString());
        Assert.Equal(CycleGaps.PupilViewMissing | CycleGaps.ParentViewMissing, (await CycleAsync(pupil)).Gaps);
    }

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "HeldOn", "31/2/2026", "HeldOn", "Enter the day, month and year when the review was held, such as 2 12 2026" },
        { "HeldOn", "//2026", "HeldOn", "Enter the day, month and year when the review was held, such as 2 12 2026" },
        { "HeldOn", Typed(TestSchool.Today.AddDays(1)), "HeldOn", $"The review must have been held today or earlier. Today is {UkDate.Long(TestSchool.Today)}" },
        { "HeldOn", Typed(TestSchool.Today.AddDays(-81)), "HeldOn", $"The review must be on or after {UkDate.Long(TestSchool.Today.AddDays(-80))}, when the cycle was opened" },
        { "NextReviewOn", "30/2/2030", "NextReviewOn", "Enter the day, month and year of the next review, such as 26 3 2027" },
        { "NextReviewOn", Typed(TestSchool.Today), "NextReviewOn", $"The next review must be after {UkDate.Long(TestSchool.Today)}, which is today" },
        { "MonitorUntil", "1/13/2030", "MonitorUntil", "Enter the day, month and year until when the school monitors, such as 26 3 2027" },
        { "MonitorUntil", Typed(TestSchool.Today), "MonitorUntil", $"Monitoring must end after {UkDate.Long(TestSchool.Today)}, which is today" },
        { "Results[0].Evidence", new string('x', 20_001), "Results_0__Evidence", "The evidence for a target must be 20,000 characters or fewer" },
        { "ParentView", new string('x', 20_001), "ParentView", "The parents’ view must be 20,000 characters or fewer" },
        { "PupilView", new string('x', 20_001), "PupilView", "Zofia’s view must be 20,000 characters or fewer" },
        { "NextSteps", new string('x', 20_001), "NextSteps", "Next steps must be 20,000 characters or fewer" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Save_WhenAValueCannotBeStored_SaysHowToMendItAndKeepsEverything(string field, string value, string id, string message)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var before = (await CycleAsync(pupil)).Version;
        var parts = value.Split('/');
        (string, string)[] wrong = parts.Length == 3 ? [($"{field}.Day", parts[0]), ($"{field}.Month", parts[1]), ($"{field}.Year", parts[2])] : [(field, value)];

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(client, pupil)).With([("Present", "Everyone"), ("Results[0].Result", "Exceeded"), ("Decision", "StepDownSupport"), .. wrong]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith("Error: ", page.Title);
        Assert.Equal((message, $"#{id}"), (page.QuerySelector(".govuk-error-summary__list a").Words(), page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")));
        Assert.Equal($"Error: {message}", page.QuerySelector($"#{id}-error").Words());
        Assert.NotNull(page.GetElementById(id));
        var kept = page.FormFields(Form);
        Assert.All(wrong, typed => Assert.Equal(typed.Item2, kept[typed.Item1]));
        Assert.Equal(("Everyone", "Exceeded", "StepDownSupport"), (kept["Present"], kept["Results[0].Result"], kept["Decision"]));
        Assert.Equal(before, (await CycleAsync(pupil)).Version);
    }

    [Theory]
    [InlineData("Decision", "LeaveSchool")]
    [InlineData("Decision", "7")]
    [InlineData("Results[0].Result", "Splendid")]
    [InlineData("Results[0].Id", "not-an-id")]
    [InlineData("Results[0].Id", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("Version", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("Version", "")]
    public async Task Save_WhenAFieldIsForged_IsNotFoundAndChangesNothing(string field, string value)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var before = (await CycleAsync(pupil)).Version;

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(client, pupil)).With((field, value)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, (await CycleAsync(pupil)).Version);
    }

    [Fact]
    public async Task Save_WhenItIsSentTwiceAtOnce_IsRecordedOnce()
    {
        var pupil = await app.School.AddPupilAsync("Twice", stage: CycleStage.Do);
        var senco = await app.AsAsync("senco");
        var form = await FormAsync(senco, pupil);
        form = form.With(("Impact", "Said once"), ($"Steps[{form["Steps.Index"]}].What", "Order the overlay"), ("Then", "save"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => senco.PostAsync($"{pupil.CyclePath}/review", form)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var cycle = await CycleAsync(pupil);
        Assert.Equal((CycleStage.Review, "Said once"), (cycle.Stage, cycle.Review.Impact));
        var events = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == pupil.Id).ToListAsync());
        Assert.Single(events, row => row.Kind == RecordEventKind.ReviewStarted);
        Assert.Single(events, row => row.Kind == RecordEventKind.ReviewRecorded);
        Assert.Equal(["Order the overlay"], await app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(row => row.PupilId == pupil.Id).SelectMany(row => row.NextSteps).Select(step => step.What).ToListAsync()));
    }

    [Fact]
    public async Task Save_WhenTwoRecordItAtTheSameMoment_KeepsBoth()
    {
        var pupil = await app.School.AddPupilAsync("Together", stage: CycleStage.Do);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var (mine, theirs) = (await FormAsync(senco, pupil), await FormAsync(teacher, pupil));

        var answers = await Task.WhenAll(
            senco.PostAsync($"{pupil.CyclePath}/review", mine.With(("ParentView", "Marta’s view"), ("Then", "save"))),
            teacher.PostAsync($"{pupil.CyclePath}/review", theirs.With(("StaffView", "Tom’s view"), ("Then", "save"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var cycle = await CycleAsync(pupil);
        Assert.Equal(("Marta’s view", "Tom’s view"), (cycle.Review.ParentView, cycle.Review.StaffView));
        Assert.Equal(1, await app.InSchoolAsync(app.School.Id, db => db.Events.CountAsync(row => row.PupilId == pupil.Id && row.Kind == RecordEventKind.ReviewStarted)));
    }

    [Fact]
    public async Task Save_WhenAColleagueWroteOtherFields_KeepsBoth()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var mine = await FormAsync(senco, pupil);
        await teacher.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(teacher, pupil)).With(("StaffView", "Tom’s view")));

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review", mine.With(("ParentView", "Marta’s view"), ("Then", "save")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cycle = await CycleAsync(pupil);
        Assert.Equal(("Tom’s view", "Marta’s view"), (cycle.Review.StaffView, cycle.Review.ParentView));
    }

    [Fact]
    public async Task Save_WhenAColleagueWroteTheSameField_AsksAndSavesWhatIsChosen()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var mine = await FormAsync(senco, pupil);
        await teacher.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(teacher, pupil)).With(("Results[0].Result", "NotMet"), ("Results[0].Evidence", "Tom’s evidence")));

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review", mine.With(("Results[0].Result", "Met"), ("Results[0].Evidence", "Ruth’s evidence"), ("Quality", "Only Ruth wrote this")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("Tom Whitaker saved this review while you were writing", page.QuerySelector("h1").Words());
        Assert.Equal(["Target 1: result", "Target 1: evidence"], page.QuerySelectorAll(".sen-diff__head").Select(head => head.Words()));
        Assert.Equal("Tom’s evidence", (await CycleAsync(pupil)).Targets[0].Evidence);
        var choices = page.FormFields("form[action$='/merge']").With(("Choices[0].Keep", "mine"), ("Choices[1].Keep", "both"));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/review/merge", choices)).StatusCode);
        var cycle = await CycleAsync(pupil);
        Assert.Equal((TargetResult.Met, "Ruth’s evidence\n\nTom’s evidence", "Only Ruth wrote this"), (cycle.Targets[0].Result!.Value, cycle.Targets[0].Evidence, cycle.Review.Quality));
    }

    [Fact]
    public async Task Save_WhenItsTargetLeftThePlanMeanwhile_RefusesInWordsAndGivesTheEvidenceBack()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var mine = await FormAsync(client, pupil);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.AsTracking().Include(row => row.Outcomes).Include(row => row.Targets).Include(row => row.Strategies).Include(row => row.Provision).Include(row => row.Marks).SingleAsync(row => row.PupilId == pupil.Id);
            cycle.WritePlan(cycle.Plan() with { Targets = [] }, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", mine.With(("Results[0].Evidence", "Words that must not be lost")));
        var withoutWords = await client.PostAsync($"{pupil.CyclePath}/review", mine.With(("Impact", "Talks more")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Words that must not be lost", (await answer.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, withoutWords.StatusCode);
        Assert.Equal("Talks more", (await CycleAsync(pupil)).Review.Impact);
    }

    [Fact]
    public async Task Show_WhenSomethingWasTypedAndNotSaved_BringsItBackUntilItIsSaved()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var client = await app.AsAsync("senco");
        var form = await FormAsync(client, pupil);
        var kept = await client.PostAsync($"/drafts?page={Uri.EscapeDataString($"{pupil.CyclePath}/review")}", form.With(("HeldOn.Day", "31"), ("HeldOn.Month", "2"), ("Results[0].Result", "Exceeded"), ("Impact", "Half a sentence"), ("Decision", "StepDownSupport")));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);

        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");

        Assert.Contains("What you had typed is back", page.QuerySelector(".moj-alert--information").Words());
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        var restored = page.FormFields(Form);
        Assert.Equal(("31", "2", "Exceeded", "Half a sentence", "StepDownSupport"), (restored["HeldOn.Day"], restored["HeldOn.Month"], restored["Results[0].Result"], restored["Impact"], restored["Decision"]));
        Assert.DoesNotContain("Half a sentence", (await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/review")).QuerySelector("main")!.InnerHtml);
        await client.PostAsync($"{pupil.CyclePath}/review", restored.With(("HeldOn.Day", ""), ("HeldOn.Month", ""), ("HeldOn.Year", ""), ("Then", "save")));
        var saved = await client.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Null(saved.QuerySelector(".moj-alert--information"));
        Assert.Equal("Half a sentence", saved.FormFields(Form)["Impact"]);
    }

    [Fact]
    public async Task Show_WhenTheCycleIsClosed_IsToReadOnly()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Closed);
        var client = await app.AsAsync("senco");

        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");

        Assert.Equal("Closed", page.QuerySelector("h1 .govuk-tag--grey").Words());
        Assert.Empty(page.QuerySelectorAll("main textarea"));
        Assert.Contains("Three of four", page.QuerySelector("main").Words());
        Assert.Contains("target 1, which was not met, to be reformulated", page.QuerySelector("main").Words());
        Assert.Equal("Start cycle 2", page.QuerySelector($"form[action='{pupil.Path}/cycles'] button").Words());
    }

    [Fact]
    public async Task Save_WhenTheCycleIsClosed_RefusesInWordsAndGivesBackWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var client = await app.AsAsync("senco");
        var form = await FormAsync(client, pupil);
        await ChangeAsync(pupil, cycle => cycle.Close(app.School.Senco()));

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", form.With(("Impact", "Written too late")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("Cycle 1 is closed: its review cannot be changed", page.QuerySelector("main").Words());
        Assert.Contains("Written too late", page.QuerySelector("main").Words());
        Assert.NotEqual("Written too late", (await CycleAsync(pupil)).Review.Impact);
    }

    [Theory]
    [InlineData(CycleStage.Assess, "This cycle is still at Assess.")]
    [InlineData(CycleStage.Plan, "This cycle is still at Plan.")]
    public async Task Start_WhenTheCycleIsBeforeDo_GoesOnToTheReview(CycleStage stage, string words)
    {
        var pupil = await app.School.AddPupilAsync(stage: stage);
        var client = await app.AsAsync("teacher");
        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains($"{words} A review that took place can be recorded all the same.", page.QuerySelector("main").Words());

        var answer = await client.PostAsync($"{pupil.CyclePath}/review/start", page.FormFields("form[action$='/start']"));

        Assert.Equal($"{pupil.CyclePath}/review", answer.Headers.Location?.ToString());
        Assert.Equal(CycleStage.Review, (await CycleAsync(pupil)).Stage);
        await FormAsync(client, pupil);
    }

    [Fact]
    public async Task Send_WhenATeacherHasWrittenIt_GoesToTheSencoWhoReturnsIt()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Equal(["Send to the SENCo", "Save and come back"], page.QuerySelectorAll($"{Form} button[name=Then]:not([aria-hidden])").Select(button => button.Words()));

        var sent = await teacher.PostAsync($"{pupil.CyclePath}/review", page.FormFields(Form).With(("Impact", "Talks more"), ("Then", "send")));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(WritingState.Sent, (await CycleAsync(pupil)).ReviewState);
        Assert.Equal(["Save and come back"], (await teacher.GetPageAsync($"{pupil.CyclePath}/review")).QuerySelectorAll($"{Form} button[name=Then]:not([aria-hidden])").Select(button => button.Words()));
        var back = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields("form[action$='/return']");
        var without = await senco.PostAsync($"{pupil.CyclePath}/review/return", back);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Equal("Enter what should change, so that the writer knows what to do", (await without.ReadPageAsync()).QuerySelector(".govuk-error-summary__list a[href='#Note']").Words());
        var returned = await senco.PostAsync($"{pupil.CyclePath}/review/return", back.With(("Note", "Add Zofia’s view")));
        Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        var again = await teacher.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains("The SENCo returned this review: Add Zofia’s view", again.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/review/send", again.FormFields(Form))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{pupil.CyclePath}/review/send", again.FormFields(Form))).StatusCode);
        Assert.Equal(
            [RecordEventKind.ReviewSent, RecordEventKind.ReviewReturned, RecordEventKind.ReviewSent],
            (await EventsAsync(pupil)).Select(row => row.Kind).Where(kind => kind is RecordEventKind.ReviewSent or RecordEventKind.ReviewReturned));
    }

    [Fact]
    public async Task Return_WhenTheReviewWasNotSent_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var senco = await app.AsAsync("senco");

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review/return", (await FormAsync(senco, pupil)).With(("Note", "Do it again")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("", (await CycleAsync(pupil)).ReturnNote);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("ta")]
    [InlineData("teacher")]
    public async Task Show_WhenThePersonOnlyReads_HasNoFields(string role)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review, responsible: "other-teacher", supportedBy: "ta");
        var client = await app.AsAsync(role);

        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");

        Assert.Contains("Three of four", page.QuerySelector("main").Words());
        Assert.Empty(page.QuerySelectorAll("main form, main textarea"));
        var writer = await app.AsAsync("other-teacher");
        var form = await FormAsync(writer, pupil);
        var token = page.FormFields("form[action$='sign-out']")["__RequestVerificationToken"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review", form.With(("__RequestVerificationToken", token), ("Impact", "Not mine")))).StatusCode);
        Assert.Equal("Talks more", (await CycleAsync(pupil)).Review.Impact);
    }

    [Theory]
    [InlineData("other-teacher", false)]
    [InlineData("ta", false)]
    [InlineData("office", false)]
    [InlineData("governor", false)]
    [InlineData("finance", false)]
    [InlineData("senco", true)]
    public async Task Show_WhenTheRecordIsNotTheirs_IsNotFound(string role, bool ofOtherSchool)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var client = ofOtherSchool ? await app.AsOtherSchoolAsync(role) : await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action$='sign-out']");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.CyclePath}/review")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review/start", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review/send", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review/return", token.With(("Note", "No")))).StatusCode);
    }

    [Fact]
    public async Task Show_WhenTheNumberIsNotThePupils_IsNotFound()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"{pupil.Path}/cycles/2/review")).StatusCode);
    }

    [Fact]
    public async Task Save_WithoutAntiforgery_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync($"{pupil.CyclePath}/review", (await FormAsync(client, pupil)).With(("Impact", "Forged")).Without("__RequestVerificationToken"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Talks more", (await CycleAsync(pupil)).Review.Impact);
    }

    [Theory]
    [InlineData(3, 70, 30)]
    [InlineData(0.25, 70, 3)]
    [InlineData(0.25, 7, 1)]
    public void PlannedSessions_WhenThePlanSaysHowOftenAndHowLong_CountsCalendarWeeks(double times, int days, int expected)
    {
        var first = new DateOnly(2026, 9, 7);

        Assert.Equal(expected, new ReviewedProvision(Guid.Empty, "Group", "", 20, (decimal)times, first, null).PlannedSessions(null, first.AddDays(days - 1)));
        Assert.Null(new ReviewedProvision(Guid.Empty, "Group", "", 20, null, first, null).PlannedSessions(null, first));
        Assert.Null(new ReviewedProvision(Guid.Empty, "Group", "", 20, 1, null, null).PlannedSessions(null, first));
        Assert.Null(new ReviewedProvision(Guid.Empty, "Group", "", 20, 1, first, null).PlannedSessions(null, first.AddDays(-1)));
    }

    private static string Typed(DateOnly date) => $"{date.Day}/{date.Month}/{date.Year}";

    private static async Task<FormFields> FormAsync(HttpClient client, TestPupil pupil) => (await client.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form);

    private Task<SupportCycle> CycleAsync(TestPupil pupil) =>
        app.InSchoolAsync(app.School.Id, db => db.Cycles.AsNoTracking().Include(row => row.Targets).SingleAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber));

    private Task<List<RecordEvent>> EventsAsync(TestPupil pupil) =>
        app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking().Where(row => row.PupilId == pupil.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync());

    private Task<int> ChangeAsync(TestPupil pupil, Action<SupportCycle> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        change(await db.Cycles.AsTracking().SingleAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber));
        return await db.SaveChangesAsync();
    });
}
