namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>
/// The glyphs of one run while lookups are applied. It counts the steps taken: a broken font's lookups may call each other without end or let the
/// run grow, so after a number of steps in proportion to the run nothing is applied any more.
/// </summary>
internal sealed class GlyphRun(GlyphDefinitions definitions)
{
    private const int StepsAtLeast = 4096;
    private const int StepsForEach = 1024;
    private const int GrowthAtMost = 8;
    private int _allowed;
    private int _mostGlyphs;
    private ushort _ligatures;

    public List<ShapedGlyph> Glyphs { get; } = [];

    public GlyphDefinitions Definitions { get; } = definitions;

    /// <summary>Steps taken so far.</summary>
    public int Steps { get; private set; }

    public int Count => Glyphs.Count;

    public ref ShapedGlyph this[int index] => ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Glyphs)[index];

    public void Begin()
    {
        _allowed = (int)Math.Min(int.MaxValue / 2, StepsAtLeast + ((long)Glyphs.Count * StepsForEach));
        _mostGlyphs = 64 + (Glyphs.Count * GrowthAtMost);
    }

    /// <summary>Counts a step; false once there were too many.</summary>
    public bool Step() => Steps++ < _allowed;

    public bool MayGrow(int by) => Glyphs.Count + by <= _mostGlyphs;

    public ushort NewLigature() => ++_ligatures == 0 ? ++_ligatures : _ligatures;

    /// <summary>The next place from one on, in a direction, that a lookup does not pass over, or -1.</summary>
    public int Next(in Lookup lookup, int from, int direction = 1)
    {
        for (var i = from + direction; i >= 0 && i < Glyphs.Count; i += direction)
        {
            if (!Step())
            {
                return -1;
            }

            if (!Definitions.Ignores(lookup.Flags, lookup.MarkSet, this[i].Id))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Makes all glyphs from one place up to another stand for their text together.</summary>
    public void Merge(int start, int end)
    {
        var cluster = int.MaxValue;
        for (var i = start; i < end; i++)
        {
            cluster = Math.Min(cluster, this[i].Cluster);
        }

        // What shared its text with the last one now shares the whole.
        for (var last = this[end - 1].Cluster; end < Count && this[end].Cluster == last && last != cluster;)
        {
            end++;
        }

        for (var i = start; i < end; i++)
        {
            this[i].Cluster = cluster;
        }
    }
}
