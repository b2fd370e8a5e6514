using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.KeepDisability;

/// <summary>What is known of a disability, and why no adjustment is needed.</summary>
/// <param name="Disability">What is known of it.</param>
/// <param name="NoAdjustmentReason">Why no adjustment is needed, where that is so.</param>
public sealed record DisabilityText(string Disability, string NoAdjustmentReason);

/// <summary>The same, as typed.</summary>
public sealed class DisabilityForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>What is known of the disability.</summary>
    public string Disability { get; set; } = "";

    /// <summary>Why no adjustment is needed.</summary>
    public string NoAdjustmentReason { get; set; } = "";

    /// <summary>Only its length can be wrong.</summary>
    public sealed class Validator : AbstractValidator<DisabilityForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Limit(nameof(Disability), form.Disability, TextLimits.Narrative, "The disability");
            find.Limit(nameof(NoAdjustmentReason), form.NoAdjustmentReason, TextLimits.Narrative, "The reason");
        });
    }
}

/// <summary>A reasonable adjustment, as typed.</summary>
public sealed class AdjustmentForm
{
    /// <summary>What is done.</summary>
    public string Text { get; set; } = "";

    /// <summary>Since when.</summary>
    public DateParts Start { get; set; } = new();

    /// <summary>What an adjustment must be.</summary>
    public sealed class Validator : AbstractValidator<AdjustmentForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Require(nameof(Text), form.Text, "Enter the adjustment");
            find.Limit(nameof(Text), form.Text, TextLimits.Narrative, "The adjustment");
            find.Hold(nameof(Start), !form.Start.IsEmpty, "Enter the day on which it began");
            var start = find.Date(nameof(Start), form.Start, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(Start), !(start > today), "The date must not be in the future");
        });
    }
}

/// <summary>The end of a reasonable adjustment, as typed.</summary>
public sealed class EndAdjustmentForm
{
    /// <summary>The last day.</summary>
    public DateParts End { get; set; } = new();

    /// <summary>That it is not before the start is asked of the adjustment.</summary>
    public sealed class Validator : AbstractValidator<EndAdjustmentForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Hold(nameof(End), !form.End.IsEmpty, "Enter the last day");
            var end = find.Date(nameof(End), form.End, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(End), !(end > today), "The last day must not be in the future");
        });
    }
}
