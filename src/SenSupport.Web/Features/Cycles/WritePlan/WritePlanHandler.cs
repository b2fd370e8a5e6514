using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>Reads a checked form into a plan and saves it.</summary>
public sealed class WritePlanHandler(CycleSaver saver, SavePlanHandler plans)
{
    /// <summary>Saves; <see cref="SaveKind.UnknownVersion"/> where the form names what its page never had.</summary>
    /// <exception cref="DomainRuleException">The cycle's rules do not allow it.</exception>
    public async Task<SaveOutcome> SaveAsync(SupportCycle cycle, WritePlanForm form, SignedInStaff staff)
    {
        if (await saver.BegunAsync(cycle, form.Version, CycleParts.Plan) is not { } begun)
        {
            return SaveOutcome.UnknownVersion;
        }

        // A row that a colleague removed meanwhile was on the page, so it is no forgery.
        var known = begun.Keys.Concat(RecordFields.Of(cycle.Plan()).Keys).Where(path => path.EndsWith("/id", StringComparison.Ordinal)).ToHashSet();
        var responsible = SavePlanHandler.MayName(staff) ? form.ResponsibleTeacherId : begun.GetValueOrDefault("responsibleTeacherId", "");
        return Read(form, cycle.Id, known, responsible) is { } plan ? await plans.SaveAsync(cycle, form.Version, plan, staff) : SaveOutcome.UnknownVersion;
    }

    private static PlanContent? Read(WritePlanForm form, Guid cycleId, HashSet<string> known, string responsible)
    {
        var isForged = false;
        var outcomeIds = Ids("outcomes", form.Outcomes);
        var targetIds = Ids("targets", form.Targets);
        var strategyIds = Ids("strategies", form.Strategies);
        var provisionIds = Ids("provision", form.Provision);
        Guid? responsibleId = responsible.Length == 0 ? null : Guid.TryParse(responsible, out var named) ? named : Forged();
        isForged |= form.Targets.Exists(row => (row.Area.Length > 0 && row.AreaChosen is null) || (row.Reformulated.Length > 0 && row.WayChosen is null));
        isForged |= form.Strategies.Exists(row => row.Area.Length > 0 && row.AreaChosen is null);
        isForged |= form.Targets.Select(row => row.FromBank).Concat(form.Strategies.Select(row => row.FromBank)).Any(key => key.Length > TextLimits.Name);
        var plan = new PlanContent(
            Date(form.StartsOn),
            Date(form.ReviewOn),
            responsibleId,
            form.ExpectedImpact,
            form.AtHome,
            form.PupilsPart,
            [.. form.Outcomes.Where(row => !row.IsDropped).Select(row => row.Content(outcomeIds[row.Key]))],
            [.. form.Targets.Where(row => !row.IsDropped).Select(row => row.Content(targetIds[row.Key], row.OutcomeKey.Length == 0 ? null : IdOf(outcomeIds, row.OutcomeKey)))],
            [.. form.Strategies.Where(row => !row.IsDropped).Select(row => row.Content(strategyIds[row.Key]))],
            [.. form.Provision.Where(row => !row.IsDropped).Select(row => row.Content(provisionIds[row.Key], [.. row.Serves.Distinct().Select(key => IdOf(targetIds, key) ?? Guid.Empty)]))]);
        return isForged ? null : plan;

        Guid? Forged()
        {
            isForged = true;
            return null;
        }

        Guid? IdOf(Dictionary<string, Guid> ids, string key) => ids.TryGetValue(key, out var id) ? id : Forged();

        Dictionary<string, Guid> Ids(string list, IEnumerable<PlanEntry> rows)
        {
            var ids = new Dictionary<string, Guid>();
            foreach (var row in rows)
            {
                var id = row.IdIn(cycleId);
                var isKnown = id is not null && (row.IsNew || known.Contains($"{list}/{id}/id"));
                isForged |= !isKnown || !ids.TryAdd(row.Key, id!.Value);
                ids.TryAdd(row.Key, Guid.Empty);
            }

            return ids;
        }
    }

    private static DateOnly? Date(DateParts parts) => parts.TryRead(out var date) ? date : null;
}
