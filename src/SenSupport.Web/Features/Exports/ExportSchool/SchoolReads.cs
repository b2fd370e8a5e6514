using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>A part of a pupil's record or of a cycle, with the key of what it is part of.</summary>
public sealed record Part<T>(Guid Of, T Row);

/// <summary>A pupil with the flags that hold today.</summary>
public sealed record PupilToday(Pupil Row, PupilFlags Flags);

/// <summary>A file of a pupil, without what is in it.</summary>
public sealed record FileOf<T>(Guid PupilId, string Surname, string Forename, T Row);

/// <summary>A shared version of a plan.</summary>
public sealed record SharedVersion(Guid CycleId, int CycleNumber, int Number, DateTime SharedAt, string SharedBy, bool IsMinor, DateTime? WithdrawnAt, string WithdrawnBy, string WithdrawnReason);

/// <summary>What is in a stored file of a pupil.</summary>
public sealed record StoredFile(Guid PupilId, string Surname, string Forename, Guid Id, string FileName, string ContentType, byte[] Bytes);

/// <summary>An import that changed something.</summary>
public sealed record PastImport(
    Guid Id, ImportKind Kind, DateTime At, string By, string FileName, string Sha256, DateTime? AppliedAt, string AppliedBy, int Added, int Changed, int Skipped, DateTime? UndoneAt, string UndoneBy);

/// <summary>Everything of a school, table by table. Each begins at what is filtered by school.</summary>
public static class SchoolReads
{
    public static IQueryable<School> Schools(SenSupportDbContext db) => db.Schools.AsNoTracking();

    public static IQueryable<Pupil> Pupils(SenSupportDbContext db) => db.Pupils.AsNoTracking().OrderBy(pupil => pupil.Id);

    public static IQueryable<Pupil> PupilsWithFlags(SenSupportDbContext db) => Pupils(db).Include(pupil => pupil.FlagPeriods);

    public static IAsyncEnumerable<PupilToday> PupilsToday(SenSupportDbContext db) =>
        PupilsWithFlags(db).AsAsyncEnumerable().Select(pupil => new PupilToday(pupil, pupil.FlagsOn(db.Today)));

    public static IQueryable<BankEntry> BankEntries(SenSupportDbContext db) => db.BankEntries.AsNoTracking().OrderBy(entry => entry.Id);

    public static IQueryable<Checklist> Checklists(SenSupportDbContext db) => db.Checklists.AsNoTracking().OrderBy(checklist => checklist.Id);

    public static IQueryable<ChecklistVersion> ChecklistVersions(SenSupportDbContext db) => from checklist in Checklists(db) from row in checklist.Versions orderby checklist.Id, row.Number select row;

    public static IQueryable<PlanType> PlanTypes(SenSupportDbContext db) => db.PlanTypes.AsNoTracking().OrderBy(type => type.Id);

    public static IQueryable<PlanTypeVersion> PlanTypeVersions(SenSupportDbContext db) => from type in PlanTypes(db) from row in type.Versions orderby type.Id, row.Number select row;

    public static IQueryable<ChecklistAnswers> ChecklistAnswers(SenSupportDbContext db) => db.ChecklistAnswers.AsNoTracking().OrderBy(answers => answers.Id);

