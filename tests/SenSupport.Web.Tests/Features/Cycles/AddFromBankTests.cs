using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class AddFromBankTests(TestApp app)
{
    private const string Plan = "form[data-sen-draft]", Pick = "form:has(.sen-bank)";

    [Fact]
    public async Task Add_WhenATargetIsChosenWhileThePlanIsTyped_KeepsWhatWasTypedAndFillsInThePupil()
    {
        var pupil = await app.School.AddPupilAsync("Pickford", "Zelda", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var typed = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan).With(("AtHome", "Typed and not saved"));
        var go = await teacher.PostAsync($"{pupil.CyclePath}/plan", typed.With(("go", "targets")));
        Assert.Equal($"{pupil.CyclePath}/plan/add/targets?area=pupil&need=pupil&phase=KS2", go.Headers.Location?.ToString());

        var bank = await teacher.GetPageAsync($"{go.Headers.Location}");
        var items = bank.QuerySelectorAll(".sen-bank__item");
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Contains("SLCN", item.Words(), StringComparison.Ordinal));
        Assert.Contains("Zelda will", bank.QuerySelector(".sen-bank")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{", bank.QuerySelector(".sen-bank")!.TextContent, StringComparison.Ordinal);

        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan/add/targets", bank.FormFields(Pick).And([("keys", "past-tense-in-news")]));

        Assert.StartsWith($"{pupil.CyclePath}/plan?added=new-", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        var page = await teacher.GetPageAsync($"{answer.Headers.Location}".Split('#')[0]);
        var form = page.FormFields(Plan);
        Assert.Equal("Typed and not saved", form["AtHome"]);
        var starting = StartingBank.Targets["past-tense-in-news"];
        Assert.Equal(starting.Statement.Replace("{name}", "Zelda").Replace("{they}", "she").Replace("{their}", "her").Replace("{them}", "her"), form[form.Field("Targets", 1, "Statement")]);
        Assert.Equal("", form[form.Field("Targets", 1, "Baseline")]);
        Assert.Equal(starting.SuccessCriterion, form[form.Field("Targets", 1, "SuccessCriterion")]);
        Assert.Contains("1 target is in the plan", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("without saving", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#added"));
        Assert.Single((await app.ReadCycleAsync(pupil)).Targets);

        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", form.With(("go", "draft")))).StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        var saved = cycle.Targets.OrderBy(target => target.Position).Last();
        Assert.Equal(("past-tense-in-news", AreaOfNeed.CommunicationAndInteraction), (saved.FromBank, saved.Area));
        Assert.Contains(cycle.Outcomes, outcome => outcome.Id == saved.OutcomeId && outcome.Text.StartsWith("Zelda", StringComparison.Ordinal));
        Assert.True(saved.ByWhen <= cycle.ReviewOn);
    }

    [Fact]
    public async Task Add_WhenProvisionIsChosen_FillsTheCataloguesFigures()
    {
        var pupil = await app.School.AddPupilAsync("Provost", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var row = StartingBank.Interventions.First(known => known is { SessionMinutes: not null, TimesAWeek: not null, GroupSize: not null });
        var bank = await senco.GetPageAsync($"{pupil.CyclePath}/plan/add/provision");
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan/add/provision", bank.FormFields(Pick).And([("keys", row.Id)]));
        var form = (await senco.GetPageAsync($"{answer.Headers.Location}".Split('#')[0])).FormFields(Plan);

        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{pupil.CyclePath}/plan", form.With(("go", "draft")))).StatusCode);

        var saved = (await app.ReadCycleAsync(pupil)).Provision.OrderBy(known => known.Position).Last();
        Assert.Equal((row.Name, row.SessionMinutes, row.TimesAWeek, row.GroupSize, row.DeliveredBy), (saved.What, saved.Minutes, saved.TimesAWeek, saved.GroupSize, saved.DeliveredBy));
        Assert.Equal((await app.ReadCycleAsync(pupil)).StartsOn, saved.From);
    }

    [Fact]
    public async Task Add_WhenAStrategyStoodInAnEarlierCycle_SaysHowItsTargetsEnded()
    {
        var pupil = await app.School.AddPupilAsync("Stratford", stage: CycleStage.Plan, closedCycles: 1);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync("/banks/strategies/add")).FormFields().With(("Title", "Say the name, pause, then give one instruction"), ("Text", "And wait."), ("Area", "CommunicationAndInteraction"));
        await senco.PostAsync("/banks/strategies/add", form);

        var items = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/add/strategies?search=then+give+one+instruction")).QuerySelectorAll(".sen-bank__item");

        Assert.Contains(items, item => item.Words().Contains("Used in cycle 1: 0 of 1 target met", StringComparison.Ordinal));
        Assert.Contains("Used in cycle 1: 0 of 1 target met", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("[data-sen-row=strategy]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhenAnEntryWasRetiredMeanwhile_AddsTheOthersAndSaysSo()
    {
        var pupil = await app.School.AddPupilAsync("Retford", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var bank = await senco.GetPageAsync($"{pupil.CyclePath}/plan/add/strategies");
        var list = await senco.GetPageAsync("/banks/strategies?search=name+first+instruction");
        await senco.PostAsync("/banks/strategies/name-first-then-instruction/hide", list.FormFields("form[action$='name-first-then-instruction/hide']"));

        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan/add/strategies", bank.FormFields(Pick).And([("keys", "name-first-then-instruction"), ("keys", "one-step-at-a-time")]));

        var page = await senco.GetPageAsync($"{answer.Headers.Location}".Split('#')[0]);
        Assert.Contains("1 strategy is in the plan. Save the plan to keep it. 1 entry was retired from the bank meanwhile.", page.Body.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("name-first-then-instruction", page.Body!.InnerHtml, StringComparison.Ordinal);

        // What a plan has of a retired entry stays.
        var form = page.FormFields(Plan);
        await senco.PostAsync($"{pupil.CyclePath}/plan", form.With((form.Field("Strategies", 1, "FromBank"), "name-first-then-instruction"), ("go", "draft")));
        Assert.Contains((await app.ReadCycleAsync(pupil)).Strategies, row => row.FromBank == "name-first-then-instruction");
        var hidden = await senco.GetPageAsync("/banks/strategies?state=hidden&search=name+first");
        await senco.PostAsync("/banks/strategies/name-first-then-instruction/show", hidden.FormFields("form[action$='name-first-then-instruction/show']"));
    }

    [Fact]
    public async Task Add_WhenNothingIsTickedOrMoreIsWanted_StaysInTheBank()
    {
        var pupil = await app.School.AddPupilAsync("Stayman", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var path = $"{pupil.CyclePath}/plan/add/targets";
        var bank = await senco.GetPageAsync($"{path}?phase=KS2");
        Assert.Equal(path, (await senco.PostAsync(path, bank.FormFields(Pick))).Headers.Location?.ToString());
        Assert.Equal($"{path}?phase=KS2", (await senco.PostAsync(path, bank.FormFields(Pick).And([("keys", "four-part-sentence"), ("more", $"{path}?phase=KS2")]))).Headers.Location?.ToString());
        Assert.Equal(path, (await senco.PostAsync(path, bank.FormFields(Pick).And([("keys", "four-part-sentence"), ("more", "https://elsewhere.example")]))).Headers.Location?.ToString());

        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan);

        Assert.Equal(2, form.Names.Count(name => name.EndsWith("].FromBank", StringComparison.Ordinal) && form[name] == "four-part-sentence"));
    }

    [Theory]
    [InlineData("targets", "no-such-entry")]
    [InlineData("strategies", "four-part-sentence")]
    [InlineData("provision", "ten-second-wait")]
    public async Task Add_WhenAKeyIsForged_Answers404AndAddsNothing(string bank, string key)
    {
        var pupil = await app.School.AddPupilAsync("Forger", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/plan/add/{bank}");
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/plan/add/{bank}", page.FormFields(Pick).And([("keys", key)]))).StatusCode);
        Assert.DoesNotContain("without saving", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenTheBankKeyIsForged_Answers404()
    {
        var pupil = await app.School.AddPupilAsync("Longkey", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var form = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Plan);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.CyclePath}/plan", form.With((form.Field("Targets", 0, "FromBank"), new string('x', 101))))).StatusCode);
    }

    [Theory]
    [InlineData("other-teacher")]
    [InlineData("ta")]
    [InlineData("head")]
    public async Task List_WhenThePersonDoesNotWriteThePlan_Answers404(string role)
    {
        var pupil = await app.School.AddPupilAsync("Outsider", stage: CycleStage.Plan);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.CyclePath}/plan/add/targets")).StatusCode);
    }

    [Fact]
    public async Task List_WhenTheCycleIsNotBeingPlanned_Answers404()
    {
        var pupil = await app.School.AddPupilAsync("Tooearly", stage: CycleStage.Assess);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"{pupil.CyclePath}/plan/add/targets")).StatusCode);
    }
}
