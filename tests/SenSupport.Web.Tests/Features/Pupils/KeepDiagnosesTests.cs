using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Exchange.Images;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class KeepDiagnosesTests(TestApp app)
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static byte[] Pdf { get; } = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    public async Task Add_WithADocument_KeepsBothAndServesTheFileToSave(string role)
    {
        var pupil = await app.School.AddPupilAsync("Diagnosed");
        var client = await app.AsAsync(role);
        var form = (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(
            ("Name", "Dyslexia <b>"), ("MadeBy", "Dr Vale"), ("MadeOn.Day", "3"), ("MadeOn.Month", "3"), ("MadeOn.Year", "2026"), ("Source", "Letter from Hollin Clinic"));

        var answer = await client.PostAsync($"{pupil.Path}/diagnoses/add", form.WithFile("File", "..\\..\\web\u202Efdp.exe", Pdf));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        var (diagnosis, document) = (Assert.Single(saved.Diagnoses), Assert.Single(saved.Documents));
        Assert.Equal(new DiagnosisDetails("Dyslexia <b>", "Dr Vale", new DateOnly(2026, 3, 3), "Letter from Hollin Clinic", document.Id), diagnosis.Details());
        Assert.Equal(("webfdp.exe.pdf", Pdf.Length, "Letter from Hollin Clinic"), (document.FileName, document.Size, document.Title));
        var page = await client.GetPageAsync($"{pupil.Path}/diagnoses");
        var link = page.QuerySelector("main a[href*='/documents/']")!.GetAttribute("href")!;
        Assert.Contains("Dyslexia <b>", page.QuerySelector("main").Words());
        var file = await client.GetAsync(link);
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("sandbox", (await client.GetAsync(pupil.Path)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var events = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == pupil.Id).Select(row => row.Kind).ToListAsync());
        Assert.Contains(RecordEventKind.DocumentAdded, events);
        Assert.Contains(RecordEventKind.DiagnosisRecorded, events);
        Assert.Contains("Diagnosis recorded: Dyslexia <b>", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
        foreach (var refused in new[] { "office", "ta", "teacher", "finance", "governor", "other-teacher" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(refused)).GetAsync(link)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(link)).StatusCode);
        var other = await app.School.AddPupilAsync("Otherdiagnosed");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{other.Path}/documents/{document.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("letter.pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("photo.bin", "image/jpeg")]
    [InlineData("scan.png", "image/png")]
    public async Task Add_WithAnyAllowedKind_KnowsItByItsContent(string name, string type)
    {
        var pupil = await app.School.AddPupilAsync("Kinds");
        var client = await app.AsAsync("senco");

        await client.PostAsync($"{pupil.Path}/diagnoses/add", (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(("Name", "ADHD")).WithFile("File", name, Bytes(name)));

        var document = Assert.Single((await app.ReadPupilAsync(pupil.Id)).Documents);
        var file = await client.GetAsync($"{pupil.Path}/documents/{document.Id}");
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("51.5N", System.Text.Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.pdf", "The file is empty")]
    [InlineData("page.pdf", "The file is none of PDF, Word file (.docx or .doc), JPEG and PNG, whatever its name says")]
    [InlineData("macro.docx", "The file holds macros: save it as .docx or PDF, and attach that")]
    [InlineData("table.docx", "The file is none of PDF")]
    [InlineData("broken.png", "The picture is damaged or incomplete")]
    [InlineData("large.pdf", "The file is larger than 10 MB: make it smaller, or split it")]
    public async Task Add_WithAWrongFile_SaysWhatAndKeepsWhatWasTyped(string name, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongfile");
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync($"{pupil.Path}/diagnoses/add", (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(("Name", "Typed name")).WithFile("File", name, Bytes(name)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith(message, Assert.Single(page.Errors()));
        Assert.Equal("Typed name", page.FormFields()["Name"]);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal((0, 0), (saved.Diagnoses.Count, saved.Documents.Count));
    }

    [Fact]
    public async Task Add_WhenTheBodyIsFarTooLarge_Answers413AndOrdinaryFormsKeepTheirLimit()
    {
        var pupil = await app.School.AddPupilAsync("Toolarge");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(("Name", "X"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync($"{pupil.Path}/diagnoses/add", form.WithFile("File", "a.pdf", new byte[12 * 1024 * 1024]))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync($"{pupil.Path}/contacts/add", form.WithFile("File", "a.pdf", new byte[9 * 1024 * 1024]))).StatusCode);
    }

    [Theory]
    [InlineData("Name", " ", "Enter what was diagnosed")]
    [InlineData("Name", KeepingPupils.TooLong, "The diagnosis must be 250 characters or fewer")]
    [InlineData("Source", KeepingPupils.TooLong, "The source must be 250 characters or fewer")]
    [InlineData("MadeOn.Day", "40", "Enter a real date, such as 27 3 2027")]
    [InlineData("MadeOn.Year", "2150", "The date of a diagnosis must be in the past")]
    public async Task Add_WhenAFieldIsWrong_SaysWhatAndAsksForTheFileAgain(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongdiagnosis");
        var client = await app.AsAsync("assistant");
        var form = (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(("Name", "Kept"), ("MadeOn.Day", "1"), ("MadeOn.Month", "2"), ("MadeOn.Year", "2020"));

        var answer = await client.PostAsync($"{pupil.Path}/diagnoses/add", form.With((field, value == KeepingPupils.TooLong ? KeepingPupils.Long : value)).WithFile("File", "a.pdf", Pdf));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message, "Choose a.pdf again: a browser forgets it when something is wrong"], (await answer.ReadPageAsync()).Errors());
    }

    [Fact]
    public async Task Change_WhenAColleagueChangedOtherFields_KeepsBothAndAsksWhereBothDid()
    {
        var (pupil, diagnosis) = await WithOneAsync("Bothdiagnosed");
        var client = await app.AsAsync("senco");
        var address = $"{pupil.Path}/diagnoses/{diagnosis}";
        var form = (await client.GetPageAsync(address)).FormFields();
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeDiagnosis(diagnosis, saved.Diagnoses[0].Details() with { MadeBy = "Theirs", Source = "Their source" }, by));

        var answer = await client.PostAsync(address, form.With(("MadeBy", "Mine"), ("Name", "Autism")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith("Anna Bell changed this to “Theirs” at ", Assert.Single(page.Errors()));
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(address, page.FormFields())).StatusCode);
        Assert.Equal(("Autism", "Mine", "Their source"), (await app.ReadPupilAsync(pupil.Id)).Diagnoses[0].Details() is var now ? (now.Name, now.MadeBy, now.Source) : default);
    }

    [Fact]
    public async Task Change_WhenTheDocumentIsTakenOff_StaysWithTheRecord()
    {
        var pupil = await app.School.AddPupilAsync("Takenoff");
        var client = await app.AsAsync("senco");
        await client.PostAsync($"{pupil.Path}/diagnoses/add", (await client.GetPageAsync($"{pupil.Path}/diagnoses/add")).FormFields().With(("Name", "ADHD")).WithFile("File", "a.pdf", Pdf));
        var address = $"{pupil.Path}/diagnoses/{(await app.ReadPupilAsync(pupil.Id)).Diagnoses[0].Id}";

        await client.PostAsync(address, (await client.GetPageAsync(address)).FormFields().With(("WithoutDocument", "true")));

        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Null(saved.Diagnoses[0].DocumentId);
        Assert.Single(saved.Documents);
        var forged = await client.PostAsync(address, (await client.GetPageAsync(address)).FormFields().With(("DocumentId", $"{Guid.NewGuid()}")));
        Assert.Equal(HttpStatusCode.Conflict, forged.StatusCode);
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).Diagnoses[0].DocumentId);
    }

    [Fact]
    public async Task Remove_WhenAsked_RemovesWithATimelineRow()
    {
        var (pupil, diagnosis) = await WithOneAsync("Removeddiagnosis");
        var client = await app.AsAsync("assistant");
        var address = $"{pupil.Path}/diagnoses/{diagnosis}/remove";
        var page = await client.GetPageAsync(address);
        Assert.Equal("Remove “Dyslexia” from Zofia’s record?", page.QuerySelector("h1").Words());

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(address, page.FormFields())).StatusCode);

        Assert.Empty((await app.ReadPupilAsync(pupil.Id)).Diagnoses);
        Assert.StartsWith("Diagnosis removed that was recorded by mistake: Dyslexia", await client.TimelineAsync(pupil));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(address, page.FormFields())).StatusCode);
    }

    [Theory]
    [InlineData("office")]
    [InlineData("teacher")]
    [InlineData("ta")]
    public async Task Show_WhenTheRoleMayNot_IsNotFound(string role)
    {
        var (pupil, diagnosis) = await WithOneAsync("Hidden");
        var client = await app.AsAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/diagnoses")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/diagnoses/{diagnosis}")).StatusCode);
    }

    [Fact]
    public async Task Show_WhenTheHeadReads_OffersNoChange()
    {
        var (pupil, diagnosis) = await WithOneAsync("Headdiagnosis");
        var client = await app.AsAsync("head");

        var page = await client.GetPageAsync($"{pupil.Path}/diagnoses");

        Assert.Contains("Dyslexia", page.QuerySelector("main").Words());
        Assert.Empty(page.QuerySelectorAll("main form, main a[href$='/add'], main a[href$='/remove']"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/diagnoses/{diagnosis}")).StatusCode);
    }

    private async Task<(TestPupil Pupil, Guid Diagnosis)> WithOneAsync(string surname)
    {
        var pupil = await app.School.AddPupilAsync(surname, supportedBy: "ta");
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.RecordDiagnosis(new DiagnosisDetails("Dyslexia", "Dr Vale"), by));
        return (pupil, (await app.ReadPupilAsync(pupil.Id)).Diagnoses.Single().Id);
    }

    // By name: a test runner writes out the data of each test, and these are large.
    private static byte[] Bytes(string name) => name switch
    {
        "letter.pdf" => Word("word/document.xml"),
        "photo.bin" => Pictures.Jpeg(8, 8, Pictures.ExifWith(1, "51.5N 0.1W")),
        "scan.png" => Pictures.Png(),
        "page.pdf" => "<html><script>alert(1)</script></html>"u8.ToArray(),
        "macro.docx" => Word("word/document.xml", "word/vbaProject.bin"),
        "table.docx" => Word("xl/workbook.xml", main: "application/x-other"),
        "broken.png" => Pictures.Png()[..30],
        "large.pdf" => [.. Pdf, .. new byte[10 * 1024 * 1024]],
        _ => [],
    };

    private static byte[] Word(string part, string? more = null, string main = WordMain)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"<Types><Override PartName=\"/{part}\" ContentType=\"{main}\"/></Types>");
            Write(archive, part, "<x/>");
            if (more is not null)
            {
                Write(archive, more, "x");
            }
        }

        return memory.ToArray();

        static void Write(ZipArchive archive, string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
