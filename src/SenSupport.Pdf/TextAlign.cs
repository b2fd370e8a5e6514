namespace SenSupport.Pdf;

/// <summary>Where the lines of a text stand in their column. Nothing is ever justified: even word gaps read more easily.</summary>
public enum TextAlign
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right edge.</summary>
    Right,
}
