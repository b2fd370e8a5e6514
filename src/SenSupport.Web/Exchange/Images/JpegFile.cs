using System.Buffers.Binary;

namespace SenSupport.Web.Exchange.Images;

/// <summary>
/// JPEG: keeps the tables and scans, and of what programs add only what is needed to draw it: the colour transform that Adobe's programs note, and which way up the
/// picture is. That is written anew, in a segment that holds nothing else; the camera's own also holds where and when the picture was taken.
/// </summary>
internal static class JpegFile
{
    // A picture that is sent in steps has about ten scans; more only cost whoever draws it time.
    private const int MostScans = 64;

    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, QuantisationTables = 0xDB, RestartInterval = 0xDD, HuffmanTables = 0xC4, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    public static ReadOnlySpan<byte> Signature => [0xFF, Start, 0xFF];

    public static ImageFile Read(ReadOnlySpan<byte> file, ImageLimits limits)
    {
        using var clean = new MemoryStream(file.Length);
        var reader = new ByteReader(file);
        var (width, height, scans, orientation) = (0, 0, 0, (byte)1);
        byte[]? adobe = null;
        reader.Take(2);
        while (true)
        {
            var marker = Marker(ref reader);
            if (marker == End)
            {
                ImageProblemException.Require(scans > 0);
                ImageProblemException.Require(reader.IsAtEnd, ImageProblemException.MoreAfterIt);
                return new ImageFile("image/jpeg", Whole(clean, orientation, adobe), width, height);
            }

            // Start, restart and temporary markers stand alone, and none of them belongs here.
            ImageProblemException.Require(marker is not (0x00 or 0x01 or (>= 0xD0 and <= 0xD8)));
            var length = reader.UInt16();
            var content = reader.Take(length - 2L);
            switch (marker)
            {
                case Exif:
                    orientation = ExifOrientation.Of(content) ?? orientation;
                    break;
                case Adobe:
                    adobe = content.Length == 12 && content.StartsWith("Adobe"u8) ? content.ToArray() : adobe;
                    break;
                case Comment or (>= 0xE0 and <= 0xEF):
                    break;
                case 0xC0 or 0xC1 or 0xC2:
                    ImageProblemException.Require(width == 0);
                    (width, height) = Frame(content, limits);
                    Write(clean, marker, content);
                    break;
                case QuantisationTables:
                    RequireQuantisation(content);
                    Write(clean, marker, content);
                    break;
                case HuffmanTables:
                    RequireHuffman(content);
                    Write(clean, marker, content);
                    break;
                case RestartInterval:
                    ImageProblemException.Require(content.Length == 2);
                    Write(clean, marker, content);
                    break;
                case Scan:
                    ImageProblemException.Require(width > 0 && ++scans <= MostScans && content.Length > 0 && content[0] is >= 1 and <= 4 && content.Length == 4 + (2 * content[0]));
                    Write(clean, marker, content);
                    clean.Write(reader.Take(LengthOfScan(reader.Rest)));
                    break;
                default:
                    throw new ImageProblemException("This kind of JPEG is not shown by browsers. Save it as an ordinary JPEG or PNG, and choose the new file");
            }
        }
    }

    private static byte Marker(ref ByteReader reader)
    {
        ImageProblemException.Require(reader.Byte() == 0xFF);
        byte marker;
        do
        {
            marker = reader.Byte();
        }
        while (marker == 0xFF);
        return marker;
    }

    private static (int Width, int Height) Frame(ReadOnlySpan<byte> content, ImageLimits limits)
    {
        var reader = new ByteReader(content);
        var precision = reader.Byte();
        var (height, width, parts) = (reader.UInt16(), reader.UInt16(), reader.Byte());
        ImageProblemException.Require(precision == 8 && parts is 1 or 3 or 4 && content.Length == 6 + (3 * parts));
        ImageFile.RequireSize(width, height, limits);
        while (!reader.IsAtEnd)
        {
            var (_, sampling, table) = (reader.Byte(), reader.Byte(), reader.Byte());
            ImageProblemException.Require(sampling >> 4 is >= 1 and <= 4 && (sampling & 15) is >= 1 and <= 4 && table <= 3);
        }

        return (width, height);
    }

    private static void RequireQuantisation(ReadOnlySpan<byte> content)
    {
        var reader = new ByteReader(content);
        do
        {
            var kind = reader.Byte();
            ImageProblemException.Require(kind >> 4 <= 1 && (kind & 15) <= 3);
            reader.Take(64 * (1 + (kind >> 4)));
        }
        while (!reader.IsAtEnd);
    }

    private static void RequireHuffman(ReadOnlySpan<byte> content)
    {
        var reader = new ByteReader(content);
        do
        {
            var kind = reader.Byte();
            ImageProblemException.Require(kind >> 4 <= 1 && (kind & 15) <= 3);
            var codes = 0;
            foreach (var count in reader.Take(16))
            {
                codes += count;
            }

            ImageProblemException.Require(codes <= 256);
            reader.Take(codes);
        }
        while (!reader.IsAtEnd);
    }

    // Up to the next marker that is neither a stuffed byte nor a restart.
    private static int LengthOfScan(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ;)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            ImageProblemException.Require(next >= 0 && at + next + 1 < rest.Length);
            at += next;
            if (rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                ImageProblemException.Require(at > 0);
                return at;
            }

            at += rest[at + 1] == 0xFF ? 1 : 2;
        }
    }

    private static byte[] Whole(MemoryStream clean, byte orientation, byte[]? adobe)
    {
        using var whole = new MemoryStream((int)clean.Length + 64);
        whole.Write([0xFF, Start]);
        if (orientation != 1)
        {
            Write(whole, Exif, ExifOrientation.Segment(orientation));
        }

        if (adobe is not null)
        {
            Write(whole, Adobe, adobe);
        }

        clean.WriteTo(whole);
        whole.Write([0xFF, End]);
        return whole.ToArray();
    }

    private static void Write(MemoryStream to, byte marker, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        to.Write(head);
        to.Write(content);
    }
}

/// <summary>Which way up a JPEG is, as cameras note it.</summary>
internal static class ExifOrientation
{
    private static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <summary>The note, 1 to 8; null when the segment holds none that can be read.</summary>
    public static byte? Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Mark) || segment.Length < Mark.Length + 8)
        {
            return null;
        }

        var tiff = segment[Mark.Length..];
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8))
        {
            return null;
        }

        var at = Number(tiff, 4, 4, isLittle);
        var count = Number(tiff, at, 2, isLittle);
        for (var entry = 0; entry < count; entry++)
        {
            var from = at + 2 + (entry * 12L);
            if (Number(tiff, from, 2, isLittle) == 0x0112)
            {
                return Number(tiff, from + 8, 2, isLittle) is >= 1 and <= 8 and var value ? (byte)value : null;
            }
        }

        return null;
    }

    /// <summary>A segment that holds this note and nothing else.</summary>
    public static byte[] Segment(byte orientation) =>
        [.. Mark, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    // −1 beyond the end.
    private static long Number(ReadOnlySpan<byte> tiff, long at, int size, bool isLittle)
    {
        if (at < 0 || at + size > tiff.Length)
        {
            return -1;
        }

        var bytes = tiff.Slice((int)at, size);
        return size == 2
            ? isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
