namespace SenSupport.Web.Features.Reviews;

/// <summary>When a pupil's review is: each open review is in exactly one of these, but for <see cref="All"/> and <see cref="Lately"/>.</summary>
public enum ReviewState
{
    /// <summary>Every review that is to come or missing.</summary>
    All,

    /// <summary>Its date has passed (CoP 6.53).</summary>
    Overdue,

    /// <summary>Today or in the next 14 days.</summary>
    Soon,

    /// <summary>After that, to the end of the term.</summary>
    ThisTerm,

    /// <summary>After the term.</summary>
    Later,

    /// <summary>On the register or in an open cycle, without a review date.</summary>
    NoDate,

    /// <summary>Closed in the last six weeks.</summary>
    Lately,
}

/// <summary>The columns by which reviews are sorted.</summary>
public enum ReviewColumn
{
    /// <summary>The date, earliest first.</summary>
    Review,

    /// <summary>Surname, then first name.</summary>
    Name,

    /// <summary>Year from youngest to oldest, then class.</summary>
    Class,

    /// <summary>Stage, then number of the cycle.</summary>
    Stage,

    /// <summary>The responsible teacher's surname.</summary>
    Teacher,

    /// <summary>How many of the three views are there.</summary>
    Views,
}
