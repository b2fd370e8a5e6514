using FluentValidation;

namespace SenSupport.Web.Features.Accounts.ChangePassword;

/// <summary>What a person types to change their password.</summary>
public sealed class ChangePasswordForm
{
    /// <summary>Fewest characters of a password.</summary>
    public const int Fewest = 12;

    private const int Most = 200;

    /// <summary>The password until now.</summary>
    public string CurrentPassword { get; set; } = "";

    /// <summary>The password from now on.</summary>
    public string NewPassword { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ChangePasswordForm>
    {
        /// <summary>Both are needed, and they differ.</summary>
        public Validator()
        {
            RuleFor(form => form.CurrentPassword).NotEmpty().WithMessage("Enter your current password");
            RuleFor(form => form.NewPassword).Cascade(CascadeMode.Stop)
                .MinimumLength(Fewest).WithMessage($"Enter a new password of {Fewest} characters or more")
                .MaximumLength(Most).WithMessage($"Enter a new password of {Most} characters or fewer")
                .NotEqual(form => form.CurrentPassword).WithMessage("Enter a new password that is not the current one");
        }
    }
}
