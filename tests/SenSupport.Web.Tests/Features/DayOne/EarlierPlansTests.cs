using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.DayOne;

[Collection(nameof(TestApp))]
public sealed class EarlierPlansTests(TestApp app)
{
    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "plan.pdf", Uploads.Exe, "neither a PDF nor a Word file" },
        { "plan.docx", Uploads.MacroWord, "macros" },
        { "plan.docm", Uploads.MacroWord, "macros" },
        { "plan.doc", Uploads.OldWordWithMacros, "macros" },
        { "plan.docx", Uploads.Locked, "password" },
        { "plan.doc", Uploads.OldExcel, "neither a PDF nor a Word file" },
        { "plan.docx", Uploads.Workbook, "neither a PDF nor a Word file" },
        { "plan.docx", Uploads.WordWithEntities, "damaged" },
        { "plan.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "damaged" },
        { "plan.pdf", [], "empty" },
        { "plan.html", "<script>alert(1)</script>"u8.ToArray(), "neither a PDF nor a Word file" },
    };

    [Theory]
    [InlineData("senco", "IEP autumn.pdf", "IEP autumn.pdf", "application/pdf")]
    [InlineData("assistant", "..\\..\\windows\\system32\\iep.pdf", "iep.pdf", "application/pdf")]
    [InlineData("senco", "../../etc/passwd", "passwd.pdf", "application/pdf")]
    [InlineData("senco", "plan\u202Efdp.exe", "planfdp.exe.pdf", "application/pdf")]
    public async Task Attach_WhenItIsAPdf_KeepsItListsItAndGivesItBack(string role, string sent, string name, string type)
    {
        var pupil = await app.School.AddPupilAsync("Earlier", "Ed");
        var client = await app.AsAsync(role);
        var path = $"{pupil.Path}/earlier-plans";
        var form = (await client.GetPageAsync(path)).FormFields("main form").With(
            ("Name", "IEP autumn 2025"), ("StartedOn.Day", "5"), ("StartedOn.Month", "9"), ("StartedOn.Year", "2025"),
            ("EndedOn.Day", "19"), ("EndedOn.Month", "12"), ("EndedOn.Year", "2025"), ("Result", "2 of 3 targets met"));

        var answer = await client.PostAsync(path, form.WithFiles(("File", sent, Uploads.Pdf)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var address in new[] { path, $"{pupil.Path}/cycles" })
        {
            var words = (await client.GetPageAsync(address)).QuerySelector("main").Words();
            Assert.Contains("IEP autumn 2025", words);
            Assert.Contains("5 Sep 2025 to 19 Dec 2025", words);
            Assert.Contains("2 of 3 targets met", words);
        }

        Assert.Contains("Earlier plan recorded: IEP autumn 2025", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
        var link = (await client.GetPageAsync(path)).QuerySelector("a[href*='/documents/']")!.GetAttribute("href")!;
        using var file = await client.GetAsync(link);
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name, (file.Content.Headers.ContentDisposition.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName)!.Trim('"'));
        Assert.Equal(Uploads.Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync("teacher")).GetAsync(link)).StatusCode);
        foreach (var other in new[] { await app.AsAsync("other-teacher"), await app.AsAsync("office"), await app.AsAsync("governor"), await app.AsOtherSchoolAsync("senco") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).StatusCode);
        }
    }

    [Theory]
    [InlineData("plan.docx")]
    [InlineData("plan.doc")]
    public async Task Attach_WhenItIsAWordFile_TakesItByItsContent(string name)
    {
        var pupil = await app.School.AddPupilAsync("Wordy", "Wes");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/earlier-plans";

        var answer = await client.PostAsync(path, Dated((await client.GetPageAsync(path)).FormFields("main form")).WithFiles(("File", name, name.EndsWith('x') ? Uploads.Word : Uploads.OldWord)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(name, Assert.Single(await DocumentsAsync(pupil.Id)).FileName);
        Assert.Contains("plan", (await client.GetPageAsync(path)).QuerySelector("table").Words());
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Attach_WhenTheFileIsNoDocument_SaysWhyAndKeepsWhatWasTyped(string name, byte[] bytes, string why)
    {
        var pupil = await app.School.AddPupilAsync("Badfile", "Bob");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/earlier-plans";
        var form = Dated((await client.GetPageAsync(path)).FormFields("main form")).With(("Name", "My <b>plan</b>"), ("Result", "Typed already"));

        var answer = await client.PostAsync(path, form.WithFiles(("File", name, bytes)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(why, page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("File", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")![1..]);
        Assert.Equal("My <b>plan</b>", page.FormFields("main form")["Name"]);
        Assert.Equal("Typed already", page.FormFields("main form")["Result"]);
        Assert.Empty(await DocumentsAsync(pupil.Id));
    }

    [Fact]
    public async Task Attach_WhenTheFileIsTooLarge_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Toolarge", "Tom");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/earlier-plans";
        var form = Dated((await client.GetPageAsync(path)).FormFields("main form"));

        var over = await client.PostAsync(path, form.WithFiles(("File", "big.pdf", [.. Uploads.Pdf, .. new byte[DocumentUpload.MostBytes]])));
        var far = await client.PostAsync(path, form.WithFiles(("File", "huge.pdf", [.. Uploads.Pdf, .. new byte[DocumentUpload.MostBytes + (2 * 1024 * 1024)]])));

        Assert.Equal(HttpStatusCode.BadRequest, over.StatusCode);
        Assert.Contains("larger than 10 MB", (await over.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.StatusCode);
        Assert.Empty(await DocumentsAsync(pupil.Id));
    }

    [Fact]
    public async Task Attach_WhenDatesAreWrong_SaysSoBesideThem()
    {
        var pupil = await app.School.AddPupilAsync("Wrongdates", "Wil");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/earlier-plans";
        var form = Dated((await client.GetPageAsync(path)).FormFields("main form")).With(("Name", "IEP"), ("EndedOn.Day", "1"), ("EndedOn.Month", "1"), ("EndedOn.Year", "2020"));

        var turned = await client.PostAsync(path, form.WithFiles());
        var none = await client.PostAsync(path, form.With(("StartedOn.Day", ""), ("StartedOn.Month", ""), ("StartedOn.Year", ""), ("Name", "")).WithFiles());

        Assert.Contains("on or after the day it started", (await turned.ReadPageAsync()).QuerySelector("#EndedOn-error").Words());
        var words = (await none.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words();
        Assert.Contains("Enter the day on which the plan started", words);
        Assert.Contains("Enter what the plan was called", words);
    }

    [Fact]
    public async Task Remove_WhenConfirmed_DeletesTheDocumentAndKeepsTheName()
    {
        var pupil = await app.School.AddPupilAsync("Mistaken", "Mia");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/earlier-plans";
        await client.PostAsync(path, Dated((await client.GetPageAsync(path)).FormFields("main form")).With(("Name", "Of another child")).WithFiles(("File", "x.pdf", Uploads.Pdf)));
        var page = await client.GetPageAsync(path);
        var document = page.QuerySelector("a[href*='/documents/']")!.GetAttribute("href")!;
        var ask = page.QuerySelector("a[href$='/remove']")!.GetAttribute("href")!;

        var answer = await client.PostAsync(ask, (await client.GetPageAsync(ask)).FormFields("main form"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(document)).StatusCode);
        Assert.Empty(await DocumentsAsync(pupil.Id));
        var key = Guid.Parse(document[(document.LastIndexOf('/') + 1)..]);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.FileContents.AnyAsync(content => content.Id == key)));
        Assert.Contains("Of another child", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("head")]
    [InlineData("ta")]
    [InlineData("office")]
    public async Task Pages_WhenThePersonKeepsNoSenRecords_CannotBeWritten(string role)
    {
        var pupil = await app.School.AddPupilAsync("Readers", "Rae", supportedBy: "ta");
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");

        foreach (var path in new[] { $"{pupil.Path}/earlier-plans", $"{pupil.Path}/received", "/school/earlier-plans" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, token.WithFiles(("File", "x.pdf", Uploads.Pdf)))).StatusCode);
        }

        Assert.Equal(role is "teacher" or "head" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/earlier-plans")).StatusCode);
    }

    [Fact]
    public async Task Bring_WhenSeveralFilesAreSent_MatchesThemShowsThemAndKeepsThemOnlyThen()
    {
        var named = await app.School.AddPupilAsync("Fitzgerald", "Finlay");
        var chosen = await app.School.AddPupilAsync("Okonkwo", "Oma");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync("/school/earlier-plans")).FormFields("main form");

        var sent = await client.PostAsync("/school/earlier-plans", form.WithFiles(
            ("Files", "IEP_Finlay_Fitzgerald.pdf", Uploads.Pdf), ("Files", "scan0001.docx", Uploads.Word), ("Files", "bad.pdf", Uploads.Exe), ("Files", "leave.pdf", Uploads.Pdf)));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var preview = sent.Headers.Location!.OriginalString;
        var page = await client.GetPageAsync(preview);
        Assert.Contains("bad.pdf is neither", page.QuerySelector("main").Words());
        var fields = page.FormFields("main form");
        var rows = fields.Names.Where(name => name.EndsWith(".Pupil", StringComparison.Ordinal)).Select(name => name[..^".Pupil".Length]).ToList();
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("Fitzgerald, Finlay", fields[$"{rows[0]}.Pupil"]);
        Assert.Equal("", fields[$"{rows[1]}.Pupil"]);
        Assert.Empty(await DocumentsAsync(named.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("assistant")).GetAsync(preview)).StatusCode);

        var wrong = await client.PostAsync(preview, fields.With(("Started", "5 Sep 2025"), ($"{rows[1]}.Pupil", "Nobody, Ned"), ($"{rows[1]}.Result", "Kept words")).Without($"{rows[2]}.Keep"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var again = await wrong.ReadPageAsync();
        Assert.Contains("No pupil is called", again.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("Kept words", again.FormFields("main form")[$"{rows[1]}.Result"]);

        var kept = await client.PostAsync(preview, fields.With(("Started", "5 Sep 2025"), ("Ended", "19 Dec 2025"), ($"{rows[1]}.Pupil", "Okonkwo, Oma, 4W"), ($"{rows[1]}.Started", "1/9/2024"), ($"{rows[1]}.Ended", "20/12/2024")).Without($"{rows[2]}.Keep"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("IEP_Finlay_Fitzgerald.pdf", Assert.Single(await DocumentsAsync(named.Id)).FileName);
        Assert.Contains("1 Sep 2024 to 20 Dec 2024", (await client.GetPageAsync($"{chosen.Path}/cycles")).QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(preview)).StatusCode);
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.StagedFiles.CountAsync(file => file.BatchId == Guid.Parse(preview.Substring(preview.LastIndexOf('/') + 1)))));
    }

    [Fact]
    public async Task Bring_WhenDiscarded_DeletesTheFiles()
    {
        var client = await app.AsAsync("assistant");
        var form = (await client.GetPageAsync("/school/earlier-plans")).FormFields("main form");
        var preview = (await client.PostAsync("/school/earlier-plans", form.WithFiles(("Files", "a.pdf", Uploads.Pdf)))).Headers.Location!.OriginalString;
        var page = await client.GetPageAsync(preview);
        var id = Guid.Parse(page.FormFields("main form").Names.First(name => name.EndsWith(".Pupil", StringComparison.Ordinal))[5..41]);

        await client.PostAsync($"{preview}/discard", page.FormFields("main form"));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(preview)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{preview}/discard", page.FormFields("main form"))).StatusCode);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.FileContents.AnyAsync(content => content.Id == id)));
    }

    [Fact]
    public async Task Bring_WhenNoFileCanBeTaken_SaysWhyOfEach()
    {
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync("/school/earlier-plans")).FormFields("main form");

        var bad = await client.PostAsync("/school/earlier-plans", form.WithFiles(("Files", "one.pdf", Uploads.Exe), ("Files", "two.docx", Uploads.MacroWord)));
        var none = await client.PostAsync("/school/earlier-plans", form.WithFiles());

        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        var words = (await bad.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words();
        Assert.Contains("one.pdf is neither", words);
        Assert.Contains("two.docx holds macros", words);
        Assert.Contains("Choose the files", (await none.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
    }

    private static FormFields Dated(FormFields form) => form.With(("StartedOn.Day", "5"), ("StartedOn.Month", "9"), ("StartedOn.Year", "2025"));

    private Task<List<PupilDocument>> DocumentsAsync(Guid pupilId) =>
        app.InSchoolAsync(app.School.Id, db => db.Pupils.AsNoTracking().Where(pupil => pupil.Id == pupilId).SelectMany(pupil => pupil.Documents).ToListAsync());
}
