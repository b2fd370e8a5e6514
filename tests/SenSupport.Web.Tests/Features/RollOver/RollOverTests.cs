using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.RollOver;

/// <summary>Each test has a school of its own, since a roll-over moves everyone.</summary>
[Collection(nameof(TestApp))]
public sealed class RollOverTests(TestApp app)
{
    private static int made;

    [Fact]
    public async Task RollOver_WhenApplied_MovesEveryone_AndUndoPutsThemBackExactly()
    {
        var (school, client) = await SchoolAsync();
        var (up, down, leaver, oldest) = await PupilsAsync(school);
        var before = await SnapshotAsync(school);

        var plan = await client.GetPageAsync("/school/roll-over");
        Assert.Equal($"{school.OtherClassId}", plan.FormFields("form[action$=plan]")[$"Becomes[{school.ClassId}]"]);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/roll-over/plan", plan.FormFields("form[action$=plan]").With(
            ("ClearTeachers", "true"), ($"Becomes[{school.OtherClassId}]", "new"), ($"NewName[{school.OtherClassId}]", "6K")))).StatusCode);
        var place = await client.GetPageAsync($"/school/roll-over/pupils?class={school.ClassId}");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/roll-over/pupils", place.FormFields("main form.sen-panel").With(
            ($"Becomes[{down}]", "kept"), ($"Becomes[{leaver}]", "leaves")))).StatusCode);

        var check = await client.GetPageAsync("/school/roll-over");
        Assert.Contains("Move 1 pupil up and record 2 leavers", check.QuerySelector("form[action$=apply] button").Words(), StringComparison.Ordinal);
        var applied = await client.PostAsync("/school/roll-over/apply", check.FormFields("form[action$=apply]"));
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);

        var after = await PupilsNowAsync(school);
        Assert.Equal(("5", school.OtherClassId, null), (after[up].NcYear, after[up].ClassId, after[up].LeftOn));
        Assert.Equal(("4", school.ClassId, null), (after[down].NcYear, after[down].ClassId, after[down].LeftOn));
        Assert.NotNull(after[leaver].LeftOn);
        Assert.NotNull(after[oldest].LeftOn);
        Assert.False(await app.InSchoolAsync(school.Id, db => db.ClassTeachers.Join(db.Classes, teacher => teacher.ClassId, row => row.Id, (teacher, _) => teacher).AnyAsync()));
        Assert.Equal(RecordEventKind.MovedUp, await LastEventAsync(school, up));

        var record = applied.Headers.Location!.OriginalString;
        var page = await client.GetPageAsync(record);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{record}/undo", page.FormFields("form[action$=undo]"))).StatusCode);
        Assert.Equal(before, await SnapshotAsync(school));
        Assert.Equal(RecordEventKind.MoveUndone, await LastEventAsync(school, up));
        Assert.Contains("undid it", (await client.GetPageAsync(record)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupsOfEarlierYears_AreClosedByChoice_AndUndoOpensThem()
    {
        var (school, client) = await SchoolAsync();
        var (up, _, _, _) = await PupilsAsync(school);
        await ChangeAsync(school, db =>
        {
            var group = TeachingGroup.Add(school.Id, "Old set", "", new AcademicYear(RollOverYear.StartYear - 1), school.Senco());
            group.AddPupils([up], new DateOnly(RollOverYear.StartYear - 1, 9, 3), null, school.Senco());
            db.Add(group);
            return Task.FromResult(0);
        });
        var before = await SnapshotAsync(school);

        var record = await ApplyAsync(client);
        Assert.NotNull(await app.InSchoolAsync(school.Id, db => db.TeachingGroups.Select(row => row.ClosedOn).SingleAsync()));

        await client.PostAsync($"{record}/undo", (await client.GetPageAsync(record)).FormFields("form[action$=undo]"));
        Assert.Equal(before, await SnapshotAsync(school));
    }

    [Fact]
    public async Task Undo_AfterAPupilWasChanged_IsRefused_AndThePageSaysWhoChangedWhat()
    {
        var (school, client) = await SchoolAsync();
        var (up, _, _, _) = await PupilsAsync(school);
        var record = await ApplyAsync(client);
        var undo = (await client.GetPageAsync(record)).FormFields("form[action$=undo]");
        await ChangeAsync(school, async db =>
        {
            var pupil = await db.Pupils.FirstAsync(row => row.Id == up);
            pupil.WriteBackground("Likes trains", new Acting(school.Staff["senco"], "Ruth Adeyemi", DateTime.UtcNow.AddSeconds(5), TestSchool.Today));
            return 0;
        });
        var after = await SnapshotAsync(school);

        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"{record}/undo", undo)).StatusCode);
        Assert.Equal(after, await SnapshotAsync(school));
        var words = (await client.GetPageAsync(record)).QuerySelector("#h-undo")!.ParentElement.Words();
        Assert.Contains("can no longer be undone: one record has been changed", words, StringComparison.Ordinal);
        Assert.Contains("Details changed, Ruth Adeyemi", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WhenTheSchoolHasRolledOverAlready_AsksAgain()
    {
        var (school, client) = await SchoolAsync();
        var (up, _, _, _) = await PupilsAsync(school);
        await ApplyAsync(client);

        var page = await client.GetPageAsync("/school/roll-over");
        Assert.Contains("has moved into", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        var fields = page.FormFields("form[action$=apply]");
        var refused = await client.PostAsync("/school/roll-over/apply", fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Tick the box", (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("5", (await PupilsNowAsync(school))[up].NcYear);

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/roll-over/apply", fields.With(("Again", "true")))).StatusCode);
        Assert.Equal("6", (await PupilsNowAsync(school))[up].NcYear);
    }

    [Fact]
    public async Task Apply_WhenAPupilMovedSinceItWasShown_IsShownAgain()
    {
        var (school, client) = await SchoolAsync();
        var (up, _, _, _) = await PupilsAsync(school);
        var fields = (await client.GetPageAsync("/school/roll-over")).FormFields("form[action$=apply]");
        await ChangeAsync(school, async db =>
        {
            var pupil = await db.Pupils.FirstAsync(row => row.Id == up);
            pupil.ChangeDetails(pupil.Details() with { ClassId = null }, school.Senco());
            return 0;
        });

        var answer = await client.PostAsync("/school/roll-over/apply", fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Nobody has moved", (await answer.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("4", (await PupilsNowAsync(school))[up].NcYear);
    }

    [Fact]
    public async Task Apply_WithAnUndecidedClass_SaysWhich()
    {
        var (school, client) = await SchoolAsync();
        await PupilsAsync(school);
        var plan = await client.GetPageAsync("/school/roll-over");
        await client.PostAsync("/school/roll-over/plan", plan.FormFields("form[action$=plan]").With(($"Becomes[{school.ClassId}]", "forged")));

        var answer = await client.PostAsync("/school/roll-over/apply", (await client.GetPageAsync("/school/roll-over")).FormFields("form[action$=apply]"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose what becomes of 4W", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LastDay.Day", "31", "last day")]
    [InlineData("new", "", "Enter the name of the new class")]
    public async Task Plan_WhenSomethingIsMissing_SaysSoAndKeepsTheRest(string field, string value, string message)
    {
        var (school, client) = await SchoolAsync();
        await PupilsAsync(school);
        var fields = (await client.GetPageAsync("/school/roll-over")).FormFields("form[action$=plan]").With(("LastDay.Month", "2"));
        fields = field == "new" ? fields.With(("LastDay.Month", "7"), ($"Becomes[{school.ClassId}]", "new")) : fields.With((field, value));

        var answer = await client.PostAsync("/school/roll-over/plan", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_FromAnOldPage_IsRefusedWith409()
    {
        var (school, client) = await SchoolAsync();
        await PupilsAsync(school);
        await client.PostAsync("/school/roll-over/plan", (await client.GetPageAsync("/school/roll-over")).FormFields("form[action$=plan]"));
        var old = (await client.GetPageAsync("/school/roll-over")).FormFields("form[action$=plan]");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/roll-over/plan", old)).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/school/roll-over/plan", old)).StatusCode);
    }

    [Theory]
    [InlineData("assistant")]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task RollOver_ForOtherRoles_IsNotThere(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync("/school/roll-over")).StatusCode);

    [Fact]
    public async Task Record_OfAnotherSchool_IsNotThere()
    {
        var (school, client) = await SchoolAsync();
        await PupilsAsync(school);
        var record = await ApplyAsync(client);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync(record)).StatusCode);
    }

    private static AcademicYear RollOverYear => Domain.Schools.RollOver.YearAt(TestSchool.Today);

    private async Task<(TestSchool School, HttpClient Client)> SchoolAsync()
    {
        var domain = $"roll{Interlocked.Increment(ref made)}";
        var school = await TestSchool.CreateAsync(app, $"Roll {domain}", domain);
        return (school, await app.SignInAsync($"office@{domain}.example"));
    }

    // Of 4W, one to move up, one to keep down, one to leave; and one of the oldest year.
    private async Task<(Guid Up, Guid Down, Guid Leaver, Guid Oldest)> PupilsAsync(TestSchool school)
    {
        var ids = new List<Guid>();
        foreach (var name in new[] { "Upton", "Downing", "Leaver", "Oldest" })
        {
            ids.Add((await school.AddPupilAsync(name, "Pat")).Id);
        }

        await ChangeAsync(school, async db =>
        {
            var pupil = await db.Pupils.FirstAsync(row => row.Id == ids[3]);
            pupil.ChangeDetails(pupil.Details() with { NcYear = "6", ClassId = null }, school.Senco());
            return 0;
        });
        return (ids[0], ids[1], ids[2], ids[3]);
    }

    private static async Task<string> ApplyAsync(HttpClient client)
    {
        IHtmlDocument page = await client.GetPageAsync("/school/roll-over");
        var answer = await client.PostAsync("/school/roll-over/apply", page.FormFields("form[action$=apply]"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<Dictionary<Guid, Pupil>> PupilsNowAsync(TestSchool school) => app.InSchoolAsync(school.Id, db => db.Pupils.AsNoTracking().ToDictionaryAsync(pupil => pupil.Id));

    private Task<RecordEventKind> LastEventAsync(TestSchool school, Guid pupilId) =>
        app.InSchoolAsync(school.Id, db => db.Events.Where(row => row.PupilId == pupilId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Select(row => row.Kind).FirstAsync());

    private Task ChangeAsync<T>(TestSchool school, Func<SenSupport.Web.Data.SenSupportDbContext, Task<T>> change) => app.InSchoolAsync(school.Id, async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    // Everything that a roll-over may touch, without versions.
    private Task<string> SnapshotAsync(TestSchool school) => app.InSchoolAsync(school.Id, async db =>
    {
        var pupils = await db.Pupils.OrderBy(row => row.Id).Select(row => $"{row.Id} {row.NcYear} {row.NcYearOrder} {row.ClassId} {row.LeftOn} {row.Destination}").ToListAsync();
        var classes = await db.Classes.OrderBy(row => row.Id).Select(row => new { row.Id, row.Name, row.NcYear, Teachers = row.Teachers.Select(teacher => teacher.StaffId).ToList() }).ToListAsync();
        var groups = await db.TeachingGroups.OrderBy(row => row.Id).Select(row => new { row.Id, row.ClosedOn, Times = row.Pupils.OrderBy(time => time.Id).Select(time => new { time.Id, time.Until }).ToList() }).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new { pupils, classes, groups });
    });
}
