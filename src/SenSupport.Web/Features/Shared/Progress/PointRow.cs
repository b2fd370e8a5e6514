using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Progress;

/// <summary>What a pupil reached on one day in a subject or test.</summary>
public sealed record PointRow(Guid Id, PointContent Content, Guid Version, string StaffName)
{
    /// <summary>A pupil's points, earliest first; whether the person may read them has been asked before.</summary>
    public static IQueryable<PointRow> Of(SenSupportDbContext db, Guid pupilId) =>
        from point in db.AssessmentPoints.AsNoTracking()
        where point.PupilId == pupilId
        orderby point.On, point.Id
        select new PointRow(
            point.Id,
            new PointContent(point.Measure, point.On, point.Score, point.PeersMean, point.Standardised, point.AgeEquivalentMonths, point.Stage, point.Judgement, point.Note),
            point.Version,
            point.StaffName);
}

/// <summary>The points of one subject or test.</summary>
/// <param name="Name">What the school calls it.</param>
/// <param name="Points">The points, earliest first.</param>
public sealed record Measured(string Name, IReadOnlyList<PointRow> Points)
{
    /// <summary>Points by what was measured, that with most points first. Upper and lower case make no difference.</summary>
    public static IReadOnlyList<Measured> By(IEnumerable<PointRow> points) =>
    [
        .. points.GroupBy(point => point.Content.Measure, StringComparer.OrdinalIgnoreCase)
            .Select(group => new Measured(group.Last().Content.Measure, [.. group]))
            .OrderByDescending(measured => measured.Points.Count)
            .ThenBy(measured => measured.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The values that can be compared: scores; where there are fewer of them, standardised scores or age equivalents.</summary>
    public IReadOnlyList<ProgressValue> Values
    {
        get
        {
            var scores = Points.Where(point => point.Content.Score is not null).Select(point => new ProgressValue(point.Content.On, point.Content.Score!.Value, point.Content.PeersMean)).ToList();
            var standardised = Points.Where(point => point.Content.Standardised is not null).Select(point => new ProgressValue(point.Content.On, point.Content.Standardised!.Value, StandardMean)).ToList();
            var ages = Points.Where(point => point.Content.AgeEquivalentMonths is not null).Select(point => new ProgressValue(point.Content.On, point.Content.AgeEquivalentMonths!.Value)).ToList();
            return new[] { scores, standardised, ages }.MaxBy(values => values.Count)!;
        }
    }

    // A standardised score is made so that 100 is the mean of all pupils of that age.
    private const decimal StandardMean = 100;
}
