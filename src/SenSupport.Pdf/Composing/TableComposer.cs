using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf;

/// <summary>Composes a table. Its columns come first, then the head, then the rows; a row with too few cells is filled up.</summary>
public sealed class TableComposer
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;
    private readonly List<ColumnWidth> _columns = [];
    private readonly List<TextAlign> _aligns = [];
    private readonly List<TableRow> _head = [];
    private readonly List<IEnumerable<TableRow>> _body = [];
    private TableGrid? _headGrid;
    private TableGrid? _bodyGrid;
    private bool _hasPassing;
    private double _paddingX = 5;
    private double _paddingY = 3.5;

    internal TableComposer(Composition composition, StructureNode? node, TextDefaults defaults)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults;
    }

    /// <summary>Says how wide the columns are.</summary>
    public TableComposer Columns(Action<ColumnsComposer> compose)
    {
        compose(new ColumnsComposer(_composition, _columns, _aligns));
        return this;
    }

    /// <summary>Sets the room inside each cell, in points.</summary>
    public TableComposer Padding(double horizontal, double vertical)
    {
        (_paddingX, _paddingY) = (horizontal, vertical);
        return this;
    }

    /// <summary>Adds a row of column headings; it stands again on each page that the table reaches.</summary>
    public TableComposer Header(params string[] cells) => Header(r => Array.ForEach(cells, c => r.Cell(c)));

    /// <inheritdoc cref="Header(string[])"/>
    public TableComposer Header(Action<CellsComposer> compose)
    {
        RequireColumns();
        _headGrid ??= new TableGrid(_composition, _node?.Add("THead"), _aligns, isHead: true, head: null);
        _head.Add(_headGrid.Compose(compose, _defaults));
        return this;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public TableComposer Row(params string?[] cells) => Row(r => Array.ForEach(cells, c => r.Cell(c)));

    /// <summary>Adds a row. It moves to the next page rather than be split, unless it is taller than a page.</summary>
    public TableComposer Row(Action<CellsComposer> compose)
    {
        // Behind rows that are made later it has to be made later too.
        if (_hasPassing)
        {
            return Rows([compose], (cells, one) => one(cells));
        }

        _body.Add([BodyGrid().Compose(compose, _defaults)]);
        return this;
    }

    /// <summary>
    /// Adds a row for each item. Items are asked for and rows made only as pages need them, and forgotten once they are written, so that there may be any number.
    /// Headings within them stand no higher than the one above the table.
    /// </summary>
    /// <param name="items">Asked for once each time the document is generated.</param>
    /// <param name="compose">Adds the cells of an item's row.</param>
    public TableComposer Rows<T>(IEnumerable<T> items, Action<CellsComposer, T> compose)
    {
        ArgumentNullException.ThrowIfNull(items);
        var grid = BodyGrid();
        var rows = items.Select(item => grid.Compose(cells => compose(cells, item), _defaults, isPassing: _node is not null));

        // What stands in a page's margins is laid out for every page.
        _hasPassing |= _node is not null;
        _body.Add(_node is null ? [.. rows] : rows);
        return this;
    }

    internal Table? Build()
    {
        if (_head.Count + _body.Count == 0)
        {
            return null;
        }

        _headGrid?.End();
        return new Table(
            _columns,
            _head,
            new TableRows(_body.SelectMany(rows => rows).Concat(Ended())),
            new TableLook(_composition.Scaled(_paddingX), _composition.Scaled(_paddingY), _composition.Style.Line, 0.6, _composition.Style.TableHead))
        {
            SpaceBefore = _composition.Scaled(3),
            SpaceAfter = _composition.Scaled(_composition.Style.BlockSpacing + 3),
        };
    }

    /// <summary>No rows, but only when all others have been made: then cells that would reach further are cut to what there is.</summary>
    private IEnumerable<TableRow> Ended()
    {
        _bodyGrid?.End();
        yield break;
    }

    private TableGrid BodyGrid()
    {
        RequireColumns();
        return _bodyGrid ??= new TableGrid(_composition, _node?.Add("TBody"), _aligns, isHead: false, _headGrid);
    }

    private void RequireColumns()
    {
        if (_columns.Count == 0)
        {
            throw new InvalidOperationException("A table needs its columns before its rows: call Columns first.");
        }
    }
}

