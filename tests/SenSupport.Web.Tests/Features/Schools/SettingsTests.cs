using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Exchange.Images;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Schools;

[Collection(nameof(TestApp))]
public sealed class SettingsTests(TestApp app)
{
    private const string Root = "/school/settings";

    [Theory]
    [InlineData("senco", "details,terms,reviews,advice,logo")]
    [InlineData("office", "details,terms")]
    [InlineData("head", "")]
    public async Task Show_WhenRoleReads_OffersToChangeWhatIsTheirs(string role, string parts)
    {
        var page = await (await app.AsAsync(role)).GetPageAsync(Root);

        Assert.Equal("School settings", page.QuerySelector("h1").Words());
        Assert.Equal(parts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{Root}/{part}"), page.QuerySelectorAll(".sen-panel__head a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("assistant")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task EveryPart_WhenRoleMayNot_AnswersNotFound(string role)
    {
        var client = await app.AsAsync(role);
        foreach (var address in new[] { "", "/details", "/terms", "/reviews", "/advice", "/logo" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, $"{Root}{address}", address.Length > 0));
        }
    }

    [Theory]
    [InlineData("office", "/reviews")]
    [InlineData("office", "/advice")]
    [InlineData("office", "/logo")]
    [InlineData("office", "/logo/remove")]
    [InlineData("head", "/details")]
    [InlineData("head", "/terms")]
    [InlineData("head", "/reviews")]
    public async Task Part_WhenItIsNotTheRoles_AnswersNotFoundToAPost(string role, string part) =>
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(await app.AsAsync(role), $"{Root}{part}", true));

