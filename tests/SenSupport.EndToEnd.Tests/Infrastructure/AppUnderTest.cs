using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>
/// The application, listening on a port of its own: as a developer runs it, with the demonstration school, or as a school starts it, with nothing in it. Database and
/// logs are in a temporary folder.
/// </summary>
public sealed class AppUnderTest : WebApplicationFactory<Program>
{
    private readonly string environment;
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-browser-").FullName;

    /// <summary>Starts listening.</summary>
    /// <param name="environment">Development, with the demonstration school; Production, with an empty database.</param>
    public AppUnderTest(string environment = "Development")
    {
        this.environment = environment;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Where it writes its logs.</summary>
    public string LogFolder => Path.Combine(folder, "logs");

    /// <summary>Everything that it has logged.</summary>
    public string ReadLog() => string.Concat(Directory.GetFiles(LogFolder, "*", SearchOption.AllDirectories).Select(file =>
    {
        // The application still has the file open.
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }));

    /// <summary>Reads or writes the records of the one school.</summary>
    public async Task<T> InSchoolAsync<T>(Func<SenSupportDbContext, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = OnlySchoolId(db);
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
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "browser.db")}");
        builder.UseSetting("Logs:Folder", LogFolder);

        // A run signs in more often from one address than people do.
        builder.UseSetting("RateLimits:SignInsAMinute", "100000");
    }

    private static Guid OnlySchoolId(SenSupportDbContext db) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Schools).Select(school => school.Id).First();
}
