namespace SenSupport.Pdf.Text.Unicode;

/// <summary>What UTS 51 says of a character.</summary>
[Flags]
internal enum EmojiKinds : byte
{
    None = 0,

    /// <summary>A picture, or reserved for one.</summary>
    Pictograph = 1,

    /// <summary>Shown as a picture even when no variation selector asks for it.</summary>
    Presentation = 2,

    /// <summary>A skin tone.</summary>
    Tone = 4,
}
