using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Images;

/// <summary>A picture as a PDF file holds it (ISO 32000-1, 8.9).</summary>
/// <param name="Width">Pixels of a row as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="ColourSpace"><c>DeviceGray</c>, <c>DeviceRGB</c> or <c>DeviceCMYK</c>.</param>
/// <param name="Samples">A JPEG file, or eight bits a sample.</param>
/// <param name="IsJpeg">Whether the samples are a JPEG file.</param>
/// <param name="IsInverted">Whether the samples are stored as their opposites, as Adobe's programs store CMYK.</param>
/// <param name="Opacity">One byte a pixel; null when nothing shows through.</param>
/// <param name="Orientation">How the stored rows are turned to be shown, 1 to 8 as cameras note it.</param>
internal sealed record ImageData(
    int Width, int Height, string ColourSpace, byte[] Samples, bool IsJpeg, bool IsInverted = false, byte[]? Opacity = null, int Orientation = 1)
{
    /// <summary>Writes the picture as an object of the file, its opacity as another.</summary>
    public void Write(PdfWriter writer, int id)
    {
        var entries = $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace/{ColourSpace}";
        if (Opacity is not null)
        {
            var mask = writer.Reserve();
            writer.AddStream(mask, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace/DeviceGray", Opacity);
            entries += $"/SMask {mask} 0 R";
        }

        if (IsInverted)
        {
            entries += "/Decode[1 0 1 0 1 0 1 0]";
        }

        writer.AddStream(id, IsJpeg ? entries + "/Filter/DCTDecode" : entries, Samples, compress: !IsJpeg);
    }

    /// <summary>The matrix that places the stored unit square, turned as it is to be shown, in a box with its lower left corner at the given place.</summary>
    public double[] Placed(double x, double y, double width, double height) => Orientation switch
    {
        2 => [-width, 0, 0, height, x + width, y],
        3 => [-width, 0, 0, -height, x + width, y + height],
        4 => [width, 0, 0, -height, x, y + height],
        5 => [0, -height, -width, 0, x + width, y + height],
        6 => [0, -height, width, 0, x, y + height],
        7 => [0, height, width, 0, x, y],
        8 => [0, height, -width, 0, x + width, y],
        _ => [width, 0, 0, height, x, y],
    };
}
