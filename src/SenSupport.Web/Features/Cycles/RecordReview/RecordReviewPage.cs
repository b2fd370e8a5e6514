using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>What the review's page shows beside its fields.</summary>
/// <param name="Written">The review as it is saved.</param>
/// <param name="Pupil">The pupil.</param>
/// <param name="Staff">Who looks at it.</param>
/// <param name="Today">Today in the school.</param>
/// <param name="School">The school, with its rhythm.</param>
/// <param name="Readers">Who may see the pupil's record: those who can be named for a next step.</param>
/// <param name="Views">Who was invited or asked for a view, and the views.</param>
/// <param name="Marks">The marks of the targets, the latest first.</param>
/// <param name="Sessions">Sessions planned and held of each provision.</param>
public sealed record RecordReviewPage(
    WrittenReview Written,
    PupilHeaderRow Pupil,
    SignedInStaff Staff,
    DateOnly Today,
    School School,
    IReadOnlyList<PupilReader> Readers,
    IReadOnlyList<CollectedView> Views,
    IReadOnlyList<ReviewedMark> Marks,
    IReadOnlyList<ReviewedSessions> Sessions)
{
    private const int MarksAtHand = 3;

    private static readonly string[] SmallNumbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>Whether the person writes this pupil's reviews.</summary>
    public bool MayWrite => Staff.MayWrite(Pupil.ResponsibleTeacherId);

    /// <summary>Whether the cycle can be closed by them; a teacher sends the review to the SENCo instead.</summary>
    public bool MayClose => Staff.ClosesCycles;

    /// <summary>Until when to monitor a pupil who leaves SEN Support now, by the school's rhythm; null where none would leave.</summary>
    public DateOnly? SuggestedMonitoringEnd => Pupil.Status == SenStatus.SenSupport ? School.SuggestedMonitoringEnd(Today) : null;

    /// <summary>Whether the review waits for the SENCo.</summary>
    public bool IsSent => Written is { IsOpen: true, State: WritingState.Sent };

    /// <summary>Whether the SENCo gave it back to its writer.</summary>
    public bool IsReturned => Written is { IsOpen: true, State: WritingState.Returned };

    /// <summary>The saved target of a row; null when it was taken out of the plan while the page was open.</summary>
    public ReviewedTarget? TargetOf(Guid id) => Written.Targets.FirstOrDefault(target => target.Id == id);

    /// <summary>The last marks of a target, the latest first.</summary>
    public IEnumerable<ReviewedMark> LastMarks(Guid targetId) => Marks.Where(mark => mark.TargetId == targetId).Take(MarksAtHand);

    /// <summary>Sessions of a provision held of planned, as they were recorded week by week; where nobody recorded them, how many the plan comes to.</summary>
    public string Held(ReviewedProvision row) =>
        Sessions.Where(week => week.ProvisionId == row.Id).ToList() is { Count: > 0 } weeks ? $"{weeks.Sum(week => week.Held)} of {weeks.Sum(week => week.Planned)}"
        : row.PlannedSessions(Written.StartsOn, Written.ReviewOn) is { } planned ? $"Not recorded; {planned} planned, holidays included" : "Not recorded";

    /// <summary>Why sessions of a provision were missed, each reason once.</summary>
    public string Missed(ReviewedProvision row) =>
        string.Join(", ", Sessions.Where(week => week.ProvisionId == row.Id && week.Held < week.Planned && week.Reason.Length > 0).Select(week => week.Reason).Distinct()) is { Length: > 0 } reasons ? reasons : "–";

    /// <summary>The views for a field of the review that are there, and those that are waited for.</summary>
    public IEnumerable<CollectedView> ViewsFor(string field) => Views.Where(view => view.Field == field);

    /// <summary>Whether a view for a field of the review is there to be put into it.</summary>
    public bool IsCollected(string field) => ViewsFor(field).Any(view => view.GivenOn is not null);

    /// <summary>Whether the person may tick a next step off: those who write the record, and whoever does it.</summary>
    public bool MayTick(ReviewedStep step) => MayWrite || step.OwnerId == Staff.StaffId;

    /// <summary>What is outstanding besides what the fields of this page answer.</summary>
    public IReadOnlyList<CycleGap> OtherDuties =>
        CycleGap.Of(Written.Gaps & ~(CycleGaps.PupilViewMissing | CycleGaps.ParentViewMissing | CycleGaps.NoDecision), isOpen: false, Written.ReviewOn, Today);

    /// <summary>Under each decision, what it brings about.</summary>
    public string HintFor(ReviewDecision decision, IReadOnlyList<int> notMet) => decision switch
    {
        ReviewDecision.ContinueWithChanges => $"Cycle {Written.NextNumber} can be opened; {BroughtOver(notMet)}",
        ReviewDecision.StepUpOrInvolveSpecialist => "More support in the next cycle, or a specialist’s advice once the parents agree",
        ReviewDecision.StepDownSupport => "Less support in the next cycle",
        ReviewDecision.RequestEhcNeedsAssessment => $"{Counted(Written.Number)} on record, this one among them",
        _ => Pupil.Status == SenStatus.SenSupport ? "Parents are told; monitoring until a date you set" : $"{Pupil.FirstName} is not at SEN Support, so the status stays as it is",
    };

    private static string BroughtOver(IReadOnlyList<int> notMet) => notMet.Count switch
    {
        0 => "no target is left to bring over",
        1 => $"target {notMet[0]} is brought over for rewording",
        _ => $"targets {string.Join(", ", notMet.SkipLast(1))} and {notMet[^1]} are brought over for rewording",
    };

    private static string Counted(int number) =>
        $"{(number < SmallNumbers.Length ? SmallNumbers[number] : $"{number}")} reviewed {(number == 1 ? "cycle is" : "cycles are")}";
}

/// <summary>A mark as the meeting looks at it.</summary>
public sealed record ReviewedMark(Guid TargetId, int Mark, DateOnly On, string StaffName)
{
    /// <summary>The marks of a cycle, the latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<ReviewedMark> Of(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number == number
        from mark in cycle.Marks
        orderby mark.On descending, mark.Id descending
        select new ReviewedMark(mark.TargetId, mark.Mark, mark.On, mark.StaffName);
}

/// <summary>Sessions of one provision in one week, as the meeting looks at them.</summary>
public sealed record ReviewedSessions(Guid ProvisionId, int Planned, int Held, string Reason)
{
    /// <summary>The sessions of a cycle, week by week.</summary>
    public static IQueryable<ReviewedSessions> Of(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number == number
        from week in cycle.SessionWeeks
        orderby week.WeekOf
        select new ReviewedSessions(week.ProvisionId, week.Planned, week.Held, week.Reason);
}
