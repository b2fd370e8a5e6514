using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Concerns;

/// <summary>
/// A concern about a pupil, from staff, parents or the pupil (CoP 6.16 to 6.20, 6.45): what was seen, and what became of it. It is read by whoever recorded it, by
/// whoever looks into it, and by those who see the whole school.
/// </summary>
public sealed class Concern : PupilRecord
{
    private Concern()
    {
    }

    /// <summary>Whose concern it is.</summary>
    public ConcernSource Source { get; private set; }

    /// <summary>Who said it: "Mrs Kowalska, mother". For staff, the member of staff.</summary>
    public string SaidBy { get; private set; } = "";

    /// <summary>The day on which it was said or seen.</summary>
    public DateOnly RaisedOn { get; private set; }

    /// <summary>What was seen.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>When it happens, in a line: "Mornings, since September".</summary>
    public string When { get; private set; } = "";

    /// <summary>What was tried. High-quality teaching is the first response.</summary>
    public string Tried { get; private set; } = "";

    /// <summary>What the pupil is good at.</summary>
    public string Strengths { get; private set; } = "";

    /// <summary>What the school itself sees, beside what a parent or the pupil says (CoP 6.45).</summary>
    public string SchoolView { get; private set; } = "";

    /// <summary>Who recorded it: the one who is told the outcome.</summary>
    public Guid RecordedById { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConcernState State { get; private set; }

    /// <summary>Why, or what is to be looked at.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided; empty while nobody has.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When; null while nobody has decided.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Who looks into it; null where nobody does.</summary>
    public Guid? AssignedId { get; private set; }

    /// <summary>The day by which it is looked into, or until which the school watches.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What whoever looked into it found.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>Whether the one who recorded it has not seen the latest outcome yet. It is noted beside the record's history.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Records a concern.</summary>
    /// <param name="pupil">The pupil whom it is about.</param>
    /// <param name="content">What was seen or said.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="id">Its key, where the form that it came from gave it one: the same form sent twice is one concern.</param>
    /// <exception cref="DomainRuleException">Nothing was seen, nobody said it, the day is in the future or before the birth date, or a text is too long.</exception>
    public static Concern Raise(Pupil pupil, ConcernContent content, Acting by, Guid? id = null)
    {
        DomainRuleException.Require(content.RaisedOn > pupil.BirthDate, "The date must be after the date of birth");
        var raised = new Concern
        {
            Id = id ?? Guid.CreateVersion7(),
            SchoolId = pupil.SchoolId,
            PupilId = pupil.Id,
            RecordedById = by.StaffId,
            RecordedBy = by.Name,
            RecordedAt = by.At,
        };
        raised.Take(content.Checked(by));
        raised.Record(RecordEventKind.ConcernRaised, by, InWords(raised.Source), RecordFields.Compare(new Dictionary<string, string>(), RecordFields.Of(raised.Content())));
        return raised;
    }

    /// <summary>What was seen or said.</summary>
    public ConcernContent Content() => new(Source, SaidBy, RaisedOn, Seen, When, Tried, Strengths);

    /// <summary>Puts right what was written. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">As for <see cref="Raise"/>, or it is closed.</exception>
    public void Correct(ConcernContent content, Acting by)
    {
        DomainRuleException.Require(!State.IsClosed(), "This concern is closed: what it says cannot be changed any more");
        var written = content.Checked(by);
        var changes = RecordFields.Compare(RecordFields.Of(Content()), RecordFields.Of(written));
        if (changes.Count > 0)
        {
            Take(written);
            Record(RecordEventKind.ConcernChanged, by, "corrected", changes);
        }
    }

    /// <summary>Writes what the school itself sees, to be compared with what a parent or the pupil says (CoP 6.45). The same words change nothing.</summary>
    /// <exception cref="DomainRuleException">The text is too long.</exception>
    public void WriteSchoolView(string view, Acting by)
    {
        var (before, written) = (SchoolView, TextLimits.Keep(view, TextLimits.Narrative, "The school’s view"));
        if (written != before)
        {
            SchoolView = written;
            Record(RecordEventKind.ConcernChanged, by, "the school’s view written", [new("schoolView", before, written)]);
        }
    }

    /// <summary>Asks somebody to look into it by a day.</summary>
    /// <exception cref="DomainRuleException">The day has passed, or the text is too long.</exception>
    public void LookInto(Guid staffId, string name, DateOnly by, string note, Acting acting)
    {
        DomainRuleException.Require(by >= acting.Today, "The day by which it is looked into must be today or later");
        Decide(ConcernState.LookInto, note, staffId, by, $"{name} looks into it by {by:d MMMM yyyy}", acting);
    }

    /// <summary>Records what whoever looked into it found. The same words change nothing.</summary>
    /// <exception cref="DomainRuleException">Nobody looks into it, there are no words, or they are too long.</exception>
    public void RecordFindings(string findings, Acting by)
    {
        DomainRuleException.Require(State == ConcernState.LookInto, "Nobody was asked to look into this concern");
        var (before, written) = (Findings, Required(findings, TextLimits.Narrative, "What was found", "Enter what you found"));
        if (written != before)
        {
            Findings = written;
            Record(RecordEventKind.ConcernChanged, by, "looked into", [new("findings", before, written)]);
        }
    }

    /// <summary>The school watches until a day. The pupil's status follows by <see cref="Pupil.Monitor"/>.</summary>
    /// <exception cref="DomainRuleException">The day is not later than today, or the text is too long.</exception>
    public void Monitor(DateOnly until, string reason, Acting by)
    {
        DomainRuleException.Require(until > by.Today, "Monitoring must end after today");
        Decide(ConcernState.Monitor, reason, null, until, $"monitored until {until:d MMMM yyyy}", by);
    }

    /// <summary>It leads to SEN Support. The pupil's status is changed on its own page.</summary>
    /// <exception cref="DomainRuleException">The text is too long.</exception>
    public void LeadToSenSupport(string reason, Acting by) => Decide(ConcernState.SenSupport, reason, null, null, "SEN Support", by);

    /// <summary>Nothing more is done, for a reason that whoever raised it is told.</summary>
    /// <exception cref="DomainRuleException">There is no reason, or it is too long.</exception>
    public void TakeNoAction(string reason, Acting by) =>
        Decide(ConcernState.NoAction, Required(reason, TextLimits.Narrative, "The reason", "Enter the reason"), null, null, "no further action", by);

    private static string InWords(ConcernSource source) => source switch { ConcernSource.Parent => "by a parent", ConcernSource.Pupil => "by the pupil", _ => "by staff" };

    private void Decide(ConcernState state, string reason, Guid? assigned, DateOnly? due, string words, Acting by)
    {
        var kept = TextLimits.Keep(reason, TextLimits.Narrative, "The reason");
        List<FieldChange> changes =
        [
            new("concernState", State.Name(), state.Name()), new("reason", Reason, kept), new("assignedId", $"{AssignedId}", $"{assigned}"), new("dueOn", $"{DueOn:yyyy-MM-dd}", $"{due:yyyy-MM-dd}"),
        ];
        (State, Reason, AssignedId, DueOn, DecidedBy, DecidedOn) = (state, kept, assigned, due, by.Name, by.Today);
        HasNews = by.StaffId != RecordedById;
        Record(RecordEventKind.ConcernDecided, by, words, changes);
    }

    private void Take(ConcernContent content) =>
        (Source, SaidBy, RaisedOn, Seen, When, Tried, Strengths) = (content.Source, content.SaidBy, content.RaisedOn, content.Seen, content.When, content.Tried, content.Strengths);
}

/// <summary>What a concern says: see <see cref="Concern"/>.</summary>
/// <param name="Source">Whose concern it is.</param>
/// <param name="SaidBy">Who said it; for staff, whoever records it where it is empty.</param>
/// <param name="RaisedOn">The day on which it was said or seen.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="When">When it happens.</param>
/// <param name="Tried">What was tried.</param>
/// <param name="Strengths">What the pupil is good at.</param>
public sealed record ConcernContent(ConcernSource Source, string SaidBy, DateOnly RaisedOn, string Seen, string When = "", string Tried = "", string Strengths = "")
{
    internal ConcernContent Checked(Acting by)
    {
        DomainRuleException.Require(Enum.IsDefined(Source), "Choose whose concern it is");
        DomainRuleException.Require(RaisedOn <= by.Today, "The date must not be in the future");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Seen), "Enter what was seen");
        var said = TextLimits.Keep(SaidBy, TextLimits.Line, "Who said it");
        DomainRuleException.Require(said.Length > 0 || Source != ConcernSource.Parent, "Enter who said it");
        return this with
        {
            SaidBy = said.Length == 0 && Source == ConcernSource.Staff ? by.Name : said,
            Seen = TextLimits.Keep(Seen, TextLimits.Narrative, "What was seen"),
            When = TextLimits.Keep(When, TextLimits.Line, "When it happens"),
            Tried = TextLimits.Keep(Tried, TextLimits.Narrative, "What was tried"),
            Strengths = TextLimits.Keep(Strengths, TextLimits.Narrative, "Strengths"),
        };
    }
}