    [Fact]
    public async Task Details_WhenSavedByTheOffice_AreStoredWithTheirHistory()
    {
        var client = await app.AsAsync("office");
        var page = await client.GetPageAsync($"{Root}/details");
        var head = $"Head {Guid.NewGuid():N}";

        using var answer = await SaveAsync(client, "details", page.FormFields("main form").With(("School.HeadName", head), ("School.Address", "1 Lane\r\nTown")));

        Assert.Equal((HttpStatusCode.Redirect, Root), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var school = await SchoolAsync();
        Assert.Equal((head, "1 Lane\nTown"), (school.HeadName, school.Address));
        var settings = await client.GetPageAsync(Root);
        Assert.Contains("Settings saved.", settings.QuerySelector(".moj-alert--success").Words(), StringComparison.Ordinal);
        var latest = settings.QuerySelector("#history ~ ul li").Words();
        Assert.StartsWith("Headteacher", latest, StringComparison.Ordinal);
        Assert.Contains("Owen Price", latest, StringComparison.Ordinal);
        Assert.Contains(head, latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_WhenTheNameChanges_StandsInEverybodysHeaderAtOnce()
    {
        var (client, colleague, stranger) = (await app.AsAsync("senco"), await app.AsAsync("teacher"), await app.AsOtherSchoolAsync("teacher"));
        static async Task<string> HeaderAsync(HttpClient person) => (await person.GetPageAsync("/account/password")).QuerySelector(".sen-header__school").Words();
        var (before, other, name) = (await HeaderAsync(colleague), await HeaderAsync(stranger), $"School {Guid.NewGuid():N}");
        var page = await client.GetPageAsync($"{Root}/details");
        using (var saved = await SaveAsync(client, "details", page.FormFields("main form").With(("School.Name", name))))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        Assert.Equal((name, name, other), (await HeaderAsync(client), await HeaderAsync(colleague), await HeaderAsync(stranger)));
        Assert.Contains("Tom", (await colleague.GetPageAsync("/account/password")).QuerySelector("main").Words(), StringComparison.Ordinal);

        using var back = await SaveAsync(client, "details", (await client.GetPageAsync($"{Root}/details")).FormFields("main form").With(("School.Name", before)));
        Assert.Equal((before, before), (await HeaderAsync(client), await HeaderAsync(colleague)));
    }

    [Theory]
    [InlineData("details", "School.EstablishmentNumber", "12", "Enter the establishment number: four digits, like 2231")]
    [InlineData("details", "School.Telephone", "ring us", "The telephone number must be a telephone number, like 01632 960 418")]
    [InlineData("advice", "Support.LocalOfferAddress", "ftp://town", "The address of the Local Offer must be a web address, like www.example.org")]
    [InlineData("reviews", "ReviewWeeks", "0", "Enter the weeks to a review: 1 to 52")]
    [InlineData("reviews", "ReviewWeeks", "twelve", "Enter the weeks to a review: 1 to 52")]
    [InlineData("reviews", "MonitoringWeeks", "53", "Enter the weeks of monitoring: 1 to 52")]
    [InlineData("reviews", "RequiredStrands", "Gossip", "Choose strands from the list")]
    public async Task Part_WhenSomethingCannotBeStored_SaysWhereAndKeepsWhatWasTyped(string part, string field, string typed, string message)
    {
        var client = await app.AsAsync("senco");
        var before = (await SchoolAsync()).Version;

        using var answer = await SaveAsync(client, part, (await client.GetPageAsync($"{Root}/{part}")).FormFields("main form").With((field, typed)));

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(message, Assert.Single(page.QuerySelectorAll(".govuk-error-summary__list a")).Words());
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        if (field != "RequiredStrands")
        {
            Assert.Equal(typed, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        }

        Assert.Equal(before, (await SchoolAsync()).Version);
    }

    [Fact]
    public async Task Terms_WhenRowsAreAddedAndRemoved_KeepTheRestAndSaveWhatIsThere()
    {
        var client = await app.AsAsync("senco");
        var page = await client.GetPageAsync($"{Root}/terms");
        foreach (var kind in new[] { "term", "term", "inset", "inset" })
        {
            using var added = await SaveAsync(client, "terms", page.FormFields("main form").With(("add", kind)));
            page = await added.ReadPageAsync();
        }

        var (term, inset) = (page.QuerySelectorAll("[data-sen-row=term]").Length - 1, page.QuerySelectorAll("[data-sen-row=inset]").Length - 1);
        var fields = page.FormFields("main form").With(
            ($"Terms[{term}].Name", "Autumn 2031"), ($"Terms[{term}].Starts", "2/9/2031"), ($"Terms[{term}].Ends", "19 Dec 2031"), ($"InsetDays[{inset}].On", "1 Sep 2031"), ("remove", $"inset-{inset - 1}"));
        using var removed = await SaveAsync(client, "terms", fields);
        page = await removed.ReadPageAsync();
        Assert.Equal("1 Sep 2031", page.QuerySelector($"[name='InsetDays[{inset - 1}].On']")!.GetAttribute("value"));

        using var answer = await SaveAsync(client, "terms", page.FormFields("main form"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var school = await SchoolAsync();
        Assert.Contains(new SchoolTerm("Autumn 2031", new(2031, 9, 2), new(2031, 12, 19)), school.Terms);
        Assert.Contains(new DateOnly(2031, 9, 1), school.InsetDays);
        Assert.DoesNotContain(school.Terms, known => known.Name.Length == 0);
    }

    [Theory]
    [InlineData("add", "pupil")]
    [InlineData("remove", "term-99")]
    [InlineData("remove", "term--1")]
    [InlineData("remove", "pupil-0")]
    public async Task Terms_WhenTheRowIsForged_AnswersNotFound(string name, string value)
    {
        var client = await app.AsAsync("senco");

        using var answer = await SaveAsync(client, "terms", (await client.GetPageAsync($"{Root}/terms")).FormFields("main form").With((name, value)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Reviews_WhenOtherStrandsAreRequired_OpenCyclesFollowAndClosedOnesStay()
    {
        var pupil = await app.School.AddPupilAsync("Strandberg", "Sven", CycleStage.Do, closedCycles: 1);
        var client = await app.AsAsync("senco");
        var fields = (await client.GetPageAsync($"{Root}/reviews")).FormFields("main form");

        using (var answer = await SaveAsync(client, "reviews", fields.With(("RequiredStrands", "ExternalAdvice"))))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var cycles = await app.InSchoolAsync(app.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == pupil.Id).OrderBy(cycle => cycle.Number).ToListAsync());
        Assert.Equal(StrandKinds.Required, cycles[0].RequiredStrands);
        Assert.Equal([StrandKind.ExternalAdvice], cycles[^1].RequiredStrands);
        var assess = await client.GetPageAsync($"/pupils/{pupil.Id}/cycles/{cycles[^1].Number}/assess");
        Assert.Equal(["Specialist advice"], assess.QuerySelectorAll("main fieldset legend").Select(legend => legend.Words()).Where(words => words.EndsWith("needed", StringComparison.Ordinal)).Select(words => words[..^" needed".Length]));
        var timeline = await client.GetPageAsync($"/pupils/{pupil.Id}/timeline");
        Assert.Contains("The school changed which strands an assessment needs", timeline.Body.Words(), StringComparison.Ordinal);

        using var back = await SaveAsync(client, "reviews", (await client.GetPageAsync($"{Root}/reviews")).FormFields("main form").Without("RequiredStrands").And(StrandKinds.Required.Select(kind => ("RequiredStrands", $"{kind}"))));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
    }

    [Fact]
    public async Task Part_WhenAColleagueChangedTheSame_AsksAndThenSaves()
    {
        var (senco, office) = (await app.AsAsync("senco"), await app.AsAsync("office"));
        var mine = (await senco.GetPageAsync($"{Root}/details")).FormFields("main form").With(("School.HeadName", "Mine Marsh"));
        var theirName = $"Theirs {Guid.NewGuid():N}";
        using (var theirs = await SaveAsync(office, "details", (await office.GetPageAsync($"{Root}/details")).FormFields("main form").With(("School.HeadName", theirName))))
        {
            Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        }

        using var met = await SaveAsync(senco, "details", mine);

        var page = await met.ReadPageAsync();
        Assert.Equal(HttpStatusCode.Conflict, met.StatusCode);
        Assert.Contains("Owen Price saved this at", page.QuerySelector(".moj-alert--warning").Words(), StringComparison.Ordinal);
        Assert.Contains(theirName, page.QuerySelector(".moj-alert--warning").Words(), StringComparison.Ordinal);
        Assert.Equal("Mine Marsh", page.QuerySelector("[name='School.HeadName']")!.GetAttribute("value"));
        Assert.Equal(theirName, (await SchoolAsync()).HeadName);
        using var again = await SaveAsync(senco, "details", page.FormFields("main form"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Mine Marsh", (await SchoolAsync()).HeadName);
    }

    [Fact]
    public async Task Part_WhenAColleagueChangedAnotherPart_SavesBoth()
    {
        var (senco, office) = (await app.AsAsync("senco"), await app.AsAsync("office"));
        var mine = (await senco.GetPageAsync($"{Root}/advice")).FormFields("main form").With(("Support.SendiassName", $"Mine {Guid.NewGuid():N}"));
        var theirName = $"Theirs {Guid.NewGuid():N}";
        using var theirs = await SaveAsync(office, "details", (await office.GetPageAsync($"{Root}/details")).FormFields("main form").With(("School.HeadName", theirName)));

        using var answer = await SaveAsync(senco, "advice", mine);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((theirName, mine["Support.SendiassName"]), ((await SchoolAsync()).HeadName, (await SchoolAsync()).SendiassName));
    }

    [Fact]
    public async Task Part_WhenTheVersionIsForged_AnswersNotFound()
    {
        var client = await app.AsAsync("senco");

        using var answer = await SaveAsync(client, "advice", (await client.GetPageAsync($"{Root}/advice")).FormFields("main form").With(("Version", $"{Guid.NewGuid()}")));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Logo_WhenAPictureIsChosen_IsServedWithoutWhatItCarriedAlong()
    {
        var client = await app.AsAsync("senco");
        var file = Pictures.Png(3, 2, Pictures.Chunk("tEXt", Encoding.ASCII.GetBytes("secret")));

        using (var answer = await UploadAsync(client, file, "logo.exe", "text/html"))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using (var logo = await (await app.AsAsync("teacher")).GetAsync("/school/logo"))
        {
            Assert.Equal("image/png", logo.Content.Headers.ContentType?.MediaType);
            Assert.Equal(Pictures.Png(), await logo.Content.ReadAsByteArrayAsync());
        }

        using (var other = await (await app.AsOtherSchoolAsync("senco")).GetAsync("/school/logo"))
        {
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }

        using (var replaced = await UploadAsync(client, Pictures.Jpeg(), "logo.jpg", "image/jpeg"))
        {
            Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        }

        Assert.Equal("image/jpeg", (await app.InSchoolAsync(app.School.Id, db => db.SchoolLogos.SingleAsync())).ContentType);
        using var removed = await client.PostAsync($"{Root}/logo/remove", (FormUrlEncodedContent)(await client.GetPageAsync($"{Root}/logo")).FormFields("form[action$=remove]"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.SchoolLogos.AnyAsync()));
        using var gone = await client.GetAsync("/school/logo");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("<svg onload=alert(1)>", "Choose a PNG or JPEG file")]
    [InlineData("", "The file is empty. Choose a PNG or JPEG file")]
    [InlineData(null, "Choose a PNG or JPEG file")]
    [InlineData("large", "The file must be 1 MB or smaller")]
    public async Task Logo_WhenTheFileIsNoPicture_SaysWhatToDo(string? content, string message)
    {
        var client = await app.AsAsync("senco");
        var bytes = content is "large" ? new byte[SchoolLogo.MostBytes + 1] : content is null ? null : Encoding.ASCII.GetBytes(content);

        using var answer = await UploadAsync(client, bytes, "logo.png", "image/png");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(message, Assert.Single((await answer.ReadPageAsync()).QuerySelectorAll(".govuk-error-summary__list a")).Words());
    }

    private Task<School> SchoolAsync() => app.InSchoolAsync(app.School.Id, db => SchoolTerms.Of(db, app.School.Id).FirstAsync());

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, string part, FormFields fields) => client.PostAsync($"{Root}/{part}", (FormUrlEncodedContent)fields);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[]? bytes, string name, string type)
    {
        var fields = (await client.GetPageAsync($"{Root}/logo")).FormFields("form[enctype]");
        var content = new MultipartFormDataContent { { new StringContent(fields["Version"]!), "Version" }, { new StringContent(fields["__RequestVerificationToken"]!), "__RequestVerificationToken" } };
        if (bytes is not null)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(file, "Logo", name);
        }

        return await client.PostAsync($"{Root}/logo", content);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string address, bool posts)
    {
        var token = (await client.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;
        using var answer = posts ? await client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", token)])) : await client.GetAsync(address);
        return answer.StatusCode;
    }
}
