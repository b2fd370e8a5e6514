using System.Buffers.Binary;

namespace SenSupport.Web.Exchange.Images;

/// <summary>How large a picture may be.</summary>
/// <param name="MostBytes">Bytes of the file.</param>
/// <param name="MostSide">Pixels of its longer side.</param>
/// <param name="MostPixels">Pixels altogether.</param>
public sealed record ImageLimits(int MostBytes, int MostSide, long MostPixels);

/// <summary>
/// A picture that somebody gave us, read by its own structure and not by its name: PNG or JPEG, of bounded size, with nothing in it but the picture. Where and with what it
/// was taken, comments, thumbnails and anything else that a file can carry along are gone.
/// </summary>
/// <param name="ContentType">image/png or image/jpeg.</param>
/// <param name="Bytes">The file as it is kept and served.</param>
/// <param name="Width">Pixels, as stored: a JPEG may say that it is to be turned.</param>
/// <param name="Height">Pixels, as stored.</param>
public sealed record ImageFile(string ContentType, byte[] Bytes, int Width, int Height)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">All its bytes.</param>
    /// <param name="limits">How large it may be.</param>
    /// <exception cref="ImageProblemException">It is no such picture; the message says what to do.</exception>
    public static ImageFile Read(ReadOnlySpan<byte> file, ImageLimits limits)
    {
        ImageProblemException.Require(file.Length > 0, "The file is empty. Choose a PNG or JPEG file");
        ImageProblemException.Require(file.Length <= limits.MostBytes, $"The file must be {Size(limits.MostBytes)} or smaller");
        return file.StartsWith(PngFile.Signature) ? PngFile.Read(file, limits)
            : file.StartsWith(JpegFile.Signature) ? JpegFile.Read(file, limits)
            : throw new ImageProblemException("Choose a PNG or JPEG file");
    }

    internal static void RequireSize(long width, long height, ImageLimits limits)
    {
        ImageProblemException.Require(width > 0 && height > 0, "The picture has no size. Save it again with a picture program, and choose the new file");
        ImageProblemException.Require(
            width <= limits.MostSide && height <= limits.MostSide && width * height <= limits.MostPixels,
            $"The picture is {width:N0} by {height:N0} pixels, which is too large. Make it smaller: at most {limits.MostSide:N0} on its longer side");
    }

    private static string Size(int bytes) => bytes % (1024 * 1024) == 0 ? $"{bytes / (1024 * 1024)} MB" : $"{bytes / 1024:N0} KB";
}

/// <summary>A file is not a picture that we take. The message is written for the person who chose it.</summary>
public sealed class ImageProblemException(string message) : Exception(message)
{
    /// <summary>What is said of a file that breaks off or contradicts itself.</summary>
    public const string Damaged = "The picture is damaged or incomplete. Save it again with a picture program, and choose the new file";

    /// <summary>What is said of a file in which something follows the picture.</summary>
    public const string MoreAfterIt = "The file holds more than one picture. Save it again with a picture program, and choose the new file";

    /// <summary>Throws unless <paramref name="condition"/> holds.</summary>
    /// <exception cref="ImageProblemException">The condition does not hold.</exception>
    public static void Require(bool condition, string message = Damaged)
    {
        if (!condition)
        {
            throw new ImageProblemException(message);
        }
    }
}

/// <summary>Reads a file from front to back and never beyond its end.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> all = bytes;
    private int at;

    public readonly ReadOnlySpan<byte> Rest => all[at..];

    public readonly bool IsAtEnd => at == all.Length;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(long count)
    {
        ImageProblemException.Require(count >= 0 && count <= all.Length - at);
        var taken = all.Slice(at, (int)count);
        at += (int)count;
        return taken;
    }
}
