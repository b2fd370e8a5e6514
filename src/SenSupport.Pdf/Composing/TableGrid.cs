using System.Globalization;
using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf;

/// <summary>
/// The rows of a table's head or body as they are composed: which columns cells of earlier rows still cover, and which headings each
/// cell has. Where headings cover several columns or rows, cells name theirs (ISO 32000-1, 14.8.5.7); otherwise their scope is enough.
/// </summary>
internal sealed class TableGrid(Composition composition, StructureNode? section, IReadOnlyList<TextAlign> aligns, bool isHead, TableGrid? head)
{
    private readonly Entry?[] _covering = new Entry?[aligns.Count];
    private readonly int _firstHeading = composition.LastHeading;
    private readonly List<Entry> _headings = [];
    private List<Entry> _row = [];
    private int _number;
    private int _lastHeading;
    private int _column;

    public bool IsHead => isHead;

    public bool HasRoom
    {
        get
        {
            SkipCovered();
            return _column < aligns.Count;
        }
    }

    private bool IsIrregular => _headings.Any(h => h.Cell.Span > 1 || h.Cell.Rows > 1);

    public TextAlign Align(int column) => aligns[column];

    /// <summary>Composes the next row.</summary>
    /// <param name="compose">Adds its cells.</param>
    /// <param name="defaults">How their text is set.</param>
    /// <param name="isPassing">Whether the row is forgotten once it is painted.</param>
    public TableRow Compose(Action<CellsComposer> compose, TextDefaults defaults, bool isPassing = false)
    {
        (_row, _column) = ([], 0);
        var node = section?.Add("TR");
        var row = new CellsComposer(composition, node, defaults, this);
        var (before, lowest) = (composition.LastHeading, composition.LowestHeading);
        if (isPassing)
        {
            // What follows the table was composed before: it must not come to stand below a heading of a higher level than it knew.
            composition.LowestHeading = Math.Max(1, _firstHeading);
            composition.LastHeading = _number == 0 ? _firstHeading : Math.Max(_firstHeading, _lastHeading);
        }

        compose(row);
        row.Fill();
        if (isPassing)
        {
            _lastHeading = composition.LastHeading;
            (composition.LastHeading, composition.LowestHeading) = (before, lowest);
        }

        NameHeadings();
        foreach (var entry in _row)
        {
            Describe(entry);
        }

        _number++;
        return new TableRow(row.Cells, isPassing ? node : null);
    }

    /// <summary>Finds the next free column and how many of the wanted ones are free.</summary>
    /// <exception cref="InvalidOperationException">The row is full.</exception>
    public (int Column, int Columns) Place(int wanted)
    {
        SkipCovered();
        if (_column >= aligns.Count)
        {
            throw new InvalidOperationException($"The row has more cells than the table's {aligns.Count} columns.");
        }

        var end = _column + 1;
        while (end < aligns.Count && end - _column < wanted && !IsCovered(end))
        {
            end++;
        }

        return (_column, end - _column);
    }

    public void Add(TableCell cell, StructureNode? node, string? scope)
    {
        var entry = new Entry(cell, node, scope, _number);
        _row.Add(entry);
        if (isHead && scope is not null)
        {
            _headings.Add(entry);
        }

        for (var column = cell.Column; column < cell.Column + cell.Span; column++)
        {
            _covering[column] = entry;
        }

        _column = cell.Column + cell.Span;
    }

    /// <summary>Ends the rows: cells that would reach further are cut to what there is.</summary>
    public void End()
    {
        foreach (var entry in _covering)
        {
            if (entry is not null && entry.Row + entry.Cell.Rows > _number)
            {
                entry.Cell.Rows = Math.Max(1, _number - entry.Row);
                Describe(entry);
            }
        }
    }

    private bool IsCovered(int column) => _covering[column] is { } entry && entry.Row < _number && entry.Row + entry.Cell.Rows > _number;

    private void SkipCovered()
    {
        while (_column < aligns.Count && IsCovered(_column))
        {
            _column++;
        }
    }

    /// <summary>Finds the headings of each cell of the row just composed.</summary>
    private void NameHeadings()
    {
        if (section is null || isHead)
        {
            return;
        }

        var rowHeadings = _covering.Where(e => e is { Scope: "Row" } && e.Row + e.Cell.Rows > _number).Distinct().Select(e => e!).ToList();
        if (!(head?.IsIrregular ?? false) && !rowHeadings.Exists(h => h.Cell.Rows > 1))
        {
            return;
        }

        foreach (var entry in _row.Where(e => e.Scope is null))
        {
            var above = head?._headings.Where(h => h.Cell.Column < entry.Cell.Column + entry.Cell.Span && entry.Cell.Column < h.Cell.Column + h.Cell.Span) ?? [];
            entry.Headings = [.. above.Concat(rowHeadings).Select(h => h.Node!.Name ??= composition.NextName())];
        }
    }

    private static void Describe(Entry entry)
    {
        if (entry.Node is null)
        {
            return;
        }

        var (cell, scope) = (entry.Cell, entry.Scope);
        var attributes = (scope is null ? "" : $"/Scope/{scope}")
            + (cell.Span == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"/ColSpan {cell.Span}"))
            + (cell.Rows == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"/RowSpan {cell.Rows}"))
            + (entry.Headings.Count == 0 ? "" : $"/Headers[{string.Concat(entry.Headings.Select(h => $"({h})"))}]");
        entry.Node.Attributes = attributes.Length == 0 ? null : $"<</O/Table{attributes}>>";
    }

    private sealed record Entry(TableCell Cell, StructureNode? Node, string? Scope, int Row)
    {
        public List<string> Headings { get; set; } = [];
    }
}
