using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>Writes small pictures sample by sample, so that a test knows what must come out.</summary>
internal static class TestImages
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Writes a PNG file.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colour">Colour type: 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="samples">All samples, row by row.</param>
    /// <param name="interlaced">Whether it is sent in seven passes.</param>
    /// <param name="filter">How rows are stored, 0 to 4.</param>
    /// <param name="chunks">Chunks before the picture.</param>
    public static byte[] Png(int width, int height, byte colour, byte depth, int[] samples, bool interlaced = false, byte filter = 0, params byte[][] chunks)
    {
        var parts = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var rows = new MemoryStream();
        foreach (var (x, y, stepX, stepY) in interlaced ? Passes : [(0, 0, 1, 1)])
        {
            byte[]? above = null;
            for (var row = y; row < height; row += stepY)
            {
                var of = Enumerable.Range(0, width).Where(column => column >= x && (column - x) % stepX == 0)
                    .SelectMany(column => samples.AsSpan(((row * width) + column) * parts, parts).ToArray()).ToArray();
                if (of.Length == 0)
                {
                    continue;
                }

                var packed = Pack(of, depth);
                rows.WriteByte(filter);
                rows.Write(Filter(filter, packed, above ?? new byte[packed.Length], Math.Max(1, parts * depth / 8)));
                above = packed;
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, (byte)(interlaced ? 1 : 0));
        using var zipped = new MemoryStream();
        using (var zlib = new ZLibStream(zipped, CompressionLevel.Optimal))
        {
            zlib.Write(rows.ToArray());
        }

        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", header), .. chunks.SelectMany(chunk => chunk), .. Chunk("IDAT", zipped.ToArray()), .. Chunk("IEND")];
    }

    /// <summary>A grey picture, light above and dark below.</summary>
    public static byte[] Grey(int width = 30, int height = 10) =>
        Png(width, height, 0, 8, [.. Enumerable.Range(0, width * height).Select(i => 250 - (i / width * 20 % 250))]);

    /// <summary>A piece of a PNG file; nobody here looks at its check sum.</summary>
    public static byte[] Chunk(string name, params byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        return chunk;
    }

    /// <summary>The segments of a JPEG file up to its frame, and an end: enough to say how it is to be placed.</summary>
    public static byte[] Jpeg(int width, int height, byte parts = 3, byte frame = 0xC0, byte precision = 8, params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(segment => segment),
        .. Segment(frame, [precision, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, parts, .. new byte[3 * parts]]), 0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, params byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>A camera's note which way up the picture is.</summary>
    public static byte[] Turned(byte orientation, bool little = false) => Segment(0xE1, little
        ? [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
        : [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

    private static byte[] Pack(int[] samples, int depth)
    {
        var bytes = new byte[((samples.Length * depth) + 7) / 8];
        for (var i = 0; i < samples.Length; i++)
        {
            if (depth == 16)
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), (ushort)samples[i]);
            }
            else
            {
                bytes[i * depth / 8] |= (byte)(samples[i] << (8 - depth - (i * depth % 8)));
            }
        }

        return bytes;
    }

    private static byte[] Filter(byte filter, byte[] row, byte[] above, int step) => [.. row.Select((value, i) =>
    {
        int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
        var nearest = new[] { left, up, corner }.MinBy(neighbour => Math.Abs(left + up - corner - neighbour));
        return (byte)(value - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => nearest, _ => 0 });
    })];
}
