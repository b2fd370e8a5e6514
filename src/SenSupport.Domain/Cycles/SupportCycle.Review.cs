using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>The review, from going on to it to the closing of the cycle (CoP 6.53 to 6.55).</content>
public sealed partial class SupportCycle
{
    private readonly List<NextStep> nextSteps = [];

    /// <summary>What is to be done after the review, by whom and by when. What is said of it in words stands in <see cref="Review.NextSteps"/>.</summary>
    public IReadOnlyList<NextStep> NextSteps => nextSteps;

    /// <summary>Goes on to the review from wherever the cycle stands, one stage after the other: what is missing is shown, not demanded.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed.</exception>
    public void GoOnToReview(Acting by)
    {
        RequireOpen("The review");
        if (Stage == CycleStage.Assess)
        {
            FinishAssessment(by);
        }

        if (Stage == CycleStage.Plan)
        {
            StartSupport(by);
        }

        if (Stage == CycleStage.Do)
        {
            Stage = CycleStage.Review;
            Change(RecordEventKind.ReviewStarted, by);
        }
    }

    /// <summary>What the review holds now.</summary>
    public ReviewContent ReviewWritten() => new(
        Review.HeldOn,
        Review.Present,
        [.. targets.OrderBy(target => target.Position).Select(target => target.ResultContent())],
        Review.Impact,
        Review.Quality,
        Review.PupilView,
        Review.ParentView,
        Review.StaffView,
        Review.Decision,
        Review.NextSteps,
        Review.NextReviewOn,
        Review.MonitorUntil)
    {
        Steps = [.. nextSteps.OrderBy(step => step.Position).Select(step => step.Content())],
    };

    /// <summary>Writes the review; from Do, this begins it.</summary>
    /// <exception cref="DomainRuleException">Support has not begun, the cycle is closed, a result is not for a target of this cycle, or the content cannot be stored.</exception>
    public void RecordReview(ReviewContent content, Acting by)
    {
        RequireStage(IsOpen ? "Support has not begun, so there is nothing to review yet" : "This cycle is closed: its review cannot be changed", CycleStage.Do, CycleStage.Review);
        var written = content.Checked(OpenedOn, by.Today);
        DomainRuleException.Require(written.Results.All(result => targets.Exists(target => target.Id == result.Id)), "A result belongs to a target that is not in this plan");
        if (Stage == CycleStage.Do)
        {
            GoOnToReview(by);
        }

        var before = RecordFields.Of(ReviewWritten());
        Review.Write(written);
        foreach (var result in written.Results)
        {
            targets.Find(target => target.Id == result.Id)!.Conclude(result);
        }

        Reconcile(nextSteps, written.Steps, row => row.Id, row => row.Id, NextStep.Of, (row, words, position) => row.Write(words, position));

        ChangeContent(RecordEventKind.ReviewRecorded, by, RecordFields.Compare(before, RecordFields.Of(ReviewWritten())));
    }

    /// <summary>A teacher sends the review to the SENCo, who closes the cycle or returns it.</summary>
    /// <exception cref="DomainRuleException">The cycle is not at Review, or the review has been sent.</exception>
    public void SendReview(Acting by)
    {
        RequireStage("There is no review to send at this stage", CycleStage.Review);
        DomainRuleException.Require(ReviewState is WritingState.Writing or WritingState.Returned, "The review has been sent already");
        (ReviewState, ReturnNote) = (WritingState.Sent, "");
        Change(RecordEventKind.ReviewSent, by);
    }

    /// <summary>The SENCo returns a review to its writer.</summary>
    /// <exception cref="DomainRuleException">The review was not sent, or the note is empty.</exception>
    public void ReturnReview(string note, Acting by)
    {
        DomainRuleException.Require(IsOpen && ReviewState == WritingState.Sent, "The review has not been sent");
        (ReviewState, ReturnNote) = (WritingState.Returned, ReturnWords(note));
        Change(RecordEventKind.ReviewReturned, by, ReturnNote);
    }

    /// <summary>Closes the review, and the cycle with it. Nothing in it changes afterwards.</summary>
    /// <exception cref="DomainRuleException">The cycle is not at Review.</exception>
    public void Close(Acting by)
    {
        RequireStage(IsOpen ? "A cycle is closed with its review" : "This cycle is closed already", CycleStage.Review);
        (Stage, ClosedOn, OpenKey) = (CycleStage.Closed, by.Today, Id);
        (ReviewState, ReturnNote) = (WritingState.Final, "");
        Change(RecordEventKind.CycleClosed, by, Review.Decision?.Name() ?? "No decision recorded");
    }

    /// <summary>Ticks a next step off as done, or takes it up again; also once the cycle is closed, since most of them are done then.</summary>
    /// <param name="stepId">The step.</param>
    /// <param name="isDone">Whether it is done.</param>
    /// <param name="by">Who says so.</param>
    /// <exception cref="DomainRuleException">There is no review yet, the step was taken out of it, or somebody did the same before.</exception>
    /// <remarks>Needs <see cref="NextSteps"/> loaded.</remarks>
    public void TickNextStep(Guid stepId, bool isDone, Acting by)
    {
        RequireStage("There is no review yet", CycleStage.Review, CycleStage.Closed);
        var step = nextSteps.Find(known => known.Id == stepId);
        DomainRuleException.Require(step is not null, "The step was taken out of the review");
        DomainRuleException.Require(!isDone || step!.DoneOn is null, $"{step!.DoneBy} ticked this off on {step.DoneOn:d MMMM yyyy}");
        DomainRuleException.Require(isDone || step.DoneOn is not null, "This is not ticked off");
        var before = step.DoneOn is { } on ? $"{on:yyyy-MM-dd}" : "";
        if (isDone)
        {
            step.TickOff(by);
        }
        else
        {
            step.TakeUp();
        }

        Change(isDone ? RecordEventKind.NextStepDone : RecordEventKind.NextStepTakenUp, by, step.What, [new($"steps/{stepId}/doneOn", before, isDone ? $"{by.Today:yyyy-MM-dd}" : "")]);
    }
}
