using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Banks;

/// <summary>Reads a bank: the starting entries with what the school changed of them, and its own. Two commands, whatever its size; a bank is some hundred short rows, so it is searched here.</summary>
public static class BankReads
{
    /// <summary>The school's rows of a bank.</summary>
    public static IQueryable<BankEntry> Entries(SenSupportDbContext db, BankKind kind) => db.BankEntries.AsNoTracking().Where(entry => entry.Kind == kind).OrderBy(entry => entry.Id);

    /// <summary>In how many targets of the school's plans each entry stands.</summary>
    public static IQueryable<BankUse> TargetUses(SenSupportDbContext db) =>
        from cycle in db.Cycles from target in cycle.Targets where target.FromBank != "" group target by target.FromBank into same select new BankUse(same.Key, same.Count());

    /// <summary>In how many strategies of the school's plans each entry stands.</summary>
    public static IQueryable<BankUse> StrategyUses(SenSupportDbContext db) =>
        from cycle in db.Cycles from strategy in cycle.Strategies where strategy.FromBank != "" group strategy by strategy.FromBank into same select new BankUse(same.Key, same.Count());

    /// <summary>A whole bank, hidden entries too: the school's own first, then in the order of the starting bank.</summary>
    public static async Task<IReadOnlyList<BankItem>> ReadAsync(SenSupportDbContext db, BankKind kind)
    {
        var rows = await Entries(db, kind).ToListAsync();
        var uses = (await (kind == BankKind.Target ? TargetUses(db) : StrategyUses(db)).ToListAsync()).ToDictionary(use => use.Key, use => use.Count);
        var changed = rows.Where(row => !row.IsOwn).ToDictionary(row => row.Key);
        var starting = kind == BankKind.Target ? StartingBank.Targets.Select(entry => BankItem.Of(entry.Key, entry.Value)) : StartingBank.Strategies.Select(entry => BankItem.Of(entry.Key, entry.Value));
        return
        [
            .. rows.Where(row => row.IsOwn).Reverse().Select(row => Counted(Of(row))),
            .. starting.Select(item => Counted(changed.TryGetValue(item.Key, out var row) ? row.HasWords ? Of(row) : item with { Version = row.Version, IsHidden = row.IsHidden } : item)),
        ];

        BankItem Counted(BankItem item) => item with { Uses = uses.GetValueOrDefault(item.Key) };
    }

    /// <summary>One entry; null where there is none such in this school.</summary>
    public static async Task<BankItem?> FindAsync(SenSupportDbContext db, BankKind kind, string key)
    {
        var starting = Starting(kind, key);
        var row = await Entries(db, kind).FirstOrDefaultAsync(entry => entry.Key == key);
        return row is null ? starting : row.HasWords ? Of(row) : starting is null ? null : starting with { Version = row.Version, IsHidden = row.IsHidden };
    }

    /// <summary>An entry of the starting bank; null where there is none such.</summary>
    public static BankItem? Starting(BankKind kind, string key) => kind == BankKind.Target
        ? StartingBank.Targets.TryGetValue(key, out var target) ? BankItem.Of(key, target) : null
        : StartingBank.Strategies.TryGetValue(key, out var strategy) ? BankItem.Of(key, strategy) : null;

    private static BankItem Of(BankEntry row) => (row.Kind == BankKind.Target ? BankItem.Of(row.Key, row.Target()) : BankItem.Of(row.Key, row.Strategy())) with
    {
        Version = row.Version,
        IsOwn = row.IsOwn,
        IsReworded = !row.IsOwn,
        IsHidden = row.IsHidden,
    };
}

/// <summary>How often an entry stands in plans.</summary>
public sealed record BankUse(string Key, int Count);
