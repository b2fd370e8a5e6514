using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SenSupport.Web.Data;

/// <summary>Brings the database to the newest migration before the first request.</summary>
public static class DatabasePreparation
{
    private const int NoSuchDatabase = 4060;

    /// <summary>Migrates what is not migrated. When the newest migration is there already, this is two short queries.</summary>
    /// <exception cref="StartupProblemException">The database cannot be used; the message says what to do.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var plain = app.Services.GetRequiredService<PlainDatabase>();
        try
        {
            if (plain.SqliteFile is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                CheckThatSqliteCanWrite(plain);
            }

            if (!IsCurrent(plain))
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SenSupportDbContext>().Database.MigrateAsync();
            }
        }
        catch (SqliteException problem)
        {
            throw new StartupProblemException(problem.SqliteErrorCode switch
            {
                5 or 6 => "The database is locked by another program. Stop the other copy of SenSupport, or whatever has the database file open, and start again.",
                8 => "The database file or its folder is read-only. Give the account that runs SenSupport the right to write there, and start again.",
                14 => "The database file cannot be opened. Check that its folder exists and may be written to, or set ConnectionStrings__SenSupport, and start again.",
                11 or 26 => "The database file is damaged or is not a SenSupport database. Restore it from the last backup, and start again.",
                _ => $"The database cannot be used (SQLite error {problem.SqliteErrorCode}). Check the file that ConnectionStrings__SenSupport names, and start again.",
            });
        }
        catch (SqlException problem)
        {
            throw new StartupProblemException(problem.Number == NoSuchDatabase
                ? "The database does not exist on the SQL Server. Create it, give the account rights to it, and start again."
                : $"SQL Server cannot be reached or refused the account (error {problem.Number}). Check ConnectionStrings__SenSupport, and start again.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblemException("The folder for the database cannot be made. Give the account that runs SenSupport the right to write there, and start again.");
        }
    }

    private static bool IsCurrent(PlainDatabase database)
    {
        try
        {
            var tables = database.ReadTexts(database.SqliteFile is null ? "SELECT name FROM sys.tables" : "SELECT name FROM sqlite_master WHERE type = 'table'");
            return tables.Contains("__EFMigrationsHistory") && database.ReadTexts("SELECT MigrationId FROM __EFMigrationsHistory").Contains(Newest(database));
        }
        catch (SqlException problem) when (problem.Number == NoSuchDatabase)
        {
            // Migrating makes it, where the account may.
            return false;
        }
    }

    private static string Newest(PlainDatabase database)
    {
        var context = database.SqliteFile is null ? typeof(SqlServerSenSupportDbContext) : typeof(SqliteSenSupportDbContext);
        return typeof(DatabasePreparation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Max(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)!;
    }

    // A write is tried at once, so that a locked or read-only file is told at the start and not at somebody's first save. The embedded database has one
    // process: a migration lock left in it belongs to one that was killed, and waiting for it would never end.
    private static void CheckThatSqliteCanWrite(PlainDatabase database)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 6;
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        var hasLock = (long)command.ExecuteScalar()! > 0;
        command.CommandText = hasLock ? "BEGIN IMMEDIATE; DELETE FROM __EFMigrationsLock; COMMIT;" : "BEGIN IMMEDIATE; ROLLBACK;";
        command.ExecuteNonQuery();
    }
}
