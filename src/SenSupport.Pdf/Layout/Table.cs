using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A row's cells from left to right.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A cell: what it holds, how many columns it covers and what it is painted on.</summary>
internal sealed record TableCell(Element Content, int Span, Colour? Background);

/// <summary>A table's measures and colours, in final points.</summary>
internal readonly record struct TableLook(double PaddingX, double PaddingY, Colour Line, double LineWidth, Colour HeadBackground);

/// <summary>
/// Rows of cells. The head stands again on every page the table reaches, as an artifact from the second on. A row moves to the
/// next page whole; only one that is taller than a page is split.
/// </summary>
internal sealed class Table(
    IReadOnlyList<ColumnWidth> columns, IReadOnlyList<TableRow> head, IReadOnlyList<TableRow> body, TableLook look) : Element
{
    /// <summary>Least room, in lines' heights of about 12 points, worth starting a row in that is taller than a page.</summary>
    private const double WorthStarting = 60;

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var widths = ColumnWidth.Divide(columns, space.Width, 0);
        var (index, inner) = rest is Rest left ? (left.Row, left.Inner) : (0, null);
        var pieces = LayoutHead(space, widths, rest is not null, out var y);
        var first = pieces.Count;
        for (; index < body.Count; index++, inner = null)
        {
            var room = space with { Height = space.Height - y, AtTop = space.AtTop && pieces.Count == first };
            var outcome = LayoutRow(body[index], widths, room, inner, space.Page.ContentHeight - (first > 0 ? pieces[0].Piece.Height : 0));
            if (outcome.Placed is null)
            {
                return pieces.Count == first ? Outcome.Nothing : new Outcome(new Group(y, pieces), new Rest(index, inner));
            }

            pieces.Add((0, y, outcome.Placed));
            y += outcome.Placed.Height;
            if (outcome.Rest is not null)
            {
                return new Outcome(new Group(y, pieces), new Rest(index, outcome.Rest));
            }
        }

        return body.Count == 0 && !space.AtTop && !space.Holds(y) ? Outcome.Nothing : new Outcome(new Group(y, pieces), null);
    }

    private List<(double X, double Y, Fragment Piece)> LayoutHead(in Space space, double[] widths, bool again, out double height)
    {
        List<(double X, double Y, Fragment Piece)> pieces = [];
        height = 0;
        var room = space with { Height = double.MaxValue, AtTop = true };
        List<(double X, double Y, Fragment Piece)> rows = [];
        foreach (var row in head)
        {
            var placed = PlaceRow(row, widths, room, null, look.HeadBackground).Placed!;
            rows.Add((0, height, placed));
            height += placed.Height;
        }

        // A head that fills half the page would leave no room for what it heads.
        if (rows.Count == 0 || (again && height > space.Height / 2))
        {
            height = 0;
            return pieces;
        }

        Fragment whole = new Group(height, rows);
        pieces.Add((0, 0, again ? new Repeated(whole) : whole));
        return pieces;
    }

    private Outcome LayoutRow(TableRow row, double[] widths, in Space room, Continuation? rest, double page)
    {
        var whole = PlaceRow(row, widths, room with { Height = double.MaxValue, AtTop = true }, rest, null);
        if (room.Holds(whole.Placed!.Height))
        {
            return whole;
        }

        return room.AtTop || (whole.Placed.Height > page && room.Height > WorthStarting)
            ? PlaceRow(row, widths, room, rest, null)
            : Outcome.Nothing;
    }

    private Outcome PlaceRow(TableRow row, double[] widths, in Space room, Continuation? rest, Colour? background)
    {
        var slots = new Strip.Slot[row.Cells.Count];
        var edges = new (double X, double Width, Colour? Background)[row.Cells.Count];
        var x = 0.0;
        var column = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var cell = row.Cells[i];
            var width = 0.0;
            for (var n = 0; n < cell.Span && column < widths.Length; n++)
            {
                width += widths[column++];
            }

            slots[i] = new Strip.Slot(cell.Content, x + look.PaddingX, Math.Max(1, width - (2 * look.PaddingX)));
            edges[i] = (x, width, cell.Background ?? background);
            x += width;
        }

        var vertical = (2 * look.PaddingY) + look.LineWidth;
        var outcome = Strip.Layout(slots, room with { Height = room.Height - vertical }, rest);
        return outcome.Placed is null
            ? Outcome.Nothing
            : outcome with { Placed = new RowPiece(outcome.Placed, edges, look, x, outcome.Placed.Height + vertical) };
    }

    private sealed class Rest(int row, Continuation? inner) : Continuation
    {
        public int Row => row;

        public Continuation? Inner => inner;
    }

    private sealed class RowPiece(
        Fragment cells, (double X, double Width, Colour? Background)[] edges, TableLook look, double width, double height) : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            foreach (var edge in edges)
            {
                if (edge.Background is { } background)
                {
                    painter.Fill(x + edge.X, y, edge.Width, Height, background);
                }
            }

            painter.Fill(x, y + Height - look.LineWidth, width, look.LineWidth, look.Line);
            cells.Paint(painter, x, y + look.PaddingY);
        }
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
}
