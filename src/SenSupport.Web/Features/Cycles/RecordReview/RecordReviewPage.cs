using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
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
public sealed record RecordReviewPage(WrittenReview Written, PupilHeaderRow Pupil, SignedInStaff Staff, DateOnly Today, School School)
{
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

    /// <summary>What is outstanding besides what the fields of this page answer.</summary>
    public IReadOnlyList<CycleGap> OtherDuties =>
        CycleGap.Of(Written.Gaps & ~(CycleGaps.PupilViewMissing | CycleGaps.ParentViewMissing | CycleGaps.NoDecision), isOpen: false, Written.ReviewOn, Today);

    /// <summary>Under each decision, what it brings about.</summary>
    public string HintFor(ReviewDecision decision, IReadOnlyList<int> notMet) => decision switch
    {
        ReviewDecision.ContinueWithChanges => $"Cycle {Written.Number + 1} can be opened; {BroughtOver(notMet)}",
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
