using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>How a target ended.</summary>
public enum TargetResult
{
    /// <summary>Not met.</summary>
    NotMet,

    /// <summary>Partly met.</summary>
    PartlyMet,

    /// <summary>Met.</summary>
    Met,

    /// <summary>Exceeded.</summary>
    Exceeded,
}

/// <summary>What a review decides (CoP 6.54 to 6.63).</summary>
public enum ReviewDecision
{
    /// <summary>Continue with changes.</summary>
    ContinueWithChanges,

    /// <summary>Step support up, or involve a specialist (CoP 6.58).</summary>
    StepUpOrInvolveSpecialist,

    /// <summary>Step support down.</summary>
    StepDownSupport,

    /// <summary>Request an education, health and care needs assessment (CoP 6.63).</summary>
    RequestEhcNeedsAssessment,

    /// <summary>Support has met its aim: the pupil leaves SEN Support.</summary>
    LeaveSenSupport,
}

/// <summary>Results and decisions in words.</summary>
public static class ReviewWords
{
    /// <summary>The result as it is shown beside its mark.</summary>
    public static string Name(this TargetResult result) => result switch
    {
        TargetResult.NotMet => "Not met",
        TargetResult.PartlyMet => "Partly met",
        TargetResult.Met => "Met",
        _ => "Exceeded",
    };

    /// <summary>Whether the target was met or more.</summary>
    public static bool IsMet(this TargetResult result) => result >= TargetResult.Met;

    /// <summary>The decision as it stands on the form and the plan.</summary>
    public static string Name(this ReviewDecision decision) => decision switch
    {
        ReviewDecision.ContinueWithChanges => "Continue with changes",
        ReviewDecision.StepUpOrInvolveSpecialist => "Step up support or involve a specialist",
        ReviewDecision.StepDownSupport => "Step down support",
        ReviewDecision.RequestEhcNeedsAssessment => "Request an EHC needs assessment",
        _ => "Support has met its aim: leave SEN Support",
    };
}

/// <summary>The review of a cycle. Results stand with their targets.</summary>
public sealed class Review
{
    internal Review()
    {
    }

    /// <summary>The day of the review.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>Who was there.</summary>
    public string Present { get; private set; } = "";

    /// <summary>Impact of the support on progress.</summary>
    public string Impact { get; private set; } = "";

    /// <summary>Quality of the support: what worked, what did not.</summary>
    public string Quality { get; private set; } = "";

    /// <summary>The pupil's view.</summary>
    public string PupilView { get; private set; } = "";

    /// <summary>The parents' view.</summary>
    public string ParentView { get; private set; } = "";

    /// <summary>The staff's view.</summary>
    public string StaffView { get; private set; } = "";

    /// <summary>What happens now.</summary>
    public ReviewDecision? Decision { get; private set; }

    /// <summary>What else is said of next steps, in words.</summary>
    public string NextSteps { get; private set; } = "";

    /// <summary>When the next cycle is to be reviewed.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>On leaving SEN Support, until when the school watches.</summary>
    public DateOnly? MonitorUntil { get; private set; }

    internal void Write(ReviewContent content)
    {
        (HeldOn, Present, Impact, Quality) = (content.HeldOn, content.Present, content.Impact, content.Quality);
        (PupilView, ParentView, StaffView) = (content.PupilView, content.ParentView, content.StaffView);
        (Decision, NextSteps, NextReviewOn, MonitorUntil) = (content.Decision, content.NextSteps, content.NextReviewOn, content.MonitorUntil);
    }
}

/// <summary>Something that is to be done after a review: what, by whom, by when; and who ticked it off.</summary>
public sealed class NextStep
{
    private NextStep()
    {
    }

    /// <summary>The step's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place in the review, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>What is to be done.</summary>
    public string What { get; private set; } = "";

    /// <summary>The member of staff who does it; null where it is somebody else or nobody is named.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who does it, where it is none of the staff; empty otherwise.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>By when.</summary>
    public DateOnly? ByWhen { get; private set; }

    /// <summary>The day it was ticked off as done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Who ticked it off, by the name at the time; empty while it is to be done.</summary>
    public string DoneBy { get; private set; } = "";

