using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Checklists;
using SenSupport.Web.Tests.Features.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Banks;

[Collection(nameof(TestApp))]
public sealed class ChecklistTests(TestApp app)
{
    private const string Primary = "communication-and-interaction-primary", Secondary = "cognition-and-learning-secondary";

    [Fact]
    public async Task List_WhenNothingWasChanged_ShowsTheTwelve()
    {
        Assert.Equal(12, ChecklistReads.Starting.Count);
        var page = await (await app.AsOtherSchoolAsync("teacher")).GetPageAsync("/banks/checklists");
        Assert.Equal(12, page.QuerySelectorAll(".sen-bank__item").Length);
        Assert.Empty(page.QuerySelectorAll(".sen-bank__actions"));
        var one = await (await app.AsOtherSchoolAsync("teacher")).GetPageAsync($"/banks/checklists/{Primary}");
        Assert.Contains("does not diagnose anything", one.Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { "/banks/checklists/none-such", $"/banks/checklists/{Primary}?version=7", $"/banks/checklists/{Primary}/change" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("teacher")).GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Save_WhenATeachingAssistantFillsOneIn_ShowsItByStrandInTheAssessmentWithItsNote()
    {
        var pupil = await app.School.AddPupilAsync("Checker", stage: CycleStage.Assess, supportedBy: "ta", closedCycles: 1);
        var ta = await app.AsAsync("ta");
        var path = $"{pupil.CyclePath}/assess/checklists";
        Assert.All((await ta.GetPageAsync(path)).QuerySelectorAll(".sen-bank")[0].QuerySelectorAll("a"), link => Assert.EndsWith("-primary", link.GetAttribute("href"), StringComparison.Ordinal));
        var content = ChecklistReads.Starting[Primary];
        var strand = content.Statements.GroupBy(row => row.Strand).First(rows => rows.Count() >= 3).ToList();
        var page = await ta.GetPageAsync($"{path}/{Primary}");
        Assert.Equal(content.Statements.Count * 5, page.QuerySelectorAll("input[type=radio]").Length);
        Assert.Contains("No chance to observe", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(content.Note, page.Body.TextContent, StringComparison.Ordinal);

        var answer = await ta.PostAsync($"{path}/{Primary}", page.FormFields("form:has([name=Wording])").With(
            ($"Answers[{strand[0].Id}]", "3"), ($"Answers[{strand[1].Id}]", "none"), ($"Answers[{strand[2].Id}]", "0"), ("Note", "Listened to <b>Owl Babies</b>")));

        Assert.Equal($"{pupil.CyclePath}/assess#checklists", answer.Headers.Location?.ToString());
        var result = (await ta.GetPageAsync($"{pupil.CyclePath}/assess")).QuerySelector("[aria-labelledby=checklists]");
        var row = result!.QuerySelectorAll("tbody tr").Single(known => known.Children[0].FirstChild!.TextContent.Trim() == strand[0].Strand);
        Assert.Equal([strand[0].Strand, "1 of 2", "–", "–", "1 of 2", "1"], row!.Children.Select(cell => cell.FirstChild!.TextContent.Trim()));
        Assert.Contains(content.Note, result.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>Owl Babies</b>", result.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("total", result.QuerySelector("table")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(RecordEventKind.ChecklistAnswered, await app.ReadEventsAsync(pupil));
        var all = await (await app.AsAsync("head")).GetPageAsync(result.QuerySelector("a[href*='/answers/']")!.GetAttribute("href")!);
        Assert.Contains("No chance to observe", all.QuerySelectorAll(".govuk-summary-list__row").Single(known => known.TextContent.Contains(strand[1].Text, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenTheChecklistWasChangedMeanwhile_KeepsTheVersionThatWasAnswered()
    {
        var pupil = await app.School.AddPupilAsync("Versioner", stage: CycleStage.Assess);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var path = $"{pupil.CyclePath}/assess/checklists/{Secondary}";
        var first = ChecklistReads.Starting[Secondary].Statements[0];
        var typed = (await teacher.GetPageAsync(path)).FormFields("form:has([name=Wording])").With(($"Answers[{first.Id}]", "2"));
        var form = (await senco.GetPageAsync($"/banks/checklists/{Secondary}/change")).FormFields();
        var changed = await senco.PostAsync($"/banks/checklists/{Secondary}/change", form.With(("Statements[0].Text", "Quite other words"), ("Statements[1].Text", "")));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(path, typed)).StatusCode);

        var kept = await app.InSchoolAsync(app.School.Id, db => (from answers in db.ChecklistAnswers join cycle in db.Cycles on answers.CycleId equals cycle.Id where cycle.PupilId == pupil.Id select answers).SingleAsync());
        Assert.Equal((1, first.Text), (kept.ChecklistNumber, kept.Content.Statements[0].Text));
        Assert.Contains("Quite other words", (await teacher.GetPageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first.Text, (await teacher.GetPageAsync($"/banks/checklists/{Secondary}?version=1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first.Text, (await (await app.AsOtherSchoolAsync("senco")).GetPageAsync($"/banks/checklists/{Secondary}")).Body!.TextContent, StringComparison.Ordinal);

        // The page that the first change was made from is stale now.
        var stale = await senco.PostAsync($"/banks/checklists/{Secondary}/change", form.With(("Title", "Stale words of a colleague")));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Stale words of a colleague", (await stale.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenADraftWasLeft_GivesItBackUntilItIsKept()
    {
        var pupil = await app.School.AddPupilAsync("Draftcheck", stage: CycleStage.Assess);
        var (teacher, path) = (await app.AsAsync("teacher"), $"{pupil.CyclePath}/assess/checklists/{Primary}");
        var id = ChecklistReads.Starting[Primary].Statements[2].Id;
        var page = await teacher.GetPageAsync(path);
        Assert.Equal(path, page.QuerySelector("form[data-sen-draft]")!.GetAttribute("data-sen-draft"));
        var typed = page.FormFields("form:has([name=Wording])").With(($"Answers[{id}]", "3"), ("Note", "Half done"), ("ObservedOn.Day", "40"));
        Assert.Equal(HttpStatusCode.OK, (await teacher.PostAsync($"/drafts?page={Uri.EscapeDataString(path)}", typed)).StatusCode);

        var again = await teacher.GetPageAsync(path);
        Assert.Contains("You left this page on", again.QuerySelector("form[action*='drafts/discard']").Words());
        var fields = again.FormFields("form:has([name=Wording])");
        Assert.Equal(("3", "Half done", "40"), (fields[$"Answers[{id}]"], fields["Note"], fields["ObservedOn.Day"]));
        Assert.Null((await (await app.AsAsync("senco")).GetPageAsync(path)).QuerySelector("form[action*='drafts/discard']"));

        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(path, fields.With(("ObservedOn.Day", $"{TestSchool.Today.Day}")))).StatusCode);
        Assert.Null((await teacher.GetPageAsync(path)).QuerySelector("form[action*='drafts/discard']"));
    }

    [Fact]
    public async Task Save_WhenItCannotBeKept_Answers400WithEverythingAnswered()
    {
        var pupil = await app.School.AddPupilAsync("Emptycheck", stage: CycleStage.Assess);
        var senco = await app.AsAsync("senco");
        var path = $"{pupil.CyclePath}/assess/checklists/{Primary}";
        var page = await senco.GetPageAsync(path);
        var fields = page.FormFields("form:has([name=Wording])");
        var id = ChecklistReads.Starting[Primary].Statements[3].Id;
        async Task Refused(FormFields posted, string message)
        {
            var answer = await senco.PostAsync(path, posted);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var again = await answer.ReadPageAsync();
            Assert.Contains(message, again.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
            Assert.Equal(posted[$"Answers[{id}]"], again.FormFields("form:has([name=Wording])")[$"Answers[{id}]"]);
        }

        await Refused(fields, "Answer at least one statement");
        await Refused(fields.With(($"Answers[{id}]", "1"), ("ObservedOn.Year", "2199")), "must be today or earlier");
        await Refused(fields.With(($"Answers[{id}]", "none"), ("ObservedOn.Day", "45")), "Enter the last day of your observations");
        await Refused(fields.With(($"Answers[{id}]", "none"), ("Note", new string('x', 20_001))), "Examples must be 20,000 characters or fewer");
        foreach (var forged in new[] { fields.With(($"Answers[{id}]", "9")), fields.With(("Answers[no-such-statement]", "1")), fields.With(($"Answers[{id}]", "1"), ("Wording", "99")) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync(path, forged)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("other-teacher")).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync(path)).StatusCode);
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.ChecklistAnswers.CountAsync(row => db.Cycles.Any(cycle => cycle.Id == row.CycleId && cycle.PupilId == pupil.Id))));
    }

    [Fact]
    public async Task Change_WhenItCannotBeStored_Answers400()
    {
        var senco = await app.AsAsync("senco");
        var key = ChecklistReads.Starting.Keys.First(known => known.EndsWith("-earlyyears", StringComparison.Ordinal));
        var form = (await senco.GetPageAsync($"/banks/checklists/{key}/change")).FormFields();
        foreach (var (name, typed) in new[] { ("Title", ""), ("Note", ""), ("Statements[0].Strand", ""), ("Statements[0].Text", new string('x', 251)) })
        {
            var answer = await senco.PostAsync($"/banks/checklists/{key}/change", form.With((name, typed)));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(typed, (await answer.ReadPageAsync()).FormFields()[name]);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"/banks/checklists/{key}/change", form.With(("Statements[0].Id", "forged")))).StatusCode);
    }

    [Fact]
    public async Task Hide_WhenAChecklistIsHidden_CannotBeBegun()
    {
        var pupil = await app.School.AddPupilAsync("Hider", stage: CycleStage.Assess);
        var senco = await app.AsAsync("senco");
        var key = ChecklistReads.Starting.Keys.Last();
        await senco.PostAsync($"/banks/checklists/{key}/hide", (await senco.GetPageAsync("/banks/checklists")).FormFields($"form[action$='{key}/hide']"));
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{pupil.CyclePath}/assess/checklists/{key}")).StatusCode);
        await senco.PostAsync($"/banks/checklists/{key}/show", (await senco.GetPageAsync("/banks/checklists")).FormFields($"form[action$='{key}/show']"));
        Assert.Equal(HttpStatusCode.OK, (await senco.GetAsync($"{pupil.CyclePath}/assess/checklists/{key}")).StatusCode);
    }
}
