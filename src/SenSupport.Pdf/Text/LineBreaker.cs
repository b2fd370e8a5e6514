namespace SenSupport.Pdf.Text;

/// <summary>A line of a paragraph: its glyphs from <c>Start</c> up to <c>End</c>, its width without trailing spaces, its height and baseline from its top.</summary>
internal readonly record struct TextLine(int Start, int End, double Width, double Height, double Baseline);

/// <summary>Breaks glyphs into lines, filling each; in time that grows with the text only.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.001;

    public static List<TextLine> Break(Glyph[] glyphs, IReadOnlyList<TextRun> runs, double width) => Break(glyphs, runs, width, out _);

    /// <param name="glyphs">The paragraph.</param>
    /// <param name="runs">Its runs.</param>
    /// <param name="width">Room for a line.</param>
    /// <param name="steps">How many glyphs were looked at: each a few times at most, however the lines fall.</param>
    public static List<TextLine> Break(Glyph[] glyphs, IReadOnlyList<TextRun> runs, double width, out long steps)
    {
        steps = 0;
        var lines = new List<TextLine>();
        var start = 0;
        var breakAt = -1;
        var x = 0.0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            steps++;
            ref readonly var glyph = ref glyphs[i];
            if (glyph.After == Text.Break.Must)
            {
                lines.Add(Line(glyphs, runs, start, i));
                start = i + 1;
                x = 0;
                breakAt = -1;
                continue;
            }

            if (glyph.After == Text.Break.Space)
            {
                x += glyph.Width;
                breakAt = i + 1;
                continue;
            }

            if (x + glyph.Width > width + Tolerance && i > start)
            {
                // A word longer than the line is cut where it is full, but never between a letter and its marks if they fit.
                var end = breakAt > start ? breakAt : i;
                while (breakAt <= start && end > start && glyphs[end].Is(GlyphTraits.Continues))
                {
                    end--;
                    steps++;
                }

                end = end > start ? end : i;
                lines.Add(Line(glyphs, runs, start, end));
                start = end;
                i = end - 1;
                x = 0;
                breakAt = -1;
                continue;
            }

            x += glyph.Width;
            if (glyph.After == Text.Break.May && (!glyph.Is(GlyphTraits.SoftHyphen) || x + glyph.Shift <= width + Tolerance))
            {
                breakAt = i + 1;
            }
        }

        if (start < glyphs.Length || (glyphs.Length > 0 && glyphs[^1].After == Text.Break.Must && lines.Count == 0))
        {
            lines.Add(Line(glyphs, runs, start, glyphs.Length));
        }

        steps += glyphs.Length;
        return lines;
    }

    /// <summary>Whether a line ends with a soft hyphen that is to be seen.</summary>
    public static bool EndsHyphenated(Glyph[] glyphs, int start, int end) =>
        end > start && end < glyphs.Length && glyphs[end - 1].Is(GlyphTraits.SoftHyphen) && glyphs[end].After != Text.Break.Must;

    private static TextLine Line(Glyph[] glyphs, IReadOnlyList<TextRun> runs, int start, int end)
    {
        var width = 0.0;
        var trailing = 0.0;
        var height = 0.0;
        var baseline = 0.0;
        var run = -1;
        for (var i = start; i < end; i++)
        {
            if (glyphs[i].After == Text.Break.Space)
            {
                trailing += glyphs[i].Width;
            }
            else
            {
                width += trailing + glyphs[i].Width;
                trailing = 0;
            }

            if (glyphs[i].Run != run)
            {
                run = glyphs[i].Run;
                Grow(runs[run], ref height, ref baseline);
            }
        }

        if (EndsHyphenated(glyphs, start, end))
        {
            width += glyphs[end - 1].Shift;
        }

        if (run < 0)
        {
            Grow(runs[start < glyphs.Length ? glyphs[start].Run : runs.Count - 1], ref height, ref baseline);
        }

        return new TextLine(start, end, width, height, baseline);
    }

    private static void Grow(in TextRun run, ref double height, ref double baseline)
    {
        var font = Fonts.FontLibrary.Main(run.Style.Bold);
        var size = run.Style.Size;
        var full = size * run.Style.LineHeight;
        var ascent = font.Ascent * size / font.UnitsPerEm;
        var descent = -font.Descent * size / font.UnitsPerEm;
        height = Math.Max(height, Math.Max(full, run.Drawing?.Height ?? 0));
        baseline = Math.Max(baseline, ((full - ascent - descent) / 2) + ascent);
    }
}
