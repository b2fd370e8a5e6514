using FluentValidation;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>Why the SENCo returns a review.</summary>
public sealed class ReturnReviewForm
{
    /// <summary>What should change.</summary>
    public string Note { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ReturnReviewForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form.Note)
            .NotEmpty().WithMessage("Enter what should change, so that the writer knows what to do")
            .MaximumLength(TextLimits.Narrative).WithMessage("What should change must be 20,000 characters or fewer");
    }
}
