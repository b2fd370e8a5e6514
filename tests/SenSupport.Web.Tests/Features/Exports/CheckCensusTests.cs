using System.Net;
using System.Xml.Linq;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

[Collection(nameof(TestApp))]
public sealed class CheckCensusTests(TestApp app, ExportSchools schools) : IClassFixture<ExportSchools>
{
    private static SchoolCensus Spring => new[] { new SchoolCensus(CensusTerm.Spring, TestSchool.Today.Year), new(CensusTerm.Spring, TestSchool.Today.Year + 1) }.First(census => census.Day >= TestSchool.Today);

    private static string SpringDay => $"{Spring.Day:yyyy-MM-dd}";

    [Fact]
    public async Task Show_WhenSpring_ListsEveryErrorWithItsPupilAndWhereToMendIt()
    {
        var page = await (await schools.ClientAsync("senco")).GetPageAsync($"/exports/census?day={SpringDay}");

        var callum = page.QuerySelectorAll("tbody tr").Where(row => row.Words().StartsWith("O’Reilly, Callum", StringComparison.Ordinal)).ToList();
        var needs = callum.Single(row => row.Words().Contains("SEN provision is E, but no need is ranked first.", StringComparison.Ordinal));
        Assert.Equal([$"/pupils/{schools.PupilIds["O’Reilly"]}", $"/pupils/{schools.PupilIds["O’Reilly"]}/needs"], needs.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains(callum, row => row.Words().Contains("The UPN is missing.", StringComparison.Ordinal));
        Assert.Contains("The return itself comes from your management information system", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Wiśniewska", page.QuerySelector("table").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenFilteredByKind_ListsThatKindOnly()
    {
        var client = await schools.ClientAsync("office");

        var page = await client.GetPageAsync($"/exports/census?day={SpringDay}&check=Needs");

        Assert.Equal("Needs missing or not expected 1", page.QuerySelector(".sen-views [aria-current]").Words());
        Assert.Equal("O’Reilly, Callum 4W SEN provision is E, but no need is ranked first. Tell the SENCo", page.QuerySelectorAll("tbody tr").Single().Words());
    }

    [Fact]
    public async Task Show_WhenTheTermTakesNoNeeds_ChecksNone()
    {
        var autumn = new[] { new SchoolCensus(CensusTerm.Autumn, TestSchool.Today.Year), new(CensusTerm.Autumn, TestSchool.Today.Year + 1) }.First(census => census.Day >= TestSchool.Today);

        var page = await (await schools.ClientAsync("senco")).GetPageAsync($"/exports/census?day={autumn.Day:yyyy-MM-dd}");

        Assert.DoesNotContain("ranked first", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("types of need are taken in spring only", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exports/census?day=2026-11-24")]
    [InlineData("/exports/census?day=yesterday")]
    [InlineData("/exports/census.xml?day=2026-13-01")]
    [InlineData("/exports/census?page=0")]
    public async Task Show_WhenTheDayIsNoCensusDay_Answers404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await schools.ClientAsync("senco")).GetAsync(path)).StatusCode);

    [Fact]
    public async Task Extract_WhenSpring_IsWellFormedWithProvisionAndTwoNeeds()
    {
        using var answer = await (await schools.ClientAsync("office")).GetAsync($"/exports/census.xml?day={SpringDay}");

        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"school-census-sen-spring-{SpringDay}.xml", answer.Content.Headers.ContentDisposition!.FileName);
        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(("301", "2001"), (xml.Descendants("LEA").Single().Value, xml.Descendants("Estab").Single().Value));
        var zofia = xml.Descendants("Pupil").Single(pupil => pupil.Element("Surname")!.Value == "Wiśniewska");
        Assert.Equal(("K", "2018-03-14", "false"), (zofia.Element("SENprovision")!.Value, zofia.Element("DOB")!.Value, zofia.Element("SENunitIndicator")!.Value));
        Assert.Equal(["1SLCN", "2SEMH"], zofia.Descendants("SENneed").Select(need => need.Value));
        Assert.Equal("N", xml.Descendants("Pupil").Single(pupil => pupil.Element("Surname")!.Value.StartsWith('=')).Element("SENprovision")!.Value);
        Assert.Contains((await ExportSchools.EventsAsync(app, schools.School.Id)), row => row.Summary == "School census SEN extract" && row.Changes.Any(change => change.New == Spring.Name));
    }

    [Fact]
    public async Task Extract_WhenAPastDay_TakesTheProvisionOfThatDay()
    {
        var past = new[] { CensusTerm.Spring, CensusTerm.Summer, CensusTerm.Autumn }.SelectMany(term => new[] { new SchoolCensus(term, TestSchool.Today.Year), new(term, TestSchool.Today.Year - 1) })
            .Where(census => census.Day < TestSchool.Today).MaxBy(census => census.Day);
        var daysAgo = TestSchool.Today.DayNumber - past.Day.DayNumber + 10;
        var id = await schools.AddAsync("Leaverton", "Lee", "", SenStatus.SenSupport, [("MLD", AreaOfNeed.CognitionAndLearning)], daysAgo);
        await schools.ChangeAsync(id, pupil => pupil.ChangeStatus(SenStatus.None, past.Day.AddDays(1), "Over", schools.School.Senco()));
        await schools.ChangeAsync(id, pupil => pupil.Leave(past.Day.AddDays(2), "", "", schools.School.Senco()));
        var client = await schools.ClientAsync("senco");

        var then = XDocument.Parse(await client.GetStringAsync($"/exports/census.xml?day={past.Day:yyyy-MM-dd}"));
        var next = await client.GetStringAsync("/exports/census.xml");

        Assert.Equal("K", then.Descendants("Pupil").Single(pupil => pupil.Element("Surname")!.Value == "Leaverton").Element("SENprovision")!.Value);
        Assert.DoesNotContain("Leaverton", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenTheSchoolIsEmpty_SaysThatNobodyIsOnRoll()
    {
        var client = await schools.EmptyClientAsync("senco");

        Assert.Contains("No pupil is on roll on this day.", (await client.GetPageAsync("/exports/census")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Empty(XDocument.Parse(await client.GetStringAsync("/exports/census.xml")).Descendants("Pupil"));
    }
}
