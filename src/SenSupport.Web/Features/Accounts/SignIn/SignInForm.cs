using FluentValidation;

namespace SenSupport.Web.Features.Accounts.SignIn;

/// <summary>What a person types to sign in.</summary>
public sealed class SignInForm
{
    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Password; never sent back to the page.</summary>
    public string Password { get; set; } = "";

    /// <summary>The page that they wanted; used only when it is one of ours.</summary>
    public string ReturnUrl { get; set; } = "";

    /// <summary>What was typed on a page whose session had lapsed, protected; see <see cref="KeptForms"/>.</summary>
    public string Kept { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<SignInForm>
    {
        /// <summary>Both are needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Email).NotEmpty().WithMessage("Enter your email address");
            RuleFor(form => form.Password).NotEmpty().WithMessage("Enter your password");
        }
    }
}
