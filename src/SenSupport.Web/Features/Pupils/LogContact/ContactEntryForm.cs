using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.LogContact;

/// <summary>A line of the contact log as it is typed.</summary>
public sealed class ContactEntryForm
{
    /// <summary>The key that the entry gets: the same form sent twice is one entry.</summary>
    public Guid Key { get; set; }

    /// <summary>The version that the page was made from, where an entry is corrected.</summary>
    public Guid Version { get; set; }

    /// <summary>What was said.</summary>
    public string What { get; set; } = "";

    /// <summary>With whom.</summary>
    public string With { get; set; } = "";

    /// <summary>The day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>Name of a <see cref="ContactKind"/>.</summary>
    public string Kind { get; set; } = nameof(ContactKind.Unsaid);

    /// <summary>How it may have been.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [new("Not said", nameof(ContactKind.Unsaid)), .. Enum.GetValues<ContactKind>().Where(kind => kind != ContactKind.Unsaid).Select(kind => new SelectListItem(kind.Name(), $"{kind}"))];

    /// <summary>An empty form of today.</summary>
    public static ContactEntryForm Blank(DateOnly today) => new() { Key = Guid.CreateVersion7(), On = DateParts.From(today) };

    /// <summary>The form for an entry that is there.</summary>
    public static ContactEntryForm Of(ContactEntry entry) => new() { Version = entry.Version, What = entry.What, With = entry.With, On = DateParts.From(entry.On), Kind = $"{entry.Kind}" };

    /// <summary>What was typed, once the form is valid.</summary>
    public ContactContent Content() => new(On.TryRead(out var on) ? on : default, Enum.Parse<ContactKind>(Kind), What, With);

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<ContactEntryForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(ContactEntryForm form, Findings find, DateOnly today)
        {
            find.Require(nameof(What), form.What, "Enter what was said");
            find.Limit(nameof(What), form.What, TextLimits.Narrative, "What was said");
            find.Require(nameof(With), form.With, "Enter who it was with");
            find.Limit(nameof(With), form.With, TextLimits.Line, "Who it was with");
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the day");
            find.Hold(nameof(On), !(find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027") > today), "The date must not be in the future");
            find.Hold(nameof(Kind), Enum.GetNames<ContactKind>().Contains(form.Kind), "Choose how you spoke");
        }
    }
}
