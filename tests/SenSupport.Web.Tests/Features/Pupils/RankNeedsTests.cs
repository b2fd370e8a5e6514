using System.Net;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class RankNeedsTests(TestApp app)
{
    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Add_WhenChosen_AddsItLastWithATimelineRow(string role)
    {
        var pupil = await app.School.AddPupilAsync("Needs");
        var client = await app.AsAsync(role);

        var answer = await client.PostAsync($"{pupil.Path}/needs", (await FormAsync(client, pupil)).With(("Code", "OTH"), ("Area", "SensoryPhysical"), ("From.Year", $"{TestSchool.Today.Year - 1}")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var added = (await app.ReadPupilAsync(pupil.Id)).CurrentNeeds.Last();
        Assert.Equal(("OTH", AreaOfNeed.SensoryPhysical, 2, TestSchool.Today.Year - 1), (added.Code, added.Area, added.Rank, added.Start.Year));
        Assert.StartsWith("Needs recorded: SLCN, OTH (S/P)", await (await app.AsAsync("senco")).TimelineAsync(pupil));
    }

    [Theory]
    [InlineData("", "", "Choose the type of need")]
    [InlineData("XYZ", "", "Choose a type of need from the list")]
    [InlineData("BESD", "", "BESD is no longer in use: choose a type from the list")]
    [InlineData("SLCN", "", "SLCN is a current need already")]
    [InlineData("DS", "", "Choose the area of need: DS belongs to none of its own")]
    [InlineData("NSA", "Everywhere", "Choose the area of need: NSA belongs to none of its own")]
    public async Task Add_WhenItCannotBe_SaysWhy(string code, string area, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongneed");
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync($"{pupil.Path}/needs", (await FormAsync(client, pupil)).With(("Code", code), ("Area", area)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message], (await answer.ReadPageAsync()).Errors());
        Assert.Single((await app.ReadPupilAsync(pupil.Id)).Needs);
    }

    [Fact]
    public async Task Add_WhenNsaOutsideSenSupport_SaysWhy()
    {
        var pupil = await app.School.AddPupilAsync("Nsa", status: SenStatus.EhcPlan);
        var client = await app.AsAsync("senco");

        var answer = await client.PostAsync($"{pupil.Path}/needs", (await FormAsync(client, pupil)).With(("Code", "NSA"), ("Area", "CognitionAndLearning")));

        Assert.Equal(["NSA is used with SEN Support only"], (await answer.ReadPageAsync()).Errors());
        Assert.DoesNotContain("NSA", (await client.GetPageAsync($"{pupil.Path}/needs")).QuerySelectorAll("#Code option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task MoveAndClose_WithoutScript_ChangeTheRanks()
    {
        var pupil = await WithThreeAsync("Ranked");
        var client = await app.AsAsync("assistant");
        await MoveAsync("MLD", "up");
        await MoveAsync("SLCN", "down");
        Assert.Equal(["MLD", "SLCN", "SEMH"], await CodesAsync(pupil));

        var semh = (await app.ReadPupilAsync(pupil.Id)).CurrentNeeds.Single(need => need.Code == "SEMH");
        var page = await client.GetPageAsync($"{pupil.Path}/needs/{semh.Id}/close");
        Assert.StartsWith("Close SEMH", page.QuerySelector("h1").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/needs/{semh.Id}/close", page.FormFields())).StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(["MLD 1", "SLCN 2"], saved.CurrentNeeds.Select(need => $"{need.Code} {need.Rank}"));
        Assert.Equal(TestSchool.Today.AddDays(-1), saved.Needs.Single(need => need.Code == "SEMH").End);
        Assert.Contains("SEMH", (await client.GetPageAsync($"{pupil.Path}/needs")).QuerySelector("section[aria-labelledby='h-closed']").Words());

        async Task MoveAsync(string code, string way)
        {
            var need = (await app.ReadPupilAsync(pupil.Id)).CurrentNeeds.Single(row => row.Code == code);
            var form = (await client.GetPageAsync($"{pupil.Path}/needs")).FormFields($"form[action$='{need.Id}/move']");
            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/needs/{need.Id}/move", form.With(("Move", way)))).StatusCode);
        }
    }

    [Theory]
    [InlineData("From.Year", "2150", "The date must not be in the future")]
    [InlineData("From.Year", "1999", "The date must be on or after")]
    [InlineData("From.Day", "x", "Enter a real date, such as 27 3 2027")]
    public async Task Close_WhenTheDateIsWrong_SaysWhy(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongclose");
        var need = (await app.ReadPupilAsync(pupil.Id)).Needs.Single();
        var client = await app.AsAsync("senco");
        var address = $"{pupil.Path}/needs/{need.Id}/close";

        var answer = await client.PostAsync(address, (await client.GetPageAsync(address)).FormFields().With((field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(message, Assert.Single((await answer.ReadPageAsync()).Errors()));
    }

    [Fact]
    public async Task Move_WhenAColleagueChangedTheNeedsMeanwhile_ShowsWhatTheyDid()
    {
        var pupil = await WithThreeAsync("Raced");
        var client = await app.AsAsync("senco");
        var mld = (await app.ReadPupilAsync(pupil.Id)).CurrentNeeds.Single(need => need.Code == "MLD");
        var form = (await client.GetPageAsync($"{pupil.Path}/needs")).FormFields($"form[action$='{mld.Id}/move']");
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.RecordNeeds([("MLD", AreaOfNeed.CognitionAndLearning)], TestSchool.Today, by));

        var answer = await client.PostAsync($"{pupil.Path}/needs/{mld.Id}/move", form.With(("Move", "up")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Anna Bell changed this record", (await answer.ReadPageAsync()).QuerySelector(".moj-alert--warning").Words());
        Assert.Equal(["MLD"], await CodesAsync(pupil));
    }

    [Fact]
    public async Task Close_WhenTheNeedIsAnotherPupils_IsNotFound()
    {
        var (mine, theirs) = (await app.School.AddPupilAsync("Minen"), await app.School.AddPupilAsync("Theirsn"));
        var need = (await app.ReadPupilAsync(theirs.Id)).Needs.Single();
        var client = await app.AsAsync("senco");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{mine.Path}/needs/{need.Id}/close")).StatusCode);
        Assert.Empty((await (await app.AsAsync("head")).GetPageAsync($"{mine.Path}/needs")).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync($"{mine.Path}/needs")).StatusCode);
    }

    private async Task<TestPupil> WithThreeAsync(string surname)
    {
        var pupil = await app.School.AddPupilAsync(surname);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.RecordNeeds(
            [("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth), ("MLD", AreaOfNeed.CognitionAndLearning)], TestSchool.Today.AddDays(-30), by));
        return pupil;
    }

    private async Task<IEnumerable<string>> CodesAsync(TestPupil pupil) => (await app.ReadPupilAsync(pupil.Id)).CurrentNeeds.Select(need => need.Code);

    private static async Task<FormFields> FormAsync(HttpClient client, TestPupil pupil) => (await client.GetPageAsync($"{pupil.Path}/needs")).FormFields("form[action$='/needs']");
}
