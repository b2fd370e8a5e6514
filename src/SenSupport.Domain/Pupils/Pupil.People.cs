using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Contacts, the responsible teacher, and who supports the pupil.</content>
public sealed partial class Pupil
{
    /// <summary>Adds a contact after those that are there.</summary>
    /// <exception cref="DomainRuleException">There is no name.</exception>
    public void AddContact(ContactDetails details, Acting by)
    {
        contacts.Add(Contact.Of(details.Checked(), contacts.Count + 1));
        Record(RecordEventKind.ContactsChanged, by, changes: [new("contact", "", contacts[^1].Name)]);
    }

    /// <summary>Changes what is known of a contact. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">There is no such contact, or no name.</exception>
    public void ChangeContact(Guid contactId, ContactDetails details, Acting by)
    {
        var (contact, written) = (ContactOf(contactId), details.Checked());
        var changes = RecordFields.Compare(RecordFields.Of(contact.Details()), RecordFields.Of(written));
        if (changes.Count == 0)
        {
            return;
        }

        contact.Take(written);
        Record(RecordEventKind.ContactsChanged, by, contact.Name, [.. changes.Select(change => change with { Path = $"contacts/{contactId}/{change.Path}" })]);
    }

    /// <summary>Takes a contact off the list; those after it move up. What was known of them stays in the history.</summary>
    /// <exception cref="DomainRuleException">There is no such contact.</exception>
    public void RemoveContact(Guid contactId, Acting by)
    {
        var contact = ContactOf(contactId);
        contacts.Remove(contact);
        NumberContacts(contacts.OrderBy(other => other.Order));
        var was = RecordFields.Of(contact.Details()).Select(field => new FieldChange($"contacts/{contactId}/{field.Key}", field.Value, ""));
        Record(RecordEventKind.ContactsChanged, by, contact.Name, [new("contact", contact.Name, ""), .. was]);
    }

    /// <summary>Sets the order in which contacts are called. The same order changes nothing.</summary>
    /// <exception cref="DomainRuleException">The list does not hold each contact once.</exception>
    public void OrderContacts(IReadOnlyList<Guid> contactIds, Acting by)
    {
        DomainRuleException.Require(contactIds.Count == contacts.Count && contactIds.Distinct().Count() == contacts.Count && contactIds.All(id => contacts.Exists(contact => contact.Id == id)), "Name each contact once");
        var before = ContactNames();
        if (contacts.OrderBy(contact => contact.Order).Select(contact => contact.Id).SequenceEqual(contactIds))
        {
            return;
        }

        NumberContacts(contactIds.Select(ContactOf));
        Record(RecordEventKind.ContactsChanged, by, changes: [new("contactOrder", before, ContactNames())]);
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

    /// <summary>Says that a member of staff no longer supports the pupil. Saying it of someone who does not changes nothing.</summary>
    public void RemoveSupporter(Guid staffId, Acting by)
    {
        if (supporters.RemoveAll(supporter => supporter.StaffId == staffId) > 0)
        {
            Record(RecordEventKind.SupportersChanged, by, changes: [new("supporter", $"{staffId}", "")]);
        }
    }

    private Contact ContactOf(Guid contactId) => contacts.Find(contact => contact.Id == contactId) ?? throw new DomainRuleException("There is no such contact");

    private string ContactNames() => string.Join(", ", contacts.OrderBy(contact => contact.Order).Select(contact => contact.Name));

    private static void NumberContacts(IEnumerable<Contact> inOrder)
    {
        var order = 0;
        foreach (var contact in inOrder.ToList())
        {
            contact.CallAs(++order);
        }
    }
}
