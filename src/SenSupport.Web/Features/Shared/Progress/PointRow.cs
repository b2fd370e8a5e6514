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

/// <summary>What another pupil of the same year group reached in a subject or test.</summary>
public sealed record PeerPoint(Guid PupilId, string Measure, DateOnly On, decimal? Score, int? AgeEquivalentMonths)
{
    /// <summary>What the others of a pupil's year group reached in the pupil's own subjects and tests. Year X holds pupils of any age, so there nobody is a peer.</summary>
    public static IQueryable<PeerPoint> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId && pupil.NcYear != "" && pupil.NcYear != "X"
        from peer in db.Pupils
        where peer.NcYear == pupil.NcYear && peer.Id != pupilId && peer.LeftOn == null
        join point in db.AssessmentPoints on peer.Id equals point.PupilId
        where db.AssessmentPoints.Any(own => own.PupilId == pupilId && own.Measure.ToLower() == point.Measure.ToLower())
        select new PeerPoint(point.PupilId, point.Measure, point.On, point.Score, point.AgeEquivalentMonths);
}

/// <summary>The points of one subject or test.</summary>
/// <param name="Name">What the school calls it.</param>
/// <param name="Points">The points, earliest first.</param>
/// <param name="Peers">What others of the year group reached in it.</param>
public sealed record Measured(string Name, IReadOnlyList<PointRow> Points, IReadOnlyList<PeerPoint> Peers)
{
    /// <summary>Of so many other pupils at least the school's own figures give a mean: fewer say little, and something of each of them.</summary>
    public const int LeastPeers = 5;

    /// <summary>Their values are from so many days around the pupil's: a class does one test within some weeks.</summary>
    public const int PeersWithin = 21;

    private IReadOnlyList<(PointRow Point, ProgressValue Value)>? compared;

    /// <summary>Points by what was measured, that with most points first. Upper and lower case make no difference.</summary>
    public static IReadOnlyList<Measured> By(IEnumerable<PointRow> points, IEnumerable<PeerPoint> peers)
    {
        var others = peers.ToLookup(peer => peer.Measure, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. points.GroupBy(point => point.Content.Measure, StringComparer.OrdinalIgnoreCase)
                .Select(group => new Measured(group.Last().Content.Measure, [.. group], [.. others[group.Key]]))
                .OrderByDescending(measured => measured.Points.Count)
                .ThenBy(measured => measured.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>A pupil's points by what was measured, with what the year group reached.</summary>
    public static async Task<IReadOnlyList<Measured>> ReadAsync(SenSupportDbContext db, Guid pupilId)
    {
        var points = await PointRow.Of(db, pupilId).ToListAsync();
        return By(points, points.Count == 0 ? [] : await PeerPoint.Of(db, pupilId).ToListAsync());
    }

    /// <summary>The values that can be compared: scores; where there are fewer of them, standardised scores or age equivalents.</summary>
    public IReadOnlyList<ProgressValue> Values => [.. Compared.Select(one => one.Value)];

    /// <summary>The year group's mean beside a point, in words.</summary>
    public string YearGroup(PointRow point) =>
        point.Content.PeersMean is { } recorded ? $"{recorded:0.##}"
        : Compared.FirstOrDefault(one => one.Point == point).Value is { PeersMean: { } mean, PeersCounted: { } counted } ? $"{mean:0.##}, mean of {counted} pupils here"
        : "Not known";

    private IReadOnlyList<(PointRow Point, ProgressValue Value)> Compared
    {
        get
        {
            if (compared is null)
            {
                var scores = Of(point => point.Content.Score, (value, point) => WithPeers(value with { PeersMean = point.Content.PeersMean }, peer => peer.Score));
                var standardised = Of(point => point.Content.Standardised, (value, _) => value with { PeersMean = StandardMean });
                var ages = Of(point => point.Content.AgeEquivalentMonths, (value, _) => WithPeers(value, peer => peer.AgeEquivalentMonths));
                compared = new[] { scores, standardised, ages }.MaxBy(values => values.Count)!;
            }

            return compared;
        }
    }

    private List<(PointRow Point, ProgressValue Value)> Of(Func<PointRow, decimal?> read, Func<ProgressValue, PointRow, ProgressValue> compare) =>
        [.. Points.Where(point => read(point) is not null).Select(point => (point, compare(new ProgressValue(point.Content.On, read(point)!.Value), point)))];

    // Where nobody recorded the year group's mean, it is that of the others who have a value here: of each the one nearest to the day.
    private ProgressValue WithPeers(ProgressValue value, Func<PeerPoint, decimal?> read)
    {
        if (value.PeersMean is not null)
        {
            return value;
        }

        int Days(PeerPoint peer) => Math.Abs(peer.On.DayNumber - value.On.DayNumber);
        var values = Peers.Where(peer => read(peer) is not null && Days(peer) <= PeersWithin).GroupBy(peer => peer.PupilId).Select(points => read(points.MinBy(Days)!)!.Value).ToList();
        return values.Count < LeastPeers ? value : value with { PeersMean = Math.Round(values.Average(), 2), PeersCounted = values.Count };
    }

    // A standardised score is made so that 100 is the mean of all pupils of that age.
    private const decimal StandardMean = 100;
}
