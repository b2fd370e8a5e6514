using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Progress;
using SenSupport.Web.Features.Imports.Pupils;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>What becomes of a row.</summary>
public enum PointFate
{
    /// <summary>A point is added.</summary>
    Added,

    /// <summary>A point that stands here gets what it lacks.</summary>
    Completed,

    /// <summary>A point that stands here says something else.</summary>
    Differs,

    /// <summary>It stands here already.</summary>
    Known,
}

/// <summary>A row of a file, and what becomes of it.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Row">The row.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Content">What stands here afterwards, when it is taken.</param>
/// <param name="Existing">The point of the same subject or test and day; null when there is none.</param>
/// <param name="TakesFile">Whether it is written although something else stands here.</param>
public sealed record PlannedPoint(KnownPupil Pupil, ImportedPoint Row, PointFate Fate, PointContent Content, KnownPoint? Existing, bool TakesFile = false)
{
    /// <summary>Whether it is written.</summary>
    public bool IsTaken => Fate is PointFate.Added or PointFate.Completed || (TakesFile && Fate == PointFate.Differs);
}

/// <summary>What a file of assessment points would do: computed in memory from what it and the school hold, changing nothing.</summary>
public sealed class PointsPlan
{
    private PointsPlan(IReadOnlyList<PlannedPoint> points, IReadOnlyList<RefusedRow> refused, IReadOnlyList<ExchangeProblem> warnings) =>
        (Points, Refused, Warnings) = (points, refused, warnings);

    /// <summary>Every row that can be used, in the file's order.</summary>
    public IReadOnlyList<PlannedPoint> Points { get; }

    /// <summary>What is refused, by line.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; }

    /// <summary>What to look at; the rows are used all the same.</summary>
    public IReadOnlyList<ExchangeProblem> Warnings { get; }

    /// <summary>Points to add.</summary>
    public IReadOnlyList<PlannedPoint> Added => field ??= Of(PointFate.Added);

    /// <summary>Points that get what they lack.</summary>
    public IReadOnlyList<PlannedPoint> Completed => field ??= Of(PointFate.Completed);

    /// <summary>Points that say something else.</summary>
    public IReadOnlyList<PlannedPoint> Differing => field ??= Of(PointFate.Differs);

    /// <summary>How many of them are taken from the file.</summary>
    public int FromFile => Differing.Count(point => point.TakesFile);

    /// <summary>Rows that stand here already.</summary>
    public IReadOnlyList<PlannedPoint> Known => field ??= Of(PointFate.Known);

    /// <summary>All that is written.</summary>
    public IReadOnlyList<PlannedPoint> Taken => field ??= [.. Points.Where(point => point.IsTaken)];

    /// <summary>How many lines have a problem.</summary>
    public int RefusedLines => Refused.Where(row => row.Line is not null).Select(row => row.Line).Distinct().Count();

    /// <summary>Computes the plan.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The school as it is.</param>
    /// <param name="choices">What was chosen on the preview.</param>
    public static PointsPlan For(PointsFile file, KnownPoints known, PointsChoices choices)
    {
        var (problems, found, names) = (new List<ExchangeProblem>(file.Problems), new NamedPupils(known.School.Pupils), new Dictionary<int, string>());
        var (means, here) = (MeansOf(file, problems), known.Points.ToLookup(point => Key(point.PupilId, point.Content)));
        var (planned, lines) = (new List<PlannedPoint>(), new Dictionary<(Guid, string, DateOnly), int>());
        foreach (var row in file.Points)
        {
            names[row.Line] = row.Name;
            if (row.Upn.Length == 0 && (row.Name.Length == 0 || row.BirthDate is null))
            {
                continue;
            }

            var match = found.Of(row.Upn, row.Name, row.BirthDate, "remove the row");
            if (match.Pupil is not { } pupil)
            {
                problems.Add(new ExchangeProblem(row.Line, file.HeadingOf(match.IsBirthDate ? PointField.BirthDate : PointField.Upn), match.What, match.Mend));
                continue;
            }

            names[row.Line] = pupil.ListName;
            if (!row.IsSound)
            {
                continue;
            }

            if (row.Content.On < pupil.Details.BirthDate)
            {
                problems.Add(new ExchangeProblem(row.Line, file.HeadingOf(PointField.On), $"{row.Content.On:d MMMM yyyy} is before {pupil.ListName} was born", "check the date"));
            }
            else if (!lines.TryAdd(Key(pupil.Id, row.Content), row.Line))
            {
                problems.Add(new ExchangeProblem(row.Line, file.HeadingOf(PointField.Measure), $"Line {lines[Key(pupil.Id, row.Content)]} has the same subject or test of the same pupil and day", "keep one of the two"));
            }
            else
            {
                var content = row.Content.PeersMean is null && MeanOf(means, row.Content, pupil.Details.NcYear) is { } mean ? row.Content with { PeersMean = mean } : row.Content;
                planned.Add(Plan(pupil, row, content, here[Key(pupil.Id, content)].FirstOrDefault()) with { TakesFile = choices.FromFile.Contains(row.Line) });
            }
        }

        return new PointsPlan(
            planned,
            [.. problems.Where(problem => !problem.IsWarning).OrderBy(problem => problem.Line ?? 0).Select(problem => new RefusedRow(problem.Line, problem.Line is { } line ? names.GetValueOrDefault(line, "") : "", problem.Column ?? "", problem.What, problem.Mend))],
            [.. problems.Where(problem => problem.IsWarning).OrderBy(problem => problem.Line ?? 0)]);
    }

