using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class RecordAssessmentTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Save_WhenStrandsAreTyped_StoresThemAndStaysAtAssess()
    {
        var pupil = await app.School.AddPupilAsync("Abbot", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/assess");
        Assert.Equal(8, page.QuerySelectorAll(".govuk-task-list__item").Length);
        Assert.NotNull(page.QuerySelector("#ParentsViews"));
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/assess", page.FormFields(Form).With(
            ("Strengths", "Draws well"),
            ("Strands[ParentsViews].Text", "Talks at home"),
            ("Strands[ParentsViews].By", "Marta, by phone"),
            ("Strands[ParentsViews].On", "14.9.2026"),
            ("ParentConcern", "Shy at school")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((CycleStage.Assess, "Draws well", "Shy at school"), (cycle.Stage, cycle.Strengths, cycle.ParentConcern));
        var strand = Assert.Single(cycle.Strands);
        Assert.Equal((StrandKind.ParentsViews, "Talks at home", "Marta, by phone", new DateOnly(2026, 9, 14)), (strand.Kind, strand.Text, strand.By, strand.On!.Value));
        page = await teacher.GetPageAsync($"{pupil.CyclePath}/assess");
        Assert.Contains("Parents’ views Marta, by phone, 14 Sep Done", page.QuerySelector("[aria-labelledby=tasks]").Words(), StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("[aria-labelledby=tasks] .govuk-tag--orange").Length);
    }

    [Fact]
    public async Task Save_WhenThePlanIsStartedWithNearlyNothing_MovesOnAndSaysWhatIsMissing()
    {
        var pupil = await app.School.AddPupilAsync("Bailey", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields(Form);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/assess", fields.With(("Strengths", "Kind"), ("go", "finish")));
        Assert.Equal($"{pupil.CyclePath}/plan", answer.Headers.Location?.ToString());
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((CycleStage.Plan, "Kind"), (cycle.Stage, cycle.Strengths));
        Assert.True(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
        Assert.Contains("pupil’s own views", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_WhenTicked_StandWithTheStrandForThoseWhoMayReadThem()
    {
        var (pupil, another) = (await app.School.AddPupilAsync("Papers", stage: CycleStage.Assess), await app.School.AddPupilAsync("Papers", "Other"));
        var (open, clinic, other) = await app.InSchoolAsync(app.School.Id, async db =>
        {
            var (known, stranger, by) = (await db.Pupils.AsTracking().SingleAsync(row => row.Id == pupil.Id), await db.Pupils.AsTracking().SingleAsync(row => row.Id == another.Id), app.School.Senco());
            var report = known.AttachDocument(new(Guid.CreateVersion7(), "Report from nursery", "report.pdf", 2_000, new DateOnly(2026, 9, 1)), by);
            var letter = known.AttachDocument(new(Guid.CreateVersion7(), "Clinic letter", "letter.pdf", 2_000, null), by);
            known.RecordDiagnosis(new("Dyslexia", "Clinic", new DateOnly(2026, 9, 1), "", letter.Id), by);
            var strange = stranger.AttachDocument(new(Guid.CreateVersion7(), "Another child’s", "x.pdf", 2_000, null), by);
            await db.SaveChangesAsync();
            return (report.Id, letter.Id, strange.Id);
        });
        var (senco, teacher, path) = (await app.AsAsync("senco"), await app.AsAsync("teacher"), $"{pupil.CyclePath}/assess");
        await PostAsync(senco, open, clinic);
        Assert.Equal(new[] { open, clinic }.Order(), (await app.ReadCycleAsync(pupil)).Strands.Single().Documents);

        // The teacher sees one of them; what they save takes nothing from the other, and a forged key adds nothing.
        var page = await teacher.GetPageAsync(path);
        Assert.Contains("Report from nursery", page.QuerySelector("#ProgressAndAttainment").Words());
        Assert.DoesNotContain("Clinic letter", page.QuerySelector("main").Words());
        await PostAsync(teacher, other);
        Assert.Equal([clinic], (await app.ReadCycleAsync(pupil)).Strands.Single().Documents);
        await PostAsync(teacher, open);

        var assistant = await (await app.AsAsync("head")).GetPageAsync(path);
        Assert.NotNull(assistant.QuerySelector($"a[href='/pupils/{pupil.Id}/documents/{open}']"));
        Assert.Contains("Progress and attainment: documents", (await senco.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());

        async Task PostAsync(HttpClient client, params Guid[] documents)
        {
            var fields = (await client.GetPageAsync(path)).FormFields(Form).With(("Strands[ProgressAndAttainment].Text", "As the report says"))
                .Without("Strands[ProgressAndAttainment].Documents").And(documents.Select(id => ("Strands[ProgressAndAttainment].Documents", $"{id}")));
            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(path, fields)).StatusCode);
        }
    }

    [Fact]
    public async Task Consent_WhenAnAgencyContributedWithoutIt_IsOutstandingUntilItIsRecorded()
    {
        var pupil = await app.School.AddPupilAsync("Consent", stage: CycleStage.Assess);
        var (senco, path) = (await app.AsAsync("senco"), $"{pupil.CyclePath}/assess");
        await senco.PostAsync(path, (await senco.GetPageAsync(path)).FormFields(Form).With(("Strands[ExternalAdvice].Text", "Pauses help"), ("Strands[ExternalAdvice].By", "Speech therapy, A. Reid")));
        var strand = (await senco.GetPageAsync(path)).QuerySelector("#ExternalAdvice");
        Assert.Contains("Outstanding No consent is recorded to involve Speech therapy, A. Reid.", strand.Words());
        Assert.Null((await (await app.AsAsync("teacher")).GetPageAsync(path)).QuerySelector("#ExternalAdvice a[href*=records]"));

        var address = strand!.QuerySelector("a[href*='records/add']")!.GetAttribute("href")!;
        var form = (await senco.GetPageAsync(address)).FormFields("main form.sen-panel");
        Assert.Equal("Speech therapy, A. Reid", form["Who"]);
        var missing = await senco.PostAsync($"{pupil.Path}/records/add", form.With(("On.Day", "1"), ("On.Month", "9"), ("On.Year", "2026"), ("Outcome", "Given")));
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        await senco.PostAsync($"{pupil.Path}/records/add", form.With(("On.Day", "1"), ("On.Month", "9"), ("On.Year", "2026"), ("Outcome", "Given"), ("Note", "Marta, in writing")));

        var now = (await senco.GetPageAsync(path)).QuerySelector("#ExternalAdvice").Words();
        Assert.DoesNotContain("Outstanding", now);
        Assert.Contains("Speech therapy, A. Reid: consent given on 1 September 2026. Marta, in writing", now);
    }

    [Theory]
    [InlineData("On", "31 February 2026", "enter a date such as 14 Sep 2026")]
    [InlineData("On", "1 Jan 2150", "the date must be today or in the past")]
    [InlineData("By", null, "who must be 250 characters or fewer")]
    [InlineData("Text", null, "Behaviour must be 20,000 characters or fewer")]
    public async Task Save_WhenAStrandCannotBeStored_Answers400WithTheFieldAndEverythingTyped(string field, string? typed, string message)
    {
        typed ??= new string('x', 20_001);
        var pupil = await app.School.AddPupilAsync("Carr", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields(Form);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/assess", fields.With(($"Strands[Behaviour].{field}", typed), ("Difficulties", "Kept")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector($".govuk-error-summary a[href='#Strands_Behaviour__{field}']").Words(), StringComparison.Ordinal);
        var again = page.FormFields(Form);
        Assert.Equal((typed, "Kept"), (again[$"Strands[Behaviour].{field}"], again["Difficulties"]));
        Assert.Empty((await app.ReadCycleAsync(pupil)).Difficulties);
        Assert.Equal("Kept", (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields(Form)["Difficulties"]);
    }

    [Theory]
    [InlineData("Strands[Behaviour].Key", "Gossip")]
    [InlineData("Strands[Behaviour].Key", "ParentsViews")]
    [InlineData("Strands[Behaviour].Key", "7")]
    [InlineData("Version", "6f1c2f6e-3f1c-4a53-9c40-0d5c6d1b0001")]
    public async Task Save_WhenAHiddenFieldIsForged_Answers404AndChangesNothing(string name, string value)
    {
        var pupil = await app.School.AddPupilAsync("Dale", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields(Form);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{pupil.CyclePath}/assess", fields.With((name, value), ("Strengths", "Forged")))).StatusCode);
        Assert.Empty((await app.ReadCycleAsync(pupil)).Strengths);
    }

    [Fact]
    public async Task Show_WhenADraftWasLeft_GivesItBack()
    {
        var pupil = await app.School.AddPupilAsync("Eaton", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var address = $"{pupil.CyclePath}/assess";
        var fields = (await teacher.GetPageAsync(address)).FormFields(Form);
        await teacher.PostAsync($"/drafts?page={address}", fields.With(("Strands[PupilsViews].Text", "I like maths"), ("Strands[PupilsViews].On", "some day")));
        var page = await teacher.GetPageAsync(address);
        Assert.Contains("What you had typed is back", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(("I like maths", "some day"), (page.FormFields(Form)["Strands[PupilsViews].Text"], page.FormFields(Form)["Strands[PupilsViews].On"]));
    }

    [Fact]
    public async Task Show_WhenSomeoneReadsOrMayNotSee_ShowsNoFormOr404()
    {
        var pupil = await app.School.AddPupilAsync("Fenn", stage: CycleStage.Do, supportedBy: "ta");
        foreach (var role in new[] { "head", "ta" })
        {
            var page = await (await app.AsAsync(role)).GetPageAsync($"{pupil.CyclePath}/assess");
            Assert.Null(page.QuerySelector(Form));
            Assert.Contains("Words on Behaviour", page.QuerySelector("#Behaviour").Words(), StringComparison.Ordinal);
        }

        foreach (var role in new[] { "other-teacher", "office", "governor" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.CyclePath}/assess")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.CyclePath}/assess")).StatusCode);
    }

    [Fact]
    public async Task Finish_WhenTheAssessmentIsFinishedAlready_Answers409()
    {
        var pupil = await app.School.AddPupilAsync("Gale", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("main form");
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/assess/finish", form)).StatusCode);
        var again = await teacher.PostAsync($"{pupil.CyclePath}/assess/finish", form);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("The assessment is finished already", (await again.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenTheCycleIsClosed_Answers409()
    {
        var pupil = await app.School.AddPupilAsync("Hart", stage: CycleStage.Review);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).FormFields(Form);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Cycles.AsTracking().FirstAsync(cycle => cycle.PupilId == pupil.Id)).Close(app.School.Senco());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{pupil.CyclePath}/assess", fields)).StatusCode);
        Assert.Equal("Closed", (await teacher.GetPageAsync($"{pupil.CyclePath}/assess")).QuerySelector("h1 .govuk-tag--grey").Words());
    }
}
