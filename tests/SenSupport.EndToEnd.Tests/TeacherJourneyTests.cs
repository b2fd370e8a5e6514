using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The teacher's day: what works for each pupil, a mark in passing, a review for the SENCo; and nothing of other classes.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class TeacherJourneyTests(SharedBrowser shared)
{
    [Theory]
    [InlineData(390, 844, true)]
    [InlineData(1280, 900, true)]
    [InlineData(390, 844, false)]
    public async Task MyPupils_ShowsWhatWorksAndTakesAMark(int width, int height, bool javaScript)
    {
        var stranger = await DemoRecord.OfAnotherClassAsync(shared.App);
        await using var visit = await shared.OpenAsync(new Screen(width, height), javaScript);
        await visit.SignInAsync("teacher");
        await visit.SeesHeadingAsync("My pupils");
        await visit.CheckPageAsync();

        var card = visit.Page.Locator(".sen-card", new() { Has = visit.Page.Locator(".sen-tap") }).First;
        await Expect(card.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Always" })).ToBeVisibleAsync();
        Assert.NotEqual(0, await card.Locator("ul > li").CountAsync());
        var mark = card.Locator(".sen-tap button[aria-pressed=false]").First;
        var value = await mark.GetAttributeAsync("value");
        await visit.LeaveByAsync(mark);
        await visit.SeesHeadingAsync("My pupils");
        await Expect(card.Locator($".sen-tap button[value='{value}']")).ToHaveAttributeAsync("aria-pressed", "true");

        await visit.LeaveByAsync(card.Locator("h2 a"));
        await visit.CheckPageAsync();

        visit.Expects(404);
        Assert.Equal(404, await visit.GoAsync(stranger.Path));
        await visit.SeesHeadingAsync("not found");
        Assert.DoesNotContain(stranger.Name, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.CheckPageAsync();
    }

    [Fact]
    public async Task Review_WhenATeacherHasWrittenIt_GoesToTheSencoAndBack()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do, ofTheTeacher: true);
        await using var teacher = await shared.OpenAsAsync("teacher", Screen.Phone);
        await teacher.GoAsync($"{record.CyclePath}/review");
        await teacher.Page.GetByLabel("Impact on progress").FillAsync("Reads on his own more often.");
        await teacher.PressAsync("Send to the SENCo");
        await teacher.SeesAsync("Review saved and sent to the SENCo.");

        await using var senco = await shared.OpenAsAsync("senco");
        await senco.GoAsync($"{record.CyclePath}/review");
        await senco.CheckPageAsync();
        await senco.Page.GetByLabel("What should change").FillAsync("Please add the parents’ view.");
        await senco.PressAsync("Return to its writer");

        await teacher.GoAsync($"{record.CyclePath}/review");
        await teacher.SeesAsync("Please add the parents’ view.");
    }
}
