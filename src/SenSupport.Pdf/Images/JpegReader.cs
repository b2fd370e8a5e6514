using System.Buffers.Binary;

namespace SenSupport.Pdf.Images;

/// <summary>Reads from a JPEG file what a PDF file has to say about it; the file itself goes in as it is (ISO 32000-1, 7.4.8).</summary>
internal static class JpegReader
{
    private const string Damaged = "The JPEG file is damaged.";

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <exception cref="FormatException">The file breaks off, or is of a kind that PDF does not hold.</exception>
    public static ImageData Read(ReadOnlySpan<byte> file, out int width, out int height)
    {
        var (at, orientation, hasAdobe) = (2, 1, false);
        while (true)
        {
            while (at + 1 < file.Length && file[at] == 0xFF && file[at + 1] == 0xFF)
            {
                at++;
            }

            if (at + 4 > file.Length || file[at] != 0xFF)
            {
                throw new FormatException(Damaged);
            }

            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                throw new FormatException(Damaged);
            }

            var content = file.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xE1:
                    orientation = Orientation(content) ?? orientation;
                    break;
                case 0xEE:
                    hasAdobe |= content.StartsWith("Adobe"u8);
                    break;
                case 0xC0 or 0xC1 or 0xC2:
                    if (content.Length < 6 || content[0] != 8)
                    {
                        throw new FormatException("The JPEG file has other than eight bits a sample.");
                    }

                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
                    Image.RequireSize(width, height);
                    if (file[at..].LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0)
                    {
                        throw new FormatException("The JPEG file breaks off: its end is missing.");
                    }

                    var space = content[5] switch { 1 => "DeviceGray", 3 => "DeviceRGB", 4 => "DeviceCMYK", _ => throw new FormatException(Damaged) };
                    return new ImageData(width, height, space, file.ToArray(), true, IsInverted: hasAdobe && content[5] == 4, Orientation: orientation);
                case 0xDA or 0xD9 or (>= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)):
                    throw new FormatException("This kind of JPEG file cannot be placed in a document.");
            }
        }
    }

    // Tag 0x0112 in the first directory of the camera's note (TIFF 6.0, 2).
    private static int? Orientation(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return null;
        }

        var tiff = segment[6..];
        var little = tiff[0] == (byte)'I';
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start + 2 > tiff.Length)
        {
            return null;
        }

        var entries = Short(tiff[(int)start..], little);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = start + 2 + (entry * 12L);
            if (at + 12 > tiff.Length)
            {
                return null;
            }

            if (Short(tiff[(int)at..], little) == 0x0112)
            {
                return Short(tiff[((int)at + 8)..], little) is >= 1 and <= 8 and var value ? value : null;
            }
        }

        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
