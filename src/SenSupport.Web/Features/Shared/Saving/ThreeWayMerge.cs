namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>
/// Merges what two people did to the same fields since the version that one of them began from. What only one of them changed is taken; where both changed a field,
/// or one removed a row that the other changed, somebody has to choose.
/// </summary>
public static class ThreeWayMerge
{
    /// <summary>Merges. In <see cref="MergeResult.Fields"/> conflicts stand with the writer's own value.</summary>
    /// <param name="begun">The fields as they were when the writer opened the page.</param>
    /// <param name="mine">The fields as the writer has them.</param>
    /// <param name="theirs">The fields as they are saved now.</param>
    public static MergeResult Merge(IReadOnlyDictionary<string, string> begun, IReadOnlyDictionary<string, string> mine, IReadOnlyDictionary<string, string> theirs)
    {
        var merged = new OrderedDictionary<string, string>();
        var conflicts = new List<MergeConflict>();
        var settledRows = new HashSet<string>();
        var taken = 0;
        foreach (var path in theirs.Keys.Concat(mine.Keys).Distinct())
        {
            var row = RowOf(path);
            if (row is not null && settledRows.Contains(row))
            {
                continue;
            }

            if (row is not null && HasRow(begun, row) && HasRow(mine, row) != HasRow(theirs, row) && settledRows.Add(row))
            {
                var (kept, removedByMe) = HasRow(mine, row) ? (mine, false) : (theirs, true);
                if (RowChanged(begun, kept, row))
                {
                    conflicts.Add(new MergeConflict(row, removedByMe ? "" : Words(mine, row), removedByMe ? Words(theirs, row) : "", IsRow: true));
                    if (!removedByMe)
                    {
                        CopyRow(mine, row, merged);
                    }
                }
                else
                {
                    taken++;
                }

                continue;
            }

            var (b, m, t) = (begun.GetValueOrDefault(path, ""), mine.GetValueOrDefault(path, ""), theirs.GetValueOrDefault(path, ""));
            var value = m == b ? t : m;

            // A row that one of the two added is one thing, however many fields it has.
            var isPartOfAddedRow = row is not null && path != $"{row}/id" && HasRow(mine, row) != HasRow(theirs, row);
            taken += m != t && (m == b || t == b) && !isPartOfAddedRow ? 1 : 0;
            if (m != t && m != b && t != b)
            {
                conflicts.Add(new MergeConflict(path, m, t, IsRow: false));
            }

            if (value.Length > 0)
            {
                merged[path] = value;
            }
        }

        return new MergeResult(merged, conflicts, taken);
    }

    /// <summary>Settles a conflict in merged fields.</summary>
    /// <param name="merged">The fields, with the writer's own values where there are conflicts.</param>
    /// <param name="path">The field or row.</param>
    /// <param name="theirs">The fields as they are saved, from which a whole row is brought back.</param>
    /// <param name="value">The value to have for a field; for a row, null keeps the writer's side and anything else takes the saved one.</param>
    public static void Settle(OrderedDictionary<string, string> merged, string path, IReadOnlyDictionary<string, string> theirs, string? value)
    {
        if (path.Count(step => step == '/') == 1)
        {
            if (value is not null)
            {
                foreach (var key in merged.Keys.Where(key => RowOf(key) == path).ToList())
                {
                    merged.Remove(key);
                }

                CopyRow(theirs, path, merged);
            }
        }
        else if (string.IsNullOrEmpty(value))
        {
            merged.Remove(path);
        }
        else
        {
            merged[path] = value;
        }
    }

    private static string? RowOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : null;

    private static bool HasRow(IReadOnlyDictionary<string, string> fields, string row) => fields.ContainsKey($"{row}/id");

    private static bool RowChanged(IReadOnlyDictionary<string, string> begun, IReadOnlyDictionary<string, string> kept, string row) =>
        kept.Keys.Concat(begun.Keys).Where(path => RowOf(path) == row).Any(path => begun.GetValueOrDefault(path, "") != kept.GetValueOrDefault(path, ""));

    private static string Words(IReadOnlyDictionary<string, string> fields, string row) =>
        new[] { "statement", "text", "what" }.Select(name => fields.GetValueOrDefault($"{row}/{name}", "")).FirstOrDefault(text => text.Length > 0) ?? "";

    private static void CopyRow(IReadOnlyDictionary<string, string> from, string row, OrderedDictionary<string, string> to)
    {
        foreach (var (path, value) in from.Where(known => RowOf(known.Key) == row))
        {
            to[path] = value;
        }
    }
}

/// <summary>A merge.</summary>
/// <param name="Fields">The fields of both, the writer's own where they disagree.</param>
/// <param name="Conflicts">Where somebody has to choose.</param>
/// <param name="MergedCount">How many fields or rows only one of the two had changed.</param>
public sealed record MergeResult(OrderedDictionary<string, string> Fields, IReadOnlyList<MergeConflict> Conflicts, int MergedCount);

/// <summary>A field that two people changed, or a row that one removed and the other changed.</summary>
/// <param name="Path">The field's or the row's path.</param>
/// <param name="Mine">The writer's value; empty for a row they removed.</param>
/// <param name="Theirs">The saved value; empty for a row that was removed.</param>
/// <param name="IsRow">Whether it is a row.</param>
public sealed record MergeConflict(string Path, string Mine, string Theirs, bool IsRow);
