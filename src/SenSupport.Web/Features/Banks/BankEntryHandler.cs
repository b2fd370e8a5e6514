using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks;

/// <summary>Loads and saves the school's row of a bank entry. Saving over a colleague's change is refused.</summary>
public sealed class BankEntryHandler(SenSupportDbContext db)
{
    /// <summary>The school's row, tracked.</summary>
    public static IQueryable<BankEntry> Row(SenSupportDbContext db, BankKind kind, string key) => db.BankEntries.AsTracking().Where(entry => entry.Kind == kind && entry.Key == key);

    /// <summary>The school's row of an entry; a new one for an entry of the starting bank that nobody touched; null where there is no such entry.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="kind">Which bank.</param>
    /// <param name="key">The entry.</param>
    /// <param name="version">The version that the page showed; empty where the school had no row.</param>
    /// <exception cref="DbUpdateConcurrencyException">A colleague was first.</exception>
    public async Task<BankEntry?> LoadAsync(SignedInStaff staff, BankKind kind, string key, Guid version)
    {
        if (await Row(db, kind, key).FirstOrDefaultAsync() is { } row)
        {
            db.Entry(row).Property(entry => entry.Version).OriginalValue = version;
            return version == row.Version ? row : throw new DbUpdateConcurrencyException("The entry has changed since the page was opened");
        }

        return BankReads.Starting(kind, key) is null ? null : BankEntry.StandInFor(staff.SchoolId, kind, key);
    }

    /// <summary>Saves the row, if anything of it changed.</summary>
    public async Task SaveAsync(BankEntry entry)
    {
        if (entry.PendingEvents.Count > 0 && db.Entry(entry).State == EntityState.Detached)
        {
            db.Add(entry);
        }

        await db.SaveChangesAsync();
    }
}

/// <summary>The addresses of the banks.</summary>
public static class BankPaths
{
    /// <summary>A bank's address.</summary>
    public static string Of(BankKind kind) => kind == BankKind.Target ? "/banks/targets" : "/banks/strategies";
}
