using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Exports.ExportSchool;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

[Collection(nameof(TestApp))]
public sealed class ExportSchoolTests(TestApp app, ExportSchools schools) : IClassFixture<ExportSchools>
{
    [Fact]
    public async Task Download_WhenSenco_HoldsEveryTableAndTheReadmeNamesEveryColumn()
    {
        using var zip = await ZipAsync(await schools.ClientAsync("senco"));

        var readme = await TextAsync(zip, "README.txt");
        Assert.StartsWith("Elm Primary School: SEN records, everything", readme, StringComparison.Ordinal);
        Assert.Equal(SchoolTables.All.Select(table => table.FileName).Prepend("README.txt"), zip.Entries.Select(entry => entry.FullName).Take(SchoolTables.All.Count + 1));
        foreach (var table in SchoolTables.All)
        {
            var header = (await TextAsync(zip, table.FileName)).TrimStart('\uFEFF').Split("\r\n")[0];
            Assert.Equal(table.Columns.Select(column => column.Name), header.Split(','));
            var part = readme[readme.IndexOf($"\r\n{table.FileName}\r\n", StringComparison.Ordinal)..].Split("\r\n\r\n")[0];
            Assert.Equal(header.Split(','), part.Split("\r\n").Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Split(": ")[0]));
            Assert.All(table.Columns, column => Assert.NotEmpty(column.Meaning));
        }
    }

    [Fact]
    public async Task Download_WhenRecordsHoldNamesAndFormulas_KeepsThemWholeAndSafe()
    {
        using var zip = await ZipAsync(await schools.ClientAsync("head"));

        var pupils = await TextAsync(zip, "pupils.csv");
        Assert.Contains("Wiśniewska,Zofia", pupils, StringComparison.Ordinal);
        Assert.Contains("O’Reilly,Callum", pupils, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",'@SUM(1)", pupils, StringComparison.Ordinal);
        Assert.Contains("Backgroundsecret", pupils, StringComparison.Ordinal);
        Assert.Contains("Reasonsecret", await TextAsync(zip, "sen-status.csv"), StringComparison.Ordinal);
        Assert.Contains(ExportSchools.FormerUpn, await TextAsync(zip, "former-upns.csv"), StringComparison.Ordinal);
        Assert.Contains("NeedsChanged", await TextAsync(zip, "events.csv"), StringComparison.Ordinal);
        Assert.Contains(",upn,", (await TextAsync(zip, "event-changes.csv")) + ",upn,", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WhenThereAreCyclesAndFiles_HoldsThemAll()
    {
        var pupil = await schools.School.AddPupilAsync("Łukasz-Ođa", "Zoë", CycleStage.Do, closedCycles: 1);
        var (document, photo) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.InSchoolAsync(schools.School.Id, async db =>
        {
            db.AddRange(
                new FileContent { Id = document, SchoolId = schools.School.Id, ContentType = "application/pdf", Bytes = Encoding.ASCII.GetBytes("%PDF-report") },
                new FileContent { Id = photo, SchoolId = schools.School.Id, ContentType = "image/png", Bytes = [1, 2, 3] });
            return await db.SaveChangesAsync();
        });
        await schools.ChangeAsync(pupil.Id, record =>
        {
            record.AttachDocument(new DocumentDetails(document, "EP report", "../../Bericht ä.pdf", 11, TestSchool.Today), schools.School.Senco());
            record.ChangePhoto(photo, schools.School.Senco());
        });

        using var zip = await ZipAsync(await schools.ClientAsync("senco"));

        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9/._-]+$", name));
        Assert.DoesNotContain(names, name => name.Contains("..", StringComparison.Ordinal));
        var kept = Assert.Single(names, name => name.StartsWith("documents/lukasz-oda-zoe-", StringComparison.Ordinal));
        Assert.Equal("%PDF-report", await TextAsync(zip, kept));
        Assert.Contains(kept, await TextAsync(zip, "documents.csv"), StringComparison.Ordinal);
        Assert.Single(names, name => name.StartsWith("photos/lukasz-oda-zoe-", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal));
        // The test school's shared plans are no document that can be laid out: they go out as they were kept.
        Assert.Equal(2, names.Count(name => name.StartsWith("plans/lukasz-oda-zoe-", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)));
        Assert.Contains("Retells a short story in order", await TextAsync(zip, "targets.csv"), StringComparison.Ordinal);
        Assert.Contains("Partly met,Three of four", await TextAsync(zip, "results.csv"), StringComparison.Ordinal);
        Assert.Contains("Narrative group", await TextAsync(zip, "provision.csv"), StringComparison.Ordinal);
        Assert.Contains("Talks more", await TextAsync(zip, "reviews.csv"), StringComparison.Ordinal);
    }

    // What nobody would look for in another system: secrets, work in hand, and what other tables say already.
    private static readonly HashSet<Type> StaysHere =
        [typeof(AccountLink), typeof(CalendarFeed), typeof(ProtectionKey), typeof(Draft), typeof(StagedFile), typeof(ImportMapping), typeof(ImportEntry), typeof(CtfNumber), typeof(BulkAct), typeof(RecentPupil), typeof(FileContent), typeof(SchoolLogo), typeof(SchoolStamp)];

    [Fact]
    public void Tables_WhateverTheSchoolKeeps_TakeItAlong()
    {
        var rows = SchoolTables.All.Select(table => table.GetType().GetGenericArguments()[0]).Concat([typeof(Import), typeof(Pupil)]).ToHashSet();

        var missing = typeof(SenSupportDbContext).GetProperties()
            .Where(set => set.DeclaringType == typeof(SenSupportDbContext) && set.PropertyType.IsGenericType && set.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(set => set.PropertyType.GetGenericArguments()[0])
            .Where(row => !rows.Contains(row) && !StaysHere.Contains(row));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Download_WhenThereAreTeachingGroups_HoldsWhoWasInThemAndWhoTaughtThem()
    {
        var pupil = await schools.School.AddPupilAsync("Grouped", "Gil");
        var (from, until) = (TestSchool.Today.AddDays(-20), TestSchool.Today.AddDays(-2));
        await app.InSchoolAsync(schools.School.Id, async db =>
        {
            var group = TeachingGroup.Add(schools.School.Id, "Phonics set 2", "Phonics", AcademicYear.Of(TestSchool.Today), schools.School.Senco());
            group.AddPupils([pupil.Id], from, until, schools.School.Senco());
            group.AddTeacher(schools.School.Staff["ta"], from, null, schools.School.Senco());
            db.Add(group);
            return await db.SaveChangesAsync();
        });

        using var zip = await ZipAsync(await schools.ClientAsync("senco"));

        var groups = (await TextAsync(zip, "teaching-groups.csv")).Split("\r\n");
        var row = Assert.Single(groups, line => line.Contains("Phonics set 2", StringComparison.Ordinal));
        Assert.EndsWith($",Phonics set 2,Phonics,{AcademicYear.Of(TestSchool.Today)},", row, StringComparison.Ordinal);
        var key = row.Split(',')[0];
        Assert.Contains($"{key},{pupil.Id},{from:dd/MM/yyyy},{until:dd/MM/yyyy}\r\n", await TextAsync(zip, "group-pupils.csv"), StringComparison.Ordinal);
        Assert.Contains($"{key},{schools.School.Staff["ta"]},{from:dd/MM/yyyy},\r\n", await TextAsync(zip, "group-teachers.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WhenAPlanWasShared_HoldsItAsPdf()
    {
        var pupil = await schools.School.AddPupilAsync("Sharewell", "Sia", CycleStage.Plan);
        var client = await schools.ClientAsync("senco");
        var page = await client.GetPageAsync($"{pupil.CyclePath}/plan/share");
        using var shared = await client.PostAsync($"{pupil.CyclePath}/plan/share", page.FormFields("form[action$='/plan/share']"));
        Assert.Equal(HttpStatusCode.Redirect, shared.StatusCode);

        using var zip = await ZipAsync(client);

        var entry = Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("plans/sharewell-sia-", StringComparison.Ordinal));
        Assert.EndsWith("/cycle-1-version-1.pdf", entry.FullName, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", await TextAsync(zip, entry.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WhenTaken_IsAFileOfPlainLettersAndRecorded()
    {
        using var answer = await (await schools.ClientAsync("senco")).GetAsync("/exports/school.zip");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"attachment; filename=sensupport-whole-school-{TestSchool.Today:yyyy-MM-dd}.zip", $"{answer.Content.Headers.ContentDisposition}");
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        var recorded = (await ExportSchools.EventsAsync(app, schools.School.Id))[0];
        Assert.Equal(("Everything of the school", "Ruth Adeyemi"), (recorded.Summary, recorded.StaffName));
    }

    [Fact]
    public async Task Download_WhenAnotherSchool_HoldsNothingOfThisOne()
    {
        using var zip = await ZipAsync(await schools.EmptyClientAsync("senco"));

        foreach (var table in SchoolTables.All)
        {
            var text = await TextAsync(zip, table.FileName);
            Assert.DoesNotContain("Wiśniewska", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{schools.School.Id}", text, StringComparison.Ordinal);
        }

        Assert.Single((await TextAsync(zip, "pupils.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(10, (await TextAsync(zip, "staff.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Download_HoweverManyPupils_AsksOnceForEachTable()
    {
        var client = await schools.ClientAsync("senco");
        await client.GetAsync("/exports/school.zip");
        using var commands = new SqlCommands(app);

        await client.GetAsync("/exports/school.zip");

        Assert.InRange(commands.Texts.Count, SchoolTables.All.Count, SchoolTables.All.Count + 12);
    }

    [Fact]
    public async Task Ask_WhenOpened_SaysWhatTheFileHoldsBeforeItIsMade()
    {
        var before = (await ExportSchools.EventsAsync(app, schools.School.Id)).Count;

        var page = await (await schools.ClientAsync("head")).GetPageAsync("/exports/school");

        Assert.Contains("never send it by ordinary e-mail", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("/exports/school.zip", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(before, (await ExportSchools.EventsAsync(app, schools.School.Id)).Count);
    }

    [Fact]
    public void Tables_WhateverTheyHold_HaveNamesOfTheirOwn()
    {
        Assert.Equal(SchoolTables.All.Count, SchoolTables.All.Select(table => table.FileName).Distinct().Count());
        Assert.All(SchoolTables.All, table => Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name).Distinct().Count()));
    }

    private static async Task<ZipArchive> ZipAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/exports/school.zip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
