using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>A file of plans that are running, as it was read.</summary>
public sealed class PlansFile
{
    private readonly MappedTable<PlanField>? table;
    private readonly IReadOnlyList<ExchangeProblem> tableProblems;
    private readonly DateOnly today;

    private PlansFile(string format, DateOnly today, MappedTable<PlanField>? table, IReadOnlyList<ExchangeProblem> tableProblems)
    {
        (Format, this.today, this.table, this.tableProblems) = (format, today, table, tableProblems);
        if (table is not null)
        {
            var reading = PlanRows.Read(table.Table, table.Fielded, today);
            (Plans, NotFilledIn) = (reading.Rows, reading.NotFilledIn);
            Problems = [.. tableProblems, .. reading.Problems.ToList()];
        }
    }

    /// <summary>What it is: "CSV", "Excel workbook".</summary>
    public string Format { get; }

    /// <summary>The rows that are filled in, those with problems among them.</summary>
    public IReadOnlyList<ImportedPlanRow> Plans { get; } = [];

    /// <summary>Rows of a sample that nobody filled in.</summary>
    public int NotFilledIn { get; }

    /// <summary>What is wrong, or why the file was refused.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; private init; } = [];

    /// <summary>The status of the answer when nothing can be taken from the file; null when it can be used.</summary>
    public int? Refused { get; private init; }

    /// <summary>Rows of the file.</summary>
    public int Rows => table?.Table.Rows.Count ?? 0;

    /// <summary>The table; null when the file was refused.</summary>
    public MappedTable? Table => table;

    /// <summary>What a column is called in this file.</summary>
    public string HeadingOf(PlanField field) => table is not null && table.Fielded.ColumnOf(field) is >= 0 and var column ? table.Fielded.HeadingOf(column) : PlanFields.All.NameOf(field);

    /// <summary>Reads a file by what is in it. It never throws for that: see <see cref="Refused"/>.</summary>
    public static PlansFile Read(Stream stream, DateOnly today, CancellationToken cancel = default)
    {
        var kind = FileKinds.Of(stream);
        var reading = TableReader.Read(stream, cancel);
        return reading.Table is { } table
            ? new PlansFile(ImportWords.Format(kind), today, new MappedTable<PlanField>(table, PlanFields.All.Match(table.Header)), reading.Problems)
            : new PlansFile(ImportWords.Format(kind), today, null, []) { Problems = reading.Problems, Refused = ImportFiles.StatusOfRefused(kind) };
    }

    /// <summary>The same file with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="MappedTable.Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public PlansFile Using(string stored) => table is null || stored.Length == 0 ? this : new PlansFile(Format, today, table.Using(stored), tableProblems);
}
