namespace SenSupport.Web.Features.Reports;

/// <summary>
/// Keeps counts of fewer than five pupils out of sight, so that no figure points at a pupil. Whoever knows the total must not be able to work a hidden count
/// out either: at least two counts are hidden together, and together they hold at least five pupils.
/// </summary>
public static class Suppression
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 5;

    /// <summary>A count on its own; null when it is not shown.</summary>
    public static int? Show(int count) => count < Least ? null : count;

    /// <summary>Counts whose total is known; null for each that is not shown.</summary>
    public static IReadOnlyList<int?> Show(IReadOnlyList<int> counts)
    {
        var hidden = new HashSet<int>(Enumerable.Range(0, counts.Count).Where(index => counts[index] < Least));
        while (hidden.Count > 0 && hidden.Count < counts.Count && (hidden.Count < 2 || hidden.Sum(index => counts[index]) < Least))
        {
            hidden.Add(Enumerable.Range(0, counts.Count).Where(index => !hidden.Contains(index)).MinBy(index => counts[index]));
        }

        return [.. counts.Select((count, index) => hidden.Contains(index) ? (int?)null : count)];
    }
}
