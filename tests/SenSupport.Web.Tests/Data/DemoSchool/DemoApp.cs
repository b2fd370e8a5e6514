using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Data.DemoSchool;

/// <summary>The application as it starts on a new database, in an environment.</summary>
public sealed class DemoApp : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-demo-").FullName;
    private readonly string environment;

    public DemoApp()
        : this("Development")
    {
    }

    internal DemoApp(string environment) => this.environment = environment;

    /// <summary>Runs something against the database as a request of the school would.</summary>
    public async Task<T> AskAsync<T>(Func<SenSupportDbContext, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = await db.Schools.IgnoreQueryFilters().Select(school => school.Id).FirstOrDefaultAsync();
        return await ask(db);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "demo.db")}");
        builder.UseSetting("DemoSchool:Enabled", "true");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning");
        builder.UseSetting("Logs:Folder", Path.Combine(folder, "logs"));
    }
}
