using System.Globalization;

namespace SenSupport.Domain.Progress;

/// <summary>The four tests of less than expected progress (CoP 6.17).</summary>
public enum ProgressTestKind
{
    /// <summary>Significantly slower than that of peers starting from the same baseline.</summary>
    SlowerThanPeers,

    /// <summary>Fails to match or better the pupil's previous rate of progress.</summary>
    BelowPreviousRate,

    /// <summary>Fails to close the attainment gap between the pupil and peers.</summary>
    GapNotClosing,

    /// <summary>Widens the attainment gap.</summary>
    GapWidening,
}

/// <summary>What a test found.</summary>
public enum ProgressFinding
{
    /// <summary>The figures do not suffice.</summary>
    NotEnoughData,

    /// <summary>The test is not met.</summary>
    No,

    /// <summary>The test is met: a reason to look closer, not a judgement of the pupil.</summary>
    Yes,
}

/// <summary>A test with the figures that it used.</summary>
/// <param name="Kind">Which test.</param>
/// <param name="Finding">What it found.</param>
/// <param name="Figures">The figures in words; where they do not suffice, what is missing.</param>
public sealed record ProgressTest(ProgressTestKind Kind, ProgressFinding Finding, string Figures)
{
    /// <summary>The test as a sentence that may or may not be true.</summary>
    public string Question => Kind switch
    {
        ProgressTestKind.SlowerThanPeers => "Significantly slower than peers from the same starting point",
        ProgressTestKind.BelowPreviousRate => "Slower than the pupil’s own progress before",
        ProgressTestKind.GapNotClosing => "The gap to peers is not closing",
        _ => "The gap to peers is widening",
    };
}

/// <summary>A value of one measure on one day, and the year group's mean where it is known.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The value.</param>
/// <param name="PeersMean">The year group's mean.</param>
/// <param name="PeersCounted">Of how many other pupils it is the mean, where it was computed from the school's own figures; null where the school recorded it.</param>
public readonly record struct ProgressValue(DateOnly On, decimal Value, decimal? PeersMean = null, int? PeersCounted = null);

/// <summary>
/// Whether progress is less than expected, by the four tests of CoP 6.17, from the values of one measure. Each test says which figures it used, and that there is
/// not enough where that is so. None is a label: a child may make less than expected progress without having SEN (CoP 6.23).
/// </summary>
public static class ExpectedProgress
{
    /// <summary>Progress of less than this part of what peers made counts as significantly slower. The Code gives no number: it is ours.</summary>
    public const decimal SignificantlySlower = 0.5m;

    /// <summary>How near to the peers' mean, as a part of it, the first value must be for the same starting point.</summary>
    public const decimal SameBaseline = 0.25m;

    /// <summary>How many days must lie between two values for progress to be compared: four weeks.</summary>
    public const int LeastDays = 28;

    /// <summary>The four tests over the values of one measure.</summary>
    public static IReadOnlyList<ProgressTest> Of(IEnumerable<ProgressValue> values)
    {
        var all = values.OrderBy(value => value.On).ToList();
        var withPeers = all.FindAll(value => value.PeersMean is not null);
        return [SlowerThanPeers(withPeers), BelowPreviousRate(all), .. Gap(withPeers)];
    }

