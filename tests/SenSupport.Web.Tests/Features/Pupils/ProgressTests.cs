using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ProgressTests(TestApp app)
{
    [Fact]
    public async Task Add_WhenScoresAreKnown_ListsThemAndTestsProgress()
    {
        var pupil = await app.School.AddPupilAsync("Scores", "Sia");
        var client = await app.AsAsync("teacher");
        await AddAsync(client, pupil, "Story retell, out of 25", 200, "10", "11");
        await AddAsync(client, pupil, "story retell, out of 25", 20, "13", "21");

        var page = await client.GetPageAsync($"{pupil.Path}/progress");

        var panel = Assert.Single(page.QuerySelectorAll("main section.sen-panel"));
        Assert.Equal(["Significantly slower than peers from the same starting point: yes", "Slower than the pupil’s own progress before: not enough data", "The gap to peers is not closing: yes", "The gap to peers is widening: yes"],
            panel.QuerySelectorAll(".sen-list li p:first-child").Select(line => line.Words()));
        Assert.Equal(2, panel.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Assessment point recorded", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("Measure", "", "Enter the subject or test")]
    [InlineData("On.Day", "31", "Enter a real date")]
    [InlineData("On.Year", "2190", "The date must not be in the future")]
    [InlineData("On.Year", "1990", "The date must be between the date of birth and today")]
    [InlineData("Score", "seventeen", "Enter the score as a number")]
    [InlineData("Score", "", "Enter what was reached")]
    [InlineData("Standardised", "171", "Enter the standardised score as a number from 40 to 170")]
    [InlineData("AgeMonths", "12", "Enter the months")]
    public async Task Add_WhenSomethingIsWrong_SaysSoAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var pupil = await app.School.AddPupilAsync("Mistaken", "Mo");
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.Path}/progress/add")).FormFields();

        var answer = await client.PostAsync($"{pupil.Path}/progress/add", form.With(("Measure", "Reading"), ("Score", "17"), ("On.Day", "3"), ("On.Month", "2"), ("On.Year", "2026"), ("Note", "<b>bold</b>")).With((field, typed)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal((typed, "<b>bold</b>"), (page.FormFields()[field], page.FormFields()["Note"]));
        Assert.Empty(await PointsAsync(pupil));
    }

    [Theory]
    [InlineData(5, 21, "12, mean of 5 pupils here")]
    [InlineData(4, 21, "Not known")] // too few
    [InlineData(5, 22, "Not known")] // too long before
    public async Task Show_WhenNobodyRecordedAMean_TakesThatOfTheYearGroupHere(int peers, int daysBefore, string shown)
    {
        var measure = $"Own figures {peers} {daysBefore}";
        var pupil = await app.School.AddPupilAsync("Peers", "Pia");
        await RecordAsync(pupil, measure.ToUpperInvariant(), 0, 4);
        for (var number = 1; number <= peers; number++)
        {
            var peer = await app.School.AddPupilAsync("Peers", $"Peer {number}", classId: app.School.OtherClassId);
            await RecordAsync(peer, measure, daysBefore, 9 + number);
            await RecordAsync(peer, measure, 200, 99);
        }

        var other = await app.School.AddPupilAsync("Peers", "Other year", classId: app.School.OtherClassId);
        await RecordAsync(other, measure, daysBefore, 50, "5");

        var page = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.Path}/progress");

        Assert.Equal(shown, page.QuerySelector("td[data-label='Year group']").Words());
    }

    [Fact]
    public async Task Correct_WhenAColleagueWasFaster_AsksAndThenSaves()
    {
        var pupil = await app.School.AddPupilAsync("Correct", "Cas");
        var client = await app.AsAsync("teacher");
        await AddAsync(client, pupil, "Reading", 20, "10", "");
        var point = Assert.Single(await PointsAsync(pupil));
        var path = $"{pupil.Path}/progress/{point.Id}";
        var mine = (await client.GetPageAsync(path)).FormFields();
        await (await app.AsAsync("senco")).PostAsync(path, (await (await app.AsAsync("senco")).GetPageAsync(path)).FormFields().With(("Score", "11")));

        var stale = await client.PostAsync(path, mine.With(("Score", "12")));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await stale.ReadPageAsync();
        Assert.Contains("It says now: Reading: 11", page.QuerySelector("main").Words());
        Assert.Equal("12", page.FormFields()["Score"]);
        await client.PostAsync(path, page.FormFields());
        Assert.Equal(12, Assert.Single(await PointsAsync(pupil)).Score);
    }

    [Fact]
    public async Task Remove_AsksFirst()
    {
        var pupil = await app.School.AddPupilAsync("Remove", "Rae");
        var client = await app.AsAsync("teacher");
        await AddAsync(client, pupil, "Reading", 20, "10", "");
        var path = $"{pupil.Path}/progress/{Assert.Single(await PointsAsync(pupil)).Id}/remove";

        var asked = await client.GetPageAsync(path);
        Assert.Single(await PointsAsync(pupil));
        await client.PostAsync(path, asked.FormFields());

        Assert.Empty(await PointsAsync(pupil));
        Assert.Contains("Assessment point removed, recorded by mistake: Reading: 10", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("other-teacher", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("office", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("head", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("teacher", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Pages_ShowAndTakeOnlyWhatTheRoleMay(string role, HttpStatusCode reads, HttpStatusCode writes)
    {
        var pupil = await app.School.AddPupilAsync("Roles", "Rio");
        var client = await app.AsAsync(role);

        Assert.Equal(reads, (await client.GetAsync($"{pupil.Path}/progress")).StatusCode);
        Assert.Equal(reads, (await client.GetAsync($"{pupil.Path}/impact")).StatusCode);
        Assert.Equal(writes, (await client.GetAsync($"{pupil.Path}/progress/add")).StatusCode);
    }

    [Fact]
    public async Task Point_OfAnotherPupil_IsNotFound()
    {
        var (mine, other) = (await app.School.AddPupilAsync("Mine", "Mia"), await app.School.AddPupilAsync("Theirs", "Theo", classId: app.School.OtherClassId, responsible: "other-teacher"));
        await AddAsync(await app.AsAsync("senco"), other, "Reading", 20, "10", "");
        var point = Assert.Single(await PointsAsync(other));

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync($"{mine.Path}/progress/{point.Id}")).StatusCode);
    }

    internal static async Task AddAsync(HttpClient client, TestPupil pupil, string measure, int daysAgo, string score, string peers)
    {
        var (form, on) = ((await client.GetPageAsync($"{pupil.Path}/progress/add")).FormFields(), TestSchool.Today.AddDays(-daysAgo));
        var answer = await client.PostAsync($"{pupil.Path}/progress/add", form.With(("Measure", measure), ("Score", score), ("PeersMean", peers), ("On.Day", $"{on.Day}"), ("On.Month", $"{on.Month}"), ("On.Year", $"{on.Year}")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task RecordAsync(TestPupil pupil, string measure, int daysAgo, decimal score, string? year = null) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var (by, known) = (app.School.Senco(), await db.Pupils.AsTracking().SingleAsync(row => row.Id == pupil.Id));
        if (year is not null)
        {
            known.ChangeDetails(known.Details() with { NcYear = year }, by);
        }

        db.Add(AssessmentPoint.Record(known, new PointContent(measure, TestSchool.Today.AddDays(-daysAgo), score), by));
        return await db.SaveChangesAsync();
    });

    private Task<List<AssessmentPoint>> PointsAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.AssessmentPoints.Where(point => point.PupilId == pupil.Id).ToListAsync());
}
