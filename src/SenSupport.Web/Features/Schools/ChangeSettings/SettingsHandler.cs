using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Changes a school's settings. What a colleague changed meanwhile elsewhere in them stays; where both changed the same, the person is asked.</summary>
public sealed class SettingsHandler(SenSupportDbContext db, IMemoryCache cache, SecurityStamps stamps, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>The school, tracked, to be changed.</summary>
    public static IQueryable<School> ToChange(SenSupportDbContext db, Guid schoolId) => db.Schools.AsTracking().Where(school => school.Id == schoolId);

    /// <summary>Every open cycle of the school with what its gaps depend on.</summary>
    public static IQueryable<SupportCycle> OpenCycles(SenSupportDbContext db) => db.Cycles
        .Where(cycle => cycle.Stage != CycleStage.Closed)
        .Include(cycle => cycle.Strands)
        .Include(cycle => cycle.Targets)
        .AsTracking()
        .AsSplitQuery();

    /// <summary>The logo.</summary>
    public static IQueryable<SchoolLogo> Logo(SenSupportDbContext db, Guid schoolId) =>
        from school in db.Schools
        join logo in db.SchoolLogos on school.LogoId equals (Guid?)logo.Id
        where school.Id == schoolId
        select logo;

    /// <summary>The school as it is saved.</summary>
    public Task<School> ReadAsync(SignedInStaff staff) => SchoolTerms.Of(db, staff.SchoolId).FirstAsync();

    /// <summary>Saves a part of the settings.</summary>
    /// <param name="staff">Who.</param>
    /// <param name="begunFrom">The version that their page was made from.</param>
    /// <param name="paths">The fields of the part.</param>
    /// <param name="change">Changes them.</param>
    /// <returns>How it ended.</returns>
    public async Task<SettingsOutcome> SaveAsync(SignedInStaff staff, Guid begunFrom, IReadOnlyCollection<string> paths, Action<School, Acting> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var school = await ToChange(db, staff.SchoolId).FirstAsync();
            if (await RecordHistory.StepsSinceAsync(db, school, begunFrom) is not { } since)
            {
                return SettingsOutcome.UnknownVersion;
            }

            if (SchoolConflict.Of(since, paths) is { } conflict)
            {
                return new SettingsOutcome(true, conflict, school.Version);
            }

            try
            {
                var (strands, by) = (school.RequiredStrands, staff.Acting(clock));
                change(school, by);
                if (!strands.SequenceEqual(school.RequiredStrands))
                {
                    await foreach (var cycle in OpenCycles(db).AsAsyncEnumerable())
                    {
                        cycle.RequireStrands(school.RequiredStrands, by);
                    }
                }

                await db.SaveChangesAsync();
                cache.DropTerms(school.Id);
                stamps.Rename(school.Id, school.Name);
                return new SettingsOutcome(true, null, school.Version);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Puts another logo in the place of the one before, or takes it away.</summary>
    public Task<SettingsOutcome> SaveLogoAsync(SignedInStaff staff, Guid begunFrom, string contentType, byte[]? bytes) => SaveAsync(staff, begunFrom, ["logo"], (school, by) =>
    {
        var before = db.SchoolLogos.Where(logo => logo.SchoolId == school.Id);
        db.SchoolLogos.RemoveRange(before);
        if (bytes is null)
        {
            school.RemoveLogo(by);
        }
        else
        {
            db.Add(school.ChangeLogo(contentType, bytes, by));
        }
    });
}

/// <summary>How saving a part of the settings ended.</summary>
/// <param name="IsKnown">Whether the page named a version that the school had: a forged one is answered as an unknown page.</param>
/// <param name="Conflict">What a colleague changed in the same part; null when the part is saved.</param>
/// <param name="Version">The version that is saved now.</param>
public sealed record SettingsOutcome(bool IsKnown, SchoolConflict? Conflict, Guid Version)
{
    /// <summary>The page names a version that the school never had.</summary>
    public static SettingsOutcome UnknownVersion { get; } = new(false, null, Guid.Empty);
}
