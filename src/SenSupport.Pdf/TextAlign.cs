namespace SenSupport.Pdf;

/// <summary>Where the lines of a text stand in their column. Nothing is ever justified: even word gaps read more easily.</summary>
public enum TextAlign
{
    /// <summary>Where reading begins: at the left edge, or at the right edge of a text that runs from right to left.</summary>
    Start,

    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right edge.</summary>
    Right,
}
