using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>The application as a developer runs it, with the demonstration school, listening on a port of its own. Database and logs are in a temporary folder.</summary>
public sealed class AppUnderTest : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-browser-").FullName;

    /// <summary>Starts listening.</summary>
    public AppUnderTest()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Where it writes its logs.</summary>
    public string LogFolder => Path.Combine(folder, "logs");

    /// <summary>Reads or writes the demonstration school's records.</summary>
    public async Task<T> InSchoolAsync<T>(Func<SenSupportDbContext, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = DemoSchoolId(db);
        return await act(db);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "browser.db")}");
        builder.UseSetting("Logs:Folder", LogFolder);

        // A run signs in more often from one address than people do.
        builder.UseSetting("RateLimits:SignInsAMinute", "100000");
    }

    private static Guid DemoSchoolId(SenSupportDbContext db) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Schools).Select(school => school.Id).First();
}
