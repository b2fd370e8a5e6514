using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class ListCyclesTests(TestApp app)
{
    [Fact]
    public async Task Show_WhenThereAreCycles_ListsLatestFirstWithResults()
    {
        var pupil = await app.School.AddPupilAsync("Listed", "Leo", CycleStage.Do, closedCycles: 2);

        var page = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.Path}/cycles");

        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("Cycle 3", rows[0].Words());
        Assert.Contains("1 partly met", rows[1].Words());
        Assert.Contains("None recorded", rows[1].Words());
        Assert.Equal($"{pupil.Path}/cycles/1", rows[2].QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("main form, .sen-identity__actions form"));
    }

    [Fact]
    public async Task Show_WhenThereIsNone_SaysWhatWouldBeThere()
    {
        var pupil = await app.School.AddPupilAsync("Nothing", "Noa");

        var page = await (await app.AsAsync("head")).GetPageAsync($"{pupil.Path}/cycles");

        Assert.Contains("No cycle yet", page.QuerySelector(".sen-empty").Words());
        Assert.Null(page.QuerySelector(".sen-identity__actions form"));
    }

    [Fact]
    public async Task Show_WhenPupilIsNotTheirs_AnswersNotFound()
    {
        var pupil = await app.School.AddPupilAsync("Hidden", "Hal", CycleStage.Do);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("other-teacher")).GetAsync($"{pupil.Path}/cycles")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.Path}/cycles")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("governor")).GetAsync($"{pupil.Path}/cycles")).StatusCode);
    }
}
