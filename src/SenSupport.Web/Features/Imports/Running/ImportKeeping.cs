using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Imports.Running;

/// <summary>Deletes imported files after <see cref="DaysKept"/> days, at the start and every few hours; what the import was and did stays.</summary>
public sealed class ImportKeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportKeeping> log) : BackgroundService
{
    /// <summary>How long a file is kept.</summary>
    public const int DaysKept = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Deletes what is old. Previews whose file is gone are discarded.</summary>
    public static async Task KeepAsync(SenSupportDbContext db, DateTime now)
    {
        var oldest = now.AddDays(-DaysKept);
        var old = db.Imports.IgnoreQueryFilters().Where(import => import.At < oldest && import.FileId != null && import.State != ImportState.Applying && import.State != ImportState.Undoing);
        await db.FileContents.IgnoreQueryFilters().Where(content => old.Any(import => import.FileId == content.Id)).ExecuteDeleteAsync();
        await old.ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, import => import.State == ImportState.Previewed ? ImportState.Discarded : import.State)
            .SetProperty(import => import.FileId, (Guid?)null)
            .SetProperty(import => import.Version, Guid.CreateVersion7()));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
                await KeepAsync(db, clock.GetUtcNow().UtcDateTime);
                await ImportWorker.PutBackAsync(db, clock.GetUtcNow().UtcDateTime, isStart: false);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Old imports could not be cleared away");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
