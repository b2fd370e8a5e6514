using System.Text.RegularExpressions;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>Who and where a school is.</summary>
/// <param name="Name">The school's name.</param>
/// <param name="LocalAuthorityNumber">Three digits.</param>
/// <param name="EstablishmentNumber">Four digits.</param>
/// <param name="LocalAuthorityName">The local authority's name; may be empty.</param>
/// <param name="Phase">The phase.</param>
/// <param name="LowestYear">Census code of its youngest year.</param>
/// <param name="HighestYear">Census code of its oldest year.</param>
/// <param name="HeadName">The headteacher; may be empty.</param>
/// <param name="Address">Postal address, a line for each part; may be empty.</param>
/// <param name="Telephone">Telephone number; may be empty.</param>
/// <param name="Website">Web address; may be empty, and may lack its https://.</param>
public sealed record SchoolDetails(
    string Name,
    string LocalAuthorityNumber,
    string EstablishmentNumber,
    string LocalAuthorityName = "",
    SchoolPhase Phase = SchoolPhase.Primary,
    string LowestYear = "R",
    string HighestYear = "6",
    string HeadName = "",
    string Address = "",
    string Telephone = "",
    string Website = "")
{
    internal SchoolDetails Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter the name of the school");
        var (lowest, highest) = (NcYear.Parse(LowestYear), NcYear.Parse(HighestYear));
        DomainRuleException.Require(lowest.CompareTo(highest) <= 0, "The oldest year must not be below the youngest");
        return this with
        {
            Name = TextLimits.Keep(Name, TextLimits.Line, "The name of the school"),
            LocalAuthorityNumber = Digits(LocalAuthorityNumber, 3, "The local authority number"),
            EstablishmentNumber = Digits(EstablishmentNumber, 4, "The establishment number"),
            LocalAuthorityName = TextLimits.Keep(LocalAuthorityName, TextLimits.Line, "The name of the local authority"),
            Phase = Enum.IsDefined(Phase) ? Phase : throw new DomainRuleException("Choose the phase of the school"),
            LowestYear = lowest.Code,
            HighestYear = highest.Code,
            HeadName = TextLimits.Keep(HeadName, TextLimits.Name, "The headteacher’s name"),
            Address = TextLimits.Keep(Address, TextLimits.Line, "The address"),
            Telephone = ContactText.Phone(Telephone, "The telephone number"),
            Website = ContactText.Web(Website, "The school’s website"),
        };
    }

    private static string Digits(string? text, int count, string what)
    {
        var kept = (text ?? "").Trim();
        DomainRuleException.Require(kept.Length == count && kept.All(char.IsAsciiDigit), $"{what} must be {count} digits");
        return kept;
    }
}

/// <summary>Where the school's parents find advice and what there is locally: the school must tell them (CoP 6.39).</summary>
/// <param name="SendiassName">The local SEND information, advice and support service.</param>
/// <param name="SendiassPhone">Its telephone number.</param>
/// <param name="SendiassEmail">Its e-mail address.</param>
/// <param name="SendiassWebsite">Its web address.</param>
/// <param name="LocalOfferAddress">The web address of the local authority's Local Offer.</param>
public sealed record LocalSupport(string SendiassName = "", string SendiassPhone = "", string SendiassEmail = "", string SendiassWebsite = "", string LocalOfferAddress = "")
{
    internal LocalSupport Checked() => new(
        TextLimits.Keep(SendiassName, TextLimits.Line, "The name of the advice service"),
        ContactText.Phone(SendiassPhone, "The telephone number of the advice service"),
        ContactText.Email(SendiassEmail, "The email address of the advice service"),
        ContactText.Web(SendiassWebsite, "The website of the advice service"),
        ContactText.Web(LocalOfferAddress, "The address of the Local Offer"));
}

/// <summary>Telephone numbers, e-mail and web addresses that a school gives; each may be empty.</summary>
public static partial class ContactText
{
    /// <summary>A telephone number as it was typed: digits with the usual signs, at least six digits.</summary>
    /// <exception cref="DomainRuleException">It is none, or too long.</exception>
    public static string Phone(string? text, string what)
    {
        var kept = TextLimits.Keep(text, TextLimits.Name, what);
        DomainRuleException.Require(kept.Length == 0 || (PhoneForm().IsMatch(kept) && kept.Count(char.IsAsciiDigit) >= 6), $"{what} must be a telephone number, like 01632 960 418");
        return kept;
    }

    /// <summary>An e-mail address.</summary>
    /// <exception cref="DomainRuleException">It is none, or too long.</exception>
    public static string Email(string? text, string what)
    {
        var kept = TextLimits.Keep(text, TextLimits.Line, what);
        DomainRuleException.Require(kept.Length == 0 || StaffDetails.IsEmail(kept), $"{what} must be an email address, like name@example.org");
        return kept;
    }

    /// <summary>A web address of http or https; one without either becomes https.</summary>
    /// <exception cref="DomainRuleException">It is none, or too long.</exception>
    public static string Web(string? text, string what)
    {
        var kept = (text ?? "").Trim();
        kept = kept.Length == 0 || kept.Contains("://", StringComparison.Ordinal) ? kept : $"https://{kept}";
        var isWeb = kept.Length == 0 || (Uri.TryCreate(kept, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Contains('.') && !kept.Any(char.IsWhiteSpace));
        DomainRuleException.Require(isWeb, $"{what} must be a web address, like www.example.org");
        return TextLimits.Keep(kept, TextLimits.Line, what);
    }

    [GeneratedRegex(@"^\+?[0-9 ()\-]+( ?(ext|extension|x)\.? ?[0-9]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}
