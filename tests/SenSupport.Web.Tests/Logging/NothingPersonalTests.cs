using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Logging;

[Collection(nameof(TestApp))]
public sealed class NothingPersonalTests(TestApp app)
{
    private const string Name = "Zwetschgenberger";

    [Fact]
    public async Task Log_WhenNamesStandInAddressesBodiesAndExceptions_HasNoneOfThem()
    {
        var folder = Path.Combine(app.Folder, "logs-names");
        await using var noting = app.WithWebHostBuilder(host => host
            .ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(new Dictionary<string, string?> { ["Logs:Folder"] = folder }))
            .ConfigureServices(services => services.AddControllers().AddApplicationPart(typeof(ThrowingController).Assembly)));
        using var client = noting.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var pupil = Guid.NewGuid();

        var signIn = await client.GetPageAsync($"/account/sign-in?returnUrl=/pupils%3Fsearch%3D{Name}");
        await client.PostAsync("/account/sign-in", signIn.FormFields().With(("Email", $"{Name}@ash.example"), ("Password", Name)));
        await client.PostAsync("/account/sign-in", signIn.FormFields().With(("Email", "senco@ash.example"), ("Password", TestSchool.Password)));
        await client.GetAsync($"/{Name}/of/4W?name={Name}");
        await client.SendAsync(new HttpRequestMessage(new HttpMethod(Name), $"/pupils/{Name}"));
        await client.GetAsync($"/tests/throw/{pupil}/{Name}?name={Name}");
        await client.PostAsync($"/drafts?page=/pupils/{pupil}/cycles/2/plan&name={Name}", new FormUrlEncodedContent([new("Name", Name)]));
        var log = await ReadAsync(folder);

        Assert.DoesNotContain(Name, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Adeyemi", log);
        Assert.Contains("POST account/sign-in 302", log);
        Assert.Contains("GET (no route) 404", log);
        Assert.Contains("(other) (no route) ", log);
        Assert.Contains($"GET tests/throw/{{pupil:guid}}/{{name}} pupil={pupil} 500", log);
        Assert.Contains($"staff {app.School.Staff["senco"]} school {app.School.Id} request ", log);
        Assert.Contains("Microsoft.EntityFrameworkCore.DbUpdateException", log);
        Assert.Contains("SqliteException (SQLite error 19)", log);
        Assert.Contains($"at {typeof(ThrowingController).FullName}.Throw", log);
        Assert.Contains("An exception occurred in the database while saving changes.", log);
        Assert.Contains("POST drafts 400", log);
    }

    private static async Task<string> ReadAsync(string folder)
    {
        using var stream = new FileStream(Assert.Single(Directory.GetFiles(folder, "sensupport-*.log")), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>Fails as a database does that quotes what it could not store.</summary>
[AllowAnonymous]
public sealed class ThrowingController(ILogger<ThrowingController> log) : Controller
{
    [HttpGet("tests/throw/{pupil:guid}/{name}")]
    public IActionResult Throw(Guid pupil, string name)
    {
        var problem = new DbUpdateException($"Cannot store {name} of {pupil}", new SqliteException($"UNIQUE constraint failed: {name}", 19));

        // As EF Core logs it: the exception, and its text once more among the values.
        log.LogError(problem, "An exception occurred in the database while saving changes.{Newline}{Error}", Environment.NewLine, problem);
        throw new InvalidOperationException($"No place for {name}", problem);
    }
}
