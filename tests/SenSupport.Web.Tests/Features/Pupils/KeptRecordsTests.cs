using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Tests.Features.Groups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

/// <summary>What a page shows of a pupil is kept from one request to the next. Whatever it is read from may change in between: each change is seen at once.</summary>
[Collection(nameof(TestApp))]
public sealed class KeptRecordsTests(TestApp app)
{
    [Fact]
    public async Task PupilPage_WhenWhatSurroundsThePupilChanges_ShowsEachChange()
    {
        var (pupil, classId, adultId) = await AddAsync("Keptfirst");
        var client = await app.AsAsync("senco");
        var words = (await client.GetPageAsync(pupil.Path)).Body.Words();
        Assert.Contains("Keptfirst Adult", words);
        Assert.Contains("Keptfirst 4", words);

        await ChangeAsync(db => db.Staff, adultId, (adult, by) => adult.ChangeDetails(adult.Details() with { Name = "Renamed Adult" }, by));
        words = (await client.GetPageAsync(pupil.Path)).Body.Words();
        Assert.Contains("Renamed Adult", words);
        Assert.DoesNotContain("Keptfirst Adult", words);

        await ChangeAsync(db => db.Classes.Include(row => row.Teachers), classId, (row, by) => row.Change("Renamed 4", "4", row.Teachers.Select(teacher => teacher.StaffId), by));
        Assert.Contains("Renamed 4", (await client.GetPageAsync(pupil.Path)).Body.Words());

        await ChangeAsync(db => db.Classes.Include(row => row.Teachers), classId, (row, by) => row.Change(row.Name, "4", [], by));
        Assert.DoesNotContain("Renamed Adult", (await client.GetPageAsync(pupil.Path)).Body.Words());

        await ChangeAsync(db => db.Pupils.Include(row => row.Supporters), pupil.Id, (row, by) => row.AddSupporter(adultId, by));
        Assert.Contains("Renamed Adult", (await client.GetPageAsync(pupil.Path)).Body.Words());

        await ChangeAsync(db => db.Staff, adultId, (adult, by) => adult.ChangeDetails(adult.Details() with { Name = "Supporting Adult" }, by));
        Assert.Contains("Supporting Adult", (await client.GetPageAsync(pupil.Path)).Body.Words());
    }

    [Fact]
    public async Task PupilPage_WhenAGroupGetsATeacherWhoHasNotReadThePlan_AsksForIt()
    {
        var pupil = await app.School.AddPupilAsync("Keptgroup", "Gil", CycleStage.Do, TestSchool.Today.AddDays(30));
        await ChangeAsync(db => db.Cycles.Include(row => row.PlanReaders), await CycleAsync(pupil), (cycle, by) => cycle.RecordReaders([new ReaderContent(app.School.Staff["teacher"], true)], by));
        var group = await app.AddGroupAsync(app.School, null, [pupil.Id]);
        var client = await app.AsAsync("senco");
        Assert.DoesNotContain("Code 6.49", await OutstandingAsync());

        await ChangeAsync(db => db.TeachingGroups.Include(row => row.Teachers), group.Id, (row, by) => row.AddTeacher(app.School.Staff["other-teacher"], TestSchool.Today.AddDays(-1), null, by));

        Assert.Contains("Code 6.49", await OutstandingAsync());

        async Task<string> OutstandingAsync() => (await client.GetPageAsync(pupil.Path)).QuerySelector("[aria-labelledby=h-out]").Words();
    }

