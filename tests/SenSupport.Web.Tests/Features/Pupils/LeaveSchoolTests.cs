using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class LeaveSchoolTests(TestApp app)
{
    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Leave_WhenChecked_RecordsItAndTeachersLoseSight(string role)
    {
        var pupil = await app.School.AddPupilAsync($"Leaver{role}", stage: CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync(role);
        var form = (await client.GetPageAsync($"{pupil.Path}/leave")).FormFields().With(("Destination", "Cedar <School>"), ("Reason", "The family moves"));

        var check = await (await client.PostAsync($"{pupil.Path}/leave", form)).ReadPageAsync();

        var words = check.QuerySelector("main").Words();
        Assert.Contains("Cedar <School>", words);
        Assert.Contains(role == "office" ? "A support cycle is open. Tell the SENCo, who closes it." : "Cycle 1 is open (do) and stays open until its review is closed.", words);
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).LeftOn);
        var answer = await client.PostAsync($"{pupil.Path}/leave", check.FormFields());
        Assert.Equal((HttpStatusCode.Redirect, pupil.Path), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal((TestSchool.Today, "Cedar <School>"), ((await app.ReadPupilAsync(pupil.Id)).LeftOn!.Value, (await app.ReadPupilAsync(pupil.Id)).Destination));
        Assert.Contains($"Zofia left on {UkDate.Long(TestSchool.Today)} for Cedar <School>.", (await client.GetPageAsync(pupil.Path)).QuerySelector(".moj-alert--information").Words());
        Assert.StartsWith($"Left the school: {UkDate.Long(TestSchool.Today)}", await (await app.AsAsync("senco")).TimelineAsync(pupil));
        foreach (var lost in new[] { "teacher", "ta" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(lost)).GetAsync(pupil.Path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(lost)).GetAsync($"{pupil.Path}/photo")).StatusCode);
        }
    }

    [Fact]
    public async Task Return_WhenBack_PutsThePupilOnRollAgain()
    {
        var pupil = await app.School.AddPupilAsync("Returner");
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.Leave(TestSchool.Today.AddDays(-9), "Elsewhere", "", by));
        var client = await app.AsAsync("office");
        var page = await client.GetPageAsync($"{pupil.Path}/leave");
        Assert.Contains("Destination: Elsewhere.", page.QuerySelector("main").Words());

        var answer = await client.PostAsync($"{pupil.Path}/leave/return", page.FormFields());

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.Path}/details"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).LeftOn);
        Assert.StartsWith("Came back to the school", await (await app.AsAsync("senco")).TimelineAsync(pupil));
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync("teacher")).GetAsync(pupil.Path)).StatusCode);
        var again = await client.PostAsync($"{pupil.Path}/leave/return", page.FormFields());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Zofia is on roll already", (await again.ReadPageAsync()).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("On.Year", "2150", "The last day must not be in the future")]
    [InlineData("On.Year", "1990", "The last day must be after the date of birth")]
    [InlineData("On.Month", "13", "Enter a real date, such as 27 3 2027")]
    [InlineData("Destination", KeepingPupils.TooLong, "The destination must be 250 characters or fewer")]
    [InlineData("Reason", KeepingPupils.TooLong, "The reason must be 20,000 characters or fewer")]
    public async Task Leave_WhenAFieldIsWrong_SaysWhat(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongleave");
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync(
            $"{pupil.Path}/leave", (await client.GetPageAsync($"{pupil.Path}/leave")).FormFields().With((field, value == KeepingPupils.TooLong ? KeepingPupils.Long : value), ("Checked", "true")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(message, Assert.Single((await answer.ReadPageAsync()).Errors()));
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).LeftOn);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("teacher")]
    public async Task Leave_WhenTheRoleKeepsNoPupils_IsNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Kept");

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.Path}/leave")).StatusCode);
    }

    [Fact]
    public async Task List_WhenSearchedAndSorted_ShowsTheFormerPupils()
    {
        await LeftAsync("Zzquist", 3, "Beech School");
        await LeftAsync("Aaquist", 9, "");
        await LeftAsync("Mmquist", 6, "Ash School");
        var client = await app.AsAsync("office");

        Assert.Equal(["Zzquist", "Mmquist", "Aaquist"], await NamesAsync("/pupils/former?search=QUIST"));
        Assert.Equal(["Aaquist", "Mmquist", "Zzquist"], await NamesAsync("/pupils/former?search=quist&sort=name"));
        Assert.Equal(["Mmquist", "Zzquist", "Aaquist"], await NamesAsync("/pupils/former?search=quist&sort=destination"));
        Assert.Equal(["Aaquist", "Mmquist", "Zzquist"], await NamesAsync("/pupils/former?search=quist&sort=left&order=asc&page=99"));
        var nobody = await client.GetPageAsync("/pupils/former?search=%3Cscript%3E%25_");
        Assert.Contains("No former pupil matches", (await client.GetPageAsync("/pupils/former?search=nobodyhasthis")).QuerySelector(".sen-empty").Words());
        Assert.Empty(nobody.QuerySelectorAll("main script"));
        Assert.Equal("/pupils/former", (await client.GetPageAsync("/pupils")).QuerySelector("main a[href='/pupils/former']")?.GetAttribute("href"));
        Assert.DoesNotContain("quist", (await client.GetPageAsync("/pupils?view=everyone&search=quist")).QuerySelector("tbody").Words());
        Assert.DoesNotContain("quist", await (await (await app.AsOtherSchoolAsync("senco")).GetAsync("/pupils/former")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync("/pupils/former")).StatusCode);

        async Task<IEnumerable<string>> NamesAsync(string address) => (await client.GetPageAsync(address)).QuerySelectorAll("tbody th").Select(cell => cell.Words().Split(',')[0]);
    }

    private async Task LeftAsync(string surname, int daysAgo, string destination)
    {
        var pupil = await app.School.AddPupilAsync(surname);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.Leave(TestSchool.Today.AddDays(-daysAgo), destination, "", by));
    }
}
