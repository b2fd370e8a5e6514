namespace SenSupport.Domain.Assessments;

/// <summary>A figure of a pupil on a day, in one measure: a score, a standardised score, an age equivalent in months, a stage as a number.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The figure; more is better.</param>
public sealed record ProgressPoint(DateOnly On, decimal Value);

/// <summary>What one of the four tests of less than expected progress found (CoP 6.17).</summary>
public enum ProgressFinding
{
    /// <summary>There are not enough figures to say.</summary>
    NotEnoughData,

    /// <summary>The figures do not show it.</summary>
    NotShown,

    /// <summary>The figures show it. That is a reason to look closer, and no label: slow progress and low attainment do not by themselves mean SEN (CoP 6.23).</summary>
    Shown,
}

/// <summary>One of the four tests, with the figures that it used.</summary>
/// <param name="Name">The test, in the words of the Code.</param>
/// <param name="Finding">What it found.</param>
/// <param name="Figures">The figures that it used, each in a few words; what is missing where there are not enough.</param>
public sealed record ProgressTest(string Name, ProgressFinding Finding, IReadOnlyList<string> Figures);

/// <summary>
/// The four tests of less than expected progress (CoP 6.17), each a pure function of figures in one and the same measure. None of them names a pupil or gives a label.
/// </summary>
public static class ExpectedProgress
{
    /// <summary>The fewest pupils from the same baseline with whom progress is compared.</summary>
    public const int FewestPeers = 5;

    /// <summary>Progress is significantly slower below this share of what the peers made. The Code gives no figure: a school may set another.</summary>
    public const decimal SlowShare = 0.5m;

    /// <summary>The fewest days between two figures from which a rate is taken.</summary>
    public const int FewestDays = 28;

    private const decimal DaysOfTerm = 91;

    /// <summary>All four, in the order of the Code.</summary>
    /// <param name="own">The pupil's figures, in any order.</param>
    /// <param name="peers">First and last figure of others over the same time, in any order.</param>
    /// <param name="cohort">Means of the cohort on days, in any order; the nearest within <see cref="FewestDays"/> is taken.</param>
    /// <param name="sameBaseline">How far another pupil's first figure may be from the pupil's own to count as the same baseline.</param>
    public static IReadOnlyList<ProgressTest> All(
        IReadOnlyList<ProgressPoint> own, IReadOnlyList<(decimal First, decimal Last)> peers, IReadOnlyList<ProgressPoint> cohort, decimal sameBaseline) =>
        [SlowerThanPeers(own, peers, sameBaseline), SlowerThanBefore(own), DoesNotCloseGap(own, cohort), WidensGap(own, cohort)];

    /// <summary>Significantly slower than that of peers starting from the same baseline.</summary>
    public static ProgressTest SlowerThanPeers(IReadOnlyList<ProgressPoint> own, IReadOnlyList<(decimal First, decimal Last)> peers, decimal sameBaseline)
    {
        const string Name = "Significantly slower than that of peers from the same baseline";
        var series = InOrder(own);
        if (series.Count < 2)
        {
            return Missing(Name, "Two figures of the pupil are needed");
        }

        var same = peers.Where(peer => Math.Abs(peer.First - series[0].Value) <= sameBaseline).ToList();
        if (same.Count < FewestPeers)
        {
            return Missing(Name, $"{FewestPeers} pupils from the same baseline are needed, and there are {same.Count}");
        }

        var (gain, mean) = (series[^1].Value - series[0].Value, same.Average(peer => peer.Last - peer.First));
        if (mean <= 0)
        {
            return Missing(Name, $"The {same.Count} pupils from the same baseline made no progress themselves");
        }

        return new ProgressTest(Name, gain < mean * SlowShare ? ProgressFinding.Shown : ProgressFinding.NotShown, [$"From {Number(series[0].Value)} to {Number(series[^1].Value)}: {Signed(gain)}", $"{same.Count} pupils from the same baseline: {Signed(mean)} on average"]);
    }

