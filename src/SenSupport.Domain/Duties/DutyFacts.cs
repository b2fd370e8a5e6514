using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Duties;

/// <summary>What the duties need to know of a pupil.</summary>
public sealed record DutyFacts
{
    /// <summary>The most cycles that any duty looks at: an open one and the reviews before it.</summary>
    public const int MostCycles = 1 + DutySchool.MostReviews;

    /// <summary>The name that is used.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly BirthDate { get; init; }

    /// <summary>Census code of the year.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>The SEN status.</summary>
    public SenStatus Status { get; init; }

    /// <summary>The first day of the status; null where none was recorded.</summary>
    public DateOnly? StatusSince { get; init; }

    /// <summary>The last day of an earlier time on SEN Support; null without one.</summary>
    public DateOnly? EarlierSupportEnded { get; init; }

    /// <summary>Whether a disability is recorded.</summary>
    public bool HasDisability { get; init; }

    /// <summary>Since when, where it is known.</summary>
    public DateOnly? DisabilitySince { get; init; }

    /// <summary>Whether an adjustment is in use, or a reason says why none is needed.</summary>
    public bool AdjustmentsConsidered { get; init; }

    /// <summary>Whether a teacher is responsible for the pupil.</summary>
    public bool HasResponsibleTeacher { get; init; }

    /// <summary>Current needs.</summary>
    public IReadOnlyList<NeedFact> Needs { get; init; } = [];

    /// <summary>What was recorded as done.</summary>
    public IReadOnlyList<DoneFact> Done { get; init; } = [];

    /// <summary>Duties that the SENCo found not to apply.</summary>
    public IReadOnlyList<DutyKind> NotApplicable { get; init; } = [];

    /// <summary>The latest cycles, the latest first: the open one, if there is one, and those reviewed before it.</summary>
    public IReadOnlyList<CycleFacts> Cycles { get; init; } = [];

    /// <summary>The open cycle.</summary>
    public CycleFacts? OpenCycle => Cycles.Count > 0 && Cycles[0].Stage != CycleStage.Closed ? Cycles[0] : null;

    /// <summary>Reviewed cycles, the latest first.</summary>
    public IEnumerable<CycleFacts> Reviewed => Cycles.Where(cycle => cycle.Stage == CycleStage.Closed);
}

/// <summary>A current need: its area, and since when.</summary>
public sealed record NeedFact(AreaOfNeed Area, DateOnly Start);

/// <summary>Something that was recorded as done.</summary>
public sealed record DoneFact(DutyRecordKind Kind, DateOnly On, string Who = "", string Outcome = "");

/// <summary>What the duties need to know of a cycle.</summary>
public sealed record CycleFacts
{
    /// <summary>1, 2, … for the pupil.</summary>
    public int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public CycleStage Stage { get; init; }

    /// <summary>The day it was opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>The day the assessment was finished.</summary>
    public DateOnly? AssessedOn { get; init; }

    /// <summary>The day support began.</summary>
    public DateOnly? SupportedFrom { get; init; }

    /// <summary>The agreed review date.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The day the review was held.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>The day it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What it lacks, whatever the date.</summary>
    public CycleGaps Gaps { get; init; }

    /// <summary>The number of the plan's latest shared version; 0 before the first.</summary>
    public int PlanVersion { get; init; }

    /// <summary>The day the plan was first shared.</summary>
    public DateOnly? FirstSharedOn { get; init; }

    /// <summary>The day its latest version was shared.</summary>
    public DateOnly? SharedOn { get; init; }

    /// <summary>Whether someone who works with the pupil has not read that version and need not be left out.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether the assessment found the pupil at levels substantially below others of the same age (CoP 6.59).</summary>
    public bool SubstantiallyBelow { get; init; }

    /// <summary>Targets.</summary>
    public IReadOnlyList<TargetFact> Targets { get; init; } = [];

    /// <summary>For each row of provision, the targets that it serves.</summary>
    public IReadOnlyList<IReadOnlyList<Guid>> Provision { get; init; } = [];

    /// <summary>Areas of need that a strategy serves.</summary>
    public IReadOnlyList<AreaOfNeed> Strategies { get; init; } = [];

    /// <summary>The day of the review, as well as it is known.</summary>
    public DateOnly? ReviewedOn => HeldOn ?? ClosedOn;

    /// <summary>Whether the review found little progress: at least half of its targets not met, or marked −2 or −1 at its end (CoP 6.59).</summary>
    public bool HadLittleProgress => Targets.Count > 0 && Targets.Count(target => target.IsBehind) * 2 >= Targets.Count;
}

/// <summary>A target: its area, and how it went.</summary>
public sealed record TargetFact(Guid Id, AreaOfNeed? Area, TargetResult? Result, int? LatestMark)
{
    /// <summary>Whether it was not met, or stood at −2 or −1 at the end without being met all the same.</summary>
    public bool IsBehind => Result == TargetResult.NotMet || (LatestMark < 0 && Result?.IsMet() != true);
}

/// <summary>What the duties need to know of the school.</summary>
/// <param name="Terms">Its terms, earliest first.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="HighestYear">Census code of its oldest year.</param>
/// <param name="ReviewsBeforeSpecialist">After how many reviews with little progress a specialist is expected, 1 to <see cref="MostReviews"/>.</param>
public sealed record DutySchool(IReadOnlyList<SchoolTerm> Terms, SchoolPhase Phase, string HighestYear, int ReviewsBeforeSpecialist = DutySchool.UsualReviews)
{
    /// <summary>Reviews with little progress after which a specialist is expected, unless the school says otherwise.</summary>
    public const int UsualReviews = 2;

    /// <summary>The most that a school may choose.</summary>
    public const int MostReviews = 4;

    /// <summary>What a school's own settings say.</summary>
    public static DutySchool Of(School school) => new(school.Terms, school.Phase, school.HighestYear, school.ReviewsBeforeSpecialist);

    /// <summary>The terms of an academic year; the usual three where the school has entered none.</summary>
    public IReadOnlyList<SchoolTerm> TermsIn(AcademicYear year)
    {
        var own = Terms.Where(term => AcademicYear.Of(term.Starts) == year).ToList();
        return own.Count > 0 ? own : SchoolTerm.Usual(year);
    }

    /// <summary>Whether a year is the last of a phase here: the school's oldest, the last of primary unless a middle school goes on, and the last of secondary.</summary>
    public bool EndsPhase(string ncYear) => ncYear != "X" && (ncYear == HighestYear || ncYear == "11" || (ncYear == "6" && Phase != SchoolPhase.Middle));
}
