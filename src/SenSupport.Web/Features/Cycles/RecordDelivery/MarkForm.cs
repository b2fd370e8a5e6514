using FluentValidation;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>One tap: a mark of progress towards a target.</summary>
public sealed class MarkForm
{
    /// <summary>The target.</summary>
    public Guid Target { get; set; }

    /// <summary>−2 much less than expected by now, to 2 much more.</summary>
    public int? Mark { get; set; }

    /// <summary>Where to go afterwards; only a page of this site.</summary>
    public string ReturnUrl { get; set; } = "";

    /// <summary>What a tap must be.</summary>
    public sealed class Validator : AbstractValidator<MarkForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.Mark).NotNull().InclusiveBetween(-2, 2).WithMessage("Choose one of the five marks");
        }
    }
}
