using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A table's measures and colours, in final points.</summary>
internal readonly record struct TableLook(double PaddingX, double PaddingY, Colour Line, double LineWidth, Colour HeadBackground);

/// <summary>
/// Rows of cells. The head stands again on every page the table reaches, as an artifact from the second on. A row moves to the
/// next page whole, and with it those that its cells reach into; only what is taller than a page is split.
/// </summary>
internal sealed class Table(IReadOnlyList<ColumnWidth> columns, IReadOnlyList<TableRow> head, TableRows body, TableLook look) : Element
{
    /// <summary>Least room, in lines' heights of about 12 points, worth starting a row in that is taller than a page.</summary>
    private const double WorthStarting = 60;

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var widths = ColumnWidth.Divide(columns, space.Width, 0);
        var (index, inner) = rest is Rest left ? (left.Row, left.Inner) : (0, null);
        var pieces = LayoutHead(space, widths, rest is not null, out var y);
        var first = pieces.Count;
        var hasRows = body[index] is not null;
        while (body[index] is not null)
        {
            var count = Together(index);
            List<TableRow> rows = new(count);
            for (var i = 0; i < count; i++)
            {
                rows.Add(body[index + i]!);
            }

            var room = space with { Height = space.Height - y, AtTop = space.AtTop && pieces.Count == first };
            var block = new RowBlock(rows, widths, look, null);
            var outcome = LayoutBlock(block, room, inner, space.Page.ContentHeight - (first > 0 ? pieces[0].Piece.Height : 0));
            if (outcome.Placed is null)
            {
                return pieces.Count == first ? Outcome.Nothing : new Outcome(new Group(y, pieces), new Rest(index, inner));
            }

            index += count;
            pieces.Add((0, y, outcome.Rest is null && rows[0].Node is not null ? new Last(outcome.Placed, rows, body, index) : outcome.Placed));
            y += outcome.Placed.Height;
            inner = null;
            if (outcome.Rest is not null)
            {
                return new Outcome(new Group(y, pieces), new Rest(index - count, outcome.Rest));
            }
        }

        return !hasRows && !space.AtTop && !space.Holds(y) ? Outcome.Nothing : new Outcome(new Group(y, pieces), null);
    }

    private List<(double X, double Y, Fragment Piece)> LayoutHead(in Space space, double[] widths, bool again, out double height)
    {
        height = 0;
        if (head.Count == 0)
        {
            return [];
        }

        var page = again ? space.Page.Again() : space.Page;
        var whole = new RowBlock(head, widths, look, look.HeadBackground).Layout(space with { Height = double.MaxValue, AtTop = true, Page = page }, null).Placed!;

        // A head that fills half the page would leave no room for what it heads.
        if (again && whole.Height > space.Height / 2)
        {
            return [];
        }

        height = whole.Height;
        return [(0, 0, again ? new Repeated(whole) : whole)];
    }

    /// <summary>How many rows from one on are tied together by cells that reach from one into the next.</summary>
    private int Together(int index)
    {
        var end = index + 1;
        for (var i = index; i < end; i++)
        {
            if (body[i] is not { } row)
            {
                return i - index;
            }

            end = Math.Max(end, i + row.Reach);
        }

        return end - index;
    }

    private static Outcome LayoutBlock(RowBlock block, in Space room, Continuation? rest, double page)
    {
        if (room.AtTop)
        {
            return block.Layout(room, rest);
        }

        var whole = block.Layout(room with { Height = double.MaxValue, AtTop = true }, rest);
        if (room.Holds(whole.Placed!.Height))
        {
            return whole;
        }

        return whole.Placed.Height > page && room.Height > WorthStarting ? block.Layout(room, rest) : Outcome.Nothing;
    }

    private sealed class Rest(int row, Continuation? inner) : Continuation
    {
        public int Row => row;

        public Continuation? Inner => inner;
    }

    private sealed class Repeated(Fragment inner) : Fragment(inner.Height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            painter.OpenArtifact("/Artifact<</Type/Pagination>>BDC\n"u8);
            inner.Paint(painter, x, y);
            painter.CloseArtifact();
        }
    }

    /// <summary>The last piece of rows that came one by one: once it is painted they are not needed any more.</summary>
    private sealed class Last(Fragment inner, List<TableRow> rows, TableRows body, int end) : Fragment(inner.Height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            inner.Paint(painter, x, y);
            rows.ForEach(row => painter.Seal(row.Node!));
            body.Release(end);
        }
    }
}
