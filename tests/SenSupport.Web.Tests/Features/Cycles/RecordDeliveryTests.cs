using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class RecordDeliveryTests(TestApp app)
{
    private const string MarkForm = "main form[action$='/marks']", NoteForm = "main form[action$='/notes']";

    [Theory]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("senco")]
    public async Task Mark_WhenTapped_IsKeptWithWhoAndWhen(string role)
    {
        var pupil = await app.School.AddPupilAsync("Tap", "Tara", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync(role);
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(MarkForm);

        var first = await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", "-1")));
        await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", "2")));

        Assert.Equal($"{pupil.CyclePath}/do#target-{pupil.TargetIds[0]}", first.Headers.Location!.OriginalString);
        var target = Assert.Single((await CycleAsync(pupil)).Targets);
        Assert.Equal((-1, 2, 2, TestSchool.Today), (target.FirstMark, target.LatestMark, target.MarkCount, target.MarkedOn));
        var page = await client.GetPageAsync($"{pupil.CyclePath}/do");
        Assert.StartsWith("+2", page.QuerySelector(".sen-tap [aria-pressed=true]").Words());
        Assert.Equal(["+2 Much more", "−1 Less"], page.QuerySelectorAll(".sen-target details li strong").Select(mark => mark.Words()));
        Assert.Contains("Progress marked: target 1: +2 much more", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("/my-pupils?class=1#card", "/my-pupils?class=1#card")]
    [InlineData("https://evil.example/", null)]
    [InlineData("//evil.example/", null)]
    [InlineData("/\\evil.example", null)]
    public async Task Mark_WhenReturnAddressIsGiven_GoesThereOnlyWithinTheSite(string returnUrl, string? expected)
    {
        var pupil = await app.School.AddPupilAsync("Return", "Remi", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(MarkForm);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", "0"), ("ReturnUrl", returnUrl)));

        Assert.Equal(expected ?? $"{pupil.CyclePath}/do#target-{pupil.TargetIds[0]}", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-3")]
    [InlineData("")]
    [InlineData("more")]
    public async Task Mark_WhenItIsNoneOfTheFive_IsRefusedAndNothingChanges(string mark)
    {
        var pupil = await app.School.AddPupilAsync("Wrong", "Wim", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(MarkForm);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", mark)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary"));
        Assert.Equal(0, Assert.Single((await CycleAsync(pupil)).Targets).MarkCount);
    }

    [Fact]
    public async Task Mark_WhenTargetIsOfAnotherPupil_IsRefusedAndNothingChanges()
    {
        var pupil = await app.School.AddPupilAsync("Forged", "Flo", CycleStage.Do);
        var other = await app.School.AddPupilAsync("Victim", "Vic", CycleStage.Do, classId: app.School.OtherClassId, responsible: "other-teacher");
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(MarkForm);

        var forgedTarget = await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", "1"), ("Target", $"{other.TargetIds[0]}")));
        var forgedPupil = await client.PostAsync($"{other.CyclePath}/do/marks", form.With(("Mark", "1"), ("Target", $"{other.TargetIds[0]}")));
        var forgedCycle = await client.PostAsync($"{pupil.Path}/cycles/7/do/marks", form.With(("Mark", "1")));

        Assert.Equal(HttpStatusCode.Conflict, forgedTarget.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, forgedPupil.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, forgedCycle.StatusCode);
        Assert.Equal(0, Assert.Single((await CycleAsync(pupil)).Targets).MarkCount);
        Assert.Equal(0, Assert.Single((await CycleAsync(other)).Targets).MarkCount);
    }

    [Fact]
    public async Task Mark_WhenSeveralTapAtOnce_KeepsEveryMark()
    {
        var pupil = await app.School.AddPupilAsync("Together", "Toni", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(MarkForm);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(tap => client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", $"{tap - 1}")))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(4, Assert.Single((await CycleAsync(pupil)).Targets).MarkCount);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("other-teacher")]
    [InlineData("office")]
    [InlineData("governor")]
    public async Task Post_WhenPersonMayNotDeliver_AnswersNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Looker", "Lou", CycleStage.Do);
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");

        var mark = await client.PostAsync($"{pupil.CyclePath}/do/marks", token.With(("Mark", "1"), ("Target", $"{pupil.TargetIds[0]}")));
        var note = await client.PostAsync($"{pupil.CyclePath}/do/notes", token.With(("Text", "A note"), ("On.Day", "1"), ("On.Month", "1"), ("On.Year", "2026")));

        Assert.Equal(HttpStatusCode.NotFound, mark.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, note.StatusCode);
        var cycle = await CycleAsync(pupil);
        Assert.Empty(cycle.Notes);
        Assert.Equal(0, Assert.Single(cycle.Targets).MarkCount);
    }

    [Fact]
    public async Task Show_WhenHead_HasNothingToPress()
    {
        var pupil = await app.School.AddPupilAsync("Reader", "Rae", CycleStage.Do);

        var page = await (await app.AsAsync("head")).GetPageAsync($"{pupil.CyclePath}/do");

        Assert.Contains("Retells a short story", page.QuerySelector("main").Words());
        Assert.Contains("Narrative group 20 minutes, 3 times a week, group of 4", page.QuerySelector("[aria-labelledby=h-prov]").Words());
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task AddNote_WhenComplete_IsShownAndEscaped()
    {
        var pupil = await app.School.AddPupilAsync("Noted", "Nell", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync("ta");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(NoteForm);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/notes", form.With(("Text", "Told the story <b>twice</b> 🙂\r\nwith pictures\u0007")));

        Assert.Equal($"{pupil.CyclePath}/do#notes", answer.Headers.Location!.OriginalString);
        var note = Assert.Single((await CycleAsync(pupil)).Notes);
        Assert.Equal(("Told the story <b>twice</b> 🙂\nwith pictures", "Harjit Kaur", TestSchool.Today), (note.Text, note.StaffName, note.On));
        Assert.Contains("Told the story <b>twice</b> 🙂", (await client.GetPageAsync($"{pupil.CyclePath}/do")).QuerySelector("[aria-labelledby=notes]").Words());
    }

    [Theory]
    [InlineData("", "1", "2", "2026", "Text", "Enter the note")]
    [InlineData("long", "1", "2", "2026", "Text", "The note must be 20,000 characters or fewer")]
    [InlineData("A note", "31", "2", "2026", "On", "Enter a real date, such as 27 3 2027")]
    [InlineData("A note", "", "", "", "On", "Enter the date")]
    [InlineData("A note", "1", "1", "2190", "On", "The date must be from")]
    [InlineData("A note", "1", "1", "1990", "On", "The date must be from")]
    public async Task AddNote_WhenSomethingIsWrong_SaysSoAndKeepsWhatWasTyped(string text, string day, string month, string year, string field, string message)
    {
        var typed = text == "long" ? new string('a', 20_001) : text;
        var pupil = await app.School.AddPupilAsync("Mistake", "Mia", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(NoteForm);

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/notes", form.With(("Text", typed), ("On.Day", day), ("On.Month", month), ("On.Year", year)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        var link = Assert.Single(page.QuerySelectorAll(".govuk-error-summary a"));
        Assert.Equal($"#{field}", link.GetAttribute("href"));
        Assert.StartsWith(message, link.Words());
        Assert.NotNull(page.GetElementById(field));
        Assert.NotNull(page.QuerySelector(".govuk-error-message"));
        var again = page.FormFields(NoteForm);
        Assert.Equal((typed, day, month, year), (again["Text"], again["On.Day"], again["On.Month"], again["On.Year"]));
        Assert.Empty((await CycleAsync(pupil)).Notes);
    }

    [Fact]
    public async Task AddNote_WhenItIsLongestAllowed_IsKept()
    {
        var pupil = await app.School.AddPupilAsync("Longest", "Lars", CycleStage.Do);
        var client = await app.AsAsync("teacher");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(NoteForm);

        await client.PostAsync($"{pupil.CyclePath}/do/notes", form.With(("Text", new string('a', 20_000))));

        Assert.Equal(20_000, Assert.Single((await CycleAsync(pupil)).Notes).Text.Length);
    }

    [Theory]
    [InlineData(CycleStage.Assess, "The assessment comes first", "/assess")]
    [InlineData(CycleStage.Plan, "The plan is being written", "/plan")]
    public async Task Show_WhenSupportHasNotBegun_ExplainsAndOffersTheNextStep(CycleStage stage, string words, string next)
    {
        var pupil = await app.School.AddPupilAsync("Before", "Bea", stage);

        var page = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/do");

        Assert.Contains(words, page.QuerySelector("main").Words());
        Assert.Equal(pupil.CyclePath + next, page.QuerySelector("main .sen-actions a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Post_WhenCycleIsClosed_IsRefusedInWords()
    {
        var pupil = await app.School.AddPupilAsync("Shut", "Shay", closedCycles: 1);
        var client = await app.AsAsync("teacher");
        var page = await client.GetPageAsync($"{pupil.Path}/cycles/1/do");
        var token = page.FormFields("form[action='/account/sign-out']");

        var mark = await client.PostAsync($"{pupil.Path}/cycles/1/do/marks", token.With(("Mark", "1"), ("Target", $"{pupil.TargetIds[0]}")));
        var note = await client.PostAsync($"{pupil.Path}/cycles/1/do/notes", token.With(("Text", "Too late, sorry"), ("On.Day", "1"), ("On.Month", "1"), ("On.Year", "2026")));

        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Conflict, mark.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, note.StatusCode);
        var refused = (await note.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Contains("closed", refused);
        Assert.Contains("Too late, sorry", refused);
    }

    [Fact]
    public async Task AddNote_WhenADraftWasKept_ComesBackUntilItIsAdded()
    {
        var pupil = await app.School.AddPupilAsync("Kept", "Kit", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync("ta");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields(NoteForm);

        var kept = await client.PostAsync($"/drafts?page={pupil.CyclePath}/do", form.With(("Text", "Half a sen"), ("On.Day", "3")));
        var back = await client.GetPageAsync($"{pupil.CyclePath}/do");
        var teacher = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/do");
        await client.PostAsync($"{pupil.CyclePath}/do/notes", back.FormFields(NoteForm).With(("On.Day", form["On.Day"]!)));
        var after = await client.GetPageAsync($"{pupil.CyclePath}/do");

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(("Half a sen", "3"), (back.FormFields(NoteForm)["Text"], back.FormFields(NoteForm)["On.Day"]));
        Assert.Contains("What you had typed is back", back.QuerySelector("[aria-labelledby=notes]").Words());
        Assert.Equal("", teacher.FormFields(NoteForm)["Text"]);
        Assert.Equal("", after.FormFields(NoteForm)["Text"]);
        Assert.Contains("Half a sen", after.QuerySelector("[aria-labelledby=notes] .moj-timeline").Words());
    }

    [Fact]
    public async Task Show_WhenThereAreMarksAndNotes_TakesFourCommandsAtMost()
    {
        var pupil = await app.School.AddPupilAsync("Quick", "Quin", CycleStage.Review);
        var client = await app.AsAsync("teacher");
        var page = await client.GetPageAsync($"{pupil.CyclePath}/do");
        await client.PostAsync($"{pupil.CyclePath}/do/marks", page.FormFields(MarkForm).With(("Mark", "1")));
        await client.PostAsync($"{pupil.CyclePath}/do/notes", page.FormFields(NoteForm).With(("Text", "A note")));

        using var commands = new SqlCommands(app);
        page = await client.GetPageAsync($"{pupil.CyclePath}/do");

        Assert.InRange(commands.Texts.Count, 1, 4);
        Assert.Single(page.QuerySelectorAll(".sen-target details li"));
        Assert.Contains("A note", page.QuerySelector("[aria-labelledby=notes]").Words());
    }

    [Fact]
    public async Task Show_WhenOfAnotherSchoolOrUnknown_AnswersNotFound()
    {
        var pupil = await app.School.AddPupilAsync("Far", "Fox", CycleStage.Do);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.CyclePath}/do")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"{pupil.Path}/cycles/5/do")).StatusCode);
    }

    private Task<SupportCycle> CycleAsync(TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.Cycles
        .Include(cycle => cycle.Targets).Include(cycle => cycle.Notes).AsNoTracking().FirstAsync(cycle => cycle.PupilId == pupil.Id && cycle.Number == pupil.CycleNumber));
}
