using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Cycles.WritePlan;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Pupils;

namespace SenSupport.Web.Features.Cycles.AddFromBank;

/// <summary>Reads a bank for one pupil, and puts entries of it into a plan that is being typed.</summary>
public sealed class AddFromBankHandler(SenSupportDbContext db)
{
    /// <summary>What the filters know of a pupil.</summary>
    public async Task<BankPupil> AboutAsync(PupilHeaderRow pupil)
    {
        var needs = await WritePlanPage.CurrentNeeds(db, pupil.Id).ToListAsync();
        return new BankPupil(pupil.FirstName, [.. needs.Select(need => need.Area).Distinct()], [.. needs.Select(need => need.Code).Distinct()], BankPhase.Of(pupil.YearCode));
    }

    /// <summary>A bank about a pupil, hidden entries too.</summary>
    public async Task<IReadOnlyList<BankItem>> ReadAsync(BankChoice choice, PupilHeaderRow pupil)
    {
        var pronouns = Pronouns.For(pupil.Sex);
        return choice == BankChoice.Provision
            ? [.. StartingBank.Interventions.Select(BankItem.Of)]
            : [.. (await BankReads.ReadAsync(db, choice == BankChoice.Targets ? BankKind.Target : BankKind.Strategy)).Select(item => item.For(pronouns, pupil.FirstName))];
    }

    /// <summary>What was seen of the bank's strategies in earlier cycles, by key.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<EarlierUse>>> EarlierAsync(Guid pupilId, int number, IEnumerable<BankItem> items)
    {
        var earlier = await EarlierUse.Before(db, pupilId, number).ToListAsync();
        return items
            .Select(item => (item.Key, Uses: (IReadOnlyList<EarlierUse>)[.. earlier.Where(use => use.Is(item.Key, item.Title)).DistinctBy(use => use.Cycle)]))
            .Where(entry => entry.Uses.Count > 0)
            .ToDictionary(entry => entry.Key, entry => entry.Uses);
    }

    /// <summary>Puts entries into a form, after taking out rows of the kind in which nothing was typed.</summary>
    /// <returns>The key of the first row added; null when there is none.</returns>
    public static string? Add(WritePlanForm form, BankChoice choice, IReadOnlyList<BankItem> items, bool withOutcomes, DateOnly today)
    {
        var (starts, review) = (form.StartsOn.TryRead(out var start) ? start : today, form.ReviewOn.TryRead(out var date) ? date : (DateOnly?)null);
        switch (choice)
        {
            case BankChoice.Targets:
                form.Targets.RemoveAll(row => row.IsDropped && !form.Provision.Exists(other => other.Serves.Contains(row.Key)));
                var targets = items.Select(item => Target(form, item, withOutcomes, starts, review)).ToList();
                form.Targets.AddRange(targets);
                return targets.FirstOrDefault()?.Key;
            case BankChoice.Strategies:
                form.Strategies.RemoveAll(row => row.IsDropped);
                var strategies = items.Select(item => new StrategyEntry { Text = Joined(item.Title, item.Text), For = item.Strategy!.For.Length > 0 ? item.Strategy.For : StrategyEntry.EveryAdult, Area = $"{item.Area}", FromBank = item.Key }).ToList();
                form.Strategies.AddRange(strategies);
                return strategies.FirstOrDefault()?.Key;
            default:
                form.Provision.RemoveAll(row => row.IsDropped);
                var rows = items.Select(item => Provision(item.Intervention!, starts, review)).ToList();
                form.Provision.AddRange(rows);
                return rows.FirstOrDefault()?.Key;
        }
    }

    private static TargetEntry Target(WritePlanForm form, BankItem item, bool withOutcomes, DateOnly starts, DateOnly? review)
    {
        var facts = item.Facts.ToDictionary(fact => fact.Label, fact => fact.Words);
        var target = new TargetEntry
        {
            Area = $"{item.Area}",
            Statement = item.Title,
            Measure = facts.GetValueOrDefault("Measure", ""),
            SuccessCriterion = facts.GetValueOrDefault("Success", ""),
            ByWhen = item.Target!.Weeks is { } weeks ? Typed.Of(Earlier(starts.AddDays(7 * weeks), review)) : Typed.Of(review),
            FromBank = item.Key,
        };
        if (facts.TryGetValue("Step towards", out var outcome))
        {
            var known = form.Outcomes.Find(row => row.Text.Trim() == outcome);
            if (known is null && withOutcomes)
            {
                form.Outcomes.RemoveAll(row => row.IsDropped && !form.Targets.Exists(other => other.OutcomeKey == row.Key));
                form.Outcomes.Add(known = new OutcomeEntry { Text = outcome });
            }

            target.OutcomeKey = known?.Key ?? "";
        }

        return target;
    }

    private static ProvisionEntry Provision(Intervention row, DateOnly starts, DateOnly? review) => ProvisionEntry.Of(new ProvisionContent(
        Guid.Empty,
        row.Name,
        row.DeliveredBy,
        "",
        row.SessionMinutes,
        row.TimesAWeek,
        row.GroupSize,
        starts,
        row.Weeks is { } weeks ? Earlier(starts.AddDays((7 * weeks) - 3), review) : review), PlanEntry.NewKey());

    // A plan's rows end with it, unless its review is before they begin.
    private static DateOnly Earlier(DateOnly date, DateOnly? review) => review < date ? review.Value : date;

    private static string Joined(string title, string text) => text.Length == 0 ? title : $"{title.TrimEnd('.')}. {text}";
}
