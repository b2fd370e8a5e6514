using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>Someone who can be named as the responsible teacher.</summary>
public sealed record KnownTeacher(Guid Id, string Name, string Email);

/// <summary>What a file of plans is compared with.</summary>
/// <param name="School">Pupils and classes.</param>
/// <param name="Open">Each pupil's open cycle, with its plan.</param>
/// <param name="Teachers">Who can be named.</param>
public sealed record KnownPlans(KnownSchool School, IReadOnlyDictionary<Guid, SupportCycle> Open, IReadOnlyList<KnownTeacher> Teachers)
{
    /// <summary>Reads all that there is.</summary>
    public static async Task<KnownPlans> ReadAsync(SenSupportDbContext db) => new(
        await KnownSchool.ReadAsync(db),
        await OpenCycles(db).AsNoTracking().ToDictionaryAsync(cycle => cycle.PupilId),
        await Named(db).ToListAsync());

    /// <summary>The open cycles of the school with what a plan holds.</summary>
    internal static IQueryable<SupportCycle> OpenCycles(SenSupportDbContext db) => db.Cycles
        .Where(cycle => cycle.Stage != CycleStage.Closed)
        .Include(cycle => cycle.Outcomes).Include(cycle => cycle.Targets).Include(cycle => cycle.Strategies).Include(cycle => cycle.Provision)
        .AsSplitQuery();

    internal static IQueryable<KnownTeacher> Named(SenSupportDbContext db) =>
        SavePlanHandler.CanBeNamed(db).OrderBy(person => person.Name).Select(person => new KnownTeacher(person.Id, person.Name, person.Email));
}
