using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>A point that the school has.</summary>
public sealed record KnownPoint(Guid Id, Guid PupilId, Guid Version, PointContent Content);

/// <summary>What a file of assessment points is compared with.</summary>
/// <param name="School">The pupils.</param>
/// <param name="Points">The points of the days that the file is about.</param>
public sealed record KnownPoints(KnownSchool School, IReadOnlyList<KnownPoint> Points)
{
    /// <summary>Reads all that a file can touch.</summary>
    public static async Task<KnownPoints> ReadAsync(SenSupportDbContext db, PointsFile file)
    {
        var days = file.Points.Where(point => point.IsSound).Select(point => point.Content.On).ToList();
        return new KnownPoints(await KnownSchool.ReadAsync(db), days.Count == 0 ? [] : await Between(db, days.Min(), days.Max()).ToListAsync());
    }

    internal static IQueryable<KnownPoint> Between(SenSupportDbContext db, DateOnly from, DateOnly to) =>
        from point in db.AssessmentPoints.AsNoTracking()
        where point.On >= @from && point.On <= to
        select new KnownPoint(
            point.Id,
            point.PupilId,
            point.Version,
            new PointContent(point.Measure, point.On, point.Score, point.PeersMean, point.Standardised, point.AgeEquivalentMonths, point.Stage, point.Judgement, point.Note));
}
