using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>Every table that goes out: files and README are both written from here, so they cannot disagree.</summary>
public static class SchoolTables
{
    private const string PupilId = "the pupil, as in pupils.csv", CycleId = "the support cycle, as in cycles.csv", TargetId = "the target, as in targets.csv", StaffId = "the member of staff, as in staff.csv", GroupId = "the group, as in teaching-groups.csv";

    /// <summary>The tables in the order of the zip.</summary>
    public static IReadOnlyList<SchoolTable> All { get; } = [.. School(), .. Pupils(), .. Sen(), .. Cycles(), .. History()];

    private static SchoolTable[] School() =>
    [
        new SchoolTable<School>(
            "school.csv", "The school: one row.", db => SchoolReads.Schools(db).AsAsyncEnumerable(),
            new("SchoolId", "the school's key", row => row.Id),
            new("Name", "its name", row => row.Name),
            new("LocalAuthorityNumber", "three digits", row => row.LocalAuthorityNumber),
            new("EstablishmentNumber", "four digits", row => row.EstablishmentNumber),
            new("LocalAuthority", "the authority's name", row => row.LocalAuthorityName),
            new("Phase", "the phase", row => row.Phase.ToString()),
            new("Years", "lowest and highest year group", row => $"{row.LowestYear} to {row.HighestYear}"),
            new("Headteacher", "as documents name them", row => row.HeadName),
            new("Address", "postal address", row => row.Address),
            new("Telephone", "telephone number", row => row.Telephone),
            new("Website", "web address", row => row.Website),
            new("Sendiass", "the local advice service (SENDIASS): name, telephone, e-mail, web address", row => Joined(row.SendiassName, row.SendiassPhone, row.SendiassEmail, row.SendiassWebsite)),
            new("LocalOffer", "web address of the Local Offer", row => row.LocalOfferAddress),
            new("ReviewWeeks", "weeks between reviews, unless a plan says otherwise", row => row.ReviewWeeks),
            new("MonitoringWeeks", "weeks of monitoring after SEN Support", row => row.MonitoringWeeks),
            new("Terms", "name, first and last day of each term", row => Joined([.. row.Terms.Select(term => $"{term.Name} {Day(term.Starts)}-{Day(term.Ends)}")])),
            new("InsetDays", "days on which pupils are not at school", row => Joined([.. row.InsetDays.Select(Day)])),
            new("RequiredStrands", "without which an analysis of need is shown as outstanding", row => Joined([.. row.RequiredStrands.Select(strand => strand.Name())]))),
        new SchoolTable<StaffMember>(
            "staff.csv", "Staff: a row for each person, those who left among them.", db => SchoolReads.Staff(db).AsAsyncEnumerable(),
            new("StaffId", "the person's key", row => row.Id),
            new("Name", "their name", row => row.Name),
            new("JobTitle", "what they do", row => row.JobTitle),
            new("Roles", "what they may see and do", row => row.Roles.ToString()),
            new("Email", "their e-mail address", row => row.Email),
            new("LeftOn", "the day on which they left", row => row.LeftOn),
            new("LastSignInAt", "when they last signed in", row => row.LastSignInAt is { } at ? Utc(at) : null)),
        new SchoolTable<SchoolClass>(
            "classes.csv", "Registration classes.", db => SchoolReads.Classes(db).AsAsyncEnumerable(),
            new("ClassId", "the class's key", row => row.Id),
            new("Name", "what it is called", row => row.Name),
            new("NcYear", "its year group", row => row.NcYear)),
        new SchoolTable<ClassTeacher>(
            "class-teachers.csv", "Who teaches which class.", db => SchoolReads.ClassTeachers(db).AsAsyncEnumerable(),
            new("ClassId", "the class, as in classes.csv", row => row.ClassId),
            new("StaffId", StaffId, row => row.StaffId)),
        new SchoolTable<TeachingGroup>(
            "teaching-groups.csv", "Teaching groups: sets, options and small groups of one academic year each.", db => SchoolReads.Groups(db).AsAsyncEnumerable(),
            new("GroupId", "the group's key", row => row.Id),
            new("Name", "what it is called", row => row.Name),
            new("Subject", "what is taught", row => row.Subject),
            new("AcademicYear", "the academic year", row => $"{row.Year}"),
            new("ClosedOn", "the last day on which it met; empty while it goes on", row => row.ClosedOn)),
        new SchoolTable<GroupTeacher>(
            "group-teachers.csv", "Who teaches or taught which teaching group, and when.", db => SchoolReads.GroupTeachers(db).AsAsyncEnumerable(),
            new("GroupId", GroupId, row => row.GroupId),
            new("StaffId", StaffId, row => row.StaffId),
            new("From", "first day", row => row.From),
            new("Until", "last day; empty while it goes on", row => row.Until)),
    ];

