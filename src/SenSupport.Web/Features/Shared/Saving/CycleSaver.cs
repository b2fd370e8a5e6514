using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>
/// Saves what a person wrote of a cycle. When someone else saved since the page was opened, both are merged field by field; only where both changed
/// the same field is nothing saved and the person asked. Nothing of either is lost.
/// </summary>
public sealed class CycleSaver(SenSupportDbContext db, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>The cycle of a pupil whose records the person writes, with everything that can change in it; null when there is none such.</summary>
    public async Task<SupportCycle?> LoadAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await Whole(db, db.PupilsWrittenBy(staff), pupilId, number).FirstOrDefaultAsync();

    /// <summary>The same for those who may note and mark how support goes: whoever reads the pupil's record.</summary>
    public async Task<SupportCycle?> LoadToDeliverAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await Whole(db, db.PupilsReadBy(staff), pupilId, number).FirstOrDefaultAsync();

    /// <summary>A cycle with its parts, tracked. Notes and shared versions are only ever added to, so they are not loaded.</summary>
    public static IQueryable<SupportCycle> Whole(SenSupportDbContext db, IQueryable<Domain.Pupils.Pupil> pupils, Guid pupilId, int number) => WithParts(db.Cycles
        .Where(cycle => cycle.PupilId == pupilId && cycle.Number == number && pupils.Any(pupil => pupil.Id == cycle.PupilId)));

    /// <summary>Cycles with the same parts, tracked.</summary>
    public static IQueryable<SupportCycle> WithParts(IQueryable<SupportCycle> cycles) => cycles
        .Include(cycle => cycle.Strands)
        .Include(cycle => cycle.Outcomes)
        .Include(cycle => cycle.Targets)
        .Include(cycle => cycle.Strategies)
        .Include(cycle => cycle.Provision)
        .Include(cycle => cycle.Marks)
        .Include(cycle => cycle.NextSteps)
        .AsTracking()
        .AsSplitQuery();

    /// <summary>The fields of a part as they were in the version that a page was made from; null when the record never had that version.</summary>
    /// <param name="cycle">The cycle as loaded by <see cref="LoadAsync"/> in this request.</param>
    /// <param name="begunFrom">The version that the page names.</param>
    /// <param name="part">Which part it is.</param>
    public async Task<IReadOnlyDictionary<string, string>?> BegunAsync<TContent>(SupportCycle cycle, Guid begunFrom, CyclePart<TContent> part)
        where TContent : class
    {
        var saved = RecordFields.Of(part.Read(cycle));
        return cycle.Version == begunFrom ? saved : (await SinceAsync(cycle, begunFrom, part.Kind, saved))?.Begun;
    }

    /// <summary>Saves a part.</summary>
    /// <param name="cycle">The cycle as loaded by <see cref="LoadAsync"/> in this request.</param>
    /// <param name="begunFrom">The version that the person's page was made from.</param>
    /// <param name="mine">What they wrote.</param>
    /// <param name="part">Which part it is.</param>
    /// <param name="staff">The person.</param>
    /// <param name="also">What else changes in the same save, such as a move to the next stage.</param>
    /// <exception cref="DomainRuleException">The cycle's rules do not allow it.</exception>
    public async Task<SaveOutcome> SaveAsync<TContent>(
        SupportCycle cycle, Guid begunFrom, TContent mine, CyclePart<TContent> part, SignedInStaff staff, Func<SupportCycle, Acting, Task>? also = null)
        where TContent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var content = mine;
            PartSince? others = null;
            var merged = 0;
            if (cycle.Version != begunFrom)
            {
                var theirs = RecordFields.Of(part.Read(cycle));
                others = await SinceAsync(cycle, begunFrom, part.Kind, theirs);
                if (others is null)
                {
                    return SaveOutcome.UnknownVersion;
                }

                var merge = ThreeWayMerge.Merge(others.Begun, RecordFields.Of(mine), theirs);
                if (merge.Conflicts.Count > 0)
                {
                    return new SaveOutcome(SaveKind.Conflict, new RecordConflict(part.Name, cycle.Version, others.LastBy, others.LastAt, merge, theirs, RecordFields.IsText<TContent>));
                }

                content = RecordFields.Read<TContent>(merge.Fields);
                merged = others.TouchedThisPart ? merge.MergedCount : 0;
            }

            try
            {
                var acting = staff.Acting(clock);
                part.Write(cycle, content, acting);
                if (also is not null)
                {
                    await also(cycle, acting);
                }

                await db.SaveChangesAsync();
                return new SaveOutcome(SaveKind.Saved, null, merged > 0 ? others!.LastBy : null);
            }
            catch (DbUpdateException problem) when (attempt < Tries && SameMoment.Is(problem))
            {
                // Someone saved between our reading and our writing: read again, and merge with that.
                db.ChangeTracker.Clear();
                cycle = await LoadAsync(staff, cycle.PupilId, cycle.Number) ?? throw new DomainRuleException("You no longer write this pupil’s records");
            }
        }
    }

    private Task<PartSince?> SinceAsync(SupportCycle cycle, Guid begunFrom, RecordEventKind kind, IReadOnlyDictionary<string, string> theirs) =>
        RecordHistory.SinceAsync(db, cycle, begunFrom, theirs, step => step.Kind == kind ? step.Changes : TakenAway(step, kind));

    // What was taken away meanwhile must not come back with a page that still holds it: the person is asked.
    private static IReadOnlyList<FieldChange> TakenAway(RecordStep step, RecordEventKind kind) =>
        step.Kind == RecordEventKind.ContentRemoved && kind == RecordEventKind.AssessmentRecorded ? [.. step.Changes.Where(change => change.Path.StartsWith("strands/", StringComparison.Ordinal))] : [];
}

/// <summary>How a save ended.</summary>
public enum SaveKind
{
    /// <summary>Saved.</summary>
    Saved,

    /// <summary>Not saved: two people changed the same fields.</summary>
    Conflict,

    /// <summary>Not saved: the page names a version, a row or a person that it was never given.</summary>
    UnknownVersion,
}

/// <summary>How a save ended, and with whom it was merged.</summary>
/// <param name="Kind">How.</param>
/// <param name="Conflict">What the person has to choose.</param>
/// <param name="MergedWith">Who else changed this part, when both were merged.</param>
public sealed record SaveOutcome(SaveKind Kind, RecordConflict? Conflict = null, string? MergedWith = null)
{
    /// <summary>The page names a version, a row or a person that it was never given.</summary>
    public static SaveOutcome UnknownVersion { get; } = new(SaveKind.UnknownVersion);
}

/// <summary>Two people changed the same fields of a record.</summary>
/// <param name="Part">The part's name: "plan".</param>
/// <param name="Version">The version that is saved now.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="SavedAt">When, in UTC.</param>
/// <param name="Merge">The merge so far.</param>
/// <param name="Theirs">The fields as they are saved.</param>
/// <param name="IsText">Whether a path holds free text.</param>
public sealed record RecordConflict(
    string Part, Guid Version, string SavedBy, DateTime SavedAt, MergeResult Merge, IReadOnlyDictionary<string, string> Theirs, Func<string, bool> IsText);
