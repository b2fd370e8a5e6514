using System.Buffers.Binary;
using System.IO.Compression;

namespace SenSupport.Web.Exchange.Images;

/// <summary>PNG: keeps the chunks without which the picture cannot be drawn, and those that say how (transparency, gamma, colour space, density).</summary>
internal static class PngFile
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    // Length of each ancillary chunk that is kept; tRNS depends on the kind of picture.
    private static readonly Dictionary<string, int> Kept = new() { ["tRNS"] = -1, ["gAMA"] = 4, ["sRGB"] = 1, ["pHYs"] = 9 };

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageFile Read(ReadOnlySpan<byte> file, ImageLimits limits)
    {
        using var clean = new MemoryStream(file.Length);
        using var picture = new MemoryStream(file.Length);
        clean.Write(Signature);
        var reader = new ByteReader(file[Signature.Length..]);
        var header = Header.Read(Chunk(ref reader, out var first), first, limits);
        Write(clean, first, header.Raw);
        var seen = new HashSet<string>();
        for (var pictureIsOver = false; ;)
        {
            var content = Chunk(ref reader, out var name);
            pictureIsOver |= seen.Contains("IDAT") && name != "IDAT";
            switch (name)
            {
                case "IDAT":
                    ImageProblemException.Require(!pictureIsOver && (header.ColourType != 3 || seen.Contains("PLTE")));
                    picture.Write(content);
                    break;
                case "IEND":
                    ImageProblemException.Require(content.Length == 0 && pictureIsOver);
                    ImageProblemException.Require(reader.IsAtEnd, ImageProblemException.MoreAfterIt);
                    header.RequireWhole(picture);
                    Write(clean, "IEND", content);
                    return new ImageFile("image/png", clean.ToArray(), header.Width, header.Height);
                case "PLTE":
                    ImageProblemException.Require(
                        header.ColourType is 2 or 3 or 6 && content.Length is > 0 and <= 768 && content.Length % 3 == 0 && !seen.Contains("IDAT") && !seen.Contains("PLTE"));
                    break;
                default:
                    // The fifth bit of the first letter says whether a picture can be drawn without the chunk.
                    ImageProblemException.Require(char.IsAsciiLetterLower(name[0]));
                    if (!Kept.TryGetValue(name, out var length) || seen.Contains("IDAT"))
                    {
                        continue;
                    }

                    ImageProblemException.Require(seen.Add(name) && (length < 0 ? header.TakesTransparency(content.Length) : content.Length == length));
                    break;
            }

            seen.Add(name);
            Write(clean, name, content);
        }
    }

    private static ReadOnlySpan<byte> Chunk(ref ByteReader reader, out string name)
    {
        var length = reader.UInt32();
        ImageProblemException.Require(length <= int.MaxValue);
        var checkedPart = reader.Take(4L + length);
        ImageProblemException.Require(Crc(checkedPart) == reader.UInt32());
        var letters = checkedPart[..4];
        foreach (var letter in letters)
        {
            ImageProblemException.Require(char.IsAsciiLetter((char)letter));
        }

        name = System.Text.Encoding.ASCII.GetString(letters);
        return checkedPart[4..];
    }

    private static void Write(MemoryStream to, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        var part = new byte[4 + content.Length];
        System.Text.Encoding.ASCII.GetBytes(name, part);
        content.CopyTo(part.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)content.Length);
        to.Write(number);
        to.Write(part);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(part));
        to.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }

    private sealed record Header(byte[] Raw, int Width, int Height, int Depth, int ColourType, bool IsInterlaced)
    {
        // Columns and rows of each of the seven passes of an interlaced picture: first of each, and step.
        private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

        private int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public static Header Read(ReadOnlySpan<byte> content, string name, ImageLimits limits)
        {
            ImageProblemException.Require(name == "IHDR" && content.Length == 13);
            var reader = new ByteReader(content);
            var (width, height) = (reader.UInt32(), reader.UInt32());
            ImageFile.RequireSize(width, height, limits);
            var (depth, colour, compression, filter, interlace) = (reader.Byte(), reader.Byte(), reader.Byte(), reader.Byte(), reader.Byte());
            ImageProblemException.Require(compression == 0 && filter == 0 && interlace <= 1 && colour switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                3 => depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => depth is 8 or 16,
                _ => false,
            });
            return new Header(content.ToArray(), (int)width, (int)height, depth, colour, interlace == 1);
        }

        public bool TakesTransparency(int length) => ColourType switch { 0 => length == 2, 2 => length == 6, 3 => length is > 0 and <= 256, _ => false };

        /// <summary>The compressed picture must unpack to as many bytes as its size asks for: neither a cut-off file nor a bomb does.</summary>
        public void RequireWhole(MemoryStream compressed)
        {
            compressed.Position = 0;
            var expected = IsInterlaced
                ? Passes.Sum(pass => Bytes((Width - pass.X + pass.StepX - 1) / pass.StepX, (Height - pass.Y + pass.StepY - 1) / pass.StepY))
                : Bytes(Width, Height);
            var buffer = new byte[64 * 1024];
            var found = 0L;
            try
            {
                using var unpacked = new ZLibStream(compressed, CompressionMode.Decompress, leaveOpen: true);
                for (int read; found <= expected && (read = unpacked.Read(buffer)) > 0;)
                {
                    found += read;
                }
            }
            catch (InvalidDataException)
            {
                throw new ImageProblemException(ImageProblemException.Damaged);
            }

            ImageProblemException.Require(found == expected);
        }

        private long Bytes(long columns, long rows) => columns <= 0 || rows <= 0 ? 0 : rows * (1 + (((columns * Samples * Depth) + 7) / 8));
    }
}
