namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>
/// Lookups that apply others where glyphs stand in a certain context: kinds 5 and 6 of <c>GSUB</c>, 7 and 8 of <c>GPOS</c> (OpenType, common
/// table formats: sequence context and chained sequence context).
/// </summary>
internal static class Contexts
{
    private const int LongestInput = 32;

    /// <summary>Applies the lookups that a context names.</summary>
    /// <param name="run">The glyphs.</param>
    /// <param name="lookup">The lookup that holds the context.</param>
    /// <param name="table">Its subtable.</param>
    /// <param name="chained">Whether what stands before and after counts as well.</param>
    /// <param name="at">Where the context's first glyph stands.</param>
    /// <param name="apply">Applies a lookup by its number at a place.</param>
    /// <returns>The place after the matched glyphs, or -1 where nothing matched.</returns>
    public static int Apply(GlyphRun run, in Lookup lookup, FontTable table, bool chained, int at, Func<int, int, bool> apply)
    {
        var glyph = run[at].Id;
        switch (table.U16(0))
        {
            case 1:
                var covered = table.Link(2).Coverage(glyph);
                return covered < 0 ? -1 : ApplyRules(run, lookup, table.Link(6 + (2 * covered)), chained, at, apply, Matcher.Glyph, default, default, default);
            case 2:
                if (table.Link(2).Coverage(glyph) < 0)
                {
                    return -1;
                }

                var (before, input, after) = chained ? (table.Link(4), table.Link(6), table.Link(8)) : (default, table.Link(4), default);
                var set = table.Link((chained ? 12 : 8) + (2 * input.Class(glyph)));
                return ApplyRules(run, lookup, set, chained, at, apply, Matcher.Class, before, input, after);
            case 3:
                return ApplyCoverages(run, lookup, table, chained, at, apply);
            default:
                return -1;
        }
    }

    private enum Matcher
    {
        Glyph,
        Class,
        Coverage,
    }

    private static int ApplyRules(
        GlyphRun run, in Lookup lookup, FontTable set, bool chained, int at, Func<int, int, bool> apply, Matcher matcher, FontTable before, FontTable input, FontTable after)
    {
        for (var i = 0; i < set.U16(0) && run.Step(); i++)
        {
            var rule = set.Link(2 + (2 * i));
            var place = 0;
            var backtrack = place + 2;
            var backtrackCount = chained ? rule.U16(place) : 0;
            place += chained ? 2 + (2 * backtrackCount) : 0;
            int inputCount = rule.U16(place);
            var records = 0;
            if (!chained)
            {
                records = rule.U16(place + 2);
                place += 2;
            }

            var inputs = place + 2;
            place = inputs + (2 * Math.Max(0, inputCount - 1));
            var lookaheadCount = chained ? rule.U16(place) : 0;
            var lookahead = place + 2;
            if (chained)
            {
                place = lookahead + (2 * lookaheadCount);
                records = rule.U16(place);
                place += 2;
            }

            var end = Match(run, lookup, at, rule, inputs, inputCount, rule, backtrack, backtrackCount, rule, lookahead, lookaheadCount, matcher, (before, input, after), out var places);
            if (end >= 0)
            {
                return ApplyRecords(run, rule, place, records, places, end, apply);
            }
        }

        return -1;
    }

    private static int ApplyCoverages(GlyphRun run, in Lookup lookup, FontTable table, bool chained, int at, Func<int, int, bool> apply)
    {
        var (backtrack, backtrackCount, lookahead, lookaheadCount) = (0, 0, 0, 0);
        int inputs, inputCount, records, place;
        if (chained)
        {
            backtrackCount = table.U16(2);
            backtrack = 4;
            place = 4 + (2 * backtrackCount);
            inputCount = table.U16(place);
            inputs = place + 2;
            place = inputs + (2 * inputCount);
            lookaheadCount = table.U16(place);
            lookahead = place + 2;
            place = lookahead + (2 * lookaheadCount);
            records = table.U16(place);
            place += 2;
        }
        else
        {
            inputCount = table.U16(2);
            records = table.U16(4);
            inputs = 6;
            place = inputs + (2 * inputCount);
        }

        if (inputCount == 0 || table.Link(inputs).Coverage(run[at].Id) < 0)
        {
            return -1;
        }

        var end = Match(run, lookup, at, table, inputs + 2, inputCount, table, backtrack, backtrackCount, table, lookahead, lookaheadCount, Matcher.Coverage, default, out var places);
        return end < 0 ? -1 : ApplyRecords(run, table, place, records, places, end, apply);
    }

    /// <summary>Returns the place after the last matched glyph, or -1; <paramref name="places"/> are those of the input.</summary>
    private static int Match(
        GlyphRun run, in Lookup lookup, int at, FontTable input, int inputs, int inputCount, FontTable before, int backtrack, int backtrackCount,
        FontTable after, int lookahead, int lookaheadCount, Matcher matcher, (FontTable Before, FontTable Input, FontTable After) classes, out List<int> places)
    {
        places = [at];
        if (inputCount is 0 or > LongestInput || backtrackCount > LongestInput || lookaheadCount > LongestInput)
        {
            return -1;
        }

        var last = at;
        for (var i = 0; i < inputCount - 1; i++)
        {
            last = run.Next(lookup, last);
            if (last < 0 || !Matches(run[last].Id, input, inputs + (2 * i), matcher, classes.Input))
            {
                return -1;
            }

            places.Add(last);
        }

        var end = last + 1;
        for (var i = 0; i < lookaheadCount; i++)
        {
            last = run.Next(lookup, last);
            if (last < 0 || !Matches(run[last].Id, after, lookahead + (2 * i), matcher, classes.After))
            {
                return -1;
            }
        }

        var first = at;
        for (var i = 0; i < backtrackCount; i++)
        {
            first = run.Next(lookup, first, -1);
            if (first < 0 || !Matches(run[first].Id, before, backtrack + (2 * i), matcher, classes.Before))
            {
                return -1;
            }
        }

        return end;
    }

    private static bool Matches(int glyph, FontTable table, int place, Matcher matcher, FontTable classes) => matcher switch
    {
        Matcher.Glyph => table.U16(place) == glyph,
        Matcher.Class => classes.Class(glyph) == table.U16(place),
        _ => table.Link(place).Coverage(glyph) >= 0,
    };

    private static int ApplyRecords(GlyphRun run, FontTable table, int records, int count, List<int> places, int end, Func<int, int, bool> apply)
    {
        for (var i = 0; i < count && run.Step(); i++)
        {
            int index = table.U16(records + (4 * i));
            if (index >= places.Count || places[index] >= run.Count)
            {
                continue;
            }

            var length = run.Count;
            apply(table.U16(records + (4 * i) + 2), places[index]);
            var grown = run.Count - length;
            if (grown != 0)
            {
                end += grown;
                for (var k = index + 1; k < places.Count; k++)
                {
                    places[k] = Math.Max(places[index], places[k] + grown);
                }
            }
        }

        return Math.Max(end, places[0] + 1);
    }
}
