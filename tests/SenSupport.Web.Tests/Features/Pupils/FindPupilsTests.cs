using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class FindPupilsTests(TestApp app, RegisterSchools schools) : IClassFixture<RegisterSchools>
{
    private const string EveryoneFollowed = "Adebayo Fox Kobayashi Llewellyn-Jones Nguyễn O’Reilly Wiśniewska";

    private static readonly SignedInStaff Senco = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Ruth", "School", StaffRoles.Senco);

    [Fact]
    public async Task Find_WhenSencoOpensIt_ListsEveryoneFollowedWithTotalsAndCounts()
    {
        var page = await OpenAsync("senco", "/pupils");

        Assert.Equal("SEN register", page.QuerySelector("h1").Words());
        Assert.Equal(EveryoneFollowed, Surnames(page));
        Assert.Contains("5 on the register: 4 SEN Support, 1 EHC plan. 1 monitored, kept apart.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(
            ["All 7", "On the register 5", "Review overdue 1", "Review in 14 days 1", "Outstanding 3", "No review date 3", "Monitoring 1", "Every pupil 8"],
            page.QuerySelectorAll(".sen-views a").Select(link => link.Words()));
        Assert.Equal("page", page.QuerySelector(".sen-views a")!.GetAttribute("aria-current"));
        Assert.Equal("Showing 1 to 7 of 7 pupils.", page.QuerySelectorAll(".sen-title-row p").Last().Words());
        Assert.Equal(7, page.QuerySelectorAll(".sen-register input[type=checkbox][form=bulk]").Length);
    }

    [Fact]
    public async Task Find_WhenARowIsShown_SaysWhatIsKnownOfThePupil()
    {
        var page = await OpenAsync("senco", "/pupils");

        var zofia = Cells(page, "Wiśniewska");
        Assert.Equal(["4W", "SEN Support", "SLCN Speech, language and communication +1 more need", "Docycle 1"], zofia.Take(4));
        Assert.EndsWith(" in 8 days", zofia[4], StringComparison.Ordinal);
        var callum = Cells(page, "O’Reilly");
        Assert.EndsWith(" 14 days late", callum[4], StringComparison.Ordinal);
        Assert.Equal("1 to put right for Callum O’Reilly", callum[5]);
        var hana = Cells(page, "Kobayashi");
        Assert.Equal(["Monitoring", "No open cycle"], [hana[1], hana[3]]);
        Assert.EndsWith(" check-in", hana[4], StringComparison.Ordinal);
        Assert.Equal(["SEN Support", "No need recorded", "No open cycle", "No review date", "1 to put right for Teddy Fox"], Cells(page, "Fox").Skip(1));
        Assert.Equal("Llewellyn-Jones, Fi", Row(page, "Llewellyn-Jones").QuerySelector("th").Words());
        Assert.Equal($"/pupils/{schools.PupilIds["Fox"]}", Row(page, "Fox").QuerySelector("th a")!.GetAttribute("href"));

        // Nearly every row has SEN Support: only the others have a tag.
        Assert.Equal(["EHC plan", "Monitoring"], page.QuerySelectorAll(".sen-register .govuk-tag").Select(tag => tag.Words()));
    }

    [Theory]
    [InlineData("view=on-register", "Adebayo Fox Llewellyn-Jones O’Reilly Wiśniewska")]
    [InlineData("view=review-overdue", "O’Reilly")]
    [InlineData("view=review-soon", "Wiśniewska")]
    [InlineData("view=outstanding", "Fox Llewellyn-Jones O’Reilly")]
    [InlineData("view=no-review-date", "Fox Llewellyn-Jones Nguyễn")]
    [InlineData("view=monitoring", "Kobayashi")]
    [InlineData("view=everyone", "Adebayo Fox Kobayashi Llewellyn-Jones Nguyễn O’Reilly Smith Wiśniewska")]
    [InlineData("year=4", "Kobayashi Llewellyn-Jones Wiśniewska")]
    [InlineData("year=R", "Nguyễn")]
    [InlineData("class=5K", "Adebayo Fox O’Reilly")]
    [InlineData("area=cognition-and-learning", "Llewellyn-Jones O’Reilly")]
    [InlineData("area=social-emotional-mental-health", "Adebayo Wiśniewska")]
    [InlineData("need=SLCN", "Kobayashi Wiśniewska")]
    [InlineData("need=SEMH", "Adebayo Wiśniewska")]
    [InlineData("status=ehc-plan", "Adebayo")]
    [InlineData("status=monitoring", "Kobayashi")]
    [InlineData("status=none", "Nguyễn")]
    [InlineData("stage=do", "Adebayo Wiśniewska")]
    [InlineData("stage=assess", "Nguyễn")]
    [InlineData("review=overdue", "O’Reilly")]
    [InlineData("review=soon", "Wiśniewska")]
    [InlineData("review=no-date", "Fox Llewellyn-Jones Nguyễn")]
    [InlineData("view=on-register&class=4W&status=sen-support&stage=do", "Wiśniewska")]
    public async Task Find_WhenFiltered_ListsOnlyThose(string query, string surnames)
    {
        var page = await OpenAsync("senco", $"/pupils?{query}");

        Assert.Equal(surnames, Surnames(page));
        Assert.Contains($"of {surnames.Split(' ').Length} pupil", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wisniewska", "Wiśniewska")]
    [InlineData("WIŚNIEW", "Wiśniewska")]
    [InlineData("nguyen", "Nguyễn")]
    [InlineData("oreilly", "O’Reilly")]
    [InlineData("o'reilly", "O’Reilly")]
    [InlineData("O’Rei", "O’Reilly")]
    [InlineData("callum rei", "O’Reilly")]
    [InlineData("Llewellyn-Jones", "Llewellyn-Jones")]
    [InlineData("fi jones", "Llewellyn-Jones")]
    [InlineData("ffion", "Llewellyn-Jones")]
    [InlineData("b8012000", "Adebayo")]
    [InlineData("200005001", "Adebayo")]
    [InlineData("  zofia  ", "Wiśniewska")]
    public async Task Find_WhenSearched_FindsAnyPartOfANameOrUpn(string search, string surnames)
    {
        var page = await OpenAsync("senco", $"/pupils?view=all&search={Uri.EscapeDataString(search)}");

        Assert.Equal(surnames, Surnames(page));
        Assert.Equal(search.Trim(), ((IHtmlInputElement)page.QuerySelector("#search")!).Value);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[x-z]%")]
    [InlineData("w_iska")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Find_WhenSearchHoldsWildcards_TakesThemAsTheyStand(string search)
    {
        var page = await OpenAsync("senco", $"/pupils?view=everyone&search={Uri.EscapeDataString(search)}");

        Assert.Equal("", Surnames(page));
        Assert.Equal($"Nobody matches “{search}”", page.QuerySelector(".sen-empty h2").Words());
    }

    [Theory]
    [InlineData("sort=name&order=desc", "Wiśniewska O’Reilly Nguyễn Llewellyn-Jones Kobayashi Fox Adebayo")]
    [InlineData("sort=class", "Nguyễn Kobayashi Llewellyn-Jones Wiśniewska Adebayo Fox O’Reilly")]
    [InlineData("sort=class&order=desc", "Adebayo Fox O’Reilly Kobayashi Llewellyn-Jones Wiśniewska Nguyễn")]
    [InlineData("sort=status", "Adebayo Kobayashi Nguyễn Fox Llewellyn-Jones O’Reilly Wiśniewska")]
    [InlineData("sort=status&order=desc", "Fox Llewellyn-Jones O’Reilly Wiśniewska Nguyễn Kobayashi Adebayo")]
    [InlineData("sort=need", "O’Reilly Adebayo Kobayashi Wiśniewska Llewellyn-Jones Fox Nguyễn")]
    [InlineData("sort=need&order=desc", "Llewellyn-Jones Kobayashi Wiśniewska Adebayo O’Reilly Fox Nguyễn")]
    [InlineData("sort=stage", "Nguyễn Llewellyn-Jones Adebayo Wiśniewska O’Reilly Fox Kobayashi")]
    [InlineData("sort=stage&order=desc", "O’Reilly Adebayo Wiśniewska Llewellyn-Jones Nguyễn Fox Kobayashi")]
    [InlineData("sort=review", "O’Reilly Kobayashi Wiśniewska Adebayo Fox Llewellyn-Jones Nguyễn")]
    [InlineData("sort=review&order=desc", "Adebayo Wiśniewska Kobayashi O’Reilly Fox Llewellyn-Jones Nguyễn")]
    [InlineData("sort=outstanding&order=desc", "Llewellyn-Jones Fox O’Reilly Adebayo Kobayashi Nguyễn Wiśniewska")]
    [InlineData("sort=outstanding", "Adebayo Kobayashi Nguyễn Wiśniewska Fox O’Reilly Llewellyn-Jones")]
    public async Task Find_WhenSorted_OrdersAllRowsAndSaysSo(string query, string surnames)
    {
        var page = await OpenAsync("senco", $"/pupils?{query}");

        Assert.Equal(surnames, Surnames(page));
        var sorted = Assert.Single(page.QuerySelectorAll("th[aria-sort]"), header => header.GetAttribute("aria-sort") != "none");
        Assert.Equal(query.EndsWith("desc", StringComparison.Ordinal) ? "descending" : "ascending", sorted.GetAttribute("aria-sort"));

        // The sorted column's own link turns the order round.
        var turned = await OpenAsync("senco", sorted.QuerySelector("a")!.GetAttribute("href")!);
        Assert.NotEqual(sorted.GetAttribute("aria-sort"), turned.QuerySelectorAll("th[aria-sort]").Single(header => header.GetAttribute("aria-sort") != "none").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Find_WhenThereAreManyPupils_ShowsThemByPage()
    {
        var client = await app.SignInAsync($"senco@{RegisterSchools.Many}.example");

        var first = await client.GetPageAsync("/pupils?sort=name&order=desc");
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith("Pupil60 Pupil59", Surnames(first), StringComparison.Ordinal);
        Assert.Equal("Showing 1 to 25 of 60 pupils. Show 50 or 100 a page.", first.QuerySelectorAll(".sen-title-row p").Last().Words());
        var second = await client.GetPageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.StartsWith("Pupil35 Pupil34", Surnames(second), StringComparison.Ordinal);
        var fifty = await client.GetPageAsync(first.QuerySelectorAll("a").Single(link => link.Words() == "50").GetAttribute("href")!);
        Assert.Equal(50, fifty.QuerySelectorAll("tbody tr").Length);
        var last = await client.GetPageAsync("/pupils?page=99999");
        Assert.Equal("Showing 51 to 60 of 60 pupils.", last.QuerySelectorAll(".sen-title-row p").Last().Words()[..30]);
        Assert.Equal("Pupil51 Pupil52", Surnames(last)[..15]);
    }

    [Theory]
    [InlineData("view=nonsense&status=99&stage=1,2&area=5&need=BLAH&review=x&class=9Z&year=44&sort=;drop&order=up&page=-3&size=7")]
    [InlineData("view=0&status=0&stage=0&sort=0&page=99999999999999999999&size=%00&stage=closed&class=%F0%9F%98%80")]
    [InlineData("review=this-term")]
    public async Task Find_WhenTheAddressIsForged_CountsWhatDoesNotExistAsNotSaid(string query)
    {
        var page = await OpenAsync("senco", $"/pupils?{query}");

        Assert.Equal(EveryoneFollowed, Surnames(page));
        Assert.Empty(page.QuerySelectorAll(".sen-filter-tags"));
    }

    [Fact]
    public async Task Find_WhenFiltersAreInUse_OffersEachForRemoval()
    {
        var page = await OpenAsync("senco", "/pupils?class=4W&stage=do&search=zofia&sort=review");

        Assert.Equal(["Name or UPN: zofia, remove this filter", "Class: 4W, remove this filter", "Stage: Do, remove this filter", "Clear all"], page.QuerySelectorAll(".sen-filter-tags a").Select(link => link.Words()));
        Assert.Equal("/pupils?view=all&search=zofia&stage=do&sort=review", page.QuerySelectorAll(".sen-filter-tags a")[1].GetAttribute("href"));
        Assert.Equal("4W", ((IHtmlSelectElement)page.QuerySelector("#class")!).Value);
        var fields = page.FormFields();
        Assert.Equal("all review zofia 4W do", string.Join(' ', fields["view"], fields["sort"], fields["search"], fields["class"], fields["stage"]));
    }

    [Theory]
    [InlineData("search=wisniewska")]
    [InlineData("search=smith")]
    [InlineData("view=all&search=fox&go=1")]
    public async Task Find_WhenQuickSearchFindsExactlyOne_OpensThePupil(string query)
    {
        var client = await ClientAsync("senco");

        using var answer = await client.GetAsync($"/pupils?{query}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains($"{answer.Headers.Location}", schools.PupilIds.Values.Select(id => $"/pupils/{id}"));
    }

    [Fact]
    public async Task Find_WhenQuickSearchFindsSeveral_ListsThemFromEveryPupil()
    {
        var page = await OpenAsync("senco", "/pupils?search=s");

        Assert.Equal("Adebayo Kobayashi Llewellyn-Jones Smith Wiśniewska", Surnames(page));
    }

    [Fact]
    public async Task Find_WhenNobodyMatchesButTheSearchAloneDoes_NamesThem()
    {
        var page = await OpenAsync("senco", "/pupils?view=all&class=5K&search=wisniewska");

        Assert.Equal("Nobody in 5K matches “wisniewska”", page.QuerySelector(".sen-empty h2").Words());
        Assert.Contains("There is one match among all pupils: Zofia Wiśniewska, 4W.", page.QuerySelector(".sen-empty").Words(), StringComparison.Ordinal);
        Assert.Equal(["Zofia Wiśniewska, 4W", "Search every pupil", "Clear all filters"], page.QuerySelectorAll(".sen-empty a").Select(link => link.Words()));
    }

    [Fact]
    public async Task Find_WhenTheSchoolHasNoPupils_SaysWhy()
    {
        var client = await app.SignInAsync($"senco@{RegisterSchools.None}.example");

        var page = await client.GetPageAsync("/pupils");

        Assert.Equal("No pupil is on the register yet", page.QuerySelector(".sen-empty h2").Words());
        Assert.Empty(page.QuerySelectorAll("main table, main form"));
    }

    [Fact]
    public async Task Find_WhenOfficeOpensIt_ShowsCodesOnlyAndLinksToDetails()
    {
        var page = await OpenAsync("office", "/pupils?view=everyone");

        Assert.Equal("Pupils", page.QuerySelector("h1").Words());
        Assert.Equal(["Pupil", "Class", "Status", "Primary need"], page.QuerySelectorAll("thead th").Select(header => header.Words()));
        Assert.Equal(["All 7", "On the register 5", "Monitoring 1", "Every pupil 8"], page.QuerySelectorAll(".sen-views a").Select(link => link.Words()));
        Assert.Equal("Adebayo Fox Kobayashi Llewellyn-Jones Nguyễn O’Reilly Smith Wiśniewska", Surnames(page));
        Assert.Empty(page.QuerySelectorAll("#stage, #review"));
        Assert.Equal(8, page.QuerySelectorAll("tbody a[href^='/pupils/']").Length);
        Assert.DoesNotContain("late", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("view=outstanding")]
    [InlineData("view=review-overdue")]
    [InlineData("stage=do")]
    [InlineData("review=overdue")]
    [InlineData("sort=review")]
    [InlineData("sort=outstanding&order=")]
    public async Task Find_WhenOfficeAsksForProgress_IgnoresIt(string query)
    {
        var page = await OpenAsync("office", $"/pupils?{query}");

        Assert.Equal(EveryoneFollowed, Surnames(page));
    }

    [Fact]
    public async Task Find_WhenOfficeSearchesForOnePupil_StaysInTheList()
    {
        Assert.Equal("Wiśniewska", Surnames(await OpenAsync("office", "/pupils?search=wisniewska")));
    }

    [Theory]
    [InlineData("head", EveryoneFollowed)]
    [InlineData("assistant", EveryoneFollowed)]
    [InlineData("teacher", "Kobayashi Llewellyn-Jones Wiśniewska")]
    [InlineData("other-teacher", "Adebayo Fox O’Reilly")]
    [InlineData("ta", "Llewellyn-Jones")]
    public async Task Find_WhenRoleDiffers_ListsOnlyTheirPupils(string role, string surnames)
    {
        var page = await OpenAsync(role, "/pupils");

        Assert.Equal(surnames, Surnames(page));
        Assert.Equal($"All {surnames.Split(' ').Length}", page.QuerySelector(".sen-views a").Words());
    }

    [Fact]
    public async Task Find_WhenTeacherSearchesForAnothersPupil_FindsNobody()
    {
        var page = await OpenAsync("teacher", "/pupils?search=oreilly");

        Assert.Equal("Nobody matches “oreilly”", page.QuerySelector(".sen-empty h2").Words());
        Assert.DoesNotContain("Callum", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("governor")]
    [InlineData("finance")]
    public async Task Find_WhenRoleListsNoPupils_IsNotFound(string role)
    {
        var client = await ClientAsync(role);

        using var answer = await client.GetAsync("/pupils");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Find_WhenAnotherSchoolSearches_FindsNobodyOfThisOne()
    {
        var client = await app.AsOtherSchoolAsync("senco");

        Assert.Equal("Nobody matches “llewellyn”", (await client.GetPageAsync("/pupils?search=llewellyn")).QuerySelector(".sen-empty h2").Words());
        Assert.DoesNotContain("Llewellyn", Surnames(await client.GetPageAsync("/pupils?view=everyone&size=100")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_WhenNoRecordChangedSinceTheSameWasAsked_SendsOneCommand()
    {
        await OpenAsync("senco", "/pupils?view=everyone&size=50");
        using var commands = new SqlCommands(app);

        await OpenAsync("senco", "/pupils?view=everyone&size=50");

        Assert.Contains("SchoolStamps", Assert.Single(commands.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?view=everyone&page=4&sort=need", 3)]
    [InlineData("?view=all&search=zofia&class=4W", 3)]
    [InlineData("?view=outstanding&sort=outstanding&order=desc", 4)]
    [InlineData("?view=everyone&search=a&page=2", 4)]
    [InlineData("?view=all&search=zofia&class=5K", 4)]
    public async Task Find_WhateverIsAsked_SendsFewCommands(string query, int most)
    {
        // The first request remembers the account's stamp and the school's terms.
        await OpenAsync("senco", "/pupils");
        using var commands = new SqlCommands(app);

        await OpenAsync("senco", $"/pupils{query}");

        Assert.InRange(commands.Texts.Count, 1, most);
    }

    [Fact]
    public async Task Find_WhenAFilterFindsManyPupils_CountsThemAll()
    {
        var client = await app.SignInAsync($"senco@{RegisterSchools.Many}.example");

        var first = await client.GetPageAsync("/pupils?search=pupil&view=all");
        Assert.Equal("Showing 1 to 25 of 60 pupils.", first.QuerySelectorAll(".sen-title-row p").Last().Words()[..29]);
        var last = await client.GetPageAsync("/pupils?search=pupil&view=all&page=77");
        Assert.Equal("Showing 51 to 60 of 60 pupils.", last.QuerySelectorAll(".sen-title-row p").Last().Words()[..30]);
    }

    [Fact]
    public void Queries_WhenOnSqlServer_Translate()
    {
        using var db = new SqlServerSenSupportDbContext(new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer("Server=none").Options, new SchoolScope());
        var today = TestSchool.Today;
        var narrow = new RegisterFilter { Search = "zo wi", Year = "4", Class = "4W", Area = AreaOfNeed.SensoryPhysical, Need = "HI", Status = SenStatus.SenSupport, Stage = CycleStage.Do };
        string[] commands =
        [
            RegisterQueries.Counts(db, Senco with { Roles = StaffRoles.Teacher }, today).ToQueryString(),
            .. from view in Enum.GetValues<RegisterView>()
               from review in Enum.GetValues<ReviewWhen>()
               select RegisterQueries.Found(db, Senco, narrow with { View = view, Review = review }, today, today.AddDays(30), [Guid.NewGuid()]).ToQueryString(),
            .. from column in Enum.GetValues<RegisterColumn>()
               from turned in new[] { false, true }
               select RegisterQueries.Rows(db, Senco, narrow with { Sort = column, Descending = turned }, today, null, [Guid.NewGuid()]).Skip(25).Take(25).ToQueryString(),
        ];

        Assert.All(commands, command => Assert.DoesNotContain("APPLY", command, StringComparison.Ordinal));
        Assert.Equal(1 + (8 * 4) + (7 * 2), commands.Length);
    }

    private static string Surnames(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll("tbody th").Select(name => name.Words().Split(", ")[0]));

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string surname) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th").Words().StartsWith($"{surname},", StringComparison.Ordinal));

    private static List<string> Cells(IHtmlDocument page, string surname) => [.. Row(page, surname).QuerySelectorAll("td:not(.sen-stack__off)").Select(cell => cell.Words())];

    private Task<HttpClient> ClientAsync(string role) => schools.ClientAsync(role);

    private async Task<IHtmlDocument> OpenAsync(string role, string path) => await (await ClientAsync(role)).GetPageAsync(path);
}
