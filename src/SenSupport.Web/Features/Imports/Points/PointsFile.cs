using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Progress;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>A file of assessment points, as it was read.</summary>
public sealed class PointsFile
{
    private readonly TableFile<PointField> source;

    private PointsFile(TableFile<PointField> source, PointDefaults defaults, DateOnly today)
    {
        (this.source, Defaults, Problems) = (source, defaults, source.Problems);
        if (source.Table is { } table)
        {
            var reading = PointRows.Read(table.Table, table.Fielded, defaults, today);
            (Points, Means, NotFilledIn, Problems) = (reading.Rows, reading.Means, reading.NotFilledIn, [.. source.Problems, .. reading.Problems.ToList()]);
        }
    }

    /// <summary>What it is: "CSV", "Excel workbook".</summary>
    public string Format => source.Format;

    /// <summary>What holds for rows that do not say it.</summary>
    public PointDefaults Defaults { get; }

    /// <summary>The rows with a result, those with problems among them.</summary>
    public IReadOnlyList<ImportedPoint> Points { get; } = [];

    /// <summary>Means of year groups in rows of their own.</summary>
    public IReadOnlyList<ImportedMean> Means { get; } = [];

    /// <summary>Rows without a result.</summary>
    public int NotFilledIn { get; }

    /// <summary>What is wrong, or why the file was refused.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; }

    /// <summary>The status of the answer when nothing can be taken from the file; null when it can be used.</summary>
    public int? Refused => source.Refused;

    /// <summary>Rows of the file.</summary>
    public int Rows => source.Rows;

    /// <summary>The table; null when the file was refused.</summary>
    public MappedTable? Table => source.Table;

    /// <summary>Whether a column says the subject or test.</summary>
    public bool SaysMeasure => source.Table?.Fielded.ColumnOf(PointField.Measure) >= 0;

    /// <summary>Whether a column says the day.</summary>
    public bool SaysDay => source.Table?.Fielded.ColumnOf(PointField.On) >= 0;

    /// <summary>What a column is called in this file.</summary>
    public string HeadingOf(PointField field) => source.HeadingOf(field, PointFields.All);

    /// <summary>Reads a file by what is in it. It never throws for that: see <see cref="Refused"/>.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="mapping">Other meanings of its columns, as <see cref="MappedTable.Mapping"/> has them; empty for our own suggestion.</param>
    /// <param name="choices">What was chosen on the preview.</param>
    /// <param name="cancel">Ends the reading of a long file.</param>
    public static PointsFile Read(Stream stream, DateOnly today, string mapping = "", PointsChoices? choices = null, CancellationToken cancel = default) =>
        new(TableFile<PointField>.Read(stream, PointFields.All, cancel).Using(mapping), (choices ?? new PointsChoices()).Defaults, today);
}
