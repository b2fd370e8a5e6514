using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Home;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Home;

/// <summary>A school where one review is late, one due, two plans lack a teacher, one plan was sent, and people have drafts.</summary>
public sealed class HomeSchool(TestApp app) : IAsyncLifetime
{
    public TestSchool School { get; private set; } = null!;

    public Dictionary<string, TestPupil> Pupils { get; } = [];

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(app, "Hazel Primary School", "hazel");
        Pupils["Late"] = await School.AddPupilAsync("Late", "Lena", CycleStage.Do, TestSchool.Today.AddDays(-3), settled: true);
        Pupils["Later"] = await School.AddPupilAsync("Later", "Leo", CycleStage.Do, TestSchool.Today.AddDays(-10), classId: School.OtherClassId, settled: true);
        Pupils["Soon"] = await School.AddPupilAsync("Soon", "Sofia", CycleStage.Do, TestSchool.Today.AddDays(1), settled: true);
        Pupils["Lacking"] = await School.AddPupilAsync("Lacking", "Liam", CycleStage.Do, responsible: null, settled: true);
        Pupils["Fine"] = await School.AddPupilAsync("Fine", "Fred", CycleStage.Do, settled: true);
        Pupils["Sent"] = await School.AddPupilAsync("Sent", "Selma", CycleStage.Plan, settled: true);
        await app.InSchoolAsync(School.Id, async db =>
        {
            var sent = await db.Cycles.Include(cycle => cycle.Strands).Include(cycle => cycle.Targets).SingleAsync(cycle => cycle.PupilId == Pupils["Sent"].Id);
            sent.SendPlan(new Acting(School.Staff["teacher"], "Tom Whitaker", DateTime.UtcNow, TestSchool.Today));
            db.Drafts.AddRange(
                DraftOf("senco", "Fine", "plan"), DraftOf("senco", "Late", "review"), DraftOf("assistant", "Soon", "assess"));
            return await db.SaveChangesAsync();
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Draft DraftOf(string role, string pupil, string part) => new()
    {
        SchoolId = School.Id,
        StaffId = School.Staff[role],
        PupilId = Pupils[pupil].Id,
        Page = $"{Pupils[pupil].CyclePath}/{part}",
        Fields = "ExpectedImpact=Secret",
        SavedAt = DateTime.UtcNow.AddMinutes(part == "plan" ? -1 : -2),
    };
}

[Collection(nameof(TestApp))]
public sealed class HomeTests(TestApp app, HomeSchool hazel) : IClassFixture<HomeSchool>
{
    [Fact]
    public async Task Show_WhenSenco_LeadsEachFigureToItsList()
    {
        var page = await OpenAsync("senco");

        var today = TestSchool.Today;
        Assert.Equal($"{today.DayOfWeek} {today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}", page.QuerySelector("h1").Words());
        Assert.Equal(
            ["2reviews overdueLongest: 10 days", "1review due in 14 daysNext: tomorrow", "3duties outstandingFor 3 pupils", "1sent to youOldest: today", "2drafts to carry on withLatest: today"],
            page.QuerySelectorAll(".sen-figures a").Select(link => string.Join(' ', link.Words().Split(' ').TakeWhile(word => !word.Contains('.', StringComparison.Ordinal)))));
        Assert.Equal(
            ["/pupils?view=review-overdue", "/pupils?view=review-soon", "/duties", "#sent", "#carry"],
            page.QuerySelectorAll(".sen-figures a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Show_WhenFiguresLeadToTheRegister_CountTheSamePupils()
    {
        var client = await app.SignInAsync("senco@hazel.example");

        foreach (var (view, count) in new[] { ("review-overdue", 2), ("review-soon", 1), ("outstanding", 3) })
        {
            Assert.Equal(count, (await client.GetPageAsync($"/pupils?view={view}")).QuerySelectorAll("tbody tr").Length);
        }
    }

    [Fact]
    public async Task Show_WhenSenco_ListsTheMostUrgentFirstWithOneActionEach()
    {
        var page = await OpenAsync("senco");

        Assert.Equal(
            [
                "Later, Leo 5K Review 10 days late Code 6.53 Record review for Later, Leo", "Late, Lena 4W Review 3 days late Code 6.53 Record review for Late, Lena",
                "Soon, Sofia 4W Review tomorrow Code 6.53 Record review for Soon, Sofia", "Lacking, Liam 4W No responsible teacher Code 6.52 Name a teacher for Lacking, Liam",
            ],
            page.QuerySelectorAll(".sen-worklist tbody tr").Select(row => row.Words()));
        Assert.Equal(
            [$"{hazel.Pupils["Later"].CyclePath}/review", $"{hazel.Pupils["Late"].CyclePath}/review", $"{hazel.Pupils["Soon"].CyclePath}/review", $"{hazel.Pupils["Lacking"].CyclePath}/plan#ResponsibleTeacherId"],
            page.QuerySelectorAll(".sen-worklist__act a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Show_WhenSenco_ListsOwnDraftsAndWhatWasSent()
    {
        var page = await OpenAsync("senco");

        Assert.Equal(["Fred Fine, plan", "Lena Late, review"], page.QuerySelectorAll("section[aria-labelledby=carry] a").Select(link => link.Words()));
        Assert.Equal($"{hazel.Pupils["Fine"].CyclePath}/plan", page.QuerySelector("section[aria-labelledby=carry] a")!.GetAttribute("href"));
        Assert.StartsWith("Sent to you Selma Sent, planTom Whitaker, today ", page.QuerySelector("section[aria-labelledby=sent]").Words(), StringComparison.Ordinal);
        Assert.Equal($"{hazel.Pupils["Sent"].CyclePath}/plan", page.QuerySelector("section[aria-labelledby=sent] a")!.GetAttribute("href"));
        Assert.DoesNotContain("Secret", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenHead_ReadsTheSameAndIsOfferedNothingToWrite()
    {
        var page = await OpenAsync("head");

        Assert.Equal(4, page.QuerySelectorAll(".sen-worklist tbody tr").Length);
        Assert.All(page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!), address => Assert.DoesNotMatch("/(plan|review|assess)(#|$)", address));
        Assert.Null(page.QuerySelector("section[aria-labelledby=carry]"));
        Assert.StartsWith("Sent to the SENCo", page.QuerySelector("section[aria-labelledby=sent]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenNoRecordChanged_SendsFourCommands()
    {
        var client = await app.SignInAsync("senco@hazel.example");
        await client.GetPageAsync("/");
        using var commands = new SqlCommands(app);

        await client.GetPageAsync("/");

        Assert.Equal(4, commands.Texts.Count);
    }

    [Fact]
    public async Task Show_WhenThereIsMoreThanFits_OffersAll()
    {
        var school = await TestSchool.CreateAsync(app, "Linden Primary School", "linden");
        foreach (var number in Enumerable.Range(1, 14))
        {
            await school.AddPupilAsync($"Pupil{number:00}", "Kim", CycleStage.Do, TestSchool.Today.AddDays(-number), settled: true);
        }

        var client = await app.SignInAsync("senco@linden.example");
        var page = await client.GetPageAsync("/");
        Assert.Equal(HomeHandler.MostUrgent, page.QuerySelectorAll(".sen-worklist tbody tr").Length);
        var all = page.QuerySelector("section[aria-labelledby=first] .sen-panel__head a")!;
        Assert.Equal("All 14", all.Words());
        Assert.Equal(14, (await client.GetPageAsync(all.GetAttribute("href")!)).QuerySelectorAll(".sen-worklist tbody tr").Length);
    }

    [Fact]
    public async Task Show_WhenNothingIsToDo_SaysSo()
    {
        await (await TestSchool.CreateAsync(app, "Alder Primary School", "alder")).AddPupilAsync(settled: true);

        var page = await (await app.SignInAsync("senco@alder.example")).GetPageAsync("/");

        Assert.Contains("Nothing is late, due or outstanding. Checked today.", page.QuerySelector("section[aria-labelledby=first]").Words(), StringComparison.Ordinal);
        Assert.Equal("0", page.QuerySelector(".sen-figures b").Words());
    }

    [Theory]
    [InlineData("teacher", "/my-pupils")]
    [InlineData("ta", "/my-pupils")]
    [InlineData("office", "/pupils")]
    [InlineData("governor", "/reports")]
    [InlineData("finance", "/reports")]
    public async Task Show_WhenRoleStartsElsewhere_LeadsThere(string role, string path)
    {
        using var answer = await (await app.SignInAsync($"{role}@hazel.example")).GetAsync("/");

        Assert.Equal(path, $"{answer.Headers.Location}");
    }

    [Theory]
    [InlineData("2026-09-02", "Autumn 2026, week 1. Ends on 18 December 2026.")]
    [InlineData("2026-09-07", "Autumn 2026, week 2. Ends on 18 December 2026.")]
    [InlineData("2026-11-24", "Autumn 2026, week 13. Ends on 18 December 2026.")]
    [InlineData("2026-12-18", "Autumn 2026, week 16. Ends on 18 December 2026.")]
    [InlineData("2026-12-19", "Spring 2027 begins on 4 January 2027.")]
    [InlineData("2027-04-01", "")]
    public void TermText_OnADate_NamesTheTermAndItsWeek(string date, string text)
    {
        SchoolTerm[] terms = [new("Autumn 2026", new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 18)), new("Spring 2027", new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 25))];

        Assert.Equal(text, HomeHandler.TermText(terms, DateOnly.Parse(date, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Queries_WhenOnSqlServer_Translate()
    {
        using var db = new SqlServerSenSupportDbContext(new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer("Server=none").Options, new SchoolScope());
        var staff = new SignedInStaff(Guid.CreateVersion7(), Guid.CreateVersion7(), "Ruth", "School", StaffRoles.Senco);

        Assert.All(
            [HomeQueries.Cycles(db, staff, TestSchool.Today).ToQueryString(), HomeQueries.Sendings(db, [Guid.CreateVersion7()]).ToQueryString(), HomeQueries.Drafts(db, staff).ToQueryString()],
            command => Assert.StartsWith("DECLARE", command, StringComparison.Ordinal));
    }

    private async Task<IHtmlDocument> OpenAsync(string role) => await (await app.SignInAsync($"{role}@hazel.example")).GetPageAsync("/");
}
