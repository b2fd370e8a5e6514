using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>A cycle's review as it is saved, with what it is read beside: targets, provision, and where the cycle stands.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="Number">The cycle's number.</param>
/// <param name="Version">The version of the cycle that this was read from.</param>
/// <param name="Stage">The cycle's stage.</param>
/// <param name="OpenedOn">The day the cycle was opened.</param>
/// <param name="StartsOn">First day of the plan.</param>
/// <param name="SupportedFrom">The day the support began.</param>
/// <param name="ReviewOn">The agreed review date.</param>
/// <param name="ClosedOn">The day the cycle was closed.</param>
/// <param name="State">Where the review stands between its writer and the SENCo.</param>
/// <param name="ReturnNote">Why the SENCo returned it.</param>
/// <param name="Gaps">What the Code asks and the cycle lacks.</param>
/// <param name="Review">The review.</param>
/// <param name="Targets">The targets with their results, in order.</param>
/// <param name="Provision">What was given.</param>
/// <param name="LatestNumber">The number of the pupil's latest cycle.</param>
/// <param name="LastNumber">The highest number that a cycle of the pupil ever had, one that was taken back among them.</param>
/// <param name="Steps">The next steps, in order.</param>
public sealed record WrittenReview(
    Guid PupilId,
    int Number,
    Guid Version,
    CycleStage Stage,
    DateOnly OpenedOn,
    DateOnly? StartsOn,
    DateOnly? SupportedFrom,
    DateOnly? ReviewOn,
    DateOnly? ClosedOn,
    WritingState State,
    string ReturnNote,
    CycleGaps Gaps,
    Review Review,
    IReadOnlyList<ReviewedTarget> Targets,
    IReadOnlyList<ReviewedProvision> Provision,
    int LatestNumber,
    int? LastNumber,
    IReadOnlyList<ReviewedStep> Steps)
{
    /// <summary>The address of the cycle.</summary>
    public string CyclePath => $"/pupils/{PupilId}/cycles/{Number}";

    /// <summary>The address of the review.</summary>
    public string Path => $"{CyclePath}/review";

    /// <summary>The number that the pupil's next cycle gets.</summary>
    public int NextNumber => (LastNumber ?? Number) + 1;

    /// <summary>Whether anything in it may still change.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;

    /// <summary>Whether there is a review to read, if only a begun one.</summary>
    public bool HasBegun => Stage >= CycleStage.Review;

    /// <summary>The numbers of the targets that are not met: the next cycle takes them over, to be reformulated (CoP 6.55).</summary>
    public IReadOnlyList<int> NotMet => [.. Targets.Where(target => target.StoppedOn is null ? target.Result?.IsMet() != true : target.BringOverStopped).Select(target => target.Number)];

    /// <summary>The review of a cycle, out of those of the pupils whom a person may see.</summary>
    public static IQueryable<WrittenReview> Of(SenSupportDbContext db, IQueryable<Pupil> pupils, Guid pupilId, int number) =>
        from cycle in db.Cycles.AsNoTracking()
        where cycle.PupilId == pupilId && cycle.Number == number && pupils.Any(pupil => pupil.Id == cycle.PupilId)
        select new WrittenReview(
            cycle.PupilId,
            cycle.Number,
            cycle.Version,
            cycle.Stage,
            cycle.OpenedOn,
            cycle.StartsOn,
            cycle.SupportedFrom,
            cycle.ReviewOn,
            cycle.ClosedOn,
            cycle.ReviewState,
            cycle.ReturnNote,
            cycle.Gaps,
            cycle.Review,
            cycle.Targets
                .OrderBy(target => target.Position)
                .Select(target => new ReviewedTarget(
                    target.Id, target.Position + 1, target.Area, target.Statement, target.Baseline, target.SuccessCriterion,
                    target.FirstMark, target.LatestMark, target.MarkCount, target.Result, target.Evidence, target.StoppedOn, target.StopReason, target.BringOverStopped))
                .ToList(),
            cycle.Provision
                .OrderBy(row => row.Position)
                .Select(row => new ReviewedProvision(row.Id, row.What, row.DeliveredBy, row.Minutes, row.TimesAWeek, row.From, row.To))
                .ToList(),
            db.Cycles.Where(other => other.PupilId == cycle.PupilId).Max(other => other.Number),
            db.Events.Where(change => change.PupilId == cycle.PupilId).Max(change => change.CycleNumber),
            cycle.NextSteps
                .OrderBy(step => step.Position)
                .Select(step => new ReviewedStep(
                    step.Id, step.What, step.OwnerId, db.Staff.Where(person => person.Id == step.OwnerId).Select(person => person.Name).FirstOrDefault() ?? step.Owner, step.ByWhen, step.DoneOn, step.DoneBy))
                .ToList());
}

