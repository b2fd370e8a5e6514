using Microsoft.Playwright;
using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The main journey without a mouse: sign in, find a pupil, mark a target.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class KeyboardTests(SharedBrowser shared)
{
    [Fact]
    public async Task Journey_ByKeyboardAlone_SignsInFindsAPupilAndMarksATarget()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using var visit = await shared.OpenAsync();
        var keys = visit.Page.Keyboard;
        await visit.GoAsync("/account/sign-in");
        await TabToAsync(visit, "#Email");
        await keys.TypeAsync("senco@demo.example");
        await TabToAsync(visit, "#Password");
        await keys.TypeAsync(Visit.Password);
        await EnterAsync(visit);
        await Expect(visit.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sign-in"));

        // The key goes to the search; the arrows choose what it offers.
        await keys.PressAsync("/");
        var search = visit.Page.Locator("#quick-search");
        await Expect(search).ToBeFocusedAsync();
        await keys.TypeAsync(record.SearchText);
        await Expect(visit.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(search).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.CheckPageAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(search).ToHaveAttributeAsync("aria-activedescendant", "quick-search-list-0");
        await EnterAsync(visit);
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{record.Path}$"));

        await TabToAsync(visit, $"a[href='{record.Path}/cycles']");
        await EnterAsync(visit);
        await TabToAsync(visit, $"main a[href='{record.CyclePath}']");
        await EnterAsync(visit);
        await TabToAsync(visit, $"main a[href^='{record.CyclePath}/do']");
        await EnterAsync(visit);
        await TabToAsync(visit, ".sen-tap button[aria-pressed=false]");
        var value = await visit.Page.EvaluateAsync<string>("document.activeElement.value");
        await EnterAsync(visit);
        await Expect(visit.Page.Locator($".sen-tap button[value='{value}'][aria-pressed=true]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_WhileSomebodyTypesOrAfterTheyAreTurnedOff_DoNothing()
    {
        await using var visit = await shared.OpenAsAsync("senco");
        var keys = visit.Page.Keyboard;
        await visit.GoAsync("/pupils");

        await visit.Page.Locator("#search").FocusAsync();
        await keys.TypeAsync("g?/v");
        await Expect(visit.Page.Locator("#search")).ToHaveValueAsync("g?/v");
        await visit.Page.Locator("h1").ClickAsync();
        await keys.TypeAsync("gv");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/reviews$"));
        await keys.PressAsync("?");
        await visit.SeesHeadingAsync("Keyboard");
        await visit.CheckPageAsync();

        await visit.Button("Turn the keys off").ClickAsync();
        await visit.Page.Locator("h1").ClickAsync();
        await keys.TypeAsync("gv");
        await keys.PressAsync("/");
        await Expect(visit.Page.Locator("#quick-search")).Not.ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/help/keyboard$"));
        await visit.Button("Turn the keys on").ClickAsync();
        await visit.Page.Locator("h1").ClickAsync();
        await keys.PressAsync("/");
        await Expect(visit.Page.Locator("#quick-search")).ToBeFocusedAsync();
        await keys.TypeAsync("a");
        await Expect(visit.Page.Locator("#quick-search-list")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.Locator("#quick-search-list")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BulkWork_WithAndWithoutJavaScript_MovesReviewDatesAndPutsThemBack(bool javaScript)
    {
        await using var visit = await shared.OpenAsAsync("senco", javaScript: javaScript);
        await visit.GoAsync("/pupils?view=on-register&stage=do");
        if (javaScript)
        {
            await visit.Page.GetByLabel("Select everyone on this page").CheckAsync();
            await Expect(visit.Page.Locator("#whom option:checked")).ToContainTextAsync("ticked");
            await visit.CheckPageAsync();
        }
        else
        {
            await visit.Page.Locator(".sen-register .sen-check").First.CheckAsync();
        }

        await visit.PressAsync("Move review dates");
        await visit.SeesHeadingAsync("Move review dates for");
        await visit.CheckPageAsync();
        await visit.Page.GetByLabel("Weeks later").FillAsync("10");
        await visit.PressAsync("Preview each pupil");
        await visit.SeesHeadingAsync("what would change");
        await visit.CheckPageAsync();
        await visit.PressAsync("Move review dates for the ticked pupils");
        await visit.SeesAsync("You can put it back for a day.");
        await visit.CheckPageAsync();
        await visit.PressAsync("Put it back");
        await visit.SeesAsync("Put back:");
        await visit.CheckPageAsync();
        await visit.FollowAsync("All bulk changes");
        await visit.CheckPageAsync();
    }

    // Presses Enter and waits for the page that follows.
    private static async Task EnterAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("document.documentElement.dataset.left = 'no'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
    }

    // Presses Tab until something has the focus, as somebody does who cannot point at it.
    private static async Task TabToAsync(Visit visit, string selector)
    {
        for (var pressed = 0; pressed < 150; pressed++)
        {
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by Tab at {visit.Page.Url}");
    }
}
