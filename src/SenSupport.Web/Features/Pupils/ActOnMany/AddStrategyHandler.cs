using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>Adds a strategy to open plans (CoP 6.48, 6.49).</summary>
public sealed class AddStrategyHandler(SenSupportDbContext db) : PlanWork(db)
{
    // A profile holds so many; more of them are no longer the few that nobody may leave out.
    private const int MostMustDos = 6;

    /// <inheritdoc/>
    public override BulkKind Kind => BulkKind.AddStrategy;

    /// <inheritdoc/>
    protected override string What => "The strategy";

    /// <inheritdoc/>
    public override string InWords(BulkForm form) => $"{(form.MustDo ? "Must-do strategy" : "Strategy")} added{(form.For.Trim().Length > 0 ? $" for: {form.For.Trim()}" : "")}";

    /// <inheritdoc/>
    public override Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, BulkForm form, IReadOnlyList<FoundPupil> pupils, DateOnly today) =>
        StepsAsync(staff, pupils, cycle => Added(cycle, form));

    /// <inheritdoc/>
    protected override bool Touches(BulkActRow row, FieldChange change) => change.Path.StartsWith($"strategies/{row.AddedId}", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override PlanContent Without(PlanContent plan, BulkActRow row) => plan with { Strategies = [.. plan.Strategies.Where(strategy => strategy.Id != row.AddedId)] };

    private static PlanChange Added(SupportCycle cycle, BulkForm form)
    {
        var (plan, id, text) = (cycle.Plan(), Guid.CreateVersion7(), form.Text.Trim());
        var mustDos = plan.Strategies.Count(strategy => strategy.MustDo);
        return new PlanChange(
            $"Strategy {plan.Strategies.Count + 1} of cycle {cycle.Number}{(form.MustDo && mustDos >= MostMustDos ? $"; the plan has {mustDos} must-dos already, and a profile shows {MostMustDos}" : "")}",
            plan with { Strategies = [.. plan.Strategies, new StrategyContent(id, text, form.For.Trim(), form.MustDo)] },
            id,
            plan.Strategies.Any(strategy => string.Equals(strategy.Text, text, StringComparison.OrdinalIgnoreCase)) ? "The plan has this strategy already" : "");
    }
}
