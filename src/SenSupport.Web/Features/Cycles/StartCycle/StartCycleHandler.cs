using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>Opens a pupil's next cycle; outcomes, strategies and targets that were not met come over from the one before.</summary>
public sealed class StartCycleHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    /// <returns>Its number; null when the person does not write for such a pupil.</returns>
    /// <exception cref="DomainRuleException">A cycle is open.</exception>
    public async Task<int?> StartAsync(SignedInStaff staff, Guid pupilId)
    {
        if (await Pupil(db, staff, pupilId).FirstOrDefaultAsync() is not { } pupil)
        {
            return null;
        }

        var school = await SchoolTerms.Of(db, staff.SchoolId).FirstAsync();
        var next = SupportCycle.Open(pupil, await Earlier(db, pupilId).ToListAsync(), staff.Acting(clock), school.RequiredStrands, await CycleNumbers.Used(db, [pupilId]).Select(used => used.Last).FirstOrDefaultAsync());
        db.Add(next);
        await db.SaveChangesAsync();
        return next.Number;
    }

    /// <summary>The pupil, if the person writes the record.</summary>
    public static IQueryable<Pupil> Pupil(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.PupilsWrittenBy(staff).Where(pupil => pupil.Id == pupilId);

    /// <summary>The latest cycle with what comes over from it; earlier ones say nothing that it does not.</summary>
    public static IQueryable<SupportCycle> Earlier(SenSupportDbContext db, Guid pupilId) => db.Cycles
        .Where(cycle => cycle.PupilId == pupilId)
        .OrderByDescending(cycle => cycle.Number)
        .Take(1)
        .Include(cycle => cycle.Outcomes)
        .Include(cycle => cycle.Targets)
        .Include(cycle => cycle.Strategies)
        .AsNoTracking()
        .AsSplitQuery();
}
