using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ViewImpactTests(TestApp app)
{
    [Fact]
    public async Task Show_WithTwoCycles_SaysWhatWasDoneAndWhatCameOfIt()
    {
        var pupil = await app.School.AddPupilAsync("Impact", "Ida", CycleStage.Do, closedCycles: 1);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields("main form[action$='/sessions']");
        await client.PostAsync($"{pupil.CyclePath}/do/sessions", form.With(("Rows[0].Held", "2")));
        await ProgressTests.AddAsync(client, pupil, "Story retell, out of 25", 200, "4", "6");
        await ProgressTests.AddAsync(client, pupil, "Story retell, out of 25", 20, "17", "15");

        var page = await client.GetPageAsync($"{pupil.Path}/impact");

        var main = page.QuerySelector("main").Words();
        Assert.Contains("Two cycles since", main);
        // The target that was partly met in the first cycle came over into the second, which wrote its own beside it.
        Assert.Contains("1 partly met, out of", main);
        Assert.Contains("2 held of 3 planned (67%)", main);
        Assert.Equal(["Cycle 1", "Cycle 2"], page.QuerySelectorAll(".sen-impact__cycle h3").Select(heading => heading.Words()));
        Assert.Equal("Ida went from 4 on " + Day(200) + " to 17 on " + Day(20) + ". The year group’s mean went from 6 to 15.", page.QuerySelector("svg desc").Words());
        Assert.Equal(2, page.QuerySelectorAll(".sen-chart .dot").Length);
        Assert.Contains("Narrative group, 3 × 20 min, group of 4", main);
    }

    [Fact]
    public async Task Show_WithoutCycles_SaysWhatWillStandThere()
    {
        var pupil = await app.School.AddPupilAsync("Nothing", "Nan");

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/impact");

        Assert.Contains("No cycle yet", page.QuerySelector("main").Words());
        Assert.Equal("Impact", page.QuerySelector("nav[aria-label='Pupil pages'] [aria-current=page]").Words());
    }

    [Fact]
    public async Task Show_TakesFourCommands()
    {
        var pupil = await app.School.AddPupilAsync("Counted", "Cal", CycleStage.Do, closedCycles: 2);
        var client = await app.AsAsync("senco");
        await client.GetPageAsync($"{pupil.Path}/impact");

        using var commands = new SqlCommands(app);
        await client.GetPageAsync($"{pupil.Path}/impact");

        Assert.Equal(4, commands.Texts.Count);
    }

    [Fact]
    public async Task Chart_OfMoreThanEightPoints_ShowsTheLatestAndTheTableAll()
    {
        var pupil = await app.School.AddPupilAsync("Many", "Max", CycleStage.Do);
        var client = await app.AsAsync("senco");
        for (var number = 0; number < 10; number++)
        {
            await ProgressTests.AddAsync(client, pupil, "Reading", 300 - (30 * number), $"{number}", "");
        }

        var page = await client.GetPageAsync($"{pupil.Path}/impact");

        Assert.Equal(8, page.QuerySelectorAll(".sen-chart .dot").Length);
        Assert.Equal(10, page.QuerySelectorAll(".sen-chart tbody tr").Length);
    }

    private static string Day(int ago) => SenSupport.Web.Features.Shared.UkDate.Long(TestSchool.Today.AddDays(-ago));
}
