using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Pupils.KeepDisability;

/// <summary>A pupil's disability and the adjustments made for it (Equality Act 2010).</summary>
/// <param name="Version">The record's version.</param>
/// <param name="Flags">The flags that hold today; disability may be among them.</param>
/// <param name="Disability">What is known of it.</param>
/// <param name="NoAdjustmentReason">Why no adjustment is needed.</param>
/// <param name="Adjustments">The adjustments: those in use first.</param>
public sealed record DisabilityPage(Guid Version, PupilFlags Flags, string Disability, string NoAdjustmentReason, IReadOnlyList<AdjustmentLine> Adjustments)
{
    /// <summary>The disability of a pupil.</summary>
    public static IQueryable<DisabilityPage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new DisabilityPage(
            pupil.Version,
            pupil.Flags & ~(PupilFlags)pupil.FlagPeriods
                .Where(past => past.End < db.Today && !pupil.FlagPeriods.Any(other => other.Flag == past.Flag && (other.End == null || other.End >= db.Today)))
                .Select(past => (int)past.Flag).Distinct().Sum(),
            pupil.Disability,
            pupil.NoAdjustmentReason,
            pupil.Adjustments.OrderBy(adjustment => adjustment.End != null).ThenByDescending(adjustment => adjustment.Start).ThenBy(adjustment => adjustment.Id)
                .Select(adjustment => new AdjustmentLine(adjustment.Id, adjustment.Text, adjustment.Start, adjustment.End)).ToList());

    /// <summary>The texts as a part of the record.</summary>
    public static PupilPart<DisabilityText> Part { get; } = new(
        "",
        pupils => pupils,
        pupil => new DisabilityText(pupil.Disability, pupil.NoAdjustmentReason),
        (pupil, text, by) => pupil.DescribeDisability(text.Disability, text.NoAdjustmentReason, by));

    /// <summary>With the adjustments, to change.</summary>
    public static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.Adjustments);

    /// <summary>Whether the pupil is recorded as disabled.</summary>
    public bool IsDisabled => Flags.HasFlag(PupilFlags.Disability) || Disability.Length > 0;

    /// <summary>Whether neither an adjustment nor a reason is recorded for a disability (CoP 6.16).</summary>
    public bool IsOutstanding => IsDisabled && NoAdjustmentReason.Length == 0 && !Adjustments.Any(adjustment => adjustment.End is null);
}

/// <summary>An adjustment with its dates.</summary>
public sealed record AdjustmentLine(Guid Id, string Text, DateOnly Start, DateOnly? End);
