namespace SenSupport.Pdf;

/// <summary>A sheet's width and height in points (72 to the inch).</summary>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>A4 upright: 210 × 297 mm.</summary>
    public static PageSize A4 { get; } = new(595.276, 841.89);

    /// <summary>A3 upright: 297 × 420 mm.</summary>
    public static PageSize A3 { get; } = new(841.89, 1190.551);

    /// <summary>A5 upright: 148 × 210 mm.</summary>
    public static PageSize A5 { get; } = new(419.528, 595.276);

    /// <summary>The same sheet upright.</summary>
    public PageSize Portrait() => new(Math.Min(Width, Height), Math.Max(Width, Height));

    /// <summary>The same sheet turned on its side.</summary>
    public PageSize Landscape() => new(Math.Max(Width, Height), Math.Min(Width, Height));
}
