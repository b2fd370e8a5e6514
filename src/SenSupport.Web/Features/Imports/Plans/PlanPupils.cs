using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>Whom a row of a plan is about.</summary>
/// <param name="Pupil">The pupil; null when nobody, or more than one, fits.</param>
/// <param name="Field">The column that is wrong.</param>
/// <param name="What">What is wrong; empty when nothing is.</param>
/// <param name="Mend">What to do.</param>
/// <param name="IsWarning">Whether the row can be used all the same.</param>
internal sealed record PlanPupil(KnownPupil? Pupil, PlanField Field = PlanField.Upn, string What = "", string Mend = "", bool IsWarning = false);

/// <summary>
/// Finds the pupils of a file of plans: by UPN, then by name and date of birth. A plan in the wrong record would show one child's needs to another's family,
/// so whatever is not clear is refused.
/// </summary>
internal sealed class PlanPupils
{
    private readonly Dictionary<string, KnownPupil> byUpn = [];
    private readonly ILookup<(string Name, DateOnly Birth), KnownPupil> byName;

    public PlanPupils(IReadOnlyList<KnownPupil> pupils)
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

    public PlanPupil Of(ImportedPlanRow row)
    {
        if (row.Upn.Length > 0 && byUpn.TryGetValue(row.Upn, out var known))
        {
            return row.Name.Length > 0 && !IsLike(row.Name, known) && row.BirthDate != known.Details.BirthDate
                ? new PlanPupil(null, What: $"UPN {row.Upn} is {known.ListName}’s here, and the line names {row.Name}", Mend: "correct the UPN or the name")
                : OnRoll(known);
        }

        var named = row.BirthDate is { } birth ? byName[(SearchText.Fold(row.Name), birth)].Distinct().ToList() : [];
        return named.Count switch
        {
            1 when row.Upn.Length > 0 && named[0].Details.Upn.Length > 0 => new PlanPupil(null, What: $"UPN {row.Upn} is not known here; {named[0].ListName} has another one", Mend: "correct the UPN, or leave it empty to go by name and date of birth"),
            1 => OnRoll(named[0]),
            > 1 => new PlanPupil(null, PlanField.Upn, "Several pupils have this name and date of birth", "fill in the UPN"),
            _ when row.BirthDate is null => new PlanPupil(null, PlanField.Upn, $"No pupil here has the UPN {row.Upn}", "check it, or add the pupil first"),
            _ => new PlanPupil(null, row.Upn.Length > 0 ? PlanField.Upn : PlanField.BirthDate, "No pupil here has this name and date of birth", "check both, or add the pupil first"),
        };
    }

    private static PlanPupil OnRoll(KnownPupil pupil) => pupil switch
    {
        { LeftOn: { } left } => new PlanPupil(null, What: $"{pupil.ListName} left on {UkDate.Long(left)}", Mend: "remove the row: an earlier plan can be kept as a file"),
        _ when !pupil.Status.IsOnRegister() => new PlanPupil(pupil, What: $"{pupil.ListName} is not on the SEN register ({pupil.Status.Name()})", Mend: "the plan is opened all the same; check the status", IsWarning: true),
        _ => new PlanPupil(pupil),
    };

    private static bool IsLike(string name, KnownPupil pupil)
    {
        var words = SearchText.Fold(name).Split(' ');
        return NamesOf(pupil).Any(known => known.Split(' ').Intersect(words).Any());
    }

    private static IEnumerable<string> NamesOf(KnownPupil pupil) => new[] { pupil.Details.Forename, pupil.Details.KnownAs }.Where(name => name.Length > 0)
        .SelectMany(name => new[] { $"{pupil.Details.Surname} {name}", $"{name} {pupil.Details.Surname}" }).Select(SearchText.Fold).Distinct();
}
