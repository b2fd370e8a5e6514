using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>Whom a row is about.</summary>
/// <param name="Pupil">The pupil, who is on roll; null when nobody, or more than one, fits.</param>
/// <param name="IsBirthDate">Whether it is the date of birth that is wrong, not the UPN.</param>
/// <param name="What">What is wrong; empty when nothing is.</param>
/// <param name="Mend">What to do.</param>
internal sealed record NamedPupil(KnownPupil? Pupil, bool IsBirthDate = false, string What = "", string Mend = "");

/// <summary>
/// Finds the pupils whom the rows of a file name: by UPN, then by name and date of birth. What is written in the wrong record would show one child's needs to
/// another's family, so whatever is not clear is refused.
/// </summary>
internal sealed class NamedPupils
{
    private readonly Dictionary<string, KnownPupil> byUpn = [];
    private readonly ILookup<(string Name, DateOnly Birth), KnownPupil> byName;

    public NamedPupils(IReadOnlyList<KnownPupil> pupils)
    {
        // Whoever is on roll comes before a former pupil with the same number.
        var inOrder = pupils.OrderBy(pupil => pupil.LeftOn is not null).ToList();
        foreach (var (upn, pupil) in inOrder.Where(pupil => pupil.Details.Upn.Length > 0).Select(pupil => (pupil.Details.Upn, pupil))
            .Concat(inOrder.SelectMany(pupil => pupil.FormerUpns, (pupil, upn) => (upn, pupil))))
        {
            byUpn.TryAdd(upn, pupil);
        }

        byName = inOrder.SelectMany(pupil => NamesOf(pupil).Select(name => (Key: (name, pupil.Details.BirthDate), pupil))).ToLookup(named => named.Key, named => named.pupil);
    }

    /// <summary>Whom a row names.</summary>
    /// <param name="upn">A valid UPN, or empty.</param>
    /// <param name="name">The name as it is written, in either order.</param>
    /// <param name="birthDate">The date of birth.</param>
    /// <param name="ifLeft">What to do about a row of a former pupil.</param>
    public NamedPupil Of(string upn, string name, DateOnly? birthDate, string ifLeft)
    {
        if (upn.Length > 0 && byUpn.TryGetValue(upn, out var known))
        {
            return name.Length > 0 && !IsLike(name, known) && birthDate != known.Details.BirthDate
                ? new NamedPupil(null, What: $"UPN {upn} is {known.ListName}’s here, and the line names {name}", Mend: "correct the UPN or the name")
                : OnRoll(known, ifLeft);
        }

        var named = birthDate is { } birth ? byName[(SearchText.Fold(name), birth)].Distinct().ToList() : [];
        return named.Count switch
        {
            1 when upn.Length > 0 && named[0].Details.Upn.Length > 0 => new NamedPupil(null, What: $"UPN {upn} is not known here; {named[0].ListName} has another one", Mend: "correct the UPN, or leave it empty to go by name and date of birth"),
            1 => OnRoll(named[0], ifLeft),
            > 1 => new NamedPupil(null, What: "Several pupils have this name and date of birth", Mend: "fill in the UPN"),
            _ when birthDate is null => new NamedPupil(null, What: $"No pupil here has the UPN {upn}", Mend: "check it, or add the pupil first"),
            _ => new NamedPupil(null, upn.Length == 0, "No pupil here has this name and date of birth", "check both, or add the pupil first"),
        };
    }

    private static NamedPupil OnRoll(KnownPupil pupil, string ifLeft) =>
        pupil.LeftOn is { } left ? new NamedPupil(null, What: $"{pupil.ListName} left on {UkDate.Long(left)}", Mend: ifLeft) : new NamedPupil(pupil);

    private static bool IsLike(string name, KnownPupil pupil)
    {
        var words = SearchText.Fold(name).Split(' ');
        return NamesOf(pupil).Any(known => known.Split(' ').Intersect(words).Any());
    }

    private static IEnumerable<string> NamesOf(KnownPupil pupil) => new[] { pupil.Details.Forename, pupil.Details.KnownAs }.Where(name => name.Length > 0)
        .SelectMany(name => new[] { $"{pupil.Details.Surname} {name}", $"{name} {pupil.Details.Surname}" }).Select(SearchText.Fold).Distinct();
}
