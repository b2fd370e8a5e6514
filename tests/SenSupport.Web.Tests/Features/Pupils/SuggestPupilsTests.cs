using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Recent;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class SuggestPupilsTests(TestApp app, SuggestSchool school) : IClassFixture<SuggestSchool>
{
    [Theory]
    [InlineData("senco", "wisniewska", "Wiśniewska, Zofia (4W, SEN Support)")]
    [InlineData("senco", "NGUYỄN", "Nguyễn, Kai (4W)")]
    [InlineData("senco", "oreilly", "O’Reilly, Callum (5K, EHC plan)")]
    [InlineData("senco", "b80120000", "O’Reilly, Callum (5K, EHC plan)")]
    [InlineData("senco", "4w", "4W (Class)")]
    [InlineData("senco", "zof wis", "Wiśniewska, Zofia (4W, SEN Support)")]
    [InlineData("senco", "%", "")]
    [InlineData("senco", "_", "")]
    [InlineData("senco", "nobody at all", "")]
    [InlineData("teacher", "wisniewska", "Wiśniewska, Zofia (4W, SEN Support)")]
    [InlineData("teacher", "oreilly", "")]
    [InlineData("teacher", "5k", "")]
    [InlineData("ta", "llewellyn", "Llewellyn-Jones, Ffion (4W, SEN Support)")]
    [InlineData("ta", "wisniewska", "")]
    [InlineData("office", "oreilly", "O’Reilly, Callum (5K, EHC plan)")]
    public async Task Suggest_WhateverIsTyped_OffersWhomThePersonMaySee(string role, string search, string expected)
    {
        using var answer = await (await school.ClientAsync(role)).GetAsync($"/pupils/suggestions?search={Uri.EscapeDataString(search)}");

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(expected, await NamesAsync(answer));
    }

    [Theory]
    [InlineData("governor")]
    [InlineData("finance")]
    public async Task Suggest_WhenTheRoleListsNoPupils_IsNotFound(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.ClientAsync(role)).GetAsync("/pupils/suggestions?search=a")).StatusCode);

    [Fact]
    public async Task Suggest_WhenSeveralMatch_BeginsWithSurnamesThatBeginSo()
    {
        var own = await TestSchool.CreateAsync(app, "Hornbeam Primary School", "search-hornbeam");
        await own.AddPupilAsync("Abbot", "Marlon");
        await own.AddPupilAsync("Blamarsh", "Ada");
        await own.AddPupilAsync("Marsh", "Zed");

        using var answer = await (await app.SignInAsync("senco@search-hornbeam.example")).GetAsync("/pupils/suggestions?search=mar");

        Assert.Equal("Marsh Abbot Blamarsh", Surnames(answer));
    }

    [Fact]
    public async Task Suggest_WhenManyMatch_OffersEight()
    {
        var many = await TestSchool.CreateAsync(app, "Aspen Primary School", "search-aspen");
        foreach (var number in Enumerable.Range(1, 10))
        {
            await many.AddPupilAsync($"Pupil{number:00}", "Kim");
        }

        var client = await app.SignInAsync("senco@search-aspen.example");

        Assert.Equal("Pupil01 Pupil02 Pupil03 Pupil04 Pupil05 Pupil06 Pupil07 Pupil08", Surnames(await client.GetAsync("/pupils/suggestions?search=kim")));
        Assert.Equal("", Surnames(await client.GetAsync("/pupils/suggestions?search=wisniewska")));
    }

    [Theory]
    [InlineData("4W", "4W")]
    [InlineData(" 4w ", "4W")]
    public async Task QuickSearch_WhenItNamesAClass_ListsTheClassAndOffersTheNames(string search, string name)
    {
        var page = await (await school.ClientAsync("senco")).GetPageAsync($"/pupils?search={Uri.EscapeDataString(search)}");

        Assert.Contains($"Class: {name}", page.QuerySelector(".sen-filter-tags").Words());
        Assert.Equal("Llewellyn-Jones Nguyễn Wiśniewska", string.Join(' ', page.QuerySelectorAll(".sen-register tbody th").Select(cell => cell.Words().Split(',')[0])));
        Assert.Equal($"/pupils?view=everyone&search={search.Trim()}", page.QuerySelectorAll("main a").First(link => link.TextContent.StartsWith("Search names", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task Recent_WhenPupilsWereOpened_OffersTheLastEightToThatPersonOnly()
    {
        var own = await TestSchool.CreateAsync(app, "Larch Primary School", "search-larch");
        var pupils = new List<TestPupil>();
        foreach (var number in Enumerable.Range(1, 10))
        {
            pupils.Add(await own.AddPupilAsync($"Recent{number:00}", "Rae"));
        }

        var (senco, head) = (await app.SignInAsync("senco@search-larch.example"), await app.SignInAsync("head@search-larch.example"));
        foreach (var pupil in pupils)
        {
            await senco.GetPageAsync(pupil.Path);
        }

        await senco.GetPageAsync(pupils[4].Path);
        var expected = "Recent05 Recent10 Recent09 Recent08 Recent07 Recent06 Recent04 Recent03";
        Assert.Equal(expected, Surnames(await RecentAsync(senco)));
        Assert.Equal(expected, string.Join(' ', (await senco.GetPageAsync("/")).QuerySelectorAll("section[aria-labelledby=recent] a").Select(link => link.TextContent.Split(',')[0])));
        Assert.Equal("", Surnames(await RecentAsync(head)));
        Assert.Null((await head.GetPageAsync("/")).QuerySelector("#recent"));

        // Written behind, and read back from the database.
        await app.Services.GetRequiredService<RecentlyOpened>().WriteAsync();
        Assert.Equal(10, await app.InSchoolAsync(own.Id, db => db.RecentPupils.CountAsync()));
        Assert.Equal(expected, Surnames(await RecentAsync(senco)));
        await senco.GetPageAsync(pupils[0].Path);
        await app.Services.GetRequiredService<RecentlyOpened>().WriteAsync();
        Assert.StartsWith("Recent01 Recent05 Recent10", Surnames(await RecentAsync(senco)), StringComparison.Ordinal);
        Assert.Equal(10, await app.InSchoolAsync(own.Id, db => db.RecentPupils.CountAsync()));
    }

    [Fact]
    public async Task Recent_WhenThePersonMayNotSeeAPupilAnyMore_HidesThem()
    {
        var own = await TestSchool.CreateAsync(app, "Rowan Primary School", "search-rowan");
        var (kept, lost) = (await own.AddPupilAsync("Staying", "Sol"), await own.AddPupilAsync("Going", "Gus"));
        var teacher = await app.SignInAsync("teacher@search-rowan.example");
        await teacher.GetPageAsync(kept.Path);
        await teacher.GetPageAsync(lost.Path);
        Assert.Equal("Going Staying", Surnames(await RecentAsync(teacher)));

        await app.InSchoolAsync(own.Id, async db =>
        {
            var pupil = await db.Pupils.AsTracking().FirstAsync(row => row.Id == lost.Id);
            pupil.NameResponsibleTeacher(own.Staff["other-teacher"], own.Senco());
            pupil.ChangeDetails(new PupilDetails("", "Going", "Gus", "", pupil.BirthDate, Sex.Female, "5", own.OtherClassId), own.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.Equal("Staying", Surnames(await RecentAsync(teacher)));
        await app.Services.GetRequiredService<RecentlyOpened>().WriteAsync();
        Assert.Equal("Staying", Surnames(await RecentAsync(teacher)));
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(lost.Path)).StatusCode);
    }

    [Fact]
    public async Task Recent_WhenAPageIsRefused_NotesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Refusedrecent", "Rex", classId: app.School.OtherClassId, responsible: "other-teacher");
        var teacher = await app.SignInAsync("teacher@ash.example");

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(pupil.Path)).StatusCode);

        await app.Services.GetRequiredService<RecentlyOpened>().WriteAsync();
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.RecentPupils.CountAsync(row => row.PupilId == pupil.Id)));
    }

    private static Task<HttpResponseMessage> RecentAsync(HttpClient client) => client.GetAsync("/pupils/suggestions?search=");

    private static string Surnames(HttpResponseMessage answer) =>
        string.Join(' ', JsonDocument.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()).RootElement.EnumerateArray().Select(one => one.GetProperty("name").GetString()!.Split(',')[0]));

    private static async Task<string> NamesAsync(HttpResponseMessage answer) =>
        string.Join("; ", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(one => $"{one.GetProperty("name").GetString()} ({one.GetProperty("detail").GetString()})"));
}

