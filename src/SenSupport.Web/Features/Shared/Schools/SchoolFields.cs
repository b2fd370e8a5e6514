using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Shared.Schools;

/// <summary>Who and where a school is, as it is typed.</summary>
public sealed class SchoolFields
{
    /// <summary>The school's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Three digits.</summary>
    public string LocalAuthorityNumber { get; set; } = "";

    /// <summary>Four digits.</summary>
    public string EstablishmentNumber { get; set; } = "";

    /// <summary>The local authority's name.</summary>
    public string LocalAuthorityName { get; set; } = "";

    /// <summary>Name of a <see cref="SchoolPhase"/>.</summary>
    public string Phase { get; set; } = nameof(SchoolPhase.Primary);

    /// <summary>Census code of the youngest year.</summary>
    public string LowestYear { get; set; } = "R";

    /// <summary>Census code of the oldest year.</summary>
    public string HighestYear { get; set; } = "6";

    /// <summary>The headteacher.</summary>
    public string HeadName { get; set; } = "";

    /// <summary>Postal address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>Web address.</summary>
    public string Website { get; set; } = "";

    /// <summary>The phases to choose from.</summary>
    [JsonIgnore]
    public static IEnumerable<SelectListItem> Phases => SchoolPhases.All.Select(phase => new SelectListItem(phase.Name(), $"{phase}"));

    /// <summary>The years to choose from.</summary>
    [JsonIgnore]
    public static IEnumerable<SelectListItem> Years => NcYear.Codes.Select(code => NcYear.Parse(code)).Select(year => new SelectListItem(year.Name == "Nursery" ? $"Nursery ({year.Code})" : year.Name, year.Code));

    /// <summary>The fields for a school's details.</summary>
    public static SchoolFields Of(SchoolDetails details) => new()
    {
        Name = details.Name,
        LocalAuthorityNumber = details.LocalAuthorityNumber,
        EstablishmentNumber = details.EstablishmentNumber,
        LocalAuthorityName = details.LocalAuthorityName,
        Phase = $"{details.Phase}",
        LowestYear = details.LowestYear,
        HighestYear = details.HighestYear,
        HeadName = details.HeadName,
        Address = details.Address,
        Telephone = details.Telephone,
        Website = details.Website,
    };

    /// <summary>What was typed; it has been checked.</summary>
    public SchoolDetails Details() => new(
        Name, LocalAuthorityNumber, EstablishmentNumber, LocalAuthorityName, Enum.Parse<SchoolPhase>(Phase), LowestYear, HighestYear, HeadName, Address, Telephone, Website);

    /// <summary>Finds what cannot be stored.</summary>
    /// <param name="found">Takes it.</param>
    /// <param name="at">The name under which the fields are posted.</param>
    public void Check(Findings found, string at)
    {
        found.Require($"{at}.{nameof(Name)}", Name, "Enter the name of the school");
        found.Limit($"{at}.{nameof(Name)}", Name, TextLimits.Line, "The name of the school");
        found.Hold($"{at}.{nameof(LocalAuthorityNumber)}", IsDigits(LocalAuthorityNumber, 3), "Enter the local authority number: three digits, like 396");
        found.Hold($"{at}.{nameof(EstablishmentNumber)}", IsDigits(EstablishmentNumber, 4), "Enter the establishment number: four digits, like 2231");
        found.Limit($"{at}.{nameof(LocalAuthorityName)}", LocalAuthorityName, TextLimits.Line, "The name of the local authority");
        found.Hold($"{at}.{nameof(Phase)}", SchoolPhases.All.Any(phase => $"{phase}" == Phase), "Choose the phase of the school");
        var (hasLowest, hasHighest) = (NcYear.TryParse(LowestYear, out var lowest), NcYear.TryParse(HighestYear, out var highest));
        found.Hold($"{at}.{nameof(LowestYear)}", hasLowest, "Choose the youngest year");
        found.Hold($"{at}.{nameof(HighestYear)}", hasHighest, "Choose the oldest year");
        found.Hold($"{at}.{nameof(HighestYear)}", !hasLowest || !hasHighest || lowest.CompareTo(highest) <= 0, "The oldest year must not be below the youngest");
        found.Limit($"{at}.{nameof(HeadName)}", HeadName, TextLimits.Name, "The headteacher’s name");
        found.Limit($"{at}.{nameof(Address)}", Address, TextLimits.Line, "The address");
        found.Rule($"{at}.{nameof(Telephone)}", () => ContactText.Phone(Telephone, "The telephone number"));
        found.Rule($"{at}.{nameof(Website)}", () => ContactText.Web(Website, "The school’s website"));
    }

    private static bool IsDigits(string text, int count) => text.Trim() is var kept && kept.Length == count && kept.All(char.IsAsciiDigit);
}

/// <summary>Where parents find advice, as it is typed.</summary>
public sealed class SupportFields
{
    /// <summary>The service's name.</summary>
    public string SendiassName { get; set; } = "";

    /// <summary>Its telephone number.</summary>
    public string SendiassPhone { get; set; } = "";

    /// <summary>Its e-mail address.</summary>
    public string SendiassEmail { get; set; } = "";

