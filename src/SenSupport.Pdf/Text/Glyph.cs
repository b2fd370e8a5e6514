using SenSupport.Pdf.Fonts;

namespace SenSupport.Pdf.Text;

/// <summary>What may happen after a glyph when lines are broken.</summary>
internal enum Break : byte
{
    /// <summary>Nothing: only a word too long for its line is cut here.</summary>
    No,

    /// <summary>The line may end here.</summary>
    May,

    /// <summary>A space: the line may end here, and the space then takes no room.</summary>
    Space,

    /// <summary>The line must end here; there is nothing to draw.</summary>
    Must,
}

/// <summary>What is special about a glyph.</summary>
[Flags]
internal enum GlyphTraits : byte
{
    None = 0,

    /// <summary>Belongs to the glyph before it; no line is cut between them unless the two alone are too wide.</summary>
    Continues = 32,

    /// <summary>Does not advance by its own width.</summary>
    Adjusted = 1,

    /// <summary>Its number is that of a composite of its text.</summary>
    Composite = 2,

    /// <summary>A hyphen that is drawn only where a line ends after it.</summary>
    SoftHyphen = 4,

    /// <summary>Its paragraph runs from right to left.</summary>
    RightToLeft = 8,

    /// <summary>Joined to its neighbours: no space goes between.</summary>
    Joined = 16,
}

/// <summary>
/// One drawn character, or several that are drawn as one. Kept small: a long text has tens of thousands of them.
/// </summary>
/// <param name="Character">The Unicode character it stands for; the first where it is a composite.</param>
/// <param name="Width">Width in points, with spacing and kerning.</param>
/// <param name="Shift">How far right of its place it is drawn, in points; for a soft hyphen its width where it is drawn.</param>
/// <param name="Id">Number in its face, or of the composite.</param>
/// <param name="Run">Index of the run it belongs to.</param>
/// <param name="Face">Index of its face in <see cref="FontLibrary.All"/>.</param>
/// <param name="After">What may happen after it.</param>
/// <param name="Traits">What is special about it.</param>
/// <param name="Level">Its level of direction (UAX 9): odd runs from right to left.</param>
internal readonly record struct Glyph(int Character, float Width, float Shift, ushort Id, ushort Run, byte Face, Break After, GlyphTraits Traits, byte Level)
{
    /// <summary>The face of what is not text: a line's end or a drawing.</summary>
    public const byte NoFace = 255;

    public bool Is(GlyphTraits trait) => (Traits & trait) != 0;
}

/// <summary>A paragraph's glyphs in the order in which they are read.</summary>
/// <param name="Glyphs">The glyphs.</param>
/// <param name="Composites">Composite glyphs by their numbers.</param>
/// <param name="Turns">Whether some of it runs from right to left.</param>
/// <param name="Steps">Steps that shaping took, for tests of its limits.</param>
internal sealed record ShapedText(Glyph[] Glyphs, IReadOnlyList<CompositeGlyph> Composites, bool Turns, long Steps);
