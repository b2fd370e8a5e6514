using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Why a view is taken away.</summary>
public sealed class RemoveViewForm
{
    /// <summary>The row's version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Nothing is taken away without a reason.</summary>
    public sealed class Validator : AbstractValidator<RemoveViewForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => CheckReason(new Findings(context.AddFailure), form.Reason));

        internal static void CheckReason(Findings find, string reason)
        {
            find.Hold(nameof(Reason), !string.IsNullOrWhiteSpace(reason), "Enter the reason");
            find.Limit(nameof(Reason), reason, TextLimits.Line, "The reason");
        }
    }
}
