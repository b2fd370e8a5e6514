using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>A pupil of a school: who they are, where they stand, what their needs are, and who to talk to. Their support is in <see cref="Cycles.SupportCycle"/>.</summary>
public sealed partial class Pupil : AggregateRoot
{
    private readonly List<SenStatusPeriod> statusPeriods = [];
    private readonly List<Need> needs = [];
    private readonly List<Diagnosis> diagnoses = [];
    private readonly List<Contact> contacts = [];
    private readonly List<PupilProfile> profiles = [];
    private readonly List<PupilSupporter> supporters = [];
    private readonly List<SentLetter> letters = [];
    private readonly List<FormerUpn> formerUpns = [];
    private readonly List<PupilFlagPeriod> flagPeriods = [];
    private readonly List<ReasonableAdjustment> adjustments = [];
    private readonly List<PupilDocument> documents = [];
    private readonly List<PastPlan> pastPlans = [];
    private readonly List<ReceivedRecord> receivedRecords = [];
    private readonly List<DutyRecord> dutyRecords = [];
    private readonly List<DutySetAside> dutiesSetAside = [];

    private Pupil()
    {
    }

    /// <summary>Unique pupil number; empty where the school does not have it yet.</summary>
    public string Upn { get; private set; } = "";

    /// <summary>Legal surname.</summary>
    public string Surname { get; private set; } = "";

    /// <summary>Legal forename.</summary>
    public string Forename { get; private set; } = "";

