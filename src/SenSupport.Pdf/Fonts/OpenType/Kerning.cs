namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>
/// How much nearer two letters stand that follow each other, from the pairs of <c>GPOS</c> or, where the font has none, of <c>kern</c>. Read once
/// into tables that a lookup costs next to nothing in: nearly every letter of a document asks.
/// </summary>
internal sealed class Kerning
{
    private readonly List<List<Pairs>> _lookups = [];

    public Kerning(LayoutTable positions, FontTable kern, int glyphs)
    {
        SortedSet<int> lookups = [.. positions.Lookups("latn", "kern"), .. positions.Lookups("grek", "kern"), .. positions.Lookups("cyrl", "kern")];
        foreach (var lookup in lookups.Select(l => positions[l]).Where(l => l.Kind == 2))
        {
            _lookups.Add([.. lookup.Subtables.Select(s => Pairs.Read(s, glyphs))]);
        }

        if (_lookups.Count == 0 && Pairs.ReadKern(kern) is { } old)
        {
            _lookups.Add([old]);
        }
    }

    /// <summary>Change of the first glyph's advance in font units.</summary>
    public int Between(ushort first, ushort second)
    {
        var sum = 0;
        foreach (var lookup in _lookups)
        {
            foreach (var pairs in lookup)
            {
                if (pairs.TryGet(first, second, out var value))
                {
                    sum += value;
                    break;
                }
            }
        }

        return sum;
    }

    private sealed class Pairs
    {
        private readonly Dictionary<uint, short> _single = [];
        private ushort[]? _rows;
        private ushort[] _columns = [];
        private short[] _values = [];
        private int _width;

        public bool TryGet(ushort first, ushort second, out short value)
        {
            if (_rows is null)
            {
                return _single.TryGetValue(((uint)first << 16) | second, out value);
            }

            // Rows are counted from 1; 0 is a glyph that the subtable does not cover.
            var row = first < _rows.Length ? _rows[first] : 0;
            value = row == 0 || second >= _columns.Length ? (short)0 : _values[((row - 1) * _width) + _columns[second]];
            return row > 0;
        }

        public static Pairs Read(FontTable table, int glyphs)
        {
            var pairs = new Pairs();
            int format = table.U16(4);
            var size = Positioning.ValueSize(format) + Positioning.ValueSize(table.U16(6));
            var coverage = table.Link(2);

            // No table can hold more values than it has bytes.
            var most = table.Length / 2;
            if (table.U16(0) == 1)
            {
                for (var first = 0; first < glyphs; first++)
                {
                    var covered = coverage.Coverage(first);
                    var set = covered < 0 || covered >= table.U16(8) ? default : table.Link(10 + (2 * covered));
                    for (var i = 0; i < set.U16(0) && --most >= 0; i++)
                    {
                        var record = 2 + (i * (2 + size));
                        pairs._single[((uint)first << 16) | set.U16(record)] = (short)Positioning.Value(set, record + 2, format, 4);
                    }
                }
            }
            else if (table.U16(0) == 2)
            {
                int rows = table.U16(12);
                pairs._width = table.U16(14);
                if ((long)rows * pairs._width > most)
                {
                    (rows, pairs._width) = (0, 0);
                }

                pairs._values = new short[rows * pairs._width];
                for (var i = 0; i < pairs._values.Length; i++)
                {
                    pairs._values[i] = (short)Positioning.Value(table, 16 + (i * size), format, 4);
                }

                var (firsts, seconds) = (table.Link(8), table.Link(10));
                pairs._rows = new ushort[glyphs];
                pairs._columns = new ushort[glyphs];
                for (var glyph = 0; glyph < glyphs; glyph++)
                {
                    var row = firsts.Class(glyph);
                    var column = seconds.Class(glyph);
                    pairs._rows[glyph] = coverage.Coverage(glyph) >= 0 && row < rows ? (ushort)(row + 1) : (ushort)0;
                    pairs._columns[glyph] = column < pairs._width ? (ushort)column : (ushort)0;
                }

                if (pairs._width == 0)
                {
                    pairs._rows = null;
                }
            }

            return pairs;
        }

        /// <summary>Reads the first subtable of the older table, in its format 0.</summary>
        public static Pairs? ReadKern(FontTable table)
        {
            if (table.U16(0) != 0 || table.U16(2) == 0 || table.U16(8) >> 8 != 0)
            {
                return null;
            }

            var pairs = new Pairs();
            for (var i = 0; i < table.U16(10); i++)
            {
                var record = 18 + (6 * i);
                pairs._single[((uint)table.U16(record) << 16) | table.U16(record + 2)] = table.S16(record + 4);
            }

            return pairs;
        }
    }
}
