namespace SenSupport.Pdf.Fonts;

/// <summary>Glyphs, widths and pairs of the characters below 128 in one font, read once: nearly all text is made of them.</summary>
internal sealed class AsciiMetrics
{
    private const int Count = 128;
    private readonly ushort[] _glyphs = new ushort[Count];
    private readonly float[] _widths = new float[Count];
    private readonly float[] _pairs = new float[Count * Count];

    public AsciiMetrics(TrueTypeFont font)
    {
        float em = font.UnitsPerEm;
        for (var c = 0; c < Count; c++)
        {
            _glyphs[c] = font.Glyph(c);
            _widths[c] = font.Advance(_glyphs[c]) / em;
        }

        for (var first = '!'; first < Count; first++)
        {
            for (var second = '!'; second < Count; second++)
            {
                _pairs[(first * Count) + second] = font.Kerning.Between(_glyphs[first], _glyphs[second]) / em;
            }
        }
    }

    /// <summary>The glyph of a character, 0 where the font lacks it.</summary>
    public ushort Glyph(char character) => _glyphs[character];

    /// <summary>Width in ems.</summary>
    public float Width(char character) => _widths[character];

    /// <summary>Change of the first one's width when the second follows, in ems.</summary>
    public float Kerning(char first, char second) => _pairs[(first * Count) + second];
}
