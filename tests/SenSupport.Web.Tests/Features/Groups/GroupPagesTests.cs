using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Groups;

[Collection(nameof(TestApp))]
public sealed class GroupPagesTests(TestApp app)
{
    public static TheoryData<string> Keepers => ["senco", "office"];

    public static TheoryData<string> Others => ["assistant", "teacher", "ta", "finance", "governor"];

    [Theory]
    [MemberData(nameof(Keepers))]
    public async Task Group_FromAddingToClosing_IsKept(string role)
    {
        var client = await app.AsAsync(role);
        var pupil = await app.School.AddPupilAsync("Kessler", "Ida", classId: app.School.OtherClassId, responsible: null);
        var name = $"Walk {role}";

        var added = await PostAsync(client, "/school/groups/add", ("Name", $" {name} "), ("Subject", "French"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var path = added.Headers.Location!.OriginalString;
        Assert.Contains(name, (await client.GetPageAsync($"/school/groups?search={name}&subject=French")).QuerySelector("tbody").Words(), StringComparison.Ordinal);

        var choice = (await client.GetPageAsync($"{path}/pupils?search=kessler")).FormFields("form[method=post].sen-panel");
        var put = await client.PostAsync($"{path}/pupils", choice.With(("PupilIds", $"{pupil.Id}")));
        Assert.True(put.StatusCode == HttpStatusCode.Redirect, (await put.ReadPageAsync()).QuerySelector("main").Words());
        var page = await client.GetPageAsync(path);
        Assert.Contains("Kessler, Ida", page.QuerySelector("#h-pupils")!.ParentElement.Words(), StringComparison.Ordinal);

        var teaches = await client.PostAsync($"{path}/teachers", page.FormFields("form[action$=teachers]").With(("Form.StaffId", $"{app.School.Staff["teacher"]}")));
        Assert.Equal(HttpStatusCode.Redirect, teaches.StatusCode);
        page = await client.GetPageAsync(path);
        Assert.Contains("Tom Whitaker", page.QuerySelector("#h-teachers")!.ParentElement.Words(), StringComparison.Ordinal);

        var end = page.QuerySelector("#h-pupils")!.ParentElement!.QuerySelector("a[href$=end]")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, end)).StatusCode);
        Assert.Contains("Close", (await client.GetPageAsync($"{path}/close")).QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, $"{path}/close")).StatusCode);
        page = await client.GetPageAsync(path);
        Assert.Contains("Closed", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{path}/pupils']"));

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{path}/reopen", page.FormFields("form[action$=reopen]"))).StatusCode);
        Assert.Equal(
            [RecordEventKind.TeachingGroupAdded, .. Enumerable.Repeat(RecordEventKind.TeachingGroupChanged, 3), RecordEventKind.TeachingGroupClosed, RecordEventKind.TeachingGroupChanged],
            await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.RecordId == Guid.Parse(path.Substring(path.LastIndexOf('/') + 1))).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Class_WhenChosen_ComesWithEveryPupilTicked()
    {
        var client = await app.AsAsync("senco");
        var pupil = await app.School.AddPupilAsync("Ferreira", "Ana", classId: app.School.OtherClassId, responsible: null);
        var group = await app.AddGroupAsync(app.School, null, []);

        var page = await client.GetPageAsync($"/school/groups/{group.Id}/pupils?class={app.School.OtherClassId}");

        Assert.True(page.QuerySelector($"input[value='{pupil.Id}']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Head_Reads_AndChangesNothing()
    {
        var group = await app.AddGroupAsync(app.School, "teacher", []);
        var head = await app.AsAsync("head");

        Assert.Null((await head.GetPageAsync("/school/groups")).QuerySelector("a[href='/school/groups/add']"));
        Assert.Null((await head.GetPageAsync($"/school/groups/{group.Id}")).QuerySelector("main form"));
        foreach (var path in new[] { "add", "import", $"{group.Id}/change", $"{group.Id}/close", $"{group.Id}/pupils" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/school/groups/{path}")).StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Groups_ForOtherRoles_AreNotThere(string role)
    {
        var group = await app.AddGroupAsync(app.School, "teacher", []);
        var client = await app.AsAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/school/groups")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/school/groups/{group.Id}")).StatusCode);
    }

    [Fact]
    public async Task Group_OfAnotherSchool_IsNotThere()
    {
        var group = await app.AddGroupAsync(app.School, "teacher", []);
        var other = await app.AsOtherSchoolAsync("senco");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/school/groups/{group.Id}")).StatusCode);
        Assert.DoesNotContain(group.Name, (await other.GetPageAsync("/school/groups?state=all")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var token = (await other.GetPageAsync("/school/groups/add")).FormFields("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/school/groups/{group.Id}/close", token.With(("Version", $"{group.Version}")))).StatusCode);
    }

    [Theory]
    [InlineData("", "Enter the name of the group")]
    [InlineData("taken", "There is a group")]
    [InlineData("long", "100 characters or fewer")]
    public async Task Add_WhenTheNameWillNotDo_SaysSoAndKeepsIt(string name, string message)
    {
        var client = await app.AsAsync("senco");
        var group = await app.AddGroupAsync(app.School, null, []);
        var typed = name switch { "taken" => group.Name.ToUpperInvariant(), "long" => new string('x', 101), _ => name };

        var answer = await PostAsync(client, "/school/groups/add", ("Name", typed), ("Subject", "Latin"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("Latin", page.QuerySelector("#Subject")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AddPupils_WithoutAnybodyOrAForgedOne_ChangesNothing()
    {
        var client = await app.AsAsync("senco");
        var group = await app.AddGroupAsync(app.School, null, []);
        await app.School.AddPupilAsync();
        var stranger = await app.OtherSchool.AddPupilAsync(classId: app.OtherSchool.OtherClassId, responsible: null);
        var fields = (await client.GetPageAsync($"/school/groups/{group.Id}/pupils?class={app.School.ClassId}")).FormFields("form[method=post].sen-panel").Without("PupilIds");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/school/groups/{group.Id}/pupils", fields)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/school/groups/{group.Id}/pupils", fields.With(("PupilIds", $"{stranger.Id}")))).StatusCode);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.GroupPupils.AnyAsync(time => time.GroupId == group.Id)));
    }

    [Fact]
    public async Task Change_FromAnOldPage_IsRefusedWith409()
    {
        var client = await app.AsAsync("senco");
        var group = await app.AddGroupAsync(app.School, null, []);
        var old = (await client.GetPageAsync($"/school/groups/{group.Id}/change")).FormFields("main form.sen-panel");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"/school/groups/{group.Id}/change", old.With(("Subject", "Physics")))).StatusCode);

        var answer = await client.PostAsync($"/school/groups/{group.Id}/change", old.With(("Subject", "Biology")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Physics", await app.InSchoolAsync(app.School.Id, db => db.TeachingGroups.Where(row => row.Id == group.Id).Select(row => row.Subject).FirstAsync()));
    }

    [Fact]
    public async Task LastDay_BeforeTheFirst_IsRefused()
    {
        var client = await app.AsAsync("senco");
        var pupil = await app.School.AddPupilAsync();
        var group = await app.AddGroupAsync(app.School, null, [pupil.Id]);
        var early = TestSchool.Today.AddDays(-11);

        var answer = await PostAsync(
            client, $"/school/groups/{group.Id}/times/{group.Pupils[0].Id}/end", ("LastDay.Day", $"{early.Day}"), ("LastDay.Month", $"{early.Month}"), ("LastDay.Year", $"{early.Year}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("or later: that was the first", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] set) =>
        await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields("main form[method=post].sen-panel").With(set));
}
