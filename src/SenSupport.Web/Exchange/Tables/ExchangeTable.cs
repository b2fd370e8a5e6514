namespace SenSupport.Web.Exchange.Tables;

/// <summary>A table as it stands in a file: headings and rows of text.</summary>
/// <param name="Header">The headings in the file's order, trimmed; empty for a column without one.</param>
/// <param name="Rows">The rows that hold anything, with their lines.</param>
public sealed record ExchangeTable(IReadOnlyList<string> Header, IReadOnlyList<TableRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Line">The line on which it begins, from 1; in a workbook the row's number.</param>
/// <param name="Cells">The texts as they stand; a row may be shorter than the header.</param>
public sealed record TableRow(int Line, string[] Cells)
{
    /// <summary>The text of a cell; empty beyond the row's end.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}

/// <summary>What reading a file came to.</summary>
/// <param name="Table">The table; null when the file was refused.</param>
/// <param name="Problems">Why it was refused, or the lines that were left out of the table.</param>
public sealed record TableReading(ExchangeTable? Table, IReadOnlyList<ExchangeProblem> Problems)
{
    /// <summary>Whether nothing can be taken from the file.</summary>
    public bool IsRefused => Table is null;
}
