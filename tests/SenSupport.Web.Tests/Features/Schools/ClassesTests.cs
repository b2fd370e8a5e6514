using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Features.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Schools;

[Collection(nameof(TestApp))]
public sealed class ClassesTests(TestApp app)
{
    private const string Root = "/school/classes";

    [Theory]
    [InlineData("senco")]
    [InlineData("office")]
    public async Task List_WhenRoleArrangesClasses_ShowsYearTeachersAndPupils(string role)
    {
        await app.School.AddPupilAsync("Classmate");

        var page = await (await app.AsAsync(role)).GetPageAsync(Root);

        var row = page.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th").Words() == "4W");
        Assert.Contains("Year 4", row.Words(), StringComparison.Ordinal);
        Assert.Contains("Tom Whitaker", row.Words(), StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("a[href$=remove]"));
    }

    [Fact]
    public async Task List_WhenPupilsHaveLeft_CountsThoseOnRoll()
    {
        var known = await AddAsync();
        await app.School.AddPupilAsync("Stays", classId: known.Id);
        var leaver = await app.School.AddPupilAsync("Leaves", classId: known.Id);
        await app.ChangeAsync(leaver.Id, (pupil, by) => pupil.Leave(by.Today, "", "", by));

        var page = await (await app.AsAsync("senco")).GetPageAsync($"{Root}?search={known.Name}");

        Assert.Equal("1", page.QuerySelector("td[data-label=Pupils]").Words());
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("head")]
    [InlineData("assistant")]
    [InlineData("governor")]
    [InlineData("finance")]
    public async Task EveryPage_WhenRoleMayNot_AnswersNotFound(string role)
    {
        var client = await app.AsAsync(role);
        foreach (var address in new[] { Root, $"{Root}/add", $"{Root}/{app.School.ClassId}", $"{Root}/{app.School.ClassId}/remove" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task EveryPage_WhenOfAnotherSchool_AnswersNotFound()
    {
        var client = await app.AsOtherSchoolAsync("senco");
        var fields = (await client.GetPageAsync($"{Root}/add")).FormFields("main form").With(("Name", "Stolen"), ("NcYear", "4"));
        foreach (var address in new[] { $"{Root}/{app.School.ClassId}", $"{Root}/{app.School.ClassId}/remove" })
        {
            using var shown = await client.GetAsync(address);
            using var posted = await client.PostAsync(address, (FormUrlEncodedContent)fields);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, posted.StatusCode));
        }
    }

    [Theory]
    [InlineData("search=whit", "4W")]
    [InlineData("search=5k", "5K")]
    [InlineData("year=5", "5K")]
    public async Task List_WhenFiltered_ShowsWhatFits(string query, string name)
    {
        var page = await (await app.AsAsync("senco")).GetPageAsync($"{Root}?{query}");

        Assert.Contains(name, page.QuerySelectorAll("tbody th").Select(cell => cell.Words()));
        Assert.DoesNotContain(name == "4W" ? "5K" : "4W", page.QuerySelectorAll("tbody th").Select(cell => cell.Words()));
    }

    [Fact]
    public async Task List_WhenNothingFits_SaysSo() =>
        Assert.Equal("No class fits", (await (await app.AsAsync("senco")).GetPageAsync($"{Root}?search=zzz")).QuerySelector(".sen-empty h2").Words());

    [Fact]
    public async Task List_WhenSorted_SaysSoAndTurns()
    {
        var client = await app.AsAsync("senco");
        var up = (await client.GetPageAsync($"{Root}?sort=name")).QuerySelectorAll("tbody th").Select(cell => cell.Words()).ToList();
        var page = await client.GetPageAsync($"{Root}?sort=-name");

        Assert.Equal(Enumerable.Reverse(up), page.QuerySelectorAll("tbody th").Select(cell => cell.Words()));
        Assert.Equal("descending", page.QuerySelector("thead th")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Add_WhenFilledIn_AddsTheClassAndAnotherCanFollow()
    {
        var client = await app.AsAsync("office");
        var name = Name();
        var fields = (await client.GetPageAsync($"{Root}/add")).FormFields("main form").With(("Name", $" {name} "), ("NcYear", "R"), ("TeacherIds", $"{app.School.Staff["teacher"]}"), ("go", "again"));
        fields.Add("TeacherIds", $"{app.School.Staff["other-teacher"]}");

        using var answer = await client.PostAsync($"{Root}/add", (FormUrlEncodedContent)fields);

        Assert.Equal((HttpStatusCode.Redirect, $"{Root}/add"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var added = await FindAsync(name);
        Assert.Equal(("R", 2), (added!.NcYear, added.Teachers.Count));
        var happened = await app.InSchoolAsync(app.School.Id, db => db.Events.SingleAsync(row => row.RecordId == added.Id));
        Assert.Equal((RecordEventKind.ClassAdded, "Owen Price", null), (happened.Kind, happened.StaffName, happened.PupilId));
    }

    [Theory]
    [InlineData("Name", "", "Enter the name of the class, like 4W")]
    [InlineData("Name", "4w", "There is a class 4w already. Enter another name")]
    [InlineData("NcYear", "", "Choose the year of most of its pupils")]
    [InlineData("NcYear", "15", "Choose the year of most of its pupils")]
    [InlineData("TeacherIds", "6f1c2f6e-3f1c-4a53-9c40-0d5c6d1b0001", "Choose teachers from the list")]
    public async Task Add_WhenSomethingCannotBeStored_SaysWhere(string field, string typed, string message)
    {
        var client = await app.AsAsync("senco");
        var fields = (await client.GetPageAsync($"{Root}/add")).FormFields("main form").With(("Name", Name()), ("NcYear", "3")).With((field, typed));

        using var answer = await client.PostAsync($"{Root}/add", (FormUrlEncodedContent)fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(message, Assert.Single((await answer.ReadPageAsync()).QuerySelectorAll(".govuk-error-summary__list a")).Words());
    }

    [Fact]
    public async Task Save_WhenRenamedAndTaughtByAnother_IsStored()
    {
        var client = await app.AsAsync("senco");
        var known = await AddAsync();
        var name = Name();

        using var answer = await client.PostAsync(
            $"{Root}/{known.Id}",
            (FormUrlEncodedContent)(await client.GetPageAsync($"{Root}/{known.Id}")).FormFields("main form").With(("Name", name), ("NcYear", "9"), ("TeacherIds", $"{app.School.Staff["senco"]}")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await FindAsync(name);
        Assert.Equal((known.Id, "9", app.School.Staff["senco"]), (saved!.Id, saved.NcYear, saved.Teachers.Single().StaffId));
    }

    [Fact]
    public async Task Save_WhenAColleagueSavedMeanwhile_AsksAndThenSaves()
    {
        var (senco, office) = (await app.AsAsync("senco"), await app.AsAsync("office"));
        var known = await AddAsync();
        var (mine, theirs) = (Name(), Name());
        var fields = (await senco.GetPageAsync($"{Root}/{known.Id}")).FormFields("main form").With(("Name", mine));
        using var first = await office.PostAsync($"{Root}/{known.Id}", (FormUrlEncodedContent)(await office.GetPageAsync($"{Root}/{known.Id}")).FormFields("main form").With(("Name", theirs)));

        using var met = await senco.PostAsync($"{Root}/{known.Id}", (FormUrlEncodedContent)fields);

        var page = await met.ReadPageAsync();
        Assert.Equal(HttpStatusCode.Conflict, met.StatusCode);
        Assert.Contains(theirs, page.QuerySelector(".moj-alert--warning").Words(), StringComparison.Ordinal);
        Assert.Equal(mine, page.QuerySelector("#Name")!.GetAttribute("value"));
        using var again = await senco.PostAsync($"{Root}/{known.Id}", (FormUrlEncodedContent)page.FormFields("main form"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(await FindAsync(mine));
        using var forged = await senco.PostAsync($"{Root}/{known.Id}", (FormUrlEncodedContent)fields.With(("Version", $"{Guid.NewGuid()}")));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Remove_WhenEmpty_AsksAndRemoves()
    {
        var client = await app.AsAsync("office");
        var known = await AddAsync();
        var page = await client.GetPageAsync($"{Root}/{known.Id}/remove");
        Assert.Equal($"Remove class {known.Name}?", page.QuerySelector("h1").Words());

        using var answer = await client.PostAsync($"{Root}/{known.Id}/remove", (FormUrlEncodedContent)page.FormFields("main form"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(await FindAsync(known.Name));
        Assert.True(await app.InSchoolAsync(app.School.Id, db => db.Events.AnyAsync(row => row.RecordId == known.Id && row.Kind == RecordEventKind.ClassRemoved)));
    }

    [Fact]
    public async Task Remove_WhenPupilsAreInIt_IsRefused()
    {
        await app.School.AddPupilAsync("Seated");
        var client = await app.AsAsync("senco");
        var page = await client.GetPageAsync($"{Root}/{app.School.ClassId}/remove");
        Assert.Equal("Class 4W cannot be removed yet", page.QuerySelector("h1").Words());
        var token = (await client.GetPageAsync($"{Root}/add")).FormFields("main form");

        using var answer = await client.PostAsync($"{Root}/{app.School.ClassId}/remove", (FormUrlEncodedContent)token);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(await FindAsync("4W"));
    }

    private static string Name() => $"C{Guid.NewGuid():N}"[..10];

    private Task<SchoolClass> AddAsync() => app.InSchoolAsync(app.School.Id, async db =>
    {
        var added = SchoolClass.Add(app.School.Id, Name(), "8", app.School.Senco(), app.School.Staff["teacher"]);
        db.Add(added);
        await db.SaveChangesAsync();
        return added;
    });

    private Task<SchoolClass?> FindAsync(string name) => app.InSchoolAsync(app.School.Id, db => db.Classes.Include(row => row.Teachers).FirstOrDefaultAsync(row => row.Name == name));
}
