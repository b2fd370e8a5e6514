using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Earlier;

namespace SenSupport.Web.Features.Cycles.ListCycles;

/// <summary>The list, and whether the person may start the next cycle.</summary>
/// <param name="Cycles">The cycles, latest first.</param>
/// <param name="MayWrite">Whether the person writes for the pupil.</param>
/// <param name="Today">Today in the school.</param>
/// <param name="Earlier">Plans from before the school used SenSupport, latest first.</param>
/// <param name="NextNumber">The number that the next cycle gets.</param>
public sealed record ListCyclesPage(IReadOnlyList<CycleRow> Cycles, bool MayWrite, DateOnly Today, IReadOnlyList<EarlierPlanRow> Earlier, int NextNumber)
{
    /// <summary>Whether the next cycle may be started: none is open.</summary>
    public bool MayStart => MayWrite && !Cycles.Any(cycle => cycle.IsOpen);
}

/// <summary>A cycle in the list.</summary>
public sealed record CycleRow(
    int Number,
    CycleStage Stage,
    DateOnly OpenedOn,
    DateOnly? SupportedFrom,
    DateOnly? ReviewOn,
    DateOnly? ClosedOn,
    int LatestPlanVersion,
    ReviewDecision? Decision,
    IReadOnlyList<TargetResult?> Results)
{
    /// <summary>For example "Cycle 4, autumn 2026".</summary>
    public string Title => CycleTitle.Of(Number, SupportedFrom ?? OpenedOn);

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;

    /// <summary>The targets' results in a line, best first: "2 met, 1 partly met"; while there are none, how many targets there are.</summary>
    public string ResultsInWords
    {
        get
        {
            var known = Results.OfType<TargetResult>().ToList();
            var words = known.GroupBy(result => result).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {group.Key.Name().ToLowerInvariant()}").ToList();
            var open = Results.Count - known.Count;
            return words.Count > 0 ? string.Join(", ", open > 0 ? [.. words, $"{open} without result"] : words)
                : Results.Count == 0 ? "No targets"
                : $"{Results.Count} {(Results.Count == 1 ? "target" : "targets")}";
        }
    }

    /// <summary>A pupil's cycles, latest first; whether the person may read them has been asked before.</summary>
    public static IQueryable<CycleRow> Of(SenSupportDbContext db, Guid pupilId) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId
        orderby cycle.Number descending
        select new CycleRow(
            cycle.Number,
            cycle.Stage,
            cycle.OpenedOn,
            cycle.SupportedFrom,
            cycle.ReviewOn,
            cycle.ClosedOn,
            cycle.LatestPlanVersion,
            cycle.Review.Decision,
            cycle.Targets.Select(target => target.Result).ToList());
}
