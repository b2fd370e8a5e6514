namespace SenSupport.Domain.Records;

/// <summary>What can happen to a pupil's record, or to the school's own. Stored by name: members may be added, never renamed.</summary>
public enum RecordEventKind
{
    /// <summary>The pupil was added to the school's list.</summary>
    PupilAdded,

    /// <summary>Names, dates or other details changed.</summary>
    PupilDetailsChanged,

    /// <summary>SEN status changed (CoP 6.48).</summary>
    StatusChanged,

    /// <summary>The school watches a monitored pupil until another day.</summary>
    MonitoringExtended,

    /// <summary>Needs were added, ranked or closed (CoP 6.27).</summary>
    NeedsChanged,

    /// <summary>A diagnosis was recorded.</summary>
    DiagnosisRecorded,

    /// <summary>A diagnosis that was recorded by mistake was taken away.</summary>
    DiagnosisRemoved,

    /// <summary>A disability was described, or an adjustment for it began or ended (Equality Act 2010).</summary>
    DisabilityChanged,

    /// <summary>The pupil left the school.</summary>
    PupilLeft,

    /// <summary>The pupil came back.</summary>
    PupilReturned,

    /// <summary>What an import changed was put back as it had been.</summary>
    ImportUndone,

    /// <summary>The photo was added, replaced or taken away.</summary>
    PhotoChanged,

    /// <summary>A document was added.</summary>
    DocumentAdded,

    /// <summary>A plan from before was recorded.</summary>
    PastPlanRecorded,

    /// <summary>A plan from before that was recorded by mistake was taken away.</summary>
    PastPlanRemoved,

    /// <summary>Something from a previous setting was kept (CoP 6.57).</summary>
    RecordReceived,

    /// <summary>Something that the school did for a duty was recorded.</summary>
    DutyRecorded,

    /// <summary>Something that was recorded by mistake as done was taken away.</summary>
    DutyRemoved,

    /// <summary>A duty was found not to apply, with the reason.</summary>
    DutySetAside,

    /// <summary>A duty that was found not to apply counts again.</summary>
    DutyTakenUp,

    /// <summary>The early discussion with pupil and parents was written down or changed (CoP 6.39).</summary>
    DiscussionRecorded,

    /// <summary>A letter was sent, and kept as it was sent.</summary>
    LetterSent,

    /// <summary>A contact was added or changed.</summary>
    ContactsChanged,

    /// <summary>A call, a message or a talk was written down.</summary>
    ContactLogged,

    /// <summary>An entry of the contact log was corrected by whoever wrote it.</summary>
    ContactCorrected,

    /// <summary>The pupil's own profile was recorded.</summary>
    ProfileRecorded,

    /// <summary>What a pupil reached in a subject or test was recorded (CoP 6.17).</summary>
    AssessmentPointRecorded,

    /// <summary>What was recorded of it was put right.</summary>
    AssessmentPointCorrected,

    /// <summary>It was taken away, recorded by mistake.</summary>
    AssessmentPointRemoved,

    /// <summary>A responsible teacher was named (CoP 6.52).</summary>
    ResponsibleTeacherNamed,

    /// <summary>Who supports the pupil changed.</summary>
    SupportersChanged,

    /// <summary>A concern was raised (CoP 6.16 to 6.20, 6.45).</summary>
    ConcernRaised,

    /// <summary>What a concern says was corrected, or the school's view or what was found was added.</summary>
    ConcernChanged,

    /// <summary>It was decided what becomes of a concern.</summary>
    ConcernDecided,

    /// <summary>A colleague was asked for a short assessment (CoP 6.45).</summary>
    AssessmentAsked,

    /// <summary>They answered.</summary>
    AssessmentAnswered,

    /// <summary>They were reminded.</summary>
    AssessmentReminded,

    /// <summary>The request was taken back.</summary>
    AssessmentWithdrawn,

    /// <summary>A support cycle was opened.</summary>
    CycleOpened,

    /// <summary>A cycle that was opened for several pupils at once was taken back before anything was written in it.</summary>
    CycleTakenBack,

    /// <summary>Part of the assessment was written (CoP 6.45).</summary>
    AssessmentRecorded,

    /// <summary>The assessment was finished.</summary>
    AssessmentFinished,

    /// <summary>The plan was written or changed (CoP 6.48).</summary>
    PlanWritten,

    /// <summary>A teacher sent the plan to the SENCo.</summary>
    PlanSent,

    /// <summary>The SENCo returned the plan to its writer.</summary>
    PlanReturned,

    /// <summary>A version of the plan was shared (CoP 6.49, 6.51).</summary>
    PlanShared,

    /// <summary>Who has read the plan, or need not, was recorded (CoP 6.49).</summary>
    PlanReadingRecorded,

    /// <summary>Support began before a plan was shared.</summary>
    SupportStarted,

    /// <summary>A note on the support was added (CoP 6.52).</summary>
    DeliveryNoteAdded,

    /// <summary>Progress towards a target was marked.</summary>
    ProgressMarked,

    /// <summary>Sessions planned and held in a week were recorded (CoP 6.52).</summary>
    SessionsRecorded,

