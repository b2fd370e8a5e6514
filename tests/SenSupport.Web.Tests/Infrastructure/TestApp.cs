using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>The whole application on a SQLite file of its own, with two schools in it. One for all page tests: each test adds the pupils it needs.</summary>
public sealed class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-tests-").FullName;
    private readonly Dictionary<string, HttpClient> signedIn = [];
    private readonly SemaphoreSlim signingIn = new(1);

    /// <summary>The school that the tests are about.</summary>
    public TestSchool School { get; private set; } = null!;

    /// <summary>Another school in the same database, whose people must see nothing of the first.</summary>
    public TestSchool OtherSchool { get; private set; } = null!;

    /// <summary>Where the application writes its database and logs.</summary>
    public string Folder => folder;

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(this, "Ash Lane Primary School", "ash");
        OtherSchool = await TestSchool.CreateAsync(this, "Birch Road Primary School", "birch");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs something against the database as the application would inside a request of a school.</summary>
    public async Task<T> InSchoolAsync<T>(Guid schoolId, Func<SenSupportDbContext, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = schoolId;
        return await act(scope.ServiceProvider.GetRequiredService<SenSupportDbContext>());
    }

    /// <summary>A client that is signed in as a role of the first school, "teacher" for example; the same one each time. Redirects are not followed.</summary>
    public Task<HttpClient> AsAsync(string role) => SignedInAsync($"{role}@ash.example");

    /// <summary>A client that is signed in as a role of the other school.</summary>
    public Task<HttpClient> AsOtherSchoolAsync(string role) => SignedInAsync($"{role}@birch.example");

    /// <summary>A client of its own with a session of its own.</summary>
    public async Task<HttpClient> SignInAsync(string email, string password = TestSchool.Password)
    {
        var client = Anonymous();
        var page = await client.GetPageAsync("/account/sign-in");
        var answer = await client.PostAsync("/account/sign-in", page.FormFields("form[action*='sign-in']").With(("Email", email), ("Password", password)));
        Assert.True((int)answer.StatusCode is 302, $"Sign-in of {email} answered {(int)answer.StatusCode}");
        return client;
    }

    /// <summary>A client that is not signed in. Redirects are not followed; cookies are kept.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "test.db")}");
        builder.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(new Dictionary<string, string?> { ["Logs:Folder"] = Path.Combine(folder, "logs"), ["RecentPupils:WriteEverySeconds"] = "86400", ["Reminders:Enabled"] = "false", ["RateLimits:SignInsAMinute"] = "100000", ["RateLimits:LinksAMinute"] = "100000", ["RateLimits:CalendarsAMinute"] = "100000", ["RateLimits:SchoolExportsAMinute"] = "100000" }));
    }

    private async Task<HttpClient> SignedInAsync(string email)
    {
        await signingIn.WaitAsync();
        try
        {
            return signedIn.TryGetValue(email, out var client) ? client : signedIn[email] = await SignInAsync(email);
        }
        finally
        {
            signingIn.Release();
        }
    }
}

/// <summary>All tests that use <see cref="TestApp"/> share it, one after the other.</summary>
[CollectionDefinition(nameof(TestApp))]
public sealed class TestAppCollection : ICollectionFixture<TestApp>;

/// <summary>Reads pages as a person would.</summary>
public static class Pages
{
    /// <summary>Gets a page that must answer 200.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
        return await answer.ReadPageAsync();
    }

    /// <summary>The page in an answer, whatever its status.</summary>
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());

    /// <summary>The visible words of an element, white space folded.</summary>
    public static string Words(this AngleSharp.Dom.IElement? element) =>
        element is null ? "" : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Everything that a browser would post of a form, without its buttons.</summary>
    public static FormFields FormFields(this IHtmlDocument page, string selector = "main form")
    {
        var form = page.QuerySelector(selector) as IHtmlFormElement;
        Assert.True(form is not null, $"No form {selector} on the page");
        var fields = new FormFields();
        foreach (var element in form!.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    fields.Add(input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields.Add(area.Name, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    foreach (var option in select.SelectedOptions)
                    {
                        fields.Add(select.Name, option.Value);
                    }

                    break;
            }
        }

        return fields;
    }
}

/// <summary>What a form posts, in order.</summary>
public sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    /// <summary>The first value of a field; null when it is not there.</summary>
    public string? this[string name] => fields.Where(known => known.Key == name).Select(known => known.Value).FirstOrDefault();

    /// <summary>The names that are there.</summary>
    public IEnumerable<string> Names => fields.Select(known => known.Key);

    public void Add(string name, string value) => fields.Add(new(name, value));

    /// <summary>The same with some fields set; a field that was there several times is there once afterwards.</summary>
    public FormFields With(params (string Name, string Value)[] set)
    {
        var copy = new FormFields();
        copy.fields.AddRange(fields.Where(field => !set.Any(given => given.Name == field.Key)));
        copy.fields.AddRange(set.Select(given => new KeyValuePair<string, string>(given.Name, given.Value)));
        return copy;
    }

    /// <summary>The same and some fields more, also of a name that is there.</summary>
    public FormFields And(IEnumerable<(string Name, string Value)> more)
    {
        var copy = With();
        copy.fields.AddRange(more.Select(given => new KeyValuePair<string, string>(given.Name, given.Value)));
        return copy;
    }

    /// <summary>The same without some fields.</summary>
    public FormFields Without(params string[] names)
    {
        var copy = new FormFields();
        copy.fields.AddRange(fields.Where(field => !names.Contains(field.Key)));
        return copy;
    }

    public static implicit operator FormUrlEncodedContent(FormFields fields) => new(fields.fields);
}
