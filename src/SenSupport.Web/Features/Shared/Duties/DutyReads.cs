using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Duties;

/// <summary>What the duties read of pupils; whether a person may read them has been asked before.</summary>
public static class DutyReads
{
    /// <summary>
    /// The versions of everything that the duties of a school look at: of pupils on roll for whom anything can be outstanding and of their latest cycles, by pupil; and,
    /// with an empty key, of the school's settings and of who teaches whom.
    /// </summary>
    public static IQueryable<RecordVersion> Versions(SenSupportDbContext db) =>
        db.Pupils.AsNoTracking().OnRoll()
            .Where(pupil => pupil.Status != SenStatus.None || pupil.Flags.HasFlag(PupilFlags.Disability) || pupil.Disability != "")
            .Select(pupil => new RecordVersion { PupilId = pupil.Id, Version = pupil.Version })
            .Concat(
                from pupil in db.Pupils.AsNoTracking().OnRoll()
                join cycle in db.Cycles on pupil.Id equals cycle.PupilId
                where cycle.Number > db.Cycles.Where(other => other.PupilId == pupil.Id).Max(other => other.Number) - DutyFacts.MostCycles
                select new RecordVersion { PupilId = pupil.Id, Version = cycle.Version })
            .Concat(db.Schools.Select(school => new RecordVersion { PupilId = Guid.Empty, Version = school.Version }))
            .Concat(db.Classes.Select(row => new RecordVersion { PupilId = Guid.Empty, Version = row.Version }))
            .Concat(db.TeachingGroups.Select(group => new RecordVersion { PupilId = Guid.Empty, Version = group.Version }));

    /// <summary>The same as <see cref="Versions"/>, compiled.</summary>
    public static readonly CompiledPersonRead<RecordVersion> SchoolVersions = new((db, _, _) => Versions(db));

    /// <summary>One pupil, compiled.</summary>
    public static readonly CompiledPersonRead<DutyPupil> OnePupil = new((db, _, pupilId) => PupilsOf(db, db.Pupils.AsNoTracking().Where(pupil => pupil.Id == pupilId)).AsSingleQuery());

    /// <summary>The latest cycles of one pupil, compiled.</summary>
    public static readonly CompiledPersonRead<DutyCycle> CyclesOfOne = new((db, _, pupilId) => CyclesOf(db, db.Pupils.AsNoTracking().Where(pupil => pupil.Id == pupilId)).AsSingleQuery());

    /// <summary>Pupils by key.</summary>
    public static IQueryable<DutyPupil> Pupils(SenSupportDbContext db, Guid[] ids) => PupilsOf(db, db.Pupils.AsNoTracking().Where(pupil => EF.Parameter(ids).Contains(pupil.Id)));

    /// <summary>The latest cycles of pupils by key, in no order.</summary>
    public static IQueryable<DutyCycle> Cycles(SenSupportDbContext db, Guid[] ids) => CyclesOf(db, db.Pupils.AsNoTracking().Where(pupil => EF.Parameter(ids).Contains(pupil.Id)));

    private static IQueryable<DutyPupil> PupilsOf(SenSupportDbContext db, IQueryable<Pupil> pupils) =>
        from pupil in pupils
        select new DutyPupil
        {
            Id = pupil.Id,
            Surname = pupil.Surname,
            FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            SortName = pupil.SortName,
            NcYear = pupil.NcYear,
            NcYearOrder = pupil.NcYearOrder,
            Class = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            BirthDate = pupil.BirthDate,
            Status = pupil.Status,
            HasDisability = pupil.Flags.HasFlag(PupilFlags.Disability) || pupil.Disability != "",
            DisabilitySince = pupil.FlagPeriods.Where(period => period.Flag == PupilFlags.Disability && period.End == null).Max(period => period.Start),
            AdjustmentsConsidered = pupil.NoAdjustmentReason != "" || pupil.Adjustments.Any(adjustment => adjustment.End == null),
            HasResponsibleTeacher = pupil.ResponsibleTeacherId != null,
            SchoolVersion = db.Schools.Where(school => school.Id == pupil.SchoolId).Select(school => school.Version).FirstOrDefault(),
            Periods = pupil.StatusPeriods.Select(period => new DutyPeriod(period.Status, period.Start, period.End)).ToList(),
            Needs = pupil.Needs.Where(need => need.End == null).Select(need => new NeedFact(need.Area, need.Start)).ToList(),
            Done = pupil.DutyRecords.Select(done => new DoneFact(done.Kind, done.On, done.Who, done.Outcome)).ToList(),
            SetAside = pupil.DutiesSetAside.Select(set => new SetAsideRow(set.Kind, set.On, set.By, set.Reason)).ToList(),
        };

