using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>Reads the types of plan of a school: the usual one, which has no row while it is as it came, and those that the school added.</summary>
public static class PlanTypeReads
{
    /// <summary>The school's rows with every version.</summary>
    public static IQueryable<PlanType> Rows(SenSupportDbContext db) => db.PlanTypes.AsNoTracking().Include(type => type.Versions).OrderBy(type => type.Id);

    /// <summary>A version's template.</summary>
    public static IQueryable<PlanTemplate> Version(SenSupportDbContext db, Guid? typeId, int number) =>
        from type in db.PlanTypes.AsNoTracking() from version in type.Versions where type.Id == typeId && version.Number == number select version.Template;

    /// <summary>The type that new cycles begin with, as the school's settings say; null for the usual one.</summary>
    public static IQueryable<Guid?> Default(SenSupportDbContext db, Guid schoolId) => db.Schools.Where(school => school.Id == schoolId).Select(school => school.DefaultPlanTypeId);

    /// <summary>All types of a school: the usual one first, then in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<PlanTypeItem>> AllAsync(SenSupportDbContext db, Guid schoolId)
    {
        var rows = await Rows(db).ToListAsync();
        var chosen = await Default(db, schoolId).FirstOrDefaultAsync();
        var usual = rows.Find(row => row.IsUsual) ?? PlanType.StandInForUsual(schoolId);

        // A type that a colleague retired in the moment in which it was chosen is not begun with.
        var first = rows.Find(row => row.Id == chosen && !row.IsRetired) ?? usual;
        return [.. rows.Where(row => !row.IsUsual).Prepend(usual).Select(row => new PlanTypeItem(row, row.Id == first.Id))];
    }

    /// <summary>What a new cycle can be written as, the default first. There is always one.</summary>
    public static async Task<IReadOnlyList<PlanType>> OfferedAsync(SenSupportDbContext db, Guid schoolId) =>
        [.. (await AllAsync(db, schoolId)).Where(item => item.IsDefault || !item.Type.IsRetired).OrderByDescending(item => item.IsDefault).Select(item => item.Type)];

    /// <summary>The template that a cycle's plan is written with, whatever became of its type.</summary>
    public static async Task<PlanTemplate> TemplateOfAsync(SenSupportDbContext db, SupportCycle cycle) =>
        cycle.PlanTypeId is null ? PlanTemplate.Usual : await Version(db, cycle.PlanTypeId, cycle.PlanTypeNumber).FirstOrDefaultAsync() ?? PlanTemplate.Usual;
}

/// <summary>A type of plan.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsDefault">Whether new cycles begin with it.</param>
public sealed record PlanTypeItem(PlanType Type, bool IsDefault);
