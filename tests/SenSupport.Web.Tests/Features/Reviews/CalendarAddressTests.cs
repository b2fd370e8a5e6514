using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Reviews.SubscribeCalendar;
using SenSupport.Web.Tests.Features.Accounts;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Reviews;

[Collection(nameof(TestApp))]
public sealed class CalendarAddressTests(TestApp app)
{
    [Fact]
    public async Task Fetch_WhenMadeWithoutNames_HasTheDaysAndNoName()
    {
        var pupil = await app.School.AddPupilAsync("Xilverstrand", "Åsa", CycleStage.Do, TestSchool.Today.AddDays(9));
        var path = await MakeAsync("senco", namesPupils: false);

        using var answer = await app.Anonymous().GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains($"DTSTART;VALUE=DATE:{TestSchool.Today.AddDays(9):yyyyMMdd}\r\nDTEND;VALUE=DATE:{TestSchool.Today.AddDays(10):yyyyMMdd}\r\nSUMMARY:Review\\, 4W\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xilverstrand", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{pupil.Id}", text, StringComparison.Ordinal);
        Assert.Equal(Uids(text), Uids(await app.Anonymous().GetStringAsync(path)));
    }

    [Fact]
    public async Task Fetch_WhenMadeWithNames_NamesOnlyPupilsWhomThePersonSees()
    {
        await app.School.AddPupilAsync("Ymberlow", "Åsa", CycleStage.Do, TestSchool.Today.AddDays(9));
        await app.School.AddPupilAsync("Ymberhigh", "Bo", CycleStage.Do, TestSchool.Today.AddDays(9), app.School.OtherClassId, "other-teacher");

        var text = await app.Anonymous().GetStringAsync(await MakeAsync("teacher", namesPupils: true));

        Assert.Contains("SUMMARY:Review: Åsa Ymberlow\\, 4W\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ymberhigh", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "SUMMARY:Annual review\\, 4W\r\n")]
    [InlineData(true, "SUMMARY:Annual review: Åsa Zwillingham\\, 4W\r\n")]
    public async Task Fetch_WhenThereIsAnEhcPlan_HasItsAnnualReview(bool namesPupils, string summary)
    {
        var surname = namesPupils ? "Zwillingham" : "Zwillingborough";
        var pupil = await app.School.AddPupilAsync(surname, "Åsa", status: SenStatus.EhcPlan);
        var due = TestSchool.Today.AddDays(-100).AddMonths(12);

        var text = await app.Anonymous().GetStringAsync(await MakeAsync("teacher", namesPupils));

        Assert.Contains($"DTSTART;VALUE=DATE:{due:yyyyMMdd}\r\nDTEND;VALUE=DATE:{due.AddDays(1):yyyyMMdd}\r\n{summary}", text, StringComparison.Ordinal);
        Assert.Equal(namesPupils, text.Contains(surname, StringComparison.Ordinal));
        Assert.DoesNotContain($"{pupil.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(surname, await app.Anonymous().GetStringAsync(await MakeAsync("other-teacher", namesPupils: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_WhenThePersonMaySeeThePupilNoMore_HasThemNoMore()
    {
        var pupil = await app.School.AddPupilAsync("Wexcombe", "Ida", CycleStage.Do, TestSchool.Today.AddDays(9), app.School.OtherClassId, "teacher");
        var path = await MakeAsync("teacher", namesPupils: true);
        Assert.Contains("Wexcombe", await app.Anonymous().GetStringAsync(path), StringComparison.Ordinal);

        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.SingleAsync(known => known.Id == pupil.Id)).NameResponsibleTeacher(app.School.Staff["other-teacher"], app.School.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("Wexcombe", await app.Anonymous().GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WhenThereIsAnAddress_EndsTheOldOneAtOnceAndShowsTheNewOneOnce()
    {
        var first = await MakeAsync("head", namesPupils: false);
        var second = await MakeAsync("head", namesPupils: false);

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(second)).StatusCode);
        var client = await app.AsAsync("head");
        Assert.DoesNotContain(".ics", (await client.GetPageAsync("/reviews/subscribe")).Source.Text, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await app.InSchoolAsync(app.School.Id, db => db.CalendarFeeds.CountAsync(feed => second.Contains(feed.TokenHash))));

        await client.PostAsync("/reviews/subscribe/end", (await client.GetPageAsync("/reviews/subscribe")).FormFields("main form[action$='end']"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(second)).StatusCode);
        Assert.Empty((await client.GetPageAsync("/reviews/subscribe")).QuerySelectorAll("form[action$='end']"));
        Assert.Equal(
            [RecordEventKind.StaffCalendarMade, RecordEventKind.StaffCalendarMade, RecordEventKind.StaffCalendarEnded],
            await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.RecordId == app.School.Staff["head"]).OrderBy(row => row.At).Select(row => row.Kind).Where(kind => kind == RecordEventKind.StaffCalendarMade || kind == RecordEventKind.StaffCalendarEnded).ToListAsync()));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or 1=1")]
    public async Task Fetch_WhenTheAddressIsGuessed_IsNotFound(string token) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync($"/calendar/{token}.ics")).StatusCode);

