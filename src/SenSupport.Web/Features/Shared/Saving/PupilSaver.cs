using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Saves what a person changed of a pupil's record, with the courtesy of <see cref="CycleSaver"/>: what a colleague saved since the page was opened is merged, or shown.</summary>
public sealed class PupilSaver(SenSupportDbContext db, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>A pupil whose record the person keeps, to change, with the parts that the change touches.</summary>
    public async Task<Pupil?> LoadAsync(SignedInStaff staff, Guid pupilId, Func<IQueryable<Pupil>, IQueryable<Pupil>> with) =>
        await with(ToChange(db, staff, pupilId)).FirstOrDefaultAsync();

    /// <summary>The pupil itself, to change.</summary>
    public static IQueryable<Pupil> ToChange(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.PupilsKeptBy(staff).Where(pupil => pupil.Id == pupilId).AsTracking().AsSplitQuery();

    /// <summary>Saves a part that is written as a whole. What only one of two people changed is kept; where both changed the same field, nothing is saved.</summary>
    /// <exception cref="DomainRuleException">The pupil's rules do not allow it.</exception>
    public async Task<SaveOutcome> SaveAsync<TContent>(SignedInStaff staff, Guid pupilId, Guid begunFrom, TContent mine, PupilPart<TContent> part)
        where TContent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LoadAsync(staff, pupilId, part.With) is not { } pupil)
            {
                return SaveOutcome.UnknownVersion;
            }

            var content = mine;
            string? mergedWith = null;
            if (pupil.Version != begunFrom)
            {
                var theirs = RecordFields.Of(part.Read(pupil));
                if (await RecordHistory.SinceAsync(db, pupil, begunFrom, theirs, part.ChangesIn) is not { } others)
                {
                    return SaveOutcome.UnknownVersion;
                }

                var merge = ThreeWayMerge.Merge(others.Begun, RecordFields.Of(mine), theirs);
                if (merge.Conflicts.Count > 0)
                {
                    return new SaveOutcome(SaveKind.Conflict, new RecordConflict("", pupil.Version, others.LastBy, others.LastAt, merge, theirs, RecordFields.IsText<TContent>));
                }

                content = RecordFields.Read<TContent>(merge.Fields);
                mergedWith = others.TouchedThisPart && merge.MergedCount > 0 ? others.LastBy : null;
            }

            try
            {
                part.Write(pupil, content, staff.Acting(clock));
                await db.SaveChangesAsync();
                return new SaveOutcome(SaveKind.Saved, null, mergedWith);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Does something to a pupil, unless a colleague changed what it was decided on since the page was opened.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="begunFrom">The version that the page was made from; null where nothing that a colleague does can matter.</param>
    /// <param name="matters">Which changes of a colleague matter.</param>
    /// <param name="with">The parts that the change touches.</param>
    /// <param name="act">What to do, by the pupil's own rules.</param>
    /// <exception cref="DomainRuleException">The pupil's rules do not allow it.</exception>
    public async Task<ActOutcome> ActAsync(
        SignedInStaff staff,
        Guid pupilId,
        Guid? begunFrom,
        Func<RecordStep, bool> matters,
        Func<IQueryable<Pupil>, IQueryable<Pupil>> with,
        Action<Pupil, Acting> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LoadAsync(staff, pupilId, with) is not { } pupil)
            {
                return ActOutcome.NotFound;
            }

            if (begunFrom is { } begun && begun != pupil.Version)
            {
                if (await RecordHistory.StepsSinceAsync(db, pupil, begun) is not { } steps)
                {
                    return ActOutcome.NotFound;
                }

                if (steps.FirstOrDefault(matters) is { } since)
                {
                    return new ActOutcome(false, new ChangedMeanwhile(pupil.Version, since));
                }
            }

            try
            {
                act(pupil, staff.Acting(clock));
                await db.SaveChangesAsync();
                return ActOutcome.Done;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>A part of a pupil's record that people write on a form as a whole.</summary>
/// <typeparam name="TContent">What the part holds.</typeparam>
/// <param name="Prefix">What the paths of its fields begin with in the history; empty for the pupil's own.</param>
/// <param name="With">The rows that reading and writing it touch.</param>
/// <param name="Read">What the pupil holds of it now.</param>
/// <param name="Write">Writes it by the pupil's own rules.</param>
public sealed record PupilPart<TContent>(string Prefix, Func<IQueryable<Pupil>, IQueryable<Pupil>> With, Func<Pupil, TContent> Read, Action<Pupil, TContent, Acting> Write)
    where TContent : class
{
    private static readonly HashSet<string> Fields = [.. typeof(TContent).GetProperties().Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>Which of a step's changes concern the part, by its own paths.</summary>
    public IReadOnlyList<FieldChange> ChangesIn(RecordStep step) =>
        [.. step.Changes
            .Where(change => change.Path.StartsWith(Prefix, StringComparison.Ordinal) && Fields.Contains(change.Path[Prefix.Length..]))
            .Select(change => change with { Path = change.Path[Prefix.Length..] })];
}

/// <summary>How an act on a pupil's record ended.</summary>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Meanwhile">What a colleague did meanwhile; null when it was done, or when there is no such pupil, version or person.</param>
public sealed record ActOutcome(bool IsDone, ChangedMeanwhile? Meanwhile)
{
    /// <summary>Done.</summary>
    public static ActOutcome Done { get; } = new(true, null);

    /// <summary>There is no such pupil for the person, or the page names a version that it was never given.</summary>
    public static ActOutcome NotFound { get; } = new(false, null);
}

/// <summary>What a colleague did to a record while a page of it was open.</summary>
/// <param name="Version">The version that is saved now.</param>
/// <param name="Step">The latest of what they did.</param>
public sealed record ChangedMeanwhile(Guid Version, RecordStep Step);
