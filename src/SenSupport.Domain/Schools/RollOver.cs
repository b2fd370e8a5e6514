using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>
/// A school's move into an academic year: planned, applied, perhaps undone. What it did to whom is kept with it, so that it can be taken back until somebody changes a
/// pupil, class or group that it touched. The history of each of them has its own events.
/// </summary>
public sealed class RollOver
{
    private RollOver()
    {
    }

    /// <summary>The key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The calendar year in which the academic year starts that it leads into.</summary>
    public int StartYear { get; private set; }

    /// <summary>Changes with every change: a form that carries an older one is stale.</summary>
    public Guid Version { get; private set; }

    /// <summary>What is planned.</summary>
    public RollOverPlan Plan { get; private set; } = null!;

    /// <summary>When it was applied, in UTC; null while it is a plan.</summary>
    public DateTime? AppliedAt { get; private set; }

    /// <summary>Who applied it.</summary>
    public string AppliedBy { get; private set; } = "";

    /// <summary>How many pupils moved up.</summary>
    public int MovedUp { get; private set; }

    /// <summary>How many pupils left.</summary>
    public int Left { get; private set; }

    /// <summary>How many pupils were kept down.</summary>
    public int KeptDown { get; private set; }

    /// <summary>What it did.</summary>
    public RollOverMoves Moves { get; private set; } = RollOverMoves.None;

    /// <summary>When it was undone, in UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public string UndoneBy { get; private set; } = "";

    /// <summary>The academic year into which it leads.</summary>
    public AcademicYear Into => new(StartYear);

    /// <summary>The academic year into which a school moves on a day: the one that comes; in September, when it may be late, the one that has just begun.</summary>
    public static AcademicYear YearAt(DateOnly today) => AcademicYear.Of(today.AddMonths(11));

    /// <summary>Whether it is the time of the year for a roll-over: May to September.</summary>
    public static bool IsSeason(DateOnly today) => today.Month is >= 5 and <= 9;

    /// <summary>Begins a plan.</summary>
    public static RollOver Begin(Guid schoolId, AcademicYear into, RollOverPlan plan) =>
        new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, StartYear = into.StartYear, Version = Guid.CreateVersion7(), Plan = plan };

    /// <summary>Changes the plan.</summary>
    /// <exception cref="DomainRuleException">It is applied.</exception>
    public void Change(RollOverPlan plan)
    {
        DomainRuleException.Require(AppliedAt is null, "This roll-over is applied already");
        (Plan, Version) = (plan, Guid.CreateVersion7());
    }

    /// <summary>Records that it is applied, and what it did.</summary>
    /// <exception cref="DomainRuleException">It is applied already.</exception>
    public void Apply(RollOverMoves moves, int movedUp, int left, int keptDown, Acting by)
    {
        DomainRuleException.Require(AppliedAt is null, "This roll-over is applied already");
        (AppliedAt, AppliedBy, Version) = (by.At, by.Name, Guid.CreateVersion7());
        (Moves, MovedUp, Left, KeptDown) = (moves, movedUp, left, keptDown);
    }

    /// <summary>Records that it is undone.</summary>
    /// <exception cref="DomainRuleException">It was never applied, or is undone already.</exception>
    public void Undo(Acting by)
    {
        DomainRuleException.Require(AppliedAt is not null && UndoneAt is null, "There is nothing to undo");
        (UndoneAt, UndoneBy, Version) = (by.At, by.Name, Guid.CreateVersion7());
    }
}

/// <summary>What a roll-over did.</summary>
/// <param name="Pupils">Pupils who moved or left.</param>
/// <param name="Classes">Classes that were added, or whose teachers were taken away.</param>
/// <param name="Groups">Groups that were closed.</param>
public sealed record RollOverMoves(IReadOnlyList<RolledPupil> Pupils, IReadOnlyList<RolledClass> Classes, IReadOnlyList<RolledGroup> Groups)
{
    /// <summary>Nothing.</summary>
    public static RollOverMoves None { get; } = new([], [], []);
}

/// <summary>A pupil before it, and where they went.</summary>
/// <param name="Id">The pupil.</param>
/// <param name="NcYear">The year before.</param>
/// <param name="ClassId">The class before.</param>
/// <param name="ToClassId">The class afterwards.</param>
/// <param name="Left">Whether they left.</param>
/// <param name="Version">The pupil's version afterwards.</param>
public sealed record RolledPupil(Guid Id, string NcYear, Guid? ClassId, Guid? ToClassId, bool Left, Guid Version);

/// <summary>A class before it.</summary>
/// <param name="Id">The class.</param>
/// <param name="Added">Whether the roll-over added it.</param>
/// <param name="Teachers">Who taught it before.</param>
/// <param name="Version">The class's version afterwards.</param>
public sealed record RolledClass(Guid Id, bool Added, IReadOnlyList<Guid> Teachers, Guid Version);

/// <summary>A group that it closed.</summary>
/// <param name="Id">The group.</param>
/// <param name="Ended">The times that ended with it.</param>
/// <param name="Version">The group's version afterwards.</param>
public sealed record RolledGroup(Guid Id, IReadOnlyList<EndedTime> Ended, Guid Version);
