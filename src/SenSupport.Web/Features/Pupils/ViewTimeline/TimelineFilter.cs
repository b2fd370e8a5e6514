using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Pupils.ViewTimeline;

/// <summary>A kind of thing by which the timeline can be narrowed.</summary>
/// <param name="Key">As it stands in the address.</param>
/// <param name="Name">As it is called.</param>
/// <param name="Kinds">The events that belong to it; all when there are none.</param>
public sealed record TimelineFilter(string Key, string Name, IReadOnlyList<RecordEventKind> Kinds)
{
    /// <summary>The filters in their order; the first one is everything.</summary>
    public static IReadOnlyList<TimelineFilter> All { get; } =
    [
        new("", "Everything", []),
        new("contact", "Contact with the family", [RecordEventKind.ContactLogged, RecordEventKind.ContactCorrected, RecordEventKind.DiscussionRecorded, RecordEventKind.LetterSent]),
        new("status", "Status and needs", [RecordEventKind.StatusChanged, RecordEventKind.MonitoringExtended, RecordEventKind.NeedsChanged, RecordEventKind.DiagnosisRecorded]),
        new(
            "concerns",
            "Concerns",
            [RecordEventKind.ConcernRaised, RecordEventKind.ConcernChanged, RecordEventKind.ConcernDecided]),
        new("assess", "Assessment", [RecordEventKind.AssessmentAsked, RecordEventKind.AssessmentAnswered, RecordEventKind.AssessmentWithdrawn, RecordEventKind.CycleOpened, RecordEventKind.AssessmentRecorded, RecordEventKind.AssessmentFinished]),
        new("plan", "Plans", [RecordEventKind.PlanWritten, RecordEventKind.PlanSent, RecordEventKind.PlanReturned, RecordEventKind.PlanShared]),
        new("do", "Notes and progress", [RecordEventKind.SupportStarted, RecordEventKind.DeliveryNoteAdded, RecordEventKind.ProgressMarked, RecordEventKind.SessionsRecorded]),
        new("review", "Reviews", [RecordEventKind.ReviewStarted, RecordEventKind.ReviewRecorded, RecordEventKind.ReviewSent, RecordEventKind.ReviewReturned, RecordEventKind.CycleClosed]),
        new(
            "people",
            "Details and people",
            [
                RecordEventKind.PupilAdded, RecordEventKind.PupilDetailsChanged, RecordEventKind.ContactsChanged, RecordEventKind.ProfileRecorded,
                RecordEventKind.ResponsibleTeacherNamed, RecordEventKind.SupportersChanged,
            ]),
    ];

    /// <summary>The filter of an address; everything when it names none.</summary>
    public static TimelineFilter Find(string? key) => All.FirstOrDefault(filter => filter.Key == key) ?? All[0];
}
