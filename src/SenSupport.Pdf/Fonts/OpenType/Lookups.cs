namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>Goes through glyphs with the lookups of a font's table, within the run's steps.</summary>
internal abstract class Lookups(LayoutTable table)
{
    private const int DeepestContext = 6;

    /// <summary>Applies lookups one after the other.</summary>
    /// <param name="run">The glyphs.</param>
    /// <param name="lookups">Numbers of the lookups.</param>
    /// <param name="form">Only to letters in this form; to all where none is given.</param>
    public void Apply(GlyphRun run, ReadOnlySpan<int> lookups, JoiningForm form = JoiningForm.None)
    {
        foreach (var number in lookups)
        {
            for (var i = 0; i < run.Count && run.Step();)
            {
                var next = form == JoiningForm.None || run[i].Form == form ? ApplyAt(run, number, i, 0) : -1;
                i = next < 0 ? i + 1 : Math.Max(next, i + 1);
            }
        }
    }

    /// <summary>Applies one lookup at a place, and returns the place after what it took, or -1 where it does not fit.</summary>
    protected int ApplyAt(GlyphRun run, int number, int at, int depth)
    {
        var lookup = table[number];
        if (lookup.IsEmpty || depth > DeepestContext || run.Definitions.Ignores(lookup.Flags, lookup.MarkSet, run[at].Id))
        {
            return -1;
        }

        foreach (var subtable in lookup.Subtables)
        {
            if (!run.Step())
            {
                return -1;
            }

            if (Apply(run, lookup, subtable, at, depth) is var next and >= 0)
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>Does what a lookup's kind says with one of its subtables.</summary>
    protected abstract int Apply(GlyphRun run, Lookup lookup, FontTable subtable, int at, int depth);
}
