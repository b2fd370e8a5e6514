using System.Buffers.Binary;
using System.IO.Compression;

namespace SenSupport.Pdf.Images;

/// <summary>
/// Unpacks a PNG file of any kind (palette, grey, colour, 1 to 16 bits, transparency, interlaced) to eight bits a sample, opacity apart: a PDF file keeps the two apart, and
/// sixteen bits show no difference on paper.
/// </summary>
internal static class PngReader
{
    private const string Damaged = "The PNG file is damaged.";

    // First column and row of each pass of an interlaced picture, and the steps between its columns and rows.
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="FormatException">The file breaks off or contradicts itself.</exception>
    public static ImageData Read(ReadOnlySpan<byte> file, out int width, out int height)
    {
        Header? header = null;
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream(file.Length);
        for (var at = Signature.Length; ;)
        {
            if (at + 12 > file.Length || BinaryPrimitives.ReadUInt32BigEndian(file[at..]) is var length && length > file.Length - at - 12)
            {
                throw new FormatException(Damaged);
            }

            var name = file.Slice(at + 4, 4);
            var content = file.Slice(at + 8, (int)length);
            at += 12 + (int)length;
            if (header is null)
            {
                header = name.SequenceEqual("IHDR"u8) && content.Length == 13 ? Header.Read(content) : throw new FormatException(Damaged);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = content.Length % 3 == 0 ? content.ToArray() : throw new FormatException(Damaged);
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                transparency = content.ToArray();
            }
            else if (name.SequenceEqual("acTL"u8))
            {
                throw new FormatException("The picture moves (an animated PNG): paper shows one picture only, so save that.");
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                packed.Write(content);
            }
            else if (name.SequenceEqual("IEND"u8))
            {
                break;
            }
        }

        (width, height) = (header.Width, header.Height);
        packed.Position = 0;
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            return new Unpacker(header, palette, transparency).Unpack(rows);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new FormatException(Damaged, problem);
        }
    }

    private sealed record Header(int Width, int Height, int Depth, int ColourType, bool IsInterlaced)
    {
        public int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public static Header Read(ReadOnlySpan<byte> content)
        {
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
            Image.RequireSize(width, height);
            var isKnown = content[10] == 0 && content[11] == 0 && content[12] <= 1 && content[9] switch
            {
                0 => content[8] is 1 or 2 or 4 or 8 or 16,
                3 => content[8] is 1 or 2 or 4 or 8,
                2 or 4 or 6 => content[8] is 8 or 16,
                _ => false,
            };
            return isKnown ? new Header((int)width, (int)height, content[8], content[9], content[12] == 1) : throw new FormatException(Damaged);
        }
    }

    private sealed class Unpacker
    {
        private readonly Header _header;
        private readonly byte[] _palette;
        private readonly byte[] _transparency;
        private readonly bool _isGrey;
        private readonly byte[] _colours;
        private readonly byte[]? _opacity;

        public Unpacker(Header header, byte[] palette, byte[] transparency)
        {
            _header = header;
            _palette = palette;
            _transparency = header.ColourType switch { 0 when transparency.Length == 2 => transparency, 2 when transparency.Length == 6 => transparency, 3 => transparency, _ => [] };
            _isGrey = header.ColourType is 0 or 4;
            var pixels = header.Width * header.Height;
            _colours = new byte[pixels * (_isGrey ? 1 : 3)];
            _opacity = header.ColourType is 4 or 6 || _transparency.Length > 0 ? new byte[pixels] : null;
        }

        public ImageData Unpack(Stream rows)
        {
            foreach (var (x, y, stepX, stepY) in _header.IsInterlaced ? Interlaced : [(0, 0, 1, 1)])
            {
                var (columns, lines) = ((_header.Width - x + stepX - 1) / stepX, (_header.Height - y + stepY - 1) / stepY);
                if (columns <= 0 || lines <= 0)
                {
                    continue;
                }

                var (row, above) = (new byte[((columns * _header.Samples * _header.Depth) + 7) / 8], new byte[((columns * _header.Samples * _header.Depth) + 7) / 8]);
                for (var line = 0; line < lines; line++)
                {
                    var filter = rows.ReadByte();
                    rows.ReadExactly(row);
                    Unfilter(filter, row, above);
                    for (var column = 0; column < columns; column++)
                    {
                        Pixel(row, column, ((y + (line * stepY)) * _header.Width) + x + (column * stepX));
                    }

                    (row, above) = (above, row);
                }
            }

            return new ImageData(
                _header.Width, _header.Height, _isGrey ? "DeviceGray" : "DeviceRGB", _colours, false, Opacity: _opacity is not null && _opacity.AsSpan().ContainsAnyExcept((byte)255) ? _opacity : null);
        }

        private void Pixel(byte[] row, int column, int pixel)
        {
            var samples = _header.Samples;
            switch (_header.ColourType)
            {
                case 3:
                    var index = Sample(row, column);
                    if ((index * 3) + 3 > _palette.Length)
                    {
                        throw new FormatException(Damaged);
                    }

                    _palette.AsSpan(index * 3, 3).CopyTo(_colours.AsSpan(pixel * 3));
                    _opacity?[pixel] = index < _transparency.Length ? _transparency[index] : (byte)255;
                    break;
                case 0:
                    var grey = Sample(row, column);
                    _colours[pixel] = Byte(grey);
                    _opacity?[pixel] = grey == BinaryPrimitives.ReadUInt16BigEndian(_transparency) ? (byte)0 : (byte)255;
                    break;
                default:
                    var colours = _isGrey ? 1 : 3;
                    var isKey = _transparency.Length > 0;
                    for (var part = 0; part < colours; part++)
                    {
                        var sample = Sample(row, (column * samples) + part);
                        _colours[(pixel * colours) + part] = Byte(sample);
                        isKey = isKey && sample == BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(part * 2));
                    }

                    _opacity?[pixel] = samples > colours ? Byte(Sample(row, (column * samples) + colours)) : isKey ? (byte)0 : (byte)255;
                    break;
            }
        }

        private int Sample(byte[] row, int index)
        {
            switch (_header.Depth)
            {
                case 8:
                    return row[index];
                case 16:
                    return (row[index * 2] << 8) | row[(index * 2) + 1];
                default:
                    var bit = index * _header.Depth;
                    return (row[bit / 8] >> (8 - _header.Depth - (bit % 8))) & ((1 << _header.Depth) - 1);
            }
        }

        private byte Byte(int sample) => (byte)(_header.Depth switch { 8 => sample, 16 => sample >> 8, var depth => sample * 255 / ((1 << depth) - 1) });

        // The five filters (PNG, 9.2): each byte was stored as the difference from what its neighbours foretell.
        private void Unfilter(int filter, byte[] row, byte[] above)
        {
            var step = Math.Max(1, _header.Samples * _header.Depth / 8);
            for (var i = 0; i < row.Length; i++)
            {
                var (left, up, corner) = (i >= step ? row[i - step] : 0, above[i], i >= step ? above[i - step] : 0);
                row[i] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw new FormatException(Damaged),
                });
            }
        }

        private static int Paeth(int left, int up, int corner)
        {
            var guess = left + up - corner;
            var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }
}
