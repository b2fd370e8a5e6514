using FluentValidation;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>What is chosen for a cycle that begins.</summary>
public sealed class StartCycleForm
{
    /// <summary>The key of the type of plan; empty for the one that is offered first.</summary>
    public string PlanType { get; set; } = "";

    /// <summary>Targets of the last cycle that were stopped early and come over all the same.</summary>
    public List<Guid> Stopped { get; set; } = [];

    /// <summary>Whether the person was asked. A button elsewhere asks nothing, and need not where there is nothing to choose.</summary>
    public bool IsChosen { get; set; }

    /// <summary>Choices that no page offers are refused where they are read; only their size is checked here.</summary>
    public sealed class Validator : AbstractValidator<StartCycleForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.PlanType).MaximumLength(TextLimits.Name);
            RuleFor(form => form.Stopped).Must(ids => ids.Count <= 1000);
        }
    }
}
