using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class CloseCycleTests(TestApp app)
{
    [Fact]
    public async Task Check_BeforeClosing_ShowsTheReviewWhatIsOutstandingAndWhatClosingDoes()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.CyclePath}/review/close");

        var words = page.QuerySelector("main").Words();
        Assert.Contains("Present Marta, Tom Change present", words);
        Assert.Contains("Retells a short story in order Partly met Three of four", words);
        Assert.Contains("Cycle 2 can be started", words);
        Assert.Contains("Target 1 will be brought over, to be reformulated.", words);
        Assert.Equal(
            ["The pupil’s view is missing", "The parents’ view is missing", "No decision in the review"],
            page.QuerySelectorAll(".sen-duty strong").Select(title => title.Words()));
        Assert.Contains("The cycle can be closed all the same", words);
        var links = page.QuerySelectorAll(".govuk-summary-list__actions a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains($"{pupil.CyclePath}/review#HeldOn", links);
        var form = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.CyclePath}/review");
        Assert.All(links, link => Assert.NotNull(form.GetElementById(link.Split('#')[1])));
    }

    [Fact]
    public async Task Close_WhenChecked_ClosesTheCycleAndOffersTheNext()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var client = await app.AsAsync("assistant");
        var form = await FormAsync(client, pupil);

        var answer = await client.PostAsync($"{pupil.CyclePath}/review/close", form);

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.CyclePath}/review"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var (cycle, child, last) = await SavedAsync(pupil);
        Assert.Equal((CycleStage.Closed, TestSchool.Today, WritingState.Final), (cycle.Stage, cycle.ClosedOn!.Value, cycle.ReviewState));
        Assert.Equal(SenStatus.SenSupport, child.Status);
        Assert.Equal((RecordEventKind.CycleClosed, "Anna Bell"), (last.Kind, last.StaffName));
        var page = await client.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains("Cycle 1 is closed.", page.QuerySelector(".moj-alert--success").Words());
        Assert.Equal("Start cycle 2", page.QuerySelector($"form[action='{pupil.Path}/cycles'] button").Words());

        var again = await client.PostAsync($"{pupil.CyclePath}/review/close", form);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("This cycle is closed already", (await again.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Equal($"{pupil.CyclePath}/review", (await client.GetAsync($"{pupil.CyclePath}/review/close")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Close_WhenSomethingChangedSinceItWasChecked_AsksToCheckAgain()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var form = await FormAsync(senco, pupil);
        await teacher.PostAsync($"{pupil.CyclePath}/review", (await teacher.GetPageAsync($"{pupil.CyclePath}/review")).FormFields("form[data-sen-draft]").With(("StaffView", "Not ready yet")));

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review/close", form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("The cycle is not closed. Something in it changed after you checked it.", page.QuerySelector(".moj-alert").Words());
        Assert.Contains("Not ready yet", page.QuerySelector("main").Words());
        Assert.Equal(CycleStage.Review, (await SavedAsync(pupil)).Cycle.Stage);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/review/close", page.FormFields("form[action$='/close']"))).StatusCode);
        Assert.Equal(CycleStage.Closed, (await SavedAsync(pupil)).Cycle.Stage);
    }

    [Fact]
    public async Task Close_WhenThePupilLeavesSenSupport_MonitorsThePupilInTheSameSave()
    {
        var until = TestSchool.Today.AddDays(100);
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        await DecideAsync(pupil, ReviewDecision.LeaveSenSupport, until);
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review/close");
        Assert.Contains($"Zofia leaves SEN Support today and is monitored until {UkDate.Long(until)}.", page.QuerySelector("main").Words());
        Assert.Contains("The parents are to be told", page.QuerySelector("main").Words());

        await senco.PostAsync($"{pupil.CyclePath}/review/close", page.FormFields("form[action$='/close']"));

        var (cycle, child, _) = await SavedAsync(pupil);
        Assert.Equal(CycleStage.Closed, cycle.Stage);
        var period = child.StatusPeriods.Single(row => row.End is null);
        Assert.Equal((SenStatus.Monitoring, TestSchool.Today, until), (child.Status, period.Start, period.MonitorUntil!.Value));
        Assert.Empty(child.CurrentNeeds);
        var kinds = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == pupil.Id).Select(row => row.Kind).ToListAsync());
        Assert.Contains(RecordEventKind.CycleClosed, kinds);
        Assert.Equal(2, kinds.Count(kind => kind == RecordEventKind.StatusChanged));
        Assert.Contains($"Zofia is monitored now, until {UkDate.Long(until)}", (await senco.GetPageAsync($"{pupil.CyclePath}/review")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Close_WhenThePupilLeavesWithAnOpenTarget_SaysSoAndClosesAllTheSame()
    {
        var pupil = await app.School.AddPupilAsync("Openend", "Ola", CycleStage.Do);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields("form[data-sen-draft]");
        var decided = await senco.PostAsync($"{pupil.CyclePath}/review", form.With(("Decision", "LeaveSenSupport"), ("Then", "close")));
        Assert.Equal($"{pupil.CyclePath}/review/close", decided.Headers.Location!.OriginalString);
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review/close");
        Assert.Contains("Target 1 has no result", page.QuerySelector("main").Words());

        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/review/close", page.FormFields("form[action$='/close']"))).StatusCode);

        var (cycle, child, _) = await SavedAsync(pupil);
        Assert.Equal((CycleStage.Closed, SenStatus.Monitoring), (cycle.Stage, child.Status));
        Assert.Null((await app.ReadCycleAsync(pupil)).Targets[0].Result);
        Assert.Contains("No result", (await senco.GetPageAsync($"{pupil.CyclePath}/review")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData(SenStatus.EhcPlan)]
    [InlineData(SenStatus.Monitoring)]
    public async Task Close_WhenThePupilIsNotAtSenSupport_LeavesTheStatus(SenStatus status)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review, status: status);
        await DecideAsync(pupil, ReviewDecision.LeaveSenSupport, null);
        var senco = await app.AsAsync("senco");

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review/close", await FormAsync(senco, pupil));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (cycle, child, _) = await SavedAsync(pupil);
        Assert.Equal((CycleStage.Closed, status), (cycle.Stage, child.Status));
        Assert.Single(child.StatusPeriods);
    }

    [Fact]
    public async Task Close_WhenTheAssistantWouldEndSenSupport_IsTheSencosToDo()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        await DecideAsync(pupil, ReviewDecision.LeaveSenSupport, null);
        var (assistant, senco) = (await app.AsAsync("assistant"), await app.AsAsync("senco"));

        var page = await assistant.GetPageAsync($"{pupil.CyclePath}/review/close");

        Assert.Null(page.QuerySelector("form[action$='/close']"));
        Assert.Contains("Leaving SEN Support is decided by the SENCo", page.QuerySelector("main").Words());
        var forged = page.FormFields("form[action$='sign-out']").With(("Version", (await FormAsync(senco, pupil))["Version"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.PostAsync($"{pupil.CyclePath}/review/close", forged)).StatusCode);
        var (cycle, child, _) = await SavedAsync(pupil);
        Assert.Equal((CycleStage.Review, SenStatus.SenSupport), (cycle.Stage, child.Status));
    }

    [Fact]
    public async Task Close_WhenThereIsNoReviewYet_IsRefusedInWords()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do);
        var senco = await app.AsAsync("senco");
        Assert.Equal($"{pupil.CyclePath}/review", (await senco.GetAsync($"{pupil.CyclePath}/review/close")).Headers.Location?.ToString());
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields("form[data-sen-draft]");

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review/close", form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("A cycle is closed with its review", (await answer.ReadPageAsync()).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("teacher", false)]
    [InlineData("head", false)]
    [InlineData("ta", false)]
    [InlineData("office", false)]
    [InlineData("senco", true)]
    public async Task Close_WhenItIsNotTheirsToClose_IsNotFound(string role, bool ofOtherSchool)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review, supportedBy: "ta");
        var version = (await SavedAsync(pupil)).Cycle.Version;
        var client = ofOtherSchool ? await app.AsOtherSchoolAsync(role) : await app.AsAsync(role);
        var form = (await client.GetPageAsync("/help")).FormFields("form[action$='sign-out']").With(("Version", $"{version}"));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.CyclePath}/review/close")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/review/close", form)).StatusCode);
        Assert.Equal(version, (await SavedAsync(pupil)).Cycle.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-an-id")]
    public async Task Close_WhenTheVersionIsForged_IsNotFound(string version)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Review);
        var senco = await app.AsAsync("senco");

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review/close", (await FormAsync(senco, pupil)).With(("Version", version)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(CycleStage.Review, (await SavedAsync(pupil)).Cycle.Stage);
    }

    private static async Task<FormFields> FormAsync(HttpClient client, TestPupil pupil) =>
        (await client.GetPageAsync($"{pupil.CyclePath}/review/close")).FormFields("form[action$='/close']");

    private Task<(SupportCycle Cycle, Pupil Pupil, RecordEvent Last)> SavedAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, async db => (
        await db.Cycles.AsNoTracking().SingleAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber),
        await db.Pupils.AsNoTracking().Include(row => row.StatusPeriods).Include(row => row.Needs).SingleAsync(row => row.Id == pupil.Id),
        await db.Events.AsNoTracking().Where(row => row.PupilId == pupil.Id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstAsync()));

    private Task<int> DecideAsync(TestPupil pupil, ReviewDecision decision, DateOnly? until) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var cycle = await db.Cycles.AsTracking().Include(row => row.Targets).SingleAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber);
        cycle.RecordReview(cycle.ReviewWritten() with { Decision = decision, MonitorUntil = until }, app.School.Senco());
        return await db.SaveChangesAsync();
    });
}
