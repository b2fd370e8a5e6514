using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

[Collection(nameof(TestApp))]
public sealed class ListMisChangesTests(TestApp app, ExportSchools schools) : IClassFixture<ExportSchools>
{
    private static string Since => $"since={TestSchool.Today.AddDays(-1):yyyy-MM-dd}";

    [Fact]
    public async Task Show_WhenRecordsChanged_ListsOnlyWhatTheMisKeepsToo()
    {
        var id = await AddAsync("Keyworth", SenStatus.None);
        var by = schools.School.Senco();

        // Events of one moment have no order of their own.
        Acting Later(int seconds) => by with { At = by.At.AddSeconds(seconds) };
        await schools.ChangeAsync(id, pupil =>
        {
            pupil.ChangeStatus(SenStatus.Monitoring, by.Today.AddDays(-3), "Reasonsecret", Later(1));
            pupil.ChangeStatus(SenStatus.SenSupport, by.Today, "Reasonsecret", Later(2));
            pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], by.Today, Later(3));
            pupil.ChangeDetails(pupil.Details() with { ClassId = schools.School.OtherClassId, Flags = PupilFlags.PupilPremium }, Later(4));
            pupil.ChangeDetails(pupil.Details() with { Attendance = 95, AttendanceOn = by.Today }, Later(5));
            pupil.WriteBackground("Backgroundsecret again", Later(6));
            pupil.RecordDiagnosis(new DiagnosisDetails("Diagnosissecret"), Later(7));
            pupil.NameResponsibleTeacher(schools.School.Staff["teacher"], Later(8));
            pupil.Leave(by.Today, "3012002", "Leavingsecret", Later(9));
        });

        var page = await (await schools.ClientAsync("office")).GetPageAsync($"/exports/mis-changes?{Since}&show=all");

        var rows = page.QuerySelectorAll("tbody tr").Where(row => row.Words().StartsWith("Keyworth", StringComparison.Ordinal)).Select(row => row.QuerySelectorAll("td")[0].Words()).ToList();
        Assert.Equal(
            [
                $"Last day at the school: nothing → is now {Long(by.Today)} Destination: nothing → is now 3012002",
                "Class: 4W → is now 5K Flags: nothing → is now Pupil premium",
                "Needs: nothing → is now SLCN",
                $"SEN provision: N → is now K from {Long(by.Today)}",
            ],
            rows);
        Assert.DoesNotContain("secret", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_WhenKeyedIn_MovesTheChangeAndUndoBringsItBack()
    {
        var id = await AddAsync("Tickford", SenStatus.None);
        await schools.ChangeAsync(id, pupil => pupil.ChangeStatus(SenStatus.SenSupport, TestSchool.Today, "", schools.School.Senco()));
        var client = await schools.ClientAsync("office");
        var page = await client.GetPageAsync($"/exports/mis-changes?{Since}");
        var change = ((IHtmlInputElement)Row(page, "Tickford").QuerySelector("input[type=checkbox]")!).Value;

        var ticked = await client.PostAsync("/exports/mis-changes/tick", page.FormFields("form[action$='/tick']").With(("changes", change)));

        Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        Assert.Equal($"/exports/mis-changes?{Since}", $"{ticked.Headers.Location}");
        Assert.DoesNotContain("Tickford", (await client.GetPageAsync($"/exports/mis-changes?{Since}")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var done = await client.GetPageAsync($"/exports/mis-changes?{Since}&show=done");
        Assert.Contains("Owen Price", Row(done, "Tickford").QuerySelectorAll("td").Last().Words(), StringComparison.Ordinal);

        Assert.Equal([$"ChangeKeyedIn SEN provision {change}"], await KeyedInAsync(id));

        var undone = await client.PostAsync("/exports/mis-changes/untick", done.FormFields("form[action$='/untick']").With(("change", change)));
        await client.PostAsync("/exports/mis-changes/untick", done.FormFields("form[action$='/untick']").With(("change", change)));

        Assert.Equal([$"ChangeKeyedIn SEN provision {change}", $"ChangeNotKeyedIn SEN provision {change}"], await KeyedInAsync(id));
        Assert.Contains("Keyed into the school’s MIS", (await (await schools.ClientAsync("senco")).GetPageAsync($"/pupils/{id}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.NotNull(Row(await client.GetPageAsync($"/exports/mis-changes?{Since}"), "Tickford"));
    }

    [Fact]
    public async Task Tick_WhenTheChangeIsAnotherSchools_ChangesNothing()
    {
        var id = await AddAsync("Forgeham", SenStatus.None);
        await schools.ChangeAsync(id, pupil => pupil.ChangeStatus(SenStatus.SenSupport, TestSchool.Today, "", schools.School.Senco()));
        var own = await schools.ClientAsync("office");
        var change = ((IHtmlInputElement)Row(await own.GetPageAsync($"/exports/mis-changes?{Since}"), "Forgeham").QuerySelector("input[type=checkbox]")!).Value;
        var stranger = await app.AsOtherSchoolAsync("office");
        var token = (await stranger.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;

        await stranger.PostAsync("/exports/mis-changes/tick", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("changes", change)]));

        Assert.NotNull(Row(await own.GetPageAsync($"/exports/mis-changes?{Since}"), "Forgeham"));
    }

    [Fact]
    public async Task Csv_WhenTaken_HasALineForEachValueAndIsRecorded()
    {
        var id = await AddAsync("=Csvham", SenStatus.None);
        await schools.ChangeAsync(id, pupil => pupil.ChangeDetails(pupil.Details() with { KnownAs = "Bo", Sex = Sex.Male }, schools.School.Senco()));

        using var answer = await (await schools.ClientAsync("senco")).GetAsync($"/exports/mis-changes.csv?{Since}&kind=details");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("'=Csvham,Kit,4W,Details,Known as,,Bo,Ruth Adeyemi,,", text, StringComparison.Ordinal);
        Assert.Contains("'=Csvham,Kit,4W,Details,Sex,Female,Male,Ruth Adeyemi,,", text, StringComparison.Ordinal);
        Assert.Contains(await ExportSchools.EventsAsync(app, schools.School.Id), row => row.Summary == "Changes to key into the MIS");
    }

    [Fact]
    public async Task Show_WhenTheDateIsNone_SaysSoBesideIt()
    {
        using var answer = await (await schools.ClientAsync("senco")).GetAsync("/exports/mis-changes?since=soonish");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal("Error: Enter a date, for example 1 September 2026", page.QuerySelector("#Since-error").Words());
        Assert.Equal("soonish", ((IHtmlInputElement)page.QuerySelector("#Since")!).Value);
    }

    [Fact]
    public async Task Show_WhenNothingChanged_SaysSo()
    {
        var page = await (await schools.EmptyClientAsync("office")).GetPageAsync("/exports/mis-changes");

        Assert.Equal("Nothing to key in", page.QuerySelector("main h2").Words());
        Assert.Contains($"since 1 September {AcademicYear.Of(TestSchool.Today).StartYear}", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    private Task<List<string>> KeyedInAsync(Guid pupilId) => app.InSchoolAsync(schools.School.Id, async db =>
        (await db.Events.Where(row => row.PupilId == pupilId && (row.Kind == RecordEventKind.ChangeKeyedIn || row.Kind == RecordEventKind.ChangeNotKeyedIn)).OrderBy(row => row.Kind).ToListAsync())
        .ConvertAll(row => $"{row.Kind} {row.Summary} {row.RecordId}"));

    private Task<Guid> AddAsync(string surname, SenStatus status) => schools.AddAsync(surname, "Kit", "", status, []);

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string surname) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.Words().StartsWith(surname, StringComparison.Ordinal));

    private static string Long(DateOnly date) => date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
