using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Recent;

/// <summary>
/// Which pupils each person opened lately. Opening a page costs no command: it is noted in memory, once a pupil, and written behind every few seconds. What is read is both,
/// through the rule who may see whom.
/// </summary>
public sealed class RecentlyOpened(IServiceScopeFactory scopes, IConfiguration settings, TimeProvider clock, ILogger<RecentlyOpened> log) : BackgroundService
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 8;

    // More are kept than shown, so that a pupil who may not be seen any more leaves no gap; and no burst of visits fills the memory.
    private const int Kept = 24, MostNoted = 5_000;

    private readonly ConcurrentDictionary<(Guid SchoolId, Guid StaffId, Guid PupilId), DateTime> noted = new();

    /// <summary>Notes that a person opened a pupil.</summary>
    public void Note(SignedInStaff staff, Guid pupilId)
    {
        if (noted.Count < MostNoted || noted.ContainsKey((staff.SchoolId, staff.StaffId, pupilId)))
        {
            noted[(staff.SchoolId, staff.StaffId, pupilId)] = clock.GetUtcNow().UtcDateTime;
        }
    }

    /// <summary>The pupils whom a person opened last and may still see, the latest first.</summary>
    public async Task<IReadOnlyList<FoundPupil>> OfAsync(SenSupportDbContext db, SignedInStaff staff)
    {
        var fresh = noted.Where(note => note.Key.StaffId == staff.StaffId && note.Key.SchoolId == staff.SchoolId).ToDictionary(note => note.Key.PupilId, note => note.Value);
        var found = await Pupils(db, staff, [.. fresh.Keys]).ToListAsync();
        return [.. found.DistinctBy(one => one.Pupil.Id).OrderByDescending(one => fresh.TryGetValue(one.Pupil.Id, out var at) ? at : one.OpenedAt).Take(Shown).Select(one => one.Pupil)];
    }

    /// <summary>Pupils whom a person opened, as far as they may still see them.</summary>
    public static IQueryable<RecentlyOpenedPupil> Pupils(SenSupportDbContext db, SignedInStaff staff, Guid[] noted)
    {
        // Keys first: a list of pupils is searched for a few, not each pupil for whether it was opened.
        var staffId = staff.StaffId;
        var opened = db.RecentPupils.Where(row => row.StaffId == staffId).Select(row => new { row.PupilId, OpenedAt = (DateTime?)row.OpenedAt })
            .Concat(db.Pupils.Where(pupil => EF.Parameter(noted).Contains(pupil.Id)).Select(pupil => new { PupilId = pupil.Id, OpenedAt = (DateTime?)null }));
        return
            from one in opened
            join pupil in db.PupilsListedFor(staff).OnRoll().AsFound(db) on one.PupilId equals pupil.Id
            select new RecentlyOpenedPupil(pupil, one.OpenedAt);
    }

    /// <summary>A person's kept rows, the latest first.</summary>
    public static IQueryable<RecentPupil> Rows(SenSupportDbContext db, Guid staffId) => db.RecentPupils.AsTracking().Where(row => row.StaffId == staffId).OrderByDescending(row => row.OpenedAt);

    /// <summary>Those of the noted pupils who are there.</summary>
    public static IQueryable<Guid> Existing(SenSupportDbContext db, Guid[] ids) => db.Pupils.Where(pupil => EF.Parameter(ids).Contains(pupil.Id)).Select(pupil => pupil.Id);

    /// <summary>Writes what is noted. One at a time: the timer's runs follow each other, and the last one follows them.</summary>
    public async Task WriteAsync(CancellationToken cancel = default)
    {
        foreach (var person in noted.ToArray().GroupBy(note => (note.Key.SchoolId, note.Key.StaffId)))
        {
            await WriteAsync(person.Key.SchoolId, person.Key.StaffId, person.ToDictionary(note => note.Key.PupilId, note => note.Value), cancel);
            foreach (var note in person)
            {
                // Opened once more meanwhile, it stays noted.
                noted.TryRemove(note);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.GetValue("RecentPupils:WriteEverySeconds", 5)));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryWriteAsync(stoppingToken);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "Which pupils were opened could not be written, and is tried again");
        }
    }

    private async Task WriteAsync(Guid schoolId, Guid staffId, Dictionary<Guid, DateTime> opened, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = schoolId;
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        var rows = await Rows(db, staffId).ToListAsync(cancel);
        foreach (var row in rows.Where(row => opened.ContainsKey(row.PupilId)))
        {
            row.OpenedAt = opened[row.PupilId];
        }

        Guid[] others = [.. opened.Keys.Except(rows.Select(row => row.PupilId))];
        var added = (await Existing(db, others).ToListAsync(cancel)).ConvertAll(pupilId => new RecentPupil { StaffId = staffId, PupilId = pupilId, SchoolId = schoolId, OpenedAt = opened[pupilId] });
        var kept = rows.Concat(added).OrderByDescending(row => row.OpenedAt).Take(Kept).ToHashSet();
        db.AddRange(added.Where(kept.Contains));
        db.RemoveRange(rows.Where(row => !kept.Contains(row)));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>A pupil who was opened lately.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="OpenedAt">When, as it is written; null while it is only noted.</param>
public sealed record RecentlyOpenedPupil(FoundPupil Pupil, DateTime? OpenedAt);
