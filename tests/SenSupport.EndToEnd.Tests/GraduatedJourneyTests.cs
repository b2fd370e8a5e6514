using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.EndToEnd.Tests.Infrastructure;
using SenSupport.Web;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The graduated approach from its beginning to its end: a parent's concern, SEN Support, two whole cycles, leaving; and, for somebody whom support did not help, a specialist considered.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class GraduatedJourneyTests(SharedBrowser shared)
{
    private const string NotTold = "Parents not told of SEN Support", SpecialistToConsider = "no specialist";

    private static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    [Fact]
    public Task ParentsConcern_OnALaptop_LeadsThroughTwoCyclesOutOfSenSupport() => FromConcernToLeavingAsync(Screen.Wide);

    [Fact]
    public Task ParentsConcern_OnAPhone_LeadsThroughTwoCyclesOutOfSenSupport() => FromConcernToLeavingAsync(Screen.Phone);

    [Fact]
    public Task SpecialistToConsider_OnALaptop_IsRecordedAndNoLongerOutstanding() => ConsiderSpecialistAsync(Screen.Wide);

    [Fact]
    public Task SpecialistToConsider_OnAPhone_IsRecordedAndNoLongerOutstanding() => ConsiderSpecialistAsync(Screen.Phone);

    private async Task FromConcernToLeavingAsync(Screen screen)
    {
        var record = await DemoRecord.WithoutSupportAsync(shared.App);
        await using var visit = await shared.OpenAsync(screen);
        await visit.SignInAsync("senco");

        await RaiseAsync(visit, record);
        await OpenSupportAsync(visit, record);
        await TellParentsAsync(visit, record);

        foreach (var number in new[] { 1, 2 })
        {
            if (number == 1)
            {
                await visit.GoAsync($"{record.Path}/cycles");
                await visit.CheckPageAsync();
            }

            await visit.PressAsync($"Start cycle {number}");
            await visit.SeesHeadingAsync($"Cycle {number}");
            await CycleSteps.AssessAsync(visit);
            await CycleSteps.PlanAsync(visit, number);
            await CycleSteps.ShareAsync(visit, number);
            await CycleSteps.DeliverAsync(visit);
            await CycleSteps.ReviewAsync(visit, record, number, number == 1 ? "Continue with changes" : "Support has met its aim: leave SEN Support");
        }

        await visit.SeesAsync("is monitored now");
        await visit.GoAsync($"{record.Path}/impact");
        await visit.CheckPageAsync();
        await visit.GoAsync($"{record.Path}/timeline");
        await visit.SeesAsync("Concern raised");
        await visit.CheckPageAsync();
        var status = await shared.App.InSchoolAsync(db => db.Pupils.Where(pupil => pupil.Id == record.PupilId).Select(pupil => pupil.Status).SingleAsync());
        Assert.Equal(SenStatus.Monitoring, status);
    }

    private static async Task RaiseAsync(Visit visit, DemoRecord record)
    {
        await visit.GoAsync($"/concerns/new?pupil={record.PupilId}");
        await visit.CheckPageAsync();
        await visit.Page.GetByLabel("What was seen or said").FillAsync("Cannot retell what was read the evening before.");
        await visit.Page.GetByLabel("What has been tried, and did it help?").FillAsync("Reading together every night; it helps a little.");
        await visit.Page.GetByText("A parent’s or carer’s", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Who said it").FillAsync("The mother");
        await visit.PressAsync("Raise the concern");
        await visit.CheckPageAsync();
        await visit.Page.GetByText("Open SEN Support", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Why, or what to look at").FillAsync("Less progress than expected, and support in class has not been enough.");
        await visit.PressAsync("Decide");
    }

    private static async Task OpenSupportAsync(Visit visit, DemoRecord record)
    {
        await visit.SeesHeadingAsync("SEN status");
        await visit.CheckPageAsync();
        await visit.Page.GetByLabel("SEN Support", new() { Exact = false }).First.CheckAsync();
        await visit.PressAsync("Change status");
        await visit.GoAsync(record.Path);
        await visit.CheckPageAsync();
        await visit.SeesAsync(NotTold);
    }

    private static async Task TellParentsAsync(Visit visit, DemoRecord record)
    {
        await visit.GoAsync($"{record.Path}/records/add?kind={DutyRecordKind.ParentsNotified}");
        await visit.CheckPageAsync();
        await visit.TypeDateAsync("On", Today);
        await visit.PressAsync("Record");
        await visit.GoAsync(record.Path);
        Assert.DoesNotContain(NotTold, await visit.Page.Locator("[aria-labelledby=h-out]").InnerTextAsync());
    }

    private async Task ConsiderSpecialistAsync(Screen screen)
    {
        await using var visit = await shared.OpenAsync(screen);
        await visit.SignInAsync("senco");
        await visit.GoAsync($"/duties?duty={DutyKind.SpecialistConsidered}");
        await visit.CheckPageAsync();
        var pupil = await visit.Page.Locator("main tbody a[href^='/pupils/'], main li a[href^='/pupils/']").First.GetAttributeAsync("href");
        var path = string.Join('/', pupil!.Split('/', '#', '?').Take(3));
        await visit.GoAsync(path);
        await visit.SeesAsync(SpecialistToConsider);
        await visit.GoAsync($"{path}/records/add?kind={DutyRecordKind.SpecialistConsidered}");
        await visit.CheckPageAsync();
        await visit.TypeDateAsync("On", Today);
        await visit.Page.Locator("main form input[type=radio]").First.CheckAsync();
        await visit.Page.Locator("main form textarea").First.FillAsync("An educational psychologist is asked for, with the parents’ agreement.");
        await visit.PressAsync("Record");
        await visit.CheckPageAsync();
        await visit.GoAsync(path);
        Assert.DoesNotContain(SpecialistToConsider, await visit.Page.Locator("[aria-labelledby=h-out]").InnerTextAsync());
    }
}
