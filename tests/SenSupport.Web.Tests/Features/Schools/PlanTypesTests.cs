using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Pdf.Tests;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Schools;

/// <summary>A school of its own: what it offers decides what other tests are asked when a cycle begins.</summary>
public sealed class PlanTypesSchool(TestApp app) : IAsyncLifetime
{
    public TestSchool School { get; private set; } = null!;

    public HttpClient Senco { get; private set; } = null!;

    public HttpClient Teacher { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(app, "Pinetree Primary School", "pinetree");
        Senco = await app.SignInAsync("senco@pinetree.example");
        Teacher = await app.SignInAsync("teacher@pinetree.example");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(nameof(TestApp))]
public sealed class PlanTypesTests(TestApp app, PlanTypesSchool pinetree) : IClassFixture<PlanTypesSchool>
{
    private const string List = "/school/plan-types";

    [Theory]
    [InlineData("teacher")]
    [InlineData("assistant")]
    [InlineData("office")]
    [InlineData("head")]
    public async Task EveryPage_WhenRoleMayNot_AnswersNotFound(string role)
    {
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");
        foreach (var address in new[] { List, $"{List}/add", $"{List}/usual" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
        }

        foreach (var address in new[] { $"{List}/add", $"{List}/usual", $"{List}/usual/retire", $"{List}/usual/offer", $"{List}/usual/default" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(address, token)).StatusCode);
        }
    }