/// <summary>A next step as it is read.</summary>
/// <param name="Id">The step.</param>
/// <param name="What">What is to be done.</param>
/// <param name="OwnerId">The member of staff who does it; null where it is somebody else or nobody is named.</param>
/// <param name="Who">Who does it, by name; empty where nobody is named.</param>
/// <param name="ByWhen">By when.</param>
/// <param name="DoneOn">The day it was ticked off.</param>
/// <param name="DoneBy">Who ticked it off.</param>
public sealed record ReviewedStep(Guid Id, string What, Guid? OwnerId, string Who, DateOnly? ByWhen, DateOnly? DoneOn, string DoneBy);

/// <summary>A target as the review looks at it.</summary>
/// <param name="Id">The target.</param>
/// <param name="Number">Its number in the plan, from 1.</param>
/// <param name="Area">The area of need.</param>
/// <param name="Statement">What the pupil was to do.</param>
/// <param name="Baseline">Where the pupil was.</param>
/// <param name="SuccessCriterion">What success was to look like.</param>
/// <param name="FirstMark">The first mark, −2 to 2.</param>
/// <param name="LatestMark">The latest mark, −2 to 2.</param>
/// <param name="MarkCount">How often it was marked.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="StoppedOn">The day it was stopped before its time.</param>
/// <param name="StopReason">Why it was stopped.</param>
/// <param name="BringOverStopped">Whether it comes over to the next cycle although it was stopped.</param>
public sealed record ReviewedTarget(
    Guid Id, int Number, AreaOfNeed? Area, string Statement, string Baseline, string SuccessCriterion, int? FirstMark, int? LatestMark, int MarkCount, TargetResult? Result, string Evidence, DateOnly? StoppedOn, string StopReason, bool BringOverStopped);

/// <summary>A row of provision as the review looks at it.</summary>
/// <param name="Id">The row.</param>
/// <param name="What">What it is.</param>
/// <param name="DeliveredBy">Who gives it.</param>
/// <param name="Minutes">Minutes a session.</param>
/// <param name="TimesAWeek">Sessions a week.</param>
/// <param name="From">First day, where it is not the plan's.</param>
/// <param name="To">Last day, where it is not the review's.</param>
public sealed record ReviewedProvision(Guid Id, string What, string DeliveredBy, int? Minutes, decimal? TimesAWeek, DateOnly? From, DateOnly? To)
{
    /// <summary>What and by whom: "Narrative group, Harjit Kaur".</summary>
    public string Name => DeliveredBy.Length == 0 ? What : $"{What}, {DeliveredBy}";

    /// <summary>How many sessions were planned, every calendar week counted; null where the plan does not say how often or how long.</summary>
    /// <param name="planStarts">First day of the plan.</param>
    /// <param name="reviewOn">Its review date.</param>
    public int? PlannedSessions(DateOnly? planStarts, DateOnly? reviewOn)
    {
        if (TimesAWeek is not { } times || (From ?? planStarts) is not { } first || (To ?? reviewOn) is not { } last || last < first)
        {
            return null;
        }

        return Math.Max(1, (int)Math.Round(times * (last.DayNumber - first.DayNumber + 1) / 7, MidpointRounding.AwayFromZero));
    }
}

/// <summary>The review to read.</summary>
/// <param name="Written">The review.</param>
/// <param name="FirstName">The pupil's first name.</param>
/// <param name="CanChange">Whether each value has a link to its field.</param>
/// <param name="Today">Today in the school.</param>
/// <param name="Ticks">Who may tick next steps off: everybody who writes the record, and each their own; null where nobody ticks here.</param>
public sealed record WrittenReviewSummary(WrittenReview Written, string FirstName, bool CanChange, DateOnly Today, Func<ReviewedStep, bool>? Ticks = null);