    /// <summary>What the file comes to, in 64 characters: equal as long as neither it nor what it is compared with changed. Which other results are overwritten is left out: that is chosen with the confirmation.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var point in Points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{point.Pupil.Id}|{point.Fate}|{point.Existing?.Version}|{point.Content}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static PlannedPoint Plan(KnownPupil pupil, ImportedPoint row, PointContent content, KnownPoint? existing)
    {
        if (existing is null)
        {
            return new PlannedPoint(pupil, row, PointFate.Added, content, null);
        }

        // An empty cell changes nothing; the name stays as it is written here.
        var has = existing.Content;
        var merged = new PointContent(
            has.Measure, has.On, content.Score ?? has.Score, content.PeersMean ?? has.PeersMean, content.Standardised ?? has.Standardised, content.AgeEquivalentMonths ?? has.AgeEquivalentMonths,
            content.Stage.Length > 0 ? content.Stage : has.Stage, content.Judgement ?? has.Judgement, content.Note.Length > 0 ? content.Note : has.Note);
        var completed = new PointContent(
            has.Measure, has.On, has.Score ?? content.Score, has.PeersMean ?? content.PeersMean, has.Standardised ?? content.Standardised, has.AgeEquivalentMonths ?? content.AgeEquivalentMonths,
            has.Stage.Length > 0 ? has.Stage : content.Stage, has.Judgement ?? content.Judgement, has.Note.Length > 0 ? has.Note : content.Note);
        return new PlannedPoint(pupil, row, merged == has ? PointFate.Known : merged == completed ? PointFate.Completed : PointFate.Differs, merged, existing);
    }

    private static Dictionary<(string Measure, DateOnly On, string NcYear), decimal> MeansOf(PointsFile file, List<ExchangeProblem> problems)
    {
        var means = new Dictionary<(string, DateOnly, string), decimal>();
        foreach (var mean in file.Means)
        {
            if (!means.TryAdd((SearchText.Fold(mean.Measure), mean.On, mean.NcYear), mean.Mean))
            {
                problems.Add(new ExchangeProblem(mean.Line, file.HeadingOf(PointField.Measure), "Another row has the mean of the same year group, subject or test and day", "keep one of the two"));
            }
        }

        return means;
    }

    private static decimal? MeanOf(Dictionary<(string Measure, DateOnly On, string NcYear), decimal> means, PointContent content, string year)
    {
        var measure = SearchText.Fold(content.Measure);
        return means.TryGetValue((measure, content.On, year), out var mean) || means.TryGetValue((measure, content.On, ""), out mean) ? mean : null;
    }

    private static (Guid Pupil, string Measure, DateOnly On) Key(Guid pupilId, PointContent content) => (pupilId, SearchText.Fold(content.Measure), content.On);

    private PlannedPoint[] Of(PointFate fate) => [.. Points.Where(point => point.Fate == fate)];
}
