using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.ChangeDetails;

/// <summary>A UPN that a pupil had before.</summary>
public sealed class FormerUpnForm
{
    /// <summary>The UPN.</summary>
    public string FormerUpn { get; set; } = "";

    /// <summary>It must be one.</summary>
    public sealed class Validator : AbstractValidator<FormerUpnForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Require(nameof(FormerUpn), form.FormerUpn, "Enter the UPN");
            PupilDetailsForm.Validator.CheckUpn(form.FormerUpn, nameof(FormerUpn), find);
        });
    }
}
