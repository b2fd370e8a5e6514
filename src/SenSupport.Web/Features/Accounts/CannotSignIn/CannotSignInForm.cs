using FluentValidation;

namespace SenSupport.Web.Features.Accounts.CannotSignIn;

/// <summary>Whose password is forgotten.</summary>
public sealed class CannotSignInForm
{
    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<CannotSignInForm>
    {
        private const int Longest = 250;

        /// <summary>Something that looks like an address is needed; whether it is known is never said.</summary>
        public Validator() =>
            RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Enter your email address")
                .EmailAddress().WithMessage("Enter an email address in the right form, like name@school.sch.uk")
                .MaximumLength(Longest).WithMessage($"Enter an email address of {Longest} characters or fewer");
    }
}
