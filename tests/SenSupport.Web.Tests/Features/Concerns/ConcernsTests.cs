using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Concerns;

[Collection(nameof(TestApp))]
public sealed class ConcernsTests(TestApp app)
{
    [Fact]
    public async Task Raise_WhenATeacherDoes_WaitsForTheSencoAndTellsTheTeacherWhatBecomesOfIt()
    {
        var pupil = await app.School.AddPupilAsync("Brightwell", "Ada", status: SenStatus.None);
        var teacher = await app.AsAsync("teacher");
        var found = await teacher.GetPageAsync("/concerns/new?search=brightw");
        Assert.Contains("Brightwell, Ada", found.QuerySelector("#h-found")!.ParentElement.Words());
        var form = await teacher.GetPageAsync($"/concerns/new?pupil={pupil.Id}");

        var raised = await teacher.PostAsync("/concerns/new", form.FormFields("main form").With(("Seen", "Copies from the board very slowly"), ("Tried", "Sits in front")));

        Assert.Equal(HttpStatusCode.Redirect, raised.StatusCode);
        var path = raised.Headers.Location!.OriginalString;
        var senco = await app.AsAsync("senco");
        Assert.Contains("Brightwell, Ada 4W Copies from the board very slowly Tom Whitaker Today Open", (await senco.GetPageAsync("/concerns?search=brightwell")).QuerySelector("tbody").Words());
        Assert.Contains("Brightwell, Ada", (await senco.GetPageAsync("/")).QuerySelector("[aria-labelledby=concerns]").Words() + (await senco.GetPageAsync("/concerns")).Body.Words());
        var page = await senco.GetPageAsync(path);
        Assert.Equal(path, (await DecideAsync(senco, page, path, ("Outcome", "NoAction"), ("Reason", "Glasses are on order"))).Headers.Location!.OriginalString);

        Assert.Contains("Your concern about Ada Brightwell has an outcome.", (await teacher.GetPageAsync("/my-pupils")).QuerySelector("[aria-labelledby=ask]").Words());
        var mine = (await teacher.GetPageAsync("/concerns/mine")).Body.Words();
        Assert.Contains("News", mine);
        Assert.Contains("No further action. Ruth Adeyemi", mine);
        Assert.Contains("Glasses are on order", (await teacher.GetPageAsync(path)).QuerySelector("[aria-labelledby=h-outcome]").Words());
        Assert.DoesNotContain("Ada Brightwell has an outcome", (await teacher.GetPageAsync("/my-pupils")).Body.Words());
    }

    [Theory]
    [InlineData("Seen", " ", "Enter what was seen or said")]
    [InlineData("Source", "Neighbour", "Choose whose concern it is")]
    [InlineData("Source", "Parent", "Enter who said it, such as “Mrs Kowalska, mother”")]
    [InlineData("RaisedOn.Day", "32", "Enter a real date, such as 27 3 2027")]
    [InlineData("RaisedOn.Year", "2150", "The date must not be in the future")]
    [InlineData("RaisedOn.Year", "1950", "The date must be after the date of birth")]
    public async Task Raise_WhenSomethingIsWrong_SaysWhereAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrong", "Wilma");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"/concerns/new?pupil={pupil.Id}")).FormFields("main form").With(("Seen", "Words"), ("Strengths", "<script>alert(1)</script>")).With((field, value));