    [Fact]
    public async Task Fetch_WhenThePersonLeftAndCameBack_IsGoodNoLonger()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Cal Endar");
        var (senco, staffId, path) = (await app.AsAsync("senco"), staff.StaffId, await MakeAsync(await app.SignInAsync(email), namesPupils: false));
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(path)).StatusCode);

        var left = await senco.PostAsync($"/staff/{staffId}/leave", (await senco.GetPageAsync($"/staff/{staffId}/leave")).FormFields("main form"));
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        await senco.PostAsync($"/staff/{staffId}/come-back", (await senco.GetPageAsync($"/staff/{staffId}")).FormFields("form[action$='come-back']"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(path)).StatusCode);
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.CalendarFeeds.CountAsync(feed => feed.StaffId == staffId)));
    }

    [Fact]
    public async Task Fetch_WhenThePersonLeft_IsNotFound()
    {
        var path = await MakeAsync("assistant", namesPupils: false);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(path)).StatusCode);
        await ChangeAsync(person => person.Leave(TestSchool.Today, 1, app.School.Senco()));
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(path)).StatusCode);
        }
        finally
        {
            await ChangeAsync(person => person.ComeBack(app.School.Senco()));
        }

        Task<int> ChangeAsync(Action<StaffMember> change) => app.InSchoolAsync(app.School.Id, async db =>
        {
            change(await db.Staff.SingleAsync(known => known.Id == app.School.Staff["assistant"]));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Fetch_WhenTriedTooOftenInAMinute_Answers429()
    {
        using var strict = app.WithWebHostBuilder(host => host.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(
            new Dictionary<string, string?> { ["RateLimits:CalendarsAMinute"] = "2", ["Logs:Folder"] = Path.Combine(app.Folder, "logs-calendar") })));
        using var client = strict.CreateClient();

        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 3; time++)
        {
            answers.Add((await client.GetAsync("/calendar/guess.ics")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public void Text_WhateverTheNames_HasNoLineOver75OctetsAndNoLineOfItsOwn()
    {
        var text = CalendarText.Write("Name", [new CalendarEvent("1@x", new DateOnly(2026, 12, 31), "Review: " + string.Concat(Enumerable.Repeat("Ł😀;", 60)) + "\r\nEND:VEVENT\\", "https://school.example/")], new DateTime(2026, 11, 24, 9, 5, 0, DateTimeKind.Utc));

        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Single(unfolded, line => line == "END:VEVENT");
        Assert.Contains($"SUMMARY:Review: {string.Concat(Enumerable.Repeat("Ł😀\\;", 60))}\\nEND:VEVENT\\\\", unfolded);
        Assert.Contains("DTSTAMP:20261124T090500Z", unfolded);
        Assert.Contains("DTSTART;VALUE=DATE:20261231", unfolded);
        Assert.Contains("DTEND;VALUE=DATE:20270101", unfolded);
    }

    private static IEnumerable<string> Uids(string text) => text.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private async Task<string> MakeAsync(string role, bool namesPupils) => await MakeAsync(await app.AsAsync(role), namesPupils);

    private static async Task<string> MakeAsync(HttpClient client, bool namesPupils)
    {
        var form = (await client.GetPageAsync("/reviews/subscribe")).FormFields("main form[action='/reviews/subscribe']").Without("NamesPupils");
        using var answer = await client.PostAsync("/reviews/subscribe", namesPupils ? form.With(("NamesPupils", "true")) : form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Uri(((IHtmlInputElement)(await answer.ReadPageAsync()).QuerySelector("#address")!).Value).AbsolutePath;
    }
}
