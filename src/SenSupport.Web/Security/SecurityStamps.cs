using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>
/// Each account's security stamp, kept in memory for at most a minute: a changed password signs out everywhere without a query on every request. The name of the school comes along
/// with it, so that a changed one reaches everybody's pages as well.
/// </summary>
public sealed class SecurityStamps(IMemoryCache cache)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(60);

    /// <summary>What a cookie is checked by. Nobody is signed in yet, so there is no school to filter by.</summary>
    public static IQueryable<KnownAccount> Known(SenSupportDbContext db, Guid accountId, Guid schoolId) =>
        from account in db.Users.IgnoreQueryFilters()
        where account.Id == accountId
        select new KnownAccount(account.SecurityStamp, schoolId, db.Schools.Where(school => school.Id == schoolId).Select(school => school.Name).FirstOrDefault());

    /// <summary>The stamp with the name of the school in which the account works now; null when there is no such account.</summary>
    public async ValueTask<KnownAccount?> OfAsync(Guid accountId, Guid schoolId, SenSupportDbContext db)
    {
        if (!cache.TryGetValue(Key(accountId), out KnownAccount? known) || (known is not null && known.SchoolId != schoolId))
        {
            known = cache.Set(Key(accountId), await Known(db, accountId, schoolId).FirstOrDefaultAsync(), Oldest);
        }

        return known is not null && cache.TryGetValue(NameKey(schoolId), out string? renamed) ? known with { SchoolName = renamed } : known;
    }

    /// <summary>Tells everybody's next page what a school is called from now on. Whatever was read before is forgotten before this is.</summary>
    public void Rename(Guid schoolId, string name) => cache.Set(NameKey(schoolId), name, 2 * Oldest);

    /// <summary>Gives an account another stamp, so that every session of it ends; <see cref="Drop"/> it once that is saved.</summary>
    public async Task RenewAsync(Guid accountId, SenSupportDbContext db)
    {
        var stamp = Guid.NewGuid().ToString("N");
        await db.Users.Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, stamp));
    }

    /// <summary>Forgets an account's stamp after it changed.</summary>
    public void Drop(Guid accountId) => cache.Remove(Key(accountId));

    private static (string, Guid) Key(Guid accountId) => (nameof(SecurityStamps), accountId);

    private static (string, Guid) NameKey(Guid schoolId) => (nameof(Rename), schoolId);
}

/// <summary>What a sign-in cookie is checked by.</summary>
/// <param name="Stamp">The account's security stamp.</param>
/// <param name="SchoolId">The school that the cookie names.</param>
/// <param name="SchoolName">What that school is called; null when there is no such school.</param>
public sealed record KnownAccount(string? Stamp, Guid SchoolId, string? SchoolName);
