using System.IO.Compression;
using System.Net;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

[Collection(nameof(TestApp))]
public sealed class ExportCtfTests(TestApp app, ExportSchools schools) : IClassFixture<ExportSchools>
{
    [Fact]
    public async Task Make_WhenReadByOurReader_SaysTheSame()
    {
        var by = schools.School.Senco();
        var id = await schools.AddAsync("Žižek-Ng", "Ana & <Bo>", "E80720012501A", SenStatus.Monitoring, [], 400);
        await schools.ChangeAsync(id, pupil =>
        {
            pupil.ChangeStatus(SenStatus.SenSupport, by.Today.AddDays(-300), "", by);
            pupil.RecordNeeds([("MLD", AreaOfNeed.CognitionAndLearning), ("SLCN", AreaOfNeed.CommunicationAndInteraction)], by.Today.AddDays(-300), by);
            pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("HI", AreaOfNeed.SensoryPhysical)], by.Today.AddDays(-100), by);
            pupil.ChangeStatus(SenStatus.EhcPlan, by.Today.AddDays(-20), "", by);
        });

        using var answer = await PostAsync("office", [id, schools.PupilIds["Wiśniewska"]], "301 2999");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^3012001_CTF_3012999_[0-9]{3}\\.xml$", answer.Content.Headers.ContentDisposition!.FileName);
        var reading = CtfReader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), by.Today);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.NotUsed);
        Assert.Equal(["Wiśniewska", "Žižek-Ng"], reading.Pupils.Select(pupil => pupil.Surname));
        var read = reading.Pupils[1];
        Assert.Equal(("E80720012501A", "Ana & <Bo>", (DateOnly?)new DateOnly(2018, 3, 14), Sex.Female, "4"), (read.Upn, read.Forename, read.BirthDate, read.Sex!.Value, read.NcYear!.Value.Code));
        Assert.Equal([ExportSchools.FormerUpn], read.FormerUpns);
        Assert.Equal([new SenPeriod("N", by.Today.AddDays(-400)), new("K", by.Today.AddDays(-300)), new("E", by.Today.AddDays(-20))], read.SenHistory);
        Assert.Equal(
            [new RankedNeed(1, "SLCN", by.Today.AddDays(-300)), new(1, "MLD", by.Today.AddDays(-300), by.Today.AddDays(-101)), new(2, "HI", by.Today.AddDays(-100))],
            read.Needs);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WhenDone_IsInTheSchoolsHistoryAndThePupilsTimeline()
    {
        var id = schools.PupilIds["Wiśniewska"];

        using var answer = await PostAsync("senco", [id], "xxxxxxx");

        var name = answer.Content.Headers.ContentDisposition!.FileName;
        var school = (await ExportSchools.EventsAsync(app, schools.School.Id)).First(row => row.Changes.Any(change => change.New == name));
        Assert.Equal([name, "to XXXXXXX", "1"], school.Changes.Select(change => change.New));
        Assert.Contains(await ExportSchools.EventsAsync(app, schools.School.Id, id), row => row.Changes.Any(change => change.New == name));
        var timeline = await (await schools.ClientAsync("senco")).GetPageAsync($"/pupils/{id}/timeline");
        Assert.Contains("Taken out: Common transfer file, SEN extract, to XXXXXXX", timeline.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WhenMadeTogether_NoTwoFilesHaveOneNumber()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync("senco", [schools.PupilIds["Smith"]], "MMMMMMM")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(4, answers.Select(answer => answer.Content.Headers.ContentDisposition!.FileName).Distinct().Count());
    }

    [Theory]
    [InlineData("", "Enter the number of the school that the file is for, or XXXXXXX if it is not known")]
    [InlineData("30120", "Enter seven digits, for example 3012001, or XXXXXXX, or MMMMMMM")]
    [InlineData("30120011", "Enter seven digits, for example 3012001, or XXXXXXX, or MMMMMMM")]
    [InlineData("XXX2001", "Enter seven digits, for example 3012001, or XXXXXXX, or MMMMMMM")]
    [InlineData("../../a", "Enter seven digits, for example 3012001, or XXXXXXX, or MMMMMMM")]
    public async Task Make_WhenTheDestinationIsNone_SaysSoBesideItAndKeepsTheTicks(string destination, string message)
    {
        var before = (await ExportSchools.EventsAsync(app, schools.School.Id)).Count;

        using var answer = await PostAsync("senco", [schools.PupilIds["Smith"]], destination);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal($"Error: {message}", page.QuerySelector("#Destination-error").Words());
        Assert.Equal("#Destination", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal($"{schools.PupilIds["Smith"]}", page.QuerySelector("input[name=Pupils][checked]")!.GetAttribute("value"));
        Assert.Equal(before, (await ExportSchools.EventsAsync(app, schools.School.Id)).Count);
    }

    [Fact]
    public async Task Make_WhenPupilsGoToSeveralSchools_PacksAFileForEach()
    {
        var (smith, wisniewska) = (schools.PupilIds["Smith"], schools.PupilIds["Wiśniewska"]);
        var client = await schools.ClientAsync("senco");
        var form = (await client.GetPageAsync("/exports/ctf")).FormFields().Without("Pupils").With(("Destination", "")).And([("Pupils", $"{smith}"), ("Pupils", $"{wisniewska}"), ($"To[{smith}]", "301 2002"), ($"To[{wisniewska}]", "99")]);
        using var wrong = await client.PostAsync("/exports/ctf", form);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.ReadPageAsync();
        Assert.Contains("Enter seven digits", page.QuerySelector($".govuk-error-summary a[href='#To_{wisniewska}_']").Words());
        Assert.Equal(("301 2002", "99"), (page.FormFields()[$"To[{smith}]"], page.FormFields()[$"To[{wisniewska}]"]));

        using var answer = await client.PostAsync("/exports/ctf", page.FormFields().With(($"To[{wisniewska}]", ""), ("Destination", "mmmmmmm")));

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["3012002", "MMMMMMM"], archive.Entries.Select(entry => entry.Name.Split('_')[2]).Order());
        foreach (var (to, surname) in new[] { ("3012002", "Smith"), ("MMMMMMM", "Wiśniewska") })
        {
            var content = new MemoryStream();
            await archive.Entries.Single(entry => entry.Name.Contains(to, StringComparison.Ordinal)).Open().CopyToAsync(content);
            content.Position = 0;
            Assert.Equal(surname, Assert.Single(CtfReader.Read(content, TestSchool.Today).Pupils).Surname);
        }
    }

    [Fact]
    public async Task Make_WhenNobodyIsChosen_SaysSo()
    {
        using var answer = await PostAsync("senco", [], "3012999");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose at least one pupil", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WhenAPupilIsAnotherSchools_Answers404()
    {
        var stranger = await app.School.AddPupilAsync("Strangefield", "Sue");

        using var answer = await PostAsync("senco", [schools.PupilIds["Smith"], stranger.Id], "3012999");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Strangefield", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenOpened_ListsThoseWhoLeftInTheLastYear()
    {
        foreach (var (surname, daysAgo) in new[] { ("Lately", 30), ("Longago", 500) })
        {
            var id = await schools.AddAsync(surname, "Lou", "", SenStatus.None, [], 600);
            await schools.ChangeAsync(id, pupil => pupil.Leave(TestSchool.Today.AddDays(-daysAgo), "3012002", "", schools.School.Senco()));
        }

        var page = await (await schools.ClientAsync("office")).GetPageAsync("/exports/ctf");

        var rows = page.QuerySelector("table").Words();
        Assert.Contains("Lately, Lou", rows, StringComparison.Ordinal);
        Assert.Contains("3012002", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Longago", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenPupilsLeftLately_TicksThemAndNobodyElse()
    {
        foreach (var (surname, daysAgo) in new[] { ("Justgone", 2), ("Onthedge", 56), ("Overedge", 57) })
        {
            var id = await schools.AddAsync(surname, "Lou", "", SenStatus.None, [], 600);
            await schools.ChangeAsync(id, pupil => pupil.Leave(TestSchool.Today.AddDays(-daysAgo), "3012002", "", schools.School.Senco()));
        }

        var client = await schools.ClientAsync("office");
        var page = await client.GetPageAsync("/exports/ctf");

        var ticked = page.QuerySelectorAll("input[name=Pupils][checked]").Select(input => input.GetAttribute("value")).ToList();
        Assert.Contains($"{schools.PupilIds["Justgone"]}", ticked);
        Assert.Contains($"{schools.PupilIds["Onthedge"]}", ticked);
        Assert.DoesNotContain($"{schools.PupilIds["Overedge"]}", ticked);
        Assert.DoesNotContain($"{schools.PupilIds["Smith"]}", ticked);
        Assert.Contains("Overedge", page.QuerySelector("table").Words(), StringComparison.Ordinal);
        Assert.Contains($"Leavers since {SenSupport.Web.Features.Shared.UkDate.Long(TestSchool.Today.AddDays(-56))} are ticked", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("3012002", page.QuerySelector("#Destination")!.GetAttribute("value"));

        var asked = await client.GetPageAsync($"/exports/ctf?Pupils={schools.PupilIds["Smith"]}");
        Assert.Equal($"{schools.PupilIds["Smith"]}", Assert.Single(asked.QuerySelectorAll("input[name=Pupils][checked]")).GetAttribute("value"));
        Assert.DoesNotContain("are ticked", asked.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_WhenSearched_OffersAnyPupilAndKeepsTheTicks()
    {
        var client = await schools.ClientAsync("senco");
        var form = (await client.GetPageAsync("/exports/ctf")).FormFields().With(("Pupils", $"{schools.PupilIds["Smith"]}"), ("Search", "wisn"), ("Destination", "30"), ("Find", "true"));

        using var answer = await client.PostAsync("/exports/ctf", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal($"{schools.PupilIds["Smith"]}", page.QuerySelectorAll("input[name=Pupils][checked]").Single().GetAttribute("value"));
        Assert.Contains("Wiśniewska, Zofia", page.QuerySelector("table").Words(), StringComparison.Ordinal);
        Assert.Equal("30", page.QuerySelector("#Destination")!.GetAttribute("value"));
    }

    private async Task<HttpResponseMessage> PostAsync(string role, Guid[] pupils, string destination)
    {
        var client = await schools.ClientAsync(role);
        var form = (await client.GetPageAsync("/exports/ctf")).FormFields().Without("Pupils", "Find").With(("Destination", destination));
        foreach (var pupil in pupils)
        {
            form.Add("Pupils", $"{pupil}");
        }

        return await client.PostAsync("/exports/ctf", form);
    }
}
