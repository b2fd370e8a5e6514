using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>What is typed is never lost: not with the browser, not with the session.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class DraftTests(SharedBrowser shared)
{
    private const string Words = "Half a sentence that was never";

    [Fact]
    public async Task Draft_WhenTheBrowserIsClosed_ComesBackAfterSigningIn()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using (var first = await shared.OpenAsync())
        {
            await first.SignInAsync("assistant");
            await first.GoAsync($"{record.CyclePath}/review");
            await first.Page.GetByLabel("Impact on progress").FillAsync(Words);
            await Expect(first.Page.Locator("[data-sen-save-state]")).ToContainTextAsync("Draft saved");
        }

        await using var second = await shared.OpenAsync(Screen.Phone);
        await second.SignInAsync("assistant");
        await second.GoAsync($"{record.CyclePath}/review");
        await Expect(second.Page.GetByLabel("Impact on progress")).ToHaveValueAsync(Words);
        await second.SeesAsync("What you had typed is back.");
        await second.CheckPageAsync();

        // Nobody else sees it.
        await using var other = await shared.OpenAsAsync("senco");
        await other.GoAsync($"{record.CyclePath}/review");
        await Expect(other.Page.GetByLabel("Impact on progress")).ToHaveValueAsync("");

        await second.PressAsync("Go back to the last saved review");
        await Expect(second.Page.GetByLabel("Impact on progress")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Draft_WhenThePageIsLeft_IsKept()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using var visit = await shared.OpenAsAsync("senco");
        await visit.GoAsync($"{record.CyclePath}/review");
        await visit.Page.GetByLabel("Quality of the support").FillAsync(Words);
        await visit.GoAsync(record.Path);
        await visit.GoAsync($"{record.CyclePath}/review");
        await Expect(visit.Page.GetByLabel("Quality of the support")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task Session_WhenItLapsed_IsOpenedAgainWithoutLeavingThePage()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using var visit = await shared.OpenAsync();
        visit.Expects(401);
        await visit.SignInAsync("senco");
        await visit.GoAsync($"{record.CyclePath}/review");
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GetByLabel("Impact on progress").FillAsync(Words);
        await Expect(visit.Page.Locator("[data-sen-save-state]")).ToContainTextAsync("sign in again to save");
        await visit.CheckPageAsync();

        await visit.Button("Save and come back").ClickAsync();
        var dialog = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog);
        await dialog.GetByLabel("Email address").FillAsync("senco@demo.example");
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Visit.Password);
        await visit.CheckPageAsync();
        await dialog.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in and carry on" }).ClickAsync();
        await visit.SeesAsync("Review saved.");
        await visit.GoAsync($"{record.CyclePath}/review");
        await Expect(visit.Page.GetByLabel("Impact on progress")).ToHaveValueAsync(Words);
    }
}
