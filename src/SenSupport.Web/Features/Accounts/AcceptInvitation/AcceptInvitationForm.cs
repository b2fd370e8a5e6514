using FluentValidation;

namespace SenSupport.Web.Features.Accounts.AcceptInvitation;

/// <summary>The password with which an invitation is accepted: a new one, or that of the account which the person has already.</summary>
public sealed class AcceptInvitationForm
{
    /// <summary>The password; never sent back to the page.</summary>
    public string Password { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<AcceptInvitationForm>
    {
        /// <summary>One is needed; what a new one must be like depends on whether it is new.</summary>
        public Validator() => RuleFor(form => form.Password).NotEmpty().WithMessage("Enter a password");
    }
}

/// <summary>A password that is chosen for the first time.</summary>
/// <param name="Password">The password.</param>
public sealed record ChosenPassword(string Password)
{
    /// <summary>The house's rules.</summary>
    public sealed class Validator : AbstractValidator<ChosenPassword>
    {
        /// <summary>Neither too short nor too long.</summary>
        public Validator() => RuleFor(form => form.Password).IsNewPassword();
    }
}
