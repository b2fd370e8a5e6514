using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Documents;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class SharePlanTests(TestApp app)
{
    private const string Share = "form[action$='/plan/share']";

    [Fact]
    public async Task Share_WhenThePlanWasChecked_FreezesEachVersionWhole()
    {
        var pupil = await app.School.AddPupilAsync("Ainsley", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var check = await senco.GetPageAsync($"{pupil.CyclePath}/plan/share");
        var words = check.QuerySelector("main").Words();
        Assert.Contains("Share version 1", words, StringComparison.Ordinal);
        Assert.Contains("Retells a short story in order", words, StringComparison.Ordinal);
        Assert.Contains("Words on ParentsViews", words, StringComparison.Ordinal);
        var readers = check.QuerySelector("[aria-labelledby=readers]").Words();
        Assert.Contains("Tom Whitaker", readers, StringComparison.Ordinal);
        Assert.DoesNotContain("Olga Reyes", readers, StringComparison.Ordinal);
        Assert.DoesNotContain("Owen Price", readers, StringComparison.Ordinal);
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan/share", check.FormFields(Share));
        Assert.Equal(pupil.CyclePath, answer.Headers.Location?.ToString());

        var plan = await senco.GetPageAsync($"{pupil.CyclePath}/plan");
        await senco.PostAsync($"{pupil.CyclePath}/plan", plan.FormFields("form[data-sen-draft]").With(("AtHome", "Read together")));
        check = await senco.GetPageAsync($"{pupil.CyclePath}/plan/share");
        words = check.QuerySelector("[aria-labelledby=share]").Words();
        Assert.Contains("It replaces version 1", words, StringComparison.Ordinal);
        Assert.Contains("Changed since version 1 At home", words, StringComparison.Ordinal);
        await senco.PostAsync($"{pupil.CyclePath}/plan/share", check.FormFields(Share));

        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((CycleStage.Do, WritingState.Final, 2), (cycle.Stage, cycle.PlanState, cycle.LatestPlanVersion));
        var frozen = cycle.PlanVersions.OrderBy(version => version.Number).Select(version => SupportPlan.Thaw(version.Frozen)).ToList();
        Assert.Equal(["Story talk", "Read together"], frozen.Select(version => version.AtHome));
        Assert.Equal([1, 2], frozen.Select(version => version.Version));
        Assert.Equal("Ruth Adeyemi", frozen[0].SharedBy);
        foreach (var version in new[] { "1", "2" })
        {
            Assert.Equal(HttpStatusCode.OK, (await senco.GetAsync($"{pupil.CyclePath}/plan.pdf?version={version}")).StatusCode);
        }
    }

    [Fact]
    public async Task Share_WhenTheRecordChangedSinceTheCheck_Answers409AndSharesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Booth", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var checkedPlan = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share);
        var teacher = await app.AsAsync("teacher");
        await teacher.PostAsync($"{pupil.CyclePath}/plan", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("form[data-sen-draft]").With(("AtHome", "Unseen")));
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan/share", checkedPlan);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Check the plan again", (await answer.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);

        checkedPlan = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.AsTracking().FirstAsync(row => row.Id == pupil.Id)).NameResponsibleTeacher(app.School.Staff["other-teacher"], app.School.Senco());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"{pupil.CyclePath}/plan/share", checkedPlan)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/plan/share", checkedPlan.With(("Version", "")))).StatusCode);
        Assert.Empty((await app.ReadCycleAsync(pupil)).PlanVersions);
    }

    [Fact]
    public async Task Show_WhenSomeoneIsNotTheSenco_Answers404()
    {
        var pupil = await app.School.AddPupilAsync("Cowan", stage: CycleStage.Plan, supportedBy: "ta");
        var form = (await (await app.AsAsync("senco")).GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields(Share);
        foreach (var role in new[] { "teacher", "assistant", "head", "ta" })
        {
            var client = await app.AsAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.CyclePath}/plan/share")).StatusCode);
            var token = (await client.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("form[action*='sign-out']")["__RequestVerificationToken"]!;
            foreach (var act in new[] { "share", "return" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.CyclePath}/plan/{act}", form.With(("__RequestVerificationToken", token)))).StatusCode);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.CyclePath}/plan/share")).StatusCode);
        Assert.Empty((await app.ReadCycleAsync(pupil)).PlanVersions);
    }

    [Fact]
    public async Task Return_WhenThePlanWasSent_GoesBackWithTheNoteAndCanBeSentAgain()
    {
        var pupil = await app.School.AddPupilAsync("Drury", stage: CycleStage.Plan);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("form[data-sen-draft]");
        var saved = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("go", "preview")));
        Assert.Equal($"{pupil.CyclePath}/plan/send", saved.Headers.Location?.ToString());
        var sending = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan/send")).FormFields("form[action$='/plan/send']");
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan/send", sending)).StatusCode);
        Assert.Equal(WritingState.Sent, (await app.ReadCycleAsync(pupil)).PlanState);
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{pupil.CyclePath}/plan/send", sending)).StatusCode);

        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).FormFields("form[action$='/plan/return']");
        var empty = await senco.PostAsync($"{pupil.CyclePath}/plan/return", form.With(("Note", "  ")));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Enter what should change", (await empty.ReadPageAsync()).QuerySelector("#Note-error").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/plan/return", form.With(("Note", "Say how you measure target 1")))).StatusCode);
        Assert.Contains("Say how you measure target 1", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"{pupil.CyclePath}/plan/return", form.With(("Note", "Again")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan/send", sending)).StatusCode);
        Assert.Equal(2, (await app.ReadEventsAsync(pupil)).Count(kind => kind == RecordEventKind.PlanSent));
    }

    [Fact]
    public async Task Show_WhenTheCycleIsAtAssessOrClosed_GoesToThePlan()
    {
        var senco = await app.AsAsync("senco");
        foreach (var stage in new[] { CycleStage.Assess, CycleStage.Closed })
        {
            var pupil = await app.School.AddPupilAsync("Ennis", stage: stage);
            Assert.Equal($"{pupil.CyclePath}/plan", (await senco.GetAsync($"{pupil.CyclePath}/plan/share")).Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task Show_WhenANeedHasNoTarget_SaysSoAndSharesAllTheSame()
    {
        var pupil = await app.School.AddPupilAsync("Firth", stage: CycleStage.Plan, responsible: null);
        var senco = await app.AsAsync("senco");
        var plan = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("form[data-sen-draft]");
        await senco.PostAsync($"{pupil.CyclePath}/plan", (await (await senco.PostAsync($"{pupil.CyclePath}/plan", plan.With(("remove", $"target-{plan[plan.Field("Targets", 0, "Key")]}")))).ReadPageAsync()).FormFields("form[data-sen-draft]"));
        var check = await senco.GetPageAsync($"{pupil.CyclePath}/plan/share");
        var outstanding = check.QuerySelector("[aria-labelledby=outstanding]").Words();
        Assert.Contains("Nothing planned for communication and interaction Code 6.76", outstanding, StringComparison.Ordinal);
        Assert.Contains("No responsible teacher Code 6.52", outstanding, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/plan/share", check.FormFields(Share))).StatusCode);
        Assert.Equal(1, (await app.ReadCycleAsync(pupil)).LatestPlanVersion);
    }
}