/// <summary>A school of its own, whose names are known.</summary>
public sealed class SuggestSchool(TestApp app) : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> clients = [];

    public async Task InitializeAsync()
    {
        var school = await TestSchool.CreateAsync(app, "Alder Primary School", "search-alder");
        await school.AddPupilAsync();
        await school.AddPupilAsync("Nguyễn", "Kai", status: SenStatus.None);
        await school.AddPupilAsync("Llewellyn-Jones", "Ffion", responsible: null, supportedBy: "ta");
        var callum = await school.AddPupilAsync("O’Reilly", "Callum", classId: school.OtherClassId, responsible: "other-teacher", status: SenStatus.EhcPlan);
        await app.InSchoolAsync(school.Id, async db =>
        {
            var pupil = await db.Pupils.AsTracking().FirstAsync(row => row.Id == callum.Id);
            pupil.ChangeDetails(new PupilDetails("B801200005001", "O’Reilly", "Callum", "", pupil.BirthDate, Sex.Male, "5", school.OtherClassId), school.Senco());
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A client signed in as a role; the same one each time.</summary>
    public async Task<HttpClient> ClientAsync(string role) => clients.TryGetValue(role, out var client) ? client : clients[role] = await app.SignInAsync($"{role}@search-alder.example");

    public Task DisposeAsync() => Task.CompletedTask;
}
