using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>Someone whom the school contacts about a pupil. Being a parent in education law, parental responsibility and a court restriction are three separate facts.</summary>
public sealed class Contact
{
    private Contact()
    {
    }

    /// <summary>The contact's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>To the pupil: "Mother", "Foster carer".</summary>
    public string Relation { get; private set; } = "";

    /// <summary>Whether they are a parent in the sense of section 576 of the Education Act 1996.</summary>
    public bool IsParentInLaw { get; private set; }

    /// <summary>Whether they have parental responsibility.</summary>
    public bool HasParentalResponsibility { get; private set; }

    /// <summary>Whether a court restricts what they may be told.</summary>
    public bool IsRestrictedByCourt { get; private set; }

    /// <summary>Postal address, a line for each part; empty where it is the pupil's or unknown.</summary>
    public string Address { get; private set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The language they would rather use, where it is not English.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Whether an interpreter is needed, and other communication needs.</summary>
    public string CommunicationNeeds { get; private set; } = "";

    /// <summary>In which order they are called, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>What is known of the contact.</summary>
    public ContactDetails Details() => new(
        Name, Relation, IsParentInLaw, HasParentalResponsibility, IsRestrictedByCourt, Email, Phone, Language, CommunicationNeeds, Address);

    internal static Contact Of(ContactDetails details, int order)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(), Order = order };
        contact.Take(details);
        return contact;
    }

    internal void Take(ContactDetails details)
    {
        (Name, Relation, Address) = (details.Name, details.Relation, details.Address);
        (IsParentInLaw, HasParentalResponsibility, IsRestrictedByCourt) = (details.IsParentInLaw, details.HasParentalResponsibility, details.IsRestrictedByCourt);
        (Email, Phone, Language, CommunicationNeeds) = (details.Email, details.Phone, details.Language, details.CommunicationNeeds);
    }

    internal void CallAs(int order) => Order = order;
}

/// <summary>What is known of a contact: see <see cref="Contact"/>.</summary>
public sealed record ContactDetails(
    string Name,
    string Relation,
    bool IsParentInLaw,
    bool HasParentalResponsibility,
    bool IsRestrictedByCourt = false,
    string Email = "",
    string Phone = "",
    string Language = "",
    string CommunicationNeeds = "",
    string Address = "")
{
    internal ContactDetails Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter the contact's name");
        return this with
        {
            Name = TextLimits.Keep(Name, TextLimits.Name, "The name"),
            Relation = TextLimits.Keep(Relation, TextLimits.Name, "The relation"),
            Email = TextLimits.Keep(Email, TextLimits.Line, "The e-mail address"),
            Phone = TextLimits.Keep(Phone, TextLimits.Name, "The telephone number"),
            Language = TextLimits.Keep(Language, TextLimits.Name, "The language"),
            CommunicationNeeds = TextLimits.Keep(CommunicationNeeds, TextLimits.Line, "Communication needs"),
            Address = TextLimits.Keep(Address, TextLimits.Line, "The address"),
        };
    }
}
