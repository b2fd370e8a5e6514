using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.NameReaders;

/// <summary>Who of those who work with a pupil has read the plan that is shared now (CoP 6.49), and who need not, with the reason.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("pupils/{pupilId:guid}/records/readers")]
public sealed class NameReadersController(SenSupportDbContext db, PupilSaver saver, IValidator<NameReadersForm> validator, TimeProvider clock) : PupilDutyController(db, saver, clock)
{
    /// <summary>The list.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId)
    {
        if (await FindAsync(pupilId) is not { } found)
        {
            return NotFound();
        }

        var form = new NameReadersForm { Readers = found.Staff.ToDictionary(person => person.Id, person => EntryOf(found.Cycle, person.Id)) };
        return View("NameReaders", new NameReadersPage(found.Cycle, found.Staff, form));
    }

    /// <summary>Saves it.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid pupilId, NameReadersForm form)
    {
        if (await FindAsync(pupilId) is not { } found || form.Readers.Keys.Except(found.Staff.Select(person => person.Id)).Any())
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("NameReaders", new NameReadersPage(found.Cycle, found.Staff, form));
        }

        found.Cycle.RecordReaders([.. form.Readers.Select(reader => new ReaderContent(reader.Key, reader.Value.HasRead, reader.Value.ExemptReason))], Person.Acting(Clock));
        await Db.SaveChangesAsync();
        return Back(pupilId, "Who has read the plan is saved.");
    }

    /// <summary>The open cycle of a pupil whose records the person keeps, with its readers, once a plan is shared.</summary>
    internal static IQueryable<SupportCycle> Shared(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.Cycles.Where(cycle => cycle.OpenKey == pupilId && cycle.LatestPlanVersion > 0 && db.PupilsWrittenBy(staff).Any(pupil => pupil.Id == cycle.PupilId)).Include(cycle => cycle.PlanReaders).AsTracking();

    /// <summary>Who works with a pupil: the responsible teacher, teachers of the class and of teaching groups today, and supporting staff.</summary>
    internal static IQueryable<StaffMember> WorkWith(SenSupportDbContext db, Guid pupilId)
    {
        var today = db.Today;
        var groups = db.GroupPupils.Where(member => member.PupilId == pupilId && member.From <= today && (member.Until == null || member.Until >= today)).Select(member => member.GroupId);
        return
            from person in db.Staff.AsNoTracking()
            where db.Pupils.Any(pupil => pupil.Id == pupilId
                    && (pupil.ResponsibleTeacherId == person.Id
                        || pupil.Supporters.Any(supporter => supporter.StaffId == person.Id)
                        || db.ClassTeachers.Any(teacher => teacher.ClassId == pupil.ClassId && teacher.StaffId == person.Id)))
                || db.GroupTeachers.Any(teacher => teacher.StaffId == person.Id && groups.Contains(teacher.GroupId) && teacher.From <= today && (teacher.Until == null || teacher.Until >= today))
            orderby person.SortName, person.Id
            select person;
    }

    private static ReaderEntry EntryOf(SupportCycle cycle, Guid staffId) =>
        cycle.PlanReaders.FirstOrDefault(reader => reader.StaffId == staffId) is { } known
            ? new ReaderEntry { HasRead = known.Version == cycle.LatestPlanVersion, ExemptReason = known.ExemptReason }
            : new ReaderEntry();

    private async Task<(SupportCycle Cycle, IReadOnlyList<StaffMember> Staff)?> FindAsync(Guid pupilId) =>
        await OpenAsync(pupilId) is not null && await Shared(Db, Person, pupilId).FirstOrDefaultAsync() is { } cycle ? (cycle, await WorkWith(Db, pupilId).ToListAsync()) : null;
}

/// <summary>The page.</summary>
/// <param name="Cycle">The cycle whose plan is shared.</param>
/// <param name="Staff">Who works with the pupil.</param>
/// <param name="Form">What is typed.</param>
public sealed record NameReadersPage(SupportCycle Cycle, IReadOnlyList<StaffMember> Staff, NameReadersForm Form);
