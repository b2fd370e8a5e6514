using FluentValidation;

namespace SenSupport.Web.Features.Accounts.ResetPassword;

/// <summary>Another password.</summary>
public sealed class ResetPasswordForm
{
    /// <summary>The password from now on; never sent back to the page.</summary>
    public string NewPassword { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ResetPasswordForm>
    {
        /// <summary>The house's rules.</summary>
        public Validator() => RuleFor(form => form.NewPassword).Cascade(CascadeMode.Stop).IsNewPassword();
    }
}
