using FluentValidation;

namespace SenSupport.Web.Features.Staff.AddStaff;

/// <summary>A person who is new on the staff.</summary>
public sealed class AddStaffForm : StaffFields
{
    /// <summary>Whether they are invited at once.</summary>
    public bool Invite { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<AddStaffForm>
    {
        /// <summary>What every page about a person asks, and an address for whoever is invited.</summary>
        public Validator()
        {
            AddRules(this);
            RuleFor(form => form.Roles).NotEmpty().WithMessage("Choose at least one role");
            RuleFor(form => form.Email).Must(email => !string.IsNullOrWhiteSpace(email)).When(form => form.Invite).WithMessage("Enter an email address to invite the person with, or do not invite them yet");
        }
    }
}
