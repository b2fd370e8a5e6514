using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Duties.AddRecord;

/// <summary>What the form for a kind of record asks.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Duty">The duty that explains it; null where it belongs to none.</param>
/// <param name="On">The label of the date.</param>
/// <param name="Who">The label of who took part; null where nobody is asked for.</param>
/// <param name="Outcome">The label of what came of it; null where it is not asked.</param>
/// <param name="Note">The label of the note.</param>
public sealed record RecordWords(DutyRecordKind Kind, string Heading, DutyKind? Duty, string On, string? Who, string? Outcome, string Note)
{
    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<string> Answers => Kind.Answers();

    /// <summary>Why it is recorded, where no duty explains it: a heading and a sentence or two.</summary>
    public (string Heading, string Text) Why => Kind == DutyRecordKind.AgencyConsent
        ? ("Agencies come in with consent", "Specialists from outside are asked if the parents agree, or the young person once rights have passed. Record each agency by itself, also where the answer was no. The latest answer holds: consent can be taken back.")
        : ("A young person’s own rights", "From the end of compulsory school age the young person decides. Parents are told and asked as the young person wishes. Where capacity for a decision is lacking, a representative decides with or for them: often a parent.");

    /// <summary>Whether a name must be given.</summary>
    public bool NeedsWho => Kind is DutyRecordKind.RepresentativeNamed or DutyRecordKind.AgencyConsent;

    /// <summary>Whether the note is what is recorded, so that it cannot be empty.</summary>
    public bool NeedsNote(string outcome) => Kind is DutyRecordKind.ProvisionEnough or DutyRecordKind.ViewsGathered or DutyRecordKind.AgencyConsent || (Kind == DutyRecordKind.SpecialistConsidered && outcome == Answers[^1]);

    /// <summary>The words for a kind.</summary>
    public static RecordWords Of(DutyRecordKind kind) => kind switch
    {
        DutyRecordKind.ParentsNotified => new(kind, "Record the notification", DutyKind.ParentsInformed, "When it was sent or given", "Who was told", "How: letter, email, in person", "A note"),
        DutyRecordKind.EarlyDiscussion => new(kind, "Record the early discussion", DutyKind.EarlyDiscussionNoted, "When it was", "Who was there", "Agreed outcomes and next steps, in a line", "Strengths, difficulties and the parents’ concerns"),
        DutyRecordKind.DiscussionNoteGiven => new(kind, "Record that the note was given", DutyKind.EarlyDiscussionNoted, "When it was given", "Who it was given to", "How: on paper, by email", "A note"),
        DutyRecordKind.SendiassExplained => new(kind, "Record that SENDIASS was explained", DutyKind.SendiassExplained, "When it was explained", "Who was told", "How: in person, leaflet, email", "A note"),
        DutyRecordKind.PlanAgreed => new(kind, "Record the answer to the plan", DutyKind.PlanAgreed, "When they answered", "Who answered", "Their answer", "What they said"),
        DutyRecordKind.Reviewed => new(kind, "Record a review", DutyKind.ReviewedOnTime, "When it was", "Who was there", "What came of it", "A note"),
        DutyRecordKind.MetParents => new(kind, "Record a meeting", DutyKind.ThreeMeetingsAYear, "When it was", "Who was there", "What was agreed, in a line", "A note of what was said"),
        DutyRecordKind.SpecialistConsidered => new(kind, "Involve a specialist, or record what was considered", DutyKind.SpecialistConsidered, "When it was decided", "Which service, or who considered it", "What was decided", "The question asked, or what was considered, why, and when to look again"),
        DutyRecordKind.AnnualReview => new(kind, "Record the annual review", DutyKind.AnnualReview, "When it was held", "Who was there", "What came of it", "A note"),
        DutyRecordKind.TransitionPlanned => new(kind, "Record the transition plan", DutyKind.TransitionPlanned, "When it was agreed", "Who agreed it", "Where the pupil moves to", "What was planned, and what is shared"),
        DutyRecordKind.ViewsGathered => new(kind, "Add views to the last review", DutyKind.ViewsInReview, "When they were given", "Whose views", "How: talk, form, pictures, call", "The views, in their own words"),
        DutyRecordKind.ProvisionEnough => new(kind, "Note why the provision is enough", DutyKind.ProvisionMatchesNeed, "When it was decided", "Who decided", null, "Why it is enough"),
        DutyRecordKind.YoungPersonsWish => new(kind, "Record the young person’s wish", null, "When they said so", "Who was there", "What they wish", "A note"),
        DutyRecordKind.EhcRequested => new(kind, "Record a request for an EHC needs assessment", null, "When it was sent", "Who asked: school, parents or young person", "What came of it, once it is known", "Why it was asked for, and what was sent with it"),
        DutyRecordKind.AgencyConsent => new(kind, "Record consent to involve an agency", null, "When they answered", "Which agency", "Their answer", "Who answered, and how: in writing, by phone, in a meeting"),
        _ => new(kind, "Name a representative", null, "When it was decided", "The representative’s name", "The decision, in a line", "Why capacity is lacking, and for which decisions"),
    };
}

