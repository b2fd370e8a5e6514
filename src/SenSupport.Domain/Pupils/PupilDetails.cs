using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>Who a pupil is: what the school's management information system knows too.</summary>
/// <param name="Upn">Unique pupil number; empty where there is none yet.</param>
/// <param name="Surname">Legal surname.</param>
/// <param name="Forename">Legal forename.</param>
/// <param name="KnownAs">The first name that is used, where it is another.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Sex">Sex, where recorded.</param>
/// <param name="NcYear">Code of the national curriculum year.</param>
/// <param name="ClassId">The registration class.</param>
/// <param name="FirstLanguage">First language, where it is not English.</param>
/// <param name="Flags">Circumstances beside SEN.</param>
/// <param name="Attendance">Attendance this year, in per cent.</param>
/// <param name="AttendanceOn">The day up to which the attendance figure counts.</param>
/// <param name="InSenUnit">Whether the pupil has a place in a SEN unit (census: <c>SENunitIndicator</c>).</param>
/// <param name="InResourcedProvision">Whether the pupil has a place in resourced provision (census: <c>ResourcedProvisionIndicator</c>).</param>
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
    PupilFlags Flags = PupilFlags.None,
    decimal? Attendance = null,
    DateOnly? AttendanceOn = null,
    bool InSenUnit = false,
    bool InResourcedProvision = false)
{
    /// <summary>The details as they are stored: trimmed, within their limits.</summary>
    /// <exception cref="DomainRuleException">A name is missing, the UPN's check letter is wrong, the birth date is in the future, the year is unknown, or the attendance is no percentage.</exception>
    internal PupilDetails Checked(DateOnly today)
    {
        var upn = Pupils.Upn.Normalise(Upn);
        DomainRuleException.Require(upn.Length == 0 || Pupils.Upn.IsValid(upn), "The UPN is not a valid one: check each letter and digit");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Surname), "Enter a surname");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Forename), "Enter a forename");
        DomainRuleException.Require(BirthDate <= today, "The date of birth must be in the past");
        DomainRuleException.Require(Attendance is null or (>= 0 and <= 100), "Attendance must be between 0 and 100 per cent");
        DomainRuleException.Require(!(AttendanceOn > today), "The date of the attendance figure must not be in the future");
        return this with
        {
            Upn = upn,
            Attendance = Attendance is { } percent ? Math.Round(percent, 1) : null,
            Surname = TextLimits.Keep(Surname, TextLimits.Name, "The surname"),
            Forename = TextLimits.Keep(Forename, TextLimits.Name, "The forename"),
            KnownAs = TextLimits.Keep(KnownAs, TextLimits.Name, "The known-as name"),
            NcYear = Schools.NcYear.Parse(NcYear).Code,
            FirstLanguage = TextLimits.Keep(FirstLanguage, TextLimits.Name, "The first language"),
        };
    }
}
