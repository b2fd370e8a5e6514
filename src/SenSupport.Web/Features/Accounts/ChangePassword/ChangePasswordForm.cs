using FluentValidation;

namespace SenSupport.Web.Features.Accounts.ChangePassword;

/// <summary>What a person types to change their password.</summary>
public sealed class ChangePasswordForm
{
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
                .IsNewPassword()
                .NotEqual(form => form.CurrentPassword).WithMessage("Enter a new password that is not the current one");
        }
    }
}