    // Who works with a pupil: the responsible teacher, teachers of the class and of teaching groups today, and supporting staff. Nobody is asked to read a minor change
    // or a version that was withdrawn.
    private static IQueryable<DutyCycle> CyclesOf(SenSupportDbContext db, IQueryable<Pupil> pupils)
    {
        var today = db.Today;
        return
            from cycle in db.Cycles.AsNoTracking()
            join pupil in pupils on cycle.PupilId equals pupil.Id
            where cycle.Number > db.Cycles.Where(other => other.PupilId == pupil.Id).Max(other => other.Number) - DutyFacts.MostCycles
            let toRead = cycle.PlanVersions.Where(version => version.WithdrawnAt == null && !version.IsMinor).Max(version => (int?)version.Number)
            let read = cycle.PlanReaders.Where(reader => reader.Version >= toRead || reader.ExemptReason != "").Select(reader => reader.StaffId)
            select new DutyCycle
            {
                PupilId = pupil.Id,
                Number = cycle.Number,
                Stage = cycle.Stage,
                OpenedOn = cycle.OpenedOn,
                AssessedOn = cycle.AssessedOn,
                SupportedFrom = cycle.SupportedFrom,
                ReviewOn = cycle.ReviewOn,
                HeldOn = cycle.Review.HeldOn,
                ClosedOn = cycle.ClosedOn,
                Gaps = cycle.Gaps,
                PlanVersion = cycle.LatestPlanVersion,
                FirstSharedAt = cycle.PlanVersions.Where(version => version.WithdrawnAt == null).Min(version => (DateTime?)version.SharedAt),
                SharedAt = cycle.PlanVersions.Where(version => version.WithdrawnAt == null).Max(version => (DateTime?)version.SharedAt),
                SubstantiallyBelow = cycle.SubstantiallyBelow,
                IsUnread = cycle.Stage != CycleStage.Closed && cycle.LatestPlanVersion > 0
                    && ((pupil.ResponsibleTeacherId != null && !read.Contains(pupil.ResponsibleTeacherId.Value))
                        || db.ClassTeachers.Any(teacher => teacher.ClassId == pupil.ClassId && !read.Contains(teacher.StaffId))
                        || pupil.Supporters.Any(supporter => !read.Contains(supporter.StaffId))
                        || db.GroupPupils.Any(member => member.PupilId == pupil.Id && member.From <= today && (member.Until == null || member.Until >= today)
                            && db.GroupTeachers.Any(teacher => teacher.GroupId == member.GroupId && teacher.From <= today && (teacher.Until == null || teacher.Until >= today) && !read.Contains(teacher.StaffId)))),
                Targets = cycle.Targets.Where(target => target.StoppedOn == null).Select(target => new TargetFact(target.Id, target.Area, target.Result, target.LatestMark)).ToList(),
                Provision = cycle.Provision.Select(row => row.Serves).ToList(),
                Strategies = cycle.Strategies.Where(row => row.Area != null).Select(row => row.Area!.Value).ToList(),
            };
    }

    /// <summary>The school's settings.</summary>
    public static IQueryable<School> School(SenSupportDbContext db, Guid schoolId) => db.Schools.AsNoTracking().Where(school => school.Id == schoolId);
}

