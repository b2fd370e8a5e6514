using Microsoft.AspNetCore.Identity;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The demonstration school, Hollin Beck Primary School: people who try SenSupport find a whole school at work.</summary>
public static class DemoSchool
{
    /// <summary>The password of every demonstration account.</summary>
    public const string Password = "Demo-School-2026";

    /// <summary>What the addresses of the demonstration accounts end on.</summary>
    public const string Domain = "demo.example";

    /// <summary>Makes the school, unless the database holds a school already.</summary>
    /// <param name="services">The application's services, of a scope of its own.</param>
    /// <param name="cancellationToken">Stops it; then nothing is kept.</param>
    /// <returns>Whether the school was made.</returns>
    public static async Task<bool> SeedAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        if (services.GetRequiredService<PlainDatabase>().ReadTexts("SELECT Name FROM Schools").Count > 0)
        {
            return false;
        }

        var db = services.GetRequiredService<SenSupportDbContext>();
        var accounts = Accounts(services).ToDictionary(account => account.Email!.Split('@')[0]);
        var made = DemoRecords.Make(SchoolClock.Today(services.GetRequiredService<TimeProvider>()), accounts.ToDictionary(account => account.Key, account => account.Value.Id));

        // Everything is new and complete: looking for changes in ten thousand rows would only cost time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        services.GetRequiredService<SchoolScope>().SchoolId = made.School.Id;
        db.Add(made.School);
        db.AddRange(accounts.Values);
        db.AddRange(made.Staff.All);
        db.AddRange(made.Staff.Classes);
        db.AddRange(made.Pupils);
        db.AddRange(made.Cycles);
        db.AddRange(made.Groups);
        db.AddRange(made.Points);
        db.AddRange(made.Beside);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The demonstration accounts' addresses, each with what the person is.</summary>
    public static IReadOnlyList<(string Email, string Who)> AccountsInWords() =>
        [.. DemoContent.Accounts().Select(row => ($"{row.Account}@{Domain}", $"{row.Name}, {row.JobTitle}"))];

    private static IEnumerable<Account> Accounts(IServiceProvider services)
    {
        var names = services.GetRequiredService<ILookupNormalizer>();
        var hash = services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), Password);
        foreach (var (email, _) in AccountsInWords())
        {
            // One hash for all: making one is slow on purpose, and these passwords are no secret.
            yield return new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                NormalizedUserName = names.NormalizeName(email),
                Email = email,
                NormalizedEmail = names.NormalizeEmail(email),
                EmailConfirmed = true,
                LockoutEnabled = true,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
        }
    }
}
