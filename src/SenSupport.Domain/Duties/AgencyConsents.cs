using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Duties;

/// <summary>Consent to involve outside agencies: they are contacted if the parents agree, or the young person (CoP 6.47).</summary>
public static class AgencyConsents
{
    /// <summary>The answer that lets an agency be involved.</summary>
    public const string Given = "Given";

    /// <summary>The answer that does not.</summary>
    public const string Refused = "Not given";

    /// <summary>The latest answer for whoever contributed; null where nobody was asked. Where no name is known, the latest for any agency.</summary>
    /// <param name="contributor">The agency or its specialist, as written: "Speech and language therapy, A. Reid".</param>
    /// <param name="done">What the school recorded.</param>
    public static DoneFact? For(string contributor, IEnumerable<DoneFact> done)
    {
        var named = SearchText.Fold(contributor);
        return done.Where(record => record.Kind == DutyRecordKind.AgencyConsent && AreSame(named, SearchText.Fold(record.Who))).MaxBy(record => record.On);
    }

    /// <summary>Whether an agency may be involved.</summary>
    public static bool Allows(this DoneFact? answer) => answer?.Outcome == Given;

    // "Educational psychologist" stands for "Educational psychologist, Dr Shah" and the other way round.
    private static bool AreSame(string contributor, string agency) =>
        contributor.Length == 0 || (agency.Length > 0 && ($" {contributor} ".Contains($" {agency} ", StringComparison.Ordinal) || $" {agency} ".Contains($" {contributor} ", StringComparison.Ordinal)));
}
