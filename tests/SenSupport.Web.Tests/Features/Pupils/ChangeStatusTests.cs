using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ChangeStatusTests(TestApp app)
{
    [Fact]
    public async Task Change_WhenTheSencoOpensSenSupport_SavesWithReasonAndTimelineRowAndShowsWhatIsOutstanding()
    {
        var pupil = await app.School.AddPupilAsync("Opened", status: SenStatus.Monitoring);
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync($"{pupil.Path}/status", (await FormAsync(client, pupil)).With(("Status", "SenSupport"), ("Reason", "<i>Slow</i> progress")));

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.Path}/status"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var period = (await app.ReadPupilAsync(pupil.Id)).StatusPeriods.Single(row => row.End is null);
        Assert.Equal((SenStatus.SenSupport, TestSchool.Today, "<i>Slow</i> progress"), (period.Status, period.Start, period.Reason));
        var page = await client.GetPageAsync($"{pupil.Path}/status");
        Assert.Contains("<i>Slow</i> progress", page.QuerySelector("table").Words());
        Assert.Equal(
            ["Parents not formally notified", "No early discussion recorded", "Advice service not explained"],
            page.QuerySelectorAll(".sen-duty strong").Select(title => title.Words()));
        Assert.StartsWith($"Status changed: SEN Support from {UkDate.Long(TestSchool.Today)}", await client.TimelineAsync(pupil));
    }

    [Fact]
    public async Task Change_WhenLeavingSenSupport_IsCheckedFirstAndClosesNeeds()
    {
        var pupil = await app.School.AddPupilAsync("Checked", stage: CycleStage.Do);
        var client = await app.AsAsync("senco");
        var until = TestSchool.Today.AddDays(80);
        var form = (await FormAsync(client, pupil)).With(
            ("Status", "Monitoring"), ("Reason", "Aim met"), ("MonitorUntil.Day", $"{until.Day}"), ("MonitorUntil.Month", $"{until.Month}"), ("MonitorUntil.Year", $"{until.Year}"));

        var check = await (await client.PostAsync($"{pupil.Path}/status", form)).ReadPageAsync();

        Assert.Equal("Check, then end Zofia’s SEN Support", check.QuerySelector("h1").Words());
        var words = check.QuerySelector("main").Words();
        Assert.Contains("Aim met", words);
        Assert.Contains("The current need is closed.", words);
        Assert.Contains("Cycle 1 is open and stays open until its review is closed.", words);
        Assert.Contains("The parents are to be told that SEN Support has ended.", words);
        Assert.Equal(SenStatus.SenSupport, (await app.ReadPupilAsync(pupil.Id)).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/status", check.FormFields())).StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal((SenStatus.Monitoring, until), (saved.Status, saved.StatusPeriods.Single(row => row.End is null).MonitorUntil!.Value));
        Assert.Empty(saved.CurrentNeeds);
    }

    [Theory]
    [InlineData("Monitoring")]
    [InlineData("EhcPlan")]
    public async Task Change_WhenTheSuggestedEndOfMonitoringIsLeft_CountsForMonitoringOnly(string status)
    {
        var pupil = await app.School.AddPupilAsync("Suggested", status: SenStatus.None);
        var client = await app.AsAsync("senco");
        var suggested = (await app.InSchoolAsync(app.School.Id, db => db.Schools.SingleAsync())).SuggestedMonitoringEnd(TestSchool.Today);
        var form = await FormAsync(client, pupil);
        Assert.Equal($"{suggested.Day}/{suggested.Month}/{suggested.Year}", $"{form["MonitorUntil.Day"]}/{form["MonitorUntil.Month"]}/{form["MonitorUntil.Year"]}");

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/status", form.With(("Status", status)))).StatusCode);

        var period = (await app.ReadPupilAsync(pupil.Id)).StatusPeriods.Single(row => row.End is null);
        Assert.Equal((status, status == "Monitoring" ? suggested : null), ($"{period.Status}", period.MonitorUntil));
    }

    [Fact]
    public async Task Change_WhenSenSupportBeganToday_IsTakenAsASlip()
    {
        var pupil = await app.School.AddPupilAsync("Slip", status: SenStatus.Monitoring);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeStatus(SenStatus.SenSupport, TestSchool.Today, "", by));
        var client = await app.AsAsync("senco");

        var check = await (await client.PostAsync($"{pupil.Path}/status", (await FormAsync(client, pupil)).With(("Status", "Monitoring")))).ReadPageAsync();
        Assert.Contains("It is taken as a slip and stays in the timeline only.", check.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/status", check.FormFields())).StatusCode);

        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(SenStatus.Monitoring, saved.Status);
        Assert.Null(Assert.Single(saved.StatusPeriods).End);
    }

    [Fact]
    public async Task Change_WhenTheAssistant_NeitherOpensNorEndsSenSupport()
    {
        var (onSupport, watched) = (await app.School.AddPupilAsync("Asstk"), await app.School.AddPupilAsync("Asstm", status: SenStatus.Monitoring));
        var client = await app.AsAsync("assistant");

        var page = await client.GetPageAsync($"{onSupport.Path}/status");
        Assert.Contains("SEN Support is opened and ended by the SENCo.", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("main form"));
        var form = await FormAsync(client, watched);
        Assert.Equal(["No SEN (code N)", "EHC plan (code E)"], (await client.GetPageAsync($"{watched.Path}/status")).QuerySelectorAll(".govuk-radios__label").Select(label => label.Words()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{watched.Path}/status", form.With(("Status", "SenSupport")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{onSupport.Path}/status", form.With(("Status", "None"), ("Checked", "true")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{watched.Path}/status", form.With(("Status", "None")))).StatusCode);
        Assert.Equal((SenStatus.None, SenStatus.SenSupport), ((await app.ReadPupilAsync(watched.Id)).Status, (await app.ReadPupilAsync(onSupport.Id)).Status));
    }

    [Theory]
    [InlineData("office", HttpStatusCode.NotFound)]
    [InlineData("teacher", HttpStatusCode.NotFound)]
    [InlineData("ta", HttpStatusCode.NotFound)]
    [InlineData("head", HttpStatusCode.OK)]
    public async Task Show_WhenTheRoleChangesNoStatus_ReadsItOrNot(string role, HttpStatusCode expected)
    {
        var pupil = await app.School.AddPupilAsync("Seen", supportedBy: "ta");
        var client = await app.AsAsync(role);

        Assert.Equal(expected, (await client.GetAsync($"{pupil.Path}/status")).StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Null((await client.GetPageAsync($"{pupil.Path}/status")).QuerySelector("main form"));
        }
    }

    [Theory]
    [InlineData("Status", "Genius", "Choose the status")]
    [InlineData("Status", "SenSupport", "The status is SEN Support already")]
    [InlineData("From.Day", "", "Enter a real date, such as 27 3 2027")]
    [InlineData("From.Year", "2199", "The date must not be in the future")]
    [InlineData("From.Year", "1999", "The date must not be before")]
    [InlineData("Reason", KeepingPupils.TooLong, "The reason must be 20,000 characters or fewer")]
    [InlineData("MonitorUntil.Day", "32", "Enter a real date for the end of monitoring, such as 27 3 2027")]
    public async Task Change_WhenAFieldIsWrong_SaysWhatAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongstatus");
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync(
            $"{pupil.Path}/status", (await FormAsync(client, pupil)).With(("Status", "Monitoring"), ("Reason", "Kept words")).With((field, value == KeepingPupils.TooLong ? KeepingPupils.Long : value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith(message, Assert.Single(page.Errors()));
        Assert.Equal(field == "Reason" ? KeepingPupils.Long : "Kept words", page.FormFields()["Reason"]);
        Assert.Equal(SenStatus.SenSupport, (await app.ReadPupilAsync(pupil.Id)).Status);
    }

    [Fact]
    public async Task Change_WhenAColleagueChangedItMeanwhile_ShowsWhatTheyDidAndSavesTheSecondTime()
    {
        var pupil = await app.School.AddPupilAsync("Meanwhile", status: SenStatus.Monitoring);
        var client = await app.AsAsync("senco");
        var form = (await FormAsync(client, pupil)).With(("Status", "SenSupport"), ("Reason", "Mine"));
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeStatus(SenStatus.EhcPlan, TestSchool.Today.AddDays(-2), "Theirs", by));

        var answer = await client.PostAsync($"{pupil.Path}/status", form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("Nothing is saved yet. Anna Bell changed this record at", page.QuerySelector(".moj-alert--warning").Words());
        Assert.Contains("Status changed: EHC plan", page.QuerySelector(".moj-alert--warning").Words());
        Assert.Equal("Mine", page.FormFields()["Reason"]);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/status", page.FormFields())).StatusCode);
        Assert.Equal(SenStatus.SenSupport, (await app.ReadPupilAsync(pupil.Id)).Status);
    }

    [Fact]
    public async Task Change_WhenAColleagueChangedSomethingElseMeanwhile_GoesOn()
    {
        var pupil = await app.School.AddPupilAsync("Elsewhere", status: SenStatus.Monitoring);
        var client = await app.AsAsync("senco");
        var form = (await FormAsync(client, pupil)).With(("Status", "SenSupport"));
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.AddContact(new ContactDetails("Aunt", "", false, false), by));

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/status", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/status", form.With(("Version", $"{Guid.NewGuid()}"), ("Status", "EhcPlan"), ("Checked", "true")))).StatusCode);
    }

    private static async Task<FormFields> FormAsync(HttpClient client, TestPupil pupil) => (await client.GetPageAsync($"{pupil.Path}/status")).FormFields();
}
