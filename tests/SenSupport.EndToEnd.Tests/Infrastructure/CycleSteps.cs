using Microsoft.Playwright;
using SenSupport.Web;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>The steps of a cycle as the SENCo takes them in the browser, each from the page where the one before ended.</summary>
internal static class CycleSteps
{
    private static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    /// <summary>Records the assessment and goes on to the plan.</summary>
    public static async Task AssessAsync(Visit visit)
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

    /// <summary>Writes a plan with an outcome, a target, a strategy and provision.</summary>
    public static async Task PlanAsync(Visit visit, int number)
    {
        await visit.SeesHeadingAsync($"Write the plan: cycle {number}");
        if (await visit.Page.GetByText("A smaller step", new() { Exact = true }).CountAsync() > 0)
        {
            await visit.Page.GetByText("A smaller step", new() { Exact = true }).First.ClickAsync();
            await visit.Page.GetByLabel("What was changed, or why it is kept").First.FillAsync("With one friend first, then in the group.");
        }

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

    /// <summary>Shares its first version.</summary>
    public static async Task ShareAsync(Visit visit, int number)
    {
        await visit.SeesHeadingAsync("Check the plan, then share it");
        await visit.SeesAsync("Takes at least one turn in a group of four");
        await visit.CheckPageAsync();
        await visit.PressAsync("Share version 1");
        await visit.SeesHeadingAsync($"Cycle {number}");
    }

    /// <summary>Marks the target and adds a note.</summary>
    public static async Task DeliverAsync(Visit visit)
    {
        await visit.FollowAsync("Mark progress");
        var target = visit.Page.Locator(".sen-target", new() { HasText = "Takes at least one turn in a group of four" }).Last;
        await visit.LeaveByAsync(target.Locator("button[value='1']"));
        await Expect(target.Locator("button[value='1']")).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Took a turn twice today, with the picture cards.");
        await visit.PressAsync("Add note");
        await visit.SeesAsync("Took a turn twice today, with the picture cards.");
        await visit.CheckPageAsync();
    }

    /// <summary>Records the review with a decision and closes the cycle.</summary>
    public static async Task ReviewAsync(Visit visit, DemoRecord record, int number, string decision)
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
        await visit.Page.GetByText(decision, new() { Exact = true }).ClickAsync();
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
