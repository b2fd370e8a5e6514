using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ArrangePlanTypes;

/// <summary>Adds and changes types of plan. Each change is another version, and saving over a colleague's change is refused.</summary>
public sealed class PlanTypeHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>A type, tracked, with its versions.</summary>
    public static IQueryable<PlanType> Row(SenSupportDbContext db, string key) => db.PlanTypes.AsTracking().Include(type => type.Versions).Where(type => type.Key == key);

    /// <summary>The school, tracked.</summary>
    public static IQueryable<School> School(SenSupportDbContext db, Guid schoolId) => db.Schools.AsTracking().Where(school => school.Id == schoolId);

    /// <summary>In how many open and closed cycles each type of plan is written.</summary>
    public static IQueryable<PlanTypeUse> Uses(SenSupportDbContext db) =>
        from cycle in db.Cycles group cycle by cycle.PlanTypeId into same select new PlanTypeUse(same.Key, same.Count(cycle => cycle.Stage != CycleStage.Closed), same.Count());

    /// <summary>A type; null where the school has none such.</summary>
    public async Task<PlanTypeItem?> FindAsync(SignedInStaff staff, string key) => (await PlanTypeReads.AllAsync(db, staff.SchoolId)).FirstOrDefault(item => item.Type.Key == key);

    /// <summary>Whether another type is called so.</summary>
    public async Task<bool> IsTakenAsync(SignedInStaff staff, string name, string? key) =>
        (await PlanTypeReads.AllAsync(db, staff.SchoolId)).Any(item => item.Type.Key != key && string.Equals(item.Type.Template.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a type.</summary>
    public async Task AddAsync(SignedInStaff staff, PlanTemplate template)
    {
        db.Add(PlanType.Add(staff.SchoolId, template, staff.Acting(clock)));
        await db.SaveChangesAsync();
    }

    /// <summary>Changes a type that is there.</summary>
    /// <returns>Its version in use.</returns>
    /// <exception cref="DbUpdateConcurrencyException">A colleague changed it since the page was opened.</exception>
    public async Task<int> ChangeAsync(SignedInStaff staff, string key, Guid version, Action<PlanType, Domain.Records.Acting> change)
    {
        var type = await Row(db, key).FirstOrDefaultAsync();
        if (type is not null && type.Version != version)
        {
            throw new DbUpdateConcurrencyException("The type of plan has changed since the page was opened");
        }

        type ??= PlanType.StandInForUsual(staff.SchoolId);
        change(type, staff.Acting(clock));
        if (type.PendingEvents.Count > 0 && db.Entry(type).State == EntityState.Detached)
        {
            db.Add(type);
        }

        await db.SaveChangesAsync();
        return type.LatestVersion;
    }

    /// <summary>Lets new cycles begin with a type.</summary>
    public async Task ChooseDefaultAsync(SignedInStaff staff, PlanType type)
    {
        var before = (await PlanTypeReads.AllAsync(db, staff.SchoolId)).First(item => item.IsDefault).Type.Template.Name;
        (await School(db, staff.SchoolId).FirstAsync()).ChooseDefault(type, before, staff.Acting(clock));
        await db.SaveChangesAsync();
    }
}

/// <summary>In how many cycles a type of plan is written.</summary>
public sealed record PlanTypeUse(Guid? TypeId, int Open, int All);
