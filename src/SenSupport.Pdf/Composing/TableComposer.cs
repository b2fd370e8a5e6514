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
    private readonly List<TableRow> _body = [];
    private StructureNode? _headNode;
    private StructureNode? _bodyNode;
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
        _headNode ??= _node?.Add("THead");
        _head.Add(ComposeRow(compose, _headNode, isHead: true));
        return this;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public TableComposer Row(params string?[] cells) => Row(r => Array.ForEach(cells, c => r.Cell(c)));

    /// <summary>Adds a row.</summary>
    public TableComposer Row(Action<CellsComposer> compose)
    {
        _bodyNode ??= _node?.Add("TBody");
        _body.Add(ComposeRow(compose, _bodyNode, isHead: false));
        return this;
    }

    internal Table? Build() => _head.Count + _body.Count == 0
        ? null
        : new Table(
            _columns,
            _head,
            _body,
            new TableLook(_composition.Scaled(_paddingX), _composition.Scaled(_paddingY), _composition.Style.Line, 0.6, _composition.Style.TableHead))
        {
            SpaceBefore = _composition.Scaled(3),
            SpaceAfter = _composition.Scaled(_composition.Style.BlockSpacing + 3),
        };

    private TableRow ComposeRow(Action<CellsComposer> compose, StructureNode? section, bool isHead)
    {
        if (_columns.Count == 0)
        {
            throw new InvalidOperationException("A table needs its columns before its rows: call Columns first.");
        }

        var row = new CellsComposer(_composition, section?.Add("TR"), _defaults, _aligns, isHead);
        compose(row);
        row.Fill();
        return new TableRow(row.Cells);
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

/// <summary>Composes the cells of one row from left to right.</summary>
public sealed class CellsComposer
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;
    private readonly List<TextAlign> _aligns;
    private readonly bool _isHead;
    private int _column;

    internal CellsComposer(Composition composition, StructureNode? node, TextDefaults defaults, List<TextAlign> aligns, bool isHead)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults;
        _aligns = aligns;
        _isHead = isHead;
    }

    internal List<TableCell> Cells { get; } = [];

    /// <summary>Adds a cell of plain text.</summary>
    /// <param name="words">The text; may be empty.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    public CellsComposer Cell(string? words, int span = 1, Colour? background = null) =>
        AddText(words, span, background, _isHead ? "Column" : null);

    /// <summary>Adds a cell of several blocks.</summary>
    /// <param name="compose">Adds them.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    public CellsComposer Cell(Action<Flow> compose, int span = 1, Colour? background = null)
    {
        var stack = new Stack();
        span = Fit(span);
        var cell = CellNode(_isHead ? "Column" : null, span);
        compose(new Flow(_composition, cell, Defaults(_isHead), stack));
        return Add(stack, span, background);
    }

    /// <summary>Adds a cell that heads its row.</summary>
    /// <param name="words">The heading.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="background">Colour behind it.</param>
    public CellsComposer Header(string? words, int span = 1, Colour? background = null) =>
        AddText(words, span, background, _isHead ? "Column" : "Row");

    /// <summary>Fills the row up with empty cells: every row of a tagged table has the same number of columns.</summary>
    internal void Fill()
    {
        while (_column < _aligns.Count)
        {
            Cell("");
        }
    }

    private CellsComposer AddText(string? words, int span, Colour? background, string? scope)
    {
        var stack = new Stack();
        span = Fit(span);
        var cell = CellNode(scope, span);
        Flow.AddText(_composition, stack, cell is null ? null : () => cell, Defaults(scope is not null), t => t.Span(words), 0);
        return Add(stack, span, background);
    }

    private CellsComposer Add(Stack content, int span, Colour? background)
    {
        Cells.Add(new TableCell(content, span, background));
        _column += span;
        return this;
    }

    private int Fit(int span)
    {
        if (_column >= _aligns.Count)
        {
            throw new InvalidOperationException($"The row has more cells than the table's {_aligns.Count} columns.");
        }

        return Math.Clamp(span, 1, _aligns.Count - _column);
    }

    private TextDefaults Defaults(bool heading) =>
        _defaults with { Align = _aligns[_column], Bold = _defaults.Bold || heading, Colour = heading ? _composition.Style.Heading : _defaults.Colour };

    private StructureNode? CellNode(string? scope, int span)
    {
        var entries = (scope is null ? "" : $"/Scope/{scope}") + (span == 1 ? "" : $"/ColSpan {span}");
        return _node?.Add(scope is null ? "TD" : "TH", entries.Length == 0 ? null : $"<</O/Table{entries}>>");
    }
}
