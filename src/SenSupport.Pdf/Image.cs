using System.Security.Cryptography;
using SenSupport.Pdf.Images;

namespace SenSupport.Pdf;

/// <summary>
/// A picture to be placed in a document: JPEG (baseline or progressive, eight bits) or PNG (every kind). It may be read once and placed any number of times and from any thread; a
/// document holds it once, however often it shows it.
/// </summary>
public sealed class Image
{
    /// <summary>The most pixels that are unpacked.</summary>
    public const int MostPixels = 40_000_000;

    private Image(string key, int width, int height, ImageData data)
    {
        Key = key;
        Data = data;
        (Width, Height) = data.Orientation >= 5 ? (height, width) : (width, height);
    }

    /// <summary>Pixels from left to right, as shown.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom, as shown.</summary>
    public int Height { get; }

    /// <summary>The same for equal files.</summary>
    internal string Key { get; }

    internal ImageData Data { get; }

    /// <summary>Reads a file by its own structure.</summary>
    /// <param name="file">All bytes of a JPEG or PNG file.</param>
    /// <exception cref="FormatException">It is neither, is damaged, or has more than <see cref="MostPixels"/>.</exception>
    public static Image Read(ReadOnlySpan<byte> file)
    {
        var key = Convert.ToHexString(SHA256.HashData(file));
        var data = file.StartsWith(PngReader.Signature) ? PngReader.Read(file, out var width, out var height)
            : file.StartsWith(JpegReader.Signature) ? JpegReader.Read(file, out width, out height)
            : throw new FormatException(Kind(file) is { } kind ? $"The picture is a {kind} file: save it as JPEG or PNG." : "The picture is neither a JPEG nor a PNG file.");
        return new Image(key, width, height, data);
    }

    private static string? Kind(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("GIF8"u8) => "GIF",
        _ when file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..12].SequenceEqual("WEBP"u8) => "WebP",
        _ when file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8) => "HEIF or AVIF",
        _ when file.StartsWith("BM"u8) => "BMP",
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => "TIFF",
        _ => null,
    };

    internal static void RequireSize(long width, long height)
    {
        if (width < 1 || height < 1 || width * height > MostPixels)
        {
            throw new FormatException($"The picture is {width} by {height} pixels: it must have 1 to {MostPixels}.");
        }
    }
}
