using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Progress;

namespace SenSupport.Web.Features.Pupils.ViewImpact;

/// <summary>What the school has done for a pupil across all cycles, and whether it helped (CoP 6.72: evidence of support and its impact over time).</summary>
public sealed class ImpactPage(IReadOnlyList<ImpactCycle> cycles, IReadOnlyList<ImpactFact> facts, IReadOnlyList<Measured> measured, string? asked)
{
    /// <summary>The cycles, earliest first.</summary>
    public IReadOnlyList<ImpactCycle> Cycles => cycles;

    /// <summary>Every subject or test of which there are values.</summary>
    public IReadOnlyList<Measured> Measures { get; } = [.. measured.Where(one => one.Values.Count > 0)];

    /// <summary>The one in the chart: that which was asked for, otherwise that with most points; null when there is none.</summary>
    public Measured? Charted => Measures.FirstOrDefault(one => string.Equals(one.Name, asked, StringComparison.OrdinalIgnoreCase)) ?? (Measures.Count > 0 ? Measures[0] : null);

    /// <summary>The chart of it.</summary>
    public MeasureChart? Chart => Charted is null ? null : MeasureChart.Of(Charted.Values);

    /// <summary>"Four cycles since 9 January 2025".</summary>
    public string Span => cycles.Count == 0 ? "" : $"{NumberWord(cycles.Count)} {(cycles.Count == 1 ? "cycle" : "cycles")} since {UkDate.Long(cycles[0].OpenedOn)}";

    /// <summary>How many targets ended in each way, best first, then those without a result.</summary>
    public string ResultsInWords
    {
        get
        {
            var targets = cycles.SelectMany(cycle => cycle.Targets).ToList();
            var known = targets.Where(target => target.Result is not null).GroupBy(target => target.Result!.Value).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {group.Key.Name().ToLowerInvariant()}").ToList();
            return targets.Count == 0 ? "None set yet"
                : known.Count == 0 ? $"{targets.Count} set, none reviewed yet"
                : $"{string.Join(", ", known)}, out of {targets.Count} set";
        }
    }

    /// <summary>"152 held of 178 planned (85%)".</summary>
    public string SessionsInWords
    {
        get
        {
            var (planned, held) = (cycles.Sum(cycle => cycle.SessionsPlanned), cycles.Sum(cycle => cycle.SessionsHeld));
            return planned == 0 && held == 0 ? "None recorded"
                : planned == 0 ? $"{held} held"
                : $"{held} held of {planned} planned ({Math.Round(100.0 * held / planned):0}%)";
        }
    }

    /// <summary>Since when a specialist was involved or considered, latest first.</summary>
    public IReadOnlyList<string> Specialists { get; } = Dated(facts, DutyRecordKind.SpecialistConsidered);

    /// <summary>The meetings with parents: how many, and the last.</summary>
    public string MeetingsInWords
    {
        get
        {
            var days = facts.Where(fact => fact.Duty == DutyRecordKind.MetParents && fact.On is not null).Select(fact => fact.On!.Value).Order().ToList();
            return days.Count == 0 ? "None recorded" : $"{days.Count} recorded, the last on {UkDate.Long(days[^1])}";
        }
    }

    /// <summary>When a cycle ran: "Jan to May 2025".</summary>
    public static string Ran(ImpactCycle cycle)
    {
        var from = cycle.SupportedFrom ?? cycle.OpenedOn;
        if ((cycle.HeldOn ?? cycle.ClosedOn) is not { } to)
        {
            return $"Since {Month(from)} {from.Year}";
        }

        return from.Year == to.Year && from.Month == to.Month ? $"{Month(from)} {from.Year}"
            : from.Year == to.Year ? $"{Month(from)} to {Month(to)} {to.Year}"
            : $"{Month(from)} {from.Year} to {Month(to)} {to.Year}";
    }

    /// <summary>What else changed from the opening of a cycle to that of the next: needs, diagnoses, specialists, new versions of the plan.</summary>
    public IReadOnlyList<string> Changes(ImpactCycle cycle)
    {
        var next = cycles.FirstOrDefault(other => other.Number == cycle.Number + 1)?.OpenedOn ?? DateOnly.MaxValue;
        var words = facts.Where(fact => fact.On >= cycle.OpenedOn && fact.On < next).OrderBy(fact => fact.On).Select(fact => fact switch
        {
            { Kind: "need" } => $"{NeedType.Find(fact.Text)?.Name ?? fact.Text} recorded as a need.",
            { Kind: "diagnosis" } => fact.More.Length > 0 ? $"{fact.Text} found ({fact.More})." : $"{fact.Text} found.",
            { Duty: DutyRecordKind.SpecialistConsidered } => fact.Text.Length > 0 ? $"Specialist: {fact.Text}." : "A specialist was considered.",
            _ => "",
        }).Where(text => text.Length > 0).Distinct().ToList();
        if (cycle.LatestPlanVersion > 1)
        {
            words.Add($"Plan changed and shared {cycle.LatestPlanVersion - 1} {(cycle.LatestPlanVersion == 2 ? "time" : "times")}.");
        }

        return words;
    }

    private static IReadOnlyList<string> Dated(IReadOnlyList<ImpactFact> facts, DutyRecordKind kind) =>
        [.. facts.Where(fact => fact.Duty == kind && fact.On is not null).OrderByDescending(fact => fact.On)
            .Select(fact => $"{(fact.Text.Length > 0 ? fact.Text : "Considered")}, {UkDate.Long(fact.On!.Value)}{(fact.More.Length > 0 ? $": {fact.More}" : "")}")];

    private static string Month(DateOnly day) => UkDate.DayAndMonth(day).Split(' ')[1];

    private static string NumberWord(int number) =>
        number is >= 1 and <= 9 ? new[] { "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine" }[number - 1] : $"{number}";
}
