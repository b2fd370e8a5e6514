using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>What bulk work reads. All of it begins with the pupils whose records the person writes.</summary>
public static class BulkReads
{
    /// <summary>Those of some pupils who are on roll and whose records the person writes, by name.</summary>
    public static IQueryable<FoundPupil> Pupils(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        Named(db, Records(db, staff, ids).OnRoll());

    /// <summary>The pupils themselves.</summary>
    public static IQueryable<Pupil> Records(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        db.PupilsWrittenBy(staff).Where(pupil => EF.Parameter(ids).Contains(pupil.Id));

    /// <summary>Their open cycles with everything that a change of the plan touches, tracked.</summary>
    public static IQueryable<SupportCycle> OpenCycles(SenSupportDbContext db, SignedInStaff staff, Guid[] pupilIds) =>
        CycleSaver.WithParts(Of(db, staff).Where(cycle => EF.Parameter(pupilIds).Contains(cycle.OpenKey)));

    /// <summary>The open cycle of each, without its parts.</summary>
    public static IQueryable<SupportCycle> OpenHeads(SenSupportDbContext db, SignedInStaff staff, Guid[] pupilIds) =>
        Of(db, staff).AsNoTracking().Where(cycle => EF.Parameter(pupilIds).Contains(cycle.OpenKey));

    /// <summary>Given cycles with the same, tracked.</summary>
    public static IQueryable<SupportCycle> Cycles(SenSupportDbContext db, SignedInStaff staff, Guid[] cycleIds) =>
        CycleSaver.WithParts(Of(db, staff).Where(cycle => EF.Parameter(cycleIds).Contains(cycle.Id)));

    /// <summary>What happened to some records after a moment.</summary>
    public static IQueryable<LaterEvent> Since(SenSupportDbContext db, Guid[] recordIds, DateTime at) =>
        from row in db.Events.AsNoTracking()
        where EF.Parameter(recordIds).Contains(row.RecordId) && row.At > at
        select new LaterEvent(row.RecordId, row.Kind, row.Changes);

    /// <summary>Keys of those cycles for which a checklist was filled in.</summary>
    public static IQueryable<Guid> WithChecklists(SenSupportDbContext db, Guid[] cycleIds) =>
        db.ChecklistAnswers.Where(answers => EF.Parameter(cycleIds).Contains(answers.CycleId)).Select(answers => answers.CycleId);

    /// <summary>The adults who work with some pupils.</summary>
    public static IQueryable<BulkAdult> Adults(SenSupportDbContext db, Guid[] pupilIds) =>
        from reader in PupilReaders.Of(db, pupilIds)
        where reader.WorksWith
        join person in db.Staff on reader.StaffId equals person.Id
        join pupil in db.Pupils on reader.PupilId equals pupil.Id
        orderby person.SortName, person.Id
        select new BulkAdult(reader.PupilId, person.Id, person.Name, person.Email, person.Roles, pupil.ResponsibleTeacherId == person.Id);

    /// <summary>Who has been asked for a view of the open cycle of which of some pupils, and has not answered.</summary>
    public static IQueryable<BulkAsked> Waiting(SenSupportDbContext db, Guid[] pupilIds) =>
        from request in db.AssessmentRequests
        where EF.Parameter(pupilIds).Contains(request.PupilId) && request.AnsweredOn == null && request.WithdrawnOn == null
            && db.Cycles.Any(cycle => cycle.Id == request.CycleId && cycle.Stage != CycleStage.Closed)
        select new BulkAsked(request.PupilId, request.AskedId);

    /// <summary>Given requests about pupils whose records the person writes, tracked.</summary>
    public static IQueryable<AssessmentRequest> Requests(SenSupportDbContext db, SignedInStaff staff, Guid[] ids)
    {
        var pupils = db.PupilsWrittenBy(staff);
        return db.AssessmentRequests.Where(request => EF.Parameter(ids).Contains(request.Id) && pupils.Any(pupil => pupil.Id == request.PupilId)).AsTracking();
    }

    /// <summary>The school's acts since a moment, the latest first.</summary>
    public static IQueryable<BulkActLine> Acts(SenSupportDbContext db, DateTime since) =>
        from act in db.BulkActs.AsNoTracking()
        where act.At >= since
        orderby act.At descending
        select new BulkActLine(act.Id, act.Kind, act.What, act.At, act.By, act.UndoneAt, act.UndoneBy, act.Rows.Select(row => row.PupilId).Distinct().Count(), act.Rows.Count(row => row.Left != ""));

    /// <summary>An act with its rows, tracked.</summary>
    public static IQueryable<BulkAct> Act(SenSupportDbContext db, Guid actId) => db.BulkActs.AsTracking().Include(act => act.Rows).Where(act => act.Id == actId);

    /// <summary>Names of pupils, in their order.</summary>
    public static IQueryable<FoundPupil> Named(SenSupportDbContext db, IQueryable<Pupil> pupils) => pupils.OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).AsFound(db);

    private static IQueryable<SupportCycle> Of(SenSupportDbContext db, SignedInStaff staff)
    {
        var pupils = db.PupilsWrittenBy(staff);
        return db.Cycles.Where(cycle => pupils.Any(pupil => pupil.Id == cycle.PupilId));
    }
}

/// <summary>Something that happened to a record.</summary>
public sealed record LaterEvent(Guid RecordId, RecordEventKind Kind, IReadOnlyList<FieldChange> Changes);

/// <summary>An adult who works with a pupil.</summary>
public sealed record BulkAdult(Guid PupilId, Guid StaffId, string Name, string Email, StaffRoles Roles, bool IsResponsible);

/// <summary>Somebody who was asked about a pupil.</summary>
public sealed record BulkAsked(Guid PupilId, Guid StaffId);

/// <summary>An act in the list of acts.</summary>
public sealed record BulkActLine(Guid Id, BulkKind Kind, string What, DateTime At, string By, DateTime? UndoneAt, string UndoneBy, int Pupils, int Left);
