using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>Plans that are running, from a table: shown, applied, undone.</summary>
public sealed class ImportPlansTests(ImportApp imports) : IClassFixture<ImportApp>
{
    private const string Headings = "UPN,Surname,Forename,Date of birth,Kind,Text,Area of need,Baseline,Measure,Success criterion,By when,Long-term outcome,For whom,Who delivers it,Where,Minutes,Times a week,Group size,From,To,Target served,Responsible teacher,Plan start,Review date";

    [Fact]
    public async Task Import_WhenAPlanIsRunning_OpensACycleAtDoWithEveryRow()
    {
        var school = await imports.NewSchoolAsync("assistant");
        var pupil = await school.School.AddPupilAsync("Okafor", "Ada", responsible: null);
        var (starts, review) = (TestSchool.Today.AddDays(-30), TestSchool.Today.AddDays(40));
        var import = await school.PreviewPlansAsync(Table(
            Row(await WhoAsync(school, pupil), kind: "Target", text: "Reads 60 words", area: "C&L", baseline: "31 words", measure: "Fortnightly check", success: "60 twice running", byWhen: $"{review:dd/MM/yyyy}", outcome: "Reads a Year 4 book", teacher: "olga reyes", starts: $"{starts:dd/MM/yyyy}", review: $"{review:yyyy-MM-dd}"),
            Row(await WhoAsync(school, pupil), kind: "target", text: "Writes a sentence", area: "Cognition and learning", outcome: "reads a year 4 book"),
            Row(await WhoAsync(school, pupil), kind: "Adjustment", text: "One instruction at a time", forWhom: "Every adult"),
            Row(await WhoAsync(school, pupil), kind: "Intervention", text: "Precision teaching", deliveredBy: "Harjit Kaur", where: "Library", minutes: "15 mins", times: "daily", group: "1:1", from: $"{starts:dd/MM/yyyy}", to: $"{review:dd/MM/yyyy}", serves: "1 and 2")));

        var preview = await school.PageAsync(import, "/plans");
        Assert.Contains("1 cycle to open 0 with an open cycle", preview.QuerySelector(".sen-figures").Words());
        Assert.Contains("Okafor, Ada", preview.QuerySelector(".sen-import-plan").Words());
        Assert.Contains("1 outcome, 2 targets, 1 strategy, 1 row of provision", preview.QuerySelector(".sen-import-plan").Words());
        Assert.Contains("serves target 1 and 2", preview.QuerySelector(".sen-import-plan").Words());
        Assert.Equal(0, await school.AskAsync(db => db.Cycles.CountAsync()));

        var report = await school.ApplyAsync(import);

        Assert.Contains("Import applied", report.QuerySelector("h1").Words());
        Assert.Contains("1 cycle opened 0 open plans added to 0 lines not taken", report.QuerySelector(".sen-figures").Words());
        var cycle = await CycleAsync(school, pupil);
        Assert.Equal((CycleStage.Do, starts, starts, review), (cycle.Stage, cycle.OpenedOn, cycle.SupportedFrom, cycle.ReviewOn));
        Assert.Equal(school.School.Staff["other-teacher"], cycle.ResponsibleTeacherId);
        var plan = cycle.Plan();
        Assert.Equal("Reads a Year 4 book", Assert.Single(plan.Outcomes).Text);
        Assert.Equal((AreaOfNeed.CognitionAndLearning, "31 words", "Fortnightly check", "60 twice running", review), (plan.Targets[0].Area, plan.Targets[0].Baseline, plan.Targets[0].Measure, plan.Targets[0].SuccessCriterion, plan.Targets[0].ByWhen));
        Assert.All(plan.Targets, target => Assert.Equal(plan.Outcomes[0].Id, target.OutcomeId));
        Assert.Equal(("One instruction at a time", "Every adult"), (plan.Strategies[0].Text, plan.Strategies[0].For));
        var row = Assert.Single(plan.Provision);
        Assert.Equal(("Precision teaching", "Harjit Kaur", "Library", 15, 5m, 1, starts, review), (row.What, row.DeliveredBy, row.Where, row.Minutes, row.TimesAWeek, row.GroupSize, row.From, row.To));
        Assert.Equal(plan.Targets.Select(target => target.Id), row.Serves);
        Assert.Equal(school.School.Staff["other-teacher"], await school.AskAsync(db => db.Pupils.Where(known => known.Id == pupil.Id).Select(known => known.ResponsibleTeacherId).SingleAsync()));
        Assert.Equal(["from a file"], await school.AskAsync(db => db.Events.Where(change => change.RecordId == cycle.Id).Select(change => change.Summary).Distinct().ToListAsync()));
        Assert.Contains("Cycle 1 opened: from a file", (await school.Client.GetPageAsync($"/pupils/{pupil.Id}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData(0, CycleStage.Do)]
    [InlineData(1, CycleStage.Plan)]
    public async Task Import_WhenThePlanStarts_StandsAtDoFromThatDayOn(int daysAhead, CycleStage stage)
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, pupil), text: "Reads", starts: $"{TestSchool.Today.AddDays(daysAhead):dd/MM/yyyy}")));

