using System.Numerics;

namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>Moves glyphs by a font's <c>GPOS</c> table: kinds 1, 2, 4 to 8.</summary>
internal sealed class Positioning(LayoutTable table) : Lookups(table)
{
    private const int FarthestBase = 64;

    protected override int Apply(GlyphRun run, Lookup lookup, FontTable subtable, int at, int depth) => lookup.Kind switch
    {
        1 => Single(run, subtable, at),
        2 => Pair(run, lookup, subtable, at),
        4 => MarkToBase(run, subtable, at),
        5 => MarkToLigature(run, subtable, at),
        6 => MarkToMark(run, lookup, subtable, at),
        7 or 8 => Contexts.Apply(run, lookup, subtable, lookup.Kind == 8, at, (inner, place) => ApplyAt(run, inner, place, depth + 1) >= 0),
        _ => -1,
    };

    private static int Single(GlyphRun run, FontTable subtable, int at)
    {
        ref var glyph = ref run[at];
        var covered = subtable.Link(2).Coverage(glyph.Id);
        if (covered < 0)
        {
            return -1;
        }

        int format = subtable.U16(4);
        var place = subtable.U16(0) == 1 ? 6 : 8 + (covered * ValueSize(format));
        glyph.X += Value(subtable, place, format, 1);
        glyph.Y += Value(subtable, place, format, 2);
        glyph.Advance += Value(subtable, place, format, 4);
        return at + 1;
    }

    private static int Pair(GlyphRun run, in Lookup lookup, FontTable subtable, int at)
    {
        if (subtable.Link(2).Coverage(run[at].Id) < 0)
        {
            return -1;
        }

        var second = run.Next(lookup, at);
        if (second < 0)
        {
            return -1;
        }

        var place = PairPlace(subtable, run[at].Id, run[second].Id);
        if (place < 0)
        {
            return -1;
        }

        int format = subtable.U16(4);
        int secondFormat = subtable.U16(6);
        ref var glyph = ref run[at];
        glyph.Shift += Value(subtable, place, format, 1);
        glyph.Kerning += Value(subtable, place, format, 4);
        run[second].Shift += Value(subtable, place + ValueSize(format), secondFormat, 1);
        run[second].Kerning += Value(subtable, place + ValueSize(format), secondFormat, 4);
        return secondFormat == 0 ? second : second + 1;
    }

    /// <summary>Where the values of a pair stand in a subtable whose coverage holds the first glyph, or -1.</summary>
    public static int PairPlace(FontTable subtable, int first, int second)
    {
        var size = ValueSize(subtable.U16(4)) + ValueSize(subtable.U16(6));
        switch (subtable.U16(0))
        {
            case 1:
                int offset = subtable.U16(10 + (2 * subtable.Link(2).Coverage(first)));
                var set = subtable.At(offset);
                var (low, high) = (0, set.U16(0) - 1);
                while (low <= high)
                {
                    var middle = (low + high) / 2;
                    var record = 2 + (middle * (2 + size));
                    var found = set.U16(record);
                    if (found == second)
                    {
                        return offset + record + 2;
                    }

                    (low, high) = found < second ? (middle + 1, high) : (low, middle - 1);
                }

                return -1;
            case 2:
                var row = subtable.Link(8).Class(first);
                var column = subtable.Link(10).Class(second);
                return row < subtable.U16(12) && column < subtable.U16(14) ? 16 + (((row * subtable.U16(14)) + column) * size) : -1;
            default:
                return -1;
        }
    }

    public static int ValueSize(int format) => 2 * BitOperations.PopCount((uint)format & 0xFF);

    /// <summary>A part of a value record by its bit in the record's format: 1 moves right, 2 moves up, 4 widens.</summary>
    public static int Value(FontTable table, int place, int format, int part) =>
        (format & part) == 0 ? 0 : table.S16(place + (2 * BitOperations.PopCount((uint)format & (uint)(part - 1))));

    private static int MarkToBase(GlyphRun run, FontTable subtable, int at)
    {
        var mark = subtable.Link(2).Coverage(run[at].Id);
        if (mark < 0)
        {
            return -1;
        }

        var on = Before(run, at);
        var covered = on < 0 ? -1 : subtable.Link(4).Coverage(run[on].Id);
        if (covered < 0)
        {
            return -1;
        }

        var bases = subtable.Link(10);
        int classes = subtable.U16(6);
        var (anchor, type) = MarkAnchor(subtable.Link(8), mark);
        return type >= classes ? -1 : Attach(run, at, on, anchor, bases.Link(2 + (2 * ((covered * classes) + type))));
    }

    private static int MarkToLigature(GlyphRun run, FontTable subtable, int at)
    {
        var mark = subtable.Link(2).Coverage(run[at].Id);
        if (mark < 0)
        {
            return -1;
        }

        var on = Before(run, at);
        var covered = on < 0 ? -1 : subtable.Link(4).Coverage(run[on].Id);
        if (covered < 0)
        {
            return -1;
        }

        var ligature = subtable.Link(10).Link(2 + (2 * covered));
        int components = ligature.U16(0);
        if (components == 0)
        {
            return -1;
        }

        var own = run[at].Ligature != 0 && run[at].Ligature == run[on].Ligature && run[at].Component > 0;
        var component = own ? Math.Min(components, (int)run[at].Component) - 1 : components - 1;
        int classes = subtable.U16(6);
        var (anchor, type) = MarkAnchor(subtable.Link(8), mark);
        return type >= classes ? -1 : Attach(run, at, on, anchor, ligature.Link(2 + (2 * ((component * classes) + type))));
    }

    private static int MarkToMark(GlyphRun run, in Lookup lookup, FontTable subtable, int at)
    {
        var mark = subtable.Link(2).Coverage(run[at].Id);
        if (mark < 0)
        {
            return -1;
        }

        var on = run.Next(lookup, at, -1);
        if (on < 0 || !run.Definitions.IsMark(run[on].Id) || run[on].Ligature != run[at].Ligature || (run[at].Ligature != 0 && run[on].Component != run[at].Component))
        {
            return -1;
        }

        var covered = subtable.Link(4).Coverage(run[on].Id);
        int classes = subtable.U16(6);
        var (anchor, type) = MarkAnchor(subtable.Link(8), mark);
        return covered < 0 || type >= classes ? -1 : Attach(run, at, on, anchor, subtable.Link(10).Link(2 + (2 * ((covered * classes) + type))));
    }

    /// <summary>The glyph that a mark sits on: the nearest before it that is no mark, or -1.</summary>
    private static int Before(GlyphRun run, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - FarthestBase) && run.Step(); i--)
        {
            if (!run.Definitions.IsMark(run[i].Id))
            {
                return i;
            }
        }

        return -1;
    }

    private static (FontTable Anchor, int Class) MarkAnchor(FontTable marks, int index) => (marks.Link(4 + (4 * index)), marks.U16(2 + (4 * index)));

    private static int Attach(GlyphRun run, int at, int on, FontTable mark, FontTable place)
    {
        if (place.IsEmpty || mark.IsEmpty)
        {
            return -1;
        }

        ref var glyph = ref run[at];
        glyph.AttachedTo = on;
        glyph.X = place.S16(2) - mark.S16(2);
        glyph.Y = place.S16(4) - mark.S16(4);
        return at + 1;
    }
}
