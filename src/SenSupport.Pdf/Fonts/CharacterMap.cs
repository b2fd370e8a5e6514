using System.Buffers.Binary;

namespace SenSupport.Pdf.Fonts;

/// <summary>From characters to glyphs, read from a font's <c>cmap</c> (formats 4 and 12) into pages of 256.</summary>
internal sealed class CharacterMap
{
    private const int LastCharacter = 0x10FFFF;
    private readonly ushort[]?[] _pages = new ushort[]?[(LastCharacter >> 8) + 1];

    private CharacterMap()
    {
    }

    public ushort this[int character] =>
        (uint)character <= LastCharacter && _pages[character >> 8] is { } page ? page[character & 255] : (ushort)0;

    /// <exception cref="InvalidDataException">The table holds no Unicode map in a format that is known here.</exception>
    public static CharacterMap Read(ReadOnlySpan<byte> table)
    {
        var map = new CharacterMap();
        var count = U16(table, 2);
        var basic = -1;
        var full = -1;
        for (var i = 0; i < count; i++)
        {
            var platform = U16(table, 4 + (8 * i));
            var offset = (int)U32(table, 8 + (8 * i));
            if (platform is not (0 or 3))
            {
                continue;
            }

            switch (U16(table, offset))
            {
                case 4:
                    basic = offset;
                    break;
                case 12:
                    full = offset;
                    break;
            }
        }

        if (full >= 0)
        {
            map.ReadGroups(table[full..]);
        }
        else if (basic >= 0)
        {
            map.ReadSegments(table[basic..]);
        }
        else
        {
            throw new InvalidDataException("The font has no Unicode character map.");
        }

        return map;
    }

    private void ReadSegments(ReadOnlySpan<byte> table)
    {
        var segments = U16(table, 6) / 2;
        var ends = 14;
        var starts = ends + (2 * segments) + 2;
        var deltas = starts + (2 * segments);
        var ranges = deltas + (2 * segments);
        for (var i = 0; i < segments; i++)
        {
            var start = U16(table, starts + (2 * i));
            var end = U16(table, ends + (2 * i));
            var delta = U16(table, deltas + (2 * i));
            var range = U16(table, ranges + (2 * i));
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = c;
                if (range != 0)
                {
                    // The offset counts from its own place in the table.
                    glyph = U16(table, ranges + (2 * i) + range + (2 * (c - start)));
                }

                if (range == 0 || glyph != 0)
                {
                    Set(c, (ushort)(glyph + delta));
                }
            }
        }
    }

    private void ReadGroups(ReadOnlySpan<byte> table)
    {
        var groups = U32(table, 12);
        for (var i = 0; i < groups; i++)
        {
            var start = U32(table, 16 + (12 * i));
            var end = Math.Min(U32(table, 20 + (12 * i)), LastCharacter);
            var glyph = U32(table, 24 + (12 * i));
            for (var c = start; c <= end; c++)
            {
                Set((int)c, (ushort)(glyph + (c - start)));
            }
        }
    }

    private void Set(int character, ushort glyph) => (_pages[character >> 8] ??= new ushort[256])[character & 255] = glyph;

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
