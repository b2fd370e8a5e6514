using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Staff;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>A file of staff as it was read, with the meaning of its columns.</summary>
public sealed class StaffFile
{
    private readonly ExchangeTable? table;

    private StaffFile(TableReading reading, ColumnMapping<StaffField>? mapping, DateOnly today)
    {
        (table, Mapping) = (reading.Table, mapping);
        var problems = new ProblemList();
        foreach (var problem in reading.Problems)
        {
            problems.Add(problem);
        }

        if (table is not null && mapping is not null)
        {
            People = StaffRows.Read(table, mapping, today, problems);
        }

        Problems = problems.ToList();
        Rows = (table?.Rows.Count ?? 0) + (table is null ? 0 : reading.Problems.Count);
    }

    /// <summary>The people who can be read.</summary>
    public IReadOnlyList<StaffRow> People { get; } = [];

    /// <summary>What is wrong, or why the file is refused.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; }

    /// <summary>What the columns hold; null for a file that is refused.</summary>
    public ColumnMapping<StaffField>? Mapping { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>The columns with a few values.</summary>
    public IReadOnlyList<FileColumn> Columns => Mapping?.Columns(table!) ?? [];

    /// <summary>What no column holds and nothing can be read without.</summary>
    public IReadOnlyList<string> Missing => Mapping is null ? [] : StaffRows.Missing(Mapping);

    /// <summary>What a column is called in this file.</summary>
    public string HeadingOf(StaffField field) => Mapping?.ColumnOf(field) is >= 0 and var column ? Mapping.HeadingOf(column) : StaffRows.Fields.NameOf(field);

    /// <summary>Where the words for roles stand.</summary>
    public string RoleHeading => HeadingOf(Mapping?.ColumnOf(StaffField.Role) < 0 && Mapping.ColumnOf(StaffField.JobTitle) >= 0 ? StaffField.JobTitle : StaffField.Role);

    /// <summary>Reads a file. It never throws for what it holds.</summary>
    /// <param name="stream">The file; it must be able to seek.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="mapping">What the columns hold, given the headings' signature; null or empty for our own suggestion.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static StaffFile Read(Stream stream, DateOnly today, string mapping = "", CancellationToken cancel = default)
    {
        var reading = TableReader.Read(stream, cancel);
        return new StaffFile(reading, reading.Table is { } table ? StaffRows.Fields.Restore(table.Header, mapping) : null, today);
    }
}
