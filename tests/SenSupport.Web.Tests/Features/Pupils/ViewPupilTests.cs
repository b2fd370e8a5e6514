using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ViewPupilTests(TestApp app)
{
    [Fact]
    public async Task Show_WhenCycleIsAtDo_HasStageTargetsStrategiesNeedsAndPeople()
    {
        var pupil = await app.School.AddPupilAsync("Kowalczyk", "Ania", CycleStage.Do, TestSchool.Today.AddDays(8), supportedBy: "ta", settled: true);

        var page = await (await app.AsAsync("senco")).GetPageAsync(pupil.Path);

        Assert.Equal("Ania Kowalczyk: overview", page.QuerySelector("h1").Words());
        Assert.Equal("Do", page.QuerySelector("[aria-current=step] a").Words());
        Assert.Equal($"{pupil.CyclePath}/do", page.QuerySelector("[aria-current=step] a")!.GetAttribute("href"));
        Assert.Contains("in 8 days", page.QuerySelector("[aria-labelledby=h-cycle]").Words());
        Assert.Contains("Retells a short story in order", page.QuerySelector(".sen-target").Words());
        Assert.Contains("Was: Two sentences. Success: Four sentences in 3 of 4 samples", page.QuerySelector(".sen-target__facts").Words());
        Assert.Equal("Say the name, pause, then give one instruction", page.QuerySelector("[aria-labelledby=h-str] li").Words());
        Assert.Contains("1. SLCN", page.QuerySelector("[aria-labelledby=h-need]").Words());
        Assert.Contains("Nothing outstanding", page.QuerySelector("[aria-labelledby=h-out]").Words());
        Assert.Contains("Tom Whitaker", page.QuerySelector("[aria-labelledby=h-ppl]").Words());
        Assert.Contains("Harjit Kaur", page.QuerySelector("[aria-labelledby=h-ppl]").Words());
        Assert.Contains("Marta Kowalczyk, mother", page.QuerySelector("[aria-labelledby=h-ppl]").Words());
        Assert.Equal($"{pupil.CyclePath}/review", page.QuerySelector(".sen-identity__actions a.govuk-button:not(.govuk-button--secondary)")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Show_WhenReviewIsOverdue_SaysSoWithItsParagraphAndLink()
    {
        var pupil = await app.School.AddPupilAsync("Late", "Lia", CycleStage.Do, TestSchool.Today.AddDays(-3));

        var page = await (await app.AsAsync("teacher")).GetPageAsync(pupil.Path);

        var duty = page.QuerySelector(".sen-duty--late");
        Assert.Contains("Review is late Code 6.53", duty.Words());
        Assert.Equal($"{pupil.CyclePath}/review", duty!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Show_WhenTargetIsMarkedTwice_ShowsStartAndNow()
    {
        var pupil = await app.School.AddPupilAsync("Marked", "Milo", CycleStage.Do);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Targets).Include(row => row.Strands).AsTracking().FirstAsync(row => row.PupilId == pupil.Id);
            cycle.MarkProgress(pupil.TargetIds[0], -1, app.School.Senco(3));
            cycle.MarkProgress(pupil.TargetIds[0], 1, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var page = await (await app.AsAsync("senco")).GetPageAsync(pupil.Path);

        Assert.Equal("+1", page.QuerySelector(".sen-target .sen-scale__step--now").Words());
        Assert.Equal("−1", page.QuerySelector(".sen-target .sen-scale__step--before").Words());
    }

    [Fact]
    public async Task Show_WhenNextCycleIsAssessed_KeepsStrategiesOfThePlanInForce()
    {
        var pupil = await app.School.AddPupilAsync("Next", "Nina", CycleStage.Assess, closedCycles: 1);

        var page = await (await app.AsAsync("senco")).GetPageAsync(pupil.Path);

        Assert.StartsWith("Cycle 2", page.QuerySelector("#h-cycle").Words());
        Assert.Equal("Say the name, pause, then give one instruction", page.QuerySelector("[aria-labelledby=h-str] li").Words());
        Assert.Equal($"{pupil.Path}/cycles/1/plan.pdf", page.QuerySelector(".sen-identity__actions a[href$='.pdf']")!.GetAttribute("href"));
        Assert.Contains("To be reformulated", page.QuerySelector(".sen-target").Words());
    }

    [Fact]
    public async Task Show_WhenThereIsNoCycle_OffersToStartOneToThoseWhoWrite()
    {
        var pupil = await app.School.AddPupilAsync("Empty", "Ella");

        var senco = await (await app.AsAsync("senco")).GetPageAsync(pupil.Path);
        var head = await (await app.AsAsync("head")).GetPageAsync(pupil.Path);

        Assert.Contains("No support cycle yet", senco.QuerySelector("main").Words());
        Assert.Equal($"{pupil.Path}/cycles", senco.QuerySelector(".sen-identity__actions form")!.GetAttribute("action"));
        Assert.Null(head.QuerySelector(".sen-identity__actions form"));
        Assert.Equal([$"/concerns/new?pupil={pupil.Id}"], head.QuerySelectorAll(".sen-identity__actions a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("senco", true)]
    [InlineData("assistant", true)]
    [InlineData("head", true)]
    [InlineData("teacher", true)]
    [InlineData("ta", true)]
    [InlineData("other-teacher", false)]
    [InlineData("finance", false)]
    [InlineData("governor", false)]
    public async Task Show_WhenRoleDiffers_AnswersByTheAccessRule(string role, bool may)
    {
        var pupil = await app.School.AddPupilAsync("Access", "Abel", CycleStage.Do, supportedBy: "ta");

        var answer = await (await app.AsAsync(role)).GetAsync(pupil.Path);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("head", false, false)]
    [InlineData("ta", false, true)]
    [InlineData("teacher", true, true)]
    public async Task Show_WhenRoleDiffers_OffersWhatItMayDo(string role, bool writes, bool delivers)
    {
        var pupil = await app.School.AddPupilAsync("Buttons", "Bo", CycleStage.Do, TestSchool.Today.AddDays(-2), supportedBy: "ta");

        var page = await (await app.AsAsync(role)).GetPageAsync(pupil.Path);

        Assert.Equal(writes, page.QuerySelector(".sen-identity__actions a[href$='/review']") is not null);
        Assert.Equal(delivers, page.QuerySelector(".sen-identity__actions a[href$='/do']") is not null);
        Assert.Equal(writes, page.QuerySelector(".sen-duty a") is not null);
    }

    [Fact]
    public async Task Show_WhenTeacherIsNotResponsible_OffersNoWriting()
    {
        var pupil = await app.School.AddPupilAsync("Shared", "Sol", CycleStage.Plan, responsible: "other-teacher");

        var page = await (await app.AsAsync("teacher")).GetPageAsync(pupil.Path);

        Assert.Null(page.QuerySelector(".sen-identity__actions a[href$='/plan']"));
        Assert.NotNull((await (await app.AsAsync("other-teacher")).GetPageAsync(pupil.Path)).QuerySelector(".sen-identity__actions a[href$='/plan']"));
    }

    [Fact]
    public async Task Show_WhenOffice_HasCodesDatesAndContactsButNoNarrative()
    {
        var pupil = await app.School.AddPupilAsync("Codes", "Cleo", CycleStage.Do, TestSchool.Today.AddDays(-3));
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.RecordDiagnosis(new DiagnosisDetails("Developmental language disorder", "N. Gallagher", TestSchool.Today.AddDays(-30)), app.School.Senco());
            row.WriteBackground("Moved house twice", app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var client = await app.AsAsync("office");

        var page = await client.GetPageAsync(pupil.Path);

        var words = page.Body.Words();
        Assert.Contains("SLCN", words);
        Assert.Contains("K, SEN Support", words);
        Assert.Contains("marta@example.org", words);
        foreach (var hidden in new[] { "Retells", "Say the name", "Review is late", "Cycle 1", "language disorder", "Moved house", "Narrative group" })
        {
            Assert.DoesNotContain(hidden, words);
        }

        Assert.Empty(page.QuerySelectorAll("a[href*='/cycles'], a[href*='/timeline']"));
        foreach (var below in new[] { "/timeline", "/cycles", "/cycles/1", "/cycles/1/do" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(pupil.Path + below)).StatusCode);
        }
    }

    [Fact]
    public async Task Show_WhenPupilIsUnknownOrOfAnotherSchool_AnswersNotFound()
    {
        var pupil = await app.School.AddPupilAsync("Elsewhere", "Eve", CycleStage.Do);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"/pupils/{Guid.NewGuid()}")).StatusCode);
        foreach (var role in new[] { "senco", "office", "teacher" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync(role)).GetAsync(pupil.Path)).StatusCode);
        }
    }

    [Fact]
    public async Task Show_WhenSomethingLooksLikeMarkup_EscapesIt()
    {
        var pupil = await app.School.AddPupilAsync("<script>alert(1)</script>", "Émile", CycleStage.Do);

        var page = await (await app.AsAsync("senco")).GetPageAsync(pupil.Path);

        Assert.Contains("Émile <script>alert(1)</script>", page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Show_WhenEverythingIsThere_TakesFiveCommandsAtMost()
    {
        var pupil = await app.School.AddPupilAsync("Fast", "Faye", CycleStage.Do, closedCycles: 2, supportedBy: "ta");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.Include(known => known.Needs).AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], TestSchool.Today, app.School.Senco());
            row.AddContact(new ContactDetails("Piotr Fast", "Father", true, true), app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var client = await app.AsAsync("teacher");
        await client.GetPageAsync(pupil.Path);

        using var commands = new SqlCommands(app);
        var page = await client.GetPageAsync(pupil.Path);

        Assert.InRange(commands.Texts.Count, 1, 5);
        Assert.Equal(2, page.QuerySelectorAll(".sen-areas .sen-area__mark").Length);
        Assert.Contains("Piotr Fast", page.QuerySelector("[aria-labelledby=h-ppl]").Words());
    }
}
