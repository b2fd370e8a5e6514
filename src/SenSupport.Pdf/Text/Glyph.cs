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

/// <summary>One drawn character: its face and number there, the character it stands for, its width in points and the run it belongs to.</summary>
internal readonly record struct Glyph(TrueTypeFont? Face, ushort Id, int Character, double Width, int Run, Break After, bool IsMark);
