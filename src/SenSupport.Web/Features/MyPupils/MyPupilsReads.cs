using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.MyPupils;

/// <summary>A pupil whom the person works with.</summary>
public sealed record MyPupil(
    Guid Id,
    string FirstName,
    string Surname,
    string SortName,
    Guid? ClassId,
    string? ClassName,
    Guid? ResponsibleTeacherId,
    string? HowBestToSupport,
    IReadOnlyList<MyPupilNeed> Needs)
{
    /// <summary>First name in use, and surname.</summary>
    public string FullName => $"{FirstName} {Surname}";
}

/// <summary>A current need.</summary>
public sealed record MyPupilNeed(string Code, AreaOfNeed Area);

/// <summary>A cycle that matters now: the open one, or the one whose plan is in force; with the strategies that nobody may leave out and the targets, in the plan's order.</summary>
public sealed record MyPupilCycle(
    Guid PupilId,
    int Number,
    CycleStage Stage,
    DateOnly? ReviewOn,
    DateOnly? SupportedFrom,
    WritingState PlanState,
    WritingState ReviewState,
    int LatestPlanVersion,
    DateTime? SharedAt,
    IReadOnlyList<string> Strategies,
    IReadOnlyList<MyPupilTarget> Targets)
{
    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;
}

/// <summary>A target that is being worked on.</summary>
public sealed record MyPupilTarget(Guid Id, string Statement, int? LatestMark, DateOnly? MarkedOn);

/// <summary>What the page shows of a pupil.</summary>
public sealed record MyPupilShown(MyPupil Pupil, IReadOnlyList<MyPupilCycle> Cycles);

/// <summary>The versions of a pupil, the class and one of the cycles; null where there is none.</summary>
public sealed record MyPupilVersions(Guid PupilId, Guid Pupil, Guid? Class, Guid? Cycle)
{
    /// <summary>One number that stands for all three.</summary>
    public UInt128 Number => unchecked(RecordVersion.NumberOf(Pupil) + RecordVersion.NumberOf(Class ?? default) + RecordVersion.NumberOf(Cycle ?? default));
}

/// <summary>What the page reads of pupils: the versions of their records, and what changed since it was read before.</summary>
public static class MyPupilsReads
{
    /// <summary>The same as <see cref="Versions"/>, compiled.</summary>
    public static readonly CompiledPersonRead<MyPupilVersions> MyVersions = new((db, staff, _) => Versions(db, staff));

    /// <summary>Pupils by key, in no order; whether the person may see them has been asked before.</summary>
    public static readonly CompiledRead<IReadOnlyList<Guid>, MyPupil> Pupils = new((db, pupilIds) =>
        from pupil in db.Pupils
        where pupilIds.Contains(pupil.Id)
        select new MyPupil(
            pupil.Id,
            pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            pupil.Surname,
            pupil.SortName,
            pupil.ClassId,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            pupil.ResponsibleTeacherId,
            pupil.Profiles.OrderByDescending(profile => profile.GivenOn).Select(profile => profile.HowBestToSupport).FirstOrDefault(),
            pupil.Needs.Where(need => need.End == null).OrderBy(need => need.Rank).Select(need => new MyPupilNeed(need.Code, need.Area)).ToList()));

    /// <summary>Open cycles of pupils by key, and those whose plan is in force.</summary>
    public static readonly CompiledRead<IReadOnlyList<Guid>, MyPupilCycle> Cycles = new((db, pupilIds) =>
        from cycle in db.Cycles
        where pupilIds.Contains(cycle.PupilId)
            && (cycle.Stage != CycleStage.Closed
                || (cycle.LatestPlanVersion > 0 && !db.Cycles.Any(later => later.PupilId == cycle.PupilId && later.Number > cycle.Number && later.LatestPlanVersion > 0)))
        select new MyPupilCycle(
            cycle.PupilId,
            cycle.Number,
            cycle.Stage,
            cycle.ReviewOn,
            cycle.SupportedFrom,
            cycle.PlanState,
            cycle.ReviewState,
            cycle.LatestPlanVersion,
            cycle.PlanVersions.Where(version => version.WithdrawnAt == null).Max(version => (DateTime?)version.SharedAt),
            cycle.Strategies.Where(strategy => strategy.MustDo).OrderBy(strategy => strategy.Position).Select(strategy => strategy.Text).ToList(),
            cycle.Targets
                .Where(target => target.StoppedOn == null)
                .OrderBy(target => target.Position)
                .Select(target => new MyPupilTarget(target.Id, target.Statement, target.LatestMark, target.MarkedOn))
                .ToList()));

    /// <summary>
    /// The versions of what is shown of the pupils with a status whom the person teaches, supports or is responsible for, a row a cycle. Those who see the whole school have
    /// here only the pupils they work with themselves.
    /// </summary>
    public static IQueryable<MyPupilVersions> Versions(SenSupportDbContext db, SignedInStaff staff) =>
        from pupil in Mine(db, staff)
        join row in db.Classes on pupil.ClassId equals row.Id into classes
        from ofClass in classes.DefaultIfEmpty()
        join row in db.Cycles on pupil.Id equals row.PupilId into cycles
        from cycle in cycles.DefaultIfEmpty()
        select new MyPupilVersions(pupil.Id, pupil.Version, (Guid?)ofClass.Version, (Guid?)cycle.Version);

    private static IQueryable<Pupil> Mine(SenSupportDbContext db, SignedInStaff staff)
    {
        var found = db.PupilsReadBy(staff).Where(pupil => pupil.Status != SenStatus.None);
        if (!staff.SeesWholeSchool)
        {
            return found;
        }

        var staffId = staff.StaffId;
        var inGroups = db.InGroupsOf(staffId);
        return found.Where(pupil =>
            pupil.ResponsibleTeacherId == staffId
            || inGroups.Contains(pupil.Id)
            || pupil.Supporters.Any(supporter => supporter.StaffId == staffId)
            || db.ClassTeachers.Any(teacher => teacher.StaffId == staffId && teacher.ClassId == pupil.ClassId));
    }
}
