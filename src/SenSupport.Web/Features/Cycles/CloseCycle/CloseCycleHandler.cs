using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CloseCycle;

/// <summary>How closing ended.</summary>
public enum CloseOutcome
{
    /// <summary>The cycle is closed.</summary>
    Closed,

    /// <summary>Nothing was changed: the person closes no such cycle.</summary>
    NotFound,

    /// <summary>Nothing was changed: somebody changed the cycle after it was checked.</summary>
    CheckAgain,
}

/// <summary>Closes a cycle with its review; where the review says so, the pupil leaves SEN Support in the same save.</summary>
public sealed class CloseCycleHandler(SenSupportDbContext db, CycleSaver saver, TimeProvider clock)
{
    /// <summary>Whether a person may close a cycle with this decision: leaving SEN Support is the SENCo's to decide.</summary>
    public static bool MayClose(SignedInStaff staff, ReviewDecision? decision) =>
        decision == ReviewDecision.LeaveSenSupport ? staff.IsSenco : staff.ClosesCycles;

    /// <summary>The check page of a cycle that the person writes; null when there is none such.</summary>
    public async Task<CloseCyclePage?> FindAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await PupilHeaderReader.FindAsync(db, staff, pupilId) is { } pupil
        && await WrittenReview.Of(db, db.PupilsWrittenBy(staff), pupilId, number).FirstOrDefaultAsync() is { } written
            ? new CloseCyclePage(written, pupil, staff, SchoolClock.Today(clock))
            : null;

    /// <summary>The pupil with what a change of status touches, to change.</summary>
    public static IQueryable<Pupil> Leaving(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) => db.PupilsWrittenBy(staff)
        .Where(pupil => pupil.Id == pupilId)
        .Include(pupil => pupil.StatusPeriods)
        .Include(pupil => pupil.Needs)
        .AsTracking()
        .AsSplitQuery();

    /// <summary>Closes it.</summary>
    /// <exception cref="DomainRuleException">There is no review to close, or it is closed already.</exception>
    public async Task<CloseOutcome> CloseAsync(SignedInStaff staff, Guid pupilId, int number, Guid checkedVersion)
    {
        if (await saver.LoadAsync(staff, pupilId, number) is not { } cycle || (cycle.IsOpen && !MayClose(staff, cycle.Review.Decision)))
        {
            return CloseOutcome.NotFound;
        }

        if (cycle.IsOpen && cycle.Version != checkedVersion)
        {
            return CloseOutcome.CheckAgain;
        }

        var acting = staff.Acting(clock);
        cycle.Close(acting);
        if (cycle.Review.Decision == ReviewDecision.LeaveSenSupport && await Leaving(db, staff, pupilId).FirstAsync() is { Status: SenStatus.SenSupport } pupil)
        {
            var until = cycle.Review.MonitorUntil > acting.Today ? cycle.Review.MonitorUntil : null;
            pupil.ChangeStatus(SenStatus.Monitoring, acting.Today, $"Review of cycle {number}: support has met its aim", acting, until);
        }

        await db.SaveChangesAsync();
        return CloseOutcome.Closed;
    }
}
