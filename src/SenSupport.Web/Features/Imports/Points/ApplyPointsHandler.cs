using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Imports.Running;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>What an import of a point needs to be undone by.</summary>
/// <param name="Id">The point.</param>
/// <param name="VersionAfter">Its version when the import had written it.</param>
/// <param name="Content">What it said before; null where the import added it.</param>
public sealed record PointBefore(Guid Id, Guid VersionAfter, PointContent? Content);

/// <summary>Applies a file of assessment points inside the transaction that it is given.</summary>
public sealed class ApplyPointsHandler(SenSupportDbContext db)
{
    private const int Batch = 100;

    /// <summary>Adds and puts right what the preview showed; null when the result would now be another one.</summary>
    /// <exception cref="DomainRuleException">A point cannot be stored; the message names its line.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed a point at the same moment.</exception>
    public async Task<ImportOutcome?> ApplyAsync(Import import, Acting by, Action<int, int> progress, CancellationToken cancel)
    {
        var choices = PointsChoices.Read(import.Choices);
        if (await db.ReadFileAsync(import, stream => PointsFile.Read(stream, by.Today, import.Mapping, choices, cancel)) is not { } file)
        {
            return null;
        }

        var plan = PointsPlan.For(file, await KnownPoints.ReadAsync(db, file), choices);
        if (plan.Fingerprint() != import.Confirmed)
        {
            return null;
        }

        var todo = plan.Taken.GroupBy(point => point.Pupil.Id).ToList();
        var done = 0;
        foreach (var batch in todo.Chunk(Batch))
        {
            var ids = batch.Select(points => points.Key).ToArray();
            var known = batch.SelectMany(points => points).Select(point => point.Existing?.Id).OfType<Guid>().ToArray();
            var pupils = await ApplyPlansHandler.PupilsOf(db, ids).AsNoTracking().ToDictionaryAsync(pupil => pupil.Id, cancel);
            var existing = await PointsOf(db, known).AsTracking().ToDictionaryAsync(point => point.Id, cancel);
            foreach (var points in batch)
            {
                var (before, pupil) = (new List<PointBefore>(), pupils[points.Key]);
                foreach (var planned in points)
                {
                    try
                    {
                        var content = planned.Existing is null ? null : planned.Existing.Content;
                        var point = planned.Existing is null ? AssessmentPoint.Record(pupil, planned.Content, by) : existing[planned.Existing.Id];
                        if (content is null)
                        {
                            db.Add(point);
                        }
                        else
                        {
                            point.Correct(pupil, planned.Content, by);
                        }

                        before.Add(new PointBefore(point.Id, point.Version, content));
                    }
                    catch (DomainRuleException rule)
                    {
                        throw new DomainRuleException($"Line {planned.Row.Line}: {rule.Message}");
                    }
                }

                db.Add(Entry(import, [.. points], before));
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += batch.Length, todo.Count);
        }

        var report = Report(plan);
        return new ImportOutcome(plan.Added.Count, plan.Taken.Count - plan.Added.Count, report.Select(line => line.Line).Distinct().Count(), JsonSerializer.Serialize(report));
    }

    internal static IQueryable<AssessmentPoint> PointsOf(SenSupportDbContext db, Guid[] ids) => db.AssessmentPoints.Where(point => ids.Contains(point.Id));

    private static ImportEntry Entry(Import import, IReadOnlyList<PlannedPoint> points, List<PointBefore> before)
    {
        var words = string.Join("; ", points.Select(point => $"{(point.Existing is null ? "" : "put right: ")}{point.Content.InWords()}"));
        return new ImportEntry
        {
            Id = Guid.CreateVersion7(),
            SchoolId = import.SchoolId,
            ImportId = import.Id,
            RecordId = points[0].Pupil.Id,
            Line = points[0].Row.Line,
            Name = points[0].Pupil.ListName,
            Act = points.All(point => point.Existing is null) ? ImportAct.Added : ImportAct.Changed,
            Summary = words.Length <= RecordEvent.LongestSummary ? words : $"{words[..(RecordEvent.LongestSummary - 1)]}…",
            VersionAfter = before[^1].VersionAfter,
            Before = JsonSerializer.Serialize(before, StateJson.Options),
        };
    }

    private static List<ReportLine> Report(PointsPlan plan) =>
    [
        .. plan.Refused.Select(row => new ReportLine(row.Line, null, row.Name, string.Join(": ", new[] { row.Column, row.What, row.Mend }.Where(text => text.Length > 0))))
            .Concat(plan.Differing.Where(point => !point.TakesFile).Select(point => new ReportLine(point.Row.Line, point.Pupil.Id, point.Pupil.ListName, $"Left as it is here: {point.Existing!.Content.InWords()}; the file has {point.Content.Result()}")))
            .OrderBy(line => line.Line ?? 0),
    ];
}
