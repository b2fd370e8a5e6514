using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>Opens a pupil's next cycle; outcomes, strategies and targets that were not met come over from the one before.</summary>
public sealed class StartCycleHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>What can be chosen; null when the person does not write for such a pupil.</summary>
    public async Task<StartCyclePage?> PageAsync(SignedInStaff staff, Guid pupilId)
    {
        if (!await Pupil(db, staff, pupilId).AnyAsync() || await PupilHeaderReader.FindAsync(db, staff, pupilId) is not { } pupil)
        {
            return null;
        }

        var last = await Earlier(db, pupilId).FirstOrDefaultAsync();
        var types = await PlanTypeReads.OfferedAsync(db, staff.SchoolId);

        // A pupil whose plan is of a type that the school added goes on with it, others begin with the default.
        return new(pupil.On(SchoolClock.Today(clock)), last, [.. types.OrderByDescending(type => !type.IsUsual && type.Id == last?.PlanTypeId)]);
    }

    /// <summary>Opens it.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">A cycle is open, or a target was not stopped in the last one.</exception>
    public async Task<int> StartAsync(SignedInStaff staff, StartCyclePage page, StartCycleForm form)
    {
        var pupil = await Pupil(db, staff, page.Pupil.Id).FirstAsync();
        var school = await SchoolTerms.Of(db, staff.SchoolId).FirstAsync();
        var type = page.Types.FirstOrDefault(type => type.Key == form.PlanType) ?? page.Types[0];
        var used = await CycleNumbers.Used(db, [pupil.Id]).Select(used => used.Last).FirstOrDefaultAsync();
        var next = SupportCycle.Open(
            pupil, page.Last is { } last ? [last] : [], staff.Acting(clock), school.RequiredStrands, new CycleChoices(type, form.IsChosen ? form.Stopped : null), used);
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
