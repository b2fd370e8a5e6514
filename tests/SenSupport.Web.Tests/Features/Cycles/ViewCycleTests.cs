using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class ViewCycleTests(TestApp app)
{
    [Fact]
    public async Task Show_WhenAtDo_ListsEveryTaskWithItsState()
    {
        var pupil = await app.School.AddPupilAsync("Tasks", "Tess", CycleStage.Do, TestSchool.Today.AddDays(20), closedCycles: 1);

        var page = await (await app.AsAsync("teacher")).GetPageAsync(pupil.CyclePath);

        var strands = page.QuerySelectorAll("[aria-labelledby=c-a] .govuk-task-list__item");
        Assert.Equal(8, strands.Length);
        Assert.StartsWith("Teacher’s assessment Tom Whitaker,", strands[0].Words());
        Assert.EndsWith("Done", strands[0].Words());
        Assert.Contains("Tess’s own views", strands[6].Words());
        Assert.Contains("1 row, 1 hour a week", page.QuerySelector("[aria-labelledby=c-p]").Words());
        Assert.Contains("1, of which 1 must-do", page.QuerySelector("[aria-labelledby=c-p]").Words());
        Assert.Contains("Notes and changes To do", page.QuerySelector("[aria-labelledby=c-d]").Words());
        Assert.Equal($"{pupil.Path}/cycles/1", page.QuerySelector("nav[aria-label=Cycles] a")!.GetAttribute("href"));
        Assert.Equal($"{pupil.CyclePath}/plan.pdf?version=1", page.QuerySelector("[aria-labelledby=c-doc] a")!.GetAttribute("href"));
        Assert.Equal($"{pupil.CyclePath}/review", page.QuerySelector("[aria-labelledby=c-n] a.govuk-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Show_WhenAtAssess_LetsNothingLaterBegin()
    {
        var pupil = await app.School.AddPupilAsync("Early", "Edie", CycleStage.Assess);

        var page = await (await app.AsAsync("senco")).GetPageAsync(pupil.CyclePath);

        Assert.Equal(8, page.QuerySelectorAll("[aria-labelledby=c-a] .govuk-tag--grey").Length);
        Assert.Empty(page.QuerySelectorAll("[aria-labelledby=c-p] a, [aria-labelledby=c-d] a, [aria-labelledby=c-r] a"));
        Assert.Contains("0 of 8 strands", page.QuerySelector("[aria-labelledby=c-n]").Words());
        Assert.Empty(page.QuerySelectorAll("a[href$='.pdf']"));
    }

    [Fact]
    public async Task Show_WhenPlanIsNotShared_OffersTheDraftToWritersOnly()
    {
        var pupil = await app.School.AddPupilAsync("Draft", "Dora", CycleStage.Plan, supportedBy: "ta");

        var senco = await (await app.AsAsync("senco")).GetPageAsync(pupil.CyclePath);
        var ta = await (await app.AsAsync("ta")).GetPageAsync(pupil.CyclePath);

        Assert.Equal("Draft as PDF", senco.QuerySelector("[aria-labelledby=c-doc] a").Words());
        Assert.NotNull(senco.QuerySelector("[aria-labelledby=c-n] a[href$='/plan/share']"));
        Assert.Null(ta.QuerySelector("[aria-labelledby=c-doc] a"));
        Assert.Null(ta.QuerySelector("[aria-labelledby=c-n] a"));
        Assert.Null((await (await app.AsAsync("teacher")).GetPageAsync(pupil.CyclePath)).QuerySelector("a[href$='/plan/share']"));
    }

    [Fact]
    public async Task Show_WhenPlanIsReturned_ShowsTheNoteToItsWriter()
    {
        var pupil = await app.School.AddPupilAsync("Returned", "Rita", CycleStage.Plan);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Targets).Include(row => row.Strands).AsTracking().FirstAsync(row => row.PupilId == pupil.Id);
            cycle.SendPlan(app.School.Senco());
            cycle.ReturnPlan("Please say how it is measured", app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var page = await (await app.AsAsync("teacher")).GetPageAsync(pupil.CyclePath);

        Assert.Contains("The SENCo returned the plan: Please say how it is measured", page.QuerySelector("[aria-labelledby=c-n]").Words());
    }

    [Fact]
    public async Task Show_WhenClosed_OffersTheNextCycle()
    {
        var pupil = await app.School.AddPupilAsync("Finished", "Finn", closedCycles: 1);

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/cycles/1");

        Assert.Equal($"{pupil.Path}/cycles", page.QuerySelector("[aria-labelledby=c-n] form")!.GetAttribute("action"));
        Assert.Contains("Outstanding", page.QuerySelector("[aria-labelledby=c-r]").Words());
        Assert.Contains("Closed", page.QuerySelector("h1").Words());
    }

    [Theory]
    [InlineData("senco", 9)]
    [InlineData("other-teacher", 1)]
    [InlineData("office", 1)]
    [InlineData("governor", 1)]
    public async Task Show_WhenNumberIsUnknownOrPupilNotTheirs_AnswersNotFound(string role, int number)
    {
        var pupil = await app.School.AddPupilAsync("Missing", "Mo", CycleStage.Do);

        var answer = await (await app.AsAsync(role)).GetAsync($"{pupil.Path}/cycles/{number}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Show_WhenOfAnotherSchool_AnswersNotFound()
    {
        var pupil = await app.School.AddPupilAsync("Abroad", "Ada", CycleStage.Do);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(pupil.CyclePath)).StatusCode);
    }

    [Fact]
    public async Task Show_WhenThereAreSeveralCycles_TakesThreeCommandsAtMost()
    {
        var pupil = await app.School.AddPupilAsync("Count", "Cai", CycleStage.Review, closedCycles: 2);
        var client = await app.AsAsync("teacher");
        await client.GetPageAsync(pupil.CyclePath);

        using var commands = new SqlCommands(app);
        await client.GetPageAsync(pupil.CyclePath);

        Assert.InRange(commands.Texts.Count, 1, 3);
    }
}
