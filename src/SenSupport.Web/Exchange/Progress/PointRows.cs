using System.Globalization;
using System.Text.RegularExpressions;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Progress;

/// <summary>A row of a table of assessment points. Null and empty mean that the file does not say.</summary>
public sealed record ImportedPoint
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Whether nothing on the line is wrong.</summary>
    public bool IsSound { get; init; } = true;

    /// <summary>The pupil's UPN, if it is valid.</summary>
    public string Upn { get; init; } = "";

    /// <summary>The pupil's name as it is written, surname first where the file tells the two apart.</summary>
    public string Name { get; init; } = "";

    /// <summary>The pupil's date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>What was reached; its measure and day are those of the whole file where the row has none.</summary>
    public PointContent Content { get; init; } = new("", default);
}

/// <summary>The mean of a year group in a subject or test, from a row of its own.</summary>
/// <param name="Line">The line.</param>
/// <param name="Measure">The subject or test.</param>
/// <param name="On">The day.</param>
/// <param name="NcYear">The year group's code; empty for all pupils of the file.</param>
/// <param name="Mean">The mean of their scores.</param>
public sealed record ImportedMean(int Line, string Measure, DateOnly On, string NcYear, decimal Mean);

/// <summary>What holds for every row that does not say it: results of one test come without a column for its name and day.</summary>
/// <param name="Measure">The subject or test; empty when the rows say it.</param>
/// <param name="On">The day; null when the rows say it.</param>
public sealed record PointDefaults(string Measure = "", DateOnly? On = null);

/// <summary>The rows of a table of assessment points.</summary>
/// <param name="Rows">Those that are filled in, those with problems among them.</param>
/// <param name="Means">Rows that hold a year group's mean.</param>
/// <param name="NotFilledIn">Rows without a result: a pupil was absent, or a sample was not needed whole.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PointReading(IReadOnlyList<ImportedPoint> Rows, IReadOnlyList<ImportedMean> Means, int NotFilledIn, ProblemList Problems);

/// <summary>Reads assessment points from a table. Ranges and lengths are those of <see cref="PointContent"/>.</summary>
public static partial class PointRows
{
    private static readonly PointField[] Results = [PointField.Score, PointField.PeersMean, PointField.Standardised, PointField.AgeEquivalent, PointField.Stage, PointField.Judgement];

    private static readonly HashSet<string> Means =
    [
        "mean", "average", "cohort mean", "cohort average", "year group mean", "year group average", "year mean", "year average", "group mean", "group average", "class mean", "class average", "mean score", "average score",
    ];

    // Single letters and numbers mean one thing in one school and another in the next: they are refused rather than guessed.
    private static readonly Dictionary<string, AttainmentJudgement> Judgements = Meanings(
        (AttainmentJudgement.WellBelow, ["well below", "well below expected", "wb", "wbl", "pre key stage", "pks", "significantly below"]),
        (AttainmentJudgement.WorkingTowards, ["working towards", "working towards expected", "working towards the expected standard", "wts", "wt", "wte", "towards", "just below", "emerging"]),
        (AttainmentJudgement.Expected, ["expected", "as expected", "at expected", "exs", "exp", "working at the expected standard", "working at expected", "at age related expectations", "are", "secure", "on track"]),
        (AttainmentJudgement.Above, ["above", "above expected", "greater depth", "gds", "gd", "exceeding", "working at greater depth"]));

    /// <summary>Reads every row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">Which column holds what.</param>
    /// <param name="defaults">What holds for rows that do not say it.</param>
    /// <param name="today">No result is after it.</param>
    public static PointReading Read(ExchangeTable table, ColumnMapping<PointField> mapping, PointDefaults defaults, DateOnly today)
    {
        var problems = new ProblemList();
        var (rows, means) = (new List<ImportedPoint>(), new List<ImportedMean>());
        foreach (var cells in table.Rows.Where(row => IsFilledIn(row, mapping)))
        {
            var row = new RowValues<PointField>(cells, mapping, problems);
            if (IsMean(cells, mapping))
            {
                if (ReadMean(row, defaults, today) is { } mean)
                {
                    means.Add(mean);
                }
            }
            else
            {
                rows.Add(ReadRow(row, defaults, today));
            }
        }

        return new PointReading(rows, means, table.Rows.Count - rows.Count - table.Rows.Count(row => IsFilledIn(row, mapping) && IsMean(row, mapping)), problems);
    }

