using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Schools;

/// <summary>A colleague saved the same while the person was writing.</summary>
/// <param name="By">The colleague.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Changes">What they changed, oldest first.</param>
public sealed record SchoolConflict(string By, DateTime At, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>What was changed since, where it is what the person writes, too; null when nothing was.</summary>
    /// <param name="steps">Everything since their page was made, latest first.</param>
    /// <param name="paths">The fields that they write; all when null.</param>
    public static SchoolConflict? Of(IReadOnlyList<RecordStep> steps, IReadOnlyCollection<string>? paths = null)
    {
        bool IsMet(FieldChange change) => paths?.Contains(change.Path) != false;
        var met = steps.Where(step => step.Changes.Any(IsMet)).ToList();
        return met.Count == 0 ? null : new SchoolConflict(met[0].StaffName, met[0].At, [.. met.AsEnumerable().Reverse().SelectMany(step => step.Changes.Where(IsMet))]);
    }
}
