namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>A lookup: its kind, what it passes over, and its subtables.</summary>
internal readonly record struct Lookup(int Kind, int Flags, int MarkSet, FontTable[] Subtables)
{
    public bool IsEmpty => Subtables is null;
}

/// <summary>The part that <c>GSUB</c> and <c>GPOS</c> have in common: scripts, features and lookups.</summary>
internal sealed class LayoutTable
{
    private readonly FontTable _table;
    private readonly Lookup[] _lookups;

    /// <param name="table">The whole table.</param>
    /// <param name="extension">The kind of lookups that only lead to others.</param>
    public LayoutTable(FontTable table, int extension)
    {
        _table = table;
        var list = table.Link(8);
        _lookups = new Lookup[list.U16(0)];
        for (var i = 0; i < _lookups.Length; i++)
        {
            _lookups[i] = Read(list.Link(2 + (2 * i)), extension);
        }
    }

    /// <summary>A lookup by its number; empty where there is none.</summary>
    public Lookup this[int lookup] => lookup < _lookups.Length ? _lookups[lookup] : default;

    /// <summary>The lookups of some features for a script, in the order in which they apply.</summary>
    public int[] Lookups(string script, params ReadOnlySpan<string> features)
    {
        var system = LanguageSystem(script);
        var list = _table.Link(6);
        SortedSet<int> lookups = [];
        for (var i = 0; i < system.U16(4); i++)
        {
            var record = 2 + (6 * system.U16(6 + (2 * i)));
            if (features.Contains(list.Tag(record)))
            {
                var feature = list.Link(record + 4);
                for (var k = 0; k < feature.U16(2); k++)
                {
                    lookups.Add(feature.U16(4 + (2 * k)));
                }
            }
        }

        return [.. lookups.Where(l => l < _lookups.Length)];
    }

    private FontTable LanguageSystem(string script)
    {
        var scripts = _table.Link(4);
        FontTable fallback = default;
        for (var i = 0; i < scripts.U16(0); i++)
        {
            var tag = scripts.Tag(2 + (6 * i));
            if (tag == script)
            {
                return scripts.Link(6 + (6 * i)).Link(0);
            }

            if (tag == "DFLT")
            {
                fallback = scripts.Link(6 + (6 * i)).Link(0);
            }
        }

        return fallback;
    }

    private static Lookup Read(FontTable table, int extension)
    {
        const int usesMarkSet = 16;
        var kind = table.U16(0);
        var flags = table.U16(2);
        var subtables = new FontTable[table.U16(4)];
        for (var i = 0; i < subtables.Length; i++)
        {
            var subtable = table.Link(6 + (2 * i));
            if (kind == extension)
            {
                subtables[i] = subtable.LongLink(4);
            }
            else
            {
                subtables[i] = subtable;
            }
        }

        if (kind == extension)
        {
            kind = table.Link(6).U16(2);
        }

        return new Lookup(kind, flags, (flags & usesMarkSet) != 0 ? table.U16(6 + (2 * subtables.Length)) : 0, subtables);
    }
}