    private static bool IsFilledIn(TableRow row, ColumnMapping<PointField> mapping) =>
        !row[mapping.ColumnOf(PointField.Upn)].Trim().Equals(PointSample.Example, StringComparison.OrdinalIgnoreCase) && Results.Any(field => !IsAbsent(row[mapping.ColumnOf(field)]));

    // "Year group mean" in a cell of a name: the row is about nobody.
    private static bool IsMean(TableRow row, ColumnMapping<PointField> mapping) =>
        row[mapping.ColumnOf(PointField.Upn)].Trim().Length == 0
        && new[] { PointField.PupilName, PointField.Surname, PointField.Forename }.Any(field => row[mapping.ColumnOf(field)] is { Length: > 0 and < 40 } name && Means.Contains(SearchText.Fold(name)));

    private static bool IsAbsent(string text) => text.Trim().ToUpperInvariant() is "" or "-" or "–" or "N/A" or "NA" or "ABS" or "ABSENT" or "DNS" or "DID NOT SIT";

    private static ImportedPoint ReadRow(RowValues<PointField> row, PointDefaults defaults, DateOnly today)
    {
        var name = $"{row.Text(PointField.Surname, TextLimits.Name)} {row.Text(PointField.Forename, TextLimits.Name)}".Trim();
        var whole = row.Text(PointField.PupilName, TextLimits.Line);
        var read = new ImportedPoint
        {
            Line = row.Line,
            Upn = row.Code(PointField.Upn, Values.UpnOf),
            Name = name.Length > 0 ? name : whole,
            BirthDate = row.Value(PointField.BirthDate, Values.BirthDateBy(today)),
            Content = new PointContent(
                MeasureOf(row, defaults),
                DayOf(row, defaults, today),
                row.Value<decimal>(PointField.Score, ScoreOf),
                row.Value<decimal>(PointField.PeersMean, ScoreOf),
                row.Value<int>(PointField.Standardised, StandardisedOf),
                row.Value<int>(PointField.AgeEquivalent, AgeOf),
                Present(row.Text(PointField.Stage, TextLimits.Name)),
                row.Value<AttainmentJudgement>(PointField.Judgement, JudgementOf),
                row.Text(PointField.Note, TextLimits.Narrative)),
        };
        if (row.IsSound && read.Content.Result().Length == 0)
        {
            row.Problem(PointField.Score, "The row has the year group’s mean and nothing that the pupil reached", "fill in what was reached, or remove the row");
        }

        if (row.IsSound && read.Upn.Length == 0 && (read.Name.Length == 0 || read.BirthDate is null))
        {
            row.Problem(read.Name.Length == 0 ? PointField.Upn : PointField.BirthDate, "It is not clear which pupil is meant", "fill in the UPN, or the name and the date of birth");
        }

        return read with { IsSound = row.IsSound };
    }

    private static ImportedMean? ReadMean(RowValues<PointField> row, PointDefaults defaults, DateOnly today)
    {
        var (measure, on) = (MeasureOf(row, defaults), DayOf(row, defaults, today));
        var year = row.Value<Domain.Schools.NcYear>(PointField.Year, Values.Year);
        var mean = row.Value<decimal>(PointField.PeersMean, ScoreOf) ?? row.Value<decimal>(PointField.Score, ScoreOf);
        if (row.IsSound && mean is null)
        {
            row.Problem(PointField.Score, "The row of the mean has no mean of the scores", "write it in the column of the score, or remove the row");
        }

        return row.IsSound ? new ImportedMean(row.Line, measure, on, year?.Code ?? "", mean!.Value) : null;
    }

    private static string MeasureOf(RowValues<PointField> row, PointDefaults defaults)
    {
        var wasSound = row.IsSound;
        var measure = row.Text(PointField.Measure, TextLimits.Name) is { Length: > 0 } typed ? typed : defaults.Measure;
        if (measure.Length == 0 && row.IsSound == wasSound)
        {
            row.Problem(PointField.Measure, "It is not said in which subject or test", "fill it in, or say which one the whole file is about");
        }

        return measure;
    }

