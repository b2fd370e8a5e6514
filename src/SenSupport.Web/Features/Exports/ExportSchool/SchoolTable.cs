using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>A column of a table, with what it means.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Meaning">What it holds, in a few words; the README says the same.</param>
/// <param name="Value">Its value in a row.</param>
public sealed record TableColumn<T>(string Name, string Meaning, Func<T, object?> Value);

/// <summary>A table of the school's records that goes out as a CSV file.</summary>
public abstract class SchoolTable
{
    /// <summary>The file's name.</summary>
    public abstract string FileName { get; }

    /// <summary>What a row is.</summary>
    public abstract string Words { get; }

    /// <summary>Each column's name and meaning.</summary>
    public abstract IReadOnlyList<(string Name, string Meaning)> Columns { get; }

    /// <summary>Writes the file while its rows are read: none of them is kept.</summary>
    public abstract Task WriteAsync(Stream stream, SenSupportDbContext db, CancellationToken cancel);
}

/// <summary>A table with rows of a type.</summary>
/// <param name="fileName">The file's name.</param>
/// <param name="words">What a row is.</param>
/// <param name="rows">Reads the rows.</param>
/// <param name="columns">The columns.</param>
public sealed class SchoolTable<T>(string fileName, string words, Func<SenSupportDbContext, IAsyncEnumerable<T>> rows, params IReadOnlyList<TableColumn<T>> columns) : SchoolTable
{
    /// <inheritdoc/>
    public override string FileName => fileName;

    /// <inheritdoc/>
    public override string Words => words;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Meaning)> Columns => [.. columns.Select(column => (column.Name, column.Meaning))];

    /// <inheritdoc/>
    public override Task WriteAsync(Stream stream, SenSupportDbContext db, CancellationToken cancel) =>
        CsvExport.WriteAsync(stream, [.. columns.Select(column => new ExportColumn<T>(column.Name, column.Value))], rows(db), cancel);
}
