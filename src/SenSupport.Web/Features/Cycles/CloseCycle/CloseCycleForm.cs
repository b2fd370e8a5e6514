using FluentValidation;

namespace SenSupport.Web.Features.Cycles.CloseCycle;

/// <summary>What was checked before closing.</summary>
public sealed class CloseCycleForm
{
    /// <summary>The version of the cycle that was checked.</summary>
    public Guid Version { get; set; }

    /// <summary>The page writes the version itself: only a forged form lacks it.</summary>
    public sealed class Validator : AbstractValidator<CloseCycleForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.Version).NotEmpty();
    }
}