    private static DateOnly DayOf(RowValues<PointField> row, PointDefaults defaults, DateOnly today)
    {
        var wasSound = row.IsSound;
        var on = row.Value<DateOnly>(PointField.On, Values.Date);
        if (row.IsSound != wasSound || (!row.IsSound && on is null))
        {
            return on ?? default;
        }

        on ??= defaults.On;
        if (on is null)
        {
            row.Problem(PointField.On, "It is not said on which day", "fill in the date, or say on which day all of it was gathered");
        }
        else if (on > today)
        {
            row.Problem(PointField.On, "The date is in the future", "check the date");
        }

        return on ?? default;
    }

    private static string Present(string text) => IsAbsent(text) ? "" : text;

    private static decimal? ScoreOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        if (IsAbsent(typed))
        {
            return null;
        }

        if (decimal.TryParse(typed.TrimEnd('%', ' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && Math.Abs(score) <= PointContent.MostScore)
        {
            return Math.Round(score, 2);
        }

        problem = new($"{Values.Shown(typed)} is no score", typed.Contains('/', StringComparison.Ordinal) ? "write the score alone, such as 17: the most that is possible belongs in the test’s name" : "write a number, such as 17 or 17.5, or leave it empty where the pupil was absent");
        return null;
    }

    private static int? StandardisedOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        if (IsAbsent(typed))
        {
            return null;
        }

        // "<70" and "70-" are how tests write what is below their scale; the number alone would say something else.
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score is >= PointContent.LowestStandardised and <= PointContent.HighestStandardised)
        {
            return score;
        }

        problem = new($"{Values.Shown(typed)} is no standardised score", $"write a whole number from {PointContent.LowestStandardised} to {PointContent.HighestStandardised}, or put it in the column of the stage where the test gives none");
        return null;
    }

    private static int? AgeOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        if (IsAbsent(typed))
        {
            return null;
        }

        var shaped = typed.Length > 30 ? "" : typed;
        int? months = YearsAndMonths().Match(shaped) is { Success: true } age ? (Whole(age.Groups["years"].Value) * 12) + Whole(age.Groups["months"].Value)
            : MonthsOnly().Match(shaped) is { Success: true } only && (only.Groups["unit"].Success || Whole(only.Groups["months"].Value) > 20) ? Whole(only.Groups["months"].Value)
            : null;
        if (months is >= 0 and <= PointContent.MostMonths)
        {
            return months;
        }

        // 7.5 may be seven and a half or seven years and five months.
        problem = new($"{Values.Shown(typed)} is no age that is clear", "write it as 7y 5m or 7:05, or in months as 89");
        return null;
    }

    private static int Whole(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static AttainmentJudgement? JudgementOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        if (IsAbsent(typed))
        {
            return null;
        }

        if (typed.Length <= 60 && Judgements.TryGetValue(SearchText.Fold(typed), out var judgement))
        {
            return judgement;
        }

        problem = new($"{Values.Shown(typed)} is no judgement that is known", "write well below, working towards, as expected or above");
        return null;
    }

    private static Dictionary<string, AttainmentJudgement> Meanings(params (AttainmentJudgement Judgement, string[] Words)[] meanings) =>
        meanings.SelectMany(meaning => meaning.Words, (meaning, word) => (word, meaning.Judgement)).ToDictionary(known => known.word, known => known.Judgement);

    [GeneratedRegex(@"^(?<years>\d{1,2})\s*(?:y|yr|yrs|year|years)\.?\s*,?\s*(?:and\s+)?(?:(?<months>\d|1[01]|0\d)\s*(?:m|mth|mths|month|months)?\.?)?$|^(?<years>\d{1,2})\s*[:;\-]\s*(?<months>0?\d|1[01])$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearsAndMonths();

    [GeneratedRegex(@"^(?<months>\d{1,3})\s*(?<unit>m|mth|mths|month|months)?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthsOnly();
}
