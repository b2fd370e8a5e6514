using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;

namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>The application as it starts in Production on an empty database. A test has one of its own.</summary>
public sealed class EmptyApp : WebApplicationFactory<Program>, IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-empty-").FullName;

    /// <summary>How many forms an address may post in a minute.</summary>
    public int Posts { get; init; } = 100_000;

    /// <summary>Everything that was logged so far.</summary>
    public string Log => string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));

    /// <summary>A client that follows no redirects and keeps cookies, over HTTPS as in Production.</summary>
    public HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Runs something against the whole database.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<SenSupportDbContext, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<SenSupportDbContext>());
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "empty.db")}");
        builder.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logs:Folder"] = Path.Combine(folder, "logs"),
            ["RateLimits:SignInsAMinute"] = $"{Posts}",
        }));
    }
}
