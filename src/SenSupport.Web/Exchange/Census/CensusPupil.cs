using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Exchange.Census;

/// <summary>What the SEN part of the school census takes of a pupil on its day.</summary>
/// <param name="Id">The pupil's key.</param>
/// <param name="Upn">UPN; empty when none is recorded.</param>
/// <param name="Surname">Surname.</param>
/// <param name="Forename">Forename.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Sex">Null when it is not recorded.</param>
/// <param name="NcYear">National curriculum year; null when it is unknown.</param>
/// <param name="Provision">SEN provision on the day.</param>
/// <param name="Needs">Needs that are current on the day, by rank.</param>
/// <param name="SenUnit">Member of a SEN unit.</param>
/// <param name="ResourcedProvision">In resourced provision.</param>
public sealed record CensusPupil(
    Guid Id,
    string Upn,
    string Surname,
    string Forename,
    DateOnly BirthDate,
    Sex? Sex,
    NcYear? NcYear,
    string Provision,
    IReadOnlyList<RankedNeed> Needs,
    bool SenUnit = false,
    bool ResourcedProvision = false);

/// <summary>Something for which the census would come back to the data manager.</summary>
/// <param name="PupilId">Whose record it is.</param>
/// <param name="Check">Which check found it.</param>
/// <param name="Sentence">What is wrong, in plain words.</param>
/// <param name="IsWarning">Whether it may be right as it is.</param>
public sealed record CensusFinding(Guid PupilId, CensusCheck Check, string Sentence, bool IsWarning = false);

/// <summary>What is checked.</summary>
public enum CensusCheck
{
    /// <summary>A UPN that is missing, not valid or shared.</summary>
    Upn,

    /// <summary>A date of birth that cannot be.</summary>
    BirthDate,

    /// <summary>An age that does not go with the year group.</summary>
    AgeForYear,

    /// <summary>Sex not recorded.</summary>
    Sex,

    /// <summary>A year group that is missing.</summary>
    NcYear,

    /// <summary>A provision code that is missing, unknown or retired.</summary>
    Provision,

    /// <summary>K or E without a need, or needs without K or E.</summary>
    Needs,

    /// <summary>Ranks with gaps or repeated, or one type twice.</summary>
    Ranks,

    /// <summary>A type of need that is unknown, retired or not yet in use.</summary>
    NeedType,

    /// <summary>NSA with an EHC plan.</summary>
    NoAssessmentWithPlan,

    /// <summary>A SEN unit or resourced provision without SEN.</summary>
    Unit,
}
