namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>What kind of glyph each is (the font's <c>GDEF</c> table), and which ones a lookup passes over.</summary>
internal sealed class GlyphDefinitions(FontTable table)
{
    private const int Base = 1;
    private const int Ligature = 2;
    private const int Mark = 3;

    private readonly FontTable _classes = table.Link(4);
    private readonly FontTable _markClasses = table.Link(10);
    private readonly FontTable _markSets = table.U16(2) >= 2 ? table.Link(12) : default;

    public bool IsMark(int glyph) => _classes.Class(glyph) == Mark;

    public bool IsLigature(int glyph) => _classes.Class(glyph) == Ligature;

    /// <summary>Whether a lookup passes over a glyph, by the lookup's flags and its set of marks.</summary>
    public bool Ignores(int flags, int markSet, int glyph)
    {
        const int ignoreBases = 2, ignoreLigatures = 4, ignoreMarks = 8, onlyMarkSet = 16;
        if (flags == 0)
        {
            return false;
        }

        return _classes.Class(glyph) switch
        {
            Base => (flags & ignoreBases) != 0,
            Ligature => (flags & ignoreLigatures) != 0,
            Mark when (flags & ignoreMarks) != 0 => true,
            Mark when (flags & onlyMarkSet) != 0 => _markSets.LongLink(4 + (4 * markSet)).Coverage(glyph) < 0,
            Mark when flags >> 8 is > 0 and var only => _markClasses.Class(glyph) != only,
            _ => false,
        };
    }
}
