using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>Which pupil of the school each row of a file is about: by UPN, by a former UPN, then, as likely only, by name and date of birth.</summary>
internal sealed class PupilMatches
{
    private readonly Dictionary<ImportedPupil, (KnownPupil? Pupil, bool IsLikely, int? Twin)> found = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> seen = [];

    public PupilMatches(IReadOnlyList<KnownPupil> pupils, IReadOnlyList<ImportedPupil> rows)
    {
        // Whoever is on roll comes before a former pupil with the same number.
        var inOrder = pupils.OrderBy(pupil => pupil.LeftOn is not null).ToList();
        var byUpn = new Dictionary<string, KnownPupil>();
        foreach (var (upn, pupil) in inOrder.Where(pupil => pupil.Details.Upn.Length > 0).Select(pupil => (pupil.Details.Upn, pupil))
            .Concat(inOrder.SelectMany(pupil => pupil.FormerUpns, (pupil, upn) => (upn, pupil))))
        {
            byUpn.TryAdd(upn, pupil);
        }

        var byName = inOrder.SelectMany(pupil => new[] { pupil.Details.Forename, pupil.Details.KnownAs }.Where(name => name.Length > 0).Select(name => (Key: Key(pupil.Details.Surname, name, pupil.Details.BirthDate), pupil)))
            .DistinctBy(named => (named.Key, named.pupil.Id)).ToLookup(named => named.Key, named => named.pupil);

        var claimed = new Dictionary<Guid, int>();
        foreach (var row in rows)
        {
            if (row.FormerUpns.Prepend(row.Upn).Select(upn => byUpn.GetValueOrDefault(upn)).FirstOrDefault(pupil => pupil is not null) is { } pupil)
            {
                seen.Add(pupil.Id);
                found[row] = (pupil, false, row.IsSound && !claimed.TryAdd(pupil.Id, row.Line) ? claimed[pupil.Id] : null);
            }
        }

        foreach (var row in rows.Where(row => row.BirthDate is not null && !found.ContainsKey(row)))
        {
            var likely = new[] { row.Forename, row.KnownAs }.Where(name => name.Length > 0).SelectMany(name => byName[Key(row.Surname, name, row.BirthDate!.Value)]).FirstOrDefault(pupil => !seen.Contains(pupil.Id));
            if (likely is not null)
            {
                seen.Add(likely.Id);
                found[row] = (likely, true, null);
            }
        }
    }

    /// <summary>The pupil whom a row is about, whether that is only likely, and the line of an earlier row about the same one.</summary>
    public (KnownPupil? Pupil, bool IsLikely, int? Twin) Of(ImportedPupil row) => found.GetValueOrDefault(row);

    /// <summary>Whether any row is about a pupil, be it refused.</summary>
    public bool IsSeen(KnownPupil pupil) => seen.Contains(pupil.Id);

    private static (string, string, DateOnly) Key(string surname, string name, DateOnly birth) => (SearchText.Fold(surname), SearchText.Fold(name), birth);
}
