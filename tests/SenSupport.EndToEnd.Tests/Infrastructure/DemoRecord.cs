using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>A pupil of the demonstration school for a journey. No two journeys take the same, so that their order does not matter.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="Name">First name in use, and surname.</param>
/// <param name="SearchText">The name and UPN without accents, as a person may type them.</param>
/// <param name="LatestCycle">The number of the latest cycle; 0 when there is none.</param>
public sealed record DemoRecord(Guid PupilId, string Name, string SearchText, int LatestCycle)
{
    private static readonly HashSet<Guid> Taken = [];

    /// <summary>The address of the pupil's page.</summary>
    public string Path => $"/pupils/{PupilId}";

    /// <summary>The address of the latest cycle.</summary>
    public string CyclePath => $"{Path}/cycles/{LatestCycle}";

    /// <summary>A pupil on roll without any SEN status.</summary>
    public static Task<DemoRecord> WithoutSupportAsync(AppUnderTest app) => TakeAsync(app, db => db.Pupils.Where(pupil => pupil.LeftOn == null && pupil.Status == SenStatus.None && !db.Cycles.Any(cycle => cycle.PupilId == pupil.Id)));

    /// <summary>A pupil on the register, or monitored, whose cycles are all closed.</summary>
    public static Task<DemoRecord> WithoutOpenCycleAsync(AppUnderTest app) =>
        TakeAsync(app, db => db.Pupils.Where(pupil => (pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.Monitoring) && !db.Cycles.Any(cycle => cycle.PupilId == pupil.Id && cycle.Stage != CycleStage.Closed)));

    /// <summary>A pupil whose latest cycle is at a stage, with targets; of the teacher's class when asked.</summary>
    public static Task<DemoRecord> AtStageAsync(AppUnderTest app, CycleStage stage, bool ofTheTeacher = false) => TakeAsync(app, db =>
        from pupil in db.Pupils
        where db.Cycles.Any(cycle => cycle.PupilId == pupil.Id && cycle.Stage == stage && cycle.Targets.Any())
        where !ofTheTeacher || db.Staff.Any(staff => staff.Id == pupil.ResponsibleTeacherId && staff.Name == "Tom Whitaker")
        select pupil);

    /// <summary>A pupil at SEN Support in a class that is not the teacher's.</summary>
    public static Task<DemoRecord> OfAnotherClassAsync(AppUnderTest app) => TakeAsync(app, db =>
        from pupil in db.Pupils
        where pupil.Status == SenStatus.SenSupport && !db.Staff.Any(staff => staff.Name == "Tom Whitaker"
            && (staff.Id == pupil.ResponsibleTeacherId || db.ClassTeachers.Any(teacher => teacher.StaffId == staff.Id && teacher.ClassId == pupil.ClassId)))
        select pupil);

    private static Task<DemoRecord> TakeAsync(AppUnderTest app, Func<SenSupportDbContext, IQueryable<Pupil>> wanted) => app.InSchoolAsync(async db =>
    {
        var found = await wanted(db)
            .OrderBy(pupil => pupil.SortName)
            .Select(pupil => new { Pupil = pupil, Latest = db.Cycles.Where(cycle => cycle.PupilId == pupil.Id).Max(cycle => (int?)cycle.Number) ?? 0 })
            .ToListAsync();
        lock (Taken)
        {
            var first = found.First(row => Taken.Add(row.Pupil.Id));
            return new DemoRecord(first.Pupil.Id, first.Pupil.FullName, first.Pupil.SearchText, first.Latest);
        }
    });
}
