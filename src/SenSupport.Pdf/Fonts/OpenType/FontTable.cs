using System.Buffers.Binary;

namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>
/// Part of a font, from a place to the end of its table. What lies outside reads as 0, which every structure here takes for "nothing there",
/// so a broken font gives plainer text and never an error.
/// </summary>
internal readonly struct FontTable(byte[] data, int start, int end)
{
    public bool IsEmpty => start >= end;

    public int Length => Math.Max(0, end - start);

    public ushort U16(int at) => start + at >= 0 && start + at + 2 <= end && at >= 0 ? BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(start + at)) : (ushort)0;

    public short S16(int at) => (short)U16(at);

    /// <summary>The table at an offset from this one; empty where the offset is 0.</summary>
    public FontTable At(long offset) => offset > 0 && start + offset < end ? new FontTable(data, (int)(start + offset), end) : default;

    /// <summary>The table at the 16-bit offset that stands at a place.</summary>
    public FontTable Link(int at) => At(U16(at));

    /// <summary>The table at the 32-bit offset that stands at a place.</summary>
    public FontTable LongLink(int at) => At(((long)U16(at) << 16) | U16(at + 2));

    public string Tag(int at) => string.Create(4, (this, at), static (tag, from) =>
    {
        for (var i = 0; i < 4; i++)
        {
            var pair = from.Item1.U16(from.at + (i & ~1));
            tag[i] = (char)((i & 1) == 0 ? pair >> 8 : pair & 255);
        }
    });

    /// <summary>The place of a glyph in a coverage table, or -1.</summary>
    public int Coverage(int glyph)
    {
        var (low, high) = (0, U16(2) - 1);
        switch (U16(0))
        {
            case 1:
                while (low <= high)
                {
                    var middle = (low + high) / 2;
                    var found = U16(4 + (2 * middle));
                    if (found == glyph)
                    {
                        return middle;
                    }

                    (low, high) = found < glyph ? (middle + 1, high) : (low, middle - 1);
                }

                return -1;
            case 2:
                var range = FindRange(4, glyph);
                return range < 0 ? -1 : U16(range + 4) + glyph - U16(range);
            default:
                return -1;
        }
    }

    /// <summary>The class of a glyph in a class definition table; 0 for all that it does not name.</summary>
    public int Class(int glyph)
    {
        switch (U16(0))
        {
            case 1:
                var place = glyph - U16(2);
                return place >= 0 && place < U16(4) ? U16(6 + (2 * place)) : 0;
            case 2:
                var range = FindRange(4, glyph);
                return range < 0 ? 0 : U16(range + 4);
            default:
                return 0;
        }
    }

    /// <summary>Where the record of six bytes stands whose first and last glyph enclose a glyph, or -1.</summary>
    private int FindRange(int records, int glyph)
    {
        var (low, high) = (0, U16(2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = records + (6 * middle);
            if (glyph < U16(at))
            {
                high = middle - 1;
            }
            else if (glyph > U16(at + 2))
            {
                low = middle + 1;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }
}
