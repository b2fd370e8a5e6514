using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>Who a pupil is: what the school's management information system knows too.</summary>
public sealed record PupilDetails(
    string Upn,
    string Surname,
    string Forename,
    string KnownAs,
    DateOnly BirthDate,
    Sex? Sex,
    string NcYear,
    Guid? ClassId,
    string FirstLanguage = "",
    PupilFlags Flags = PupilFlags.None)
{
    /// <summary>The details as they are stored: trimmed, within their limits.</summary>
    /// <exception cref="DomainRuleException">A name is missing, the UPN's check letter is wrong, the birth date is in the future, or the year is unknown.</exception>
    internal PupilDetails Checked(DateOnly today)
    {
        var upn = Pupils.Upn.Normalise(Upn);
        DomainRuleException.Require(upn.Length == 0 || Pupils.Upn.IsValid(upn), "The UPN is not a valid one: check each letter and digit");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Surname), "Enter a surname");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Forename), "Enter a forename");
        DomainRuleException.Require(BirthDate <= today, "The date of birth must be in the past");
        return this with
        {
            Upn = upn,
            Surname = TextLimits.Keep(Surname, TextLimits.Name, "The surname"),
            Forename = TextLimits.Keep(Forename, TextLimits.Name, "The forename"),
            KnownAs = TextLimits.Keep(KnownAs, TextLimits.Name, "The known-as name"),
            NcYear = Schools.NcYear.Parse(NcYear).Code,
            FirstLanguage = TextLimits.Keep(FirstLanguage, TextLimits.Name, "The first language"),
        };
    }
}
