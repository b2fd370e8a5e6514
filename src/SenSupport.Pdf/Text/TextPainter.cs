using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Text.Unicode;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Text;

/// <summary>
/// Paints lines of glyphs as text operators, all under one mark of their node, interrupted only by drawings in the line. Pieces come in the order
/// in which they are read, also where they stand from right to left; a word that runs from right to left is painted from its left end and marked
/// as reversed.
/// </summary>
internal sealed class TextPainter(Painter painter, StructureNode? node, ShapedText shaped, IReadOnlyList<TextRun> runs)
{
    private readonly Glyph[] _glyphs = shaped.Glyphs;
    private FontSubset? _font;
    private TextStyle _style;
    private double _spacing;
    private Colour? _colour;
    private bool _open;
    private StructureNode? _owner;

    /// <summary>Whether a line belongs to a paragraph that runs from right to left.</summary>
    public static bool RunsRightToLeft(ShapedText shaped, in TextLine line) =>
        shaped.Turns && line.Start < shaped.Glyphs.Length && shaped.Glyphs[line.Start].Is(GlyphTraits.RightToLeft);

    public void Paint(in TextLine line, double x, double top, bool continues)
    {
        var baseline = top + line.Baseline;
        var end = line.End;
        while (end > line.Start && _glyphs[end - 1].After == Break.Space)
        {
            end--;
        }

        // One space stays at the end of a wrapped line: without it a screen reader runs its last word into the next line's first.
        var spaceAt = end;
        if (continues && end < line.End)
        {
            end++;
        }

        var places = shaped.Turns ? Places(line, spaceAt, end, x) : null;
        var i = line.Start;
        while (i < end)
        {
            var run = runs[_glyphs[i].Run];
            if (run.Drawing is { } drawing)
            {
                Finish();
                drawing.Paint(painter, places?[i - line.Start] ?? x, baseline - (run.Style.Size * 0.36) - (drawing.Height / 2), node);
                x += _glyphs[i++].Width;
                continue;
            }

            var start = i;
            i = PieceEnd(start, end, places is not null);
            x = places is null ? x : places[((_glyphs[start].Level & 1) == 1 ? i - 1 : start) - line.Start];
            Own(run.Part?.Node(painter, node) ?? node);
            var moved = PaintPiece(start, i, x, baseline, run.Style, LineBreaker.EndsHyphenated(_glyphs, line.Start, line.End) ? line.End - 1 : -1);
            run.Part?.Cover(painter, x, moved, top, line.Height, baseline, run.Style);
            x += moved;
        }
    }

    /// <summary>Closes the text object and its mark.</summary>
    public void Finish()
    {
        if (_open)
        {
            painter.Content.Append("ET\n"u8);
            painter.Close();
            _open = false;
        }
    }

    /// <summary>Goes on in the mark of another node, such as that of a link.</summary>
    private void Own(StructureNode? owner)
    {
        if (_owner != owner)
        {
            Finish();
            _owner = owner;
        }
    }

    /// <summary>The left end of each glyph of a line, which may stand in another order than it is read (UAX 9, L1 and L2).</summary>
    private double[] Places(in TextLine line, int spaceAt, int end, double x)
    {
        var levels = new byte[end - line.Start];
        var rightToLeft = RunsRightToLeft(shaped, line);
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = line.Start + i >= spaceAt ? (byte)(rightToLeft ? 1 : 0) : _glyphs[line.Start + i].Level;
        }

        // What stays of the spaces at a line's end hangs over on the left.
        for (var i = spaceAt; rightToLeft && i < end; i++)
        {
            x -= _glyphs[i].Width;
        }

        var places = new double[levels.Length];
        foreach (var i in Bidi.VisualOrder(levels))
        {
            places[i] = x;
            x += _glyphs[line.Start + i].Width;
        }

        return places;
    }

    /// <summary>Where a piece of one face, run and level ends; from right to left, a word with the space after it.</summary>
    private int PieceEnd(int start, int end, bool turns)
    {
        ref readonly var first = ref _glyphs[start];
        var i = start + 1;
        for (; i < end && _glyphs[i].Face == first.Face && _glyphs[i].Run == first.Run; i++)
        {
            if (turns && (_glyphs[i].Level != first.Level || _glyphs[i].Is(GlyphTraits.Joined) != first.Is(GlyphTraits.Joined) || ((first.Level & 1) == 1 && _glyphs[i - 1].Character == ' ')))
            {
                break;
            }
        }

        return i;
    }

    /// <summary>Paints the glyphs of a piece from its left end, and returns how far that moved the pen.</summary>
    private double PaintPiece(int start, int end, double x, double baseline, in TextStyle style, int hyphen)
    {
        var content = painter.Content;
        ref readonly var first = ref _glyphs[start];
        var turned = (first.Level & 1) == 1;
        Begin(painter.Subset(FontLibrary.All[first.Face].Font), style, first.Is(GlyphTraits.Joined) ? 0 : style.LetterSpacing);

        // ISO 32000-1, 14.8.2.3.3: a reader turns the characters round. Words in ActualText would be turned round twice by those that go by places.
        var reversed = turned && end - start > 1 && !painter.InArtifact;
        if (reversed)
        {
            content.Append("/ReversedChars BMC\n"u8);
        }

        content.Append("1 0 0 1 "u8).Append(x).Append((byte)' ').Append(painter.FromBottom(baseline)).Append(" Tm\n[<"u8);
        var moved = 0.0;
        var (i, step, stop) = turned ? (end - 1, -1, start - 1) : (start, 1, end);
        for (; i != stop; i += step)
        {
            ref readonly var glyph = ref _glyphs[i];
            if (glyph.Is(GlyphTraits.SoftHyphen))
            {
                if (i == hyphen)
                {
                    content.AppendHex(_font!.Number(glyph.Id, glyph.Character));
                    moved += glyph.Shift;
                }

                continue;
            }

            var number = glyph.Is(GlyphTraits.Composite) ? _font!.Number(shaped.Composites[glyph.Id]) : _font!.Number(glyph.Id, glyph.Character);
            moved += glyph.Width;
            if (!glyph.Is(GlyphTraits.Adjusted))
            {
                content.AppendHex(number);
                continue;
            }

            if (glyph.Shift != 0)
            {
                content.Append(">"u8).Append(glyph.Shift * -1000.0 / style.Size).Append("<"u8);
            }

            content.AppendHex(number);
            var own = (_font.Width(number) * style.Size / 1000) + _spacing;
            content.Append(">"u8).Append((own + glyph.Shift - glyph.Width) * 1000 / style.Size).Append("<"u8);
        }

        content.Append(">]TJ\n"u8);
        if (reversed)
        {
            content.Append("EMC\n"u8);
        }

        return moved;
    }

    private void Begin(FontSubset font, in TextStyle style, double spacing)
    {
        var content = painter.Content;
        if (!_open)
        {
            painter.Open(_owner);
            content.Append("BT\n"u8);
            _open = true;
            _font = null;
            _colour = null;
        }

        if (_font != font || _style.Size != style.Size)
        {
            content.Append("/"u8).Append(font.ResourceName).Append((byte)' ').Append(style.Size).Append(" Tf\n"u8);
        }

        // A page keeps the spacing from one paragraph to the next.
        if (_font is null ? spacing != 0 || style.LetterSpacing != 0 : spacing != _spacing)
        {
            content.Operator([spacing], "Tc"u8);
        }

        if (_colour != style.Colour)
        {
            content.Colour(style.Colour);
        }

        _font = font;
        _style = style;
        _spacing = spacing;
        _colour = style.Colour;
    }
}
