using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Imports;

/// <summary>A file that holds one table, CSV or workbook, as it was read.</summary>
/// <param name="Format">What it is: "CSV", "Excel workbook".</param>
/// <param name="Table">The table; null when the file was refused.</param>
/// <param name="Problems">Lines that were left out of the table, or why the file was refused.</param>
/// <param name="Refused">The status of the answer when nothing can be taken from the file; null when it can be used.</param>
public sealed record TableFile<TField>(string Format, MappedTable<TField>? Table, IReadOnlyList<ExchangeProblem> Problems, int? Refused = null)
    where TField : struct, Enum
{
    /// <summary>Rows of the file.</summary>
    public int Rows => Table?.Table.Rows.Count ?? 0;

    /// <summary>Reads a file by what is in it. It never throws for that: see <see cref="Refused"/>.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="fields">What its columns may hold.</param>
    /// <param name="cancel">Ends the reading of a long file.</param>
    public static TableFile<TField> Read(Stream stream, FieldSet<TField> fields, CancellationToken cancel)
    {
        var kind = FileKinds.Of(stream);
        var reading = TableReader.Read(stream, cancel);
        return reading.Table is { } table
            ? new TableFile<TField>(ImportWords.Format(kind), new MappedTable<TField>(table, fields.Match(table.Header)), reading.Problems)
            : new TableFile<TField>(ImportWords.Format(kind), null, reading.Problems, ImportFiles.StatusOfRefused(kind));
    }

    /// <summary>What a column is called in this file.</summary>
    public string HeadingOf(TField field, FieldSet<TField> fields) => Table is not null && Table.Fielded.ColumnOf(field) is >= 0 and var column ? Table.Fielded.HeadingOf(column) : fields.NameOf(field);

    /// <summary>The same file with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="MappedTable.Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public TableFile<TField> Using(string stored) => Table is null || stored.Length == 0 ? this : this with { Table = Table.Using(stored) };
}
