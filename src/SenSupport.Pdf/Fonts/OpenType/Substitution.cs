namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>Puts glyphs in place of others by a font's <c>GSUB</c> table: kinds 1, 2, 4, 5 and 6.</summary>
internal sealed class Substitution(LayoutTable table) : Lookups(table)
{
    protected override int Apply(GlyphRun run, Lookup lookup, FontTable subtable, int at, int depth) => lookup.Kind switch
    {
        1 => Single(run, subtable, at),
        2 => Multiple(run, subtable, at),
        4 => Ligature(run, lookup, subtable, at),
        5 or 6 => Contexts.Apply(run, lookup, subtable, lookup.Kind == 6, at, (inner, place) => ApplyAt(run, inner, place, depth + 1) >= 0),
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

        glyph.Id = subtable.U16(0) == 1 ? (ushort)(glyph.Id + subtable.S16(4)) : subtable.U16(6 + (2 * covered));
        return at + 1;
    }

    private static int Multiple(GlyphRun run, FontTable subtable, int at)
    {
        var covered = subtable.Link(2).Coverage(run[at].Id);
        var sequence = covered < 0 ? default : subtable.Link(6 + (2 * covered));
        int count = sequence.U16(0);
        if (count == 0 || !run.MayGrow(count))
        {
            return -1;
        }

        var glyph = run[at];
        run[at].Id = sequence.U16(2);
        for (var i = 1; i < count; i++)
        {
            run.Glyphs.Insert(at + i, glyph with { Id = sequence.U16(2 + (2 * i)) });
        }

        return at + count;
    }

    private static int Ligature(GlyphRun run, in Lookup lookup, FontTable subtable, int at)
    {
        var covered = subtable.Link(2).Coverage(run[at].Id);
        if (covered < 0)
        {
            return -1;
        }

        var set = subtable.Link(6 + (2 * covered));
        Span<int> places = stackalloc int[32];
        for (var i = 0; i < set.U16(0) && run.Step(); i++)
        {
            var ligature = set.Link(2 + (2 * i));
            int count = ligature.U16(2);
            if (count == 0 || count > places.Length)
            {
                continue;
            }

            places[0] = at;
            var matched = 1;
            for (; matched < count; matched++)
            {
                var next = run.Next(lookup, places[matched - 1]);
                if (next < 0 || run[next].Id != ligature.U16(2 + (2 * matched)))
                {
                    break;
                }

                places[matched] = next;
            }

            if (matched == count)
            {
                Join(run, places[..count], ligature.U16(0));
                return at + 1;
            }
        }

        return -1;
    }

    private static void Join(GlyphRun run, ReadOnlySpan<int> places, ushort ligature)
    {
        var ofMarks = true;
        foreach (var place in places)
        {
            ofMarks &= run.Definitions.IsMark(run[place].Id);
        }

        run.Merge(places[0], places[^1] + 1);
        run[places[0]].Id = ligature;
        if (!ofMarks)
        {
            var number = run.NewLigature();
            run[places[0]].Ligature = number;
            run[places[0]].Component = (ushort)places.Length;
            for (var k = 0; k + 1 < places.Length; k++)
            {
                for (var i = places[k] + 1; i < places[k + 1]; i++)
                {
                    run[i].Ligature = number;
                    run[i].Component = (ushort)(k + 1);
                }
            }
        }

        for (var k = places.Length - 1; k > 0; k--)
        {
            run.Glyphs.RemoveAt(places[k]);
        }
    }
}
