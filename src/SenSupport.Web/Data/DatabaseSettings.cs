using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SenSupport.Web.Data;

/// <summary>Which database holds the records: settings <c>Database:Provider</c> (Sqlite or SqlServer) and <c>ConnectionStrings:SenSupport</c>.</summary>
public static class DatabaseSettings
{
    /// <summary>Adds the context on the database that the settings name.</summary>
    /// <exception cref="StartupProblemException">The provider is unknown, or SQL Server has no connection string.</exception>
    public static void AddSenSupportDatabase(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration["Database:Provider"] ?? "Sqlite";
        var connection = builder.Configuration.GetConnectionString("SenSupport");
        builder.Services.AddScoped<Security.SchoolScope>();
        builder.Services.AddSingleton<RecordEventInterceptor>();
        switch (provider.ToUpperInvariant())
        {
            case "SQLITE":
                builder.Services.AddSingleton<SqlitePragmas>();
                var path = SqlitePath(connection, builder.Environment.ContentRootPath);
                builder.Services.AddSingleton(new PlainDatabase(() => new SqliteConnection(path)));
                builder.Services.AddDbContext<SenSupportDbContext, SqliteSenSupportDbContext>((services, options) => options
                    .UseSqlite(path)
                    .AddInterceptors(services.GetRequiredService<RecordEventInterceptor>(), services.GetRequiredService<SqlitePragmas>()));
                break;
            case "SQLSERVER":
                var server = connection ?? throw new StartupProblemException("SQL Server needs a connection string: set ConnectionStrings__SenSupport");
                builder.Services.AddSingleton(new PlainDatabase(() => new SqlConnection(server)));
                builder.Services.AddDbContext<SenSupportDbContext, SqlServerSenSupportDbContext>((services, options) => options
                    .UseSqlServer(server)
                    .AddInterceptors(services.GetRequiredService<RecordEventInterceptor>()));
                break;
            default:
                throw new StartupProblemException($"Database:Provider is '{provider}'; use Sqlite or SqlServer");
        }
    }

    private static string SqlitePath(string? connection, string contentRoot)
    {
        var settings = new SqliteConnectionStringBuilder(connection ?? "Data Source=App_Data/sensupport.db");
        if (settings.DataSource.Length > 0 && settings.DataSource != ":memory:")
        {
            settings.DataSource = Path.GetFullPath(settings.DataSource, contentRoot);
        }

        return settings.ConnectionString;
    }
}

/// <summary>The application cannot start. The message is one line that says what to do.</summary>
public sealed class StartupProblemException(string message) : Exception(message);
