using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class RecordSessionsTests(TestApp app)
{
    private const string Form = "main form[action$='/sessions']";

    private static string ThisWeek => SessionWeek.MondayOf(TestSchool.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("ta")]
    [InlineData("teacher")]
    public async Task Save_WhenFilledIn_IsKeptShownAndCountedUp(string role)
    {
        var pupil = await app.School.AddPupilAsync("Session", "Sami", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync(role);
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form);
        Assert.Equal("3", form["Rows[0].Planned"]);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "2"), ("Rows[0].Reason", "Trip to the museum")));

        Assert.Equal($"{pupil.CyclePath}/do?week={ThisWeek}#sessions", answer.Headers.Location!.OriginalString);
        var page = await client.GetPageAsync($"{pupil.CyclePath}/do");
        Assert.Contains("Narrative group: 2 of 3 sessions held (67%)", page.QuerySelector("main").Words());
        Assert.Equal(("2", "Trip to the museum"), (page.FormFields(Form)["Rows[0].Held"], page.FormFields(Form)["Rows[0].Reason"]));
        Assert.Contains("Sessions recorded", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Save_WhenAnotherWeekIsChosen_GoesToThatWeek()
    {
        var pupil = await app.School.AddPupilAsync("Weekly", "Wes", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var before = SessionWeek.MondayOf(TestSchool.Today).AddDays(-14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do?week={before}")).FormFields(Form);

        await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "3")));

        Assert.Equal(before, Assert.Single(await WeeksAsync(pupil)).WeekOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal("", (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form)["Rows[0].Held"]);
    }

    [Theory]
    [InlineData("Held", "many", "enter the sessions held as a number")]
    [InlineData("Held", "51", "enter the sessions held as a number")]
    [InlineData("Held", "-1", "enter the sessions held as a number")]
    [InlineData("Planned", "x", "enter the sessions planned as a number")]
    public async Task Save_WhenANumberIsWrong_SaysWhereAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var pupil = await app.School.AddPupilAsync("Number", "Nia", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "1"), ("Rows[0].Reason", "<script>alert(1)</script>")).With(($"Rows[0].{field}", typed)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal((typed, "<script>alert(1)</script>"), (page.FormFields(Form)[$"Rows[0].{field}"], page.FormFields(Form)["Rows[0].Reason"]));
        Assert.Empty(await WeeksAsync(pupil));
    }

    [Fact]
    public async Task Save_WhenNothingIsFilledInOrTheReasonIsTooLong_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Blank", "Bo", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form);

        var empty = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form);
        var longer = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "1"), ("Rows[0].Reason", new string('a', 251))));
        var noWeek = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "1"), ("Week", "2026-02-31")));

        Assert.All([empty, longer, noWeek], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Empty(await WeeksAsync(pupil));
    }

    [Theory]
    [InlineData("head")]
    [InlineData("other-teacher")]
    [InlineData("office")]
    public async Task Save_WhenPersonMayNotDeliver_AnswersNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Hidden", "Hal", CycleStage.Do);
        var form = (await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form);
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "1"), ("__RequestVerificationToken", token["__RequestVerificationToken"]!)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await WeeksAsync(pupil));
    }

    [Fact]
    public async Task Save_WhenProvisionIsForged_ChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Forger", "Fay", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(Form);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "1"), ("Rows[0].ProvisionId", $"{Guid.CreateVersion7()}")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(await WeeksAsync(pupil));
    }

    private Task<List<SessionWeek>> WeeksAsync(TestPupil pupil) =>
        app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == pupil.Id).SelectMany(cycle => cycle.SessionWeeks).ToListAsync());
}
