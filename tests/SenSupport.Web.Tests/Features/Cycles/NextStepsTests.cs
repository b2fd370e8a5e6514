using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class NextStepsTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Save_WhenAStepIsAColleagues_TheyFindItAndTickItOffOnce()
    {
        var pupil = await app.School.AddPupilAsync("Stepper", "Sid", CycleStage.Review, supportedBy: "ta");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        var soon = TestSchool.Today.AddDays(3);
        await SaveStepAsync(senco, pupil, "Practise the help card", "harjit kaur", UkDate.Short(soon));

        var step = Assert.Single((await CycleAsync(pupil)).NextSteps);
        Assert.Equal((app.School.Staff["ta"], "", soon), (step.OwnerId!.Value, step.Owner, step.ByWhen!.Value));
        Assert.Contains("A next step of yours for Sid Stepper", (await ta.GetPageAsync("/my-pupils")).Body.Words());
        var asked = await ta.GetPageAsync("/asked");
        Assert.Contains("Practise the help card", asked.QuerySelector("tbody").Words());
        var form = asked.FormFields($"form[action*='{step.Id}']");
        var path = $"{pupil.CyclePath}/review/steps/{step.Id}/done";

        Assert.Equal("/asked", (await ta.PostAsync(path, form)).Headers.Location!.OriginalString);
        await ta.PostAsync(path, form);

        var done = Assert.Single((await CycleAsync(pupil)).NextSteps);
        Assert.Equal((TestSchool.Today, "Harjit Kaur"), (done.DoneOn!.Value, done.DoneBy));
        Assert.Equal(1, await app.InSchoolAsync(app.School.Id, db => db.Events.CountAsync(row => row.PupilId == pupil.Id && row.Kind == RecordEventKind.NextStepDone)));
        Assert.DoesNotContain("Practise the help card", (await ta.GetPageAsync("/asked")).Body.Words());
        Assert.Contains("Next step done: Practise the help card", (await senco.GetPageAsync($"{pupil.Path}/timeline")).Body.Words());
    }

    [Fact]
    public async Task Tick_WhenItIsNotTheirs_IsNotFound()
    {
        var pupil = await app.School.AddPupilAsync("Untick", "Una", CycleStage.Review, supportedBy: "ta");
        var senco = await app.AsAsync("senco");
        await SaveStepAsync(senco, pupil, "Ring the therapist", "Speech therapist", "");
        var step = Assert.Single((await CycleAsync(pupil)).NextSteps);
        Assert.Equal((null, "Speech therapist"), (step.OwnerId, step.Owner));
        var path = $"{pupil.CyclePath}/review/steps/{step.Id}/done";

        foreach (var client in new[] { await app.AsAsync("ta"), await app.AsAsync("head"), await app.AsAsync("other-teacher"), await app.AsAsync("office"), await app.AsOtherSchoolAsync("senco") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, (await client.GetPageAsync("/help")).FormFields("form[action$='sign-out']"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/review/steps/{Guid.NewGuid()}/done", (await senco.GetPageAsync("/help")).FormFields("form[action$='sign-out']"))).StatusCode);
        Assert.Null(Assert.Single((await CycleAsync(pupil)).NextSteps).DoneOn);
    }

    [Fact]
    public async Task Tick_WhenTheOwnerLostTheClass_IsNotFoundAndTheStepStaysTheirs()
    {
        var pupil = await app.School.AddPupilAsync("Moved", "Mo", CycleStage.Review);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        await SaveStepAsync(senco, pupil, "Ring the library", "Tom Whitaker", UkDate.Short(TestSchool.Today.AddDays(3)));
        var step = Assert.Single((await CycleAsync(pupil)).NextSteps);
        var form = (await teacher.GetPageAsync("/asked")).FormFields($"form[action*='{step.Id}']");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var moved = await db.Pupils.AsTracking().SingleAsync(row => row.Id == pupil.Id);
            moved.NameResponsibleTeacher(app.School.Staff["other-teacher"], app.School.Senco());
            moved.ChangeDetails(moved.Details() with { ClassId = app.School.OtherClassId }, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("Ring the library", (await teacher.GetPageAsync("/asked")).Body.Words());
        Assert.DoesNotContain("Mo Moved", (await teacher.GetPageAsync("/my-pupils")).Body.Words());
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{pupil.CyclePath}/review/steps/{step.Id}/done", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.CyclePath}/review")).StatusCode);

        // Saving the review once more neither loses the name nor gives the step away.
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Equal("Tom Whitaker", page.FormFields(Form)[$"Steps[{page.FormFields(Form)["Steps.Index"]}].Who"]);
        await senco.PostAsync($"{pupil.CyclePath}/review", page.FormFields(Form).With(("Impact", "Reads more"), ("Then", "save")));
        step = Assert.Single((await CycleAsync(pupil)).NextSteps);
        Assert.Equal((app.School.Staff["teacher"], null), (step.OwnerId!.Value, step.DoneOn));
    }

    [Fact]
    public async Task Tick_WhenTheCycleIsClosed_IsStillDoneAndCanBeTakenUp()
    {
        var pupil = await app.School.AddPupilAsync("Later", "Lee", CycleStage.Review);
        var senco = await app.AsAsync("senco");
        await SaveStepAsync(senco, pupil, "Order the coloured overlay", "", "");
        await CloseAsync(senco, pupil);
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review");

        await senco.PostAsync($"{pupil.CyclePath}/review/steps/{(await CycleAsync(pupil)).NextSteps[0].Id}/done", page.FormFields("form[action$='/done']"));
        var ticked = await senco.GetPageAsync($"{pupil.CyclePath}/review");
        Assert.Contains($"{UkDate.Short(TestSchool.Today)}, Ruth Adeyemi", ticked.QuerySelector("[aria-labelledby='w-next']").Words());

        await senco.PostAsync($"{pupil.CyclePath}/review/steps/{(await CycleAsync(pupil)).NextSteps[0].Id}/take-up", ticked.FormFields("form[action$='/take-up']"));
        Assert.Null((await CycleAsync(pupil)).NextSteps[0].DoneOn);
    }

    [Fact]
    public async Task Add_WhenAnotherRowIsAskedFor_KeepsWhatWasTypedAndSavesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Rows", "Rae", CycleStage.Review);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form);
        var key = form["Steps.Index"]!;

        var more = await (await senco.PostAsync($"{pupil.CyclePath}/review", form.With(($"Steps[{key}].What", "Typed and not saved"), ("Impact", "Typed too"), ("add", "step")))).ReadPageAsync();

        Assert.Equal(2, more.QuerySelectorAll("[data-sen-row=step]").Length);
        var fields = more.FormFields(Form);
        Assert.Equal(("Typed and not saved", "Typed too"), (fields[$"Steps[{key}].What"], fields["Impact"]));
        Assert.Empty((await CycleAsync(pupil)).NextSteps);
        var fewer = await (await senco.PostAsync($"{pupil.CyclePath}/review", fields.With(("remove", $"step-{key}")))).ReadPageAsync();
        Assert.DoesNotContain("Typed and not saved", fewer.Body!.InnerHtml);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/review", fields.With(("remove", $"step-{Guid.NewGuid():N}")))).StatusCode);
    }

    [Fact]
    public async Task Save_WhenAStepHasNoWordsOrNoDate_ComesBackWithWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Badstep", "Bo", CycleStage.Review);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form);
        var key = form["Steps.Index"]!;

        var answer = await senco.PostAsync($"{pupil.CyclePath}/review", form.With(($"Steps[{key}].Who", "Mum"), ($"Steps[{key}].ByWhen", "31 Feb 2027"), ("Then", "save")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("Next step 1: enter what is to be done, or remove it", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("Next step 1: enter a date such as", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(("Mum", "31 Feb 2027"), (page.FormFields(Form)[$"Steps[{key}].Who"], page.FormFields(Form)[$"Steps[{key}].ByWhen"]));
    }

    [Fact]
    public async Task Save_WhenTwoAddStepsAtOnce_BothAreKept()
    {
        var pupil = await app.School.AddPupilAsync("Bothstep", "Bea", CycleStage.Review);
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var (mine, theirs) = ((await senco.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form), (await teacher.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form));

        await teacher.PostAsync($"{pupil.CyclePath}/review", theirs.With(($"Steps[{theirs["Steps.Index"]}].What", "The teacher’s"), ("Then", "save")));
        var answer = await senco.PostAsync($"{pupil.CyclePath}/review", mine.With(($"Steps[{mine["Steps.Index"]}].What", "The SENCo’s"), ("Then", "save")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["The SENCo’s", "The teacher’s"], (await CycleAsync(pupil)).NextSteps.Select(step => step.What).Order());

        // The same page sent again adds nothing.
        await senco.PostAsync($"{pupil.CyclePath}/review", mine.With(($"Steps[{mine["Steps.Index"]}].What", "The SENCo’s"), ("Then", "save")));
        Assert.Equal(2, (await CycleAsync(pupil)).NextSteps.Count);
    }

    [Fact]
    public async Task Show_WhenATargetWasStopped_SaysSoAndAsksForNoResult()
    {
        var pupil = await app.School.AddPupilAsync("Stopped", "Stan", CycleStage.Do);
        var senco = await app.AsAsync("senco");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Targets).AsTracking().FirstAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber);
            cycle.StopTarget(cycle.Targets[0].Id, TestSchool.Today, "Too easy by now", false, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var page = await senco.GetPageAsync($"{pupil.CyclePath}/review");

        var target = page.QuerySelector(".sen-review-target")!;
        Assert.Contains($"Stopped on {UkDate.Long(TestSchool.Today)}: Too easy by now", target.Words());
        Assert.Empty(target.QuerySelectorAll("input[type=radio]"));
        Assert.DoesNotContain("of 1", page.QuerySelector(".sen-jump").Words());
        var saved = await senco.PostAsync($"{pupil.CyclePath}/review", page.FormFields(Form).With(("Impact", "Good"), ("Then", "save")));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Null((await CycleAsync(pupil)).Targets[0].Result);
    }

    [Theory]
    [InlineData("senco", HttpStatusCode.OK)]
    [InlineData("ta", HttpStatusCode.OK)]
    [InlineData("head", HttpStatusCode.OK)]
    [InlineData("other-teacher", HttpStatusCode.NotFound)]
    [InlineData("office", HttpStatusCode.NotFound)]
    public async Task Record_WhenTheCycleIsClosed_IsPrintedByThoseWhoReadIt(string role, HttpStatusCode expected)
    {
        var pupil = await app.School.AddPupilAsync("Recorded", "Rosa", CycleStage.Review, supportedBy: "ta");
        var senco = await app.AsAsync("senco");
        await SaveStepAsync(senco, pupil, "Library card for home", "Mum", "");
        Assert.Equal($"{pupil.CyclePath}/review", (await senco.GetAsync($"{pupil.CyclePath}/review/record")).Headers.Location?.ToString());
        await CloseAsync(senco, pupil);

        var answer = await (await app.AsAsync(role)).GetAsync($"{pupil.CyclePath}/review/record");

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            var words = (await answer.ReadPageAsync()).QuerySelector("article").Words();
            Assert.Contains("Library card for home Mum", words);
            Assert.Contains("Three of four", words);
        }
    }

    [Fact]
    public async Task Show_WhenClosed_OffersWhatMayComeNextFilledIn()
    {
        var pupil = await app.School.AddPupilAsync("Nextact", "Nia", CycleStage.Closed);
        var senco = await app.AsAsync("senco");

        var links = (await senco.GetPageAsync($"{pupil.CyclePath}/review")).QuerySelectorAll("[aria-labelledby='next-cycle'] a").Select(link => link.GetAttribute("href")!).ToList();

        var request = links.Single(link => link.Contains("EhcRequested", StringComparison.Ordinal));
        var form = (await senco.GetPageAsync(request)).FormFields("main form");
        Assert.Contains("Talks more", form["Note"]);
        Assert.Equal("School", form["Who"]);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.Path}/records/add", form)).StatusCode);
        var met = (await senco.GetPageAsync(links.Single(link => link.Contains("MetParents", StringComparison.Ordinal)))).FormFields("main form");
        Assert.Equal("Marta, Tom", met["Who"]);
        var status = (await senco.GetPageAsync($"{pupil.Path}/status?to=Monitoring&review={pupil.CycleNumber}")).FormFields("main form");
        Assert.Equal("Monitoring", status["Status"]);
        Assert.Contains($"After the review of cycle {pupil.CycleNumber}", status["Reason"]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(request)).StatusCode);
    }

    private static async Task SaveStepAsync(HttpClient client, TestPupil pupil, string what, string who, string byWhen)
    {
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/review")).FormFields(Form);
        var key = form["Steps.Index"]!;
        var answer = await client.PostAsync($"{pupil.CyclePath}/review", form.With(($"Steps[{key}].What", what), ($"Steps[{key}].Who", who), ($"Steps[{key}].ByWhen", byWhen), ("Then", "save")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task CloseAsync(HttpClient senco, TestPupil pupil) =>
        await senco.PostAsync($"{pupil.CyclePath}/review/close", (await senco.GetPageAsync($"{pupil.CyclePath}/review/close")).FormFields("form[action$='/close']"));

    private Task<SupportCycle> CycleAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, db =>
        db.Cycles.AsNoTracking().Include(cycle => cycle.NextSteps.OrderBy(step => step.Position)).Include(cycle => cycle.Targets).FirstAsync(cycle => cycle.PupilId == pupil.Id && cycle.Number == pupil.CycleNumber));
}
