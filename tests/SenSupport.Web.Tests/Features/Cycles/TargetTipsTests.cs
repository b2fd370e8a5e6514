using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

/// <summary>What the SMART helper says on the plan's page.</summary>
[Collection(nameof(TestApp))]
public sealed class TargetTipsTests(TestApp app)
{
    private const string Plan = "form[data-sen-draft]";

    [Fact]
    public async Task Show_WhenATargetLacksLetters_NamesEachBelowTheTarget()
    {
        var pupil = await app.School.AddPupilAsync("Tipton", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan);
        var page = await (await senco.PostAsync($"{pupil.CyclePath}/plan", form.With(
            (form.Field("Targets", 0, "Statement"), "Improve reading"), (form.Field("Targets", 0, "SuccessCriterion"), ""), (form.Field("Targets", 0, "ByWhen"), ""), (form.Field("Targets", 0, "Area"), ""), ("add", "strategy")))).ReadPageAsync();

        var tips = page.QuerySelectorAll(".sen-tips li").Select(tip => tip.Words()).ToList();
        Assert.StartsWith("SSpecific: “Improve” does not say what you would see. For example: ", tips[0], StringComparison.Ordinal);
        Assert.Equal(["S", "M", "R", "T"], tips.Select(tip => tip[..1]));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/plan", page.FormFields(Plan).With(("go", "draft")))).StatusCode);
    }

    [Fact]
    public async Task Tips_WhileATargetIsTyped_AnswersAPieceOfThePageAndStoresNothing()
    {
        var pupil = await app.School.AddPupilAsync("Typer", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var token = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan)["__RequestVerificationToken"]!;
        var before = (await app.ReadCycleAsync(pupil)).Version;
        FormUrlEncodedContent Typed(params (string Name, string Value)[] fields) => new([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

        var weak = await teacher.PostAsync($"{pupil.CyclePath}/plan/tips", Typed(("Statement", "Be <b>good</b>"), ("Area", "SensoryPhysical"), ("ByWhen", "31/12/2026"), ("ReviewOn.Day", "1"), ("ReviewOn.Month", "12"), ("ReviewOn.Year", "2026")));
        var text = await weak.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, weak.StatusCode);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", text, StringComparison.Ordinal);
        Assert.Contains("No need is recorded in sensory and/or physical", text, StringComparison.Ordinal);
        Assert.Contains("after the review", text, StringComparison.Ordinal);
        var good = await teacher.PostAsync($"{pupil.CyclePath}/plan/tips", Typed(
            ("Statement", "Ali will ask for help with his card"), ("Baseline", "1 of 10"), ("Measure", "Tally"), ("SuccessCriterion", "8 of 10"), ("Area", "CommunicationAndInteraction"), ("ByWhen", "1 Dec 2026")));
        Assert.Contains("sen-tip--good", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await teacher.PostAsync($"{pupil.CyclePath}/plan/tips", Typed(("Statement", new string('x', 20_001))))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsOtherSchoolAsync($"{pupil.CyclePath}/plan/tips")).StatusCode);
        Assert.Equal(before, (await app.ReadCycleAsync(pupil)).Version);
        Assert.DoesNotContain("without saving", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsOtherSchoolAsync(string path)
    {
        var other = await app.AsOtherSchoolAsync("senco");
        var token = (await other.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;
        return await other.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Statement", "x")]));
    }

    [Fact]
    public async Task Show_WhenAPlanHasManyTargets_SaysSo()
    {
        var pupil = await app.School.AddPupilAsync("Manytargets", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan);
        for (var added = 0; added < 5; added++)
        {
            form = (await (await senco.PostAsync($"{pupil.CyclePath}/plan", form.With(("add", "target")))).ReadPageAsync()).FormFields(Plan);
            form = form.With((form.Field("Targets", added + 1, "Statement"), "Another"));
        }

        var page = await (await senco.PostAsync($"{pupil.CyclePath}/plan", form.With(("add", "outcome")))).ReadPageAsync();

        Assert.Contains("6 targets at a time are more than most adults can keep in mind", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
