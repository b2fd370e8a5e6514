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

/// <summary>
/// One drawn character. Kept to 16 bytes: a long text has tens of thousands of them.
/// </summary>
/// <param name="Character">The Unicode character it stands for.</param>
/// <param name="Width">Width in points, with spacing.</param>
/// <param name="Id">Number in its face.</param>
/// <param name="Run">Index of the run it belongs to.</param>
/// <param name="Face">Index of its face in <see cref="FontLibrary.All"/>.</param>
/// <param name="After">What may happen after it.</param>
/// <param name="IsMark">Whether it sits on the letter before it.</param>
internal readonly record struct Glyph(int Character, float Width, ushort Id, ushort Run, byte Face, Break After, bool IsMark)
{
    /// <summary>The face of what is not text: a line's end or a drawing.</summary>
    public const byte NoFace = 255;
}