    private static SchoolTable[] Pupils() =>
    [
        new SchoolTable<PupilToday>(
            "pupils.csv", "Pupils: a row for each, former pupils among them.", db => SchoolReads.PupilsToday(db),
            new("PupilId", "the pupil's key", row => row.Row.Id),
            new("UPN", "unique pupil number", row => row.Row.Upn),
            new("Surname", "legal surname", row => row.Row.Surname),
            new("Forename", "legal forename", row => row.Row.Forename),
            new("KnownAs", "the first name in use, where it is another", row => row.Row.KnownAs),
            new("DateOfBirth", "date of birth", row => row.Row.BirthDate),
            new("Sex", "sex, where recorded", row => row.Row.Sex?.ToString()),
            new("NcYear", "year group as the census codes it", row => row.Row.NcYear),
            new("ClassId", "the class, as in classes.csv", row => row.Row.ClassId),
            new("FirstLanguage", "first language, where it is not English", row => row.Row.FirstLanguage),
            new("Flags", "circumstances today: pupil premium and others", row => Joined([.. row.Flags.InWords()])),
            new("Attendance", "attendance this year in per cent", row => row.Row.Attendance),
            new("AttendanceOn", "the day up to which that counts", row => row.Row.AttendanceOn),
            new("SenUnit", "place in a SEN unit", row => row.Row.InSenUnit),
            new("ResourcedProvision", "place in resourced provision", row => row.Row.InResourcedProvision),
            new("Status", "SEN status today", row => row.Row.Status.Name()),
            new("SenProvision", "the census code of it", row => row.Row.Status.ProvisionCode()),
            new("ResponsibleTeacherId", "the teacher responsible, as in staff.csv", row => row.Row.ResponsibleTeacherId),
            new("Background", "what someone new should know first", row => row.Row.Background),
            new("Disability", "what is known of a disability", row => row.Row.Disability),
            new("NoAdjustmentReason", "why no reasonable adjustment is needed", row => row.Row.NoAdjustmentReason),
            new("LeftOn", "last day at the school", row => row.Row.LeftOn),
            new("Destination", "where the pupil went", row => row.Row.Destination)),
        new SchoolTable<Part<FormerUpn>>(
            "former-upns.csv", "UPNs that pupils had before.", db => SchoolReads.FormerUpns(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("UPN", "the earlier number", row => row.Row.Upn)),
        new SchoolTable<Part<Contact>>(
            "contacts.csv", "Contacts of pupils.", db => SchoolReads.Contacts(db).AsAsyncEnumerable(),
            new("ContactId", "the contact's key", row => row.Row.Id),
            new("PupilId", PupilId, row => row.Of),
            new("Order", "in which order they are called", row => row.Row.Order),
            new("Name", "full name", row => row.Row.Name),
            new("Relation", "to the pupil", row => row.Row.Relation),
            new("ParentInLaw", "a parent in the sense of the Education Act 1996", row => row.Row.IsParentInLaw),
            new("ParentalResponsibility", "has parental responsibility", row => row.Row.HasParentalResponsibility),
            new("RestrictedByCourt", "a court restricts what they may be told", row => row.Row.IsRestrictedByCourt),
            new("Address", "postal address", row => row.Row.Address),
            new("Email", "e-mail address", row => row.Row.Email),
            new("Phone", "telephone number", row => row.Row.Phone),
            new("Language", "the language they would rather use", row => row.Row.Language),
            new("CommunicationNeeds", "interpreter and other needs", row => row.Row.CommunicationNeeds)),
        new SchoolTable<PupilSupporter>(
            "supporters.csv", "Staff who support a pupil.", db => SchoolReads.Supporters(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.PupilId),
            new("StaffId", StaffId, row => row.StaffId)),
        new SchoolTable<GroupPupil>(
            "group-pupils.csv", "Who is or was in which teaching group, and when.", db => SchoolReads.GroupPupils(db).AsAsyncEnumerable(),
            new("GroupId", GroupId, row => row.GroupId),
            new("PupilId", PupilId, row => row.PupilId),
            new("From", "first day", row => row.From),
            new("Until", "last day; empty while it goes on", row => row.Until)),
        new SchoolTable<PupilMerge>(
            "merges.csv", "Records that were of the same pupil, and became one.", db => SchoolReads.Merges(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.KeptId),
            new("MergedId", "the key of the record that went into it; the history may still name it", row => row.MergedId),
            new("MergedAt", "when", row => Utc(row.MergedAt)),
            new("MergedBy", "who did it", row => row.MergedBy),
            new("UndoneAt", "when it was undone; empty while it stands", row => row.UndoneAt is { } at ? Utc(at) : null),
            new("UndoneBy", "who undid it", row => row.UndoneBy)),
        new SchoolTable<NotSamePupil>(
            "not-same-pupils.csv", "Pupils who look alike, and of whom somebody said that they are two.", db => SchoolReads.NotSame(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.OneId),
            new("OtherPupilId", PupilId, row => row.OtherId),
            new("At", "when", row => Utc(row.At)),
            new("By", "who said so", row => row.By)),
        new SchoolTable<Part<PupilFlagPeriod>>(
            "flags.csv", "When each circumstance held.", db => SchoolReads.Flags(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Flag", "which", row => Joined([.. row.Row.Flag.InWords()])),
            new("Start", "first day; empty where nobody knows", row => row.Row.Start),
            new("End", "last day; empty while it holds", row => row.Row.End)),
        new SchoolTable<FileOf<PupilDocument>>(
            "documents.csv", "Documents kept with the records.", db => SchoolReads.Documents(db).AsAsyncEnumerable(),
            new("DocumentId", "the document's key", row => row.Row.Id),
            new("PupilId", PupilId, row => row.PupilId),
            new("Title", "what it is", row => row.Row.Title),
            new("FileName", "its name when it was added", row => row.Row.FileName),
            new("File", "where it stands in this zip", row => SchoolFiles.Document(row.PupilId, row.Surname, row.Forename, row.Row.Id, row.Row.FileName)),
            new("Size", "bytes", row => row.Row.Size),
            new("DatedOn", "the date that it bears", row => row.Row.DatedOn),
            new("AddedAt", "when it was added", row => Utc(row.Row.AddedAt)),
            new("AddedBy", "who added it", row => row.Row.AddedBy)),
    ];

    private static SchoolTable[] Sen() =>
    [
        new SchoolTable<Part<SenStatusPeriod>>(
            "sen-status.csv", "SEN status with its dates: K and E are the register.", db => SchoolReads.Statuses(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Status", "the status", row => row.Row.Status.Name()),
            new("SenProvision", "the census code of it", row => row.Row.Status.ProvisionCode()),
            new("Start", "first day", row => row.Row.Start),
            new("End", "last day; empty while it is open", row => row.Row.End),
            new("Reason", "why it changed", row => row.Row.Reason),
            new("MonitorUntil", "when the school looks again", row => row.Row.MonitorUntil)),
        new SchoolTable<Part<Need>>(
            "needs.csv", "Types of need, closed ones among them.", db => SchoolReads.Needs(db).AsAsyncEnumerable(),
            new("NeedId", "the need's key", row => row.Row.Id),
            new("PupilId", PupilId, row => row.Of),
            new("Code", "census code", row => row.Row.Code),
            new("Area", "broad area of need", row => row.Row.Area.Name()),
            new("Rank", "1 for the primary need", row => row.Row.Rank),
            new("Start", "first day", row => row.Row.Start),
            new("End", "last day; empty while it is current", row => row.Row.End)),
        new SchoolTable<Part<Diagnosis>>(
            "diagnoses.csv", "Diagnoses.", db => SchoolReads.Diagnoses(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Name", "what was diagnosed", row => row.Row.Name),
            new("MadeBy", "who made it", row => row.Row.MadeBy),
            new("MadeOn", "when", row => row.Row.MadeOn),
            new("Source", "what says so", row => row.Row.Source),
            new("DocumentId", "the document, as in documents.csv", row => row.Row.DocumentId)),
        new SchoolTable<Part<ReasonableAdjustment>>(
            "adjustments.csv", "Reasonable adjustments for a disability.", db => SchoolReads.Adjustments(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Text", "what is done", row => row.Row.Text),
            new("Start", "first day", row => row.Row.Start),
            new("End", "last day; empty while it is made", row => row.Row.End)),
        new SchoolTable<Part<PupilProfile>>(
            "profiles.csv", "Pupils' own views, as they were given on a day.", db => SchoolReads.Profiles(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("GivenOn", "the day", row => row.Row.GivenOn),
            new("HowGathered", "how the views were gathered", row => row.Row.HowGathered),
            new("Admired", "what people admire", row => row.Row.Admired),
            new("ImportantToMe", "what is important to the pupil", row => row.Row.ImportantToMe),
            new("HowBestToSupport", "how best to support the pupil", row => row.Row.HowBestToSupport),
            new("FindsHard", "what the pupil finds hard", row => row.Row.FindsHard),
            new("Hopes", "what the pupil hopes for", row => row.Row.Hopes)),
        new SchoolTable<Part<DutyRecord>>(
            "duty-records.csv", "What the school did for a duty of the SEND Code of Practice.", db => SchoolReads.DutyRecords(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Kind", "what was done", row => row.Row.Kind.Name()),
            new("On", "the day", row => row.Row.On),
            new("Who", "who took part", row => row.Row.Who),
            new("Outcome", "what came of it", row => row.Row.Outcome),
            new("Note", "a note", row => row.Row.Note)),
        new SchoolTable<Part<PastPlan>>(
            "past-plans.csv", "Plans from before the school used this record.", db => SchoolReads.PastPlans(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("Name", "what it was called", row => row.Row.Name),
            new("StartedOn", "first day", row => row.Row.StartedOn),
            new("EndedOn", "last day", row => row.Row.EndedOn),
            new("Result", "how it went", row => row.Row.Result),
            new("DocumentId", "the plan itself, as in documents.csv", row => row.Row.DocumentId)),
        new SchoolTable<Part<ReceivedRecord>>(
            "received-records.csv", "What arrived from previous settings.", db => SchoolReads.ReceivedRecords(db).AsAsyncEnumerable(),
            new("PupilId", PupilId, row => row.Of),
            new("From", "the setting", row => row.Row.From),
            new("ReceivedOn", "the day on which it arrived", row => row.Row.ReceivedOn),
            new("Text", "what it says", row => row.Row.Text),
            new("Baselines", "measures at or before entry", row => row.Row.Baselines),
            new("DocumentId", "the document, as in documents.csv", row => row.Row.DocumentId)),
    ];

    private static SchoolTable[] Cycles() =>
    [
        new SchoolTable<SupportCycle>(
            "cycles.csv", "Support cycles: assess, plan, do, review.", db => SchoolReads.Cycles(db).AsAsyncEnumerable(),
            new("CycleId", "the cycle's key", row => row.Id),
            new("PupilId", PupilId, row => row.PupilId),
            new("Number", "1, 2, … for the pupil", row => row.Number),
            new("Stage", "where it stands", row => row.Stage.ToString()),
            new("OpenedOn", "when it was opened", row => row.OpenedOn),
            new("AssessedOn", "when the assessment was finished", row => row.AssessedOn),
            new("SupportedFrom", "when the support began", row => row.SupportedFrom),
            new("ClosedOn", "when it was closed", row => row.ClosedOn),
            new("Strengths", "the pupil's strengths", row => row.Strengths),
            new("Difficulties", "difficulties by area", row => row.Difficulties),
            new("ParentConcern", "what concerns the parents", row => row.ParentConcern),
            new("ConcernsCompared", "their concerns compared with the school's view", row => row.ConcernsCompared),
            new("StartsOn", "first day of the plan", row => row.StartsOn),
            new("ReviewOn", "agreed review date", row => row.ReviewOn),
            new("ResponsibleTeacherId", "the teacher responsible, as in staff.csv", row => row.ResponsibleTeacherId),
            new("ExpectedImpact", "expected impact", row => row.ExpectedImpact),
            new("AtHome", "what is done at home", row => row.AtHome),
            new("PupilsPart", "the pupil's own part", row => row.PupilsPart),
            new("LatestPlanVersion", "the number of the latest shared version", row => row.LatestPlanVersion)),
        new SchoolTable<AssessmentStrand>(
            "strands.csv", "The strands of each assessment.", db => SchoolReads.Strands(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.CycleId),
            new("Strand", "which", row => row.Kind.Name()),
            new("Text", "what was found or said", row => row.Text),
            new("By", "who contributed it", row => row.By),
            new("On", "when", row => row.On)),
        new SchoolTable<Part<LongTermOutcome>>(
            "outcomes.csv", "Long-term outcomes.", db => SchoolReads.Outcomes(db).AsAsyncEnumerable(),
            new("OutcomeId", "the outcome's key", row => row.Row.Id),
            new("CycleId", CycleId, row => row.Of),
            new("Position", "its place in the plan, from 1", row => row.Row.Position + 1),
            new("Text", "the outcome", row => row.Row.Text),
            new("ByWhen", "by when", row => row.Row.ByWhen)),
        new SchoolTable<Part<Target>>(
            "targets.csv", "Targets: steps towards an outcome.", db => SchoolReads.Targets(db).AsAsyncEnumerable(),
            new("TargetId", "the target's key", row => row.Row.Id),
            new("CycleId", CycleId, row => row.Of),
            new("Position", "its number in the plan, from 1", row => row.Row.Position + 1),
            new("OutcomeId", "the outcome, as in outcomes.csv", row => row.Row.OutcomeId),
            new("Area", "area of need", row => row.Row.Area?.Name()),
            new("Statement", "what the pupil will do", row => row.Row.Statement),
            new("Baseline", "where the pupil was", row => row.Row.Baseline),
            new("Measure", "how progress is measured", row => row.Row.Measure),
            new("SuccessCriterion", "what success looks like", row => row.Row.SuccessCriterion),
            new("ByWhen", "by when", row => row.Row.ByWhen),
            new("CarriedFromTargetId", "the target of the cycle before that it comes from", row => row.Row.CarriedFromId)),
        new SchoolTable<Part<PlanStrategy>>(
            "strategies.csv", "Strategies and adjustments in ordinary lessons.", db => SchoolReads.Strategies(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Of),
            new("Position", "its place in the plan, from 1", row => row.Row.Position + 1),
            new("Text", "the strategy", row => row.Row.Text),
            new("For", "for whom", row => row.Row.For),
            new("MustDo", "one of those that nobody may leave out", row => row.Row.MustDo)),
        new SchoolTable<Part<ProvisionRow>>(
            "provision.csv", "Provision that is additional to or different from what every pupil gets.", db => SchoolReads.Provision(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Of),
            new("Position", "its place in the plan, from 1", row => row.Row.Position + 1),
            new("What", "what it is", row => row.Row.What),
            new("DeliveredBy", "who gives it", row => row.Row.DeliveredBy),
            new("Where", "where", row => row.Row.Where),
            new("Minutes", "minutes a session", row => row.Row.Minutes),
            new("TimesAWeek", "sessions a week", row => row.Row.TimesAWeek),
            new("GroupSize", "pupils in the group", row => row.Row.GroupSize),
            new("From", "first day", row => row.Row.From),
            new("To", "last day", row => row.Row.To),
            new("ServesTargetIds", "the targets that it serves, as in targets.csv", row => string.Join(' ', row.Row.Serves))),
        new SchoolTable<Part<DeliveryNote>>(
            "notes.csv", "Notes on how support goes.", db => SchoolReads.Notes(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Of),
            new("On", "the day it is about", row => row.Row.On),
            new("Text", "the note", row => row.Row.Text),
            new("StaffId", StaffId, row => row.Row.StaffId),
            new("StaffName", "their name at the time", row => row.Row.StaffName)),
        new SchoolTable<Part<ProgressMark>>(
            "marks.csv", "Progress towards a target, against what was expected by then.", db => SchoolReads.Marks(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Of),
            new("TargetId", TargetId, row => row.Row.TargetId),
            new("On", "the day", row => row.Row.On),
            new("Mark", "-2 much less than expected to 2 much more", row => row.Row.Mark),
            new("Word", "the mark in words", row => ProgressScale.Word(row.Row.Mark)),
            new("StaffId", StaffId, row => row.Row.StaffId),
            new("StaffName", "their name at the time", row => row.Row.StaffName)),
        new SchoolTable<SupportCycle>(
            "reviews.csv", "The review of each cycle that has one.", db => SchoolReads.Reviews(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Id),
            new("HeldOn", "the day of the review", row => row.Review.HeldOn),
            new("Present", "who was there", row => row.Review.Present),
            new("Impact", "impact on progress", row => row.Review.Impact),
            new("Quality", "quality of the support", row => row.Review.Quality),
            new("PupilView", "the pupil's view", row => row.Review.PupilView),
            new("ParentView", "the parents' view", row => row.Review.ParentView),
            new("StaffView", "the staff's view", row => row.Review.StaffView),
            new("Decision", "what was decided", row => row.Review.Decision?.Name()),
            new("NextSteps", "next steps", row => row.Review.NextSteps),
            new("NextReviewOn", "when the next cycle is reviewed", row => row.Review.NextReviewOn),
            new("MonitorUntil", "until when the school watches after SEN Support", row => row.Review.MonitorUntil)),
        new SchoolTable<Part<Target>>(
            "results.csv", "How targets ended, as the review found.", db => SchoolReads.Results(db).AsAsyncEnumerable(),
            new("TargetId", TargetId, row => row.Row.Id),
            new("CycleId", CycleId, row => row.Of),
            new("Result", "how it ended", row => row.Row.Result?.Name()),
            new("Evidence", "the evidence", row => row.Row.Evidence)),
        new SchoolTable<FileOf<SharedVersion>>(
            "plan-versions.csv", "Versions of plans that were shared; each stands in plans/ as it was shared.", db => SchoolReads.PlanVersions(db).AsAsyncEnumerable(),
            new("CycleId", CycleId, row => row.Row.CycleId),
            new("Version", "1, 2, … in the cycle", row => row.Row.Number),
            new("SharedAt", "when it was shared", row => Utc(row.Row.SharedAt)),
            new("SharedBy", "who shared it", row => row.Row.SharedBy),
            new("IsMinor", "whether nobody need read it again", row => row.Row.IsMinor),
            new("WithdrawnAt", "when it was withdrawn", row => row.Row.WithdrawnAt is { } at ? Utc(at) : null),
            new("WithdrawnBy", "who withdrew it", row => row.Row.WithdrawnBy),
            new("WithdrawnReason", "why", row => row.Row.WithdrawnReason),
            new("File", "where it stands in this zip; .json where it cannot be laid out as PDF", row => SchoolFiles.Plan(row.PupilId, row.Surname, row.Forename, row.Row.CycleNumber, row.Row.Number))),
    ];

    private static SchoolTable[] History() =>
    [
        new SchoolTable<RecordEvent>(
            "events.csv", "The history: who did what, when.", db => SchoolReads.Events(db).AsAsyncEnumerable(),
            new("EventId", "the event's key", row => row.Id),
            new("At", "when", row => Utc(row.At)),
            new("StaffId", StaffId, row => row.StaffId),
            new("StaffName", "their name at the time", row => row.StaffName),
            new("Kind", "what was done", row => row.Kind.ToString()),
            new("RecordId", "the record that it belongs to: a pupil, a cycle, a class, a person or the school", row => row.RecordId),
            new("PupilId", "the pupil whom it is about, as in pupils.csv; empty for the school's own", row => row.PupilId),
            new("CycleNumber", "the number of the cycle", row => row.CycleNumber),
            new("Summary", "what happened in a few words", row => row.Summary)),
        new SchoolTable<(Guid EventId, FieldChange Change)>(
            "event-changes.csv", "What changed in each event, value by value.", db => SchoolReads.Events(db).AsAsyncEnumerable().SelectMany(row => row.Changes.Select(change => (row.Id, change))),
            new("EventId", "the event, as in events.csv", row => row.EventId),
            new("Field", "where the value stands in the record", row => row.Change.Path),
            new("Old", "what it was", row => row.Change.Old),
            new("New", "what it is since", row => row.Change.New)),
        new SchoolTable<MisTick>(
            "mis-changes.csv", "Changes that were keyed into the school's management information system.", db => SchoolReads.MisTicks(db).AsAsyncEnumerable(),
            new("EventId", "the change, as in events.csv", row => row.EventId),
            new("At", "when it was ticked off", row => Utc(row.At)),
            new("StaffName", "who ticked it off", row => row.StaffName)),
        new SchoolTable<PastImport>(
            "imports.csv", "Files that were brought in.", db => SchoolReads.Imports(db).AsAsyncEnumerable(),
            new("ImportId", "the import's key", row => row.Id),
            new("Kind", "what the file held", row => row.Kind.ToString()),
            new("At", "when the file was chosen", row => Utc(row.At)),
            new("By", "who chose it", row => row.By),
            new("FileName", "its name", row => row.FileName),
            new("Sha256", "its fingerprint", row => row.Sha256),
            new("AppliedAt", "when it was applied", row => row.AppliedAt is { } at ? Utc(at) : null),
            new("AppliedBy", "who applied it", row => row.AppliedBy),
            new("Added", "records added", row => row.Added),
            new("Changed", "records changed", row => row.Changed),
            new("Skipped", "rows not taken", row => row.Skipped),
            new("UndoneAt", "when it was undone; empty while it stands", row => row.UndoneAt is { } at ? Utc(at) : null),
            new("UndoneBy", "who undid it", row => row.UndoneBy)),
        new SchoolTable<Domain.Schools.RollOver>(
            "roll-overs.csv", "Moves of the school into an academic year.", db => SchoolReads.RollOvers(db).AsAsyncEnumerable(),
            new("RollOverId", "the move's key", row => row.Id),
            new("Into", "the academic year", row => $"{row.Into}"),
            new("AppliedAt", "when it was applied", row => row.AppliedAt is { } at ? Utc(at) : null),
            new("AppliedBy", "who applied it", row => row.AppliedBy),
            new("MovedUp", "pupils who moved up", row => row.MovedUp),
            new("KeptDown", "pupils who stayed in their year", row => row.KeptDown),
            new("Left", "pupils who left", row => row.Left),
            new("UndoneAt", "when it was undone; empty while it stands", row => row.UndoneAt is { } at ? Utc(at) : null),
            new("UndoneBy", "who undid it", row => row.UndoneBy)),
    ];

    private static string Utc(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Joined(params string[] parts) => string.Join("; ", parts.Where(part => part.Length > 0));
}
