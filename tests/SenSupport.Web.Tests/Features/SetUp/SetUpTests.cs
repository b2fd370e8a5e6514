using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.SetUp;

/// <summary>An empty Production database: the school is set up once, by whoever can read the server's log.</summary>
public sealed partial class SetUpTests
{
    private const string Password = "violet-Kettle-harbour-71";

    [Theory]
    [InlineData("/")]
    [InlineData("/pupils")]
    [InlineData("/account/sign-in")]
    [InlineData("/school/settings")]
    [InlineData("/help")]
    [InlineData("/no/such/page")]
    public async Task EveryPage_WhenThereIsNoSchool_LeadsToSetUp(string address)
    {
        await using var app = new EmptyApp();

        using var answer = await app.Client().GetAsync(address);

        Assert.Equal((HttpStatusCode.SeeOther, "/set-up"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task AssetsHealthAndErrors_WhenThereIsNoSchool_StillAnswer()
    {
        await using var app = new EmptyApp();
        var client = app.Client();
        var page = await client.GetPageAsync("/set-up");

        foreach (var address in new[] { page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, "/health/live", "/health/ready" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var missing = await client.GetAsync("/errors/404");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("Page not found", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_WhenEverythingIsRight_MakesTheSchoolSignsInAndIsGone()
    {
        await using var app = new EmptyApp();
        var client = app.Client();
        var page = await client.GetPageAsync("/set-up");
        Assert.Equal("Set up your school", page.QuerySelector("h1").Words());
        Assert.Contains("/school/classes", page.QuerySelectorAll("input[name=First]").Select(choice => choice.GetAttribute("value")));

        using var answer = await PostAsync(client, Filled(page, app).With(("First", "/school/classes"), ("Support.LocalOfferAddress", "www.town.gov.uk/offer")));

        Assert.Equal((HttpStatusCode.Redirect, "/school/classes"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var next = await client.GetPageAsync("/school/classes");
        Assert.Contains("Ash Lane Primary School is set up", next.QuerySelector(".moj-alert--success").Words(), StringComparison.Ordinal);
        Assert.Contains("Ruth Adeyemi, SENCo", next.QuerySelector(".sen-header__account").Words(), StringComparison.Ordinal);
        var school = await app.InDatabaseAsync(db => db.Schools.IgnoreQueryFilters().SingleAsync());
        Assert.Equal(("Ash Lane Primary School", "301", "2001", "https://www.town.gov.uk/offer"), (school.Name, school.LocalAuthorityNumber, school.EstablishmentNumber, school.LocalOfferAddress));
        Assert.Equal(3, school.Terms.Count);
        var happened = await app.InDatabaseAsync(db => db.Events.IgnoreQueryFilters().SingleAsync(row => row.RecordId == school.Id));
        Assert.Equal((RecordEventKind.SchoolSetUp, null, "Ruth Adeyemi"), (happened.Kind, happened.PupilId, happened.StaffName));

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var again = await app.Client().SendAsync(new HttpRequestMessage(method, "/set-up"));
            Assert.NotEqual(HttpStatusCode.OK, again.StatusCode);
        }

        using var gone = await client.GetAsync("/set-up");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var signIn = await app.Client().GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
    }

    [Fact]
    public async Task Home_WhenTheSchoolIsNew_ListsStepsWhosePagesThereAre()
    {
        await using var app = new EmptyApp();
        var client = app.Client();
        using var answer = await PostAsync(client, Filled(await client.GetPageAsync("/set-up"), app));
        Assert.Equal("/", answer.Headers.Location?.ToString());

        var home = await client.GetPageAsync("/");

        Assert.Equal("Get started", home.QuerySelector(".sen-empty h2").Words());
        foreach (var link in home.QuerySelectorAll(".sen-start a").Select(link => link.GetAttribute("href")!))
        {
            using var page = await client.GetAsync(link);
            Assert.True(page.IsSuccessStatusCode, $"{link} answered {(int)page.StatusCode}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCD-EFGH-JKMN-PQRS")]
    [InlineData("almost")]
    public async Task SetUp_WhenTheCodeIsWrong_ChangesNothingAndKeepsWhatWasTyped(string code)
    {
        await using var app = new EmptyApp();
        var client = app.Client();
        var fields = Filled(await client.GetPageAsync("/set-up"), app);
        code = code == "almost" ? fields["Code"]![..^1] : code;

        using var answer = await PostAsync(client, fields.With(("Code", code), ("School.Name", "")));

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = Assert.Single(page.QuerySelectorAll(".govuk-error-summary__list a"));
        Assert.Equal("#Code", problem.GetAttribute("href"));
        Assert.Equal("Ruth Adeyemi", page.QuerySelector("#Senco_Name")!.GetAttribute("value"));
        Assert.DoesNotContain(Password, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(await app.InDatabaseAsync(db => db.Schools.IgnoreQueryFilters().AnyAsync()));
        Assert.False(await app.InDatabaseAsync(db => db.Users.AnyAsync()));
    }

    [Theory]
    [InlineData("School.Name", "", "Enter the name of the school")]
    [InlineData("School.LocalAuthorityNumber", "30", "Enter the local authority number: three digits, like 396")]
    [InlineData("School.EstablishmentNumber", "20O1", "Enter the establishment number: four digits, like 2231")]
    [InlineData("School.Phase", "Kindergarten", "Choose the phase of the school")]
    [InlineData("School.LowestYear", "7", "The oldest year must not be below the youngest")]
    [InlineData("School.HighestYear", "15", "Choose the oldest year")]
    [InlineData("School.Website", "javascript:alert(1)", "The school’s website must be a web address, like www.example.org")]
    [InlineData("Terms[0].Ends", "31 February 2026", "Term 1: enter the last day, like 18 Dec 2026")]
    [InlineData("Terms[1].Starts", "1 Oct 2026", "Term 2: overlaps term 1. Change the dates of one of them")]
    [InlineData("Support.SendiassEmail", "advice", "The email address of the advice service must be an email address, like name@example.org")]
    [InlineData("Senco.Name", " ", "Enter the SENCo’s name")]
    [InlineData("Senco.Email", "ruth", "The SENCo’s email address must be an email address, like name@example.org")]
    [InlineData("Senco.Password", "elevenchars", "Enter a password of 12 characters or more")]
    [InlineData("Senco.Password", "password password", "Choose a password that is harder to guess: this one is made of well-known words only")]
    [InlineData("Senco.Password", "Adeyemi-kettle-72", "Choose a password without your name, your email address or the name of your school")]
    public async Task SetUp_WhenSomethingCannotBeStored_SaysWhereAndChangesNothing(string field, string typed, string message)
    {
        await using var app = new EmptyApp();
        var client = app.Client();

        using var answer = await PostAsync(client, Filled(await client.GetPageAsync("/set-up"), app).With((field, typed)));

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.Words()));
        Assert.False(await app.InDatabaseAsync(db => db.Schools.IgnoreQueryFilters().AnyAsync()));
        Assert.False(await app.InDatabaseAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task SetUp_WhenTwoPostAtOnce_MakesOneSchool()
    {
        await using var app = new EmptyApp();
        var clients = Enumerable.Range(0, 4).Select(_ => app.Client()).ToList();
        var forms = new List<FormFields>();
        foreach (var (index, client) in clients.Index())
        {
            forms.Add(Filled(await client.GetPageAsync("/set-up"), app).With(("Senco.Email", $"senco{index}@ash.example")));
        }

        var answers = await Task.WhenAll(clients.Zip(forms, (client, form) => Task.Run(() => PostAsync(client, form))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{answer.StatusCode}"));
        Assert.Equal((1, 1, 1), await app.InDatabaseAsync(async db => (await db.Schools.IgnoreQueryFilters().CountAsync(), await db.Staff.IgnoreQueryFilters().CountAsync(), await db.Users.CountAsync())));
    }

    [Fact]
    public async Task SetUp_WhenGuessedAtOften_HasToWait()
    {
        await using var app = new EmptyApp { Posts = 3 };
        var client = app.Client();
        var fields = Filled(await client.GetPageAsync("/set-up"), app).With(("Code", "wrong"));
        for (var time = 0; time < 3; time++)
        {
            using var answer = await PostAsync(client, fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var last = await PostAsync(client, fields);

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
    }

    [Fact]
    public async Task SetUp_WhenTheTokenIsMissing_IsRefused()
    {
        await using var app = new EmptyApp();
        var client = app.Client();

        using var answer = await PostAsync(client, Filled(await client.GetPageAsync("/set-up"), app).Without("__RequestVerificationToken"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await app.InDatabaseAsync(db => db.Schools.IgnoreQueryFilters().AnyAsync()));
    }

    [Fact]
    public async Task Start_WhenAgainWithoutASchool_WritesAnotherCode()
    {
        await using var one = new EmptyApp();
        await using var two = new EmptyApp();
        one.Client();
        two.Client();

        Assert.NotEqual(CodeOf(one), CodeOf(two));
    }

    private static FormFields Filled(AngleSharp.Html.Dom.IHtmlDocument page, EmptyApp app) => page.FormFields("main form").With(
        ("Code", CodeOf(app)),
        ("School.Name", "Ash Lane Primary School"),
        ("School.LocalAuthorityNumber", "301"),
        ("School.EstablishmentNumber", "2001"),
        ("Terms[0].Starts", "2 Sep 2026"),
        ("Terms[0].Ends", "18 Dec 2026"),
        ("Terms[1].Starts", "4 Jan 2027"),
        ("Terms[1].Ends", "26 Mar 2027"),
        ("Terms[2].Starts", "12 Apr 2027"),
        ("Terms[2].Ends", "21 Jul 2027"),
        ("Senco.Name", "Ruth Adeyemi"),
        ("Senco.Email", "senco@ash.example"),
        ("Senco.Password", Password));

    private static string CodeOf(EmptyApp app) => Code().Match(app.Log).Groups[1].Value is { Length: > 0 } code ? code : throw new InvalidOperationException("The log holds no code");

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, FormFields fields) => client.PostAsync("/set-up", (FormUrlEncodedContent)fields);

    [GeneratedRegex("enter this code: ([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})")]
    private static partial Regex Code();
}