    internal static NextStep Of(Guid id) => new() { Id = id };

    internal void Write(NextStepContent content, int position) => (What, OwnerId, Owner, ByWhen, Position) = (content.What, content.OwnerId, content.Owner, content.ByWhen, position);

    internal NextStepContent Content() => new(Id, What, OwnerId, Owner, ByWhen);

    internal void TickOff(Acting by) => (DoneOn, DoneBy) = (by.Today, by.Name);

    internal void TakeUp() => (DoneOn, DoneBy) = (null, "");
}

/// <summary>What the review stage records (CoP 6.53 to 6.55).</summary>
public sealed record ReviewContent(
    DateOnly? HeldOn,
    string Present,
    IReadOnlyList<ResultContent> Results,
    string Impact,
    string Quality,
    string PupilView,
    string ParentView,
    string StaffView,
    ReviewDecision? Decision,
    string NextSteps,
    DateOnly? NextReviewOn,
    DateOnly? MonitorUntil)
{
    /// <summary>The most next steps of one review.</summary>
    public const int MostSteps = 50;

    /// <summary>Next steps, each with who and by when, beside what is said of them in words.</summary>
    public IReadOnlyList<NextStepContent> Steps { get; init; } = [];

    /// <summary>Nothing written yet.</summary>
    public static ReviewContent Empty { get; } = new(null, "", [], "", "", "", "", "", null, "", null, null);

    internal ReviewContent Checked(DateOnly openedOn, DateOnly today)
    {
        DomainRuleException.Require(!(HeldOn > today), "The review must have been held today or earlier");
        DomainRuleException.Require(!(HeldOn < openedOn), $"The review must be on or after {openedOn:d MMMM yyyy}, when the cycle was opened");
        DomainRuleException.Require(!(NextReviewOn <= (HeldOn ?? today)), "The next review must be after this one");
        DomainRuleException.Require(Steps.Count <= MostSteps, $"A review has {MostSteps} next steps at most");
        DomainRuleException.Require(Steps.DistinctBy(step => step.Id).Count() == Steps.Count, "Each next step may be given once");
        DomainRuleException.Require(!(MonitorUntil <= (HeldOn ?? today)), "Monitoring must end after the review");
        return this with
        {
            Present = TextLimits.Keep(Present, TextLimits.Narrative, "Who was present"),
            Impact = TextLimits.Keep(Impact, TextLimits.Narrative, "The impact"),
            Quality = TextLimits.Keep(Quality, TextLimits.Narrative, "The quality of the support"),
            PupilView = TextLimits.Keep(PupilView, TextLimits.Narrative, "The pupil’s view"),
            ParentView = TextLimits.Keep(ParentView, TextLimits.Narrative, "The parents’ view"),
            StaffView = TextLimits.Keep(StaffView, TextLimits.Narrative, "The staff’s view"),
            NextSteps = TextLimits.Keep(NextSteps, TextLimits.Narrative, "Next steps"),
            Results = [.. Results.Select(result => result with { Evidence = TextLimits.Keep(result.Evidence, TextLimits.Narrative, "The evidence") })],
            Steps = [.. Steps.Select(step => step.Checked())],
        };
    }
}

/// <summary>A target's result as it is written.</summary>
/// <param name="Id">The target.</param>
/// <param name="Result">How it ended; null while undecided.</param>
/// <param name="Evidence">The evidence.</param>
public sealed record ResultContent(Guid Id, TargetResult? Result = null, string Evidence = "");

/// <summary>A next step as it is written.</summary>
/// <param name="Id">The step.</param>
/// <param name="What">What is to be done.</param>
/// <param name="OwnerId">The member of staff who does it.</param>
/// <param name="Owner">Who does it, where it is none of the staff.</param>
/// <param name="ByWhen">By when.</param>
public sealed record NextStepContent(Guid Id, string What = "", Guid? OwnerId = null, string Owner = "", DateOnly? ByWhen = null)
{
    internal NextStepContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(What), "Enter what is to be done, or remove the step");
        return this with { What = TextLimits.Keep(What, TextLimits.Narrative, "A next step"), Owner = TextLimits.Keep(Owner, TextLimits.Line, "Who does a next step") };
    }
}