/// <summary>A time with one status.</summary>
public sealed record DutyPeriod(SenStatus Status, DateOnly Start, DateOnly? End);

/// <summary>A duty that the SENCo found not to apply.</summary>
public sealed record SetAsideRow(DutyKind Kind, DateOnly On, string By, string Reason);

/// <summary>What is read of a pupil.</summary>
public sealed record DutyPupil
{
    public Guid Id { get; init; }

    public string Surname { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string SortName { get; init; } = "";

    public string NcYear { get; init; } = "";

    public int NcYearOrder { get; init; }

    public string? Class { get; init; }

    public DateOnly BirthDate { get; init; }

    public SenStatus Status { get; init; }

    public bool HasDisability { get; init; }

    public DateOnly? DisabilitySince { get; init; }

    public bool AdjustmentsConsidered { get; init; }

    public bool HasResponsibleTeacher { get; init; }

    /// <summary>The version of the school's settings.</summary>
    public Guid SchoolVersion { get; init; }

    public IReadOnlyList<DutyPeriod> Periods { get; init; } = [];

    public IReadOnlyList<NeedFact> Needs { get; init; } = [];

    public IReadOnlyList<DoneFact> Done { get; init; } = [];

    public IReadOnlyList<SetAsideRow> SetAside { get; init; } = [];

    /// <summary>As the rules take it.</summary>
    public DutyFacts Facts(IEnumerable<DutyCycle> cycles)
    {
        var current = Periods.Where(period => period.End is null).MaxBy(period => period.Start);
        return new DutyFacts
        {
            FirstName = FirstName,
            BirthDate = BirthDate,
            NcYear = NcYear,
            Status = Status,
            StatusSince = current?.Start,
            EarlierSupportEnded = Periods.Where(period => period.Status == SenStatus.SenSupport && !(period.Start >= current?.Start)).Max(period => period.End),
            HasDisability = HasDisability,
            DisabilitySince = DisabilitySince,
            AdjustmentsConsidered = AdjustmentsConsidered,
            HasResponsibleTeacher = HasResponsibleTeacher,
            Needs = Needs,
            Done = Done,
            NotApplicable = [.. SetAside.Select(set => set.Kind)],
            Cycles = [.. cycles.OrderByDescending(cycle => cycle.Number).Select(cycle => cycle.Facts())],
        };
    }
}

/// <summary>What is read of a cycle.</summary>
public sealed record DutyCycle
{
    public Guid PupilId { get; init; }

    public int Number { get; init; }

    public CycleStage Stage { get; init; }

    public DateOnly OpenedOn { get; init; }

    public DateOnly? AssessedOn { get; init; }

    public DateOnly? SupportedFrom { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public DateOnly? HeldOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public CycleGaps Gaps { get; init; }

    public int PlanVersion { get; init; }

    public DateTime? FirstSharedAt { get; init; }

    public DateTime? SharedAt { get; init; }

    public bool SubstantiallyBelow { get; init; }

    public bool IsUnread { get; init; }

    public IReadOnlyList<TargetFact> Targets { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Guid>> Provision { get; init; } = [];

    public IReadOnlyList<AreaOfNeed> Strategies { get; init; } = [];

    /// <summary>As the rules take it.</summary>
    public CycleFacts Facts() => new()
    {
        Number = Number,
        Stage = Stage,
        OpenedOn = OpenedOn,
        AssessedOn = AssessedOn,
        SupportedFrom = SupportedFrom,
        ReviewOn = ReviewOn,
        HeldOn = HeldOn,
        ClosedOn = ClosedOn,
        Gaps = Gaps,
        PlanVersion = PlanVersion,
        FirstSharedOn = DayOf(FirstSharedAt),
        SharedOn = DayOf(SharedAt),
        SubstantiallyBelow = SubstantiallyBelow,
        IsUnread = IsUnread,
        Targets = Targets,
        Provision = Provision,
        Strategies = Strategies,
    };

    private static DateOnly? DayOf(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(SchoolClock.Local(moment)) : null;
}
