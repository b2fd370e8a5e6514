using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Shared.Records;

/// <summary>What happened, in plain words for the timeline.</summary>
public static class EventWords
{
    /// <summary>The event in a line: "Plan version 2 shared".</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="cycle">The cycle's number, where it belongs to one.</param>
    /// <param name="summary">The event's own words.</param>
    public static string Title(RecordEventKind kind, int? cycle, string summary) => kind switch
    {
        RecordEventKind.PupilAdded => With("Added to the school’s pupils", summary),
        RecordEventKind.PupilDetailsChanged => With("Details changed", summary),
        RecordEventKind.StatusChanged => $"Status changed: {summary}",
        RecordEventKind.MonitoringExtended => With("Monitoring goes on", $"until {summary}"),
        RecordEventKind.NeedsChanged => summary.Length == 0 ? "No current needs" : $"Needs recorded: {summary}",
        RecordEventKind.DiagnosisRecorded => With("Diagnosis recorded", summary),
        RecordEventKind.DiagnosisRemoved => With("Diagnosis removed that was recorded by mistake", summary),
        RecordEventKind.DisabilityChanged => "Disability and adjustments changed",
        RecordEventKind.PupilLeft => With("Left the school", summary),
        RecordEventKind.PupilReturned => With("Came back to the school", summary),
        RecordEventKind.ImportUndone => summary.StartsWith("Cycle ", StringComparison.Ordinal) ? $"Import undone: {Lower(summary)}" : summary.Contains(", which a file had brought, ", StringComparison.Ordinal) ? $"Import undone: {summary}" : "Import undone: put back as it was before",
        RecordEventKind.PhotoChanged => $"Photo {summary}",
        RecordEventKind.DocumentAdded => With("Document added", summary),
        RecordEventKind.PastPlanRecorded => With("Earlier plan recorded", summary),
        RecordEventKind.PastPlanRemoved => With("Earlier plan removed that was recorded by mistake", summary),
        RecordEventKind.RecordReceived => With("Record received", summary),
        RecordEventKind.DutyRecorded => summary,
        RecordEventKind.DutyRemoved => With("Removed, recorded by mistake", Lower(summary)),
        RecordEventKind.DutySetAside => With("Does not apply", Lower(summary)),
        RecordEventKind.DutyTakenUp => With("Applies again", Lower(summary)),
        RecordEventKind.DiscussionRecorded => $"Early discussion of {summary} written down",
        RecordEventKind.LetterSent => With("Letter sent", summary),
        RecordEventKind.ContactLogged => $"Contact with {summary}",
        RecordEventKind.ContactCorrected => $"Contact with {summary} corrected",
        RecordEventKind.ContactsChanged => "Contacts changed",
        RecordEventKind.ProfileRecorded => "Pupil’s own profile recorded",
        RecordEventKind.AssessmentPointRecorded => With("Assessment point recorded", summary),
        RecordEventKind.AssessmentPointCorrected => With("Assessment point corrected", summary),
        RecordEventKind.AssessmentPointRemoved => With("Assessment point removed, recorded by mistake", summary),
        RecordEventKind.ResponsibleTeacherNamed => "Responsible teacher named",
        RecordEventKind.SupportersChanged => "Supporting staff changed",
        RecordEventKind.CycleOpened => With($"Cycle {cycle} opened", summary),
        RecordEventKind.CycleTakenBack => With("Taken back", Lower(summary)),
        RecordEventKind.ConcernRaised => $"Concern raised {summary}",
        RecordEventKind.ConcernChanged => With("Concern", summary),
        RecordEventKind.ConcernDecided => With("Concern decided on", summary),
        RecordEventKind.AssessmentAsked => With("Short assessment asked for", summary),
        RecordEventKind.AssessmentAnswered => "Short assessment answered",
        RecordEventKind.AssessmentReminded => $"Reminded of {(summary.Length == 0 ? "a short assessment" : Lower(summary))}",
        RecordEventKind.AssessmentWithdrawn => $"Request for {(summary.Length == 0 ? "a short assessment" : Lower(summary))} taken back",
        RecordEventKind.AssessmentRecorded => "Assessment written",
        RecordEventKind.AssessmentFinished => "Assessment finished",
        RecordEventKind.PlanWritten => With("Plan written", summary),
        RecordEventKind.PlanSent => "Plan sent to the SENCo",
        RecordEventKind.PlanReturned => "Plan returned to its writer",
        RecordEventKind.PlanShared => summary.Length == 0 ? "Plan shared" : $"Plan shared: {Lower(summary)}",
        RecordEventKind.PlanReadingRecorded => "Who has read the plan recorded",
        RecordEventKind.SupportStarted => "Support began without a shared plan",
        RecordEventKind.DeliveryNoteAdded => "Note added",
        RecordEventKind.ProgressMarked => With("Progress marked", Lower(summary)),
        RecordEventKind.SessionsRecorded => "Sessions recorded",
        RecordEventKind.ReviewStarted => "Review begun",
        RecordEventKind.ReviewRecorded => "Review written",
        RecordEventKind.NextStepDone => With("Next step done", summary),
        RecordEventKind.NextStepTakenUp => With("Next step not done after all", summary),
        RecordEventKind.ViewAsked => With("View for the review asked for", summary),
        RecordEventKind.ViewAnswered => "View for the review given",
        RecordEventKind.ReviewInvited => With("Invited to the review", Whose(summary)),
        RecordEventKind.ViewGathered => With("View for the review written down", Whose(summary)),
        RecordEventKind.ViewCorrected => With("View for the review put right", Whose(summary)),
        RecordEventKind.ReviewSent => "Review sent to the SENCo",
        RecordEventKind.ReviewReturned => "Review returned to its writer",
        RecordEventKind.CycleClosed => With($"Cycle {cycle} closed", summary),
        RecordEventKind.CycleReopened => With($"Cycle {cycle} opened again", summary),
        RecordEventKind.TargetStopped => With("Target stopped", Lower(summary)),
        RecordEventKind.TargetResumed => With("Target goes on", Lower(summary)),
        RecordEventKind.PlanVersionWithdrawn => With("Plan withdrawn", Lower(summary)),
        RecordEventKind.PlanVersionMarked => $"Plan: {Lower(summary)}",
        RecordEventKind.EntryMovedAway => With("Moved to another pupil’s record, saved here by mistake", Lower(summary)),
        RecordEventKind.EntryMovedHere => With("Moved here, saved on another pupil by mistake", Lower(summary)),
        RecordEventKind.ContentRemoved => summary.Contains("put right", StringComparison.Ordinal) ? summary : With("Removed, should not have been written", Lower(summary)),
        RecordEventKind.SchoolSetUp => "School set up",
        RecordEventKind.SchoolChanged => "School settings changed",
        RecordEventKind.ClassAdded => With("Class added", summary),
        RecordEventKind.ClassChanged => With("Class changed", summary),
        RecordEventKind.ClassRemoved => With("Class removed", summary),
        RecordEventKind.RequiredStrandsChanged => "The school changed which strands an assessment needs",
        RecordEventKind.TeachingGroupAdded => With("Teaching group added", summary),
        RecordEventKind.TeachingGroupChanged => With("Teaching group changed", summary),
        RecordEventKind.TeachingGroupClosed => With("Teaching group closed", summary),
        RecordEventKind.BankEntryAdded => With("Added to the bank", summary),
        RecordEventKind.BankEntryChanged => With("Bank entry changed", summary),
        RecordEventKind.ChecklistChanged => With("Checklist changed", summary),
        RecordEventKind.PlanTypeAdded => With("Type of plan added", summary),
        RecordEventKind.PlanTypeChanged => With("Type of plan changed", summary),
        RecordEventKind.ChecklistAnswered => With("Checklist filled in", summary),
        RecordEventKind.MovedUp => With("Moved up", summary),
        RecordEventKind.MoveUndone => With("Roll-over undone", summary),
        RecordEventKind.PupilsMerged => summary,
        RecordEventKind.MergeUndone => summary,
        RecordEventKind.DataExported => With("Taken out", summary),
        RecordEventKind.ChangeKeyedIn => With("Keyed into the school’s MIS", Lower(summary)),
        RecordEventKind.ChangeNotKeyedIn => With("Not keyed into the school’s MIS after all", Lower(summary)),
        RecordEventKind.StaffAdded => "Added to the staff",
        RecordEventKind.StaffDetailsChanged => "Details changed",
        RecordEventKind.StaffRolesChanged => "Roles changed",
        RecordEventKind.StaffInvited => "Invited to sign in",
        RecordEventKind.StaffInvitationWithdrawn => "Invitation withdrawn",
        RecordEventKind.StaffJoined => "Invitation accepted",
        RecordEventKind.StaffPasswordLinkMade => "Link to a new password made",
        RecordEventKind.StaffCalendarMade => "Calendar address made",
        RecordEventKind.StaffCalendarEnded => "Calendar address ended",
        RecordEventKind.StaffLeft => "Left the staff",
        RecordEventKind.StaffCameBack => "Came back to the staff",
        _ => kind.ToString(),
    };

    /// <summary>What belongs under the line; empty where the line, or the list of changed fields, says it all.</summary>
    public static string Detail(RecordEventKind kind, string summary) =>
        kind is RecordEventKind.DeliveryNoteAdded or RecordEventKind.SessionsRecorded or RecordEventKind.PlanReturned or RecordEventKind.ReviewReturned ? summary : "";

    private static string With(string words, string summary) => summary.Length == 0 ? words : $"{words}: {summary}";

    // "The pupil", "The parents", or a name.
    private static string Whose(string summary) => summary.StartsWith("The ", StringComparison.Ordinal) ? Lower(summary) : summary;

    private static string Lower(string text) => text.Length == 0 ? "" : char.ToLowerInvariant(text[0]) + text[1..];
}
