using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Progress;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>What pupils reached, from a table: shown, applied, undone.</summary>
public sealed class ImportPointsTests(ImportApp imports) : IClassFixture<ImportApp>
{
    private const string Headings = "UPN,Surname,Forename,DOB,Test,Test date,Raw score,Cohort mean,SAS,Reading age,Level,Teacher assessment,Comments";

    [Fact]
    public async Task Import_WhenTheFileSaysIt_AddsEveryResultToThePupil()
    {
        var school = await imports.NewSchoolAsync("assistant");
        var pupil = await school.School.AddPupilAsync("Okafor", "Ada");
        var import = await PreviewAsync(school, Table(
            await RowAsync(school, pupil, "Reading test, out of 50", "3/9/2026", "31", "34.5", "94", "7:05"),
            await RowAsync(school, pupil, "Writing", "2026-09-04", judgement: "WTS", note: "Moderated"),
            await RowAsync(school, pupil, "Phonics", "4/9/26", stage: "Phase 4"),
            await RowAsync(school, pupil, "Maths", "4/9/26", "Abs")));

        var preview = await school.PageAsync(import, "/points");
        Assert.Contains("3 points to add 0 to put right 0 here already 0 lines to mend", preview.QuerySelector(".sen-figures").Words());
        Assert.Equal("Every column was understood", preview.QuerySelector("#columns").Words());
        Assert.Contains("31, standardised 94, age equivalent 7 years 5 months", preview.QuerySelector("section[aria-labelledby=added]").Words());
        Assert.Contains("1 row without a result is passed over", preview.QuerySelector("main").Words());
        Assert.Empty(await PointsAsync(school));

        var report = await school.ApplyAsync(import);

        Assert.Contains("3 points added 0 points put right 0 lines not taken", report.QuerySelector(".sen-figures").Words());
        var points = await PointsAsync(school);
        Assert.Equal(["Phonics", "Reading test, out of 50", "Writing"], points.Select(point => point.Measure));
        Assert.Equal((new DateOnly(2026, 9, 3), 31m, 34.5m, 94, 89), (points[1].On, points[1].Score, points[1].PeersMean, points[1].Standardised, points[1].AgeEquivalentMonths));
        Assert.Equal((AttainmentJudgement.WorkingTowards, "Moderated"), (points[2].Judgement, points[2].Note));
        Assert.Equal("Phase 4", points[0].Stage);
        Assert.Contains("Assessment point recorded: Phonics: Phase 4, from a file", (await school.Client.GetPageAsync($"/pupils/{pupil.Id}/timeline")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Mean_WhenItHasARowOfItsOwn_StandsWithTheResultsOfItsYear()
    {
        var school = await imports.NewSchoolAsync();
        var (four, five) = (await school.School.AddPupilAsync("Fox", "Teddy"), await school.School.AddPupilAsync("Roe", "Ann"));
        await school.AskAsync(async db =>
        {
            var pupil = await db.Pupils.AsTracking().SingleAsync(known => known.Id == five.Id);
            pupil.ChangeDetails(pupil.Details() with { NcYear = "5" }, school.School.Senco());
            return await db.SaveChangesAsync();
        });
        var year = await school.AskAsync(db => db.Pupils.Where(known => known.Id == four.Id).Select(known => known.NcYear).SingleAsync());
        var who = new[] { await WhoAsync(school, four), await WhoAsync(school, five) };
        var import = await PreviewAsync(school, $"UPN,Surname,Forename,DOB,Year,Subject,Date,Score\n{who[0]},,Maths,3/9/2026,20\n{who[1]},,Maths,3/9/2026,22\n,Year group mean,,,{year},Maths,3/9/2026,25.5\n,Average,,,,MATHS,3/9/2026,30\n");

        await school.ApplyAsync(import);

        Assert.Equal([(four.Id, 25.5m), (five.Id, 30m)], (await PointsAsync(school)).OrderBy(point => point.Score).Select(point => (point.PupilId, point.PeersMean!.Value)));
    }

    [Fact]
    public async Task Import_WhenResultsStandHere_CompletesThemAndAsksWhichHolds()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        await RecordAsync(school, pupil, new("Reading", new(2026, 9, 3), Score: 10), new("Maths", new(2026, 9, 3), Score: 12), new("Writing", new(2026, 9, 3), Stage: "3b", Note: "Ours"));
        var import = await PreviewAsync(school, Table(
            await RowAsync(school, pupil, "reading", "3/9/2026", "10", "14"), await RowAsync(school, pupil, "Maths", "3/9/2026", "13"), await RowAsync(school, pupil, "Writing", "3/9/2026", stage: "3b")));

        var preview = await school.PageAsync(import, "/points");
        Assert.Contains("0 points to add 2 to put right 1 differs 1 here already", preview.QuerySelector(".sen-figures").Words());
        Assert.Contains("One result stands here with another value: left as it is here", preview.QuerySelector("section[aria-labelledby=changed]").Words());
        Assert.Equal("Put 1 point right", preview.QuerySelector("button[value=Apply]").Words());
        var report = await school.ApplyAsync(import);

        Assert.Contains("Left as it is here: Maths: 12; the file has 13", report.QuerySelector("#not-done")!.Closest("section").Words());
        Assert.Equal([("Maths", 12m, null), ("Reading", 10m, 14m)], (await PointsAsync(school)).Where(point => point.Score is not null).Select(point => (point.Measure, point.Score!.Value, point.PeersMean)));

        var again = await PreviewAsync(school, Table(await RowAsync(school, pupil, "Maths", "3/9/2026", "13"), await RowAsync(school, pupil, "Writing", "3/9/2026", stage: "3b")));
        await school.ApplyAsync(again, ("FromFile[2]", "true"));
        Assert.Equal(13m, (await PointsAsync(school))[0].Score);
        await school.UndoAsync(again);
        Assert.Equal(12m, (await PointsAsync(school))[0].Score);
        Assert.Equal("Ours", (await PointsAsync(school))[2].Note);
    }

    [Fact]
    public async Task Import_WhenSeveralResultsDiffer_TakesFromTheFileOnlyWhatIsChosen()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        await RecordAsync(school, pupil, new("Maths", new(2026, 9, 3), Score: 12), new("Reading", new(2026, 9, 3), Score: 10), new("Writing", new(2026, 9, 3), Score: 7));
        var import = await PreviewAsync(school, Table(
            await RowAsync(school, pupil, "Maths", "3/9/2026", "13"), await RowAsync(school, pupil, "Reading", "3/9/2026", "11"), await RowAsync(school, pupil, "Writing", "3/9/2026", "8")));
        Assert.Equal(["FromFile[2]", "FromFile[3]", "FromFile[4]"], (await school.PageAsync(import, "/points")).QuerySelectorAll("input[name^=FromFile][value=false][checked]").Select(box => box.GetAttribute("name")!));

        await school.PressAsync(import, "AllFromFile");
        Assert.Equal(3, (await school.PageAsync(import, "/points")).QuerySelectorAll("input[name^=FromFile][value=true][checked]").Length);
        await school.PressAsync(import, "AllKept");
        Assert.Equal("Apply the answers", (await school.PageAsync(import, "/points")).QuerySelector("button[value=Apply]").Words());

        // On the list by itself, the others stay as they were chosen.
        await school.PressAsync(import, "Save", ("FromFile[3]", "true"));
        var list = (await school.PageAsync(import, "/points?list=changed&search=maths")).FormFields("form:has(input[name=Seen])");
        Assert.DoesNotContain("FromFile[3]", list.Names);
        list.Add("Do", "Save");
        using var kept = await school.Client.PostAsync($"/imports/{import}/points", list);
        Assert.Equal($"/imports/{import}/points?list=changed&search=maths", kept.Headers.Location!.OriginalString);
        var report = await school.ApplyAsync(import);

        Assert.Equal([("Maths", 12m), ("Reading", 11m), ("Writing", 7m)], (await PointsAsync(school)).Select(point => (point.Measure, point.Score!.Value)));
        Assert.Equal(2, report.QuerySelectorAll("section[aria-labelledby=not-done] li").Count(line => line.Words().Contains("Left as it is here", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Undo_WhenOnePointWasChangedSince_RemovesTheOthersAndSaysWhy()
    {
        var school = await imports.NewSchoolAsync();
        var (kept, gone) = (await school.School.AddPupilAsync("Fox", "Teddy"), await school.School.AddPupilAsync("Roe", "Ann"));
        var import = await PreviewAsync(school, Table(await RowAsync(school, kept, "Reading", "3/9/2026", "10"), await RowAsync(school, kept, "Maths", "3/9/2026", "10"), await RowAsync(school, gone, "Reading", "3/9/2026", "11")));
        await school.ApplyAsync(import);
        await school.AskAsync(async db =>
        {
            var point = await db.AssessmentPoints.AsTracking().SingleAsync(row => row.PupilId == kept.Id && row.Measure == "Maths");
            point.Correct(await db.Pupils.SingleAsync(known => known.Id == kept.Id), point.Content() with { Score = 9 }, school.School.Senco());
            return await db.SaveChangesAsync();
        });

        var undo = await school.Client.GetPageAsync($"/imports/{import}/undo");
        Assert.Contains("The points that the import brought for 1 pupil are removed again", undo.QuerySelector("main").Words());
        Assert.Contains("Fox, Teddy has a point that Ruth Adeyemi changed or removed on", undo.QuerySelector("main").Words());
        var report = await school.UndoAsync(import);

        Assert.Equal("Import partly undone", report.QuerySelector("h1").Words());
        Assert.All(await PointsAsync(school), point => Assert.Equal(kept.Id, point.PupilId));
        Assert.Contains("Import undone: Reading: 11, which a file had brought, removed", (await school.Client.GetPageAsync($"/pupils/{gone.Id}/timeline")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task File_WhenItIsAboutOneTest_IsToldWhichAndWhen()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await PreviewAsync(school, $"UPN,Surname,Forename,DOB,SS,Wait\n{await WhoAsync(school, pupil)},96,3 min\n");
        var page = await school.PageAsync(import, "/points");
        Assert.Equal("What is the whole file about?", page.QuerySelector("#whole-file").Words());
        Assert.Contains("It is not said in which subject or test", page.QuerySelector("section[aria-labelledby=refused]").Words());

        var fields = page.FormFields("form:has(#whole-file)").With(("Measure", "Spelling"), ("On.Day", "31"), ("On.Month", "2"), ("On.Year", "2026"));
        fields.Add("Do", "Reread");
        using var wrong = await school.Client.PostAsync($"/imports/{import}/points", fields);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var typed = await wrong.ReadPageAsync();
        Assert.Contains("Enter a real date", typed.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(("Spelling", "31"), (typed.FormFields("form:has(#whole-file)")["Measure"], typed.FormFields("form:has(#whole-file)")["On.Day"]));

        await school.Client.PostAsync($"/imports/{import}/points", fields.With(("On.Day", "3"), ("On.Month", "9")));
        await school.ApplyAsync(import);
        var point = Assert.Single(await PointsAsync(school));
        Assert.Equal(("Spelling", new DateOnly(2026, 9, 3), 96), (point.Measure, point.On, point.Standardised));
    }

    [Theory]
    [InlineData("Reading", "31/02/2026", "10", "", "", "", "Test date", "31/02/2026 is no date")]
    [InlineData("Reading", "3/9/2090", "10", "", "", "", "Test date", "The date is in the future")]
    [InlineData("Reading", "3/9/1990", "10", "", "", "", "Test date", "3 September 1990 is before Fox, Teddy was born")]
    [InlineData("", "3/9/2026", "10", "", "", "", "Test", "It is not said in which subject or test")]
    [InlineData("Reading", "", "10", "", "", "", "Test date", "It is not said on which day")]
    [InlineData("Reading", "3/9/2026", "17/25", "", "", "", "Raw score", "17/25 is no score")]
    [InlineData("Reading", "3/9/2026", "", "39", "", "", "SAS", "39 is no standardised score")]
    [InlineData("Reading", "3/9/2026", "", "171", "", "", "SAS", "write a whole number from 40 to 170")]
    [InlineData("Reading", "3/9/2026", "", "", "7.5", "", "Reading age", "7.5 is no age that is clear")]
    [InlineData("Reading", "3/9/2026", "", "", "7:12", "", "Reading age", "write it as 7y 5m or 7:05")]
    [InlineData("Reading", "3/9/2026", "", "", "", "B", "Teacher assessment", "B is no judgement that is known")]
    public async Task Row_WhenItCannotBeUsed_IsRefusedByLineAndColumn(string test, string on, string score, string standardised, string age, string judgement, string column, string words)
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await PreviewAsync(school, Table(await RowAsync(school, pupil, test, on, score, "", standardised, age, judgement: judgement), await RowAsync(school, pupil, "Sound", "3/9/2026", "1")));

        var refused = (await school.PageAsync(import, "/points")).QuerySelector("section[aria-labelledby=refused]");

        Assert.Contains(words, refused.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("2", column), (refused!.QuerySelector("tbody td").Words(), refused.QuerySelector("td[data-label=Column]").Words()));
        Assert.Contains("Line", await (await school.Client.GetAsync($"/imports/{import}/refused.csv")).Content.ReadAsStringAsync());
        await school.ApplyAsync(import);
        Assert.Equal("Sound", Assert.Single(await PointsAsync(school)).Measure);
    }

    [Fact]
    public async Task Pupil_WhenNotClear_IsRefused()
    {
        var school = await imports.NewSchoolAsync();
        var left = await school.School.AddPupilAsync("Gone", "Gil");
        var who = await WhoAsync(school, left);
        var twice = await school.School.AddPupilAsync("Fox", "Teddy");
        await school.AskAsync(async db =>
        {
            (await db.Pupils.AsTracking().SingleAsync(known => known.Id == left.Id)).Leave(TestSchool.Today, "", "", school.School.Senco());
            return await db.SaveChangesAsync();
        });
        var import = await PreviewAsync(school, Table(
            $"{who},Reading,3/9/2026,1,,,,,,", "G802200118001,,,,Reading,3/9/2026,1,,,,,,", ",Nobody,Here,1/2/2018,Reading,3/9/2026,1,,,,,,", await RowAsync(school, twice, "Reading", "3/9/2026", "1"), await RowAsync(school, twice, "READING", "3/9/2026", "2")));

        var refused = (await school.PageAsync(import, "/points?list=refused")).QuerySelector("main table").Words();

        Assert.Contains("Gone, Gil left on", refused, StringComparison.Ordinal);
        Assert.Contains("No pupil here has the UPN G802200118001", refused, StringComparison.Ordinal);
        Assert.Contains("No pupil here has this name and date of birth", refused, StringComparison.Ordinal);
        Assert.Contains("Line 5 has the same subject or test of the same pupil and day", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_WhenCorrected_AreReadAgainAndRemembered()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var table = $"UPN,Surname,Forename,DOB,What,Date,Points got\n{await WhoAsync(school, pupil)},Reading,3/9/2026,10\n";
        var import = await PreviewAsync(school, table);
        var fields = (await school.PageAsync(import, "/points")).FormFields("form:has(select[name^=Columns])").With(("Columns[4]", "Measure"), ("Columns[6]", "Score"));
        fields.Add("Do", "Reread");
        await school.Client.PostAsync($"/imports/{import}/points", fields);

        Assert.Equal("Add 1 point", (await school.PageAsync(import, "/points")).QuerySelector("button[value=Apply]").Words());
        Assert.Equal("Every column was understood", (await school.PageAsync(await PreviewAsync(school, table), "/points")).QuerySelector("#columns").Words());
    }

    [Fact]
    public async Task Workbook_WhenTheSampleIsFilledIn_ComesInWhole()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        await school.School.AddPupilAsync("Roe", "Ann", status: SenStatus.None);
        foreach (var (pupils, rows) in new[] { ("register", 1), ("roll", 2) })
        {
            using var sample = await school.Client.GetAsync($"/imports/points/sample.csv?pupils={pupils}");
            Assert.Equal(rows + 1, (await sample.Content.ReadAsStringAsync()).Trim().Split("\r\n").Length);
        }

        var (surname, forename, birth) = await school.AskAsync(db => db.Pupils.Where(known => known.Id == pupil.Id).Select(known => new ValueTuple<string, string, DateOnly>(known.Surname, known.Forename, known.BirthDate)).SingleAsync());
        var row = PointSample.For("", surname, forename, birth, "4W", "4");
        var filled = row with { Cells = new Dictionary<PointField, object>(row.Cells) { [PointField.Measure] = "Reading", [PointField.On] = new DateOnly(2026, 9, 3), [PointField.Score] = 17.5m, [PointField.Judgement] = "As expected" } };
        var import = await school.PreviewAsync(WorkbookExport.Write("Results", PointSample.Columns, [.. PointSample.Examples(TestSchool.Today), row, filled]).ToArray(), "results.xlsx", "/imports/points");

        var preview = await school.PageAsync(import, "/points");
        Assert.Contains("read as Excel workbook", preview.QuerySelector("main").Words());
        Assert.Contains("4 rows without a result are passed over", preview.QuerySelector("main").Words());
        await school.ApplyAsync(import);
        var point = Assert.Single(await PointsAsync(school));
        Assert.Equal(("Reading", new DateOnly(2026, 9, 3), 17.5m, AttainmentJudgement.Expected), (point.Measure, point.On, point.Score, point.Judgement));
    }

    [Fact]
    public async Task Apply_WhenAPointWasRecordedMeanwhile_ShowsWhatHoldsNow()
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await PreviewAsync(school, Table(await RowAsync(school, pupil, "Reading", "3/9/2026", "10")));
        var fields = (await school.PageAsync(import, "/points")).FormFields("form:has(input[name=Seen])");
        fields.Add("Do", "Apply");
        await RecordAsync(school, pupil, new PointContent("Reading", new(2026, 9, 3), Score: 11));

        using var answer = await school.Client.PostAsync($"/imports/{import}/points", fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(11, Assert.Single(await PointsAsync(school)).Score);
    }

    [Theory]
    [InlineData("office")]
    [InlineData("teacher")]
    [InlineData("head")]
    public async Task Points_WhenAskedForByOthers_AreNotThere(string role)
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        var import = await PreviewAsync(school, Table(await RowAsync(school, pupil, "Reading", "3/9/2026", "10")));
        var other = await school.AsAsync(role);

        foreach (var path in new[] { "/imports/points", "/imports/points/sample.xlsx?pupils=roll", $"/imports/{import}", $"/imports/{import}/points", $"/imports/{import}/refused.csv", $"/imports/{import}/undo" })
        {
            using var answer = await other.Client.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{role} gets {(int)answer.StatusCode} from {path}");
        }
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", 415, "This is a PDF, whatever its name says")]
    [InlineData("", 400, "The file is empty")]
    [InlineData("UPN,Test,test\n1,2,3\n", 400, "Two columns are called")]
    public async Task Upload_WhenTheFileCannotBeUsed_SaysWhyAndChangesNothing(string content, int status, string words)
    {
        var school = await imports.NewSchoolAsync();

        using var answer = await school.UploadAsync(Encoding.UTF8.GetBytes(content), "results.csv", "/imports/points");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal(0, await school.AskAsync(async db => await db.Imports.CountAsync() + await db.FileContents.CountAsync()));
    }

    private static Task<Guid> PreviewAsync(ImportSchool school, string table) => school.PreviewAsync(Encoding.UTF8.GetBytes(table), "results.csv", "/imports/points");

    private static string Table(params string[] rows) => $"{Headings}\n{string.Join('\n', rows)}\n";

    private static async Task<string> RowAsync(ImportSchool school, TestPupil pupil, string test, string on, string score = "", string mean = "", string standardised = "", string age = "", string stage = "", string judgement = "", string note = "") =>
        $"{await WhoAsync(school, pupil)},\"{test}\",{on},{score},{mean},{standardised},{age},{stage},{judgement},{note}";

    private static async Task<string> WhoAsync(ImportSchool school, TestPupil pupil)
    {
        var known = await school.AskAsync(db => db.Pupils.AsNoTracking().SingleAsync(row => row.Id == pupil.Id));
        return $",{known.Surname},{known.Forename},{known.BirthDate:dd/MM/yyyy}";
    }

    private static Task RecordAsync(ImportSchool school, TestPupil pupil, params PointContent[] points) => school.AskAsync(async db =>
    {
        var known = await db.Pupils.SingleAsync(row => row.Id == pupil.Id);
        db.AddRange(points.Select(point => AssessmentPoint.Record(known, point, school.School.Senco())));
        return await db.SaveChangesAsync();
    });

    private static Task<List<AssessmentPoint>> PointsAsync(ImportSchool school) => school.AskAsync(db => db.AssessmentPoints.AsNoTracking().OrderBy(point => point.Measure).ThenBy(point => point.Score).ToListAsync());
}
