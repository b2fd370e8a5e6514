using System.Globalization;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>Takes the rows of a file, the heading first, and holds them to the limits.</summary>
internal sealed class TableBuilder
{
    private readonly List<TableRow> rows = [];
    private readonly ProblemList problems = new();
    private string[]? header;
    private long characters;

    /// <summary>Adds a row; the first that holds anything is the header.</summary>
    /// <exception cref="FileRefusedException">A limit is passed, or the header cannot be used.</exception>
    public void Add(int line, string[] cells)
    {
        var width = cells.Length;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
        {
            width--;
        }

        if (width == 0)
        {
            return;
        }

        if (width > ExchangeLimits.Columns)
        {
            throw new FileRefusedException(line, null, Invariant($"There are more than {ExchangeLimits.Columns} columns"), "export only the columns that are needed");
        }

        if (header is null)
        {
            header = Heading(line, cells[..width]);
            return;
        }

        if (width > header.Length)
        {
            problems.Add(new(line, null, Invariant($"There are {width} cells where the headings are {header.Length}"), "put quotation marks round a value that holds the separator, or delete what is too much"));
            return;
        }

        Measure(line, cells, width);
        if (rows.Count == ExchangeLimits.Rows)
        {
            throw new FileRefusedException(line, null, Invariant($"There are more than {ExchangeLimits.Rows:N0} rows"), "import the file in parts");
        }

        rows.Add(new TableRow(line, cells.Length > header.Length ? cells[..header.Length] : cells));
    }

    /// <summary>Says that a line is left out, and why.</summary>
    public void LeaveOut(ExchangeProblem problem) => problems.Add(problem);

    /// <summary>The table.</summary>
    /// <exception cref="FileRefusedException">There is no header or no row.</exception>
    public TableReading Finish()
    {
        if (header is null)
        {
            throw new FileRefusedException(null, null, "The file is empty", "export it again and check that it has rows");
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            throw new FileRefusedException(1, null, "The file has headings but no rows below them", "export it again and check that the right group is chosen");
        }

        return new TableReading(new ExchangeTable(header, rows), problems.ToList());
    }

    private static string[] Heading(int line, string[] cells)
    {
        var names = Array.ConvertAll(cells, cell => cell.Trim());
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (name.Length > ExchangeLimits.CellCharacters)
            {
                throw TooLong(line);
            }

            if (name.Length > 0 && !seen.Add(name))
            {
                throw new FileRefusedException(line, Values.Shown(name), $"Two columns are called {Values.Shown(name)}", "rename or delete one of them, so that it is clear which is meant");
            }
        }

        return names;
    }

    private void Measure(int line, string[] cells, int width)
    {
        foreach (var cell in cells.AsSpan(0, width))
        {
            characters += cell.Length;
            if (cell.Length > ExchangeLimits.CellCharacters)
            {
                throw TooLong(line);
            }
        }

        if (characters > ExchangeLimits.TableCharacters)
        {
            throw new FileRefusedException(line, null, "The table is too large", "export only the columns and rows that are needed");
        }
    }

    /// <summary>The refusal of a cell that is too long.</summary>
    internal static FileRefusedException TooLong(int line) =>
        new(line, null, Invariant($"A cell is longer than {ExchangeLimits.CellCharacters:N0} characters"), "shorten it, or check that every quotation mark is closed");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
