namespace SenSupport.Domain.Cycles;

/// <summary>How near a review is. The words "late" and "soon" mean the same on every page.</summary>
public enum ReviewUrgency
{
    /// <summary>No date, or more than 14 days away.</summary>
    None,

    /// <summary>Within 14 days.</summary>
    Soon,

    /// <summary>The date has passed and the cycle is not closed (CoP 6.53).</summary>
    Overdue,
}

/// <summary>Review dates against today.</summary>
public static class ReviewDate
{
    /// <summary>How many days ahead count as soon.</summary>
    public const int SoonDays = 14;

    /// <summary>How near the review is: on its day it is soon, the day after it is overdue.</summary>
    public static ReviewUrgency Urgency(DateOnly? reviewOn, DateOnly today) => reviewOn is not { } date ? ReviewUrgency.None
        : date < today ? ReviewUrgency.Overdue
        : date <= today.AddDays(SoonDays) ? ReviewUrgency.Soon
        : ReviewUrgency.None;
}
