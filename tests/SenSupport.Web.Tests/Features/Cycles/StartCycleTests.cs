using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class StartCycleTests(TestApp app)
{
    private const string Button = ".sen-identity__actions form";

    [Fact]
    public async Task Start_WhenNoneIsOpen_OpensTheNextAndGoesToIt()
    {
        var pupil = await app.School.AddPupilAsync("Starts", "Sami", closedCycles: 1);
        var client = await app.AsAsync("teacher");
        var page = await client.GetPageAsync(pupil.Path);

        var answer = await client.PostAsync($"{pupil.Path}/cycles", page.FormFields(Button));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{pupil.Path}/cycles/2", answer.Headers.Location!.OriginalString);
        var opened = await CyclesAsync(pupil.Id);
        Assert.Equal(CycleStage.Assess, opened[1].Stage);
        Assert.True(Assert.Single(opened[1].Targets).ToReformulate);
        Assert.Single(opened[1].Strategies);
        Assert.Contains("Cycle 2 opened", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Start_WhenOneIsOpen_RefusesInWordsAndChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Second", "Sia");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync(pupil.Path)).FormFields(Button);
        await client.PostAsync($"{pupil.Path}/cycles", form);

        var again = await client.PostAsync($"{pupil.Path}/cycles", form);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Cycle 1 is still open", (await again.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Single(await CyclesAsync(pupil.Id));
        Assert.Null((await client.GetPageAsync(pupil.Path)).QuerySelector(Button));
    }

    [Fact]
    public async Task Start_WhenTwoDoAtOnce_OpensOne()
    {
        var pupil = await app.School.AddPupilAsync("Race", "Rui");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync(pupil.Path)).FormFields(Button);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsync($"{pupil.Path}/cycles", form)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Single(await CyclesAsync(pupil.Id));
    }

    [Theory]
    [InlineData("ta")]
    [InlineData("head")]
    [InlineData("office")]
    [InlineData("governor")]
    [InlineData("other-teacher")]
    public async Task Start_WhenPersonDoesNotWriteForThePupil_AnswersNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Refused", "Rex", supportedBy: "ta");
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");

        var answer = await client.PostAsync($"{pupil.Path}/cycles", token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await CyclesAsync(pupil.Id));
    }

    [Fact]
    public async Task Start_WhenTokenIsMissing_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Token", "Tia");

        var answer = await (await app.AsAsync("senco")).PostAsync($"{pupil.Path}/cycles", new FormFields());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await CyclesAsync(pupil.Id));
    }

    private Task<List<SupportCycle>> CyclesAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, db => db.Cycles
        .Include(cycle => cycle.Targets).Include(cycle => cycle.Strategies).Where(cycle => cycle.PupilId == pupilId).OrderBy(cycle => cycle.Number).AsNoTracking().ToListAsync());
}
