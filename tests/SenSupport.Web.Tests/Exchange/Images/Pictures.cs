using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SenSupport.Web.Tests.Exchange.Images;

/// <summary>Writes small pictures piece by piece, so that a test can leave a piece out or put one in.</summary>
internal static class Pictures
{
    public static byte[] PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>A grey picture.</summary>
    public static byte[] Png(int width = 3, int height = 2, params byte[][] before) =>
        [.. PngSignature, .. Header(width, height), .. before.SelectMany(chunk => chunk), .. PngData(width, height), .. Chunk("IEND")];

    public static byte[] Header(long width, long height, byte depth = 8, byte colour = 0, byte interlace = 0)
    {
        var content = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(content, (uint)width);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(4), (uint)height);
        (content[8], content[9], content[12]) = (depth, colour, interlace);
        return Chunk("IHDR", content);
    }

    public static byte[] PngData(int width, int height, int bytesMore = 0) => Chunk("IDAT", Zlib(new byte[(height * (width + 1)) + bytesMore]));

    public static byte[] Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Chunk(string name, params byte[] content)
    {
        var part = new byte[12 + content.Length];
        BinaryPrimitives.WriteUInt32BigEndian(part, (uint)content.Length);
        Encoding.ASCII.GetBytes(name, part.AsSpan(4));
        content.CopyTo(part, 8);
        BinaryPrimitives.WriteUInt32BigEndian(part.AsSpan(8 + content.Length), Crc(part.AsSpan(4, 4 + content.Length)));
        return part;
    }

    /// <summary>A picture of 8 by 8 by default; the segments stand behind its start.</summary>
    public static byte[] Jpeg(int width = 8, int height = 8, params byte[][] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(segment => segment), .. Tables, .. Frame(width, height), .. ScanOf(0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56), 0xFF, 0xD9];

    public static byte[] Tables => [.. Segment(0xDB, new byte[65]), .. Segment(0xC4, [0, .. new byte[15], 1, 7])];

    public static byte[] Frame(int width, int height, byte marker = 0xC0, byte precision = 8) =>
        Segment(marker, precision, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0);

    public static byte[] ScanOf(params byte[] data) => [.. Segment(0xDA, 1, 1, 0, 0, 63, 0), .. data];

    public static byte[] Segment(byte marker, params byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>What a camera writes: which way up, and a place in words.</summary>
    public static byte[] ExifWith(byte orientation, string words, bool isLittle = true) => Segment(
        0xE1,
        [
            .. "Exif\0\0"u8,
            .. isLittle ? "II*\0"u8.ToArray() : "MM\0*"u8.ToArray(),
            .. isLittle ? new byte[] { 8, 0, 0, 0, 2, 0 } : [0, 0, 0, 8, 0, 2],
            .. isLittle ? new byte[] { 0x0E, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0 } : [1, 0x0E, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0],
            .. isLittle ? new byte[] { 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0 } : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
            0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(words),
        ]);

    // Bit by bit, so that it is not the reader's own table that is tested with itself.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
