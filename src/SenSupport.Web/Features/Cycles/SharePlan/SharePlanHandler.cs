using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.SharePlan;

/// <summary>Shares a plan as its next version, kept whole (CoP 6.49, 6.51).</summary>
public sealed class SharePlanHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Everything that the check page shows.</summary>
    public async Task<SharePlanPage> PageAsync(SupportCycle cycle)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new SharePlanPage(
            cycle,
            await SharePlanPage.VersionOfPupil(db, cycle.PupilId).FirstAsync(),
            (await SupportPlanReader.ReadAsync(db, cycle.PupilId, cycle.Number, null, now))!,
            SchoolClock.Today(clock),
            await SharePlanPage.ReadersOf(db, cycle.PupilId).ToListAsync(),
            cycle.LatestPlanVersion == 0 ? [] : SharePlanPage.InWords(await SharePlanPage.WrittenSinceShared(db, cycle.Id).AsNoTracking().ToListAsync(), cycle));
    }

    /// <summary>Shares; false, and nothing shared, when the record is no longer what the check page showed.</summary>
    /// <param name="cycle">The cycle as loaded in this request.</param>
    /// <param name="form">What the check page showed.</param>
    /// <param name="staff">The SENCo.</param>
    /// <exception cref="DomainRuleException">There is no plan to share at this stage.</exception>
    public async Task<bool> ShareAsync(SupportCycle cycle, SharePlanForm form, SignedInStaff staff)
    {
        if (cycle.Version != form.Version || await SharePlanPage.VersionOfPupil(db, cycle.PupilId).FirstAsync() != form.PupilVersion)
        {
            return false;
        }

        var acting = staff.Acting(clock);
        var plan = await SupportPlanReader.ReadAsync(db, cycle.PupilId, cycle.Number, staff.Name, acting.At);
        cycle.SharePlan(plan!.Freeze(), acting, form.IsMinor);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
