using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Refuses passwords that are long and yet guessed early: well-known words, sequences, and what is known of the person.</summary>
public sealed class HardToGuess(SenSupportDbContext db) : IPasswordValidator<Account>
{
    private const int FewestDifferent = 5;

    // A school's name says little with these; they would refuse "A-primary-colour-9".
    private static readonly HashSet<string> Generic = ["academy", "and", "college", "community", "high", "infant", "junior", "nursery", "primary", "saint", "school", "secondary", "special", "the", "trust"];

    private static readonly HashSet<string> Known = ReadKnown();

    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        // The person has no school yet, as far as this request knows.
        var person = await (
            from staff in db.Staff.IgnoreQueryFilters()
            join school in db.Schools.IgnoreQueryFilters() on staff.SchoolId equals school.Id
            where staff.AccountId == user.Id
            select new { staff.Name, School = school.Name }).FirstOrDefaultAsync();
        var about = $"{user.Email?.Split('@')[0]} {person?.Name} {person?.School}";
        return Problem(password ?? "", about) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = nameof(HardToGuess), Description = problem })
            : IdentityResult.Success;
    }

    /// <summary>What is wrong with a password, as the page says it; null when nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="about">What is known of the person: name, school, e-mail address before the @.</param>
    public static string? Problem(string password, string about)
    {
        var readings = Readings(password).Where(letters => letters.Length > 0).ToList();
        return true switch
        {
            _ when password.Distinct().Count() < FewestDifferent || IsSequence(password) => "Choose a password with more variety: it repeats itself or is a simple sequence",
            _ when password.All(char.IsDigit) => "Choose a password with words in it: numbers alone are guessed early",
            _ when readings.Exists(IsMadeOfKnownWords) => "Choose a password that is harder to guess: this one is made of well-known words only",
            _ when WordsOf(about).Any(word => readings.Exists(letters => letters.Contains(word, StringComparison.Ordinal))) => "Choose a password without your name, your email address or the name of your school",
            _ => null,
        };
    }

    private static IEnumerable<string> WordsOf(string about) =>
        SearchText.Fold(about).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(Letters)
            .Where(word => word.Length > 3 && !Generic.Contains(word));

    // The letters as they stand, and with the digits and signs inside that stand for letters: "P@55w0rd1" is read as "psswrd" and as "password".
    private static IEnumerable<string> Readings(string password)
    {
        var folded = password.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
        yield return Letters(folded);
        var end = folded.Length;
        while (end > 0 && !char.IsAsciiLetter(folded[end - 1]))
        {
            end--;
        }

        yield return Letters(folded[..end].Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('1', 'i').Replace('!', 'i').Replace('0', 'o').Replace('5', 's').Replace('$', 's'));
    }

    private static string Letters(string text) => new([.. text.Where(char.IsAsciiLetter)]);

    private static bool IsSequence(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => next - one).ToList();
        return steps.Count(step => step is 1 or -1 or 0 || step is 9 or -9) > steps.Count * 3 / 4;
    }

    private static bool IsMadeOfKnownWords(string letters)
    {
        var reached = new bool[letters.Length + 1];
        reached[0] = true;
        for (var from = 0; from < letters.Length; from++)
        {
            for (var to = from + 2; reached[from] && to <= letters.Length; to++)
            {
                reached[to] |= Known.Contains(letters[from..to]);
            }
        }

        return reached[letters.Length];
    }

    private static HashSet<string> ReadKnown()
    {
        using var stream = typeof(HardToGuess).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
