using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Text;

/// <summary>Paints lines of glyphs as text operators, all under one mark of their node, interrupted only by drawings in the line.</summary>
internal sealed class TextPainter(Painter painter, StructureNode? node, Glyph[] glyphs, IReadOnlyList<TextRun> runs)
{
    private FontSubset? _font;
    private TextStyle _style;
    private Colour? _colour;
    private bool _open;
    private StructureNode? _owner;

    public void Paint(in TextLine line, double x, double top, bool continues)
    {
        var baseline = top + line.Baseline;
        var end = line.End;
        while (end > line.Start && glyphs[end - 1].After == Break.Space)
        {
            end--;
        }

        // One space stays at the end of a wrapped line: without it a screen reader runs its last word into the next line's first.
        if (continues && end < line.End)
        {
            end++;
        }

        var i = line.Start;
        while (i < end)
        {
            var run = runs[glyphs[i].Run];
            if (run.Drawing is { } drawing)
            {
                Finish();
                drawing.Paint(painter, x, baseline - (run.Style.Size * 0.36) - (drawing.Height / 2), node);
                x += glyphs[i++].Width;
                continue;
            }

            Own(run.Part?.Node(painter, node) ?? node);
            var moved = PaintSegment(ref i, end, x, baseline, run.Style);
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

    /// <summary>Paints glyphs of one face and run from <paramref name="i"/> on, and returns how far that moved the pen.</summary>
    private double PaintSegment(ref int i, int end, double x, double baseline, in TextStyle style)
    {
        var content = painter.Content;
        var face = glyphs[i].Face;
        var run = glyphs[i].Run;
        Begin(painter.Subset(FontLibrary.All[face].Font), style);
        content.Append("1 0 0 1 "u8).Append(x).Append((byte)' ').Append(painter.FromBottom(baseline)).Append(" Tm\n[<"u8);
        var moved = 0.0;
        var gap = style.WordSpacing * -1000 / style.Size;
        for (; i < end && glyphs[i].Face == face && glyphs[i].Run == run; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            content.AppendHex(_font!.Number(glyph.Id, glyph.Character));
            moved += glyph.Width;
            if (glyph.After == Break.Space && style.WordSpacing != 0)
            {
                content.Append(">"u8).Append(gap).Append("<"u8);
            }
        }

        content.Append(">]TJ\n"u8);
        return moved;
    }

    private void Begin(FontSubset font, in TextStyle style)
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

        if (_font is null ? style.LetterSpacing != 0 : style.LetterSpacing != _style.LetterSpacing)
        {
            content.Operator([style.LetterSpacing], "Tc"u8);
        }

        if (_colour != style.Colour)
        {
            content.Colour(style.Colour);
        }

        _font = font;
        _style = style;
        _colour = style.Colour;
    }
}
