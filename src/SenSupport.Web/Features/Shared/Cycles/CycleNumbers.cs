using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>The highest number of a cycle that a pupil's history has.</summary>
public sealed record UsedNumber(Guid PupilId, int Last);

/// <summary>Numbers of cycles are used once: the history, and papers that left the school, name the cycle by it, also one that was removed with its import.</summary>
public static class CycleNumbers
{
    /// <summary>The highest number that was ever used, for those pupils who have a history of cycles.</summary>
    public static IQueryable<UsedNumber> Used(SenSupportDbContext db, IReadOnlyCollection<Guid> pupilIds) =>
        from change in db.Events
        where change.PupilId != null && pupilIds.Contains(change.PupilId.Value) && change.CycleNumber != null
        group change by change.PupilId!.Value into changes
        select new UsedNumber(changes.Key, changes.Max(change => change.CycleNumber!.Value));

    /// <summary>The number that a pupil's next cycle gets; whether the person may read the record has been asked before.</summary>
    public static async Task<int> NextAsync(SenSupportDbContext db, Guid pupilId) => await Used(db, [pupilId]).Select(used => used.Last).FirstOrDefaultAsync() + 1;
}