    /// <summary>The review began.</summary>
    ReviewStarted,

    /// <summary>The review was written or changed (CoP 6.53 to 6.55).</summary>
    ReviewRecorded,

    /// <summary>A next step of the review was ticked off as done.</summary>
    NextStepDone,

    /// <summary>A next step that was ticked off is to be done after all.</summary>
    NextStepTakenUp,

    /// <summary>A colleague was asked for a view for the review (CoP 6.54).</summary>
    ViewAsked,

    /// <summary>They gave it.</summary>
    ViewAnswered,

    /// <summary>Somebody was invited to the review, or asked for their view outside this software.</summary>
    ReviewInvited,

    /// <summary>The view of the pupil, the parents or somebody else was written down before the review (CoP 6.54).</summary>
    ViewGathered,

    /// <summary>What was written down of it was put right.</summary>
    ViewCorrected,

    /// <summary>A teacher sent the review to the SENCo.</summary>
    ReviewSent,

    /// <summary>The SENCo returned the review to its writer.</summary>
    ReviewReturned,

    /// <summary>The review was closed, and the cycle with it.</summary>
    CycleClosed,

    /// <summary>A closed cycle was opened again at its review.</summary>
    CycleReopened,

    /// <summary>A target was stopped before its time.</summary>
    TargetStopped,

    /// <summary>A target that was stopped goes on.</summary>
    TargetResumed,

    /// <summary>A shared version of the plan was withdrawn.</summary>
    PlanVersionWithdrawn,

    /// <summary>A shared version was marked as a minor change, or no longer is.</summary>
    PlanVersionMarked,

    /// <summary>A note or a mark that was saved on the wrong pupil was moved to the right one.</summary>
    EntryMovedAway,

    /// <summary>A note or a mark came from the record of another pupil, where it had been saved by mistake.</summary>
    EntryMovedHere,

    /// <summary>What should never have been written was put right or taken away; it is in no history any more.</summary>
    ContentRemoved,

    /// <summary>The school began with SenSupport.</summary>
    SchoolSetUp,

    /// <summary>The school's settings changed.</summary>
    SchoolChanged,

    /// <summary>A class was added.</summary>
    ClassAdded,

    /// <summary>A class was renamed, or its year or teachers changed.</summary>
    ClassChanged,

    /// <summary>An empty class was removed.</summary>
    ClassRemoved,

    /// <summary>The school changed which strands an analysis of need asks for (CoP 6.45).</summary>
    RequiredStrandsChanged,

    /// <summary>A teaching group was added.</summary>
    TeachingGroupAdded,

    /// <summary>A teaching group was renamed, or its pupils or teachers changed.</summary>
    TeachingGroupChanged,

    /// <summary>A teaching group ended, and with it everyone's time in it.</summary>
    TeachingGroupClosed,

    /// <summary>An entry was added to one of the school's banks.</summary>
    BankEntryAdded,

    /// <summary>An entry of a bank was reworded, hidden, shown again or put back as it came.</summary>
    BankEntryChanged,

    /// <summary>An observation checklist was reworded, hidden or shown again; earlier versions stay.</summary>
    ChecklistChanged,

    /// <summary>A type of plan was added.</summary>
    PlanTypeAdded,

    /// <summary>How plans of a type look was changed, or the type was retired or offered again.</summary>
    PlanTypeChanged,

    /// <summary>An observation checklist was filled in for the pupil (CoP 6.45).</summary>
    ChecklistAnswered,

    /// <summary>The pupil moved into the next year at the year roll-over.</summary>
    MovedUp,

    /// <summary>The year roll-over was undone for the pupil.</summary>
    MoveUndone,

    /// <summary>Two records of the same pupil became one.</summary>
    PupilsMerged,

    /// <summary>Two records that had become one are two again.</summary>
    MergeUndone,

    /// <summary>Something was taken out of the records.</summary>
    DataExported,

    /// <summary>A change was keyed into the management information system.</summary>
    ChangeKeyedIn,

    /// <summary>A change that was ticked off as keyed in is not keyed in after all.</summary>
    ChangeNotKeyedIn,

    /// <summary>A person was added to the staff.</summary>
    StaffAdded,

    /// <summary>A member of staff's name, e-mail address or job title changed.</summary>
    StaffDetailsChanged,

    /// <summary>What a member of staff may see and do changed.</summary>
    StaffRolesChanged,

    /// <summary>A member of staff was invited to sign in.</summary>
    StaffInvited,

    /// <summary>An invitation was taken back.</summary>
    StaffInvitationWithdrawn,

    /// <summary>A member of staff accepted the invitation.</summary>
    StaffJoined,

    /// <summary>Somebody made a link for a member of staff to choose another password.</summary>
    StaffPasswordLinkMade,

    /// <summary>They made a secret address at which their calendar program fetches the reviews.</summary>
    StaffCalendarMade,

    /// <summary>They ended that address.</summary>
    StaffCalendarEnded,

    /// <summary>A member of staff left.</summary>
    StaffLeft,

    /// <summary>A member of staff came back.</summary>
    StaffCameBack,
}
