using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;
using SenSupport.Web;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The SENCo's main job: find a pupil, take a cycle from its start to its end, hand the plan over as PDF, begin the next.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class SencoJourneyTests(SharedBrowser shared)
{
    private static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    [Fact]
    public Task WholeCycle_OnALaptop_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Wide, javaScript: true);

    [Fact]
    public Task WholeCycle_OnAPhone_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Phone, javaScript: true);

    [Fact]
    public Task WholeCycle_WithoutJavaScript_IsRecordedAndThePlanDownloaded() => WholeCycleAsync(Screen.Wide, javaScript: false);

    private async Task WholeCycleAsync(Screen screen, bool javaScript)
    {
        var record = await DemoRecord.WithoutOpenCycleAsync(shared.App);
        var number = record.LatestCycle + 1;
        await using var visit = await shared.OpenAsync(screen, javaScript);
        await visit.SignInAsync("senco");
        await visit.CheckPageAsync();

        await FindAsync(visit, record);
        await visit.CheckPageAsync();
        await visit.FollowAsync("Cycles");
        await visit.CheckPageAsync();
        await visit.PressAsync($"Start cycle {number}");
        await visit.SeesHeadingAsync($"Cycle {number}");
        await visit.CheckPageAsync();

        await CycleSteps.AssessAsync(visit);
        await CycleSteps.PlanAsync(visit, number);
        await CycleSteps.ShareAsync(visit, number);
        await DownloadAsync(visit, record, number);
        await CycleSteps.DeliverAsync(visit);
        await CycleSteps.ReviewAsync(visit, record, number, "Continue with changes");

        await visit.PressAsync($"Start cycle {number + 1}");
        await visit.SeesHeadingAsync($"Cycle {number + 1}");
        var next = await shared.App.InSchoolAsync(db => db.Cycles.AsNoTracking().Include(cycle => cycle.Targets).SingleAsync(cycle => cycle.PupilId == record.PupilId && cycle.Number == number + 1));
        Assert.Equal("Takes at least one turn in a group of four", next.Targets.Single(target => target.CarriedResult == TargetResult.PartlyMet && target.ToReformulate).Statement);
    }

    private static async Task FindAsync(Visit visit, DemoRecord record)
    {
        // From within the surname, as somebody types who is unsure how it begins.
        var part = record.SearchText.Split(' ').Where(word => word.All(char.IsLetter)).MaxBy(word => word.Length)![1..];
        await visit.Page.GetByLabel("Find a pupil by name or UPN").FillAsync(part);
        await visit.LeaveByAsync(visit.Button("Find"));
        if (!visit.Page.Url.EndsWith(record.Path, StringComparison.Ordinal))
        {
            await visit.CheckPageAsync();
            await visit.LeaveByAsync(visit.Page.Locator($"main a[href='{record.Path}']").First);
        }

        await Expect(visit.Page.Locator(".sen-identity__name")).ToHaveTextAsync(record.Name);
    }

    private static async Task DownloadAsync(Visit visit, DemoRecord record, int number)
    {
        var path = await visit.Page.Locator("a[href$='/plan.pdf']").First.GetAttributeAsync("href");
        var answer = await visit.Page.Context.APIRequest.GetAsync(path!);
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.Contains($"-cycle-{number}-v1.pdf", answer.Headers["content-disposition"]);
        Assert.Contains("SEN-Support-Plan-", answer.Headers["content-disposition"]);
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(await answer.BodyAsync(), 0, 5));
        Assert.Equal(404, (await visit.Page.Context.APIRequest.GetAsync($"{record.Path}/cycles/{number}/plan.pdf?version=2")).Status);
    }
}
