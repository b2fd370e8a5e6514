using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Imports.Running;

/// <summary>
/// Looks after imports soon after the start, when the first pages are out, and every hour: puts those back whose server ended in the middle, and deletes files after
/// <see cref="DaysKept"/> days; what the import was and did stays. A file of staff, which is kept for its preview only, goes after a day.
/// </summary>
public sealed class ImportKeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportKeeping> log) : BackgroundService
{
    /// <summary>How long a file is kept.</summary>
    public const int DaysKept = 30;

    /// <summary>A server that has not said for so long how far it is has died.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Start = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Puts imports back whose server ended in the middle: their transaction was lost with it.</summary>
    /// <param name="db">The database; all schools are looked through.</param>
    /// <param name="oldest">Whoever has not said since then how far it is has ended, in UTC.</param>
    public static Task<int> PutBackAsync(SenSupportDbContext db, DateTime oldest)
    {
        const string Ended = "SenSupport was stopped in the middle of it, so nothing was changed.";
        return db.Imports.IgnoreQueryFilters().Where(import => (import.State == ImportState.Applying || import.State == ImportState.Undoing) && import.ProgressAt < oldest)
            .ExecuteUpdateAsync(set => set
                .SetProperty(import => import.State, import => import.State == ImportState.Applying ? ImportState.Previewed : ImportState.Applied)
                .SetProperty(import => import.Version, Guid.CreateVersion7())
                .SetProperty(import => import.Problem, Ended));
    }

    /// <summary>Deletes what is old. Previews whose file is gone are discarded.</summary>
    public static async Task KeepAsync(SenSupportDbContext db, DateTime now)
    {
        var oldest = now.AddDays(-DaysKept);
        var oldestOfStaff = now.AddDays(-1);
        var old = db.Imports.IgnoreQueryFilters().Where(import => (import.At < oldest || (import.Kind == ImportKind.Staff && import.At < oldestOfStaff)) && import.FileId != null && import.State != ImportState.Applying && import.State != ImportState.Undoing);
        await db.FileContents.IgnoreQueryFilters().Where(content => old.Any(import => import.FileId == content.Id)).ExecuteDeleteAsync();
        await old.ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, import => import.State == ImportState.Previewed ? ImportState.Discarded : import.State)
            .SetProperty(import => import.FileId, (Guid?)null)
            .SetProperty(import => import.Version, Guid.CreateVersion7()));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // On SQLite this server is the only one: whatever was begun before it started has ended.
        var started = clock.GetUtcNow().UtcDateTime;
        await Task.Delay(Start, clock, stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
                await KeepAsync(db, clock.GetUtcNow().UtcDateTime);
                await PutBackAsync(db, db.Database.IsSqlite() ? started : clock.GetUtcNow().UtcDateTime - Silence);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Old imports could not be cleared away");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
