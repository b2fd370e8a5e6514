namespace SenSupport.Web.Features.Reviews;

/// <summary>The days between which the states of reviews lie.</summary>
/// <param name="Today">The date in the school.</param>
/// <param name="Soon">The last day that counts as soon.</param>
/// <param name="TermEnds">The last day of the term, never before <paramref name="Soon"/>: a review that is due soon is in no later state.</param>
/// <param name="LatelySince">The first day that counts as lately.</param>
public sealed record ReviewDays(DateOnly Today, DateOnly Soon, DateOnly TermEnds, DateOnly LatelySince)
{
    /// <summary>How many days ago a review may have been closed to be listed as lately.</summary>
    public const int LatelyDays = 42;

    /// <summary>The days as they are seen from today.</summary>
    /// <param name="today">The date in the school.</param>
    /// <param name="termEnds">The last day of the term; null where none is known.</param>
    public static ReviewDays From(DateOnly today, DateOnly? termEnds)
    {
        var soon = today.AddDays(Domain.Cycles.ReviewDate.SoonDays);
        return new ReviewDays(today, soon, termEnds > soon ? termEnds.Value : soon, today.AddDays(-LatelyDays));
    }
}
