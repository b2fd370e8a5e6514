using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>What can be chosen for the cycle that begins.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Next">What the cycle begins with.</param>
public sealed record StartCyclePage(PupilHeader Pupil, NextCycle Next)
{
    /// <summary>The number of the cycle.</summary>
    public int Number => Next.Number;

    /// <summary>The cycle before; null when this is the first.</summary>
    public SupportCycle? Last => Next.Last;

    /// <summary>Types of plan to choose from, the one that is suggested first.</summary>
    public IReadOnlyList<PlanType> Types => Next.Types;

    /// <summary>Targets that come over to be reformulated (CoP 6.54).</summary>
    public IReadOnlyList<Target> NotMet => [.. Targets(false).Where(target => target.ComesOver)];

    /// <summary>Targets that were stopped early: they come over only if that is asked for.</summary>
    public IReadOnlyList<Target> Stopped => [.. Targets(true)];

    /// <summary>Whether there is anything to choose.</summary>
    public bool HasChoice => Types.Count > 1 || Stopped.Count > 0;

    private IEnumerable<Target> Targets(bool stopped) => Last?.Targets.Where(target => target.IsStopped == stopped).OrderBy(target => target.Position) ?? Enumerable.Empty<Target>();
}
