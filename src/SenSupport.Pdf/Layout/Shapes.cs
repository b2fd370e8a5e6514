using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>Appends outlines that PDF has no operator for.</summary>
internal static class Shapes
{
    /// <summary>How far a curve's handles reach to look like a quarter of a circle of radius 1.</summary>
    private const double Kappa = 0.5522847498;

    public static void RoundedRectangle(ByteBuilder to, double x, double y, double width, double height, double radius)
    {
        radius = Math.Min(radius, Math.Min(width, height) / 2);
        if (radius <= 0)
        {
            to.Operator([x, y, width, height], "re"u8);
            return;
        }

        var k = radius * (1 - Kappa);
        var (right, top) = (x + width, y + height);
        to.Operator([x + radius, y], "m"u8)
            .Operator([right - radius, y], "l"u8)
            .Operator([right - k, y, right, y + k, right, y + radius], "c"u8)
            .Operator([right, top - radius], "l"u8)
            .Operator([right, top - k, right - k, top, right - radius, top], "c"u8)
            .Operator([x + radius, top], "l"u8)
            .Operator([x + k, top, x, top - k, x, top - radius], "c"u8)
            .Operator([x, y + radius], "l"u8)
            .Operator([x, y + k, x + k, y, x + radius, y], "c"u8)
            .Append("h\n"u8);
    }

    public static void Ellipse(ByteBuilder to, double x, double y, double rx, double ry)
    {
        var (kx, ky) = (rx * Kappa, ry * Kappa);
        to.Operator([x + rx, y], "m"u8)
            .Operator([x + rx, y + ky, x + kx, y + ry, x, y + ry], "c"u8)
            .Operator([x - kx, y + ry, x - rx, y + ky, x - rx, y], "c"u8)
            .Operator([x - rx, y - ky, x - kx, y - ry, x, y - ry], "c"u8)
            .Operator([x + kx, y - ry, x + rx, y - ky, x + rx, y], "c"u8)
            .Append("h\n"u8);
    }
}
