using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Banks;

[Collection(nameof(TestApp))]
public sealed class BankPagesTests(TestApp app)
{
    [Fact]
    public async Task Tips_WhileATargetIsTyped_SayWhatItLacksAndStopNothing()
    {
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync("/banks/targets/add");
        Assert.Equal("/banks/targets/tips", page.QuerySelector("form[data-sen-tips-from] [data-sen-row=target] [data-sen-tips]")!.Closest("form")!.GetAttribute("data-sen-tips-from"));
        var form = page.FormFields("main form");

        var weak = await (await senco.PostAsync("/banks/targets/tips", form.With(("Statement", "{name} will improve {their} behaviour")))).Content.ReadAsStringAsync();
        Assert.Contains("Specific", weak, StringComparison.Ordinal);
        Assert.Contains("You can save it all the same.", weak, StringComparison.Ordinal);
        var good = await (await senco.PostAsync("/banks/targets/tips", form.With(
            ("Statement", "{name} will ask for help with {their} card before leaving the table, in 4 of 5 lessons"), ("Baseline", "Leaves the table in 3 of 5 lessons"), ("Measure", "Tally by the teaching assistant, each day"),
            ("SuccessCriterion", "4 of 5 lessons, two weeks in a row"), ("Area", "SocialEmotionalMentalHealth"), ("Weeks", "10")))).Content.ReadAsStringAsync();
        Assert.Contains("sen-tip--good", good, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync("/banks/targets/tips", form.With(("Statement", new string('a', 30_000))))).StatusCode);
        var teacher = await app.AsAsync("ta");
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync("/banks/targets/tips", (await teacher.GetPageAsync("/help")).FormFields("form[action$='sign-out']").With(("Statement", "x")))).StatusCode);
    }

    [Theory]
    [InlineData("targets", 169)]
    [InlineData("strategies", 197)]
    public async Task List_WhenNothingWasChanged_ShowsTheStartingBankInPages(string bank, int least)
    {
        var page = await (await app.AsOtherSchoolAsync("senco")).GetPageAsync($"/banks/{bank}");

        Assert.Equal(BankFilter.Size, page.QuerySelectorAll(".sen-bank__item").Length);
        Assert.True(int.Parse(page.QuerySelectorAll("main .sen-title-row strong").Last().Words()) >= least);
        Assert.DoesNotContain("{name}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".govuk-pagination"));
        var last = await (await app.AsOtherSchoolAsync("senco")).GetPageAsync($"/banks/{bank}?page=999");
        Assert.InRange(last.QuerySelectorAll(".sen-bank__item").Length, 1, BankFilter.Size);
    }

    [Fact]
    public async Task List_WhenWordsAreaNeedAndPhaseAreAsked_ShowsWhatHasAllOfThem()
    {
        var teacher = await app.AsAsync("teacher");
        var page = await teacher.GetPageAsync("/banks/targets?search=Sentence&area=CommunicationAndInteraction&need=SLCN&phase=KS1");
        var titles = page.QuerySelectorAll(".sen-bank__item").Select(item => item.Words().ToLowerInvariant()).ToList();

        Assert.NotEmpty(titles);
        Assert.All(titles, words => Assert.True(words.Contains("sentence", StringComparison.Ordinal) && words.Contains("slcn", StringComparison.Ordinal) && words.Contains("ks1", StringComparison.Ordinal)));
        Assert.Equal(4, page.QuerySelectorAll(".sen-filter-tags li").Length - 1);
        var none = await teacher.GetPageAsync("/banks/targets?search=zzzz");
        Assert.Contains("Nothing in the bank matches", none.QuerySelector(".sen-empty").Words(), StringComparison.Ordinal);
        var sorted = (await teacher.GetPageAsync("/banks/strategies?sort=a-z")).QuerySelectorAll(".sen-bank__title").Select(title => title.LastChild!.TextContent.Trim()).ToList();
        Assert.Equal(sorted.Order(StringComparer.OrdinalIgnoreCase), sorted);
    }

    [Theory]
    [InlineData("area=Nowhere&need=XYZ&phase=KS9&state=odd&sort=odd&page=-3")]
    [InlineData("search=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task List_WhateverTheAddressSays_Answers(string query)
    {
        var answer = await (await app.AsAsync("senco")).GetAsync($"/banks/targets?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ta")]
    [InlineData("office")]
    [InlineData("governor")]
    public async Task List_WhenTheRoleHasNoBanks_Answers404(string role)
    {
        foreach (var path in new[] { "/banks/targets", "/banks/strategies" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync(path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("head")]
    public async Task Change_WhenThePersonOnlyReads_Answers404AndOffersNothing(string role)
    {
        var client = await app.AsAsync(role);
        Assert.Empty((await client.GetPageAsync("/banks/targets")).QuerySelectorAll(".sen-bank__actions, a[href$='/add']"));
        foreach (var path in new[] { "/banks/targets/add", "/banks/targets/four-part-sentence/change", "/banks/strategies/ten-second-wait/change" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Add_WhenATargetIsTyped_OffersItToThisSchoolOnly()
    {
        var assistant = await app.AsAsync("assistant");
        var form = (await assistant.GetPageAsync("/banks/targets/add")).FormFields();
        var answer = await assistant.PostAsync("/banks/targets/add", form
            .With(("Statement", "{name} will juggle {their} three beanbags <b>twice</b>"), ("Area", "SensoryPhysical"), ("Weeks", "6"), ("Measure", "PE record"))
            .And([("Needs", "PD"), ("Needs", "VI"), ("Phases", "KS3")]));

        Assert.Equal("/banks/targets?state=own", answer.Headers.Location?.ToString());
        var found = (await assistant.GetPageAsync("/banks/targets?search=juggle")).QuerySelector(".sen-bank__item");
        Assert.Contains("The pupil will juggle their three beanbags <b>twice</b>", found.Words(), StringComparison.Ordinal);
        Assert.Contains("PD, VI KS3", found.Words(), StringComparison.Ordinal);
        Assert.Contains("Our own", found.Words(), StringComparison.Ordinal);
        Assert.Empty((await (await app.AsOtherSchoolAsync("senco")).GetPageAsync("/banks/targets?search=juggle")).QuerySelectorAll(".sen-bank__item"));
        var key = ((IHtmlAnchorElement)found!.QuerySelector("a")!).PathName.Split('/')[3];
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"/banks/targets/{key}/change")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.GetAsync($"/banks/strategies/{key}/change")).StatusCode);
    }

    [Theory]
    [InlineData("Statement", "", "Enter what the pupil will do")]
    [InlineData("Area", "Elsewhere", "Choose an area of need")]
    [InlineData("Weeks", "soon", "Weeks must be between 1 and 52")]
    [InlineData("Weeks", "53", "Weeks must be between 1 and 52")]
    [InlineData("Measure", "long", "The measure must be 2,000 characters or fewer")]
    [InlineData("Needs", "XYZ", "Choose needs from the list")]
    [InlineData("Phases", "KS9", "Choose phases from the list")]
    public async Task Add_WhenAFieldCannotBeStored_Answers400WithEverythingTyped(string field, string typed, string message)
    {
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync("/banks/targets/add")).FormFields().With(("Statement", "{name} will whistle 3 times"), ("Area", "SensoryPhysical"), ("Baseline", "Kept"));
        var answer = await senco.PostAsync("/banks/targets/add", form.With((field, typed == "long" ? new string('x', 2_001) : typed)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(message, Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).Words());
        Assert.Equal("Kept", page.FormFields()["Baseline"]);
        Assert.Empty((await senco.GetPageAsync("/banks/targets?search=whistle")).QuerySelectorAll(".sen-bank__item"));
    }

    [Fact]
    public async Task Change_WhenAStartingStrategyIsReworded_KeepsItsKeyAndCanBePutBack()
    {
        const string path = "/banks/strategies/ten-second-wait";
        var senco = await app.AsAsync("senco");
        await senco.PostAsync($"{path}/change", (await senco.GetPageAsync($"{path}/change")).FormFields("form.sen-panel").With(("Title", "Count a slow ten before you help")));
        var item = (await senco.GetPageAsync("/banks/strategies?search=slow+ten")).QuerySelector(".sen-bank__item");
        Assert.Contains("Reworded by us", item.Words(), StringComparison.Ordinal);
        Assert.Contains("ten-second-wait", item!.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        var page = await senco.GetPageAsync($"{path}/change");

        await senco.PostAsync($"{path}/put-back", page.FormFields($"form[action$='put-back']"));

        Assert.Equal(StartingBank.Strategies["ten-second-wait"].Title, (await senco.GetPageAsync($"{path}/change")).FormFields("form.sen-panel")["Title"]);
        Assert.DoesNotContain("Put the first words back", (await senco.GetPageAsync($"{path}/change")).Body!.TextContent, StringComparison.Ordinal);
        var kinds = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.Kind == RecordEventKind.BankEntryChanged).Select(row => row.Summary).ToListAsync());
        Assert.Contains("Count a slow ten before you help", kinds);
    }

    [Fact]
    public async Task Change_WhenTwoPeopleRewordTheSameEntry_TheSecondIsToldAndNothingOfTheFirstIsLost()
    {
        const string path = "/banks/targets/past-tense-in-news/change";
        var (senco, assistant) = (await app.AsAsync("senco"), await app.AsAsync("assistant"));
        var (first, second) = ((await senco.GetPageAsync(path)).FormFields("form.sen-panel"), (await assistant.GetPageAsync(path)).FormFields("form.sen-panel"));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync(path, first.With(("Measure", "Ten verbs on Mondays by Ruth")))).StatusCode);

        var answer = await assistant.PostAsync(path, second.With(("Measure", "Ten verbs on Fridays by Anna")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Ten verbs on Fridays by Anna", (await answer.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);
        var again = (await assistant.GetPageAsync(path)).FormFields("form.sen-panel");
        Assert.Equal("Ten verbs on Mondays by Ruth", again["Measure"]);
        Assert.Equal(HttpStatusCode.Conflict, (await assistant.PostAsync(path, again.With(("Version", $"{Guid.NewGuid()}"), ("Measure", "Forged")))).StatusCode);
    }

    [Fact]
    public async Task Hide_WhenAnEntryIsHidden_IsOfferedNoMoreUntilItIsShownAgain()
    {
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync("/banks/targets?search=two+or+more+to+ask+or+comment");
        var answer = await senco.PostAsync("/banks/targets/two-words-together/hide", page.FormFields("form[action$='two-words-together/hide']"));
        Assert.StartsWith("/banks/targets?search=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Empty((await senco.GetPageAsync("/banks/targets?search=two+or+more+to+ask+or+comment")).QuerySelectorAll(".sen-bank__item"));
        var hidden = await senco.GetPageAsync("/banks/targets?state=hidden");
        Assert.Contains("Hidden", hidden.QuerySelector(".sen-bank__item").Words(), StringComparison.Ordinal);

        await senco.PostAsync("/banks/targets/two-words-together/show", hidden.FormFields("form[action$='two-words-together/show']"));

        Assert.NotEmpty((await senco.GetPageAsync("/banks/targets?search=two+or+more+to+ask+or+comment")).QuerySelectorAll(".sen-bank__item"));
    }

    [Theory]
    [InlineData("/banks/targets/no-such-entry/change")]
    [InlineData("/banks/strategies/%3Cscript%3E/change")]
    public async Task Change_WhenThereIsNoSuchEntry_Answers404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync(path)).StatusCode);

    [Fact]
    public async Task List_WhenPlansHaveAnEntry_CountsThemAndPutsThemFirst()
    {
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var pupil = await app.School.AddPupilAsync("Bankuses", stage: CycleStage.Plan);
            var cycle = await db.Cycles.Include(row => row.Strategies).Include(row => row.Targets).Include(row => row.Outcomes).Include(row => row.Provision).AsTracking().FirstAsync(row => row.PupilId == pupil.Id);
            cycle.WritePlan(cycle.Plan() with { Strategies = [.. Enumerable.Range(0, 30).Select(_ => new StrategyContent(Guid.NewGuid(), "One step", FromBank: "one-step-at-a-time"))] }, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var first = (await (await app.AsAsync("senco")).GetPageAsync("/banks/strategies")).QuerySelector(".sen-bank__item");

        Assert.Contains("In 30 plans", first.Words(), StringComparison.Ordinal);
        Assert.Contains("one-step-at-a-time", first!.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
