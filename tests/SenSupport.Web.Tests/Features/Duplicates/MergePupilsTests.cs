using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Duplicates.MergePupils;
using SenSupport.Web.Tests.Features.Groups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Duplicates;

[Collection(nameof(TestApp))]
public sealed class MergePupilsTests(TestApp app)
{
    private static int made;

    [Fact]
    public async Task Merge_KeepsEverythingOfBoth_AndUndoRestoresThemExactly()
    {
        // Their sign-in is written down, so they sign in before anything is compared.
        var (client, teacher, ta, stranger) = (await app.AsAsync("senco"), await app.AsAsync("teacher"), await app.AsAsync("ta"), await app.AsOtherSchoolAsync("senco"));
        var (kept, other) = await TwinsAsync("Amberley");
        await app.AddGroupAsync(app.School, "teacher", [other.Id]);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            db.Add(new Draft { SchoolId = app.School.Id, StaffId = app.School.Staff["senco"], Page = $"/pupils/{other.Id}/cycles/2/plan", PupilId = other.Id, Fields = "AtHome=Reading", SavedAt = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });
        var before = await WholeStateAsync(null);
        var upns = await app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(pupil => pupil.Id == kept.Id || pupil.Id == other.Id).ToDictionaryAsync(pupil => pupil.Id, pupil => pupil.Upn));

        var page = await client.GetPageAsync($"/school/duplicates/{kept.Id}/{other.Id}");
        var merged = await client.PostAsync($"/school/duplicates/{kept.Id}/{other.Id}", page.FormFields("main form").With(("Take[background]", "other"), ("Take[knownAs]", "other")));
        Assert.True(merged.StatusCode == HttpStatusCode.Redirect, (await merged.ReadPageAsync()).QuerySelector("main").Words());

