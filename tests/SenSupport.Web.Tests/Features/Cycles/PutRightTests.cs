using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class PutRightTests(TestApp app)
{
    private const string Form = "form[method=post][action*='put-right'], form[method=post][action*='versions']";
    private const string Share = "form[action$='/plan/share']";

    [Theory]
    [InlineData("assistant")]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("ta")]
    public async Task PutRight_ForAnybodyButTheSenco_Answers404(string role)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Closed, supportedBy: "ta");
        var client = await app.AsAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.CyclePath}/put-right")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.CyclePath}/put-right/reopen")).StatusCode);
        Assert.DoesNotContain("Put it right", (await client.GetPageAsync(pupil.CyclePath)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_WithAReason_OpensTheReview_AndWithoutOneAsksAgain()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Closed);
        var senco = await app.AsAsync("senco");
        var list = await senco.GetPageAsync($"{pupil.CyclePath}/put-right");
        Assert.Contains("Open cycle 1 again", list.QuerySelector("main").Words(), StringComparison.Ordinal);
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/put-right/reopen")).FormFields(Form);

        var without = await senco.PostAsync($"{pupil.CyclePath}/put-right/reopen", form);

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("Enter the reason", (await without.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        var stale = await senco.PostAsync($"{pupil.CyclePath}/put-right/reopen", form.With(("Reason", "Closed early"), ("Version", $"{Guid.NewGuid()}")));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("Closed early", (await stale.ReadPageAsync()).FormFields(Form)["Reason"]);
        Assert.Equal(CycleStage.Closed, (await app.ReadCycleAsync(pupil)).Stage);

        var answer = await senco.PostAsync($"{pupil.CyclePath}/put-right/reopen", form.With(("Reason", "Closed early")));

        Assert.Equal($"{pupil.CyclePath}/review", answer.Headers.Location?.ToString());
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((CycleStage.Review, null, pupil.Id), (cycle.Stage, cycle.ClosedOn, cycle.OpenKey));
        Assert.Contains("Cycle 1 opened again: Closed early", (await senco.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_WhileALaterCycleIsOpen_IsRefusedInWords()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan, closedCycles: 1);
        var senco = await app.AsAsync("senco");
        var path = $"{pupil.Path}/cycles/1/put-right/reopen";

        var answer = await senco.PostAsync(path, (await senco.GetPageAsync(path)).FormFields(Form).With(("Reason", "Closed early")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Cycle 2 is open. Close it before cycle 1 is opened again", (await answer.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopTarget_WithDayAndReason_StaysVisibleAsStopped()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var senco = await app.AsAsync("senco");
        var path = $"{pupil.CyclePath}/put-right/targets/{pupil.TargetIds[0]}/stop";
        var form = (await senco.GetPageAsync(path)).FormFields(Form);
        var wrong = await senco.PostAsync(path, form.With(("Reason", "Too easy"), ("On.Day", "31"), ("On.Month", "2")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("Too easy", (await wrong.ReadPageAsync()).FormFields(Form)["Reason"]);

        var answer = await senco.PostAsync(path, form.With(("Reason", "Too easy")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = (await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/do")).QuerySelector($"#target-{pupil.TargetIds[0]}");
        Assert.Contains("Stopped on", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Too easy", page.Words(), StringComparison.Ordinal);
        Assert.Null(page!.QuerySelector("form"));
        Assert.Contains("Stopped", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task MoveNote_ToTheRightPupil_LeavesNoWordOfItBehind()
    {
        var (wrong, right) = (await app.School.AddPupilAsync("Wrongstone", stage: CycleStage.Do), await app.School.AddPupilAsync("Rightwood", stage: CycleStage.Do));
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var page = await teacher.GetPageAsync($"{wrong.CyclePath}/do");
        await teacher.PostAsync($"{wrong.CyclePath}/do/notes", page.FormFields("form[action$='/notes']").With(("Text", "Hummed the Ladybird song")));
        await senco.PostAsync($"{wrong.CyclePath}/plan/share", (await senco.GetPageAsync($"{wrong.CyclePath}/plan/share")).FormFields(Share));
        Assert.Contains("Ladybird", (await app.ReadCycleAsync(wrong)).PlanVersions.MaxBy(version => version.Number)!.Frozen, StringComparison.Ordinal);
        var note = (await app.ReadCycleAsync(wrong)).Notes.Single();
        var path = $"{wrong.CyclePath}/put-right/entries/{note.Id}/move";

        var found = await senco.GetPageAsync($"{path}?search=rightwood");
        var place = found.QuerySelector("input[name=To]")!.GetAttribute("value")!;
        var answer = await senco.PostAsync(path, found.FormFields(Form).With(("To", place), ("Reason", "Wrong child")));

        Assert.Equal($"{wrong.CyclePath}/put-right", answer.Headers.Location?.ToString());
        var (left, came) = (await app.ReadCycleAsync(wrong), await app.ReadCycleAsync(right));
        Assert.Empty(left.Notes);
        Assert.Equal(("Hummed the Ladybird song", "Tom Whitaker", note.On), (came.Notes.Single().Text, came.Notes.Single().StaffName, came.Notes.Single().On));
        Assert.All(left.PlanVersions, version => Assert.DoesNotContain("Ladybird", version.Frozen, StringComparison.Ordinal));
        var events = await app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking().Where(row => row.PupilId == wrong.Id).ToListAsync());
        Assert.All(events, row => Assert.DoesNotContain("Ladybird", row.Summary + string.Concat(row.Changes), StringComparison.Ordinal));
        Assert.Contains(events, row => row.Kind == RecordEventKind.DeliveryNoteAdded && row.Changes[0].New.StartsWith("removed on ", StringComparison.Ordinal));
        Assert.Contains(events, row => row.Kind == RecordEventKind.EntryMovedAway && row.Summary.EndsWith("Wrong child", StringComparison.Ordinal));
        Assert.DoesNotContain("Ladybird", (await senco.GetPageAsync($"{wrong.Path}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Ladybird", (await senco.GetPageAsync($"{right.Path}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoveMark_ToAForeignTarget_Answers404_AndToTheRightOneMovesIt()
    {
        var (wrong, right) = (await app.School.AddPupilAsync("Markwrong", stage: CycleStage.Do), await app.School.AddPupilAsync("Markright", stage: CycleStage.Do));
        var other = await app.OtherSchool.AddPupilAsync("Markright", stage: CycleStage.Do);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        await teacher.PostAsync($"{wrong.CyclePath}/do/marks", (await teacher.GetPageAsync($"{wrong.CyclePath}/do")).FormFields("form[action$='/marks']").With(("Mark", "2")));
        var path = $"{wrong.CyclePath}/put-right/entries/{(await app.ReadCycleAsync(wrong)).Marks.Single().Id}/move";
        var found = await senco.GetPageAsync($"{path}?search=markright");
        Assert.Single(found.QuerySelectorAll("input[name=To]"));
        var form = found.FormFields(Form).With(("Reason", "Wrong child"));

        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync(path, form.With(("To", $"{other.TargetIds[0]}")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync(path, form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync(path, form.With(("To", $"{right.TargetIds[0]}")))).StatusCode);

        Assert.Equal(0, (await app.ReadCycleAsync(wrong)).Targets.Single().MarkCount);
        Assert.Equal((1, 2), ((await app.ReadCycleAsync(right)).Targets.Single().MarkCount, (await app.ReadCycleAsync(right)).Targets.Single().LatestMark!.Value));
        var marked = await app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking().SingleAsync(row => row.PupilId == wrong.Id && row.Kind == RecordEventKind.ProgressMarked));
        Assert.DoesNotContain("+2", marked.Summary + string.Concat(marked.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorrectStrand_WhenTakenAway_DoesNotComeBackWithAPageThatIsOpen()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var open = (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields("form[data-sen-draft]");
        var path = $"{pupil.CyclePath}/put-right/strands/ParentsViews";

        var answer = await senco.PostAsync(path, (await senco.GetPageAsync(path)).FormFields(Form).With(("Reason", "Told in confidence")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var events = await app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking().Where(row => row.PupilId == pupil.Id).ToListAsync());
        Assert.All(events, row => Assert.DoesNotContain("Words on ParentsViews", row.Summary + string.Concat(row.Changes), StringComparison.Ordinal));
        Assert.Contains(events, row => row.Kind == RecordEventKind.AssessmentRecorded && row.Changes.Any(change => change.New == "Words on Behaviour"));
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{pupil.CyclePath}/assess", open.With(("Strengths", "Kind and funny")))).StatusCode);
        Assert.DoesNotContain((await app.ReadCycleAsync(pupil)).Strands, strand => strand.Text == "Words on ParentsViews");
    }

    [Fact]
    public async Task RemoveProfile_WithAReason_TakesItOutOfRecordHistoryAndSharedPlans()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var child = await db.Pupils.AsTracking().FirstAsync(row => row.Id == pupil.Id);
            child.RecordProfile(TestSchool.Today, new PupilVoice("Talk", "Jokes", "My secret den", "Wait", "Noise"), app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var senco = await app.AsAsync("senco");
        await senco.PostAsync($"{pupil.CyclePath}/plan/share", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share));
        Assert.Contains((await app.ReadCycleAsync(pupil)).PlanVersions, version => version.Frozen.Contains("secret den", StringComparison.Ordinal));
        var link = (await senco.GetPageAsync($"{pupil.CyclePath}/put-right")).QuerySelector("a[href*='/profiles/']")!.GetAttribute("href")!;

        var answer = await senco.PostAsync(link, (await senco.GetPageAsync(link)).FormFields(Form).With(("Reason", "Asked not to keep it")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain((await app.ReadCycleAsync(pupil)).PlanVersions, version => version.Frozen.Contains("secret den", StringComparison.Ordinal));
        var events = await app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking().Where(row => row.PupilId == pupil.Id).ToListAsync());
        Assert.All(events, row => Assert.DoesNotContain("secret den", row.Summary + string.Concat(row.Changes), StringComparison.Ordinal));
        Assert.Contains(events, row => row.Kind == RecordEventKind.ProfileRecorded);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Versions_WhenTwoAreShared_SayTheDifferenceInWords_AndAWithdrawnOneIsForTheSencoOnly()
    {
        var pupil = await app.School.AddPupilAsync("Versionby", stage: CycleStage.Plan);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        await senco.PostAsync($"{pupil.CyclePath}/plan/share", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share));
        await senco.PostAsync($"{pupil.CyclePath}/plan", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("form[data-sen-draft]").With(("AtHome", "Story talk daily")));
        await senco.PostAsync($"{pupil.CyclePath}/plan/share", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share).With(("IsMinor", "true")));

        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/versions?from=2&to=1");

        var difference = page.QuerySelector("[aria-labelledby=v-diff]").Words();
        Assert.Contains("From version 1 to version 2 At home Version 1: Story talk Version 2: Story talk daily", difference, StringComparison.Ordinal);
        Assert.Contains("daily", page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[aria-labelledby=v-diff] dt"));
        Assert.Contains("by Ruth Adeyemi Current Minor change", page.QuerySelector("[aria-labelledby=v-list]").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.CyclePath}/versions?from=1&to=9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.CyclePath}/versions/2/withdraw")).StatusCode);

        var marked = await senco.PostAsync($"{pupil.CyclePath}/versions/2/minor", (await senco.GetPageAsync($"{pupil.CyclePath}/versions")).FormFields("form[action$='/2/minor']"));
        Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        Assert.False((await app.ReadCycleAsync(pupil)).PlanVersions.Single(version => version.Number == 2).IsMinor);
        var path = $"{pupil.CyclePath}/versions/2/withdraw";
        var form = (await senco.GetPageAsync(path)).FormFields(Form).With(("Reason", "Names another child"));
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync(path, form.With(("Version", $"{Guid.NewGuid()}")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync(path, form)).StatusCode);

        Assert.Equal(1, (await app.ReadCycleAsync(pupil)).LatestPlanVersion);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.CyclePath}/plan.pdf?version=2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.CyclePath}/versions?from=1&to=2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await senco.GetAsync($"{pupil.CyclePath}/plan.pdf?version=2")).StatusCode);
        var latest = await teacher.GetAsync($"{pupil.CyclePath}/plan.pdf");
        Assert.Contains("-v1.pdf", latest.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Names another child", (await teacher.GetPageAsync($"{pupil.CyclePath}/versions")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Share version 3", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("[aria-labelledby=share]").Words(), StringComparison.Ordinal);
    }
}