    public static IQueryable<Part<FormerUpn>> FormerUpns(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.FormerUpns select new Part<FormerUpn>(pupil.Id, row);

    public static IQueryable<Part<Contact>> Contacts(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Contacts orderby pupil.Id, row.Order select new Part<Contact>(pupil.Id, row);

    public static IQueryable<Part<SenStatusPeriod>> Statuses(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.StatusPeriods orderby pupil.Id, row.Start select new Part<SenStatusPeriod>(pupil.Id, row);

    public static IQueryable<Part<Need>> Needs(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Needs orderby pupil.Id, row.Start, row.Rank select new Part<Need>(pupil.Id, row);

    public static IQueryable<Part<Diagnosis>> Diagnoses(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Diagnoses select new Part<Diagnosis>(pupil.Id, row);

    public static IQueryable<Part<PupilFlagPeriod>> Flags(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.FlagPeriods select new Part<PupilFlagPeriod>(pupil.Id, row);

    public static IQueryable<Part<ReasonableAdjustment>> Adjustments(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Adjustments select new Part<ReasonableAdjustment>(pupil.Id, row);

    public static IQueryable<Part<PupilProfile>> Profiles(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Profiles select new Part<PupilProfile>(pupil.Id, row);

    public static IQueryable<Part<SentLetter>> Letters(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Letters select new Part<SentLetter>(pupil.Id, row);

    public static IQueryable<Concern> Concerns(SenSupportDbContext db) => db.Concerns.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<ContactEntry> ContactEntries(SenSupportDbContext db) => db.ContactEntries.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<ReviewView> ReviewViews(SenSupportDbContext db) => db.ReviewViews.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<AssessmentRequest> AssessmentRequests(SenSupportDbContext db) => db.AssessmentRequests.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<PupilSupporter> Supporters(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.Supporters select row;

    public static IQueryable<Part<PastPlan>> PastPlans(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.PastPlans select new Part<PastPlan>(pupil.Id, row);

    public static IQueryable<Part<ReceivedRecord>> ReceivedRecords(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.ReceivedRecords select new Part<ReceivedRecord>(pupil.Id, row);

    public static IQueryable<Part<DutyRecord>> DutyRecords(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.DutyRecords orderby pupil.Id, row.On select new Part<DutyRecord>(pupil.Id, row);

    public static IQueryable<Part<DutySetAside>> DutiesSetAside(SenSupportDbContext db) => from pupil in Pupils(db) from row in pupil.DutiesSetAside select new Part<DutySetAside>(pupil.Id, row);

    public static IQueryable<Part<PlanReader>> PlanReaders(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.PlanReaders select new Part<PlanReader>(cycle.Id, row);

    public static IQueryable<FileOf<PupilDocument>> Documents(SenSupportDbContext db) =>
        from pupil in Pupils(db) from row in pupil.Documents select new FileOf<PupilDocument>(pupil.Id, pupil.Surname, pupil.Forename, row);

    public static IQueryable<SupportCycle> Cycles(SenSupportDbContext db) => db.Cycles.AsNoTracking().OrderBy(cycle => cycle.PupilId).ThenBy(cycle => cycle.Number);

    public static IQueryable<AssessmentStrand> Strands(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Strands select row;

    public static IQueryable<Part<LongTermOutcome>> Outcomes(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Outcomes select new Part<LongTermOutcome>(cycle.Id, row);

    public static IQueryable<Part<Target>> Targets(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Targets select new Part<Target>(cycle.Id, row);

    public static IQueryable<Part<NextStep>> NextSteps(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.NextSteps select new Part<NextStep>(cycle.Id, row);

    public static IQueryable<Part<Target>> Results(SenSupportDbContext db) =>
        from cycle in Cycles(db) from row in cycle.Targets where row.Result != null || row.Evidence != "" select new Part<Target>(cycle.Id, row);

    public static IQueryable<SupportCycle> Reviews(SenSupportDbContext db) => Cycles(db).Where(cycle => cycle.Stage >= CycleStage.Review || cycle.Review.HeldOn != null);

    public static IQueryable<Part<PlanStrategy>> Strategies(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Strategies select new Part<PlanStrategy>(cycle.Id, row);

    public static IQueryable<Part<ProvisionRow>> Provision(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Provision select new Part<ProvisionRow>(cycle.Id, row);

    public static IQueryable<Part<DeliveryNote>> Notes(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Notes select new Part<DeliveryNote>(cycle.Id, row);

    public static IQueryable<Part<SessionWeek>> SessionWeeks(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.SessionWeeks orderby cycle.Id, row.WeekOf, row.What select new Part<SessionWeek>(cycle.Id, row);

    public static IQueryable<AssessmentPoint> AssessmentPoints(SenSupportDbContext db) => db.AssessmentPoints.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<Part<ProgressMark>> Marks(SenSupportDbContext db) => from cycle in Cycles(db) from row in cycle.Marks select new Part<ProgressMark>(cycle.Id, row);

    public static IQueryable<FileOf<SharedVersion>> PlanVersions(SenSupportDbContext db) =>
        from cycle in db.Cycles.AsNoTracking()
        join pupil in db.Pupils on cycle.PupilId equals pupil.Id
        from row in cycle.PlanVersions
        orderby cycle.PupilId, cycle.Number, row.Number
        select new FileOf<SharedVersion>(pupil.Id, pupil.Surname, pupil.Forename, new SharedVersion(cycle.Id, cycle.Number, row.Number, row.SharedAt, row.SharedBy, row.IsMinor, row.WithdrawnAt, row.WithdrawnBy, row.WithdrawnReason));

    public static IQueryable<StaffMember> Staff(SenSupportDbContext db) => db.Staff.AsNoTracking().OrderBy(person => person.Id);

    public static IQueryable<SchoolClass> Classes(SenSupportDbContext db) => db.Classes.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<ClassTeacher> ClassTeachers(SenSupportDbContext db) => from named in Classes(db) from row in named.Teachers select row;

    public static IQueryable<TeachingGroup> Groups(SenSupportDbContext db) => db.TeachingGroups.AsNoTracking().OrderBy(group => group.Id);

    public static IQueryable<GroupPupil> GroupPupils(SenSupportDbContext db) => from named in Groups(db) from row in named.Pupils orderby named.Id, row.From, row.Id select row;

    public static IQueryable<GroupTeacher> GroupTeachers(SenSupportDbContext db) => from named in Groups(db) from row in named.Teachers orderby named.Id, row.From, row.Id select row;

    public static IQueryable<Domain.Schools.RollOver> RollOvers(SenSupportDbContext db) => db.RollOvers.AsNoTracking().Where(row => row.AppliedAt != null).OrderBy(row => row.Id);

    public static IQueryable<PupilMerge> Merges(SenSupportDbContext db) => db.PupilMerges.AsNoTracking().OrderBy(row => row.Id);

    public static IQueryable<NotSamePupil> NotSame(SenSupportDbContext db) => db.NotSamePupils.AsNoTracking().OrderBy(row => row.OneId).ThenBy(row => row.OtherId);

    /// <summary>Imports that changed something, without what they are worked on with.</summary>
    public static IQueryable<PastImport> Imports(SenSupportDbContext db) =>
        from row in db.Imports.AsNoTracking()
        where row.AppliedAt != null
        orderby row.Id
        select new PastImport(
            row.Id, row.Kind, row.At, row.StaffName, row.FileName, row.Sha256, row.AppliedAt, row.AppliedBy, row.Added, row.Changed, row.Skipped, row.UndoneAt, row.UndoneBy);

    public static IQueryable<MisTick> MisTicks(SenSupportDbContext db) => db.MisTicks.AsNoTracking().OrderBy(row => row.EventId);

    public static IQueryable<RecordEvent> Events(SenSupportDbContext db) => db.Events.AsNoTracking().OrderBy(row => row.Id);

    /// <summary>What the shared plans kept, in the order of <see cref="PlanVersions"/>.</summary>
    public static IQueryable<FileOf<(int Cycle, int Version, string Frozen)>> Plans(SenSupportDbContext db) =>
        from cycle in db.Cycles.AsNoTracking()
        join pupil in db.Pupils on cycle.PupilId equals pupil.Id
        from row in cycle.PlanVersions
        orderby cycle.PupilId, cycle.Number, row.Number
        select new FileOf<(int, int, string)>(pupil.Id, pupil.Surname, pupil.Forename, new ValueTuple<int, int, string>(cycle.Number, row.Number, row.Frozen));

    /// <summary>What is in the documents.</summary>
    public static IQueryable<StoredFile> DocumentFiles(SenSupportDbContext db) =>
        from pupil in db.Pupils.AsNoTracking()
        from row in pupil.Documents
        join content in db.FileContents on row.Id equals content.Id
        select new StoredFile(pupil.Id, pupil.Surname, pupil.Forename, row.Id, row.FileName, content.ContentType, content.Bytes);

    /// <summary>The photos.</summary>
    public static IQueryable<StoredFile> Photos(SenSupportDbContext db) =>
        from pupil in db.Pupils.AsNoTracking()
        join content in db.FileContents on pupil.PhotoId equals (Guid?)content.Id
        select new StoredFile(pupil.Id, pupil.Surname, pupil.Forename, content.Id, "", content.ContentType, content.Bytes);
}
