using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Exchange.Progress;

/// <summary>A row of the table to fill in.</summary>
/// <param name="Cells">What is filled in already.</param>
public sealed record PointSampleRow(IReadOnlyDictionary<PointField, object> Cells);

/// <summary>The table to fill in: the columns that <see cref="PointRows"/> reads, in their order.</summary>
public static class PointSample
{
    /// <summary>What stands for the UPN of an example's rows: they are passed over when the file is read.</summary>
    public const string Example = "EXAMPLE";

    /// <summary>The columns. The one for a name in a single cell is left out: the table has surname and forename.</summary>
    public static IReadOnlyList<ExportColumn<PointSampleRow>> Columns { get; } =
    [
        .. PointFields.All.Fields.Where(known => known.Field != PointField.PupilName).Select(known => new ExportColumn<PointSampleRow>(known.Name, row => row.Cells.GetValueOrDefault(known.Field), WidthOf(known.Field))),
    ];

    /// <summary>A row for a pupil, to be filled in.</summary>
    public static PointSampleRow For(string upn, string surname, string forename, DateOnly? birthDate, string className, string year) => new(new Dictionary<PointField, object>
    {
        [PointField.Upn] = upn,
        [PointField.Surname] = surname,
        [PointField.Forename] = forename,
        [PointField.BirthDate] = (object?)birthDate ?? "",
        [PointField.Class] = className,
        [PointField.Year] = year,
    });

    /// <summary>Rows as an example.</summary>
    /// <param name="today">Its dates are near this day.</param>
    public static IReadOnlyList<PointSampleRow> Examples(DateOnly today)
    {
        var on = today.AddDays(-7);
        return
        [
            Row([(PointField.Measure, "Reading test, out of 50"), (PointField.On, on), (PointField.Score, 31), (PointField.PeersMean, 34.5m), (PointField.Standardised, 94), (PointField.AgeEquivalent, "7y 5m")]),
            Row([(PointField.Measure, "Writing"), (PointField.On, on), (PointField.Judgement, "Working towards"), (PointField.Note, "Teacher’s moderated judgement")]),
            Row([(PointField.Measure, "Phonics"), (PointField.On, on), (PointField.Stage, "Phase 4")]),
        ];
    }

    private static PointSampleRow Row((PointField Field, object Value)[] cells) =>
        new(new (PointField Field, object Value)[] { (PointField.Upn, Example), (PointField.Surname, "Okafor"), (PointField.Forename, "Ada"), (PointField.Class, "4W"), (PointField.Year, "4") }.Concat(cells).ToDictionary(cell => cell.Field, cell => cell.Value));

    private static int WidthOf(PointField field) => field switch
    {
        PointField.Measure or PointField.Note => 32,
        PointField.Judgement or PointField.Stage => 22,
        PointField.Class or PointField.Year or PointField.Score => 12,
        _ => 16,
    };
}
