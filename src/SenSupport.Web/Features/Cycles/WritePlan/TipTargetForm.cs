using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Targets;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>One target as it is being typed, for the SMART helper.</summary>
public sealed class TipTargetForm
{
    /// <summary>What the pupil will do.</summary>
    public string Statement { get; set; } = "";

    /// <summary>Where the pupil is now.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>How progress is measured.</summary>
    public string Measure { get; set; } = "";

    /// <summary>What success looks like.</summary>
    public string SuccessCriterion { get; set; } = "";

    /// <summary>The area of need, by name.</summary>
    public string Area { get; set; } = "";

    /// <summary>By when, on one line.</summary>
    public string ByWhen { get; set; } = "";

    /// <summary>First day of the plan.</summary>
    public DateParts StartsOn { get; set; } = new();

    /// <summary>Review date.</summary>
    public DateParts ReviewOn { get; set; } = new();

    /// <summary>What the helper says.</summary>
    public TargetTips Tips(IReadOnlyCollection<AreaOfNeed> areas) => new(Statement, SmartHelper.Check(
        new TargetEntry { Statement = Statement, Baseline = Baseline, Measure = Measure, SuccessCriterion = SuccessCriterion, Area = Area, ByWhen = ByWhen }.ForHelper(),
        new SmartPlan(StartsOn.TryRead(out var starts) ? starts : null, ReviewOn.TryRead(out var review) ? review : null, areas)));

    /// <summary>What cannot be stored is not read either.</summary>
    public sealed class Validator : AbstractValidator<TipTargetForm>
    {
        /// <summary>The limits of a plan.</summary>
        public Validator() =>
            RuleFor(form => form).Must(form => new[] { form.Statement, form.Baseline, form.Measure, form.SuccessCriterion }.All(text => text.Length <= TextLimits.Narrative)).WithMessage("The text is too long");
    }
}
