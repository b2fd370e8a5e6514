using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>Opens a pupil's next cycle; outcomes, strategies and targets that were not met come over from the one before.</summary>
public sealed class StartCycleHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>What can be chosen; null when the person does not write for such a pupil.</summary>
    public async Task<StartCyclePage?> PageAsync(SignedInStaff staff, Guid pupilId) =>
        await Pupil(db, staff, pupilId).AnyAsync() && await PupilHeaderReader.FindAsync(db, staff, pupilId) is { } pupil
            ? new(pupil.On(SchoolClock.Today(clock)), (await NextCycle.ReadAsync(db, staff, [pupilId]))[pupilId])
            : null;

    /// <summary>Opens it.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">A cycle is open, or a target was not stopped in the last one.</exception>
    public async Task<int> StartAsync(SignedInStaff staff, StartCyclePage page, StartCycleForm form)
    {
        var pupil = await Pupil(db, staff, page.Pupil.Id).FirstAsync();
        var opened = page.Next.Open(pupil, staff.Acting(clock), form.PlanType, form.IsChosen ? form.Stopped : null);
        db.Add(opened);
        await db.SaveChangesAsync();
        return opened.Number;
    }

    /// <summary>The pupil, if the person writes the record.</summary>
    public static IQueryable<Pupil> Pupil(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.PupilsWrittenBy(staff).Where(pupil => pupil.Id == pupilId);
}
