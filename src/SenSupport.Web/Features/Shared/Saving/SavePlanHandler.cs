using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Saves a plan. Who is named on it as responsible is responsible for the pupil, too (CoP 6.52); only the SENCo and the assistant name someone.</summary>
public sealed class SavePlanHandler(SenSupportDbContext db, CycleSaver saver)
{
    /// <summary>Whether the person may name the responsible teacher.</summary>
    public static bool MayName(SignedInStaff staff) => staff.Has(StaffRoles.Senco | StaffRoles.SenAssistant);

    /// <summary>Who can be named.</summary>
    public static IQueryable<StaffMember> CanBeNamed(SenSupportDbContext db) =>
        db.Staff.AsNoTracking().Where(person => person.LeftOn == null && (person.Roles & (StaffRoles.Teacher | StaffRoles.Senco)) != 0);

    /// <summary>The pupil of a cycle, tracked.</summary>
    public static IQueryable<Domain.Pupils.Pupil> Pupil(SenSupportDbContext db, Guid pupilId) => db.Pupils.AsTracking().Where(pupil => pupil.Id == pupilId);

    /// <summary>Saves; see <see cref="CycleSaver.SaveAsync"/>.</summary>
    /// <param name="cycle">The cycle as loaded in this request.</param>
    /// <param name="begunFrom">The version that the person's page was made from.</param>
    /// <param name="mine">What they wrote.</param>
    /// <param name="staff">The person.</param>
    public async Task<SaveOutcome> SaveAsync(SupportCycle cycle, Guid begunFrom, PlanContent mine, SignedInStaff staff)
    {
        if (await saver.BegunAsync(cycle, begunFrom, CycleParts.Plan) is not { } begun)
        {
            return SaveOutcome.UnknownVersion;
        }

        if (begun.GetValueOrDefault("responsibleTeacherId", "") == $"{mine.ResponsibleTeacherId}")
        {
            return await saver.SaveAsync(cycle, begunFrom, mine, CycleParts.Plan, staff);
        }

        var named = mine.ResponsibleTeacherId;
        return MayName(staff) && (named is null || await CanBeNamed(db).AnyAsync(person => person.Id == named))
            ? await saver.SaveAsync(cycle, begunFrom, mine, CycleParts.Plan, staff, NameOnPupilAsync)
            : SaveOutcome.UnknownVersion;
    }

    private async Task NameOnPupilAsync(SupportCycle cycle, Acting by) =>
        (await Pupil(db, cycle.PupilId).FirstAsync()).NameResponsibleTeacher(cycle.ResponsibleTeacherId, by);
}
