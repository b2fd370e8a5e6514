namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>Which form a joining letter takes.</summary>
internal enum JoiningForm : byte
{
    None,
    Isolated,
    Final,
    Medial,
    Initial,
}

/// <summary>A glyph on its way from a character to its place. Lengths are font units.</summary>
internal struct ShapedGlyph
{
    public ushort Id;

    /// <summary>Where the text begins that it stands for together with all others of the same number.</summary>
    public int Cluster;

    public JoiningForm Form;

    /// <summary>Number of the ligature that it is or sits on; 0 for none.</summary>
    public ushort Ligature;

    /// <summary>For a ligature how many letters it joins; for a mark the letter that it sits on, counted from 1, or 0.</summary>
    public ushort Component;

    public int Advance;

    /// <summary>Change of the advance by the pair that it forms with what follows.</summary>
    public int Kerning;

    /// <summary>Move by that pair, in the direction of reading left to right.</summary>
    public int Shift;

    public int X;

    public int Y;

    /// <summary>Place of the glyph that it is attached to, or -1.</summary>
    public int AttachedTo;
}
