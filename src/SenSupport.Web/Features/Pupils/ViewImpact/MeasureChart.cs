using System.Globalization;
using SenSupport.Domain.Progress;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Pupils.ViewImpact;

/// <summary>A line of values, and one of the year group's means beside it, as places in a picture of 384 by 180.</summary>
/// <param name="Grid">The lines across, with their numbers.</param>
/// <param name="Dots">The pupil's values, earliest first.</param>
/// <param name="Expected">The corners of the year group's line; empty when fewer than two means are known.</param>
/// <param name="Values">All values, also those that the picture leaves out.</param>
public sealed record MeasureChart(IReadOnlyList<GridLine> Grid, IReadOnlyList<ChartDot> Dots, string Expected, IReadOnlyList<ProgressValue> Values)
{
    /// <summary>How many of the latest values the picture shows; the table has all.</summary>
    public const int MostDots = 8;

    private const decimal Left = 44, Right = 359, Top = 20, Bottom = 150;

    /// <summary>The corners of the pupil's line.</summary>
    public string Line => string.Join(' ', Dots.Select(dot => $"{dot.X},{dot.Y}"));

    /// <summary>What the picture shows, in a sentence.</summary>
    public string Describe(string firstName)
    {
        var (first, last) = (Values[0], Values[^1]);
        var own = Values.Count == 1 ? $"{firstName}: {Number(first.Value)} on {UkDate.Long(first.On)}." : $"{firstName} went from {Number(first.Value)} on {UkDate.Long(first.On)} to {Number(last.Value)} on {UkDate.Long(last.On)}.";
        var peers = Values.Where(value => value.PeersMean is not null).ToList();
        return peers.Count < 2 ? own : $"{own} The year group’s mean went from {Number(peers[0].PeersMean!.Value)} to {Number(peers[^1].PeersMean!.Value)}.";
    }

    /// <summary>The chart of some values, earliest first; at least one.</summary>
    public static MeasureChart Of(IReadOnlyList<ProgressValue> values)
    {
        var shown = values.TakeLast(MostDots).ToList();
        var all = shown.Select(value => value.Value).Concat(shown.Select(value => value.PeersMean).OfType<decimal>()).ToList();
        var (lowest, step, lines) = Scale(all.Min(), all.Max());
        decimal Across(int index) => shown.Count == 1 ? (Left + Right) / 2 : Left + ((Right - Left) * index / (shown.Count - 1));
        decimal Up(decimal value) => Bottom - ((value - lowest) / (step * lines) * (Bottom - Top));
        var grid = Enumerable.Range(0, lines + 1).Select(line => lowest + (step * line)).Select(value => new GridLine(Place(Up(value)), Place(Up(value) + 4), Number(value))).ToList();
        var dots = shown.Select((value, index) => new ChartDot(
            Place(Across(index)),
            Place(Up(value.Value)),
            Place(Up(value.Value) + (value.PeersMean < value.Value || Up(value.Value) > Bottom - 24 ? -10 : 20)),
            Number(value.Value),
            $"{UkDate.DayAndMonth(value.On).Split(' ')[1]} {value.On.Year % 100:00}")).ToList();
        var expected = shown.Select((value, index) => value.PeersMean is { } mean ? $"{Place(Across(index))},{Place(Up(mean))}" : null).OfType<string>().ToList();
        return new MeasureChart(grid, dots, expected.Count > 1 ? string.Join(' ', expected) : "", values);
    }

    // Between two and six round steps that hold every value; from nought where that does not flatten the line.
    private static (decimal Lowest, decimal Step, int Lines) Scale(decimal least, decimal most)
    {
        var from = least >= 0 && least < most / 2 ? 0 : least;
        var range = Math.Max(most - from, 1);
        var step = new[] { 1m, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000 }.First(size => range / size <= 5 || size == 50000);
        var lowest = Math.Floor(from / step) * step;
        return (lowest, step, Math.Max(1, (int)Math.Ceiling((most - lowest) / step)));
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Place(decimal place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A line across the picture.</summary>
/// <param name="Y">Where it is.</param>
/// <param name="TextY">Where its number stands.</param>
/// <param name="Number">The number.</param>
public sealed record GridLine(string Y, string TextY, string Number);

/// <summary>A value in the picture.</summary>
/// <param name="X">Where it is, across.</param>
/// <param name="Y">Where it is, down.</param>
/// <param name="TextY">Where its number stands.</param>
/// <param name="Number">The number.</param>
/// <param name="When">The month.</param>
public sealed record ChartDot(string X, string Y, string TextY, string Number, string When);
