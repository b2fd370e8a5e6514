using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>What others changed in a record since a page was made from it.</summary>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Changes">What changed, oldest first.</param>
public sealed record ChangesSince(string By, DateTime At, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Walks back from the version that is saved now to the one that the page was made from.</summary>
    /// <returns>What changed in between; null when the record never had that version.</returns>
    public static async Task<ChangesSince?> FindAsync(SenSupportDbContext db, AggregateRoot root, Guid begunFrom)
    {
        var steps = (await CycleSaver.Steps(db, root.Id).ToListAsync()).ToDictionary(step => step.VersionAfter);
        var since = new List<RecordStep>();
        for (var version = root.Version; version != begunFrom; version = since[^1].VersionBefore)
        {
            if (!steps.TryGetValue(version, out var step))
            {
                return null;
            }

            since.Add(step);
        }

        return since.Count == 0 ? new ChangesSince("", default, []) : new ChangesSince(since[0].StaffName, since[0].At, [.. since.AsEnumerable().Reverse().SelectMany(step => step.Changes)]);
    }
}
