using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>What an import of plans needs to be undone by.</summary>
/// <param name="Plan">The plan of the open cycle before; null where the import opened the cycle.</param>
/// <param name="ResponsibleTeacherId">The pupil's responsible teacher before.</param>
/// <param name="NamedId">Whom the import named; null when nobody.</param>
public sealed record PlanBefore(PlanContent? Plan, Guid? ResponsibleTeacherId, Guid? NamedId);

/// <summary>Applies a file of plans inside the transaction that it is given: opens cycles, and adds rows to open ones where that was chosen.</summary>
public sealed class ApplyPlansHandler(SenSupportDbContext db)
{
    private const int Batch = 50;

    /// <summary>Opens and adds what the preview showed; null when the result would now be another one.</summary>
    /// <exception cref="DomainRuleException">A plan cannot be stored; the message names its line.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed a cycle at the same moment.</exception>
    public async Task<ImportOutcome?> ApplyAsync(Import import, Acting by, Action<int, int> progress, CancellationToken cancel)
    {
        var file = await db.ReadFileAsync(import, stream => PlansFile.Read(stream, by.Today, cancel).Using(import.Mapping));
        var known = await KnownPlans.ReadAsync(db);
        if (file is null || PlansPlan.Fingerprint(file, known, by.Today) != import.Confirmed)
        {
            return null;
        }

        var plan = PlansPlan.For(file, known, PlansChoices.Read(import.Choices), by.Today);
        var todo = plan.Opened.Concat(plan.Added).ToList();
        var required = await SchoolTerms.Of(db, import.SchoolId).Select(school => school.RequiredStrands).FirstAsync(cancel);
        var done = 0;
        foreach (var batch in todo.Chunk(Batch))
        {
            var ids = batch.Select(planned => planned.Pupil.Id).ToArray();
            var pupils = await PupilsOf(db, ids).AsTracking().ToDictionaryAsync(pupil => pupil.Id, cancel);
            var earlier = (await ClosedCycles(db, ids).AsNoTracking().ToListAsync(cancel)).ToLookup(cycle => cycle.PupilId);
            var open = await KnownPlans.OpenCycles(db).Where(cycle => ids.Contains(cycle.PupilId)).Include(cycle => cycle.Strands).Include(cycle => cycle.Marks).AsTracking().ToDictionaryAsync(cycle => cycle.PupilId, cancel);
            var numbers = await CycleNumbers.Used(db, ids).ToDictionaryAsync(used => used.PupilId, used => used.Last, cancel);
            foreach (var planned in batch)
            {
                try
                {
                    db.Add(Take(import, planned, pupils[planned.Pupil.Id], [.. earlier[planned.Pupil.Id]], open.GetValueOrDefault(planned.Pupil.Id), numbers.GetValueOrDefault(planned.Pupil.Id), required, by));
                }
                catch (DomainRuleException rule)
                {
                    throw new DomainRuleException($"Line {planned.Rows[0].Line}: {rule.Message}");
                }
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress(done += batch.Length, todo.Count);
        }

        var report = Report(plan);
        return new ImportOutcome(plan.Opened.Count, plan.Added.Count, report.Select(line => line.Line).Distinct().Count(), JsonSerializer.Serialize(report));
    }

    internal static IQueryable<Pupil> PupilsOf(SenSupportDbContext db, Guid[] ids) => db.Pupils.Where(pupil => ids.Contains(pupil.Id));

    /// <summary>Closed cycles of pupils: they give the next one its number, and it does not begin before they ended.</summary>
    internal static IQueryable<SupportCycle> ClosedCycles(SenSupportDbContext db, Guid[] ids) => db.Cycles.Where(cycle => ids.Contains(cycle.PupilId) && cycle.Stage == CycleStage.Closed);

    private ImportEntry Take(Import import, PlannedPupil planned, Pupil pupil, IReadOnlyCollection<SupportCycle> earlier, SupportCycle? open, int lastNumber, IReadOnlyList<StrandKind> required, Acting by)
    {
        var (responsible, version, plan) = (pupil.ResponsibleTeacherId, open?.Version ?? default, open?.Plan());
        var cycle = open ?? OpenCycle(planned, pupil, earlier, lastNumber, required, by);
        var written = PlanMerge.Merged(plan ?? PlanContent.Empty, planned.Content);
        cycle.WritePlan(written with { ResponsibleTeacherId = written.ResponsibleTeacherId ?? responsible }, by);
        Guid? named = cycle.ResponsibleTeacherId == planned.Content.ResponsibleTeacherId && cycle.ResponsibleTeacherId != responsible ? cycle.ResponsibleTeacherId : null;
        if (named is not null)
        {
            pupil.NameResponsibleTeacher(named, by);
        }

        if (open is null)
        {
            if (planned.HasBegun(by.Today))
            {
                cycle.StartSupport(Begun(planned, earlier, by));
            }

            db.Add(cycle);
        }

        return new ImportEntry
        {
            Id = Guid.CreateVersion7(),
            SchoolId = import.SchoolId,
            ImportId = import.Id,
            RecordId = pupil.Id,
            Line = planned.Rows[0].Line,
            Name = $"{pupil.Surname}, {pupil.FirstName}",
            Act = open is null ? ImportAct.Added : ImportAct.Changed,
            Summary = open is null ? $"Cycle {cycle.Number} opened at {(cycle.Stage == CycleStage.Do ? "Do" : "Plan")}: {planned.Summary}" : $"Added to cycle {cycle.Number}: {planned.Summary}",
            VersionBefore = version,
            VersionAfter = cycle.Version,
            Before = JsonSerializer.Serialize(new PlanBefore(plan, responsible, named), Pupils.StateJson.Options),
        };
    }

    private static SupportCycle OpenCycle(PlannedPupil planned, Pupil pupil, IReadOnlyCollection<SupportCycle> earlier, int lastNumber, IReadOnlyList<StrandKind> required, Acting by)
    {
        var opened = Begun(planned, earlier, by);
        var cycle = SupportCycle.Open(pupil, earlier, opened, required, lastNumber: lastNumber);
        cycle.FinishAssessment(opened);
        return cycle;
    }

    // The plan began on its own first day, so the cycle did too: notes of what was done since then can be added. The history's moment stays that of the import.
    private static Acting Begun(PlannedPupil planned, IReadOnlyCollection<SupportCycle> earlier, Acting by)
    {
        var closed = earlier.Max(cycle => cycle.ClosedOn);
        return planned.Content.StartsOn is { } starts && starts < by.Today ? by with { Today = closed > starts ? closed.Value : starts } : by;
    }

    private static List<ReportLine> Report(PlansPlan plan) =>
    [.. new[]
    {
        plan.Refused.Select(row => new ReportLine(row.Line, null, row.Name, string.Join(": ", new[] { row.Column, row.What, row.Mend }.Where(text => text.Length > 0)))),
        plan.Held.SelectMany(pupil => pupil.Rows.Where(row => plan.Refused.All(refused => refused.Line != row.Line)), (pupil, row) => new ReportLine(row.Line, pupil.Pupil.Id, pupil.Pupil.ListName, "Another line of this pupil has a problem, so the plan was not taken")),
        plan.LeftOut.SelectMany(pupil => pupil.Rows, (pupil, row) => new ReportLine(row.Line, pupil.Pupil.Id, pupil.Pupil.ListName, $"Left out: {pupil.Why}")),
        plan.Asked.Where(pupil => !pupil.IsAdded).SelectMany(pupil => pupil.Rows, (pupil, row) => new ReportLine(row.Line, pupil.Pupil.Id, pupil.Pupil.ListName, $"Left out: cycle {pupil.Cycle!.Number} is open, and it was not chosen to add to it")),
    }.SelectMany(lines => lines).OrderBy(line => line.Line ?? 0)];
}