    /// <summary>Fails to match or better the pupil's previous rate of progress.</summary>
    public static ProgressTest SlowerThanBefore(IReadOnlyList<ProgressPoint> own)
    {
        const string Name = "Fails to match or better the pupil’s previous rate of progress";
        var series = InOrder(own);
        if (series.Count < 3 || Days(series[^2], series[^1]) < FewestDays || Days(series[^3], series[^2]) < FewestDays)
        {
            return Missing(Name, $"Three figures are needed, each at least {FewestDays} days after the one before");
        }

        var (before, now) = (Rate(series[^3], series[^2]), Rate(series[^2], series[^1]));
        return new ProgressTest(Name, now < before ? ProgressFinding.Shown : ProgressFinding.NotShown, [$"Before: {Signed(before)} a term", $"Now: {Signed(now)} a term"]);
    }

    /// <summary>Fails to close the attainment gap between the pupil and the peers.</summary>
    public static ProgressTest DoesNotCloseGap(IReadOnlyList<ProgressPoint> own, IReadOnlyList<ProgressPoint> cohort) =>
        Gap("Fails to close the attainment gap between the pupil and the peers", own, cohort, (first, last) => first > 0 && last >= first);

    /// <summary>Widens the attainment gap.</summary>
    public static ProgressTest WidensGap(IReadOnlyList<ProgressPoint> own, IReadOnlyList<ProgressPoint> cohort) =>
        Gap("Widens the attainment gap", own, cohort, (first, last) => last > first && last > 0);

    private static ProgressTest Gap(string name, IReadOnlyList<ProgressPoint> own, IReadOnlyList<ProgressPoint> cohort, Func<decimal, decimal, bool> shows)
    {
        var pairs = InOrder(own).Select(point => (Point: point, Mean: Nearest(cohort, point.On))).Where(pair => pair.Mean is not null).ToList();
        if (pairs.Count < 2 || Days(pairs[0].Point, pairs[^1].Point) < FewestDays)
        {
            return Missing(name, $"Two figures at least {FewestDays} days apart are needed, each with a mean of the cohort");
        }

        var (first, last) = (pairs[0].Mean!.Value - pairs[0].Point.Value, pairs[^1].Mean!.Value - pairs[^1].Point.Value);
        return new ProgressTest(name, shows(first, last) ? ProgressFinding.Shown : ProgressFinding.NotShown, [Behind(pairs[0].Point, first), Behind(pairs[^1].Point, last)]);
    }

    private static string Behind(ProgressPoint point, decimal gap) =>
        $"{point.On:d MMMM yyyy}: {Number(point.Value)}, {(gap > 0 ? $"{Number(gap)} below" : gap < 0 ? $"{Number(-gap)} above" : "the same as")} the cohort";

    private static decimal? Nearest(IReadOnlyList<ProgressPoint> cohort, DateOnly on) =>
        cohort.Where(mean => Math.Abs(mean.On.DayNumber - on.DayNumber) <= FewestDays).MinBy(mean => Math.Abs(mean.On.DayNumber - on.DayNumber))?.Value;

    private static List<ProgressPoint> InOrder(IReadOnlyList<ProgressPoint> points) => [.. points.OrderBy(point => point.On)];

    private static int Days(ProgressPoint from, ProgressPoint to) => to.On.DayNumber - from.On.DayNumber;

    private static decimal Rate(ProgressPoint from, ProgressPoint to) => (to.Value - from.Value) / Days(from, to) * DaysOfTerm;

    private static ProgressTest Missing(string name, string what) => new(name, ProgressFinding.NotEnoughData, [what]);

    private static string Number(decimal value) => value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static string Signed(decimal value) => value.ToString("+0.#;−0.#;0", System.Globalization.CultureInfo.InvariantCulture);
}
