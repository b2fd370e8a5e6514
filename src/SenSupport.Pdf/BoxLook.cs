using SenSupport.Pdf.Layout;

namespace SenSupport.Pdf;

/// <summary>What a box looks like; lengths in points before the document's scale.</summary>
public sealed record BoxLook
{
    /// <summary>Room at the left and right.</summary>
    public double PaddingX { get; init; }

    /// <summary>Room above and below.</summary>
    public double PaddingY { get; init; }

    /// <summary>Colour behind the content.</summary>
    public Colour? Background { get; init; }

    /// <summary>Colour of a line all round.</summary>
    public Colour? Border { get; init; }

    /// <summary>Thickness of that line.</summary>
    public double BorderWidth { get; init; } = 0.75;

    /// <summary>Colour of a bar along the left edge.</summary>
    public Colour? Edge { get; init; }

    /// <summary>Width of that bar.</summary>
    public double EdgeWidth { get; init; }

    /// <summary>Radius of the corners.</summary>
    public double Radius { get; init; }

    internal FrameLook Scaled(double scale) => new(
        new Insets(PaddingX * scale, PaddingY * scale, PaddingX * scale, PaddingY * scale),
        Background, Border, BorderWidth, Edge, Edge is null ? 0 : EdgeWidth, Radius * scale);
}
