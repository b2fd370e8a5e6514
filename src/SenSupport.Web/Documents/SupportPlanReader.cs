using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Documents;

/// <summary>Reads what a plan says. Who may see the pupil is asked before.</summary>
public static class SupportPlanReader
{
    /// <summary>A pupil with everything that a document shows.</summary>
    public static IQueryable<Pupil> Pupil(SenSupportDbContext db, Guid pupilId) => db.Pupils
        .Where(pupil => pupil.Id == pupilId)
        .Include(pupil => pupil.StatusPeriods)
        .Include(pupil => pupil.FlagPeriods)
        .Include(pupil => pupil.Needs)
        .Include(pupil => pupil.Diagnoses)
        .Include(pupil => pupil.Contacts)
        .Include(pupil => pupil.Profiles)
        .Include(pupil => pupil.Supporters)
        .AsNoTracking()
        .AsSplitQuery();

    /// <summary>A cycle with everything that a document shows.</summary>
    public static IQueryable<SupportCycle> Cycle(SenSupportDbContext db, Guid pupilId, int number) => db.Cycles
        .Where(cycle => cycle.PupilId == pupilId && cycle.Number == number)
        .Include(cycle => cycle.Strands)
        .Include(cycle => cycle.Outcomes)
        .Include(cycle => cycle.Targets)
        .Include(cycle => cycle.Strategies)
        .Include(cycle => cycle.Provision)
        .Include(cycle => cycle.Notes)
        .Include(cycle => cycle.NextSteps)
        .AsNoTracking()
        .AsSplitQuery();

    /// <summary>Staff and what they are called.</summary>
    public static IQueryable<StaffMember> Staff(SenSupportDbContext db) => db.Staff.AsNoTracking();

    /// <summary>The name of a class.</summary>
    public static IQueryable<string> ClassName(SenSupportDbContext db, Guid? classId) => db.Classes.Where(row => row.Id == classId).Select(row => row.Name);

    /// <summary>What the plan of a cycle says now; null when there is no such cycle.</summary>
    /// <param name="db">The records of the school.</param>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="sharedBy">Who is about to share it as its next version; null for a draft.</param>
    /// <param name="at">The moment, in UTC.</param>
    public static async Task<SupportPlan?> ReadAsync(SenSupportDbContext db, Guid pupilId, int number, string? sharedBy, DateTime at)
    {
        var pupil = await Pupil(db, pupilId).FirstOrDefaultAsync();
        var cycle = await Cycle(db, pupilId, number).FirstOrDefaultAsync();
        if (pupil is null || cycle is null)
        {
            return null;
        }

        var school = await db.Schools.AsNoTracking().FirstAsync();
        var staff = await Staff(db).ToListAsync();
        var className = pupil.ClassId is null ? "" : await ClassName(db, pupil.ClassId).FirstOrDefaultAsync() ?? "";
        var senco = string.Join(", ", staff.Where(person => person.Roles.HasFlag(StaffRoles.Senco)).Select(person => person.Name).Order());
        return SupportPlan.Of(pupil, cycle, school, await PlanTypeReads.TemplateOfAsync(db, cycle), new PlanNames(className, staff.ToDictionary(person => person.Id, person => person.Name), senco), sharedBy, at);
    }
}
