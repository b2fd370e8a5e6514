using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>Checks a posted form by its validator.</summary>
public static class FormValidation
{
    /// <summary>Adds what the validator finds to the page's errors. False when there are errors, those of reading the form included.</summary>
    public static bool Check<TForm>(this ControllerBase controller, IValidator<TForm> validator, TForm form)
    {
        foreach (var problem in validator.Validate(form).Errors)
        {
            controller.ModelState.AddModelError(problem.PropertyName, problem.ErrorMessage);
        }

        return controller.ModelState.IsValid;
    }
}
