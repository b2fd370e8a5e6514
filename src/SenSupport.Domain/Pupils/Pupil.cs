using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>A pupil of a school: who they are, where they stand, what their needs are, and who to talk to. Their support is in <see cref="Cycles.SupportCycle"/>.</summary>
public sealed class Pupil : AggregateRoot
{
    private readonly List<SenStatusPeriod> statusPeriods = [];
    private readonly List<Need> needs = [];
    private readonly List<Diagnosis> diagnoses = [];
    private readonly List<Contact> contacts = [];
    private readonly List<PupilProfile> profiles = [];
    private readonly List<PupilSupporter> supporters = [];

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

    /// <summary>Staff who support the pupil, teaching assistants above all.</summary>
    public IReadOnlyList<PupilSupporter> Supporters => supporters;

    /// <summary>Adds a pupil to a school's list, without SEN.</summary>
    /// <exception cref="DomainRuleException">A name is missing, the UPN is wrong, the birth date is in the future, or the year is unknown.</exception>
    public static Pupil Add(Guid schoolId, PupilDetails details, Acting by)
    {
        var pupil = new Pupil { Id = Guid.CreateVersion7(), SchoolId = schoolId };
        pupil.Take(details.Checked(by.Today));
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

        Take(written);
        Record(RecordEventKind.PupilDetailsChanged, by, changes: changes);
    }

    /// <summary>Writes what someone new should know first. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">The text is too long.</exception>
    public void WriteBackground(string background, Acting by)
    {
        var written = TextLimits.Keep(background, TextLimits.Narrative, "The background");
        if (written == Background)
        {
            return;
        }

        var before = Background;
        Background = written;
        Record(RecordEventKind.PupilDetailsChanged, by, changes: [new("background", before, Background)]);
    }

    /// <summary>Changes the status from a day on. The period before ends the day before; when the pupil comes off the register, current needs are closed.</summary>
    /// <exception cref="DomainRuleException">The day is in the future or before the current status began, or the status is the one the pupil has.</exception>
    public void ChangeStatus(SenStatus status, DateOnly from, string reason, Acting by, DateOnly? monitorUntil = null)
    {
        DomainRuleException.Require(from <= by.Today, "The date must not be in the future");
        DomainRuleException.Require(status != Status || statusPeriods.Count == 0, $"The pupil's status is {status.Name()} already");
        DomainRuleException.Require(monitorUntil is null || (status == SenStatus.Monitoring && monitorUntil > from), "Monitoring must end after it starts");
        var open = statusPeriods.Find(period => period.End is null);
        DomainRuleException.Require(open is null || from > open.Start, $"The date must be after {open?.Start:d MMMM yyyy}, when {open?.Status.Name()} began");
        var words = TextLimits.Keep(reason, TextLimits.Narrative, "The reason");
        var before = Status;
        open?.Finish(from.AddDays(-1));
        statusPeriods.Add(SenStatusPeriod.Begin(status, from, words, monitorUntil));
        Status = status;
        var changes = new List<FieldChange> { new("status", before == status ? "" : before.Name(), status.Name()) };
        if (status == SenStatus.None || (before.IsOnRegister() && !status.IsOnRegister()))
        {
            changes.AddRange(CloseNeeds(CurrentNeeds, from));
        }

        Record(RecordEventKind.StatusChanged, by, $"{status.Name()} from {from:d MMMM yyyy}", changes);
    }

    /// <summary>Records the current needs in the order of their rank. A need that is left out is closed; one that stays keeps its start. The same needs in the same order change nothing.</summary>
    /// <exception cref="DomainRuleException">A code is unknown or retired, a code is given twice, or NSA is used outside SEN Support.</exception>
    public void RecordNeeds(IReadOnlyList<(string Code, AreaOfNeed Area)> ranked, DateOnly from, Acting by)
    {
        DomainRuleException.Require(from <= by.Today, "The date must not be in the future");
        foreach (var (code, area) in ranked)
        {
            var type = NeedType.Find(code);
            var current = needs.Exists(need => need.Code == code && need.End is null);
            DomainRuleException.Require(type is not null && (current || type.IsValidOn(by.Today)), $"{code} is not a type of need in use");
            DomainRuleException.Require(type!.Area is null || type.Area == area, $"{code} belongs to {type.Area?.Name()}");
            DomainRuleException.Require(code != "NSA" || Status == SenStatus.SenSupport, "NSA is used with SEN Support only");
        }

        DomainRuleException.Require(ranked.Select(need => need.Code).Distinct().Count() == ranked.Count, "Each type of need may be given once");
        if (CurrentNeeds.Select(need => (need.Code, need.Area)).SequenceEqual(ranked))
        {
            return;
        }

        var before = NeedsInWords();
        CloseNeeds(CurrentNeeds.Where(need => !ranked.Any(kept => kept.Code == need.Code && kept.Area == need.Area)), from);
        for (var index = 0; index < ranked.Count; index++)
        {
            var (code, area) = ranked[index];
            var kept = needs.Find(need => need.End is null && need.Code == code && need.Area == area);
            if (kept is null)
            {
                needs.Add(Need.Begin(code, area, index + 1, from));
            }
            else
            {
                kept.RankAs(index + 1);
            }
        }

        Record(RecordEventKind.NeedsChanged, by, NeedsInWords(), [new("needs", before, NeedsInWords())]);
    }

