using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Text;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>Text in lines. At a page's end at least two lines stay and two move on.</summary>
internal sealed class Paragraph(StructureNode? node, IReadOnlyList<TextRun> runs, TextAlign align) : Element
{
    private readonly bool _changesByPage = runs.Any(r => r.Kind is RunKind.PageNumber or RunKind.PageCount);
    private ShapedText? _shaped;
    private List<TextLine> _lines = [];
    private double _width = double.NaN;

    /// <summary>Level under which the text is listed among the bookmarks, 0 for not at all.</summary>
    public int BookmarkLevel { get; init; }

    /// <summary>The direction in which it is read.</summary>
    public TextDirection Direction { get; init; }

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var text = _changesByPage ? Shaper.Shape(runs, space.Page, Direction) : _shaped ??= Shaper.Shape(runs, space.Page, Direction);
        if (_changesByPage || _width != space.Width)
        {
            _lines = LineBreaker.Break(text.Glyphs, runs, space.Width);
            _width = space.Width;
        }

        var start = rest is Rest left ? left.Line : 0;
        var remaining = _lines.Count - start;
        var count = 0;
        var height = 0.0;
        while (count < remaining && space.Holds(height + _lines[start + count].Height))
        {
            height += _lines[start + count++].Height;
        }

        if (count < remaining)
        {
            var wanted = remaining - count == 1 ? count - 1 : count;
            if (wanted < 2 && start == 0 && !space.AtTop)
            {
                return Outcome.Nothing;
            }

            count = Math.Max(wanted, 1);
            if (!space.AtTop && !space.Holds(_lines[start].Height))
            {
                return Outcome.Nothing;
            }

            height = 0;
            for (var i = 0; i < count; i++)
            {
                height += _lines[start + i].Height;
            }
        }

        var fragment = new Lines(this, text, _lines, start, count, space.Width, height);
        return new Outcome(fragment, count < remaining ? new Rest(start + count) : null);
    }

    private sealed class Rest(int line) : Continuation
    {
        public int Line => line;
    }

    private sealed class Lines(Paragraph owner, ShapedText text, List<TextLine> lines, int start, int count, double width, double height)
        : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y) =>
            owner.Paint(painter, text, lines, start, count, width, x, y);
    }

    private void Paint(Painter painter, ShapedText shaped, List<TextLine> lines, int start, int count, double width, double x, double y)
    {
        if (count == 0)
        {
            return;
        }

        if (start == 0 && BookmarkLevel > 0)
        {
            painter.AddBookmark(BookmarkLevel, string.Concat(runs.Select(r => r.Words)).ReplaceLineEndings(" ").Trim(), y);
        }

        var text = new TextPainter(painter, node, shaped, runs);
        for (var i = start; i < start + count; i++)
        {
            var line = lines[i];
            var indent = align switch
            {
                TextAlign.Right => width - line.Width,
                TextAlign.Centre => (width - line.Width) / 2,
                TextAlign.Start when TextPainter.RunsRightToLeft(shaped, line) => width - line.Width,
                _ => 0,
            };
            text.Paint(line, x + Math.Max(0, indent), y, continues: i + 1 < lines.Count);
            y += line.Height;
        }

        text.Finish();
    }
}
