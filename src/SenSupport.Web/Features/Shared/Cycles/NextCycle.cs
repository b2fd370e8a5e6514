using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>What a pupil's next cycle begins with, wherever it is started.</summary>
/// <param name="Last">The cycle before, with what comes over from it; null when the next is the first. Earlier ones say nothing that it does not.</param>
/// <param name="Number">The number that the cycle gets.</param>
/// <param name="Types">Types of plan to choose from, the one that is suggested first.</param>
/// <param name="RequiredStrands">The strands of the assessment that the school asks for.</param>
public sealed record NextCycle(SupportCycle? Last, int Number, IReadOnlyList<PlanType> Types, IReadOnlyList<StrandKind> RequiredStrands)
{
    /// <summary>Opens it.</summary>
    /// <param name="pupil">The pupil.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="planType">The key of the type of plan that was chosen; empty for the one that is suggested.</param>
    /// <param name="stopped">Targets that were stopped early and come over all the same; null where nobody was asked.</param>
    /// <exception cref="DomainRuleException">A cycle is open, or a target was not stopped in the last one.</exception>
    public SupportCycle Open(Pupil pupil, Acting by, string planType = "", IReadOnlyList<Guid>? stopped = null) => SupportCycle.Open(
        pupil, Last is null ? [] : [Last], by, RequiredStrands, new CycleChoices(Types.FirstOrDefault(type => type.Key == planType) ?? Types[0], stopped), Number - 1);

    /// <summary>Reads it for each of some pupils whose records the person writes.</summary>
    public static async Task<IReadOnlyDictionary<Guid, NextCycle>> ReadAsync(SenSupportDbContext db, SignedInStaff staff, Guid[] pupilIds)
    {
        var required = await SchoolTerms.Of(db, staff.SchoolId).Select(school => school.RequiredStrands).FirstAsync();
        var latest = await Latest(db, staff, pupilIds).ToDictionaryAsync(cycle => cycle.PupilId);
        var types = await PlanTypeReads.OfferedAsync(db, staff.SchoolId);
        var used = await CycleNumbers.Used(db, pupilIds).ToDictionaryAsync(row => row.PupilId, row => row.Last);
        return pupilIds.ToDictionary(pupilId => pupilId, pupilId =>
        {
            var last = latest.GetValueOrDefault(pupilId);

            // A pupil whose plan is of a type that the school added goes on with it, others begin with the default.
            return new NextCycle(last, used.GetValueOrDefault(pupilId) + 1, [.. types.OrderByDescending(type => !type.IsUsual && type.Id == last?.PlanTypeId)], required);
        });
    }

    /// <summary>Of each pupil the latest cycle, with what comes over from it to the next.</summary>
    public static IQueryable<SupportCycle> Latest(SenSupportDbContext db, SignedInStaff staff, Guid[] pupilIds)
    {
        var pupils = db.PupilsWrittenBy(staff);
        return db.Cycles
            .Where(cycle => EF.Parameter(pupilIds).Contains(cycle.PupilId) && pupils.Any(pupil => pupil.Id == cycle.PupilId)
                && !db.Cycles.Any(later => later.PupilId == cycle.PupilId && later.Number > cycle.Number))
            .Include(cycle => cycle.Outcomes)
            .Include(cycle => cycle.Targets)
            .Include(cycle => cycle.Strategies)
            .AsNoTracking()
            .AsSplitQuery();
    }
}