        await school.ApplyAsync(import);

        var cycle = await CycleAsync(school, pupil);
        Assert.Equal((stage, school.School.Staff["teacher"]), (cycle.Stage, cycle.ResponsibleTeacherId));
        Assert.Equal(stage == CycleStage.Do ? TestSchool.Today : null, cycle.SupportedFrom);
    }

    [Fact]
    public async Task Import_WhenACycleIsOpen_AddsOnlyWhenSomebodySaysSoAndUndoPutsThePlanBack()
    {
        var school = await imports.NewSchoolAsync();
        var (open, other, assess) = (await school.School.AddPupilAsync("Fox", "Teddy", CycleStage.Do), await school.School.AddPupilAsync("Roe", "Ann", CycleStage.Plan), await school.School.AddPupilAsync("Wren", "Max", CycleStage.Assess));
        var (before, untouched) = (await CycleAsync(school, open), await CycleAsync(school, other));
        var import = await school.PreviewPlansAsync(Table(
            Row(await WhoAsync(school, open), text: "Retells a short STORY, in order"),
            Row(await WhoAsync(school, open), text: "Asks a question a day", outcome: "Takes part in class talk"),
            Row(await WhoAsync(school, open), kind: "Provision", text: "Talk time", serves: "1, 2"),
            Row(await WhoAsync(school, other), text: "Reads"),
            Row(await WhoAsync(school, assess), text: "Reads")));

        var preview = await school.PageAsync(import, "/plans");
        Assert.Contains("A cycle is open already: 2 pupils", preview.QuerySelector("#asked").Words());
        Assert.Contains("still being assessed", preview.QuerySelector("main").Words());
        Assert.Null(preview.QuerySelector("button[value=Apply]"));
        await school.PressAsync(import, "Save", ($"AddTo[{open.Id}]", "true"));
        Assert.Equal("Add to 1 open plan", (await school.PageAsync(import, "/plans")).QuerySelector("button[value=Apply]").Words());
        var report = await school.ApplyAsync(import);

        Assert.Contains("0 cycles opened 1 open plan added to 2 lines not taken", report.QuerySelector(".sen-figures").Words());
        var after = (await CycleAsync(school, open)).Plan();
        Assert.Equal(["Retells a short story in order", "Asks a question a day"], after.Targets.Select(target => target.Statement));
        Assert.All(after.Targets, target => Assert.Equal(after.Outcomes[0].Id, target.OutcomeId));
        Assert.Equal(after.Targets.Select(target => target.Id), after.Provision[1].Serves);
        Assert.Equal(before.Plan().ReviewOn, after.ReviewOn);
        Assert.Equal(untouched.Version, (await CycleAsync(school, other)).Version);

        await school.UndoAsync(import);
        Assert.Equal(RecordFields.Of(before.Plan()), RecordFields.Of((await CycleAsync(school, open)).Plan()));
    }

    [Fact]
    public async Task SameFile_WhenBroughtAgain_FindsEverythingThereAlready()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var table = Table(Row(await WhoAsync(school, pupil), text: "Reads", outcome: "Reads a book"), Row(await WhoAsync(school, pupil), kind: "Strategy", text: "Pause"));
        await school.ApplyAsync(await school.PreviewPlansAsync(table));

        var again = await school.PageAsync(await school.PreviewPlansAsync(table), "/plans");

        Assert.Contains("This very file was applied", again.QuerySelector("main").Words());
        Assert.Contains("cycle 1 has all of it already", again.QuerySelector("main").Words());
    }

    [Fact]
    public async Task Undo_WhenOnePlanWasChangedSince_RemovesTheOthersAndSaysWhy()
    {
        var school = await imports.NewSchoolAsync();
        var (kept, gone) = (await school.School.AddPupilAsync("Fox", "Teddy", responsible: null), await school.School.AddPupilAsync("Roe", "Ann", responsible: "teacher"));
        var import = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, kept), text: "Reads"), Row(await WhoAsync(school, gone), text: "Writes", teacher: "Olga Reyes")));
        await school.ApplyAsync(import);
        await school.AskAsync(async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Targets).AsTracking().SingleAsync(row => row.PupilId == kept.Id);
            cycle.MarkProgress(cycle.Targets[0].Id, 1, school.School.Senco());
            return await db.SaveChangesAsync();
        });

        var undo = await school.Client.GetPageAsync($"/imports/{import}/undo");
        Assert.Equal("Undo what can be undone?", undo.QuerySelector("h1").Words());
        Assert.Contains("1 cycle that the import opened is removed again", undo.QuerySelector("main").Words());
        Assert.Contains("Fox, Teddy has a cycle that Ruth Adeyemi changed on", undo.QuerySelector("main").Words());
        var report = await school.UndoAsync(import);

        Assert.Equal("Import partly undone", report.QuerySelector("h1").Words());
        Assert.Equal([kept.Id], await school.AskAsync(db => db.Cycles.Select(cycle => cycle.PupilId).ToListAsync()));
        Assert.Equal(school.School.Staff["teacher"], await school.AskAsync(db => db.Pupils.Where(known => known.Id == gone.Id).Select(known => known.ResponsibleTeacherId).SingleAsync()));
        var timeline = await school.Client.GetPageAsync($"/pupils/{gone.Id}/timeline");
        Assert.Contains("Import undone: cycle 1, which a file had opened, removed", timeline.QuerySelector("main").Words());
        Assert.Empty(timeline.QuerySelectorAll("main a[href*='/cycles/']"));

        // The file can be brought anew. The number stays used: the history names the first cycle by it.
        var again = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, gone), text: "Writes")));
        await school.ApplyAsync(again);
        Assert.Equal(2, (await CycleAsync(school, gone)).Number);
        Assert.Equal("Import undone", (await school.UndoAsync(again)).QuerySelector("h1").Words());
    }

    [Theory]
    [InlineData("Targit", "Reads", "", "", "", "", "Line 2", "Kind", "Targit is no kind of row")]
    [InlineData("", "Reads", "", "", "", "", "Line 2", "Kind", "It is not said what the row is")]
    [InlineData("Target", "", "", "", "", "some", "Line 2", "Text", "The target has no words")]
    [InlineData("Provision", "Talk time", "481", "", "", "", "Line 2", "Minutes", "481 is no number that is possible here")]
    [InlineData("Provision", "Talk time", "0", "", "", "", "Line 2", "Minutes", "write 1 to 480 minutes")]
    [InlineData("Target", "Reads", "", "Reading", "", "", "Line 2", "Area of need", "Reading is no area of need")]
    [InlineData("Target", "Reads", "", "", "31/02/2027", "", "Line 2", "Review date", "31/02/2027 is no date")]
    public async Task Row_WhenItCannotBeUsed_IsRefusedByLineAndColumnAndThePlanStaysOutWhole(string kind, string text, string minutes, string area, string review, string measure, string line, string column, string words)
    {
        var school = await imports.NewSchoolAsync();
        var (bad, good) = (await school.School.AddPupilAsync("Fox", "Teddy"), await school.School.AddPupilAsync("Roe", "Ann"));
        var import = await school.PreviewPlansAsync(Table(
            Row(await WhoAsync(school, bad), kind, text, area: area, measure: measure, minutes: minutes, review: review), Row(await WhoAsync(school, bad), text: "Sound"), Row(await WhoAsync(school, good), text: "Good")));

        var preview = await school.PageAsync(import, "/plans");

        var refused = preview.QuerySelector("section[aria-labelledby=refused]").Words();
        Assert.Contains(words, refused, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(column, refused, StringComparison.Ordinal);
        Assert.Equal(line["Line ".Length..], preview.QuerySelector("section[aria-labelledby=refused] tbody td").Words());
        Assert.Equal("Open 1 cycle", preview.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("Line", await (await school.Client.GetAsync($"/imports/{import}/refused.csv")).Content.ReadAsStringAsync());
        var report = await school.ApplyAsync(import);
        Assert.Contains("Another line of this pupil has a problem", report.QuerySelector("main").Words());
        Assert.Equal([good.Id], await school.AskAsync(db => db.Cycles.Select(cycle => cycle.PupilId).ToListAsync()));
    }

    [Fact]
    public async Task Pupil_WhenNotClear_IsRefusedOrWarnedOf()
    {
        var school = await imports.NewSchoolAsync();
        var (one, off) = (await school.School.AddPupilAsync("Fox", "Teddy"), await school.School.AddPupilAsync("Roe", "Ann", status: SenStatus.Monitoring));
        var upn = await school.AskAsync(async db =>
        {
            var pupil = await db.Pupils.AsTracking().SingleAsync(known => known.Id == one.Id);
            pupil.ChangeDetails(pupil.Details() with { Upn = "B801200005001" }, school.School.Senco());
            var twins = new[] { 1, 2 }.Select(_ => Pupil.Add(school.School.Id, new PupilDetails("", "Twin", "Sam", "", new DateOnly(2018, 1, 2), Sex.Male, "4", null), school.School.Senco()));
            db.AddRange(twins);
            await db.SaveChangesAsync();
            return pupil.Upn;
        });
        var import = await school.PreviewPlansAsync(Table(
            Row($"{upn},Roe,Ann,1/2/2018", text: "In the wrong record"),
            Row("G802200118001,,,", text: "Unknown UPN"),
            Row(",Nobody,Here,1/2/2018", text: "Unknown name"),
            Row(",Twin,Sam,2/1/2018", text: "Which twin"),
            Row(",Fox,Teddy,", text: "No birth date"),
            Row(await WhoAsync(school, off), text: "Not on the register")));

        var preview = await school.PageAsync(import, "/plans");

        var refused = (await school.PageAsync(import, "/plans?list=refused")).QuerySelector("main table").Words();
        Assert.Contains("UPN B801200005001 is Fox, Teddy’s here, and the line names Roe Ann", refused, StringComparison.Ordinal);
        Assert.Contains("No pupil here has the UPN G802200118001", refused, StringComparison.Ordinal);
        Assert.Contains("No pupil here has this name and date of birth", refused, StringComparison.Ordinal);
        Assert.Contains("Several pupils have this name and date of birth", refused, StringComparison.Ordinal);
        Assert.Contains("It is not clear which pupil is meant", refused, StringComparison.Ordinal);
        Assert.Contains("Roe, Ann is not on the SEN register (Monitoring)", preview.QuerySelector("section[aria-labelledby=warnings]").Words());
        Assert.Equal("Open 1 cycle", preview.QuerySelector("button[value=Apply]").Words());
    }

    [Fact]
    public async Task Rows_WhenTheyContradictEachOther_AreRefused()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await school.PreviewPlansAsync(Table(
            Row(await WhoAsync(school, pupil), text: "Reads", starts: "1/9/2026", review: "1/12/2026"),
            Row(await WhoAsync(school, pupil), text: "Writes", starts: "2/9/2026", review: "1/12/2026"),
            Row(await WhoAsync(school, pupil), kind: "Provision", text: "Talk", serves: "3")));

        var refused = (await school.PageAsync(import, "/plans")).QuerySelector("section[aria-labelledby=refused]").Words();

        Assert.Contains("Line 2 says something else for the same pupil", refused);
        Assert.Contains("3 is no target of this pupil", refused);
    }

    [Fact]
    public async Task Columns_WhenCorrected_AreReadAgainAndRemembered()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var (surname, forename, birth) = await NameAsync(school, pupil);
        var table = $"Pupil,DOB,Sort,What we work on\n\"{forename} {surname}\",{birth:dd/MM/yyyy},Target,Reads\n";
        var import = await school.PreviewPlansAsync(table);
        var page = await school.PageAsync(import, "/plans");
        Assert.Contains("Which column holds kind and text?", page.QuerySelector("#columns").Words());

        var fields = page.FormFields("form:has(select[name^=Columns])").With(("Columns[2]", "Kind"), ("Columns[3]", "Text"));
        fields.Add("Do", "Reread");
        await school.Client.PostAsync($"/imports/{import}/plans", fields);

        Assert.Equal("Open 1 cycle", (await school.PageAsync(import, "/plans")).QuerySelector("button[value=Apply]").Words());
        Assert.Equal("Every column was understood", (await school.PageAsync(await school.PreviewPlansAsync(table), "/plans")).QuerySelector("#columns").Words());
    }

    [Fact]
    public async Task Workbook_WhenTheSampleIsFilledIn_ComesInWhole()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        await school.School.AddPupilAsync("Roe", "Ann", CycleStage.Do);
        var (surname, forename, birth) = await NameAsync(school, pupil);
        using var sample = await school.Client.GetAsync("/imports/plans/sample.csv?pupils=register");
        var lines = (await sample.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain("Roe", string.Concat(lines), StringComparison.Ordinal);
        Assert.Contains("Fox,Teddy", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, await school.AskAsync(db => db.Events.CountAsync(change => change.Kind == RecordEventKind.DataExported)));

        var who = new PlanSamplePupil("", surname, forename, birth, "4W");
        PlanSampleRow[] rows =
        [
            .. PlanSample.Examples(TestSchool.Today), .. PlanSample.For([who]),
            new(who, "Target", new Dictionary<PlanField, object> { [PlanField.Text] = "=Reads 60 words", [PlanField.ByWhen] = TestSchool.Today.AddDays(20), [PlanField.ReviewOn] = TestSchool.Today.AddDays(30) }),
            new(who, "Provision", new Dictionary<PlanField, object> { [PlanField.Text] = "Talk time", [PlanField.Minutes] = 20, [PlanField.TimesAWeek] = 2.5m }),
        ];
        var import = await school.PreviewAsync(WorkbookExport.Write("Plans", PlanSample.Columns, rows).ToArray(), "plans.xlsx", "/imports/plans");

        var preview = await school.PageAsync(import, "/plans");
        Assert.Contains("read as Excel workbook", preview.QuerySelector("main").Words());
        Assert.Equal("Every column was understood", preview.QuerySelector("#columns").Words());
        Assert.Contains("7 rows of the table are not filled in", preview.QuerySelector("main").Words());
        await school.ApplyAsync(import);
        var plan = (await CycleAsync(school, pupil)).Plan();
        Assert.Equal(("=Reads 60 words", TestSchool.Today.AddDays(20)), (plan.Targets[0].Statement, plan.Targets[0].ByWhen));
        Assert.Equal((20, 2.5m), (plan.Provision[0].Minutes, plan.Provision[0].TimesAWeek));
        Assert.Equal(TestSchool.Today.AddDays(30), plan.ReviewOn);
    }

    [Fact]
    public async Task Apply_WhenThePupilGotACycleMeanwhile_ShowsWhatHoldsNow()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, pupil), text: "Reads")));
        var fields = (await school.PageAsync(import, "/plans")).FormFields("form:has(input[name=Seen])");
        fields.Add("Do", "Apply");
        await school.AskAsync(async db =>
        {
            db.Add(SupportCycle.Open(await db.Pupils.AsTracking().SingleAsync(known => known.Id == pupil.Id), [], school.School.Senco()));
            return await db.SaveChangesAsync();
        });

        using var answer = await school.Client.PostAsync($"/imports/{import}/plans", fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("have changed since you looked", (await answer.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Equal(CycleStage.Assess, (await CycleAsync(school, pupil)).Stage);
    }

    [Fact]
    public async Task Plans_WhenAskedForByTheOffice_AreNotThere()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, pupil), text: "Reads")), "secret-plans.csv");
        var discarded = await school.PreviewPlansAsync(Table(Row(await WhoAsync(school, pupil), text: "Reads")));

        foreach (var role in new[] { "office", "teacher", "head" })
        {
            var other = await school.AsAsync(role);
            foreach (var path in new[] { "/imports/plans", "/imports/plans/sample.xlsx?pupils=register", "/imports/plans/sample.csv", $"/imports/{import}", $"/imports/{import}/plans", $"/imports/{import}/progress", $"/imports/{import}/refused.csv", $"/imports/{import}/undo" })
            {
                using var answer = await other.Client.GetAsync(path);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{role} gets {(int)answer.StatusCode} from {path}");
            }
        }

        var office = await school.AsAsync("office");
        var list = await office.Client.GetPageAsync("/imports");
        Assert.DoesNotContain("secret-plans", list.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("plans", (await office.Client.GetPageAsync("/imports/new")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var token = (await office.Client.GetPageAsync("/imports/new")).FormFields("form[enctype]")["__RequestVerificationToken"]!;
        var post = new FormFields();
        post.Add("__RequestVerificationToken", token);
        using var discard = await office.Client.PostAsync($"/imports/{discarded}/discard", post);
        Assert.Equal(HttpStatusCode.NotFound, discard.StatusCode);

        await school.ApplyAsync(import);
        using var report = await office.Client.GetAsync($"/imports/{import}");
        Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
        using var undo = await office.Client.PostAsync($"/imports/{import}/undo", post);
        Assert.Equal(HttpStatusCode.NotFound, undo.StatusCode);
        Assert.Equal(1, await school.AskAsync(db => db.Imports.CountAsync(row => row.State == ImportState.Applied)));
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", 415, "This is a PDF, whatever its name says")]
    [InlineData("", 400, "The file is empty")]
    [InlineData("UPN,Kind,Text\n", 400, "no rows below")]
    [InlineData("UPN,Kind,kind\n1,2,3\n", 400, "Two columns are called")]
    [InlineData("UPN,Kind,Text\nB1,Target,\"never closed\n", 400, "Line 2: A quotation mark is opened here and never closed")]
    [InlineData("UPN,Kind,Text\nB1,Tar\0get,x\n", 400, "Line 2: There is a NUL character")]
    [InlineData("<?xml version=\"1.0\"?><CTfile/>", 400, "")]
    public async Task Upload_WhenTheFileCannotBeUsed_SaysWhyAndChangesNothing(string content, int status, string words)
    {
        var school = await imports.NewSchoolAsync();

        using var answer = await school.UploadAsync(Encoding.UTF8.GetBytes(content), "plans.csv", "/imports/plans");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal(0, await school.AskAsync(async db => await db.Imports.CountAsync() + await db.FileContents.CountAsync()));
    }

    private static string Table(params string[] rows) => $"{Headings}\n{string.Join('\n', rows)}\n";

    private static string Row(
        string who, string kind = "Target", string text = "", string area = "", string baseline = "", string measure = "", string success = "", string byWhen = "", string outcome = "", string forWhom = "", string deliveredBy = "",
        string where = "", string minutes = "", string times = "", string group = "", string from = "", string to = "", string serves = "", string teacher = "", string starts = "", string review = "") =>
        $"{who},{string.Join(',', new[] { kind, text, area, baseline, measure, success, byWhen, outcome, forWhom, deliveredBy, where, minutes, times, group, from, to, serves, teacher, starts, review }.Select(cell => $"\"{cell}\""))}";

    private static Task<(string Surname, string Forename, DateOnly Birth)> NameAsync(ImportSchool school, TestPupil pupil) =>
        school.AskAsync(async db => await db.Pupils.Where(known => known.Id == pupil.Id).Select(known => new ValueTuple<string, string, DateOnly>(known.Surname, known.Forename, known.BirthDate)).SingleAsync());

    private static async Task<string> WhoAsync(ImportSchool school, TestPupil pupil)
    {
        var (surname, forename, birth) = await NameAsync(school, pupil);
        return $",{surname},{forename},{birth:dd/MM/yyyy}";
    }

    private static Task<SupportCycle> CycleAsync(ImportSchool school, TestPupil pupil) => school.AskAsync(db => db.Cycles.AsNoTracking().AsSplitQuery()
        .Include(cycle => cycle.Outcomes).Include(cycle => cycle.Targets).Include(cycle => cycle.Strategies).Include(cycle => cycle.Provision).SingleAsync(cycle => cycle.PupilId == pupil.Id));
}
