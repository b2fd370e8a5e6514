using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Exchange.Plans;

/// <summary>A row of the table to fill in.</summary>
/// <param name="Pupil">Whom it is about.</param>
/// <param name="Kind">Target, Strategy, Provision or Outcome.</param>
/// <param name="Cells">What is filled in already.</param>
public sealed record PlanSampleRow(PlanSamplePupil Pupil, string Kind, IReadOnlyDictionary<PlanField, object>? Cells = null);

/// <summary>A pupil of the table to fill in.</summary>
public sealed record PlanSamplePupil(string Upn, string Surname, string Forename, DateOnly? BirthDate, string Class, string Teacher = "");

/// <summary>The table to fill in: the columns that <see cref="PlanRows"/> reads, in their order.</summary>
public static class PlanSample
{
    /// <summary>What stands for the UPN of an example's rows: they are passed over when the file is read.</summary>
    public const string Example = "EXAMPLE";

    private static readonly string[] Prepared = ["Target", "Target", "Strategy", "Provision"];

    /// <summary>The columns. The one for a name in a single cell is left out: the table has surname and forename.</summary>
    public static IReadOnlyList<ExportColumn<PlanSampleRow>> Columns { get; } =
    [
        .. PlanFields.All.Fields.Where(known => known.Field != PlanField.PupilName).Select(known => new ExportColumn<PlanSampleRow>(known.Name, row => Cell(row, known.Field), WidthOf(known.Field))),
    ];

    /// <summary>Rows for some pupils: two targets, a strategy and a row of provision each.</summary>
    public static IEnumerable<PlanSampleRow> For(IEnumerable<PlanSamplePupil> pupils) => pupils.SelectMany(_ => Prepared, (pupil, kind) => new PlanSampleRow(pupil, kind));

    /// <summary>A plan as an example.</summary>
    /// <param name="today">Its dates are near this day.</param>
    public static IReadOnlyList<PlanSampleRow> Examples(DateOnly today)
    {
        var pupil = new PlanSamplePupil(Example, "Okafor", "Ada", null, "4W", "");
        var (starts, review) = (today.AddDays(-28), today.AddDays(56));
        return
        [
            new(pupil, "Target", new Dictionary<PlanField, object>
            {
                [PlanField.Text] = "Read 60 of the first 100 high-frequency words without help",
                [PlanField.Area] = "Cognition and learning",
                [PlanField.Baseline] = "31 of 100 words in September",
                [PlanField.Measure] = "Word check every second Friday",
                [PlanField.SuccessCriterion] = "60 words, twice running",
                [PlanField.ByWhen] = review,
                [PlanField.Outcome] = "Reads a Year 4 book with understanding by the end of key stage 2",
                [PlanField.StartsOn] = starts,
                [PlanField.ReviewOn] = review,
            }),
            new(pupil, "Strategy", new Dictionary<PlanField, object> { [PlanField.Text] = "Give one instruction at a time, with a picture", [PlanField.For] = "Every adult" }),
            new(pupil, "Provision", new Dictionary<PlanField, object>
            {
                [PlanField.Text] = "Precision teaching of words",
                [PlanField.DeliveredBy] = "Teaching assistant",
                [PlanField.Where] = "Library corner",
                [PlanField.Minutes] = 15,
                [PlanField.TimesAWeek] = 4,
                [PlanField.GroupSize] = 1,
                [PlanField.From] = starts,
                [PlanField.To] = review,
                [PlanField.Serves] = 1,
            }),
        ];
    }

    private static object? Cell(PlanSampleRow row, PlanField field) => row.Cells?.GetValueOrDefault(field) ?? field switch
    {
        PlanField.Upn => row.Pupil.Upn,
        PlanField.Surname => row.Pupil.Surname,
        PlanField.Forename => row.Pupil.Forename,
        PlanField.BirthDate => row.Pupil.BirthDate,
        PlanField.Class => row.Pupil.Class,
        PlanField.Kind => row.Kind,
        PlanField.Teacher when row.Kind == Prepared[0] => row.Pupil.Teacher,
        _ => null,
    };

    private static int WidthOf(PlanField field) => field switch
    {
        PlanField.Text or PlanField.Outcome => 44,
        PlanField.Baseline or PlanField.Measure or PlanField.SuccessCriterion => 28,
        PlanField.Area or PlanField.DeliveredBy or PlanField.Teacher or PlanField.Where => 22,
        PlanField.Minutes or PlanField.TimesAWeek or PlanField.GroupSize or PlanField.Class or PlanField.Kind => 12,
        _ => 15,
    };
}
