using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SenSupport.Web.Features.Accounts;

/// <summary>What every page that takes a new password says about it.</summary>
public static class NewPasswordRules
{
    /// <summary>Fewest characters of a password.</summary>
    public const int Fewest = 12;

    /// <summary>The hint under the field.</summary>
    public const string Hint = "12 characters or more. Three or four words that have nothing to do with each other, or with you or your school, are easy to remember and hard to guess.";

    private const int Most = 200;

    /// <summary>Neither too short nor too long.</summary>
    public static IRuleBuilderOptions<T, string> IsNewPassword<T>(this IRuleBuilder<T, string> rule) => rule
        .MinimumLength(Fewest).WithMessage($"Enter a new password of {Fewest} characters or more")
        .MaximumLength(Most).WithMessage($"Enter a new password of {Most} characters or fewer");

    /// <summary>Says what Identity found wrong beside the field.</summary>
    public static void AddProblems(this ModelStateDictionary state, string field, IdentityResult result)
    {
        foreach (var problem in result.Errors)
        {
            state.AddModelError(field, problem.Description);
        }
    }
}
