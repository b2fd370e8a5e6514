using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.RemindColleagues;

/// <summary>Reminds colleagues once a day in the morning, in every school. What was reminded of is marked in the record, so that a restart or a second server repeats nothing.</summary>
public sealed class RemindingWorker(IServiceScopeFactory scopes, IConfiguration settings, TimeProvider clock, ILogger<RemindingWorker> log) : BackgroundService
{
    private const int FirstHour = 7;

    private static readonly TimeSpan Start = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>Every school in the database.</summary>
    public static IQueryable<Guid> Schools(SenSupportDbContext db) => db.Schools.IgnoreQueryFilters().OrderBy(school => school.Id).Select(school => school.Id);

    /// <summary>Reminds in every school. One that goes wrong does not stop the others.</summary>
    /// <param name="now">The moment, in UTC.</param>
    /// <param name="stopping">Ends it between two reminders.</param>
    /// <returns>Whether all were reminded.</returns>
    public async Task<bool> RemindAsync(DateTime now, CancellationToken stopping)
    {
        List<Guid> schools;
        await using (var scope = scopes.CreateAsyncScope())
        {
            schools = await Schools(scope.ServiceProvider.GetRequiredService<SenSupportDbContext>()).ToListAsync(stopping);
        }

        var all = true;
        foreach (var schoolId in schools)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = schoolId;
                all &= await scope.ServiceProvider.GetRequiredService<RemindColleaguesHandler>().RemindAsync(now, stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Colleagues of school {School} could not be reminded", schoolId);
                all = false;
            }
        }

        return all;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.GetValue("Reminders:Enabled", true))
        {
            return;
        }

        await Task.Delay(Start, clock, stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        DateOnly? done = null;
        do
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var local = SchoolClock.Local(now);
            try
            {
                if (local.Hour >= FirstHour && done != DateOnly.FromDateTime(local) && await RemindAsync(now, stoppingToken))
                {
                    done = DateOnly.FromDateTime(local);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Colleagues could not be reminded");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