    /// <summary>The first name that is used, where it is another.</summary>
    public string KnownAs { get; private set; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly BirthDate { get; private set; }

    /// <summary>Sex, where recorded.</summary>
    public Sex? Sex { get; private set; }

    /// <summary>National curriculum year: see <see cref="Schools.NcYear"/>.</summary>
    public string NcYear { get; private set; } = "";

    /// <summary>The place of the year in the order from youngest to oldest: lists sort by it.</summary>
    public int NcYearOrder { get; private set; }

    /// <summary>The registration class.</summary>
    public Guid? ClassId { get; private set; }

    /// <summary>First language, where it is not English.</summary>
    public string FirstLanguage { get; private set; } = "";

    /// <summary>Circumstances beside SEN.</summary>
    public PupilFlags Flags { get; private set; }

    /// <summary>Attendance this year in per cent, one decimal place; null where unknown.</summary>
    public decimal? Attendance { get; private set; }

    /// <summary>The day up to which the attendance figure counts.</summary>
    public DateOnly? AttendanceOn { get; private set; }

    /// <summary>Whether the pupil has a place in a SEN unit.</summary>
    public bool InSenUnit { get; private set; }

    /// <summary>Whether the pupil has a place in resourced provision.</summary>
    public bool InResourcedProvision { get; private set; }

    /// <summary>The photo's key among the stored files; null without one.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>The last day at the school; null while the pupil is on roll.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Where the pupil went: the school's name or its seven-digit number; empty where unknown.</summary>
    public string Destination { get; private set; } = "";

    /// <summary>What is known of a disability under the Equality Act 2010, beside the flag.</summary>
    public string Disability { get; private set; } = "";

    /// <summary>Why a pupil with a disability needs no reasonable adjustment; empty where none was noted.</summary>
    public string NoAdjustmentReason { get; private set; } = "";

    /// <summary>The class or subject teacher who is responsible for the pupil's support (CoP 6.52).</summary>
    public Guid? ResponsibleTeacherId { get; private set; }

    /// <summary>What someone new should know first.</summary>
    public string Background { get; private set; } = "";

    /// <summary>The current status, the same as in the open period.</summary>
    public SenStatus Status { get; private set; }

    /// <summary>Names and UPN folded for searching: see <see cref="Pupils.SearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Surname and first name folded for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The name that adults use.</summary>
    public string FirstName => KnownAs.Length > 0 ? KnownAs : Forename;

    /// <summary>The first name in use, and the surname.</summary>
    public string FullName => $"{FirstName} {Surname}";

    /// <summary>Every status the pupil has had, earliest first; the last one is open.</summary>
    public IReadOnlyList<SenStatusPeriod> StatusPeriods => statusPeriods;

    /// <summary>Every need, closed ones among them.</summary>
    public IReadOnlyList<Need> Needs => needs;

    /// <summary>Current needs by rank.</summary>
    public IEnumerable<Need> CurrentNeeds => needs.Where(need => need.End is null).OrderBy(need => need.Rank);

    /// <summary>Diagnoses.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses;

    /// <summary>Contacts in the order in which they are called.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>The pupil's voice, earliest first.</summary>
    public IReadOnlyList<PupilProfile> Profiles => profiles;

    /// <summary>Letters as they were sent.</summary>
    public IReadOnlyList<SentLetter> Letters => letters;

    /// <summary>Staff who support the pupil, teaching assistants above all.</summary>
    public IReadOnlyList<PupilSupporter> Supporters => supporters;

    /// <summary>UPNs that the pupil had before.</summary>
    public IReadOnlyList<FormerUpn> FormerUpns => formerUpns;

    /// <summary>When each flag was set and ended; <see cref="FlagsOn"/> says which hold.</summary>
    public IReadOnlyList<PupilFlagPeriod> FlagPeriods => flagPeriods;

    /// <summary>Reasonable adjustments, ended ones among them.</summary>
    public IReadOnlyList<ReasonableAdjustment> Adjustments => adjustments;

    /// <summary>Documents kept with the record.</summary>
    public IReadOnlyList<PupilDocument> Documents => documents;

    /// <summary>Plans from before the school used this record.</summary>
    public IReadOnlyList<PastPlan> PastPlans => pastPlans;

    /// <summary>What arrived from previous settings, as it was received.</summary>
    public IReadOnlyList<ReceivedRecord> ReceivedRecords => receivedRecords;

    /// <summary>What the school did for a duty, with its date.</summary>
    public IReadOnlyList<DutyRecord> DutyRecords => dutyRecords;

    /// <summary>Duties that the SENCo found not to apply to the pupil.</summary>
    public IReadOnlyList<DutySetAside> DutiesSetAside => dutiesSetAside;

    /// <summary>Adds a pupil to a school's list, without SEN.</summary>
    /// <exception cref="DomainRuleException">A name is missing, the UPN is wrong, the birth date is in the future, or the year is unknown.</exception>
    public static Pupil Add(Guid schoolId, PupilDetails details, Acting by)
    {
        var pupil = new Pupil { Id = Guid.CreateVersion7(), SchoolId = schoolId };
        pupil.Take(details.Checked(by.Today), null);
        pupil.Record(RecordEventKind.PupilAdded, by);
        return pupil;
    }

    /// <summary>Changes the details. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">As for <see cref="Add"/>.</exception>
    public void ChangeDetails(PupilDetails details, Acting by)
    {
        var written = details.Checked(by.Today);
        var changes = RecordFields.Compare(RecordFields.Of(Details()), RecordFields.Of(written));
        if (changes.Count == 0)
        {
            return;
        }

        Take(written, by.Today);
        Record(RecordEventKind.PupilDetailsChanged, by, changes: changes);
    }

    /// <summary>Keeps a UPN that the pupil had before. Keeping it twice changes nothing.</summary>
    /// <exception cref="DomainRuleException">The UPN is not a valid one.</exception>
    public void KeepFormerUpn(string upn, Acting by)
    {
        var kept = Pupils.Upn.Normalise(upn);
        DomainRuleException.Require(Pupils.Upn.IsValid(kept), "The UPN is not a valid one: check each letter and digit");
        if (kept == Upn || formerUpns.Exists(known => known.Upn == kept))
        {
            return;
        }

        formerUpns.Add(FormerUpn.Of(kept));
        Record(RecordEventKind.PupilDetailsChanged, by, changes: [new("formerUpn", "", kept)]);
    }

    /// <summary>The flags that hold on a day: one whose last day has passed does so no more. Asks for <see cref="FlagPeriods"/>.</summary>
    public PupilFlags FlagsOn(DateOnly day) =>
        flagPeriods.GroupBy(period => period.Flag).Where(times => times.All(time => time.End < day)).Aggregate(Flags, (holding, times) => holding & ~times.Key);

    /// <summary>Takes away the flags whose last day has passed, so that they can be set anew. Without any, nothing changes.</summary>
    public void EndPastFlags(Acting by)
    {
        var (before, holding) = (Flags, FlagsOn(by.Today));
        if (before != holding)
        {
            Flags = holding;
            Record(RecordEventKind.PupilDetailsChanged, by, changes: [new("flags", $"{before}", $"{holding}")]);
        }
    }

    /// <summary>Sets from when to when a flag holds, in place of what was said of its latest time. The same dates change nothing.</summary>
    /// <exception cref="DomainRuleException">It is not one flag, it ends before it starts, or it starts in the future.</exception>
    public void DateFlag(PupilFlags flag, DateOnly? start, DateOnly? end, Acting by)
    {
        DomainRuleException.Require(flag != PupilFlags.None && Enum.IsDefined(flag), "Choose one flag");
        DomainRuleException.Require(!(start > by.Today), "The date must not be in the future");
        DomainRuleException.Require(!(end < start), "The end date must be on or after the start date");
        var latest = flagPeriods.FindLast(period => period.Flag == flag);
        if (latest is not null && latest.Start == start && latest.End == end)
        {
            return;
        }

        var name = flag.InWords().Single();
        List<FieldChange> changes = [new("flagDates", latest is null ? "" : $"{name}: {latest.InWords()}", "")];
        if (latest is null)
        {
            flagPeriods.Add(latest = PupilFlagPeriod.Begin(flag, start));
        }

        latest.Date(start, end);
        var before = Flags;
        Flags = end < by.Today ? Flags & ~flag : Flags | flag;
        changes[0] = changes[0] with { New = $"{name}: {latest.InWords()}" };
        changes.Add(new("flags", $"{before}", $"{Flags}"));
        Record(RecordEventKind.PupilDetailsChanged, by, changes: changes);
    }

    /// <summary>Moves the pupil into another year and class at the year roll-over. The year and class that they are in already change nothing.</summary>
    /// <exception cref="DomainRuleException">The year is unknown, or the pupil has left.</exception>
    public void MoveUp(string ncYear, Guid? classId, string summary, Acting by)
    {
        DomainRuleException.Require(LeftOn is null, $"{FirstName} left on {LeftOn:d MMMM yyyy}");
        Place(ncYear, classId, RecordEventKind.MovedUp, summary, by);
    }

    /// <summary>Takes back what the year roll-over did: the year and class are those from before, and the pupil is on roll.</summary>
    /// <exception cref="DomainRuleException">The year is unknown.</exception>
    public void MoveBack(string ncYear, Guid? classId, Acting by)
    {
        if (LeftOn is not null)
        {
            List<FieldChange> changes = [new("leftOn", $"{LeftOn:yyyy-MM-dd}", ""), new("destination", Destination, "")];
            (LeftOn, Destination) = (null, "");
            Record(RecordEventKind.MoveUndone, by, "on roll", changes);
        }

        Place(ncYear, classId, RecordEventKind.MoveUndone, Schools.NcYear.Parse(ncYear).Name, by);
    }

    /// <summary>The pupil leaves the school. Everything stays in the record; an open cycle stays open until it is closed.</summary>
    /// <param name="on">The last day.</param>
    /// <param name="destination">Where to; empty where unknown.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="by">Who records it.</param>
    /// <exception cref="DomainRuleException">The pupil has left already, or a text is too long.</exception>
    public void Leave(DateOnly on, string destination, string reason, Acting by)
    {
        DomainRuleException.Require(LeftOn is null, $"{FirstName} left on {LeftOn:d MMMM yyyy} already");
        DomainRuleException.Require(on > BirthDate, "The last day must be after the date of birth");
        var (where, why) = (TextLimits.Keep(destination, TextLimits.Line, "The destination"), TextLimits.Keep(reason, TextLimits.Narrative, "The reason"));
        (LeftOn, Destination) = (on, where);
        Record(RecordEventKind.PupilLeft, by, $"{on:d MMMM yyyy}", [new("leftOn", "", $"{on:yyyy-MM-dd}"), new("destination", "", where), new("leavingReason", "", why)]);
    }

    /// <summary>The pupil is back on roll.</summary>
    /// <exception cref="DomainRuleException">The pupil is on roll already.</exception>
    public void Return(Acting by)
    {
        DomainRuleException.Require(LeftOn is not null, $"{FirstName} is on roll already");
        List<FieldChange> changes = [new("leftOn", $"{LeftOn:yyyy-MM-dd}", ""), new("destination", Destination, "")];
        (LeftOn, Destination) = (null, "");
        Record(RecordEventKind.PupilReturned, by, changes: changes);
    }

    /// <summary>Changes the photo, or takes it away.</summary>
    /// <param name="photoId">The key of the stored file; null for none.</param>
    /// <param name="by">Who does it.</param>
    public void ChangePhoto(Guid? photoId, Acting by)
    {
        if (photoId == PhotoId)
        {
            return;
        }

        var before = PhotoId;
        PhotoId = photoId;
        Record(RecordEventKind.PhotoChanged, by, photoId is null ? "taken away" : before is null ? "added" : "replaced");
    }

    /// <summary>The details as they are now.</summary>
    public PupilDetails Details() => new(
        Upn, Surname, Forename, KnownAs, BirthDate, Sex, NcYear, ClassId, FirstLanguage, Flags, Attendance, AttendanceOn, InSenUnit, InResourcedProvision);

    private void Place(string ncYear, Guid? classId, RecordEventKind kind, string summary, Acting by)
    {
        var year = Schools.NcYear.Parse(ncYear);
        List<FieldChange> changes = [new("ncYear", NcYear, year.Code), new("classId", $"{ClassId}", $"{classId}")];
        changes.RemoveAll(change => change.Old == change.New);
        if (changes.Count > 0)
        {
            (NcYear, NcYearOrder, ClassId) = (year.Code, year.Order, classId);
            Record(kind, by, summary, changes);
        }
    }

    // At the start nobody knows since when a flag holds; later it holds from the day on which it is set.
    private void Take(PupilDetails details, DateOnly? today)
    {
        if (Upn.Length > 0 && Upn != details.Upn && !formerUpns.Exists(known => known.Upn == Upn))
        {
            formerUpns.Add(FormerUpn.Of(Upn));
        }

        foreach (var flag in Enum.GetValues<PupilFlags>().Where(flag => flag != PupilFlags.None && Flags.HasFlag(flag) != details.Flags.HasFlag(flag)))
        {
            if (details.Flags.HasFlag(flag))
            {
                flagPeriods.Add(PupilFlagPeriod.Begin(flag, today));
            }
            else
            {
                flagPeriods.FindLast(period => period.Flag == flag && period.End is null)?.Finish(today);
            }
        }

        Set(details);
    }

    private void Set(PupilDetails details)
    {
        (Attendance, AttendanceOn, InSenUnit, InResourcedProvision) = (details.Attendance, details.AttendanceOn, details.InSenUnit, details.InResourcedProvision);
        (Upn, Surname, Forename, KnownAs) = (details.Upn, details.Surname, details.Forename, details.KnownAs);
        (BirthDate, Sex, NcYear, ClassId) = (details.BirthDate, details.Sex, details.NcYear, details.ClassId);
        (FirstLanguage, Flags) = (details.FirstLanguage, details.Flags);
        NcYearOrder = Schools.NcYear.Parse(NcYear).Order;
        SearchText = Pupils.SearchText.Fold($"{Forename} {KnownAs} {Surname} {Upn}");
        SortName = Pupils.SearchText.Fold($"{Surname} {FirstName}");
    }

    private void Record(RecordEventKind kind, Acting by, string summary = "", IReadOnlyList<FieldChange>? changes = null) =>
        Record(Id, null, kind, by, summary, changes?.Where(change => change.Old != change.New).ToList());
}

/// <summary>A member of staff who supports a pupil.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="StaffId">The member of staff.</param>
public sealed record PupilSupporter(Guid PupilId, Guid StaffId);
