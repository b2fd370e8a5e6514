using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;

namespace SenSupport.Web.Features.Cycles.ComparePlans;

/// <summary>A shared version in the list.</summary>
public sealed record SharedVersionRow(int Number, DateTime SharedAt, string SharedBy, bool IsMinor, DateTime? WithdrawnAt, string WithdrawnBy, string WithdrawnReason)
{
    /// <summary>Whether it was withdrawn.</summary>
    public bool IsWithdrawn => WithdrawnAt is not null;
}

/// <summary>A cycle's shared versions.</summary>
public sealed record SharedVersions(int Number, Guid Version, int InForce, IReadOnlyList<SharedVersionRow> Rows)
{
    /// <summary>Every shared version of a cycle, latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<SharedVersions> Find(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles.AsNoTracking()
        where cycle.PupilId == pupilId && cycle.Number == number
        select new SharedVersions(
            cycle.Number,
            cycle.Version,
            cycle.LatestPlanVersion,
            cycle.PlanVersions.OrderByDescending(version => version.Number)
                .Select(version => new SharedVersionRow(version.Number, version.SharedAt, version.SharedBy, version.IsMinor, version.WithdrawnAt, version.WithdrawnBy, version.WithdrawnReason))
                .ToList());

    /// <summary>What two versions kept.</summary>
    public static IQueryable<KeptPlan> Kept(SenSupportDbContext db, Guid pupilId, int number, int one, int other) =>
        from cycle in db.Cycles.AsNoTracking()
        where cycle.PupilId == pupilId && cycle.Number == number
        from version in cycle.PlanVersions
        where version.Number == one || version.Number == other
        select new KeptPlan(version.Number, version.Frozen);
}

/// <summary>What a version kept.</summary>
public sealed record KeptPlan(int Number, string Frozen);

/// <summary>The versions, and what two of them say differently.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Versions">The versions.</param>
/// <param name="IsSenco">Whether the person may withdraw and mark them, and read those that are withdrawn.</param>
public sealed record ComparePlansPage(PupilHeaderRow Pupil, SharedVersions Versions, bool IsSenco)
{
    /// <summary>The earlier of the two that are compared.</summary>
    public int? From { get; init; }

    /// <summary>The later of them.</summary>
    public int? To { get; init; }

    /// <summary>What they say differently; null when none are compared.</summary>
    public IReadOnlyList<PlanDifference>? Differences { get; init; }

    /// <summary>The cycle's address.</summary>
    public string CyclePath => $"/pupils/{Pupil.Id}/cycles/{Versions.Number}";

    /// <summary>The address of the list.</summary>
    public string Path => $"{CyclePath}/versions";

    /// <summary>The versions that the person may read, earliest first.</summary>
    public IReadOnlyList<SharedVersionRow> Readable => [.. Versions.Rows.Where(row => IsSenco || !row.IsWithdrawn).OrderBy(row => row.Number)];
}
