using System.Buffers.Binary;
using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>Reads an embedded font, which has no character map, on its own terms.</summary>
internal sealed class SubsetReader
{
    private readonly byte[] _data;
    private readonly Dictionary<string, int> _tables = [];
    private readonly Dictionary<string, int> _lengths = [];

    public SubsetReader(byte[] data)
    {
        _data = data;
        for (var i = 0; i < U16(4); i++)
        {
            _tables[Encoding.ASCII.GetString(data, 12 + (16 * i), 4)] = (int)U32(20 + (16 * i));
            _lengths[Encoding.ASCII.GetString(data, 12 + (16 * i), 4)] = (int)U32(24 + (16 * i));
        }
    }

    public int UnitsPerEm => U16(_tables["head"] + 18);

    /// <summary>The sum over the whole file, which the head's adjustment makes a fixed number.</summary>
    public uint Checksum
    {
        get
        {
            var sum = 0u;
            for (var i = 0; i < _data.Length; i += 4)
            {
                sum += U32(i);
            }

            return sum;
        }
    }

    /// <summary>Where a table stands in the file, and how long it is.</summary>
    public (int Start, int Length) Place(string tag) => (_tables[tag], _lengths[tag]);

    public int Advance(int glyph) => U16(_tables["hmtx"] + (4 * glyph));

    public short LeftBearing(int glyph) => (short)U16(_tables["hmtx"] + (4 * glyph) + 2);

    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = _tables["loca"] + (4 * glyph);
        return _data.AsSpan(_tables["glyf"])[(int)U32(loca)..(int)U32(loca + 4)];
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
