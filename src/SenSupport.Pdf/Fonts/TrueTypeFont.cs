using System.Buffers.Binary;
using System.Text;
using SenSupport.Pdf.Fonts.OpenType;

namespace SenSupport.Pdf.Fonts;

/// <summary>A TrueType font read once and shared by all documents. It does not change, so any number of threads may read it.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly CharacterMap _characters;
    private readonly int _metricCount;
    private readonly bool _longOffsets;
    private readonly Lazy<Kerning> _kerning;
    private readonly Lazy<GlyphShaper> _shaper;
    private readonly Lazy<AsciiMetrics> _ascii;

    /// <exception cref="InvalidDataException">The bytes are not a TrueType font with outlines.</exception>
    public TrueTypeFont(byte[] data)
    {
        _data = data;
        var count = data.Length < 12 ? 0 : U16(4);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(data, record, 4)] = ((int)U32(record + 8), (int)U32(record + 12));
        }

        foreach (var needed in (string[])["head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "post"])
        {
            if (!_tables.ContainsKey(needed))
            {
                throw new InvalidDataException($"The font has no '{needed}' table.");
            }
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = (S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42));
        _longOffsets = U16(head + 50) == 1;
        var hhea = _tables["hhea"].Offset;
        Ascent = S16(hhea + 4);
        Descent = S16(hhea + 6);
        _metricCount = U16(hhea + 34);
        GlyphCount = U16(_tables["maxp"].Offset + 4);
        var os2 = _tables["OS/2"].Offset;
        Weight = U16(os2 + 4);
        CapHeight = U16(os2) >= 2 ? S16(os2 + 88) : (int)(Ascent * 0.7);
        ItalicAngle = (int)U32(_tables["post"].Offset + 4) / 65536.0;
        Name = ReadPostScriptName();
        _characters = CharacterMap.Read(Table("cmap"));
        var positions = new Lazy<LayoutTable>(() => new LayoutTable(Layout("GPOS"), 9));
        _kerning = new(() => new Kerning(positions.Value, Layout("kern"), GlyphCount));
        _shaper = new(() => new GlyphShaper(this, new LayoutTable(Layout("GSUB"), 7), positions.Value, new GlyphDefinitions(Layout("GDEF"))));
        _ascii = new(() => new AsciiMetrics(this));
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Height above the baseline that lines are set for, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, in font units, negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public int Weight { get; }

    public double ItalicAngle { get; }

    public (int Left, int Bottom, int Right, int Top) Box { get; }

    /// <summary>How much nearer the letters of a pair stand.</summary>
    public Kerning Kerning => _kerning.Value;

    /// <summary>Joins letters and places marks.</summary>
    public GlyphShaper Shaper => _shaper.Value;

    /// <summary>What most words need, without a search.</summary>
    public AsciiMetrics Ascii => _ascii.Value;

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? _data.AsSpan(table.Offset, table.Length) : default;

    /// <summary>The glyph of a character, 0 where the font lacks it.</summary>
    public ushort Glyph(int character) => _characters[character];

    /// <summary>Width of a glyph in font units.</summary>
    public int Advance(ushort glyph) => U16(_tables["hmtx"].Offset + (4 * Math.Min(glyph, _metricCount - 1)));

    /// <summary>Distance from the origin to the outline's left edge, in font units.</summary>
    public short LeftBearing(ushort glyph)
    {
        var start = _tables["hmtx"].Offset;
        return glyph < _metricCount ? S16(start + (4 * glyph) + 2) : S16(start + (4 * _metricCount) + (2 * (glyph - _metricCount)));
    }

    /// <summary>The outline's own bytes; empty for a blank glyph.</summary>
    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        if (glyph >= GlyphCount)
        {
            return default;
        }

        var loca = _tables["loca"].Offset;
        var start = _longOffsets ? U32(loca + (4 * glyph)) : U16(loca + (2 * glyph)) * 2u;
        var end = _longOffsets ? U32(loca + (4 * glyph) + 4) : U16(loca + (2 * glyph) + 2) * 2u;
        return _data.AsSpan(_tables["glyf"].Offset + (int)start, (int)(end - start));
    }

    /// <summary>The left, bottom, right and top edges of an outline, in font units.</summary>
    public (short Left, short Bottom, short Right, short Top) Bounds(ushort glyph)
    {
        var outline = Outline(glyph);
        return outline.Length < 10
            ? default
            : (BinaryPrimitives.ReadInt16BigEndian(outline[2..]), BinaryPrimitives.ReadInt16BigEndian(outline[4..]),
                BinaryPrimitives.ReadInt16BigEndian(outline[6..]), BinaryPrimitives.ReadInt16BigEndian(outline[8..]));
    }

    private FontTable Layout(string tag) =>
        _tables.TryGetValue(tag, out var table) ? new FontTable(_data, table.Offset, Math.Min(_data.Length, table.Offset + table.Length)) : default;

    private string ReadPostScriptName()
    {
        var table = Table("name");
        if (table.Length >= 6)
        {
            var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
            var strings = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
            for (var i = 0; i < count; i++)
            {
                var record = table[(6 + (12 * i))..];
                if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) == 6 && BinaryPrimitives.ReadUInt16BigEndian(record) == 3)
                {
                    var text = table.Slice(
                        strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]), BinaryPrimitives.ReadUInt16BigEndian(record[8..]));
                    var name = Encoding.BigEndianUnicode.GetString(text);
                    return new string([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
                }
            }
        }

        return "Font";
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
