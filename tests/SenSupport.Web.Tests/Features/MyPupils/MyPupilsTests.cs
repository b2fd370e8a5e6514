using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.MyPupils;

[Collection(nameof(TestApp))]
public sealed class MyPupilsTests(TestApp app)
{
    [Fact]
    public async Task Show_WhenTeacher_HasACardWithWhatHelpsAndOneTarget()
    {
        var pupil = await app.School.AddPupilAsync("Card", "Cara", CycleStage.Do);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.RecordProfile(TestSchool.Today.AddDays(-50), new PupilVoice("Talk", "", "", "Old words", ""), app.School.Senco(50));
            row.RecordProfile(TestSchool.Today.AddDays(-5), new PupilVoice("Talk", "", "", "One instruction at a time; then wait.", ""), app.School.Senco(5));
            return await db.SaveChangesAsync();
        });

        var card = await CardAsync("teacher", pupil);

        Assert.Equal("Cara Card", card!.QuerySelector("h2").Words());
        Assert.Equal("SLCN", card.QuerySelector(".sen-needs").Words());
        Assert.Equal("One instruction at a time; then wait.", card.QuerySelector(".sen-card__how").Words());
        Assert.Equal("Say the name, pause, then give one instruction", card.QuerySelector("ul li").Words());
        Assert.Equal(5, card.QuerySelectorAll("form button[name=Mark]").Length);
        Assert.Equal([pupil.Path, $"{pupil.Path}/profile", $"/concerns/new?pupil={pupil.Id}", $"{pupil.CyclePath}/plan.pdf", $"{pupil.CyclePath}/do#note"], card.QuerySelectorAll(".sen-card__foot a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Show_WhenTargetIsTapped_ComesBackToTheCardWithTheMarkPressed()
    {
        var pupil = await app.School.AddPupilAsync("Tapped", "Theo", CycleStage.Do, supportedBy: "ta");
        var client = await app.AsAsync("ta");
        var page = await client.GetPageAsync("/my-pupils");
        var form = page.FormFields($"#pupil-{pupil.Id} form");

        var answer = await client.PostAsync($"{pupil.CyclePath}/do/marks", form.With(("Mark", "1")));

        Assert.Equal($"/my-pupils#pupil-{pupil.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal("+1More", (await CardAsync("ta", pupil))!.QuerySelector("[aria-pressed=true]").Words());
    }

    [Fact]
    public async Task Show_WhenThereAreTwoTargets_LeadsToTheNextOne()
    {
        var pupil = await app.School.AddPupilAsync("Second", "Sana", CycleStage.Do);
        var second = Guid.CreateVersion7();
        await ChangeAsync(pupil, cycle => cycle.WritePlan(cycle.Plan() with { Targets = [.. cycle.Plan().Targets, new TargetContent(second, Statement: "Asks for help once a day")] }, app.School.Senco()));

        var first = (await CardAsync("teacher", pupil))!;
        var next = first.QuerySelector("a[href*='target=']")!.GetAttribute("href")!;
        var other = (await CardAsync("teacher", pupil, next.Split('#')[0]))!;

        Assert.EndsWith($"#pupil-{pupil.Id}", next);
        Assert.Contains("Retells a short story", first.Words());
        Assert.Contains("1 of 2", first.Words());
        Assert.Contains("Asks for help once a day", other.Words());
        Assert.Equal($"{second}", ((IHtmlInputElement)other.QuerySelector("input[name=Target]")!).Value);
        Assert.Contains($"target={second}", ((IHtmlInputElement)other.QuerySelector("input[name=ReturnUrl]")!).Value);
    }

    [Fact]
    public async Task Show_WhenRoleDiffers_HasOwnPupilsOnly()
    {
        var own = await app.School.AddPupilAsync("Own", "Ola", CycleStage.Do);
        var supported = await app.School.AddPupilAsync("Supported", "Suki", CycleStage.Do, classId: app.School.OtherClassId, responsible: "other-teacher", supportedBy: "ta");
        var led = await app.School.AddPupilAsync("Led", "Leda", classId: app.School.OtherClassId, responsible: "teacher");
        var noSen = await app.School.AddPupilAsync("Without", "Will", status: SenStatus.None);
        var monitored = await app.School.AddPupilAsync("Watched", "Wes", status: SenStatus.Monitoring);

        Assert.Equal("Ola, Leda, Wes", await NamesAsync("teacher"));
        Assert.Equal("Suki, Leda", await NamesAsync("other-teacher"));
        Assert.Equal("Suki", await NamesAsync("ta"));
        Assert.Equal("", await NamesAsync("head"));

        async Task<string> NamesAsync(string role)
        {
            var page = await (await app.AsAsync(role)).GetPageAsync("/my-pupils");
            return string.Join(", ", new[] { own, supported, led, noSen, monitored }.Select(pupil => page.QuerySelector($"#pupil-{pupil.Id} h2").Words().Split(' ')[0]).Where(name => name.Length > 0));
        }
    }

    [Fact]
    public async Task Show_WhenSencoIsResponsible_HasThatPupil()
    {
        var pupil = await app.School.AddPupilAsync("Senco", "Saul", CycleStage.Do, responsible: "senco");

        Assert.NotNull(await CardAsync("senco", pupil));
    }

    [Fact]
    public async Task Show_WhenClassIsChosen_NarrowsTheCards()
    {
        var own = await app.School.AddPupilAsync("Here", "Hugo");
        var elsewhere = await app.School.AddPupilAsync("There", "Thea", classId: app.School.OtherClassId);
        var client = await app.AsAsync("teacher");

        var all = await client.GetPageAsync("/my-pupils");
        var chip = all.QuerySelectorAll(".sen-views a").Single(link => link.Words().StartsWith("5K", StringComparison.Ordinal));
        var narrowed = await client.GetPageAsync(chip.GetAttribute("href")!);

        Assert.NotNull(all.GetElementById($"pupil-{own.Id}"));
        Assert.NotNull(narrowed.GetElementById($"pupil-{elsewhere.Id}"));
        Assert.Null(narrowed.GetElementById($"pupil-{own.Id}"));
        Assert.StartsWith("5K", narrowed.QuerySelector(".sen-views [aria-current]").Words());
        Assert.Equal($"{narrowed.QuerySelectorAll(".sen-card").Length}", chip.QuerySelector("b").Words());
        Assert.Contains("No pupils here", (await client.GetPageAsync($"/my-pupils?class={Guid.NewGuid()}")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Show_WhenThingsWait_AsksForThem()
    {
        var due = await app.School.AddPupilAsync("Due", "Dido", CycleStage.Do, TestSchool.Today.AddDays(14));
        var later = await app.School.AddPupilAsync("Later", "Lola", CycleStage.Do, TestSchool.Today.AddDays(15));
        var notWriter = await app.School.AddPupilAsync("Notmine", "Nico", CycleStage.Do, TestSchool.Today.AddDays(3), responsible: "other-teacher");
        var returned = await app.School.AddPupilAsync("Back", "Bruno", CycleStage.Plan);
        await ChangeAsync(returned, cycle =>
        {
            cycle.SendPlan(app.School.Senco());
            cycle.ReturnPlan("Say how", app.School.Senco());
        });
        var marked = await app.School.AddPupilAsync("Fresh", "Fritz", CycleStage.Do);
        await ChangeAsync(marked, cycle => cycle.MarkProgress(marked.TargetIds[0], 0, app.School.Senco(20)));
        var stale = await app.School.AddPupilAsync("Stale", "Stella", CycleStage.Do);
        await ChangeAsync(stale, cycle => cycle.MarkProgress(stale.TargetIds[0], 0, app.School.Senco(21)));

        var asks = (await (await app.AsAsync("teacher")).GetPageAsync("/my-pupils")).QuerySelectorAll("[aria-labelledby=ask] li").Select(ask => ask.Words()).ToList();

        Assert.Contains(asks, ask => ask.StartsWith("Write Dido’s review. Due", StringComparison.Ordinal) && ask.Contains("in 14 days", StringComparison.Ordinal));
        Assert.DoesNotContain(asks, ask => ask.Contains("Lola’s review", StringComparison.Ordinal) || ask.Contains("Nico’s review", StringComparison.Ordinal));
        Assert.Contains(asks, ask => ask.StartsWith("Look at Bruno’s plan again.", StringComparison.Ordinal));
        Assert.DoesNotContain(asks, ask => ask.Contains("Fritz’s target", StringComparison.Ordinal));
        Assert.Contains(asks, ask => ask.StartsWith("Mark Stella’s target. Last marked", StringComparison.Ordinal));
        Assert.Contains(asks, ask => ask.StartsWith("Mark Lola’s target. Not marked since", StringComparison.Ordinal));
        Assert.NotEqual(due.Id, later.Id);
        Assert.NotEqual(notWriter.Id, due.Id);
    }

    [Fact]
    public async Task Show_WhenNextCycleIsPlanned_KeepsThePlanInForceWithoutTargets()
    {
        var pupil = await app.School.AddPupilAsync("Planned", "Pia", CycleStage.Plan, closedCycles: 1);

        var card = await CardAsync("teacher", pupil);

        Assert.Equal("Say the name, pause, then give one instruction", card!.QuerySelector("ul li").Words());
        Assert.NotNull(card.QuerySelector($"a[href='{pupil.Path}/cycles/1/plan.pdf']"));
        Assert.Null(card.QuerySelector("form"));
    }

    [Fact]
    public async Task Show_WhenPlanWasJustShared_SaysSo()
    {
        var pupil = await app.School.AddPupilAsync("Brandnew", "Ben", CycleStage.Do);
        var old = await app.School.AddPupilAsync("Older", "Otto", CycleStage.Do);
        await ChangeAsync(pupil, cycle => cycle.SharePlan("{}", app.School.Senco()));

        Assert.Equal("New plan", (await CardAsync("teacher", pupil))!.QuerySelector(".govuk-tag").Words());
        Assert.Null((await CardAsync("teacher", old))!.QuerySelector(".govuk-tag"));
    }

    [Theory]
    [InlineData("office")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task Show_WhenRoleReadsNoRecords_AnswersNotFound(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync("/my-pupils")).StatusCode);

    [Fact]
    public async Task Show_WhenOtherSchool_HasNoneOfThis()
    {
        var pupil = await app.School.AddPupilAsync("Border", "Bibi", CycleStage.Do);

        var page = await (await app.AsOtherSchoolAsync("teacher")).GetPageAsync("/my-pupils");

        Assert.Null(page.GetElementById($"pupil-{pupil.Id}"));
        Assert.DoesNotContain("Border", page.DocumentElement.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenThereAreManyPupils_TakesThreeCommandsAtMost()
    {
        await app.School.AddPupilAsync("Several", "Sid", CycleStage.Do);
        await app.School.AddPupilAsync("Several", "Sue", CycleStage.Review, closedCycles: 1);
        var client = await app.AsAsync("teacher");
        await client.GetPageAsync("/my-pupils");

        using var commands = new SqlCommands(app);
        await client.GetPageAsync("/my-pupils");

        Assert.InRange(commands.Texts.Count, 1, 4);
    }

    private async Task<IElement?> CardAsync(string role, TestPupil pupil, string path = "/my-pupils") =>
        (await (await app.AsAsync(role)).GetPageAsync(path)).GetElementById($"pupil-{pupil.Id}");

    private Task<int> ChangeAsync(TestPupil pupil, Action<SupportCycle> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var cycle = await db.Cycles
            .Include(row => row.Outcomes).Include(row => row.Targets).Include(row => row.Strategies).Include(row => row.Provision).Include(row => row.Strands)
            .AsSplitQuery().AsTracking().FirstAsync(row => row.PupilId == pupil.Id && row.Number == pupil.CycleNumber);
        change(cycle);
        return await db.SaveChangesAsync();
    });
}
