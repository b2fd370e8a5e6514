using FluentValidation;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Cycles.SharePlan;

/// <summary>What the check page showed: only that is shared.</summary>
public sealed class SharePlanForm
{
    /// <summary>The version of the cycle.</summary>
    public Guid Version { get; set; }

    /// <summary>The version of the pupil's record, of which the plan says much.</summary>
    public Guid PupilVersion { get; set; }

    /// <summary>Whether the changes are so small that nobody need read it again.</summary>
    public bool IsMinor { get; set; }

    /// <summary>Both versions are there unless the form is forged.</summary>
    public sealed class Validator : AbstractValidator<SharePlanForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.Version).NotEmpty();
            RuleFor(form => form.PupilVersion).NotEmpty();
        }
    }
}

/// <summary>Why a plan goes back to its writer.</summary>
public sealed class ReturnPlanForm
{
    /// <summary>What should change.</summary>
    public string Note { get; set; } = "";

    /// <summary>A plan is not returned without a word.</summary>
    public sealed class Validator : AbstractValidator<ReturnPlanForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form.Note)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter what should change")
            .MaximumLength(TextLimits.Narrative).WithMessage($"The note must be {TextLimits.Narrative:N0} characters or fewer");
    }
}
