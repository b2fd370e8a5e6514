using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Pupils.KeepContacts;

/// <summary>A pupil's contacts in the order in which they are called.</summary>
/// <param name="Version">The record's version.</param>
/// <param name="Contacts">The contacts.</param>
public sealed record ContactsPage(Guid Version, IReadOnlyList<ContactRow> Contacts)
{
    /// <summary>The contacts of a pupil.</summary>
    public static IQueryable<ContactsPage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new ContactsPage(
            pupil.Version,
            pupil.Contacts
                .OrderBy(contact => contact.Order)
                .Select(contact => new ContactRow(
                    contact.Id,
                    new ContactDetails(
                        contact.Name,
                        contact.Relation,
                        contact.IsParentInLaw,
                        contact.HasParentalResponsibility,
                        contact.IsRestrictedByCourt,
                        contact.Email,
                        contact.Phone,
                        contact.Language,
                        contact.CommunicationNeeds,
                        contact.Address)))
                .ToList());

    /// <summary>With the contacts, to change.</summary>
    public static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.Contacts);

    /// <summary>One contact as a part of the record.</summary>
    public static PupilPart<ContactDetails> Part(Guid contactId) => new(
        $"contacts/{contactId}/",
        With,
        pupil => pupil.Contacts.FirstOrDefault(contact => contact.Id == contactId)?.Details() ?? throw new Domain.Records.DomainRuleException("This contact was taken off the list while you were writing"),
        (pupil, details, by) => pupil.ChangeContact(contactId, details, by));
}

/// <summary>A contact.</summary>
public sealed record ContactRow(Guid Id, ContactDetails Details)
{
    /// <summary>Name and relation: "Marta Wiśniewska, mother".</summary>
    public string Who => Details.Relation.Length > 0 ? $"{Details.Name}, {char.ToLowerInvariant(Details.Relation[0])}{Details.Relation[1..]}" : Details.Name;

    /// <summary>Whether they get nothing unless the SENCo decides otherwise: restricted by a court, or neither a parent in law nor with parental responsibility.</summary>
    public bool GetsNothing => Details.IsRestrictedByCourt || !(Details.IsParentInLaw || Details.HasParentalResponsibility);
}
