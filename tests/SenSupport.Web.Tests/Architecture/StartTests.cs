using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;

namespace SenSupport.Web.Tests.Architecture;

/// <summary>A database that cannot be used is told at the start in one line that says what to do.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-start-").FullName;

    private string File => Path.Combine(folder, "start.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Prepare_WhenThereIsNoDatabaseNorFolder_MakesBoth()
    {
        await PrepareAsync($"Data Source={Path.Combine(folder, "new", "start.db")}");

        Assert.True(System.IO.File.Exists(Path.Combine(folder, "new", "start.db")));
    }

    [Fact]
    public async Task Prepare_WhenTheDatabaseIsLocked_SaysSoSoon()
    {
        await PrepareAsync($"Data Source={File}");
        await using var other = new SqliteConnection($"Data Source={File}");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var started = Stopwatch.GetTimestamp();

        var message = await ProblemAsync($"Data Source={File}");

        Assert.StartsWith("The database is locked by another program.", message);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Prepare_WhenTheDatabaseIsReadOnly_SaysSo()
    {
        await PrepareAsync($"Data Source={File}");

        Assert.StartsWith("The database file or its folder is read-only.", await ProblemAsync($"Data Source={File};Mode=ReadOnly"));
    }

    [Fact]
    public async Task Prepare_WhenTheFileIsNoDatabase_SaysSoAndLeavesItAlone()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("Minutes of the governors' meeting. ", 100)));

        Assert.StartsWith("The database file is damaged or is not a SenSupport database.", await ProblemAsync($"Data Source={File}"));
        Assert.StartsWith("Minutes", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Prepare_WhenTheFileCannotBeOpened_SaysSo()
    {
        Assert.StartsWith("The database file cannot be opened.", await ProblemAsync($"Data Source={folder}"));
        Assert.StartsWith("The database file cannot be opened.", await ProblemAsync($"Data Source={File};Mode=ReadWrite"));
    }

    [Fact]
    public async Task Prepare_WhenAKilledStartLeftItsLock_ClearsItAndStarts()
    {
        await using (var killed = new SqliteConnection($"Data Source={File}"))
        {
            await killed.OpenAsync();
            await ExecuteAsync(killed, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00')");
        }

        await PrepareAsync($"Data Source={File}").WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Program_WhenTheDatabaseCannotBeUsed_SaysSoInOneLineAndExitsWithOne()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Logs:Folder", folder, "--ConnectionStrings:SenSupport", $"Data Source={File}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };

        using var program = Process.Start(start)!;
        var error = await program.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("The database file is damaged or is not a SenSupport database. Restore it from the last backup, and start again.", error.Trim());
        Assert.Equal(1, program.ExitCode);
    }

    private static async Task<string> ProblemAsync(string connection)
    {
        var problem = await Assert.ThrowsAsync<StartupProblemException>(() => PrepareAsync(connection));
        Assert.DoesNotContain('\n', problem.Message);
        return problem.Message;
    }

    private static async Task PrepareAsync(string connection)
    {
        var builder = WebApplication.CreateBuilder(["--ConnectionStrings:SenSupport", connection]);
        builder.AddSenSupportDatabase();
        await using var app = builder.Build();
        await app.PrepareDatabaseAsync();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<SenSupportDbContext>().Database.GetPendingMigrationsAsync());
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
