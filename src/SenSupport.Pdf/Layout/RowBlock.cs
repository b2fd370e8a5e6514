using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>
/// Rows that belong together because cells reach over several of them; mostly just one row. Laid out whole where it fits; where it
/// has to be split, between its rows if one fits, otherwise within its first, and cells that reach over the break go on behind it.
/// </summary>
internal sealed class RowBlock(IReadOnlyList<TableRow> rows, double[] widths, TableLook look, Colour? background)
{
    private readonly double _vertical = (2 * look.PaddingY) + look.LineWidth;

    /// <summary>Places as much as fits; nothing where not even the start of the first row that is left does.</summary>
    public Outcome Layout(in Space room, Continuation? rest)
    {
        var left = rest as Rest;
        var from = left?.Row ?? 0;
        var states = left?.States ?? [.. rows.Select(r => new State[r.Cells.Count])];
        var heights = new double[rows.Count];
        var next = states.Select(s => (State[])s.Clone()).ToArray();
        var placed = new Dictionary<(int Row, int Cell), Fragment>();
        var (end, y, split) = (from, 0.0, false);
        for (; end < rows.Count && !split; end++)
        {
            var isFirst = end == from;
            if (PlaceRow(room, states, next, placed, heights, from, end, y, out var isWhole) is not { } height
                || (!isFirst && (!isWhole || !room.Holds(y + height))))
            {
                if (isFirst)
                {
                    return Outcome.Nothing;
                }

                Undo(placed, states, next, end);
                break;
            }

            heights[end] = height;
            y += height;
            split = !isWhole;
        }

        // A row that was cut goes on behind the break; cells that reach over it too.
        var done = split ? end - 1 : end;
        PlaceReaching(room, states, next, placed, heights, from, end);
        var piece = Piece(placed, heights, from, end, done < rows.Count, y);
        return new Outcome(piece, done < rows.Count ? new Rest(done, next) : null);
    }

    /// <summary>Lays out the cells that end in a row. Returns its height, or null where one of them cannot start.</summary>
    private double? PlaceRow(
        in Space room, State[][] states, State[][] next, Dictionary<(int Row, int Cell), Fragment> placed, double[] heights, int from, int row, double y, out bool isWhole)
    {
        isWhole = true;
        var height = 0.0;
        for (var start = 0; start <= row; start++)
        {
            for (var i = 0; i < rows[start].Cells.Count; i++)
            {
                var cell = rows[start].Cells[i];
                var state = states[start][i];
                if (start == row && cell.Rows > 1)
                {
                    height = Math.Max(height, _vertical);
                }

                if (state.Done || start + cell.Rows - 1 != row)
                {
                    continue;
                }

                var above = Sum(heights, Math.Max(from, start), row);
                var space = room with
                {
                    Width = Inner(cell),
                    Height = above + room.Height - y - _vertical,
                    AtTop = room.AtTop && Math.Max(from, start) == from,
                };
                space.Page.Count.Attempts++;
                var outcome = cell.Content.Layout(space, state.Inner);
                if (outcome.Placed is null)
                {
                    return null;
                }

                placed[(start, i)] = outcome.Placed;
                next[start][i] = new State(outcome.Rest is null, outcome.Rest);
                isWhole &= outcome.Rest is null;
                height = Math.Max(height, outcome.Placed.Height + _vertical - above);
            }
        }

        return height;
    }

    private void Undo(Dictionary<(int Row, int Cell), Fragment> placed, State[][] states, State[][] next, int row)
    {
        for (var start = 0; start <= row; start++)
        {
            for (var i = 0; i < rows[start].Cells.Count; i++)
            {
                if (start + rows[start].Cells[i].Rows - 1 == row && placed.Remove((start, i)))
                {
                    next[start][i] = states[start][i];
                }
            }
        }
    }

    /// <summary>Fills cells that reach below the last row placed here with what has room beside the rows above the break.</summary>
    private void PlaceReaching(
        in Space room, State[][] states, State[][] next, Dictionary<(int Row, int Cell), Fragment> placed, double[] heights, int from, int end)
    {
        for (var start = 0; start < end; start++)
        {
            for (var i = 0; i < rows[start].Cells.Count; i++)
            {
                var cell = rows[start].Cells[i];
                if (states[start][i].Done || start + cell.Rows <= end)
                {
                    continue;
                }

                var space = room with { Width = Inner(cell), Height = Sum(heights, Math.Max(from, start), end) - _vertical, AtTop = false };
                space.Page.Count.Attempts++;
                var outcome = cell.Content.Layout(space, states[start][i].Inner);
                if (outcome.Placed is not null)
                {
                    placed[(start, i)] = outcome.Placed;
                    next[start][i] = new State(outcome.Rest is null, outcome.Rest);
                }
            }
        }
    }

    private Fragment Piece(Dictionary<(int Row, int Cell), Fragment> placed, double[] heights, int from, int end, bool goesOn, double height)
    {
        List<(double X, double Y, Fragment Piece)> pieces = new(placed.Count);
        List<Box> boxes = new(placed.Count);
        for (var start = 0; start < end; start++)
        {
            for (var i = 0; i < rows[start].Cells.Count; i++)
            {
                var cell = rows[start].Cells[i];
                var last = Math.Min(end, start + cell.Rows);
                if (last <= from)
                {
                    continue;
                }

                var (x, width) = (Sum(widths, 0, cell.Column), Sum(widths, cell.Column, cell.Column + cell.Span));
                var top = Sum(heights, from, Math.Max(from, start));
                boxes.Add(new Box(x, top, width, Sum(heights, Math.Max(from, start), last), cell.Background ?? background));
                if (placed.TryGetValue((start, i), out var fragment))
                {
                    pieces.Add((x + PaddingX(width), top + look.PaddingY, fragment));
                }
            }
        }

        // The line below a whole row is one stroke; only where cells reach over rows each has its own.
        var isPlain = rows.Count == 1 && !goesOn && from == 0;
        return new BlockPiece(new Group(height, pieces), boxes, look, isPlain ? widths.Sum() : null, height);
    }

    private double Inner(TableCell cell)
    {
        var width = Sum(widths, cell.Column, cell.Column + cell.Span);
        return Math.Max(1, width - (2 * PaddingX(width)));
    }

    /// <summary>A column too narrow for its padding gives it up first.</summary>
    private double PaddingX(double width) => Math.Min(look.PaddingX, width / 4);

    private static double Sum(double[] values, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < Math.Min(to, values.Length); i++)
        {
            sum += values[i];
        }

        return sum;
    }

    /// <summary>How far a cell has got.</summary>
    private readonly record struct State(bool Done, Continuation? Inner);

    /// <summary>Where a cell stands in the piece, and what is painted behind it.</summary>
    private readonly record struct Box(double X, double Y, double Width, double Height, Colour? Background);

    private sealed class Rest(int row, State[][] states) : Continuation
    {
        public int Row => row;

        public State[][] States => states;
    }

    private sealed class BlockPiece(Fragment cells, List<Box> boxes, TableLook look, double? lineWidth, double height) : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            foreach (var box in boxes)
            {
                if (box.Background is { } background)
                {
                    painter.Fill(x + box.X, y + box.Y, box.Width, box.Height, background);
                }
            }

            if (lineWidth is { } width)
            {
                painter.Fill(x, y + Height - look.LineWidth, width, look.LineWidth, look.Line);
            }
            else
            {
                boxes.ForEach(box => painter.Fill(x + box.X, y + box.Y + box.Height - look.LineWidth, box.Width, look.LineWidth, look.Line));
            }

            cells.Paint(painter, x, y);
        }
    }
}
