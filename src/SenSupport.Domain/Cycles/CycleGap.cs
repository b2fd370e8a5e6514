namespace SenSupport.Domain.Cycles;

/// <summary>Something that a cycle lacks, in words, for the cycle's own pages: what is outstanding for the pupil as a whole is a <see cref="Duties.OutstandingDuty"/>. It never stops anything.</summary>
/// <param name="Title">What is missing, in a few words.</param>
/// <param name="Detail">Since when, or what exactly.</param>
/// <param name="Action">What to do, as the words of a link.</param>
/// <param name="Paragraph">The paragraph of the Code, for example "6.48".</param>
/// <param name="Step">The page of the cycle that puts it right: "assess", "plan" or "review".</param>
/// <param name="Anchor">The place on that page.</param>
public sealed record CycleGap(string Title, string Detail, string Action, string Paragraph, string Step, string Anchor)
{
    /// <summary>What a cycle lacks today, the overdue review first.</summary>
    /// <param name="gaps">What it lacks whatever the date.</param>
    /// <param name="isOpen">Whether the cycle is open: only then can a review be overdue.</param>
    /// <param name="reviewOn">Its review date.</param>
    /// <param name="today">The date in the school.</param>
    public static IReadOnlyList<CycleGap> Of(CycleGaps gaps, bool isOpen, DateOnly? reviewOn, DateOnly today)
    {
        var found = new List<CycleGap>();
        if (isOpen && ReviewDate.Urgency(reviewOn, today) == ReviewUrgency.Overdue)
        {
            var days = today.DayNumber - reviewOn!.Value.DayNumber;
            found.Add(new("Review is late", $"It was due on {reviewOn:d MMMM yyyy}, {days} {(days == 1 ? "day" : "days")} ago.", "Record review", "6.53", "review", ""));
        }

        foreach (var (gap, words) in ByGap)
        {
            if (gaps.HasFlag(gap))
            {
                found.Add(words);
            }
        }

        return found;
    }

    private static readonly (CycleGaps Gap, CycleGap Words)[] ByGap =
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