        var answer = await teacher.PostAsync("/concerns/new", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("textarea[name=Strengths]")!.TextContent.Trim());
        Assert.Equal(0, await CountAsync(pupil.Id));
    }

    [Fact]
    public async Task Raise_WhenATextIsTooLong_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Long", "Lois");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"/concerns/new?pupil={pupil.Id}")).FormFields("main form");

        Assert.Equal(HttpStatusCode.BadRequest, (await teacher.PostAsync("/concerns/new", form.With(("Seen", new string('a', TextLimits.Narrative + 1))))).StatusCode);
        Assert.Equal(0, await CountAsync(pupil.Id));
    }

    [Fact]
    public async Task Raise_WhenTheSameFormIsSentTwice_IsOneConcern()
    {
        var pupil = await app.School.AddPupilAsync("Twice", "Tara");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"/concerns/new?pupil={pupil.Id}")).FormFields("main form").With(("Seen", "Words"));

        var first = await teacher.PostAsync("/concerns/new", form);
        var second = await teacher.PostAsync("/concerns/new", form);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await CountAsync(pupil.Id));
    }

    [Fact]
    public async Task Raise_WhenThePupilIsForged_Answers404AndChangesNothing()
    {
        var own = await app.School.AddPupilAsync("Own", "Olive");
        var strange = await app.School.AddPupilAsync("Strange", "Stan", classId: app.School.OtherClassId, responsible: "other-teacher");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"/concerns/new?pupil={own.Id}")).FormFields("main form").With(("Seen", "Words"), ("PupilId", $"{strange.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync("/concerns/new", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/concerns/new?pupil={strange.Id}")).StatusCode);
        Assert.DoesNotContain("Strange", (await teacher.GetPageAsync("/concerns/new?search=strange")).QuerySelector("main").Words());
        Assert.Equal(0, await CountAsync(strange.Id));
    }

    [Theory]
    [InlineData("office")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task EveryPage_WhenTheRoleReadsNoRecords_IsNotThere(string role)
    {
        var client = await app.AsAsync(role);

        foreach (var path in new[] { "/concerns", "/concerns/mine", "/concerns/new", "/asked", "/asked/sent", "/asked/new" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Concern_WhoeverElseSeesThePupil_IsReadOnlyByWhoRecordedItAndTheWholeSchoolsReaders()
    {
        var pupil = await app.School.AddPupilAsync("Discreet", "Dora", supportedBy: "ta");
        var path = await RaiseAsync(pupil, "teacher", "Talks of quarrels at home");

        foreach (var (role, may) in new[] { ("teacher", true), ("senco", true), ("assistant", true), ("head", true), ("ta", false), ("other-teacher", false) })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(path)).StatusCode);
        var ta = await app.AsAsync("ta");
        foreach (var page in new[] { $"{pupil.Path}/timeline", pupil.Path, "/my-pupils", "/concerns/mine" })
        {
            var words = (await ta.GetPageAsync(page)).Body!.TextContent;
            Assert.DoesNotContain("quarrels", words, StringComparison.Ordinal);
            Assert.DoesNotContain("Concern raised", words, StringComparison.Ordinal);
        }

        Assert.Contains("quarrels", (await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/timeline")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Concern raised", (await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.Path}/timeline")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WhenItIsMonitored_MonitorsAPupilWithoutSen()
    {
        var pupil = await app.School.AddPupilAsync("Watch", "Wes", status: SenStatus.None);
        var supported = await app.School.AddPupilAsync("Supported", "Sid");
        var senco = await app.AsAsync("senco");
        var until = TestSchool.Today.AddDays(10);
        foreach (var one in new[] { pupil, supported })
        {
            var path = await RaiseAsync(one, "teacher", "Words");
            Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(senco, await senco.GetPageAsync(path), path, [("Outcome", "Monitor"), .. Day("DueOn", until)])).StatusCode);
        }

        Assert.Equal((SenStatus.Monitoring, until), await StatusAsync(pupil.Id));
        Assert.Equal((SenStatus.SenSupport, null), await StatusAsync(supported.Id));
        Assert.Contains("Watch, Wes", (await senco.GetPageAsync("/")).QuerySelector("[aria-labelledby=monitoring]").Words());
    }

    [Fact]
    public async Task Decide_WhenAColleagueLooksIntoIt_TheyReadItAndWriteWhatTheyFound()
    {
        var pupil = await app.School.AddPupilAsync("Lookedat", "Lola", supportedBy: "ta");
        var path = await RaiseAsync(pupil, "teacher", "Leaves the table");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        var page = await senco.GetPageAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(senco, page, path, [("Outcome", "LookInto"), ("AssignedId", $"{app.School.Staff["other-teacher"]}"), .. Day("DueOn", TestSchool.Today)])).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(senco, page, path, [("Outcome", "LookInto"), ("AssignedId", $"{app.School.Staff["ta"]}"), .. Day("DueOn", TestSchool.Today.AddDays(4))])).StatusCode);

        Assert.Contains("Look into a concern about Lola Lookedat.", (await ta.GetPageAsync("/my-pupils")).Body.Words());
        var form = (await ta.GetPageAsync(path)).FormFields("form[action$=findings]");
        Assert.Equal(HttpStatusCode.BadRequest, (await ta.PostAsync($"{path}/findings", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ta.PostAsync($"{path}/findings", form.With(("Findings", "Only in loud rooms")))).StatusCode);
        Assert.Contains("Only in loud rooms", (await senco.GetPageAsync(path)).Body.Words());
        Assert.DoesNotContain("Lola Lookedat", (await ta.GetPageAsync("/my-pupils")).QuerySelector("[aria-labelledby=ask]").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await ta.PostAsync($"{path}/outcome", form.With(("Outcome", "NoAction"), ("Reason", "Mine")))).StatusCode);
    }

    [Fact]
    public async Task Decide_WhenSenSupportIsOpened_OnlyTheSencoDoesAndGoesOnWithTheReason()
    {
        var pupil = await app.School.AddPupilAsync("Opened", "Omar", status: SenStatus.Monitoring);
        var path = await RaiseAsync(pupil, "teacher", "Cannot blend sounds");
        var assistant = await app.AsAsync("assistant");
        var page = await assistant.GetPageAsync(path);
        Assert.Null(page.QuerySelector("input[value=SenSupport]"));
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(assistant, page, path, ("Outcome", "SenSupport"))).StatusCode);
        var senco = await app.AsAsync("senco");

        var answer = await DecideAsync(senco, await senco.GetPageAsync(path), path, ("Outcome", "SenSupport"), ("Reason", "Two terms of phonics"));

        var status = await senco.GetPageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("Two terms of phonics", status.QuerySelector("textarea[name=Reason]")!.TextContent);
        Assert.Contains("Cannot blend sounds", status.QuerySelector("textarea[name=Reason]")!.TextContent);
        Assert.True(status.QuerySelector("input[name=Status][value=SenSupport]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Decide_WhenAColleagueWasQuicker_ChangesNothingAndSaysWho()
    {
        var pupil = await app.School.AddPupilAsync("Stale", "Stella");
        var path = await RaiseAsync(pupil, "teacher", "Words");
        var (senco, assistant) = (await app.AsAsync("senco"), await app.AsAsync("assistant"));
        var old = await senco.GetPageAsync(path);
        await DecideAsync(assistant, await assistant.GetPageAsync(path), path, ("Outcome", "NoAction"), ("Reason", "Settled"));

        var answer = await DecideAsync(senco, old, path, [("Outcome", "Monitor"), ("Reason", "My words"), .. Day("DueOn", TestSchool.Today.AddDays(9))]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("Anna Bell changed this record", page.Body.Words());
        Assert.Equal("My words", page.QuerySelector("textarea[name=Reason]")!.TextContent.Trim());
        Assert.Equal(ConcernState.NoAction, await StateAsync(pupil.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{path}/outcome", page.FormFields("form[action$=outcome]"))).StatusCode);
        Assert.Equal(ConcernState.Monitor, await StateAsync(pupil.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(senco, old, path, ("Outcome", "NoAction"), ("Reason", "x"), ("Version", $"{Guid.NewGuid()}"))).StatusCode);
    }

    [Theory]
    [InlineData("", "", "Choose what becomes of the concern")]
    [InlineData("Open", "", "Choose what becomes of the concern")]
    [InlineData("NoAction", "", "Enter the reason: whoever raised the concern is told")]
    [InlineData("Monitor", "", "Enter the day until which the school watches")]
    [InlineData("LookInto", "", "Choose who looks into it")]
    public async Task Decide_WhenSomethingIsMissing_SaysWhat(string outcome, string reason, string message)
    {
        var pupil = await app.School.AddPupilAsync("Undecided", "Una");
        var path = await RaiseAsync(pupil, "teacher", "Words");
        var senco = await app.AsAsync("senco");

        var answer = await DecideAsync(senco, await senco.GetPageAsync(path), path, ("Outcome", outcome), ("Reason", reason));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(ConcernState.Open, await StateAsync(pupil.Id));
    }

    [Fact]
    public async Task SchoolView_WhenAParentIsConcerned_StandsBesideWhatTheySay()
    {
        var pupil = await app.School.AddPupilAsync("Compared", "Cleo", CycleStage.Assess);
        var path = await RaiseAsync(pupil, "teacher", "She cries before school", ("Source", "Parent"), ("SaidBy", "Marta, mother"));
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync(path)).FormFields("form[action$=school-view]");

        await senco.PostAsync($"{path}/school-view", form.With(("SchoolView", "Settled by nine o’clock")));

        var sides = (await (await app.AsAsync("teacher")).GetPageAsync(path)).QuerySelectorAll(".sen-diff__sides > div");
        Assert.Contains("She cries before school", sides[0].Words());
        Assert.Contains("Settled by nine o’clock", sides[1].Words());
        var assess = (await senco.GetPageAsync($"{pupil.CyclePath}/assess")).QuerySelector("section[aria-labelledby=concerns]").Words();
        Assert.Contains("She cries before school", assess);
        Assert.Contains("The school sees: Settled by nine o’clock", assess);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).PostAsync($"{path}/school-view", form.With(("SchoolView", "Mine")))).StatusCode);
    }

    [Fact]
    public async Task Change_WhenWhoRecordedItCorrectsIt_KeepsTheHistory()
    {
        var pupil = await app.School.AddPupilAsync("Corrected", "Cora", supportedBy: "ta");
        var path = await RaiseAsync(pupil, "teacher", "Wrong words");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"{path}/change")).FormFields("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("ta")).GetAsync($"{path}/change")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync($"{path}/change")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{path}/change", form.With(("Seen", "Right words")))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{path}/change", form.With(("Seen", "Late words")))).StatusCode);

        Assert.Contains("Right words", (await teacher.GetPageAsync(path)).Body.Words());
        Assert.Contains("Wrong words", (await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/timeline")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenNarrowed_ShowsWhatWasAskedFor()
    {
        var pupil = await app.School.AddPupilAsync("Narrowly", "Nia");
        await RaiseAsync(pupil, "teacher", "From a parent", ("Source", "Parent"), ("SaidBy", "Marta"));
        await RaiseAsync(pupil, "teacher", "From staff");
        var senco = await app.AsAsync("senco");

        async Task<string> RowsAsync(string query) => (await senco.GetPageAsync($"/concerns?search=narrowly{query}")).QuerySelector("main").Words();

        Assert.Contains("From staff", await RowsAsync(""));
        Assert.DoesNotContain("From staff", await RowsAsync("&source=parent"));
        Assert.Contains("From a parent", await RowsAsync("&source=parent&sort=pupil&order=desc"));
        Assert.Contains("No concern matches", await RowsAsync("&view=closed"));
        Assert.Contains("No concern matches", await RowsAsync($"&class={app.School.OtherClassId}"));
        Assert.Contains("From staff", await RowsAsync("&view=nonsense&page=99&sort=nonsense"));
        Assert.Equal("/concerns/mine", (await (await app.AsAsync("teacher")).GetAsync("/concerns")).Headers.Location!.OriginalString);
    }

    private async Task<string> RaiseAsync(TestPupil pupil, string role, string seen, params (string Name, string Value)[] more)
    {
        var client = await app.AsAsync(role);
        var answer = await client.PostAsync("/concerns/new", (await client.GetPageAsync($"/concerns/new?pupil={pupil.Id}")).FormFields("main form").With([("Seen", seen), .. more]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, AngleSharp.Html.Dom.IHtmlDocument page, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync($"{path}/outcome", page.FormFields("form[action$=outcome]").With(fields));

    private static (string, string)[] Day(string field, DateOnly day) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    private Task<int> CountAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, db => db.Concerns.CountAsync(row => row.PupilId == pupilId));

    private Task<ConcernState> StateAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, db => db.Concerns.Where(row => row.PupilId == pupilId).Select(row => row.State).SingleAsync());

    private Task<(SenStatus, DateOnly?)> StatusAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var pupil = await db.Pupils.Include(row => row.StatusPeriods).FirstAsync(row => row.Id == pupilId);
        return (pupil.Status, pupil.StatusPeriods.Single(period => period.End is null).MonitorUntil);
    });
}
