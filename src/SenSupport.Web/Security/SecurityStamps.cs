using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Each account's security stamp, kept in memory for at most a minute: a changed password signs out everywhere without a query on every request.</summary>
public sealed class SecurityStamps(IMemoryCache cache)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(60);

    /// <summary>The stamp, or null when there is no such account.</summary>
    public async ValueTask<string?> OfAsync(Guid accountId, SenSupportDbContext db)
    {
        if (cache.TryGetValue(Key(accountId), out string? stamp))
        {
            return stamp;
        }

        stamp = await db.Users.Where(account => account.Id == accountId).Select(account => account.SecurityStamp).FirstOrDefaultAsync();
        return cache.Set(Key(accountId), stamp, Oldest);
    }

    /// <summary>Gives an account another stamp, so that every session of it ends; <see cref="Drop"/> it once that is saved.</summary>
    public async Task RenewAsync(Guid accountId, SenSupportDbContext db)
    {
        var stamp = Guid.NewGuid().ToString("N");
        await db.Users.Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, stamp));
    }

    /// <summary>Forgets an account's stamp after it changed.</summary>
    public void Drop(Guid accountId) => cache.Remove(Key(accountId));

    private static (string, Guid) Key(Guid accountId) => (nameof(SecurityStamps), accountId);
}
