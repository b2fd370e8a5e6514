using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.KeepContacts;

/// <summary>Someone whom the school contacts about a pupil, as typed.</summary>
public sealed class ContactForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>To the pupil.</summary>
    public string Relation { get; set; } = "";

    /// <summary>Parent in the sense of section 576 of the Education Act 1996.</summary>
    public bool IsParentInLaw { get; set; }

    /// <summary>Parental responsibility.</summary>
    public bool HasParentalResponsibility { get; set; }

    /// <summary>Restricted by a court.</summary>
    public bool IsRestrictedByCourt { get; set; }

    /// <summary>Postal address.</summary>
    public string Address { get; set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The language they would rather use.</summary>
    public string Language { get; set; } = "";

    /// <summary>Interpreter and other communication needs.</summary>
    public string CommunicationNeeds { get; set; } = "";

    /// <summary>The contact as typed.</summary>
    public ContactDetails Read() => new(
        Name, Relation, IsParentInLaw, HasParentalResponsibility, IsRestrictedByCourt, Email.Trim(), Phone, Language, CommunicationNeeds, Address);

    /// <summary>The form of a contact.</summary>
    public static ContactForm Of(ContactDetails contact, Guid version) => new()
    {
        Version = version,
        Name = contact.Name,
        Relation = contact.Relation,
        IsParentInLaw = contact.IsParentInLaw,
        HasParentalResponsibility = contact.HasParentalResponsibility,
        IsRestrictedByCourt = contact.IsRestrictedByCourt,
        Address = contact.Address,
        Email = contact.Email,
        Phone = contact.Phone,
        Language = contact.Language,
        CommunicationNeeds = contact.CommunicationNeeds,
    };

    /// <summary>What a contact must be.</summary>
    public sealed class Validator : AbstractValidator<ContactForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure)));
            RuleFor(form => form.Email.Trim()).EmailAddress().When(form => form.Email.Trim().Length > 0).OverridePropertyName(nameof(Email))
                .WithMessage("Enter an e-mail address in the right form, such as name@example.com");
        }

        private static void Check(ContactForm form, Findings find)
        {
            find.Require(nameof(Name), form.Name, "Enter the contact’s name");
            find.Limit(nameof(Name), form.Name, TextLimits.Name, "The name");
            find.Limit(nameof(Relation), form.Relation, TextLimits.Name, "The relation");
            find.Limit(nameof(Address), form.Address, TextLimits.Line, "The address");
            find.Limit(nameof(Email), form.Email, TextLimits.Line, "The e-mail address");
            find.Limit(nameof(Phone), form.Phone, TextLimits.Name, "The telephone number");
            find.Hold(nameof(Phone), form.Phone.Trim().Length == 0 || form.Phone.Any(char.IsAsciiDigit), "Enter a telephone number with digits, such as 01234 567890");
            find.Limit(nameof(Language), form.Language, TextLimits.Name, "The language");
            find.Limit(nameof(CommunicationNeeds), form.CommunicationNeeds, TextLimits.Line, "Communication needs");
        }
    }
}

/// <summary>Moves a contact in the order of calling.</summary>
public sealed class MoveContactForm
{
    /// <summary>"up" or "down".</summary>
    public string Move { get; set; } = "";

    /// <summary>The page writes it: only a forged form has another.</summary>
    public sealed class Validator : AbstractValidator<MoveContactForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.Move).Must(move => move is "up" or "down");
    }
}