/// <summary>Says how wide a table's columns are and how their text is aligned.</summary>
public sealed class ColumnsComposer
{
    private readonly Composition _composition;
    private readonly List<ColumnWidth> _columns;
    private readonly List<TextAlign> _aligns;

    internal ColumnsComposer(Composition composition, List<ColumnWidth> columns, List<TextAlign> aligns)
    {
        _composition = composition;
        _columns = columns;
        _aligns = aligns;
    }

    /// <summary>Adds a column that takes a share of what the fixed ones leave.</summary>
    public ColumnsComposer Relative(double share, TextAlign align = TextAlign.Start)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        return Add(new ColumnWidth(share, true), align);
    }

    /// <summary>Adds a column of a fixed width in points.</summary>
    public ColumnsComposer Fixed(double width, TextAlign align = TextAlign.Start)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Add(new ColumnWidth(_composition.ScaledWidth(width), false), align);
    }

    private ColumnsComposer Add(ColumnWidth column, TextAlign align)
    {
        _columns.Add(column);
        _aligns.Add(align);
        return this;
    }
}

/// <summary>Composes the cells of one row from left to right; columns that a cell of an earlier row reaches into are passed over.</summary>
public sealed class CellsComposer
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;
    private readonly TableGrid _grid;

    internal CellsComposer(Composition composition, StructureNode? node, TextDefaults defaults, TableGrid grid)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults;
        _grid = grid;
    }

    internal List<TableCell> Cells { get; } = [];

    /// <summary>Adds a cell of plain text.</summary>
    /// <param name="words">The text; may be empty.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    /// <param name="rows">How many rows it covers.</param>
    public CellsComposer Cell(string? words, int span = 1, Colour? background = null, int rows = 1) =>
        Add(t => t.Span(words), span, rows, background, _grid.IsHead ? "Column" : null);

    /// <summary>Adds a cell of several blocks.</summary>
    /// <param name="compose">Adds them.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    /// <param name="rows">How many rows it covers.</param>
    public CellsComposer Cell(Action<Flow> compose, int span = 1, Colour? background = null, int rows = 1)
    {
        var scope = _grid.IsHead ? "Column" : null;
        var (column, columns) = _grid.Place(span);
        var node = _node?.Add(scope is null ? "TD" : "TH");
        var stack = new Stack();
        compose(new Flow(_composition, node, Defaults(column, scope is not null), stack));
        return Add(new TableCell(stack, column, columns, Math.Max(1, rows), background), node, scope);
    }

    /// <summary>Adds a cell that heads its row.</summary>
    /// <param name="words">The heading.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    /// <param name="rows">How many rows it heads.</param>
    public CellsComposer Header(string? words, int span = 1, Colour? background = null, int rows = 1) =>
        Add(t => t.Span(words), span, rows, background, _grid.IsHead ? "Column" : "Row");

    /// <summary>Fills the row up with empty cells: every row of a tagged table has the same number of columns.</summary>
    internal void Fill()
    {
        while (_grid.HasRoom)
        {
            Cell("");
        }
    }

    private CellsComposer Add(Action<TextComposer> compose, int span, int rows, Colour? background, string? scope)
    {
        var (column, columns) = _grid.Place(span);
        var node = _node?.Add(scope is null ? "TD" : "TH");
        var stack = new Stack();
        Flow.AddText(_composition, stack, node is null ? null : () => node, Defaults(column, scope is not null), compose, 0);
        return Add(new TableCell(stack, column, columns, Math.Max(1, rows), background), node, scope);
    }

    private CellsComposer Add(TableCell cell, StructureNode? node, string? scope)
    {
        Cells.Add(cell);
        _grid.Add(cell, node, scope);
        return this;
    }

    private TextDefaults Defaults(int column, bool heading) =>
        _defaults with { Align = _grid.Align(column), Bold = _defaults.Bold || heading, Colour = heading ? _composition.Style.Heading : _defaults.Colour };
}
