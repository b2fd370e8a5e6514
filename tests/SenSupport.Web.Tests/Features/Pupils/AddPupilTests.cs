using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class AddPupilTests(TestApp app)
{
    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Add_WhenFilled_AddsThePupilWithItsTimelineRow(string role)
    {
        var client = await app.AsAsync(role);
        Assert.Equal("/pupils/add", (await client.GetPageAsync("/pupils")).QuerySelector("a[href='/pupils/add']")?.GetAttribute("href"));
        var form = (await client.GetPageAsync("/pupils/add")).FormFields();

        var answer = await client.PostAsync("/pupils/add", form.With(
            ("Forename", " Élodie "), ("Surname", $"O’Neill-{role}"), ("KnownAs", "Ellie"), ("BirthDate.Day", "3"), ("BirthDate.Month", "march"), ("BirthDate.Year", "2018"), ("Sex", "Female"),
            ("NcYear", "4"), ("ClassId", $"{app.School.ClassId}"), ("FirstLanguage", "French"), ("InSenUnit", "true"),
            ("Flags[0].Holds", "true"), ("Flags[0].From", "1 Sep 2025")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.ToString()["/pupils/".Length..]);
        var added = await app.ReadPupilAsync(id);
        Assert.Equal(("Élodie", $"O’Neill-{role}", "Ellie", "French"), (added.Forename, added.Surname, added.KnownAs, added.FirstLanguage));
        Assert.Equal((new DateOnly(2018, 3, 3), Sex.Female, "4", app.School.ClassId), (added.BirthDate, added.Sex, added.NcYear, added.ClassId));
        Assert.Equal((PupilFlags.PupilPremium, true, false), (added.Flags, added.InSenUnit, added.InResourcedProvision));
        Assert.Equal(new DateOnly(2025, 9, 1), Assert.Single(added.FlagPeriods).Start);
        Assert.Contains("is added.", (await client.GetPageAsync($"/pupils/{id}")).QuerySelector(".moj-alert--success").Words());
        Assert.Contains("Added to the school’s pupils", (await (await app.AsAsync("senco")).GetPageAsync($"/pupils/{id}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task Add_WhenTheRoleKeepsNoPupils_IsNotFound(string role)
    {
        var client = await app.AsAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/pupils/add")).StatusCode);
        if (role is "head" or "teacher")
        {
            Assert.Null((await client.GetPageAsync("/pupils")).QuerySelector("a[href='/pupils/add']"));
        }
    }

    [Fact]
    public async Task Add_WhenEmpty_SaysWhatIsMissing()
    {
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync("/pupils/add", (await client.GetPageAsync("/pupils/add")).FormFields());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["Enter the forename", "Enter the surname", "Enter the date of birth", "Choose the year group"], (await answer.ReadPageAsync()).Errors());
    }

    [Theory]
    [InlineData("Upn", "A12", "A UPN has 13 characters; this one has 3")]
    [InlineData("Upn", "Z301200119001", "The first letter of the UPN does not fit its digits: check each of them")]
    [InlineData("BirthDate.Day", "32", "Enter a real date of birth, such as 27 3 2018")]
    [InlineData("BirthDate.Year", "2150", "The date of birth must be in the past")]
    [InlineData("NcYear", "99", "Choose a year group from the list")]
    [InlineData("Sex", "Robot", "Choose female, male or not recorded")]
    [InlineData("ClassId", "0197a000-0000-7000-8000-000000000000", "Choose a class from the list")]
    [InlineData("Flags[2].From", "soon", "Looked after: enter a real start date, such as 27 3 2026")]
    [InlineData("Flags[2].Until", "1 Jan 2020", "Tick Looked after, or clear its dates")]
    public async Task Add_WhenAFieldIsWrong_SaysWhatAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync("/pupils/add", (await FilledAsync(client, "Wrongly")).With((field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal([message], page.Errors());
        Assert.Equal("Wrongly", page.FormFields()["Surname"]);
        Assert.NotNull(page.GetElementById(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")![1..]));
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.Pupils.AnyAsync(pupil => pupil.Surname == "Wrongly")));
    }

    [Theory]
    [InlineData("Surname", "The surname must be 100 characters or fewer")]
    [InlineData("Forename", "The forename must be 100 characters or fewer")]
    [InlineData("KnownAs", "The known-as name must be 100 characters or fewer")]
    [InlineData("FirstLanguage", "The first language must be 100 characters or fewer")]
    public async Task Add_WhenATextIsHuge_SaysSo(string field, string message)
    {
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync("/pupils/add", (await FilledAsync(client, "Huge")).With((field, KeepingPupils.Long)));

        Assert.Equal([message], (await answer.ReadPageAsync()).Errors());
    }

    [Fact]
    public async Task Add_WhenLikelyTheSameAsALeaver_ShowsThemFirstAndAddsAllTheSame()
    {
        var client = await app.AsAsync("office");
        await client.PostAsync("/pupils/add", await FilledAsync(client, "Twice<b>"));
        var first = await app.InSchoolAsync(app.School.Id, db => db.Pupils.FirstAsync(pupil => pupil.Surname == "Twice<b>"));
        await app.ChangeAsync(first.Id, (pupil, by) => pupil.Leave(TestSchool.Today, "", "", by));

        var answer = await client.PostAsync("/pupils/add", await FilledAsync(client, "Twice<b>"));

        var page = await answer.ReadPageAsync();
        var alert = page.QuerySelector(".moj-alert--warning");
        Assert.Contains("Nothing is saved yet. Your school already has a pupil who is likely the same person.", alert.Words());
        Assert.Contains("Test Twice<b>, born 3 March 2018, 4W, left on", alert.Words());
        Assert.Equal($"/pupils/{first.Id}", alert!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(1, await CountAsync("Twice<b>"));
        Assert.Equal("Add all the same", page.QuerySelector("main form button").Words());

        await client.PostAsync("/pupils/add", page.FormFields());

        Assert.Equal(2, await CountAsync("Twice<b>"));
    }

    [Fact]
    public async Task Add_WhenTheUpnWasAnotherPupils_ShowsThem()
    {
        var client = await app.AsAsync("office");
        var pupil = await app.School.AddPupilAsync("Formerly");
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.KeepFormerUpn(Upns.Of(70), by));

        var answer = await client.PostAsync("/pupils/add", (await FilledAsync(client, "Newly")).With(("Upn", Upns.Of(70).ToLowerInvariant())));

        Assert.Contains("Zofia Formerly", (await answer.ReadPageAsync()).QuerySelector(".moj-alert--warning").Words());
        Assert.Equal(0, await CountAsync("Newly"));
        Assert.DoesNotContain("Formerly", await (await (await app.AsOtherSchoolAsync("office")).PostAsync("/pupils/add", (await FilledAsync(await app.AsOtherSchoolAsync("office"), "Newly")).With(("Upn", Upns.Of(70))))).Content.ReadAsStringAsync());
    }

    private static async Task<FormFields> FilledAsync(HttpClient client, string surname) => (await client.GetPageAsync("/pupils/add")).FormFields().With(
        ("Forename", "Test"), ("Surname", surname), ("BirthDate.Day", "3"), ("BirthDate.Month", "3"), ("BirthDate.Year", "2018"), ("NcYear", "4"), ("ClassId", (await ClassAsync(client)) ?? ""));

    private static async Task<string?> ClassAsync(HttpClient client) =>
        (await client.GetPageAsync("/pupils/add")).QuerySelectorAll("#ClassId option").First(option => option.TextContent == "4W").GetAttribute("value");

    private Task<int> CountAsync(string surname) => app.InSchoolAsync(app.School.Id, db => db.Pupils.CountAsync(pupil => pupil.Surname == surname));
}

/// <summary>UPNs whose check letter is right.</summary>
internal static class Upns
{
    public static string Of(int number)
    {
        var digits = $"301200{number:000000}";
        return "ABCDEFGHJKLMNPQRTUVWXYZ".Select(letter => letter + digits).First(Upn.IsValid);
    }
}