    /// <summary>Its web address.</summary>
    public string SendiassWebsite { get; set; } = "";

    /// <summary>The Local Offer's web address.</summary>
    public string LocalOfferAddress { get; set; } = "";

    /// <summary>The fields for what a school says.</summary>
    public static SupportFields Of(LocalSupport support) => new()
    {
        SendiassName = support.SendiassName,
        SendiassPhone = support.SendiassPhone,
        SendiassEmail = support.SendiassEmail,
        SendiassWebsite = support.SendiassWebsite,
        LocalOfferAddress = support.LocalOfferAddress,
    };

    /// <summary>What was typed.</summary>
    public LocalSupport Support() => new(SendiassName, SendiassPhone, SendiassEmail, SendiassWebsite, LocalOfferAddress);

    /// <summary>Finds what cannot be stored.</summary>
    /// <param name="found">Takes it.</param>
    /// <param name="at">The name under which the fields are posted.</param>
    public void Check(Findings found, string at)
    {
        found.Limit($"{at}.{nameof(SendiassName)}", SendiassName, TextLimits.Line, "The name of the advice service");
        found.Rule($"{at}.{nameof(SendiassPhone)}", () => ContactText.Phone(SendiassPhone, "The telephone number of the advice service"));
        found.Rule($"{at}.{nameof(SendiassEmail)}", () => ContactText.Email(SendiassEmail, "The email address of the advice service"));
        found.Rule($"{at}.{nameof(SendiassWebsite)}", () => ContactText.Web(SendiassWebsite, "The website of the advice service"));
        found.Rule($"{at}.{nameof(LocalOfferAddress)}", () => ContactText.Web(LocalOfferAddress, "The address of the Local Offer"));
    }
}

/// <summary>A term, as it is typed. A row in which nothing is typed is none.</summary>
public sealed class TermFields
{
    /// <summary>For example "Autumn 2026".</summary>
    public string Name { get; set; } = "";

    /// <summary>First day, on one line.</summary>
    public string Starts { get; set; } = "";

    /// <summary>Last day, on one line.</summary>
    public string Ends { get; set; } = "";

    /// <summary>Whether nothing is typed.</summary>
    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace($"{Name}{Starts}{Ends}");

    /// <summary>The fields for a term.</summary>
    public static TermFields Of(SchoolTerm term) => new() { Name = term.Name, Starts = UkDate.Short(term.Starts), Ends = UkDate.Short(term.Ends) };

    /// <summary>The terms that were typed; they have been checked.</summary>
    public static IReadOnlyList<SchoolTerm> Read(IEnumerable<TermFields> rows) => [.. rows.Where(row => !row.IsEmpty).Select(row => new SchoolTerm(row.Name, Date(row.Starts), Date(row.Ends)))];

    /// <summary>Finds what cannot be stored.</summary>
    /// <param name="found">Takes it.</param>
    /// <param name="at">The name under which the rows are posted.</param>
    /// <param name="rows">The rows.</param>
    public static void Check(Findings found, string at, IReadOnlyList<TermFields> rows)
    {
        var before = new List<(int Row, SchoolTerm Term)>();
        foreach (var (index, row) in rows.Index().Where(row => !row.Item.IsEmpty))
        {
            var (field, name) = ($"{at}[{index}]", $"Term {index + 1}");
            found.Require($"{field}.{nameof(Name)}", row.Name, $"{name}: enter its name, like Autumn 2026");
            found.Limit($"{field}.{nameof(Name)}", row.Name, TextLimits.Name, $"{name}: the name");
            var (hasStart, hasEnd) = (Day(row.Starts, out var starts), Day(row.Ends, out var ends));
            found.Hold($"{field}.{nameof(Starts)}", hasStart, $"{name}: enter the first day, like 2 Sep 2026");
            found.Hold($"{field}.{nameof(Ends)}", hasEnd, $"{name}: enter the last day, like 18 Dec 2026");
            if (!hasStart || !hasEnd)
            {
                continue;
            }

            found.Hold($"{field}.{nameof(Ends)}", ends > starts, $"{name}: the last day must be after {UkDate.Long(starts)}");
            found.Hold($"{field}.{nameof(Ends)}", ends <= starts || ends.DayNumber - starts.DayNumber < SchoolTerm.MostDays, $"{name}: a term must be {SchoolTerm.MostDays} days or shorter");
            var other = before.Find(known => starts <= known.Term.Ends && ends >= known.Term.Starts);
            found.Hold($"{field}.{nameof(Starts)}", other.Term is null, $"{name}: overlaps term {other.Row + 1}. Change the dates of one of them");
            before.Add((index, new SchoolTerm(row.Name, starts, ends)));
        }

        found.Hold($"{at}[0].{nameof(Name)}", rows.Count(row => !row.IsEmpty) <= School.MostTerms, $"Enter {School.MostTerms} terms or fewer");
    }

    /// <summary>Reads a day of this century.</summary>
    public static bool Day(string text, out DateOnly date) => DateText.TryRead(text, out date) && date.Year is >= 2000 and < 2100;

    private static DateOnly Date(string text) => DateText.TryRead(text, out var date) ? date : throw new InvalidOperationException("The row was not checked");
}
