namespace SenSupport.Domain.Cycles;

/// <summary>What the Code asks of a cycle and the record lacks, whatever the date. Shown as outstanding, never a reason to refuse.</summary>
[Flags]
public enum CycleGaps
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Past Assess without every required strand (CoP 6.45).</summary>
    NeedsNotAnalysed = 1,

    /// <summary>Past Assess without a review date (CoP 6.48).</summary>
    NoReviewDate = 2,

    /// <summary>Nobody is named as responsible (CoP 6.52).</summary>
    NoResponsibleTeacher = 4,

    /// <summary>Support is given for a target that nobody can measure (CoP 6.48).</summary>
    TargetWithoutMeasure = 8,

    /// <summary>A review without the pupil's view (CoP 6.54).</summary>
    PupilViewMissing = 16,

    /// <summary>A review without the parents' view (CoP 6.54).</summary>
    ParentViewMissing = 32,

    /// <summary>A closed review without a decision (CoP 6.54).</summary>
    NoDecision = 64,
}
