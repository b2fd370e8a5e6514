using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;

namespace SenSupport.EndToEnd.Tests;

/// <summary>Two people write the same plan at once.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class TwoPeopleTests(SharedBrowser shared)
{
    private const string Field = "#ExpectedImpact";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plan_WhenTwoChangeTheSameField_AsksAndLosesNothing(bool javaScript)
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using var senco = await shared.OpenAsAsync("senco", Screen.Phone, javaScript);
        await using var assistant = await shared.OpenAsAsync("assistant", javaScript: javaScript);
        senco.Expects(409);
        await senco.GoAsync($"{record.CyclePath}/plan");
        await assistant.GoAsync($"{record.CyclePath}/plan");
        await assistant.Page.Locator(Field).FillAsync("Anna expects this.");
        await assistant.PressAsync("Save draft");
        await senco.Page.Locator(Field).FillAsync("Ruth expects that.");
        await senco.Page.GetByLabel("At home", new() { Exact = true }).FillAsync("Only Ruth wrote this.");
        await senco.PressAsync("Save draft");

        await senco.SeesHeadingAsync("Anna Bell saved this plan while you were writing");
        await senco.CheckPageAsync();
        await senco.Page.GetByText("Keep both, one after the other", new() { Exact = true }).ClickAsync();
        await senco.PressAsync("Save with these choices");

        await senco.SeesAsync("Saved with your choices.");
        var saved = await shared.App.InSchoolAsync(db => db.Cycles.AsNoTracking().SingleAsync(cycle => cycle.PupilId == record.PupilId && cycle.Number == record.LatestCycle));
        Assert.Equal(("Ruth expects that.\n\nAnna expects this.", "Only Ruth wrote this."), (saved.ExpectedImpact, saved.AtHome));
    }
}
