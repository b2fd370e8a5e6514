using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

/// <summary>What the database holds, for tests of pages that write cycles.</summary>
internal static class CycleReading
{
    /// <summary>The latest cycle of a pupil with its parts.</summary>
    public static Task<SupportCycle> ReadCycleAsync(this TestApp app, TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.Cycles.AsNoTracking()
        .Include(cycle => cycle.Strands).Include(cycle => cycle.Outcomes).Include(cycle => cycle.Targets).Include(cycle => cycle.Strategies).Include(cycle => cycle.Provision).Include(cycle => cycle.PlanVersions).Include(cycle => cycle.Notes).Include(cycle => cycle.Marks).Include(cycle => cycle.NextSteps)
        .FirstAsync(cycle => cycle.PupilId == pupil.Id && cycle.Number == pupil.CycleNumber));

    /// <summary>The kinds of everything that happened to a pupil, the earliest first.</summary>
    public static Task<List<RecordEventKind>> ReadEventsAsync(this TestApp app, TestPupil pupil) => app.InSchoolAsync(app.School.Id, db => db.Events.AsNoTracking()
        .Where(row => row.PupilId == pupil.Id).OrderBy(row => row.At).Select(row => row.Kind).ToListAsync());

    /// <summary>The name of a field in a row, by the place of the row and what the field is called: ("Targets", 0, "Statement").</summary>
    public static string Field(this FormFields fields, string list, int row, string name) =>
        $"{list}[{fields.Names.Where(known => known.StartsWith($"{list}[", StringComparison.Ordinal) && known.EndsWith("].Key", StringComparison.Ordinal)).Select(known => known[(list.Length + 1)..^5]).ElementAt(row)}].{name}";
}
