using System.Globalization;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Home;

/// <summary>What the home page shows.</summary>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="Term">The term and its week in words; empty when unknown.</param>
/// <param name="Records">What follows from the school's records.</param>
public sealed record HomePage(SignedInStaff Staff, DateOnly Today, string Term, HomeRecords Records)
{
    /// <summary>The tasks that are listed, most urgent first.</summary>
    public IReadOnlyList<HomeTask> Tasks { get; init; } = [];

    /// <summary>What is left to bring the school in; null once it has pupils, and for those who do not bring it in.</summary>
    public IReadOnlyList<StartStep>? Start { get; init; }

    /// <summary>What waits before SEN Support: concerns, monitoring that ends, and what the person is asked for.</summary>
    public IReadOnlyList<WaitingRow> Waiting { get; init; } = [];

    /// <summary>The person's own drafts.</summary>
    public IReadOnlyList<HomeDraft> Drafts { get; init; } = [];

    /// <summary>The pupils whom the person opened last.</summary>
    public IReadOnlyList<FoundPupil> Recent { get; init; } = [];

    /// <summary>Whether the person writes, and so has a place for drafts: the head reads only.</summary>
    public bool Writes => Staff.MayWrite(null);

    /// <summary>The day in words: "Tuesday 24 November 2026".</summary>
    public string Day => $"{Today.DayOfWeek} {UkDate.Long(Today)}";

    /// <summary>The longest that a review has been late.</summary>
    public string Longest => Records.Overdue.Count == 0 ? "None is late" : $"Longest: {Days(Today.DayNumber - Records.Overdue.Min(cycle => cycle.ReviewOn!.Value.DayNumber))}";

    /// <summary>When the next review is.</summary>
    public string Next => Records.Soon.Count == 0 ? "None before then" : $"Next: {UkDate.Relative(Records.Soon.Min(cycle => cycle.ReviewOn!.Value), Today)}";

    /// <summary>Who waits longest for the SENCo.</summary>
    public string Oldest => Records.Sent.Count == 0 ? "Nothing waits" : $"Oldest: {When(Records.Sent[0].At)}";

    /// <summary>A moment as it is said: "today 2.31pm", "yesterday 4.52pm", "Friday 12.10pm", "3 Nov".</summary>
    public string When(DateTime utc)
    {
        var day = DateOnly.FromDateTime(SchoolClock.Local(utc));
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => $"today {SchoolClock.TimeText(utc)}",
            1 => $"yesterday {SchoolClock.TimeText(utc)}",
            < 7 and > 0 => $"{day.DayOfWeek} {SchoolClock.TimeText(utc)}",
            _ => UkDate.Short(day),
        };
    }

    private static string Days(int count) => count == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{count} days");
}

/// <summary>What the home page shows of the school's records, on one day.</summary>
public sealed record HomeRecords
{
    /// <summary>Whether a cycle that needs something is open.</summary>
    public bool HasOpenCycles { get; init; }

    /// <summary>Cycles whose review date has passed.</summary>
    public IReadOnlyList<HomeCycle> Overdue { get; init; } = [];

    /// <summary>Cycles whose review is today or in the next 14 days.</summary>
    public IReadOnlyList<HomeCycle> Soon { get; init; } = [];

    /// <summary>How much is outstanding, overdue reviews among it.</summary>
    public int Duties { get; init; }

    /// <summary>For how many pupils.</summary>
    public int PupilsWithDuties { get; init; }

    /// <summary>Pupils whose EHC plan is to be reviewed in the next six weeks, by day and name.</summary>
    public IReadOnlyList<PupilDuties> AnnualReviews { get; init; } = [];

    /// <summary>Every task, most urgent first.</summary>
    public IReadOnlyList<HomeTask> Tasks { get; init; } = [];

    /// <summary>Plans and reviews that the SENCo is to look at, the oldest first.</summary>
    public IReadOnlyList<HomeSent> Sent { get; init; } = [];
}

/// <summary>One thing to do.</summary>
/// <param name="Order">Kind of urgency, then date.</param>
/// <param name="PupilId">The pupil.</param>
/// <param name="ListName">Their name as lists have it.</param>
/// <param name="Class">Their class; null without one.</param>
/// <param name="What">What is to be done or missing.</param>
/// <param name="When">How soon or late; null for no date.</param>
/// <param name="IsLate">Whether its date has passed.</param>
/// <param name="Paragraph">The paragraph of the Code.</param>
public sealed record HomeTask((int Urgency, DateOnly Date) Order, Guid PupilId, string ListName, string? Class, string What, string? When, bool IsLate, string Paragraph)
{
    /// <summary>The words of the link and its address.</summary>
    public (string Text, string Address) Act { get; init; }
}

/// <summary>A plan or review that was sent to the SENCo.</summary>
/// <param name="Title">The pupil, and what it is.</param>
/// <param name="CycleAddress">The address of the cycle.</param>
/// <param name="Part">"plan" or "review": the page below the cycle's.</param>
/// <param name="By">Who sent it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record HomeSent(string Title, string CycleAddress, string Part, string By, DateTime At);
