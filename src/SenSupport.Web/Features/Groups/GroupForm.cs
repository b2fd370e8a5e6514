using FluentValidation;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Groups;

/// <summary>What a teaching group is called.</summary>
public sealed class GroupForm
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The subject; may be empty.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The start of its academic year; asked for a new group only.</summary>
    public int StartYear { get; set; }

    /// <summary>The group's version when the page was opened; empty for a new one.</summary>
    public Guid Version { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<GroupForm>
    {
        /// <summary>A name is needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Name).Cascade(CascadeMode.Stop)
                .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Enter the name of the group, for example 8X/Ma1")
                .Must(name => name.Trim().Length <= TextLimits.Name).WithMessage($"The name of the group must be {TextLimits.Name} characters or fewer");
            RuleFor(form => form.Subject).Must(subject => subject.Trim().Length <= TextLimits.Name).WithMessage($"The subject must be {TextLimits.Name} characters or fewer");
        }
    }
}
