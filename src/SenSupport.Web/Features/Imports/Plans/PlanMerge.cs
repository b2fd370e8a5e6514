using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>Adds the rows of a file to a plan that is being used. What is there stays as it is.</summary>
internal static class PlanMerge
{
    /// <summary>What the file has and the plan has not. Rows with the same words are the same; targets and provision point at the outcomes and targets that are there.</summary>
    public static PlanContent Added(PlanContent plan, PlanContent file)
    {
        var outcomes = Same(plan.Outcomes, file.Outcomes, row => row.Id, row => row.Text);
        var targets = Same(plan.Targets, file.Targets, row => row.Id, row => row.Statement);
        return file with
        {
            Outcomes = [.. file.Outcomes.Where(row => !outcomes.ContainsKey(row.Id))],
            Targets = [.. file.Targets.Where(row => !targets.ContainsKey(row.Id)).Select(row => row.OutcomeId is { } id && outcomes.TryGetValue(id, out var kept) ? row with { OutcomeId = kept } : row)],
            Strategies = [.. file.Strategies.Where(row => !plan.Strategies.Any(known => IsSame(known.Text, row.Text)))],
            Provision = [.. file.Provision.Where(row => !plan.Provision.Any(known => IsSame(known.What, row.What))).Select(row => row with { Serves = [.. row.Serves.Select(id => targets.GetValueOrDefault(id, id))] })],
        };
    }

    /// <summary>The plan with what is added; dates and the responsible teacher only where it has none.</summary>
    public static PlanContent Merged(PlanContent plan, PlanContent added)
    {
        var dates = (Starts: plan.StartsOn ?? added.StartsOn, Review: plan.ReviewOn ?? added.ReviewOn);
        return plan with
        {
            StartsOn = dates.Review <= dates.Starts ? plan.StartsOn : dates.Starts,
            ReviewOn = dates.Review <= dates.Starts ? plan.ReviewOn : dates.Review,
            ResponsibleTeacherId = plan.ResponsibleTeacherId ?? added.ResponsibleTeacherId,
            Outcomes = [.. plan.Outcomes, .. added.Outcomes],
            Targets = [.. plan.Targets, .. added.Targets],
            Strategies = [.. plan.Strategies, .. added.Strategies],
            Provision = [.. plan.Provision, .. added.Provision],
        };
    }

    private static Dictionary<Guid, Guid> Same<TRow>(IReadOnlyList<TRow> plan, IReadOnlyList<TRow> file, Func<TRow, Guid> id, Func<TRow, string> words) => file
        .Select(row => (File: id(row), Plan: plan.Where(known => IsSame(words(known), words(row))).Select(id).FirstOrDefault()))
        .Where(pair => pair.Plan != Guid.Empty).ToDictionary(pair => pair.File, pair => pair.Plan);

    private static bool IsSame(string one, string other) => SearchText.Fold(one) == SearchText.Fold(other);
}
