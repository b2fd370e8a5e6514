using SenSupport.Domain.Cycles;

namespace SenSupport.Domain.Duties;

/// <summary>Something the Code of Practice asks that the record lacks. It is shown with its paragraph and a way to put it right; it never stops anything.</summary>
/// <param name="Title">What is missing, in a few words.</param>
/// <param name="Detail">Since when, or what exactly.</param>
/// <param name="Action">What to do, as the words of a link.</param>
/// <param name="Paragraph">The paragraph of the Code, for example "6.48".</param>
/// <param name="Step">The page of the cycle that puts it right: "assess", "plan" or "review".</param>
/// <param name="Anchor">The place on that page.</param>
public sealed record OutstandingDuty(string Title, string Detail, string Action, string Paragraph, string Step, string Anchor)
{
    /// <summary>What a cycle lacks today, the overdue review first.</summary>
    /// <param name="gaps">What it lacks whatever the date.</param>
    /// <param name="isOpen">Whether the cycle is open: only then can a review be overdue.</param>
    /// <param name="reviewOn">Its review date.</param>
    /// <param name="today">The date in the school.</param>
    public static IReadOnlyList<OutstandingDuty> Of(CycleGaps gaps, bool isOpen, DateOnly? reviewOn, DateOnly today)
    {
        var found = new List<OutstandingDuty>();
        if (isOpen && ReviewDate.Urgency(reviewOn, today) == ReviewUrgency.Overdue)
        {
            var days = today.DayNumber - reviewOn!.Value.DayNumber;
            found.Add(new("Review is late", $"It was due on {reviewOn:d MMMM yyyy}, {days} {(days == 1 ? "day" : "days")} ago.", "Record review", "6.53", "review", ""));
        }

        foreach (var (gap, duty) in ByGap)
        {
            if (gaps.HasFlag(gap))
            {
                found.Add(duty);
            }
        }

        return found;
    }

    /// <summary>How many there are, without listing them.</summary>
    public static int Count(int gapCount, bool isOpen, DateOnly? reviewOn, DateOnly today) =>
        gapCount + (isOpen && reviewOn < today ? 1 : 0);

    private static readonly (CycleGaps Gap, OutstandingDuty Duty)[] ByGap =
    [
        (CycleGaps.NeedsNotAnalysed, new("Needs not fully analysed", "A strand of the assessment that the school requires is empty.", "Complete the assessment", "6.45", "assess", "")),
        (CycleGaps.NoReviewDate, new("No review date", "The plan does not say when it will be reviewed.", "Set the date", "6.48", "plan", "ReviewOn")),
        (CycleGaps.TargetWithoutMeasure, new("A target cannot be measured", "It has neither a measure nor what success looks like.", "Complete the target", "6.48", "plan", "targets")),
        (CycleGaps.NoResponsibleTeacher, new("No responsible teacher", "Nobody is named as responsible for the support.", "Name a teacher", "6.52", "plan", "ResponsibleTeacherId")),
        (CycleGaps.PupilViewMissing, new("The pupil’s view is missing", "The review does not say what the pupil thinks.", "Add the view", "6.54", "review", "PupilView")),
        (CycleGaps.ParentViewMissing, new("The parents’ view is missing", "The review does not say what the parents think.", "Add the view", "6.54", "review", "ParentView")),
        (CycleGaps.NoDecision, new("No decision in the review", "The cycle was closed without saying what happens now.", "Read the review", "6.54", "review", "Decision")),
    ];
}
