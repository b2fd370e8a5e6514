using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Contacts;

/// <summary>How the school and somebody spoke. Stored by name.</summary>
public enum ContactKind
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>By telephone.</summary>
    Call,

    /// <summary>By message: e-mail, text, home book.</summary>
    Message,

    /// <summary>At the gate, or in passing.</summary>
    AtTheGate,

    /// <summary>In a meeting.</summary>
    Meeting,

    /// <summary>By letter.</summary>
    Letter,
}

/// <summary>The kinds' names.</summary>
public static class ContactKinds
{
    /// <summary>As it is written on screen; empty where it was not said.</summary>
    public static string Name(this ContactKind kind) => kind switch
    {
        ContactKind.Call => "Call",
        ContactKind.Message => "Message",
        ContactKind.AtTheGate => "At the gate",
        ContactKind.Meeting => "Meeting",
        ContactKind.Letter => "Letter",
        _ => "",
    };
}

/// <summary>A line of a pupil's contact log: a call, a message, a talk at the gate.</summary>
public sealed class ContactEntry : PupilRecord
{
    private ContactEntry()
    {
    }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>How.</summary>
    public ContactKind Kind { get; private set; }

    /// <summary>What was said.</summary>
    public string What { get; private set; } = "";

    /// <summary>With whom.</summary>
    public string With { get; private set; } = "";

    /// <summary>Who wrote it down.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>When it was written down, in UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>When it was last corrected, in UTC; null where it never was. The history keeps what it said before.</summary>
    public DateTime? CorrectedAt { get; private set; }

    /// <summary>What was said and with whom, folded for searching: see <see cref="Pupils.SearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Writes down a contact.</summary>
    /// <param name="pupil">The pupil.</param>
    /// <param name="content">What it says.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="id">Its key, where the form that it came from gave it one: the same form sent twice is one entry.</param>
    /// <exception cref="DomainRuleException">It lacks what was said or with whom, the day is in the future or before the birth date, or a text is too long.</exception>
    public static ContactEntry Log(Pupil pupil, ContactContent content, Acting by, Guid? id = null)
    {
        DomainRuleException.Require(content.On > pupil.BirthDate, "The date must be after the date of birth");
        var entry = new ContactEntry { Id = id ?? Guid.CreateVersion7(), SchoolId = pupil.SchoolId, PupilId = pupil.Id, StaffId = by.StaffId, StaffName = by.Name, WrittenAt = by.At };
        entry.Take(content.Checked(by));
        entry.Record(RecordEventKind.ContactLogged, by, entry.With, RecordFields.Compare(new Dictionary<string, string>(), RecordFields.Of(entry.Content())));
        return entry;
    }

    /// <summary>What it says.</summary>
    public ContactContent Content() => new(On, Kind, What, With);

    /// <summary>Puts it right; the history keeps what it said. Only whoever wrote it does. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">As for <see cref="Log"/>, or somebody else wrote it.</exception>
    public void Correct(ContactContent content, Acting by)
    {
        DomainRuleException.Require(by.StaffId == StaffId, $"Only {StaffName}, who wrote this entry, can correct it");
        var written = content.Checked(by);
        var changes = RecordFields.Compare(RecordFields.Of(Content()), RecordFields.Of(written));
        if (changes.Count > 0)
        {
            Take(written);
            CorrectedAt = by.At;
            Record(RecordEventKind.ContactCorrected, by, With, changes);
        }
    }

    private void Take(ContactContent content)
    {
        (On, Kind, What, With) = (content.On, content.Kind, content.What, content.With);
        SearchText = Pupils.SearchText.Fold($"{With} {What}");
    }
}

/// <summary>What an entry of the contact log says: see <see cref="ContactEntry"/>.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">How.</param>
/// <param name="What">What was said.</param>
/// <param name="With">With whom.</param>
public sealed record ContactContent(DateOnly On, ContactKind Kind, string What, string With)
{
    internal ContactContent Checked(Acting by)
    {
        DomainRuleException.Require(Enum.IsDefined(Kind), "Choose how you spoke");
        DomainRuleException.Require(On <= by.Today, "The date must not be in the future");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(What), "Enter what was said");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(With), "Enter who it was with");
        return this with { What = TextLimits.Keep(What, TextLimits.Narrative, "What was said"), With = TextLimits.Keep(With, TextLimits.Line, "Who it was with") };
    }
}
