using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;
using SenSupport.Web;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The SENCo's main job: find a pupil, take a cycle from its start to its end, hand the plan over as PDF, begin the next.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class SencoJourneyTests(SharedBrowser shared)
{
    private static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    [Fact]
    public Task WholeCycle_OnALaptop_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Wide, javaScript: true);

    [Fact]
    public Task WholeCycle_OnAPhone_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Phone, javaScript: true);

    [Fact]
    public Task WholeCycle_WithoutJavaScript_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Wide, javaScript: false);

    private async Task WholeCycleAsync(Screen screen, bool javaScript)
    {
        var record = await DemoRecord.WithoutOpenCycleAsync(shared.App);
        var number = record.LatestCycle + 1;
        await using var visit = await shared.OpenAsync(screen, javaScript);
        await visit.SignInAsync("senco");
        await visit.CheckPageAsync();

        await FindAsync(visit, record);
        await visit.CheckPageAsync();
        await visit.FollowAsync("Cycles");
        await visit.CheckPageAsync();
        await visit.PressAsync($"Start cycle {number}");
        await visit.SeesHeadingAsync($"Cycle {number}");
        await visit.CheckPageAsync();

        await AssessAsync(visit);
        await PlanAsync(visit, number);
        await ShareAsync(visit, number);
        await DownloadAsync(visit, record, number);
        await DeliverAsync(visit);
        await ReviewAsync(visit, record, number);

        await visit.PressAsync($"Start cycle {number + 1}");
        await visit.SeesHeadingAsync($"Cycle {number + 1}");
        var next = await shared.App.InSchoolAsync(db => db.Cycles.AsNoTracking().Include(cycle => cycle.Targets).SingleAsync(cycle => cycle.PupilId == record.PupilId && cycle.Number == number + 1));
        Assert.Equal("Takes at least one turn in a group of four", next.Targets.Single(target => target.CarriedResult == TargetResult.PartlyMet && target.ToReformulate).Statement);
    }

    private static async Task FindAsync(Visit visit, DemoRecord record)
    {
        // From within the surname, as somebody types who is unsure how it begins.
        var part = record.SearchText.Split(' ').Where(word => word.All(char.IsLetter)).MaxBy(word => word.Length)![1..];
        await visit.Page.GetByLabel("Find a pupil by name or UPN").FillAsync(part);
        await visit.LeaveByAsync(visit.Button("Find"));
        if (!visit.Page.Url.EndsWith(record.Path, StringComparison.Ordinal))
        {
            await visit.CheckPageAsync();
            await visit.LeaveByAsync(visit.Page.Locator($"main a[href='{record.Path}']").First);
        }

        await Expect(visit.Page.Locator(".sen-identity__name")).ToHaveTextAsync(record.Name);
    }

    private static async Task AssessAsync(Visit visit)
    {
        await visit.FollowAsync("Record assessment");
        await visit.SeesHeadingAsync("Assess");
        await visit.Page.GetByLabel("Difficulties, by area").FillAsync("Takes part little when the group is large.");
        foreach (var (prompt, words) in new[]
        {
            ("What the teacher sees, in lessons and out of them", "Listens well, speaks up rarely."),
            ("What parents say, in their words", "She talks all evening at home."),
            ("What the pupil says, in the pupil’s own words, and how it was gathered", "I wait until it is quiet. Talking mat, with the TA."),
        })
        {
            await visit.Page.GetByLabel(prompt).FillAsync(words);
        }

        await visit.CheckPageAsync();
        await visit.PressAsync("Save and start the plan");
    }

    private static async Task PlanAsync(Visit visit, int number)
    {
        await visit.SeesHeadingAsync($"Write the plan: cycle {number}");
        await AddRowAsync(visit, "outcome", "Add another outcome");
        await Row(visit, "outcome").Locator("textarea").FillAsync("Takes part in class talk by the end of the key stage");

        // A row too many, taken away again: what is typed elsewhere stays.
        await AddRowAsync(visit, "target", "Add another target");
        await AddRowAsync(visit, "target", "Add another target");
        var targets = await visit.Page.Locator("[data-sen-row=target]").CountAsync();
        await AnswerInPlaceAsync(visit, visit.Button($"Remove target {targets}"), "target", targets - 1);
        var target = Row(visit, "target");
        await target.GetByLabel("do?").FillAsync("Takes at least one turn in a group of four");
        await target.GetByLabel("Now (baseline)").FillAsync("1 session of 5");
        await target.GetByLabel("How we will measure it").FillAsync("Tally in guided reading");
        await target.GetByLabel("What success looks like").FillAsync("4 sessions of 5");
        await target.GetByLabel("Area of need").SelectOptionAsync(["CommunicationAndInteraction"]);
        await target.GetByLabel("By when").FillAsync(Today.AddDays(60).ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await AddRowAsync(visit, "strategy", "Add another strategy");
        await Row(visit, "strategy").Locator("textarea").FillAsync("Ask by name, then wait ten seconds");
        await Row(visit, "strategy").Locator("input[type=checkbox]").CheckAsync();
        await AddRowAsync(visit, "provision", "Add another row");
        var provision = Row(visit, "provision");
        await provision.GetByLabel("What", new() { Exact = true }).FillAsync("Small talk group");
        await provision.GetByLabel("Delivered by").FillAsync("Harjit Kaur");
        await provision.GetByLabel("Minutes").FillAsync("20");
        await provision.GetByLabel("Times a week").FillAsync("2");
        await Expect(Row(visit, "outcome").Locator("textarea")).ToHaveValueAsync("Takes part in class talk by the end of the key stage");
        await visit.Page.GetByLabel("At home", new() { Exact = true }).FillAsync("Talk over pictures of the week");
        await visit.TypeDateAsync("StartsOn", Today);
        await visit.TypeDateAsync("ReviewOn", Today.AddDays(70));
        await visit.CheckPageAsync();
        await visit.PressAsync("Save and preview");
    }

    private static async Task ShareAsync(Visit visit, int number)
    {
        await visit.SeesHeadingAsync("Check the plan, then share it");
        await visit.SeesAsync("Takes at least one turn in a group of four");
        await visit.CheckPageAsync();
        await visit.PressAsync("Share version 1");
        await visit.SeesHeadingAsync($"Cycle {number}");
    }

    private static async Task DownloadAsync(Visit visit, DemoRecord record, int number)
    {
        var path = await visit.Page.Locator("a[href$='/plan.pdf']").First.GetAttributeAsync("href");
        var answer = await visit.Page.Context.APIRequest.GetAsync(path!);
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.Contains($"-cycle-{number}-v1.pdf", answer.Headers["content-disposition"]);
        Assert.Contains("SEN-Support-Plan-", answer.Headers["content-disposition"]);
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(await answer.BodyAsync(), 0, 5));
        Assert.Equal(404, (await visit.Page.Context.APIRequest.GetAsync($"{record.Path}/cycles/{number}/plan.pdf?version=2")).Status);
    }

    private static async Task DeliverAsync(Visit visit)
    {
        await visit.FollowAsync("Mark progress");
        var target = visit.Page.Locator(".sen-target", new() { HasText = "Takes at least one turn in a group of four" });
        await visit.LeaveByAsync(target.Locator("button[value='1']"));
        await Expect(target.Locator("button[value='1']")).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Took a turn twice today, with the picture cards.");
        await visit.PressAsync("Add note");
        await visit.SeesAsync("Took a turn twice today, with the picture cards.");
        await visit.CheckPageAsync();
    }

    private static async Task ReviewAsync(Visit visit, DemoRecord record, int number)
    {
        await visit.GoAsync($"{record.Path}/cycles/{number}");
        await visit.FollowAsync("Record review");
        await visit.SeesHeadingAsync($"Review of cycle {number}");
        await visit.TypeDateAsync("HeldOn", Today);
        await visit.Page.GetByLabel("Present", new() { Exact = true }).FillAsync("Parents, class teacher, SENCo");
        var targets = visit.Page.Locator(".sen-review-target");
        for (var index = 0; index < await targets.CountAsync(); index++)
        {
            await targets.Nth(index).GetByText("Partly met", new() { Exact = true }).ClickAsync();
        }

        await targets.Last.Locator("textarea").FillAsync("Three sessions of five.");
        await visit.Page.GetByLabel("Impact on progress").FillAsync("Joins in more often.");
        await visit.Page.GetByLabel("Parents", new() { Exact = true }).FillAsync("We see it at home, too.");
        await visit.Page.GetByText("Continue with changes", new() { Exact = true }).ClickAsync();
        await visit.TypeDateAsync("NextReviewOn", Today.AddDays(90));
        await visit.CheckPageAsync();
        await visit.PressAsync("Check and close the cycle");
        await visit.SeesHeadingAsync($"Check the review, then close cycle {number}");
        await visit.SeesAsync("The pupil’s view is missing");
        await visit.CheckPageAsync();
        await visit.PressAsync($"Close cycle {number}");
        await visit.SeesAsync($"Cycle {number} is closed.");
        await visit.CheckPageAsync();
    }

    private static ILocator Row(Visit visit, string kind) => visit.Page.Locator($"[data-sen-row={kind}]").Last;

    private static async Task AddRowAsync(Visit visit, string kind, string button)
    {
        var rows = await visit.Page.Locator($"[data-sen-row={kind}]").CountAsync();
        await AnswerInPlaceAsync(visit, visit.Button(button), kind, rows + 1);
    }

    private static async Task AnswerInPlaceAsync(Visit visit, ILocator button, string kind, int rows)
    {
        await button.ClickAsync();
        await Expect(visit.Page.Locator($"[data-sen-row={kind}]")).ToHaveCountAsync(rows);
    }
}
