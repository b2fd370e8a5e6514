using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.DayOne;

[Collection(nameof(TestApp))]
public sealed class ReceivedTests(TestApp app)
{
    [Fact]
    public async Task Keep_WhenFilledIn_StandsAsReceivedAndWhereTheFirstAssessmentStarts()
    {
        var pupil = await app.School.AddPupilAsync("Newcomer", "Nia", CycleStage.Assess);
        var client = await app.AsAsync("assistant");
        var path = $"{pupil.Path}/received";
        var form = Filled((await client.GetPageAsync(path)).FormFields("main form"));

        var answer = await client.PostAsync(path, form.WithFiles(("File", "transfer.pdf", Uploads.Pdf)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var address in new[] { path, $"{pupil.CyclePath}/assess" })
        {
            var page = await (await app.AsAsync("teacher")).GetPageAsync(address);
            Assert.Contains("Little Acorns Nursery, 4 September 2025", page.QuerySelector("main").Words());
            Assert.Contains("WellComm section 4", page.QuerySelector("main").Words());
            Assert.NotNull(page.QuerySelector("a[href*='/documents/']"));
        }

        Assert.Contains("Record received: Little Acorns Nursery", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Keep_WhenItCorrects_LeavesTheEarlierEntryAndNamesIt()
    {
        var pupil = await app.School.AddPupilAsync("Corrected", "Cora");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/received";
        await client.PostAsync(path, Filled((await client.GetPageAsync(path)).FormFields("main form")).WithFiles());
        var correct = (await client.GetPageAsync(path)).QuerySelector("a[href*='corrects=']")!.GetAttribute("href")!;

        var form = (await client.GetPageAsync(correct)).FormFields("main form");
        await client.PostAsync(path, Filled(form).With(("Text", "It was section 5")).WithFiles());

        var words = (await client.GetPageAsync(path)).QuerySelector("main").Words();
        Assert.Contains("Enjoys small groups", words);
        Assert.Contains("It was section 5", words);
        Assert.Contains("Corrects what was kept of Little Acorns Nursery", words);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}?corrects={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(path, Filled(form).With(("Corrects", $"{Guid.NewGuid()}")).WithFiles())).StatusCode);
    }

    [Fact]
    public async Task Keep_WhenSomethingIsMissing_SaysWhatAndKeepsTheRest()
    {
        var pupil = await app.School.AddPupilAsync("Lacking", "Lou");
        var client = await app.AsAsync("senco");
        var path = $"{pupil.Path}/received";
        var form = (await client.GetPageAsync(path)).FormFields("main form");

        var empty = await client.PostAsync(path, form.WithFiles());
        var bad = await client.PostAsync(path, Filled(form).WithFiles(("File", "x.docm", Uploads.MacroWord)));

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        var words = (await empty.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words();
        Assert.Contains("Enter where it came from", words);
        Assert.Contains("Enter the day on which it arrived", words);
        Assert.Contains("Enter what was received, or attach it", words);
        var page = await bad.ReadPageAsync();
        Assert.Contains("macros", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("Enjoys small groups", page.FormFields("main form")["Text"]);
    }

    private static FormFields Filled(FormFields form) => form.With(
        ("From", "Little Acorns Nursery"), ("ReceivedOn.Day", "4"), ("ReceivedOn.Month", "9"), ("ReceivedOn.Year", "2025"), ("Text", "Enjoys small groups"), ("Baselines", "Speaking, WellComm section 4\nCounts to 5"));
}
