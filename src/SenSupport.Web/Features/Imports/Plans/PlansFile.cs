using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Plans;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>A file of plans that are running, as it was read.</summary>
public sealed class PlansFile
{
    private readonly TableFile<PlanField> source;
    private readonly DateOnly today;

    private PlansFile(TableFile<PlanField> source, DateOnly today)
    {
        (this.source, this.today, Problems) = (source, today, source.Problems);
        if (source.Table is { } table)
        {
            var reading = PlanRows.Read(table.Table, table.Fielded, today);
            (Plans, NotFilledIn, Problems) = (reading.Rows, reading.NotFilledIn, [.. source.Problems, .. reading.Problems.ToList()]);
        }
    }

    /// <summary>What it is: "CSV", "Excel workbook".</summary>
    public string Format => source.Format;

    /// <summary>The rows that are filled in, those with problems among them.</summary>
    public IReadOnlyList<ImportedPlanRow> Plans { get; } = [];

    /// <summary>Rows of a sample that nobody filled in.</summary>
    public int NotFilledIn { get; }

    /// <summary>What is wrong, or why the file was refused.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; }

    /// <summary>The status of the answer when nothing can be taken from the file; null when it can be used.</summary>
    public int? Refused => source.Refused;

    /// <summary>Rows of the file.</summary>
    public int Rows => source.Rows;

    /// <summary>The table; null when the file was refused.</summary>
    public MappedTable? Table => source.Table;

    /// <summary>What a column is called in this file.</summary>
    public string HeadingOf(PlanField field) => source.HeadingOf(field, PlanFields.All);

    /// <summary>Reads a file by what is in it. It never throws for that: see <see cref="Refused"/>.</summary>
    public static PlansFile Read(Stream stream, DateOnly today, CancellationToken cancel = default) => new(TableFile<PlanField>.Read(stream, PlanFields.All, cancel), today);

    /// <summary>The same file with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="MappedTable.Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public PlansFile Using(string stored) => stored.Length == 0 ? this : new PlansFile(source.Using(stored), today);
}
