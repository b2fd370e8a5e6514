using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Records;

/// <summary>Takes content that should never have been written out of the history of its record: that something was written, when and by whom stays.</summary>
public static class ContentTaken
{
    /// <summary>What happened to a record, to change.</summary>
    public static IQueryable<RecordEvent> History(SenSupportDbContext db, Guid recordId) => db.Events.Where(row => row.RecordId == recordId).OrderBy(row => row.At).AsTracking();

    /// <summary>Takes it out of every event, to be saved by the caller.</summary>
    /// <param name="db">The database.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="isIt">Whether a change holds the content.</param>
    /// <param name="by">Who takes it away.</param>
    public static async Task TakeAwayAsync(SenSupportDbContext db, Guid recordId, Func<FieldChange, bool> isIt, Acting by)
    {
        foreach (var row in await History(db, recordId).ToListAsync())
        {
            row.TakeAway(isIt, by);
        }
    }
}
