using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ViewTimelineTests(TestApp app)
{
    [Fact]
    public async Task Show_WhenThereIsHistory_TellsItInPlainWordsLatestFirst()
    {
        var pupil = await app.School.AddPupilAsync("History", "Hana", CycleStage.Do);

        var page = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.Path}/timeline");

        var titles = page.QuerySelectorAll(".moj-timeline__title").Select(title => title.Words()).ToList();
        foreach (var expected in new[] { "Plan shared: version 1", "Plan written", "Assessment finished", "Assessment written", "Cycle 1 opened", "Responsible teacher named", "Needs recorded: SLCN" })
        {
            Assert.Contains(expected, titles);
        }

        Assert.True(titles.IndexOf("Cycle 1 opened") < titles.IndexOf("Needs recorded: SLCN"));
        var written = page.QuerySelectorAll(".moj-timeline__item").Single(item => item.QuerySelector("h3").Words() == "Plan written").Words();
        Assert.Contains("Target 1: what the pupil will do Nothing Retells a short story in order", written);
        Assert.Contains("Target 1: long-term outcome Nothing Takes part in class talk", written);
        Assert.Contains("Target 1: area of need Nothing Communication and interaction", written);
        Assert.Contains("Provision 1: targets served Nothing Retells a short story in order", written);
        Assert.Contains("Responsible teacher Nothing Tom Whitaker", page.QuerySelectorAll(".moj-timeline__item").Single(item => item.QuerySelector("h3").Words() == "Responsible teacher named").Words());
        Assert.DoesNotContain($"{pupil.TargetIds[0]}", page.QuerySelector("main").Words());
        Assert.DoesNotContain($"{app.School.Staff["teacher"]}", page.QuerySelector("main").Words());
    }

    [Fact]
    public async Task Show_WhenFilteredByKind_ShowsOnlyThat()
    {
        var pupil = await app.School.AddPupilAsync("Filter", "Fay", CycleStage.Do);

        var page = await (await app.AsAsync("head")).GetPageAsync($"{pupil.Path}/timeline?kind=plan");

        var titles = page.QuerySelectorAll(".moj-timeline__title").Select(title => title.Words()).ToList();
        Assert.Equal(["Plan shared: version 1", "Plan written"], titles.Order());
        Assert.Equal("Plans", page.QuerySelector(".sen-views [aria-current]").Words());
        Assert.Contains("Nothing of this kind", (await (await app.AsAsync("head")).GetPageAsync($"{pupil.Path}/timeline?kind=review")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Show_WhenThereAreMoreThanFifty_IsPaged()
    {
        var pupil = await app.School.AddPupilAsync("Pages", "Paz", CycleStage.Do);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Targets).Include(row => row.Strands).AsTracking().FirstAsync(row => row.PupilId == pupil.Id);
            for (var note = 1; note <= 55; note++)
            {
                cycle.AddNote(TestSchool.Today, $"Note number {note}", app.School.Senco() with { At = DateTime.UtcNow.AddSeconds(note - 60) });
            }

            return await db.SaveChangesAsync();
        });
        var client = await app.AsAsync("senco");

        var first = await client.GetPageAsync($"{pupil.Path}/timeline?kind=do");
        var second = await client.GetPageAsync($"{pupil.Path}/timeline?kind=do&page=2");

        Assert.Equal(50, first.QuerySelectorAll(".moj-timeline__item").Length);
        Assert.Equal("Note number 55", first.QuerySelector(".moj-timeline__description").Words());
        Assert.Equal($"{pupil.Path}/timeline?kind=do&page=2", first.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href"));
        Assert.Equal(5, second.QuerySelectorAll(".moj-timeline__item").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/timeline?page=0")).StatusCode);
    }

    [Fact]
    public async Task Show_WhenEventIsInSummer_HasTimeAsInLondon()
    {
        var pupil = await app.School.AddPupilAsync("Summer", "Sun", CycleStage.Do);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.WriteBackground("Late in the evening", new Acting(app.School.Staff["senco"], "Ruth Adeyemi", new DateTime(2025, 6, 30, 23, 15, 0, DateTimeKind.Utc), new DateOnly(2025, 7, 1)));
            return await db.SaveChangesAsync();
        });

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/timeline?kind=people");

        var july = page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2").Words() == "July 2025");
        Assert.Contains("1 July 2025, 12.15am, Ruth Adeyemi", july.Words());
        Assert.Contains("Background Nothing Late in the evening", july.Words());
    }

    [Theory]
    [InlineData("other-teacher")]
    [InlineData("office")]
    [InlineData("finance")]
    public async Task Show_WhenPupilIsNotTheirs_AnswersNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Closed", "Cy", CycleStage.Do);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.Path}/timeline")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.Path}/timeline")).StatusCode);
    }
}
