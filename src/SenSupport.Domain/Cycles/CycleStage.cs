namespace SenSupport.Domain.Cycles;

/// <summary>The stages of the graduated approach (CoP 6.44), in their order.</summary>
public enum CycleStage
{
    /// <summary>A clear analysis of need (CoP 6.45 to 6.47).</summary>
    Assess,

    /// <summary>Outcomes, support and a review date are agreed (CoP 6.48 to 6.51).</summary>
    Plan,

    /// <summary>The support is given (CoP 6.52).</summary>
    Do,

    /// <summary>Its effect is looked at (CoP 6.53 to 6.55).</summary>
    Review,

    /// <summary>The review is finished; nothing in the cycle changes any more.</summary>
    Closed,
}

/// <summary>Where a plan or a review stands between its writer and the SENCo.</summary>
public enum WritingState
{
    /// <summary>Being written, or changed since it was shared.</summary>
    Writing,

    /// <summary>Sent to the SENCo to look at.</summary>
    Sent,

    /// <summary>Returned to its writer with a note.</summary>
    Returned,

    /// <summary>For a plan: shared, and not changed since. For a review: closed.</summary>
    Final,
}