    [Fact]
    public async Task PupilPage_WhenAccessIsLost_IsNotFoundAlthoughItIsKept()
    {
        var pupil = await app.School.AddPupilAsync("Keptlost", "Lee", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync("ta");
        await client.GetPageAsync(pupil.Path);

        await ChangeAsync(db => db.Pupils.Include(row => row.Supporters), pupil.Id, (row, by) => row.RemoveSupporter(app.School.Staff["ta"], by));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(pupil.Path)).StatusCode);
        Assert.DoesNotContain("Keptlost", (await client.GetPageAsync("/my-pupils")).Body.Words());
    }

    [Fact]
    public async Task PupilPage_WhenSomebodyMayReadFewerEvents_ShowsThemTheirsOnly()
    {
        var pupil = await app.School.AddPupilAsync("Keptevents", "Eve", CycleStage.Do, supportedBy: "ta");
        var senco = await app.AsAsync("senco");
        var form = await senco.GetPageAsync($"/concerns/new?pupil={pupil.Id}");
        await senco.PostAsync("/concerns/new", form.FormFields("main form").With(("Seen", "Sits apart at lunch")));

        Assert.Contains("Concern raised", (await senco.GetPageAsync(pupil.Path)).QuerySelector("main").Words());
        Assert.DoesNotContain("Concern raised", (await (await app.AsAsync("ta")).GetPageAsync(pupil.Path)).QuerySelector("main").Words());
    }

    [Fact]
    public async Task MyPupils_WhenARecordChanges_ShowsEachChange()
    {
        var (pupil, classId, adultId) = await AddAsync("Keptcard");
        var client = await app.AsAsync("teacher");
        Assert.Contains("Keptcard 4", (await client.GetPageAsync("/my-pupils")).Body.Words());

        await ChangeAsync(db => db.Classes.Include(row => row.Teachers), classId, (row, by) => row.Change("Cardroom 4", "4", [adultId], by));
        Assert.Contains("Cardroom 4", (await client.GetPageAsync("/my-pupils")).Body.Words());

        await ChangeAsync(db => db.Cycles.Include(row => row.Targets).Include(row => row.Strands), await CycleAsync(pupil), (cycle, by) => cycle.MarkProgress(pupil.TargetIds[0], 2, by));
        Assert.Contains("pressed=\"true\"", (await client.GetPageAsync("/my-pupils")).QuerySelector($"#pupil-{pupil.Id}")!.InnerHtml);

        await ChangeAsync(db => db.Pupils.Include(row => row.Profiles), pupil.Id, (row, by) => row.RecordProfile(TestSchool.Today, new("", "", "", "Wait ten seconds", ""), by));
        Assert.Contains("Wait ten seconds", Card(await client.GetPageAsync("/my-pupils"), pupil));
    }

    [Fact]
    public async Task Register_WhenARecordChanges_ShowsEachChange()
    {
        var (pupil, classId, _) = await AddAsync("Keptlisted");
        var client = await app.AsAsync("senco");
        const string address = "/pupils?view=review-overdue&size=100";
        await MoveReviewAsync(pupil, TestSchool.Today.AddDays(-20));
        Assert.Contains("Keptlisted 4", await RowAsync());

        await ChangeAsync(db => db.Classes.Include(row => row.Teachers), classId, (row, by) => row.Change("Listroom 4", "4", [], by));
        Assert.Contains("Listroom 4", await RowAsync());

        await ChangeAsync(db => db.Pupils, pupil.Id, (row, by) => row.ChangeDetails(row.Details() with { KnownAs = "Kitty" }, by));
        Assert.Contains("Kitty", await RowAsync());

        await MoveReviewAsync(pupil, TestSchool.Today.AddDays(-40));
        Assert.Contains("40 days late", await RowAsync());

        await ChangeAsync(db => db.Pupils, pupil.Id, (row, by) => row.Leave(TestSchool.Today.AddDays(-1), "", "Moved away", by));
        Assert.DoesNotContain("Keptlisted", (await client.GetPageAsync(address)).Body.Words());

        async Task<string> RowAsync() => (await client.GetPageAsync(address)).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Keptlisted", StringComparison.Ordinal)).Words();
    }

    [Fact]
    public async Task Home_WhenAReviewIsMoved_CountsIt()
    {
        var pupil = await app.School.AddPupilAsync("Kepthome", "Hal", CycleStage.Do, TestSchool.Today.AddDays(90));
        var client = await app.AsAsync("senco");
        var before = await OverdueAsync();

        await MoveReviewAsync(pupil, TestSchool.Today.AddDays(-3));

        Assert.Equal(before + 1, await OverdueAsync());

        async Task<int> OverdueAsync() => int.Parse((await client.GetPageAsync("/")).QuerySelector("a[href='/pupils?view=review-overdue'] b")!.TextContent, CultureInfo.InvariantCulture);
    }

    private async Task MoveReviewAsync(TestPupil pupil, DateOnly to) => await ChangeAsync(
        db => db.Cycles.Include(row => row.Targets).Include(row => row.Strands).Include(row => row.Outcomes).Include(row => row.Strategies).Include(row => row.Provision),
        await CycleAsync(pupil),
        (cycle, by) => cycle.WritePlan(cycle.Plan() with { ReviewOn = to }, by));

    private static string Card(IHtmlDocument page, TestPupil pupil) => page.QuerySelector($"#pupil-{pupil.Id}").Words();

    private Task<(TestPupil Pupil, Guid ClassId, Guid AdultId)> AddAsync(string name) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var by = app.School.Senco();
        var adult = StaffMember.Add(app.School.Id, new StaffDetails($"{name} Adult", "", "Class teacher"), StaffRoles.Teacher, by);
        var row = SchoolClass.Add(app.School.Id, $"{name} 4", "4", by, adult.Id);
        db.AddRange(adult, row);
        await db.SaveChangesAsync();
        return (await app.School.AddPupilAsync(name, "Kay", CycleStage.Do, TestSchool.Today.AddDays(30), row.Id), row.Id, adult.Id);
    });

    private Task<Guid> CycleAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == pupil.Id).Select(cycle => cycle.Id).FirstAsync());

    private Task ChangeAsync<TRecord>(Func<SenSupportDbContext, IQueryable<TRecord>> of, Guid id, Action<TRecord, Acting> change)
        where TRecord : AggregateRoot => app.InSchoolAsync(app.School.Id, async db =>
        {
            change(await of(db).AsTracking().FirstAsync(row => row.Id == id), app.School.Senco());
            return await db.SaveChangesAsync();
        });
}
