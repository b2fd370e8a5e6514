using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.Running;

/// <summary>
/// Applies and undoes imports one after the other, each in one transaction: whatever goes wrong, nothing is half done. How far it is is kept in memory, and in the row
/// too where others can write beside the transaction, which SQLite does not allow; there a single server runs.
/// </summary>
public sealed class ImportWorker(ImportQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private const string Failed = "It could not be done, and nothing was changed. Try again; if it happens again, tell the person who looks after SenSupport in your school.";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await RunAsync(job, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(problem, "Import {Import} of school {School} could not be put back", job.ImportId, job.SchoolId);
            }
            finally
            {
                queue.Report(job.ImportId, null);
            }
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken stopping)
    {
        queue.Report(job.ImportId, (0, 0));
        string? problem;
        try
        {
            problem = await InTransactionAsync(job, stopping);
        }
        catch (DomainRuleException rule)
        {
            problem = $"{rule.Message}. Nothing was changed.";
        }
        catch (DbUpdateConcurrencyException)
        {
            problem = "A record was changed at the same moment, so nothing was changed. Look at it again.";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Import {Import} of school {School} failed", job.ImportId, job.SchoolId);
            problem = Failed;
        }

        if (problem is not null)
        {
            await using var scope = ScopeOf(job);
            var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
            await db.Imports.Where(import => import.Id == job.ImportId && import.Version == job.Version).ExecuteUpdateAsync(
                set => set
                    .SetProperty(import => import.State, import => import.State == ImportState.Applying ? ImportState.Previewed : ImportState.Applied)
                    .SetProperty(import => import.Version, Guid.CreateVersion7())
                    .SetProperty(import => import.Problem, problem.Length > 250 ? problem[..250] : problem),
                CancellationToken.None);
        }
    }

    // Null when all went well; otherwise why not, and nothing is changed.
    private async Task<string?> InTransactionAsync(ImportJob job, CancellationToken stopping)
    {
        await using var scope = ScopeOf(job);
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == job.ImportId && row.Version == job.Version, stopping) is not { ActedById: { } staffId } import)
        {
            return null;
        }

        var undoes = import.State == ImportState.Undoing;
        var by = new Acting(staffId, import.ActedBy, clock.GetUtcNow().UtcDateTime, SchoolClock.Today(clock), undoes ? "an import undone" : import.Kind == ImportKind.Pupils ? "from an import" : "from a file");
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        if (undoes)
        {
            var isWhole = await (import.Kind switch
            {
                ImportKind.Plans => scope.ServiceProvider.GetRequiredService<UndoPlansHandler>().UndoAsync(import, job.Only, by, Say, stopping),
                ImportKind.Points => scope.ServiceProvider.GetRequiredService<UndoPointsHandler>().UndoAsync(import, job.Only, by, Say, stopping),
                _ => scope.ServiceProvider.GetRequiredService<UndoPupilsHandler>().UndoAsync(import, job.Only, by, Say, stopping),
            });
            return await EndAsync(transaction, db.Imports.Where(row => row.Id == job.ImportId && row.Version == job.Version).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, isWhole ? ImportState.Undone : ImportState.Applied)
                    .SetProperty(row => row.Version, Guid.CreateVersion7())
                    .SetProperty(row => row.UndoneAt, by.At).SetProperty(row => row.UndoneBy, by.Name).SetProperty(row => row.Problem, ""),
                CancellationToken.None));
        }

        var outcome = await (import.Kind switch
        {
            ImportKind.Plans => scope.ServiceProvider.GetRequiredService<ApplyPlansHandler>().ApplyAsync(import, by, Say, stopping),
            ImportKind.Points => scope.ServiceProvider.GetRequiredService<ApplyPointsHandler>().ApplyAsync(import, by, Say, stopping),
            _ => scope.ServiceProvider.GetRequiredService<ApplyPupilsHandler>().ApplyAsync(import, by, Say, stopping),
        });
        return outcome is null
            ? "Records were changed since this was shown. Look at it again."
            : await EndAsync(transaction, db.Imports.Where(row => row.Id == job.ImportId && row.Version == job.Version).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, ImportState.Applied)
                    .SetProperty(row => row.Version, Guid.CreateVersion7())
                    .SetProperty(row => row.Added, outcome.Added).SetProperty(row => row.Changed, outcome.Changed).SetProperty(row => row.Skipped, outcome.Skipped).SetProperty(row => row.Report, outcome.Report)
                    .SetProperty(row => row.AppliedAt, by.At).SetProperty(row => row.AppliedBy, by.Name).SetProperty(row => row.Problem, ""),
                CancellationToken.None));

        void Say(int done, int total)
        {
            queue.Report(job.ImportId, (done, total));
            if (!db.Database.IsSqlite())
            {
                using var beside = ScopeOf(job);
                beside.ServiceProvider.GetRequiredService<SenSupportDbContext>().Imports.Where(row => row.Id == job.ImportId && row.Version == job.Version)
                    .ExecuteUpdate(set => set.SetProperty(row => row.Done, done).SetProperty(row => row.Total, total).SetProperty(row => row.ProgressAt, clock.GetUtcNow().UtcDateTime));
            }
        }
    }

    // Whoever put the import back in the meantime, taking this server for dead, has the last word.
    private static async Task<string?> EndAsync(IDbContextTransaction transaction, Task<int> marked)
    {
        if (await marked == 1)
        {
            await transaction.CommitAsync(CancellationToken.None);
        }

        return null;
    }

    private AsyncServiceScope ScopeOf(ImportJob job)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = job.SchoolId;
        return scope;
    }
}