    [Fact]
    public async Task Add_WhenSaved_IsOfferedWhenACycleBeginsAndItsWordsAreOnPageAndPaper()
    {
        var key = await AddAsync("Individual support plan", form => form
            .With(("Sections[8].Heading", "What adults do"), ("Sections[8].Help", "Three at most"), ("Sections[11].Heading", "My promise"))
            .Without("Sections[7].IsUsed"));
        var pupil = await pinetree.School.AddPupilAsync("Typed", "Tara");

        var start = await StartAsync(pupil);
        var offered = start.QuerySelectorAll(".govuk-radios__label").Select(label => label.Words()).ToList();
        Assert.Equal(PlanTemplate.UsualName, offered[0]);
        Assert.Contains("Individual support plan", offered);
        var answer = await pinetree.Teacher.PostAsync($"{pupil.Path}/cycles", start.FormFields("form.sen-panel").With(("PlanType", key)));
        Assert.Equal($"{pupil.Path}/cycles/1", answer.Headers.Location!.OriginalString);
        await PlanAsync(pupil);

        var plan = await pinetree.Teacher.GetPageAsync($"{pupil.Path}/cycles/1/plan");
        Assert.StartsWith("Individual support plan", plan.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(["Long-term outcomes", "Targets", "What adults do", "Provision", "At home, My promise, and when we look again"], Headings(plan));
        Assert.Contains("Three at most", plan.QuerySelector("main").Words(), StringComparison.Ordinal);
        using var draft = await pinetree.Senco.GetAsync($"{pupil.Path}/cycles/1/plan.pdf");
        Assert.Equal("Individual-support-plan-Typed-Tara-cycle-1-draft.pdf", draft.Content.Headers.ContentDisposition!.FileNameStar);
        var text = PageText.Whole(new PdfFile(await draft.Content.ReadAsByteArrayAsync()));
        Assert.Contains("Individual support plan: Tara Typed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SEN Support Plan", text, StringComparison.Ordinal);
        Assert.Contains("Cycle 1 opened: Individual support plan", (await pinetree.Teacher.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WhileACycleIsOpen_LeavesItAsItWasAndRetiringDoesToo()
    {
        var key = await AddAsync("Targeted support plan", form => form.With(("Sections[9].Heading", "Extra help")));
        var pupil = await pinetree.School.AddPupilAsync("Keeps", "Kit");
        await pinetree.Teacher.PostAsync($"{pupil.Path}/cycles", (await StartAsync(pupil)).FormFields("form.sen-panel").With(("PlanType", key)));
        await PlanAsync(pupil);

        var page = await pinetree.Senco.GetPageAsync($"{List}/{key}");
        var form = Form(page);
        var answer = await pinetree.Senco.PostAsync($"{List}/{key}", form.With(("Name", "Targeted plan"), ("Sections[9].Heading", "Another heading"), ("go", "save")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        // A page from before that is saved now does not save over it.
        Assert.Equal(HttpStatusCode.Conflict, (await pinetree.Senco.PostAsync($"{List}/{key}", form.With(("Name", "Stale"), ("go", "save")))).StatusCode);
        var listed = await pinetree.Senco.GetPageAsync(List);
        Assert.Contains("Targeted plan", listed.QuerySelector("table").Words(), StringComparison.Ordinal);
        Assert.Contains("1 cycle, 1 open", listed.QuerySelector("table").Words(), StringComparison.Ordinal);
        var retire = await pinetree.Senco.PostAsync($"{List}/{key}/retire", listed.FormFields($"form[action='{List}/{key}/retire']"));
        Assert.Equal(HttpStatusCode.Redirect, retire.StatusCode);

        var plan = await pinetree.Teacher.GetPageAsync($"{pupil.Path}/cycles/1/plan");
        Assert.StartsWith("Targeted support plan", plan.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Contains("Extra help", Headings(plan));
        var other = await pinetree.School.AddPupilAsync("Later", "Leo");
        var answerToRetired = await pinetree.Teacher.PostAsync($"{other.Path}/cycles", Token(plan).With(("IsChosen", "true"), ("PlanType", key)));
        Assert.Equal(HttpStatusCode.BadRequest, answerToRetired.StatusCode);
        Assert.Contains("no longer offered", (await answerToRetired.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_WhenChosen_ComesFirstAndCannotBeRetired()
    {
        var key = await AddAsync("My plan");
        var listed = await pinetree.Senco.GetPageAsync(List);
        await pinetree.Senco.PostAsync($"{List}/{key}/default", listed.FormFields($"form[action='{List}/{key}/default']"));
        var pupil = await pinetree.School.AddPupilAsync("Default", "Dee");
        Assert.Equal("My plan", (await StartAsync(pupil)).QuerySelector(".govuk-radios__label").Words());

        var refused = await pinetree.Senco.PostAsync($"{List}/{key}/retire", listed.FormFields($"form[action='{List}/{key}/retire']"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("New cycles begin with this type", (await refused.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Plan that new cycles begin with", (await pinetree.Senco.GetPageAsync("/school/settings")).QuerySelector("main").Words(), StringComparison.Ordinal);

        await pinetree.Senco.PostAsync($"{List}/usual/default", (await pinetree.Senco.GetPageAsync(List)).FormFields($"form[action='{List}/usual/default']"));
        Assert.Equal(PlanTemplate.UsualName, (await StartAsync(pupil)).QuerySelector(".govuk-radios__label").Words());
    }

    [Theory]
    [InlineData("", "Enter what the plan is called")]
    [InlineData("SEN support plan", "There is a plan called SEN support plan already")]
    public async Task Add_WhenTheNameIsWrong_KeepsWhatWasTyped(string name, string message)
    {
        var page = await pinetree.Senco.GetPageAsync($"{List}/add");
        var answer = await pinetree.Senco.PostAsync($"{List}/add", Form(page).With(("Name", name), ("Sections[8].Heading", "Ours"), ("go", "save")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await answer.ReadPageAsync();
        Assert.Contains(message, again.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("Ours", Form(again)["Sections[8].Heading"]);
    }

    [Fact]
    public async Task Write_WhenMovedAndPreviewed_ShowsItAndSavesNothing()
    {
        var page = await pinetree.Senco.GetPageAsync($"{List}/usual");
        var moved = await (await pinetree.Senco.PostAsync($"{List}/usual", Form(page).With(("Name", "Ours"), ("Sections[9].Heading", "Extra"), ("move", "9-up")))).ReadPageAsync();
        Assert.Equal(("Provision", "Extra"), (Form(moved)["Sections[8].Section"], Form(moved)["Sections[8].Heading"]));
        var shown = await (await pinetree.Senco.PostAsync($"{List}/usual", Form(moved).With(("go", "preview")))).ReadPageAsync();
        var headings = shown.QuerySelectorAll("#preview h2").Select(heading => heading.Words()).ToList();
        Assert.True(headings.IndexOf("Extra") > 0 && headings.IndexOf("Extra") < headings.IndexOf("Strategies and adjustments"));
        using var pdf = await pinetree.Senco.PostAsync($"{List}/usual", Form(moved).With(("go", "pdf")));
        Assert.Contains("Ours: Sam Example", PageText.Whole(new PdfFile(await pdf.Content.ReadAsByteArrayAsync())), StringComparison.Ordinal);
        Assert.False(await app.InSchoolAsync(pinetree.School.Id, db => db.PlanTypes.AnyAsync(type => type.Key == PlanType.UsualKey)));
        foreach (var forged in new[] { Form(page).With(("move", "0-up")), Form(page).With(("Sections[3].Section", "Nothing")), Form(page).With(("Sections[3].Section", "People")) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await pinetree.Senco.PostAsync($"{List}/usual", forged)).StatusCode);
        }
    }

    [Fact]
    public async Task Show_WhenTheTypeIsAnotherSchools_AnswersNotFound()
    {
        var key = await AddAsync("Private plan");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"{List}/{key}")).StatusCode);
    }

    private async Task<string> AddAsync(string name, Func<FormFields, FormFields>? change = null)
    {
        var form = Form(await pinetree.Senco.GetPageAsync($"{List}/add")).With(("Name", name), ("go", "save"));
        Assert.Equal(HttpStatusCode.Redirect, (await pinetree.Senco.PostAsync($"{List}/add", change?.Invoke(form) ?? form)).StatusCode);
        var types = await app.InSchoolAsync(pinetree.School.Id, db => db.PlanTypes.Include(type => type.Versions).ToListAsync());
        return types.Single(type => type.Template.Name == name).Key;
    }

    private async Task<IHtmlDocument> StartAsync(TestPupil pupil)
    {
        var button = (await pinetree.Teacher.GetPageAsync(pupil.Path)).FormFields(".sen-identity__actions form");
        var answer = await pinetree.Teacher.PostAsync($"{pupil.Path}/cycles", button);
        Assert.Equal($"{pupil.Path}/cycles/start", answer.Headers.Location!.OriginalString);
        return await pinetree.Teacher.GetPageAsync($"{pupil.Path}/cycles/start");
    }

    private async Task PlanAsync(TestPupil pupil) =>
        await pinetree.Teacher.PostAsync($"{pupil.Path}/cycles/1/assess/finish", (await pinetree.Teacher.GetPageAsync($"{pupil.Path}/cycles/1/plan")).FormFields("main form"));

    private static FormFields Form(IHtmlDocument page) => page.FormFields("main form");

    private static FormFields Token(IHtmlDocument page) => page.FormFields("form[action='/account/sign-out']");

    private static IEnumerable<string> Headings(IHtmlDocument page) => page.QuerySelectorAll("form[data-sen-draft] h2:not(nav h2):not(#needs)").Select(heading => heading.Words());
}
