using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Home;
using SenSupport.Web.Features.Reviews;
using SenSupport.Web.Features.Reviews.ShowCalendar;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Reviews;

[Collection(nameof(TestApp))]
public sealed class ReviewsTests(TestApp app) : IAsyncLifetime
{
    private const string Mark = "Zquorvane";
    private static bool isSetUp;

    private static DateOnly Today => TestSchool.Today;

    // Every surname of these tests begins with the mark: a search for it finds the tests' own pupils among all others.
    public async Task InitializeAsync()
    {
        if (isSetUp)
        {
            return;
        }

        isSetUp = true;
        await app.School.AddPupilAsync($"{Mark} Łate", "Ada", CycleStage.Review, Today.AddDays(-3));
        await app.School.AddPupilAsync($"{Mark} Soon", "Ben", CycleStage.Do, Today);
        await app.School.AddPupilAsync($"{Mark} Edge", "Cai", CycleStage.Do, Today.AddDays(14), classId: app.School.OtherClassId, responsible: "other-teacher");
        await app.School.AddPupilAsync($"{Mark} Far", "Dee", CycleStage.Plan, Today.AddDays(15), responsible: null, supportedBy: "ta");
        await app.School.AddPupilAsync($"{Mark} Undated", "Eve", CycleStage.Assess);
        await app.School.AddPupilAsync($"{Mark} Idle", "Fay");
        await app.School.AddPupilAsync($"{Mark} Nosen", "Gus", status: SenStatus.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("", "Łate Soon Edge Far Idle Undated")]
    [InlineData("state=overdue", "Łate")]
    [InlineData("state=soon", "Soon Edge")]
    [InlineData("state=this-term", "")]
    [InlineData("state=later", "Far")]
    [InlineData("state=no-date", "Idle Undated")]
    [InlineData("state=nonsense&sort=nonsense&teacher=1&class=99", "Łate Soon Edge Far Idle Undated")]
    [InlineData("class=5K", "Edge")]
    [InlineData("sort=name", "Edge Far Idle Łate Soon Undated")]
    [InlineData("sort=name&order=desc", "Undated Soon Łate Idle Far Edge")]
    [InlineData("sort=review&order=desc", "Far Edge Soon Łate Idle Undated")]
    [InlineData("sort=class&order=desc", "Edge Far Idle Łate Soon Undated")]
    [InlineData("sort=stage", "Undated Far Edge Soon Łate Idle")]
    [InlineData("sort=teacher", "Edge Idle Łate Soon Undated Far")]
    [InlineData("sort=views", "Edge Far Idle Łate Soon Undated")]
    public async Task List_WhenFilteredOrSorted_HasThoseInOrder(string query, string surnames) =>
        Assert.Equal(surnames, Surnames(await OpenAsync("senco", query)));

    [Theory]
    [InlineData("senco", "Łate Soon Edge Far Idle Undated")]
    [InlineData("assistant", "Łate Soon Edge Far Idle Undated")]
    [InlineData("head", "Łate Soon Edge Far Idle Undated")]
    [InlineData("teacher", "Łate Soon Far Idle Undated")]
    [InlineData("other-teacher", "Edge")]
    [InlineData("ta", "Far")]
    public async Task List_WhoeverLooks_HasThePupilsWhomTheyMaySee(string role, string surnames) =>
        Assert.Equal(surnames, Surnames(await OpenAsync(role, "")));

    [Theory]
    [InlineData("office")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task EveryPage_WhenTheRoleReadsNoRecords_IsNotFound(string role)
    {
        var client = await app.AsAsync(role);
        foreach (var path in new[] { "/reviews", "/reviews/calendar", "/reviews/subscribe" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task List_WhenAnotherSchoolLooks_HasNobody()
    {
        var page = await (await app.AsOtherSchoolAsync("senco")).GetPageAsync($"/reviews?search={Mark}");

        Assert.Equal($"Nobody matches “{Mark}”", page.QuerySelector(".sen-empty h2").Words());
    }

    [Theory]
    [InlineData("late", "Łate")]
    [InlineData("LATE ada", "Łate")]
    [InlineData("%", "")]
    [InlineData("_ate", "Łate Undated")]
    public async Task List_WhenSearched_FindsNamesWithoutAccentsAndTakesNoWildcard(string search, string surnames)
    {
        var page = await (await app.AsAsync("senco")).GetPageAsync($"/reviews?search={Uri.EscapeDataString(search == "%" ? search : $"{Mark} {search}")}");

        Assert.Equal(surnames, Surnames(page));
    }

    [Fact]
    public async Task List_WhenARowIsShown_SaysHowLateAndWhatToDoNext()
    {
        var page = await OpenAsync("senco", "");

        var late = Row(page, "Łate");
        Assert.Contains("3 days late", late.Words(), StringComparison.Ordinal);
        Assert.Contains("Tom Whitaker", late.Words(), StringComparison.Ordinal);
        Assert.Contains("Pupil’s: no Parents’: no Staff’s: no", late.Words(), StringComparison.Ordinal);
        Assert.EndsWith("/cycles/1/review#PupilView", late.QuerySelectorAll("a").Last().GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Nobody", Row(page, "Far").Words(), StringComparison.Ordinal);
        Assert.EndsWith("/cycles/1/assess", Row(page, "Undated").QuerySelectorAll("a").Last().GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/cycles/1", Row(await OpenAsync("head", ""), "Łate").QuerySelectorAll("a").Last().GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenAsked_HasWhatWasReviewedLatelyAndPages()
    {
        await app.School.AddPupilAsync($"{Mark}lately Done", "Hal", CycleStage.Closed);

        var page = await (await app.AsAsync("senco")).GetPageAsync($"/reviews?state=lately&search={Mark}lately");
        var small = await (await app.AsAsync("senco")).GetPageAsync("/reviews?size=25&page=1");

        Assert.Single(page.QuerySelectorAll(".sen-reviews tbody tr"));
        Assert.EndsWith("/cycles/1/review", Row(page, "Done").QuerySelectorAll("a").Last().GetAttribute("href"), StringComparison.Ordinal);
        Assert.InRange(small.QuerySelectorAll(".sen-reviews tbody tr").Length, 6, 25);
    }

    [Fact]
    public async Task List_WhenThereIsAnEhcPlan_HasItsAnnualReviewBesideTheCyclesAndInTheCalendarAndOnTheHomePage()
    {
        var pupil = await app.School.AddPupilAsync($"{Mark}annual Plan", "Ida", CycleStage.Do, status: SenStatus.EhcPlan);
        var last = Today.AddMonths(-12).AddDays(20);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.Include(known => known.StatusPeriods).Include(known => known.DutyRecords).AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.RecordDuty(DutyRecordKind.AnnualReview, last, "Family", "", "", app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var senco = await app.AsAsync("senco");
        var due = last.AddMonths(12);

        var before = (await senco.GetPageAsync($"/reviews?search={Mark}annual")).QuerySelector("tbody").Words();

        // The plan itself began later than that review: it is counted from the plan.
        Assert.Contains($"Annual review: {UkDate.Short(Today.AddDays(-100).AddMonths(12))}", before);
        await app.InSchoolAsync(app.School.Id, db => db.Database.ExecuteSqlAsync($"UPDATE SenStatusPeriods SET Start = {last.AddDays(-300)} WHERE PupilId = {pupil.Id}"));
        Assert.Contains($"Annual review: {UkDate.Short(due)}", (await senco.GetPageAsync($"/reviews?search={Mark}annual")).QuerySelector("tbody").Words());
        Assert.Contains($"Ida {Mark}annual Plan, annual review", (await senco.GetPageAsync($"/reviews/calendar?week={due:yyyy-MM-dd}")).QuerySelector(".sen-calendar").Words());
        Assert.Contains($"{Mark}annual Plan, Ida", (await senco.GetPageAsync("/")).QuerySelector("[aria-labelledby=annual]").Words());
    }

    [Theory]
    [InlineData("6", 1, 3, false)]
    [InlineData("6", 1, 4, true)]
    [InlineData("6", 2, 15, true)]
    [InlineData("6", 2, 16, false)]
    [InlineData("5", 2, 15, false)]
    [InlineData("11", 2, 16, false)]
    [InlineData("11", 2, 17, true)]
    public async Task Home_InTheLastYearOfAPhase_ShowsTheAnnualReviewSixWeeksBeforeItsOwnDay(string year, int month, int day, bool isShown)
    {
        var start = AcademicYear.Of(Today).StartYear;
        var pupil = await app.School.AddPupilAsync($"Phase {year}-{month}-{day}", "Pia", status: SenStatus.EhcPlan);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.Include(known => known.StatusPeriods).Include(known => known.DutyRecords).AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.ChangeDetails(row.Details() with { NcYear = year, BirthDate = new DateOnly(start - (year == "11" ? 15 : 10), 1, 5) }, app.School.Senco());
            row.RecordDuty(DutyRecordKind.AnnualReview, new DateOnly(start, 6, 10), "Family", "", "", app.School.Senco());
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync($"UPDATE SenStatusPeriods SET Start = {new DateOnly(start - 2, 6, 10)} WHERE PupilId = {pupil.Id}");
        });
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = app.School.Id;
        var clock = new FixedClock(new DateOnly(start + 1, month, day));
        var home = ActivatorUtilities.CreateInstance<HomeHandler>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<DutyReader>(scope.ServiceProvider, clock), clock);

        var page = await home.ReadAsync(new SignedInStaff(app.School.Staff["senco"], app.School.Id, "Ruth Adeyemi", "", StaffRoles.Senco), all: true);

        Assert.Equal(isShown, page.Records.AnnualReviews.Any(row => row.PupilId == pupil.Id));
    }

    [Fact]
    public async Task Calendar_WhenAMonthOrWeekIsAsked_HasTheReviewOnItsDay()
    {
        var day = Today.AddDays(14);
        var client = await app.AsAsync("senco");
        foreach (var query in new[] { $"month={day:yyyy-MM}", $"week={day:yyyy-MM-dd}" })
        {
            var page = await client.GetPageAsync($"/reviews/calendar?{query}");

            var cell = page.QuerySelector($"time[datetime='{day:yyyy-MM-dd}']")!.ParentElement;
            Assert.Contains($"Cai {Mark} Edge, 5K", cell.Words(), StringComparison.Ordinal);
        }

        var other = await (await app.AsAsync("teacher")).GetPageAsync($"/reviews/calendar?week={day:yyyy-MM-dd}");
        Assert.DoesNotContain("Edge", other.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=2026-13")]
    [InlineData("month=0001-01")]
    [InlineData("week=9999-12-31")]
    [InlineData("week=x&month=y")]
    public async Task Calendar_WhenTheAddressIsNonsense_ShowsThisMonth(string query) =>
        Assert.NotNull((await (await app.AsAsync("senco")).GetPageAsync($"/reviews/calendar?{query}")).QuerySelector($"time[datetime='{Today:yyyy-MM-dd}'][aria-current='date']"));

    [Fact]
    public void Calendar_WhateverTheTerms_MarksHolidaysAndInsetDaysButNoWeekend()
    {
        var school = new SchoolCalendar([new SchoolTerm("Autumn", Date("2026-09-02"), Date("2026-12-18")), new SchoolTerm("Spring", Date("2027-01-05"), Date("2027-03-25"))], [Date("2026-12-14")]);

        var page = new CalendarPage(CalendarSpan.Read("2026-12", null, Today), [], school, Today, new SignedInStaff(Guid.Empty, Guid.Empty, "", "", StaffRoles.Senco));

        var days = page.Weeks.SelectMany(week => week).ToDictionary(day => day.Date);
        Assert.Equal((Date("2026-11-30"), Date("2027-01-03")), (days.Keys.Min(), days.Keys.Max()));
        Assert.Equal(
            [null, "Inset day", null, null, "Holiday", "Holiday", null, "Holiday"],
            new[] { "2026-12-11", "2026-12-14", "2026-12-15", "2026-12-18", "2026-12-21", "2026-12-25", "2026-12-26", "2026-12-31" }.Select(day => days[Date(day)].NoSchool));
        Assert.Equal([false, true, true, false], new[] { "2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01" }.Select(day => days[Date(day)].IsInSpan));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-12-18", "2026-12-08", "2026-12-18", "2026-10-13")]
    [InlineData("2026-12-10", "2026-12-18", "2026-12-24", "2026-12-24", "2026-10-29")]
    [InlineData("2026-11-24", null, "2026-12-08", "2026-12-08", "2026-10-13")]
    public void Days_WhateverTheTerm_LeaveNoReviewInTwoStates(string today, string? ends, string soon, string term, string since) =>
        Assert.Equal(new ReviewDays(Date(today), Date(soon), Date(term), Date(since)), ReviewDays.From(Date(today), ends is null ? null : Date(ends)));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Surnames(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll(".sen-reviews tbody th").Select(name => name.Words()).Where(name => name.StartsWith($"{Mark} ", StringComparison.Ordinal)).Select(name => name[(Mark.Length + 1)..name.IndexOf(',', StringComparison.Ordinal)]));

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string surname) =>
        page.QuerySelectorAll(".sen-reviews tbody tr").Single(row => row.QuerySelector("th").Words().Contains($" {surname},", StringComparison.Ordinal));

    private async Task<IHtmlDocument> OpenAsync(string role, string query) => await (await app.AsAsync(role)).GetPageAsync($"/reviews?search={Mark}&size=100&{query}");
}