        var one = await app.InSchoolAsync(app.School.Id, db => MergeHandler.Whole(db, kept.Id).AsNoTracking().FirstAsync());
        Assert.Equal(("Likes to paint", "Amy", upns[kept.Id]), (one.Background, one.KnownAs, one.Upn));
        Assert.Equal([upns[other.Id]], one.FormerUpns.Select(row => row.Upn));
        Assert.Equal(["Marta Amberley", "Peter Amberley"], one.Contacts.OrderBy(contact => contact.Order).Select(contact => contact.Name));
        Assert.Equal(["SLCN", "SEMH"], one.CurrentNeeds.Select(need => need.Code));
        Assert.Single(one.Documents);
        Assert.Single(one.Profiles);
        Assert.Equal([app.School.Staff["ta"]], one.Supporters.Select(row => row.StaffId));
        var cycles = await app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == kept.Id).OrderBy(cycle => cycle.Number).Select(cycle => new { cycle.Number, cycle.Stage }).ToListAsync());
        Assert.Equal([1, 2, 3], cycles.Select(cycle => cycle.Number));
        Assert.Equal(CycleStage.Plan, cycles[^1].Stage);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.Pupils.AnyAsync(pupil => pupil.Id == other.Id)));
        Assert.Equal($"/pupils/{kept.Id}/cycles/3/plan", await app.InSchoolAsync(app.School.Id, db => db.Drafts.Where(draft => draft.PupilId == kept.Id).Select(draft => draft.Page).SingleAsync()));
        var timeline = (await client.GetPageAsync($"/pupils/{kept.Id}/timeline")).QuerySelector("main").Words();
        Assert.Contains("Another record of Zoe Amberley taken in", timeline, StringComparison.Ordinal);
        Assert.Contains("SEN Support from", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Id}", (await client.GetPageAsync("/pupils?view=everyone&search=amberley")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        var gone = await client.GetAsync($"/pupils/{other.Id}");
        Assert.Equal((HttpStatusCode.Redirect, $"/pupils/{kept.Id}"), (gone.StatusCode, gone.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.GetAsync($"/pupils/{other.Id}/cycles")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ta.GetAsync($"/pupils/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/pupils/{other.Id}")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await UndoAsync(client, kept.Id)).StatusCode);
        Assert.Equal(before, await WholeStateAsync(before));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/pupils/{other.Id}")).StatusCode);
        Assert.Contains("On its own again", (await client.GetPageAsync($"/pupils/{other.Id}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_KeepsWhatWasWrittenSince()
    {
        var client = await app.AsAsync("senco");
        var (kept, other) = await TwinsAsync("Bexley");
        await MergeAsync(client, kept.Id, other.Id);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var pupil = await MergeHandler.Whole(db, kept.Id).FirstAsync();
            pupil.WriteBackground("Written later", app.School.Senco());
            pupil.AddContact(new ContactDetails("Nan Bexley", "Grandmother", false, false), app.School.Senco());
            return await db.SaveChangesAsync();
        });

        await UndoAsync(client, kept.Id);

        var one = await app.InSchoolAsync(app.School.Id, db => MergeHandler.Whole(db, kept.Id).AsNoTracking().FirstAsync());
        Assert.Equal("Written later", one.Background);
        Assert.Equal(["Marta Bexley", "Nan Bexley"], one.Contacts.OrderBy(contact => contact.Order).Select(contact => contact.Name));
    }

    [Fact]
    public async Task Merge_WithTwoOpenCycles_IsRefusedInWords()
    {
        var client = await app.AsAsync("senco");
        var kept = await app.School.AddPupilAsync("Croft", "Zoe", CycleStage.Do);
        var other = await app.School.AddPupilAsync("Croft", "Zoe", CycleStage.Plan);
        var page = await client.GetPageAsync($"/school/duplicates/{kept.Id}/{other.Id}");
        Assert.Contains("Close one of them first", page.QuerySelector("main").Words(), StringComparison.Ordinal);

        var answer = await client.PostAsync($"/school/duplicates/{kept.Id}/{other.Id}", page.FormFields("main form"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Both records of Zoe Croft have an open support cycle", (await answer.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.True(await app.InSchoolAsync(app.School.Id, db => db.Pupils.AnyAsync(pupil => pupil.Id == other.Id)));
    }

    [Fact]
    public async Task Merge_FromAnOldPage_IsRefusedWith409_AndChangesNothing()
    {
        var client = await app.AsAsync("senco");
        var (kept, other) = await TwinsAsync("Denholm");
        var fields = (await client.GetPageAsync($"/school/duplicates/{kept.Id}/{other.Id}")).FormFields("main form");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.FirstAsync(pupil => pupil.Id == other.Id)).WriteBackground("Changed meanwhile", app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var before = await WholeStateAsync(null);

        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"/school/duplicates/{kept.Id}/{other.Id}", fields)).StatusCode);
        Assert.Equal(before, await WholeStateAsync(null));
    }

    [Fact]
    public async Task Undo_AfterItsTime_OrWithALaterMergeOnTop_IsRefused()
    {
        var client = await app.AsAsync("senco");
        var (kept, other) = await TwinsAsync("Eastwood");
        var third = await app.School.AddPupilAsync("Eastwood", "Zoe", status: SenStatus.None);
        await MergeAsync(client, kept.Id, other.Id);
        var first = (await client.GetPageAsync("/school/duplicates")).QuerySelectorAll("form[action$=undo]").First(form => form.ParentElement!.ParentElement!.InnerHtml.Contains($"{kept.Id}", StringComparison.Ordinal)).GetAttribute("action")!;
        var fields = (await client.GetPageAsync("/school/duplicates")).FormFields($"form[action='{first}']");
        await MergeAsync(client, third.Id, kept.Id);

        var later = await client.PostAsync(first, fields);
        Assert.Equal(HttpStatusCode.Conflict, later.StatusCode);
        Assert.Contains("Undo that merge first", (await later.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync($"/pupils/{other.Id}")).StatusCode);

        await UndoAsync(client, third.Id);
        await app.InSchoolAsync(app.School.Id, db => db.PupilMerges.Where(merge => merge.KeptId == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(merge => merge.UndoUntil, TestSchool.Today.AddDays(-1))));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(first, fields)).StatusCode);
    }

    [Fact]
    public async Task List_NamesPairs_UntilSomebodySaysTheyAreTwo()
    {
        var client = await app.AsAsync("senco");
        var (kept, other) = await TwinsAsync("Fairweather");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.FirstAsync(pupil => pupil.Id == other.Id)).Leave(TestSchool.Today.AddDays(-3), "", "", app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var page = await client.GetPageAsync("/school/duplicates");
        var row = page.QuerySelectorAll("tbody tr").Single(line => line.InnerHtml.Contains($"{kept.Id}", StringComparison.Ordinal));
        Assert.Contains("The same name and date of birth", row.Words(), StringComparison.Ordinal);
        Assert.Contains("left", row.Words(), StringComparison.Ordinal);

        var token = page.FormFields("form[action$=not-the-same]");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/duplicates/not-the-same", token.With(("One", $"{other.Id}"), ("Other", $"{kept.Id}")))).StatusCode);
        Assert.DoesNotContain($"{kept.Id}", (await client.GetPageAsync("/school/duplicates")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/school/duplicates/not-the-same", token.With(("One", $"{other.Id}"), ("Other", $"{other.Id}")))).StatusCode);
    }

    [Fact]
    public async Task List_ProposesToKeepTheRecordThatIsFollowed_AndShowsBothBesideEachOther()
    {
        var client = await app.AsAsync("senco");
        var followed = await app.School.AddPupilAsync("Granger", "Zoe");
        var typedAgain = await app.School.AddPupilAsync("Granger", "Zoe", status: SenStatus.None, responsible: null);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var born = await db.Pupils.Where(pupil => pupil.Id == followed.Id).Select(pupil => pupil.BirthDate).SingleAsync();
            var pupil = await MergeHandler.Whole(db, typedAgain.Id).FirstAsync();
            // Sorted by name, it would come first.
            pupil.ChangeDetails(pupil.Details() with { BirthDate = born, KnownAs = "Abby" }, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var compare = (await client.GetPageAsync("/school/duplicates")).QuerySelector($"a[href='/school/duplicates/{followed.Id}/{typedAgain.Id}']");
        Assert.NotNull(compare);
        var page = await client.GetPageAsync(compare.GetAttribute("href")!);

        Assert.Equal(["Which holds", "Kept record: Granger, Zoe", "The other: Granger, Abby"], page.QuerySelectorAll(".sen-merge thead th").Select(head => head.Words()));
        var name = page.QuerySelectorAll(".sen-merge tbody tr").Single(row => row.QuerySelector("th").Words() == "Known as");
        Assert.Equal(["Known as, kept record: Nothing", "Known as, the other: Abby"], name.QuerySelectorAll("td label").Select(label => label.Words()));
        Assert.Equal("other", name.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("The united record has the status of the kept one", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("The united record has the status of the kept one", (await client.GetPageAsync($"/school/duplicates/{typedAgain.Id}/{followed.Id}")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assistant")]
    [InlineData("office")]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task Duplicates_ForOtherRoles_AreNotThere(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync("/school/duplicates")).StatusCode);

    [Fact]
    public async Task Compare_WithAPupilOfAnotherSchool_IsNotThere()
    {
        var pupil = await app.School.AddPupilAsync();
        var stranger = await app.OtherSchool.AddPupilAsync(classId: app.OtherSchool.OtherClassId, responsible: null);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"/school/duplicates/{pupil.Id}/{stranger.Id}")).StatusCode);
    }

    // The kept one has a closed cycle; the other an open one, and more of everything.
    private async Task<(TestPupil Kept, TestPupil Other)> TwinsAsync(string surname)
    {
        var kept = await app.School.AddPupilAsync(surname, "Zoe", closedCycles: 1);
        var other = await app.School.AddPupilAsync(surname, "Zoe", CycleStage.Plan, closedCycles: 1, supportedBy: "ta");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var by = app.School.Senco();
            var one = await MergeHandler.Whole(db, kept.Id).FirstAsync();
            one.ChangeDetails(one.Details() with { Upn = NewUpn() }, by);
            var two = await MergeHandler.Whole(db, other.Id).FirstAsync();
            two.ChangeDetails(two.Details() with { Upn = NewUpn(), KnownAs = "Amy", BirthDate = one.BirthDate, Flags = PupilFlags.PupilPremium }, by);
            two.WriteBackground("Likes to paint", by);
            two.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], by.Today, by);
            two.AddContact(new ContactDetails($"Peter {surname}", "Father", true, true), by);
            two.RecordProfile(by.Today, new PupilVoice("", "Kind", "", "", ""), by);
            two.AttachDocument(new DocumentDetails(Guid.NewGuid(), "Letter", "letter.pdf", 10, null), by);
            two.SendLetter(new LetterDetails("", "Invitation", "Ms Cole", LetterMethod.Post, by.Today, "Dear Ms Cole"), null, by);
            db.Add(Concern.Raise(two, new ConcernContent(ConcernSource.Staff, "", by.Today, "Stares out of the window"), by));
            db.Add(ContactEntry.Log(two, new ContactContent(by.Today, ContactKind.Call, "Rang home", "Ms Cole"), by));
            db.Add(AssessmentRequest.Ask(two, app.School.Staff["teacher"], "Tom Whitaker", by.Today, "", by));
            return await db.SaveChangesAsync();
        });
        return (kept, other);
    }

    // Check letter: the sum of each digit by its position, 2 to 13, indexes the letters.
    private static string NewUpn()
    {
        var digits = $"8012{Interlocked.Increment(ref made):00000000}";
        return $"{"ABCDEFGHJKLMNPQRTUVWXYZ"[digits.Select((digit, index) => (digit - '0') * (index + 2)).Sum() % 23]}{digits}";
    }

    private static async Task MergeAsync(HttpClient client, Guid kept, Guid other) => Assert.Equal(
        HttpStatusCode.Redirect,
        (await client.PostAsync($"/school/duplicates/{kept}/{other}", (await client.GetPageAsync($"/school/duplicates/{kept}/{other}")).FormFields("main form"))).StatusCode);

    private static async Task<HttpResponseMessage> UndoAsync(HttpClient client, Guid kept)
    {
        var page = await client.GetPageAsync("/school/duplicates");
        var action = page.QuerySelectorAll("form[action$=undo]").First(form => form.ParentElement!.ParentElement!.InnerHtml.Contains($"{kept}", StringComparison.Ordinal)).GetAttribute("action")!;
        return await client.PostAsync(action, page.FormFields($"form[action='{action}']"));
    }

    // Every row of every table as it is stored, without versions and without what says that a merge took place. Of the history, only what was there before.
    private Task<string> WholeStateAsync(string? before) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var known = before is null ? null : JsonSerializer.Deserialize<Dictionary<string, List<string>>>(before)!["RecordEvents"].Select(row => row.Split('|')[0]).ToHashSet();
        var state = new Dictionary<string, List<string>>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Where(name => !name.StartsWith("AspNet", StringComparison.Ordinal) && name is not ("PupilMerges" or "ProtectionKeys" or "SchoolStamps")).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                var id = reader[HasId(reader) ? "Id" : reader.GetName(0)].ToString()!;
                if (table != "RecordEvents" || known is null || known.Contains(id))
                {
                    rows.Add(id + "|" + string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetName(column) != "Version").Select(column => $"{reader.GetName(column)}={reader.GetValue(column)}")));
                }
            }

            rows.Sort(StringComparer.Ordinal);
            state[table] = rows;
        }

        return JsonSerializer.Serialize(state);

        static bool HasId(System.Data.Common.DbDataReader reader) => Enumerable.Range(0, reader.FieldCount).Any(column => reader.GetName(column) == "Id");
    });
}
