using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf.Layout;

/// <summary>A row's cells from left to right: those that begin in it.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Node">The row's tag where rows are made one by one: once it is painted its part of the tree is written.</param>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, StructureNode? Node = null)
{
    /// <summary>How many rows from this one on its cells reach into.</summary>
    public int Reach => Cells.Count == 0 ? 1 : Cells.Max(c => c.Rows);
}

/// <summary>A cell: what it holds, its first column, how many columns and rows it covers, and what it is painted on.</summary>
internal sealed class TableCell(Element content, int column, int span, int rows, Colour? background)
{
    public Element Content => content;

    public int Column => column;

    public int Span => span;

    /// <summary>Rows that it covers; fewer than were asked for where the table ends before.</summary>
    public int Rows { get; set; } = rows;

    public Colour? Background => background;
}

/// <summary>
/// The rows of a table's body, asked for as pages need them. Rows that come one by one from a caller are made only then, and let go
/// once they are painted: a table of a hundred thousand rows holds a page of them.
/// </summary>
internal sealed class TableRows(IEnumerable<TableRow> rows)
{
    private readonly List<TableRow> _window = [];
    private IEnumerator<TableRow>? _source;
    private int _first;
    private bool _ended;

    /// <summary>The row with an index, or null past the last one. Rows that were let go cannot be asked for again.</summary>
    public TableRow? this[int index]
    {
        get
        {
            _source ??= rows.GetEnumerator();
            while (!_ended && index >= _first + _window.Count)
            {
                if (_source.MoveNext())
                {
                    _window.Add(_source.Current);
                }
                else
                {
                    _ended = true;
                    _source.Dispose();
                }
            }

            return index - _first < _window.Count ? _window[index - _first] : null;
        }
    }

    /// <summary>Lets the rows before an index go.</summary>
    public void Release(int before)
    {
        var count = Math.Clamp(before - _first, 0, _window.Count);
        _window.RemoveRange(0, count);
        _first += count;
    }
}
