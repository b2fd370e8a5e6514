namespace SenSupport.Pdf;

/// <summary>
/// The look of a whole document. Lengths are points; <see cref="Scale"/> enlarges text and every length given while composing
/// (padding, gaps, fixed columns), but not the paper or its margins, so one composition serves standard and large print.
/// </summary>
public sealed record DocumentStyle
{
    /// <summary>Enlarges text and lengths: 1 as composed, 1.8 for large print.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Size of ordinary text before scaling.</summary>
    public double FontSize { get; init; } = 10.5;

    /// <summary>No text is set smaller than this, whatever was asked for; not scaled.</summary>
    public double MinimumFontSize { get; init; }

    /// <summary>Distance from line to line as a multiple of the size.</summary>
    public double LineHeight { get; init; } = 1.36;

    /// <summary>Extra space after each letter, in ems.</summary>
    public double LetterSpacing { get; init; }

    /// <summary>Extra space between words, in ems.</summary>
    public double WordSpacing { get; init; }

    /// <summary>Space after a paragraph, list or table, before scaling.</summary>
    public double BlockSpacing { get; init; } = 6;

    /// <summary>Sizes of headings of level 1 to 6, before scaling.</summary>
    public IReadOnlyList<double> HeadingSizes { get; init; } = [20, 14, 11.5, 10.5, 10.5, 10.5];

    /// <summary>Puts content columns one below another instead of beside each other, as large print wants it; tables stay tables.</summary>
    public bool OneColumn { get; init; }

    /// <summary>Colour of ordinary text.</summary>
    public Colour Text { get; init; } = "#1d2b2f";

    /// <summary>Colour of secondary text: terms, headers and footers.</summary>
    public Colour Muted { get; init; } = "#4c5c60";

    /// <summary>Colour of headings.</summary>
    public Colour Heading { get; init; } = "#16454e";

    /// <summary>Colour of hairlines.</summary>
    public Colour Line { get; init; } = "#d5d9d3";

    /// <summary>Background of table heads.</summary>
    public Colour TableHead { get; init; } = "#f1ece2";

    /// <summary>Background of the whole sheet; none leaves the paper as it is.</summary>
    public Colour? PageBackground { get; init; }
}
