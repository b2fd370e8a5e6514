using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>A file of pupils as it was read: a table (CSV, workbook) whose columns can be given another meaning, or a common transfer file.</summary>
public sealed class PupilFile
{
    private readonly MappedTable<PupilField>? table;
    private readonly IReadOnlyList<ExchangeProblem> tableProblems;
    private readonly DateOnly today;

    private PupilFile(string format, DateOnly today, MappedTable<PupilField>? table = null, IReadOnlyList<ExchangeProblem>? tableProblems = null)
    {
        (Format, this.today, this.table, this.tableProblems) = (format, today, table, tableProblems ?? []);
        if (table is not null)
        {
            var reading = PupilRows.Read(table.Table, table.Fielded, today);
            Pupils = reading.Pupils;
            Problems = [.. this.tableProblems, .. reading.Problems];
        }
    }

    /// <summary>What it is: "CSV", "Excel workbook", "common transfer file".</summary>
    public string Format { get; }

    /// <summary>The pupils, those with problems among them.</summary>
    public IReadOnlyList<ImportedPupil> Pupils { get; private init; } = [];

    /// <summary>What is wrong, or why the file was refused.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; private init; } = [];

    /// <summary>What a common transfer file says besides.</summary>
    public IReadOnlyList<NotUsedElement> NotUsed { get; private init; } = [];

    /// <summary>The status of the answer when nothing can be taken from the file: 400, or 415 for one of the wrong kind; null when it can be used.</summary>
    public int? Refused { get; private init; }

    /// <summary>Rows of the file.</summary>
    public int Rows => table?.Table.Rows.Count ?? Pupils.Count;

    /// <summary>The table; null for a common transfer file.</summary>
    public MappedTable? Table => table;

    /// <summary>Reads a file by what is in it. It never throws for that: see <see cref="Refused"/>.</summary>
    /// <param name="stream">The file; it must be able to seek.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static PupilFile Read(Stream stream, DateOnly today, CancellationToken cancel = default)
    {
        var kind = FileKinds.Of(stream);
        if (kind == FileKind.Xml)
        {
            var ctf = CtfReader.Read(stream, today, cancel);
            return new PupilFile("common transfer file", today) { Pupils = ctf.Pupils, Problems = ctf.Problems, NotUsed = ctf.NotUsed, Refused = ctf.IsRefused ? StatusCodes.Status400BadRequest : null };
        }

        var reading = TableReader.Read(stream, cancel);
        return reading.Table is { } table
            ? new PupilFile(ImportWords.Format(kind), today, new MappedTable<PupilField>(table, PupilFields.All.Match(table.Header)), reading.Problems)
            : new PupilFile(ImportWords.Format(kind), today) { Problems = reading.Problems, Refused = ImportFiles.StatusOfRefused(kind) };
    }

    /// <summary>The same file with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="MappedTable.Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public PupilFile Using(string stored) => table is null || stored.Length == 0 ? this : new PupilFile(Format, today, table.Using(stored), tableProblems);
}
