using System.Buffers.Binary;
using System.Text;

namespace SenSupport.Pdf.Fonts;

/// <summary>A glyph of the subset: one of the font's with the character it stands for, or a composite.</summary>
internal readonly record struct UsedGlyph(ushort Glyph, int Character, CompositeGlyph? Composite);

/// <summary>
/// The part of one font that one document uses. Glyphs are numbered anew in order of first use. A glyph that stands for
/// two characters is kept twice, so that each copies out as itself; that includes the box for characters no font has,
/// because PDF/UA-1 (7.21.8) forbids showing glyph 0.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font, string resourceName)
{
    private const int MostGlyphs = 60000;
    private readonly Dictionary<(ushort Glyph, int Character), ushort> _numbers = [];
    private readonly Dictionary<string, ushort> _compositeNumbers = [];
    private readonly List<UsedGlyph> _used = [default];

    public TrueTypeFont Font { get; } = font;

    /// <summary>The name by which content streams call it, such as <c>F1</c>.</summary>
    public string ResourceName { get; } = resourceName;

    /// <summary>The glyphs that text may show, with the characters they stand for; the first is .notdef and stands for none.</summary>
    public IReadOnlyList<UsedGlyph> Used => _used;

    /// <summary>The characters that it shows boxes for.</summary>
    public IEnumerable<int> Missing => _used.Skip(1).Where(u => u.Composite?.HasMissing ?? u.Glyph == 0)
        .SelectMany(u => u.Composite is { } composite ? composite.Text.EnumerateRunes().Select(r => r.Value).Where(c => Font.Glyph(c) == 0) : [u.Character]);

    /// <summary>The number in this subset of a glyph standing for a character.</summary>
    public ushort Number(ushort glyph, int character)
    {
        if (!_numbers.TryGetValue((glyph, character), out var number))
        {
            if (_used.Count > MostGlyphs)
            {
                return _numbers.FirstOrDefault(n => n.Key.Glyph == glyph || n.Key.Glyph == 0).Value;
            }

            number = (ushort)_used.Count;
            _numbers.Add((glyph, character), number);
            _used.Add(new UsedGlyph(glyph, character, null));
        }

        return number;
    }

    /// <summary>The number in this subset of a composite glyph.</summary>
    public ushort Number(CompositeGlyph composite)
    {
        if (!_compositeNumbers.TryGetValue(composite.Key, out var number))
        {
            if (_used.Count > MostGlyphs)
            {
                return Number(composite.Parts.Count > 0 ? composite.Parts[0].Glyph : (ushort)0, composite.Text.EnumerateRunes().First().Value);
            }

            number = (ushort)_used.Count;
            _compositeNumbers.Add(composite.Key, number);
            _used.Add(new UsedGlyph(0, 0, composite));
        }

        return number;
    }

    /// <summary>Width of a used glyph in thousandths of the size, as PDF has it.</summary>
    public double Width(int number) => Advance(_used[number]) * 1000.0 / Font.UnitsPerEm;

    /// <summary>Writes the subset as a TrueType font with the tables that a PDF reader needs (ISO 32000-1, 9.9).</summary>
    public byte[] Build()
    {
        // Parts of composite glyphs follow those that text shows; they have no character of their own.
        List<UsedGlyph> glyphs = [.. _used];
        Dictionary<ushort, ushort> parts = [];
        using var outlines = new MemoryStream();
        List<uint> offsets = [0];
        List<short> lefts = [];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var (outline, left) = glyphs[i].Composite?.Build(Font) ?? (Font.Outline(glyphs[i].Glyph).ToArray(), Font.LeftBearing(glyphs[i].Glyph));
            lefts.Add(left);
            if (outline.Length > 10 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
            {
                RenumberParts(outline, glyphs, parts);
            }

            outlines.Write(outline);
            while (outlines.Length % 4 != 0)
            {
                outlines.WriteByte(0);
            }

            offsets.Add((uint)outlines.Length);
        }

        var loca = new byte[offsets.Count * 4];
        for (var i = 0; i < offsets.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
        }

        var metrics = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)Advance(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), lefts[i]);
        }

        var head = Font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs.Count);
        var maxp = Font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs.Count);
        if (_compositeNumbers.Count > 0 && maxp.Length >= 32)
        {
            WidenLimits(maxp);
        }

        List<(string Tag, byte[] Data)> tables = [];
        foreach (var hinting in (string[])["cvt ", "fpgm"])
        {
            AddIfPresent(tables, hinting);
        }

        tables.Add(("glyf", outlines.ToArray()));
        tables.Add(("head", head));
        tables.Add(("hhea", hhea));
        tables.Add(("hmtx", metrics));
        tables.Add(("loca", loca));
        tables.Add(("maxp", maxp));
        AddIfPresent(tables, "prep");
        return Assemble(tables);
    }

    private int Advance(in UsedGlyph glyph) => glyph.Composite is { } composite ? Math.Clamp(composite.Advance, 0, ushort.MaxValue) : Font.Advance(glyph.Glyph);

    /// <summary>Lets composites of composites be read: the source's limits hold for its own glyphs only.</summary>
    private void WidenLimits(byte[] maxp)
    {
        const int points = 10, contours = 12, elements = 28, depth = 30;
        var most = Math.Max(1, _used.Max(u => u.Composite?.Parts.Count ?? 1));
        foreach (var (own, composite) in ((int, int)[])[(6, points), (8, contours)])
        {
            var widest = Math.Max(BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(own)), BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(composite)));
            BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(composite), (ushort)Math.Min(ushort.MaxValue, widest * most));
        }

        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(elements), (ushort)Math.Max(most, (int)BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(elements))));
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(depth), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(depth)) + 1));
    }

    private void AddIfPresent(List<(string Tag, byte[] Data)> tables, string tag)
    {
        if (Font.Table(tag) is { Length: > 0 } table)
        {
            tables.Add((tag, table.ToArray()));
        }
    }

    /// <summary>Gives the parts of a composite outline their numbers in the subset, adding them to it where they are new.</summary>
    private static void RenumberParts(byte[] outline, List<UsedGlyph> glyphs, Dictionary<ushort, ushort> parts)
    {
        const int wordArguments = 1, scale = 8, more = 32, twoScales = 64, matrix = 128;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!parts.TryGetValue(part, out var number))
            {
                number = (ushort)glyphs.Count;
                parts.Add(part, number);
                glyphs.Add(new UsedGlyph(part, 0, null));
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), number);
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2)
                + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
        while ((flags & more) != 0 && at + 4 <= outline.Length);
    }

    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var size = 12 + (16 * tables.Count) + tables.Sum(t => (t.Data.Length + 3) / 4 * 4);
        var file = new byte[size];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << power)) * 16));
        var record = 12;
        var at = 12 + (16 * tables.Count);
        var head = 0;
        foreach (var (tag, data) in tables)
        {
            if (tag == "head")
            {
                head = at;
            }

            data.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(record));
            var padded = (data.Length + 3) / 4 * 4;
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 4), Checksum(file.AsSpan(at, padded)));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 12), (uint)data.Length);
            record += 16;
            at += padded;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        }

        return sum;
    }
}
