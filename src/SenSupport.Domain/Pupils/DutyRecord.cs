using SenSupport.Domain.Duties;

namespace SenSupport.Domain.Pupils;

/// <summary>Something that a school does for a duty of chapter 6 of the Code of Practice, and records with its date. Stored by name: members may be added, never renamed.</summary>
public enum DutyRecordKind
{
    /// <summary>The parents were formally notified of SEN Support (CoP 6.43, 6.48; Children and Families Act 2014, section 68).</summary>
    ParentsNotified,

    /// <summary>The early discussion with pupil and parents took place (CoP 6.39).</summary>
    EarlyDiscussion,

    /// <summary>The note of the early discussion was given to the parents (CoP 6.39).</summary>
    DiscussionNoteGiven,

    /// <summary>The family was told about the local information, advice and support service (CoP 6.39).</summary>
    SendiassExplained,

    /// <summary>The plan was agreed with the parents or the young person (CoP 6.48, 6.51).</summary>
    PlanAgreed,

    /// <summary>The support was reviewed (CoP 6.53).</summary>
    Reviewed,

    /// <summary>The school met the parents (CoP 6.65).</summary>
    MetParents,

    /// <summary>A specialist was involved, or it was considered (CoP 6.58, 6.59).</summary>
    SpecialistConsidered,

    /// <summary>An annual review of an EHC plan was held (CoP 6.56, chapter 9).</summary>
    AnnualReview,

    /// <summary>Transition was planned (CoP 6.57).</summary>
    TransitionPlanned,

    /// <summary>Views of pupil or parents on a review that was closed without them (CoP 6.54).</summary>
    ViewsGathered,

    /// <summary>Why the provision is enough as it is, where a need has none or a row answers none (CoP 6.76).</summary>
    ProvisionEnough,

    /// <summary>The young person's wish about their parents being told and asked (CoP 8.16).</summary>
    YoungPersonsWish,

    /// <summary>A representative decides with or for a young person who lacks capacity for it (CoP 8.20).</summary>
    RepresentativeNamed,

    /// <summary>An EHC needs assessment was asked for, by the school, the parents or the young person (CoP 6.63).</summary>
    EhcRequested,
    /// <summary>Consent to involve an outside agency, given or refused (CoP 6.47): one record for each agency.</summary>
    AgencyConsent,
}

/// <summary>The kinds' names.</summary>
public static class DutyRecordKinds
{
    /// <summary>What a school may have done before it used this record, and so brings in for many pupils at once.</summary>
    public static IReadOnlyList<DutyRecordKind> BroughtIn { get; } = [.. Enum.GetValues<DutyRecordKind>().Where(kind => kind <= DutyRecordKind.TransitionPlanned)];

    /// <summary>As it is written on screen.</summary>
    public static string Name(this DutyRecordKind kind) => kind switch
    {
        DutyRecordKind.ParentsNotified => "Parents formally notified",
        DutyRecordKind.EarlyDiscussion => "Early discussion held",
        DutyRecordKind.DiscussionNoteGiven => "Note of the discussion given to the parents",
        DutyRecordKind.SendiassExplained => "Advice service explained",
        DutyRecordKind.PlanAgreed => "Plan agreed",
        DutyRecordKind.Reviewed => "Support reviewed",
        DutyRecordKind.MetParents => "Met the parents",
        DutyRecordKind.SpecialistConsidered => "Specialist involved or considered",
        DutyRecordKind.AnnualReview => "Annual review held",
        DutyRecordKind.TransitionPlanned => "Transition planned",
        DutyRecordKind.ViewsGathered => "Views on the review gathered",
        DutyRecordKind.ProvisionEnough => "Why the provision is enough",
        DutyRecordKind.YoungPersonsWish => "Young person’s wish about their parents",
        DutyRecordKind.EhcRequested => "EHC needs assessment requested",
        DutyRecordKind.AgencyConsent => "Consent to involve an agency",
        _ => "Representative named",
    };

    /// <summary>The paragraphs of the Code that ask for it.</summary>
    public static string Paragraphs(this DutyRecordKind kind) => kind switch
    {
        DutyRecordKind.ParentsNotified => "6.43",
        DutyRecordKind.EarlyDiscussion or DutyRecordKind.DiscussionNoteGiven or DutyRecordKind.SendiassExplained => "6.39",
        DutyRecordKind.PlanAgreed => "6.48",
        DutyRecordKind.Reviewed => "6.53",
        DutyRecordKind.MetParents => "6.65",
        DutyRecordKind.SpecialistConsidered => "6.58",
        DutyRecordKind.AnnualReview => "6.56",
        DutyRecordKind.TransitionPlanned => "6.57",
        DutyRecordKind.ViewsGathered => "6.54",
        DutyRecordKind.ProvisionEnough => "6.76",
        DutyRecordKind.YoungPersonsWish => "8.16",
        DutyRecordKind.EhcRequested => "6.63",
        DutyRecordKind.AgencyConsent => "6.47",
        _ => "8.20",
    };

    /// <summary>The answers to choose from, where what came of it is one of a few; empty where it is told in words.</summary>
    public static IReadOnlyList<string> Answers(this DutyRecordKind kind) => kind switch
    {
        DutyRecordKind.PlanAgreed => ["Agreed", "Agreed with comment", "Not agreed"],
        DutyRecordKind.SpecialistConsidered => ["Involved", "Considered, not involved"],
        DutyRecordKind.AgencyConsent => [Duties.AgencyConsents.Given, Duties.AgencyConsents.Refused],
        DutyRecordKind.YoungPersonsWish => [YoungPerson.ParentsTold, YoungPerson.ParentsNotTold],
        _ => [],
    };
}

/// <summary>What a school did for a duty: the short record of it.</summary>
public sealed class DutyRecord
{
    private DutyRecord()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What was done.</summary>
    public DutyRecordKind Kind { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who took part.</summary>
    public string Who { get; private set; } = "";

    /// <summary>What came of it, in a line.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>A note.</summary>
    public string Note { get; private set; } = "";

    /// <summary>For an early discussion, what was talked over; null where only its date is known.</summary>
    public EarlyDiscussion? Discussion { get; private set; }

    /// <summary>For the note of a discussion, the record of the discussion that it is of; null where it is not known.</summary>
    public Guid? OfId { get; private set; }

    /// <summary>What was done, and when: "Support reviewed on 3 March 2027".</summary>
    public string InWords() => InWords(Kind, On);

    // Consent is asked for each agency by itself; of anything else one record a day is enough.
    internal bool Is(DutyRecordKind kind, DateOnly on, string? who) =>
        Kind == kind && On == on && (kind != DutyRecordKind.AgencyConsent || who is null || string.Equals(Who, who.Trim(), StringComparison.OrdinalIgnoreCase));

    internal static string InWords(DutyRecordKind kind, DateOnly on) => $"{kind.Name()} on {on:d MMMM yyyy}";

    internal static DutyRecord Of(DutyRecordKind kind, DateOnly on, string who, string outcome, string note) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, On = on, Who = who, Outcome = outcome, Note = note };

    internal void Write(EarlyDiscussion discussion, string who) => (Discussion, Who) = (discussion, who);

    internal void BeOf(Guid discussionId) => OfId = discussionId;

    internal void MoveTo(DateOnly on) => On = on;
}