    /// <summary>Records a diagnosis.</summary>
    /// <exception cref="DomainRuleException">It has no name, or its date is in the future.</exception>
    public void RecordDiagnosis(string name, string madeBy, DateOnly? madeOn, Acting by)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter what was diagnosed");
        DomainRuleException.Require(!(madeOn > by.Today), "The date of a diagnosis must be in the past");
        var kept = Diagnosis.Of(TextLimits.Keep(name, TextLimits.Line, "The diagnosis"), TextLimits.Keep(madeBy, TextLimits.Line, "Who made it"), madeOn);
        diagnoses.Add(kept);
        Record(RecordEventKind.DiagnosisRecorded, by, kept.Name, [new("diagnosis", "", kept.Name)]);
    }

    /// <summary>Adds a contact after those that are there.</summary>
    /// <exception cref="DomainRuleException">There is no name.</exception>
    public void AddContact(ContactDetails details, Acting by)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(details.Name), "Enter the contact's name");
        contacts.Add(Contact.Of(
            details with
            {
                Name = TextLimits.Keep(details.Name, TextLimits.Name, "The name"),
                Relation = TextLimits.Keep(details.Relation, TextLimits.Name, "The relation"),
                Email = TextLimits.Keep(details.Email, TextLimits.Line, "The e-mail address"),
                Phone = TextLimits.Keep(details.Phone, TextLimits.Name, "The telephone number"),
                Language = TextLimits.Keep(details.Language, TextLimits.Name, "The language"),
                CommunicationNeeds = TextLimits.Keep(details.CommunicationNeeds, TextLimits.Line, "Communication needs"),
            },
            contacts.Count + 1));
        Record(RecordEventKind.ContactsChanged, by, changes: [new("contact", "", contacts[^1].Name)]);
    }

    /// <summary>Records the pupil's voice as it was given on a day.</summary>
    /// <exception cref="DomainRuleException">The day is in the future, or a text is too long.</exception>
    public void RecordProfile(DateOnly givenOn, PupilVoice voice, Acting by)
    {
        DomainRuleException.Require(givenOn <= by.Today, "The date must not be in the future");
        var kept = new PupilVoice(
            TextLimits.Keep(voice.HowGathered, TextLimits.Line, "How the views were gathered"),
            TextLimits.Keep(voice.Admired, TextLimits.Narrative, "What people admire"),
            TextLimits.Keep(voice.ImportantToMe, TextLimits.Narrative, "What is important"),
            TextLimits.Keep(voice.HowBestToSupport, TextLimits.Narrative, "How best to support"),
            TextLimits.Keep(voice.FindsHard, TextLimits.Narrative, "What is hard"),
            TextLimits.Keep(voice.Hopes, TextLimits.Narrative, "Hopes"));
        profiles.Add(PupilProfile.Of(givenOn, kept));
        Record(RecordEventKind.ProfileRecorded, by, changes: RecordFields.Compare(new Dictionary<string, string>(), RecordFields.Of(kept)));
    }

    /// <summary>Names the teacher who is responsible, or nobody (CoP 6.52). Naming the same one changes nothing.</summary>
    public void NameResponsibleTeacher(Guid? staffId, Acting by)
    {
        if (staffId == ResponsibleTeacherId)
        {
            return;
        }

        var before = ResponsibleTeacherId;
        ResponsibleTeacherId = staffId;
        Record(RecordEventKind.ResponsibleTeacherNamed, by, changes: [new("responsibleTeacherId", $"{before}", $"{staffId}")]);
    }

    /// <summary>Says that a member of staff supports the pupil. Saying it twice changes nothing.</summary>
    public void AddSupporter(Guid staffId, Acting by)
    {
        if (supporters.Exists(supporter => supporter.StaffId == staffId))
        {
            return;
        }

        supporters.Add(new PupilSupporter(Id, staffId));
        Record(RecordEventKind.SupportersChanged, by, changes: [new("supporter", "", $"{staffId}")]);
    }

    private static List<FieldChange> CloseNeeds(IEnumerable<Need> closing, DateOnly from)
    {
        var changes = new List<FieldChange>();
        foreach (var need in closing.ToList())
        {
            need.Finish(from.AddDays(-1) < need.Start ? need.Start : from.AddDays(-1));
            changes.Add(new FieldChange($"needs/{need.Id}/end", "", $"{need.End:yyyy-MM-dd}"));
        }

        return changes;
    }

    private PupilDetails Details() => new(Upn, Surname, Forename, KnownAs, BirthDate, Sex, NcYear, ClassId, FirstLanguage, Flags);

    private void Take(PupilDetails details)
    {
        (Upn, Surname, Forename, KnownAs) = (details.Upn, details.Surname, details.Forename, details.KnownAs);
        (BirthDate, Sex, NcYear, ClassId) = (details.BirthDate, details.Sex, details.NcYear, details.ClassId);
        (FirstLanguage, Flags) = (details.FirstLanguage, details.Flags);
        NcYearOrder = Schools.NcYear.Parse(NcYear).Order;
        SearchText = Pupils.SearchText.Fold($"{Forename} {KnownAs} {Surname} {Upn}");
        SortName = Pupils.SearchText.Fold($"{Surname} {FirstName}");
    }

    // The area is said where it was chosen: a change of it alone would otherwise leave the same words.
    private string NeedsInWords() =>
        string.Join(", ", CurrentNeeds.Select(need => NeedType.Find(need.Code)?.Area is null ? $"{need.Code} ({need.Area.ShortName()})" : need.Code));

    private void Record(RecordEventKind kind, Acting by, string summary = "", IReadOnlyList<FieldChange>? changes = null) =>
        Record(Id, null, kind, by, summary, changes);
}

/// <summary>A member of staff who supports a pupil.</summary>
/// <param name="PupilId">The pupil.</param>
/// <param name="StaffId">The member of staff.</param>
public sealed record PupilSupporter(Guid PupilId, Guid StaffId);