    private static ProgressTest SlowerThanPeers(List<ProgressValue> values)
    {
        const ProgressTestKind kind = ProgressTestKind.SlowerThanPeers;
        if (!AreApart(values))
        {
            return new(kind, ProgressFinding.NotEnoughData, MissingPeers);
        }

        var (first, last) = (values[0], values[^1]);
        if (Math.Abs(first.Value - first.PeersMean!.Value) > Math.Abs(first.PeersMean.Value) * SameBaseline)
        {
            return new(kind, ProgressFinding.NotEnoughData, $"The starting points differ too much to compare: {Number(first.Value)} and a year group’s mean of {Number(first.PeersMean.Value)} on {Day(first.On)}.");
        }

        var (own, peers) = (last.Value - first.Value, last.PeersMean!.Value - first.PeersMean.Value);
        var figures = $"{Gain(own)} (from {Number(first.Value)} to {Number(last.Value)}) against {Gain(peers)} for the year group (from {Number(first.PeersMean.Value)} to {Number(last.PeersMean.Value)}), {Span(first, last)}.{Source(first, last)}";
        return peers <= 0
            ? new(kind, ProgressFinding.NotEnoughData, $"The year group’s mean did not rise, so there is nothing to compare: {figures}")
            : new(kind, own < peers * SignificantlySlower ? ProgressFinding.Yes : ProgressFinding.No, figures);
    }

    private static ProgressTest BelowPreviousRate(List<ProgressValue> values)
    {
        const ProgressTestKind kind = ProgressTestKind.BelowPreviousRate;
        if (values.Count < 3 || values[^1].On.DayNumber - values[^2].On.DayNumber < LeastDays || values[^2].On.DayNumber - values[^3].On.DayNumber < LeastDays)
        {
            return new(kind, ProgressFinding.NotEnoughData, "Three values are needed, at least four weeks apart.");
        }

        var (before, now) = (Rate(values[^3], values[^2]), Rate(values[^2], values[^1]));
        return new(
            kind,
            now < before ? ProgressFinding.Yes : ProgressFinding.No,
            $"{Gain(now)} in 10 weeks lately ({Span(values[^2], values[^1])}); {Gain(before)} in 10 weeks before ({Span(values[^3], values[^2])}).");
    }

    private static IEnumerable<ProgressTest> Gap(List<ProgressValue> values)
    {
        if (!AreApart(values))
        {
            yield return new(ProgressTestKind.GapNotClosing, ProgressFinding.NotEnoughData, MissingPeers);
            yield return new(ProgressTestKind.GapWidening, ProgressFinding.NotEnoughData, MissingPeers);
            yield break;
        }

        var (first, last) = (values[0], values[^1]);
        var (was, now) = (first.PeersMean!.Value - first.Value, last.PeersMean!.Value - last.Value);
        var figures = $"{GapWords(was)} the year group’s mean on {Day(first.On)}, {GapWords(now)} it on {Day(last.On)}.{Source(first, last)}";
        yield return new(ProgressTestKind.GapNotClosing, now > 0 && now >= was ? ProgressFinding.Yes : ProgressFinding.No, figures);
        yield return new(ProgressTestKind.GapWidening, now > 0 && now > was ? ProgressFinding.Yes : ProgressFinding.No, figures);
    }

    private const string MissingPeers = "Two values with the year group’s mean are needed, at least four weeks apart.";

    private static bool AreApart(List<ProgressValue> values) => values.Count > 1 && values[^1].On.DayNumber - values[0].On.DayNumber >= LeastDays;

    // In 10 weeks, so that the number is one that people can picture.
    private static decimal Rate(ProgressValue from, ProgressValue to) => (to.Value - from.Value) / (to.On.DayNumber - from.On.DayNumber) * 70;

    private static string GapWords(decimal gap) => gap > 0 ? $"{Number(gap)} below" : gap < 0 ? $"{Number(-gap)} above" : "level with";

    // A mean of those who happen to have a value here need not be that of the whole year group, so it is said whose it is.
    private static string Source(params ProgressValue[] values) => string.Concat(values.Where(value => value.PeersCounted is not null).DistinctBy(value => value.On)
        .Select(value => $" The mean on {Day(value.On)} is that of {value.PeersCounted} other pupils of the year group with a value here."));

    private static string Gain(decimal gain) => gain < 0 ? $"−{Number(-gain)}" : $"+{Number(gain)}";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Span(ProgressValue from, ProgressValue to) => $"{Day(from.On)} to {Day(to.On)}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
