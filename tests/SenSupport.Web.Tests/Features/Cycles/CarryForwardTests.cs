using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Pdf.Tests;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class CarryForwardTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Save_WhenATargetIsReformulated_ShowsOldAndNewWordsEverywhere()
    {
        var pupil = await CarriedAsync("Smaller");
        var senco = await app.AsAsync("senco");
        var fields = await FieldsAsync(senco, pupil);
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With(
            (fields.Field("Targets", 0, "Statement"), "Retells a story with a picture to help"),
            (fields.Field("Targets", 0, "Reformulated"), "SmallerStep"),
            (fields.Field("Targets", 0, "ReformulatedNote"), "One picture instead of four")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var target = Assert.Single((await app.ReadCycleAsync(pupil)).Targets);
        Assert.Equal((Reformulation.SmallerStep, "One picture instead of four"), (target.Reformulated, target.ReformulatedNote));
        var sheet = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words();
        Assert.Contains("A smaller step than in cycle 1 (partly met): One picture instead of four", sheet, StringComparison.Ordinal);
        Assert.Contains("Before: Retells a short story in order", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("is copied, not reformulated", sheet, StringComparison.Ordinal);
        var timeline = (await senco.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words();
        Assert.Contains("Target 1: how it was reformulated", timeline, StringComparison.Ordinal);
        Assert.Contains("A smaller step", timeline, StringComparison.Ordinal);
        var text = await PdfAsync(senco, pupil);
        Assert.Contains("A smaller step than in cycle 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenATargetIsCopied_SaysSoUntilSomebodySaysWhy()
    {
        var pupil = await CarriedAsync("Copied");
        var senco = await app.AsAsync("senco");
        var share = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words();
        Assert.Contains("Target 1 is copied, not reformulated", share, StringComparison.Ordinal);
        Assert.Contains("Not reformulated Copied from cycle 1 (partly met), not reformulated", share, StringComparison.Ordinal);

        var fields = await FieldsAsync(senco, pupil);
        var kept = (fields.Field("Targets", 0, "Reformulated"), "KeptAsItIs");
        var wrong = await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With(kept));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var again = await wrong.ReadPageAsync();
        Assert.Contains("Target 1: enter why it is kept as it is", again.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("KeptAsItIs", again.FormFields(Form)[kept.Item1]);

        await senco.PostAsync($"{pupil.CyclePath}/plan", again.FormFields(Form).With((fields.Field("Targets", 0, "ReformulatedNote"), "Ill for five weeks")));
        share = (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words();
        Assert.Contains("Kept as it is Kept as it is from cycle 1 (partly met), because: Ill for five weeks", share, StringComparison.Ordinal);
        Assert.DoesNotContain("Target 1 is copied", share, StringComparison.Ordinal);
        Assert.Contains("because: Ill for five weeks", await PdfAsync(senco, pupil), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenAWayIsForged_AnswersNotFound()
    {
        var pupil = await CarriedAsync("Forged");
        var teacher = await app.AsAsync("teacher");
        var fields = await FieldsAsync(teacher, pupil);
        foreach (var way in new[] { "Nothing", "9" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With((fields.Field("Targets", 0, "Reformulated"), way)))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With((fields.Field("Strategies", 0, "Area"), "Nothing")))).StatusCode);
    }

    [Fact]
    public async Task Save_WhenAColleagueChoseAnotherWayMeanwhile_Asks()
    {
        var pupil = await CarriedAsync("Meanwhile");
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        var mine = await FieldsAsync(teacher, pupil);
        var theirs = await FieldsAsync(senco, pupil);
        await senco.PostAsync($"{pupil.CyclePath}/plan", theirs.With((theirs.Field("Targets", 0, "Reformulated"), "OtherMeasure")));

        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", mine.With((mine.Field("Targets", 0, "Reformulated"), "OtherProvision")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Another measure", (await answer.ReadPageAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(Reformulation.OtherMeasure, (await app.ReadCycleAsync(pupil)).Targets[0].Reformulated);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Start_WhenATargetWasStoppedEarly_BringsItOverOnlyWhereItIsTicked(bool ticked, int targets)
    {
        var pupil = await app.School.AddPupilAsync($"Stopped{targets}", "Sue", CycleStage.Do);
        await ChangeAsync(pupil, cycle =>
        {
            cycle.StopTarget(cycle.Targets[0].Id, TestSchool.Today, "Moved house", false, app.School.Senco());
            cycle.GoOnToReview(app.School.Senco());
            cycle.Close(app.School.Senco());
        });
        var teacher = await app.AsAsync("teacher");
        var button = (await teacher.GetPageAsync(pupil.Path)).FormFields(".sen-identity__actions form");
        Assert.Equal($"{pupil.Path}/cycles/start", (await teacher.PostAsync($"{pupil.Path}/cycles", button)).Headers.Location!.OriginalString);

        var page = await teacher.GetPageAsync($"{pupil.Path}/cycles/start");
        Assert.Contains("Moved house", page.QuerySelector("details").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name=Stopped][checked]"));
        var form = page.FormFields("form.sen-panel");
        await teacher.PostAsync($"{pupil.Path}/cycles", ticked ? form.With(("Stopped", $"{pupil.TargetIds[0]}")) : form);
        Assert.Equal(targets, (await app.ReadCycleAsync(pupil with { CycleNumber = 2 })).Targets.Count);
    }

    [Fact]
    public async Task Start_WhenATargetIsForged_IsRefusedAndOpensNothing()
    {
        var pupil = await app.School.AddPupilAsync("ForgedStart", "Flo", closedCycles: 1);
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync(pupil.Path)).FormFields(".sen-identity__actions form").With(("IsChosen", "true"), ("Stopped", $"{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.Conflict, (await teacher.PostAsync($"{pupil.Path}/cycles", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.Path}/cycles/start")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync($"{pupil.Path}/cycles/start")).StatusCode);
    }

    [Fact]
    public async Task Save_WhenAStrategyIsForAnAreaOfNeed_CountsWhereNeedsAreCovered()
    {
        var pupil = await app.School.AddPupilAsync("Covered", "Cleo", CycleStage.Plan);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = db.Pupils.Where(known => known.Id == pupil.Id).Single();
            db.Attach(row);
            row.RecordNeeds([("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], TestSchool.Today, app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Contains("Nothing planned yet", page.QuerySelector(".sen-areas").Words(), StringComparison.Ordinal);
        Assert.Equal($"{pupil.Path}/records/add?kind=ProvisionEnough", page.QuerySelector("a[href*=ProvisionEnough]")!.GetAttribute("href"));

        var fields = page.FormFields(Form);
        await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With((fields.Field("Strategies", 0, "Area"), "SocialEmotionalMentalHealth")));
        page = await senco.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Contains("SEMH no target, no provision, 1 strategy", page.QuerySelector(".sen-areas").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing planned for", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhenItHasSixtyTargets_IsShownSavedAndPrinted()
    {
        var pupil = await app.School.AddPupilAsync("Sixty", "Sol", CycleStage.Plan);
        await ChangeAsync(pupil, cycle => cycle.WritePlan(
            cycle.Plan() with { Targets = [.. Enumerable.Range(1, 60).Select(number => new TargetContent(Guid.CreateVersion7(), Statement: $"Step number {number} of sixty"))] }, app.School.Senco()));
        var senco = await app.AsAsync("senco");
        var fields = await FieldsAsync(senco, pupil);

        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With((fields.Field("Targets", 59, "Baseline"), "Nearly there")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((60, "Nearly there"), (cycle.Targets.Count, cycle.Targets.MaxBy(target => target.Position)!.Baseline));
        Assert.Contains("Step number 60 of sixty", await PdfAsync(senco, pupil), StringComparison.Ordinal);
        Assert.Contains("Target 60: Step number 60 of sixty", (await senco.GetPageAsync($"{pupil.CyclePath}/plan/share")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    private async Task<TestPupil> CarriedAsync(string surname)
    {
        var pupil = await app.School.AddPupilAsync(surname, stage: CycleStage.Assess, closedCycles: 1);
        await ChangeAsync(pupil, cycle => cycle.FinishAssessment(app.School.Senco()));
        return pupil;
    }

    private Task<int> ChangeAsync(TestPupil pupil, Action<SupportCycle> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        change(Web.Features.Shared.Saving.CycleSaver.Whole(db, db.Pupils, pupil.Id, pupil.CycleNumber).AsEnumerable().Single());
        return await db.SaveChangesAsync();
    });

    private static async Task<FormFields> FieldsAsync(HttpClient client, TestPupil pupil) => (await client.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);

    private static async Task<string> PdfAsync(HttpClient client, TestPupil pupil) => PageText.Whole(new PdfFile(await client.GetByteArrayAsync($"{pupil.CyclePath}/plan.pdf?version=draft")));
}
