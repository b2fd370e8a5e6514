using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Schools;

/// <summary>The settings' fields in plain words.</summary>
public static class SettingNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["name"] = "Name",
        ["localAuthorityNumber"] = "Local authority number",
        ["establishmentNumber"] = "Establishment number",
        ["localAuthorityName"] = "Local authority",
        ["phase"] = "Phase",
        ["lowestYear"] = "Youngest year",
        ["highestYear"] = "Oldest year",
        ["headName"] = "Headteacher",
        ["address"] = "Address",
        ["telephone"] = "Telephone",
        ["website"] = "Website",
        ["sendiassName"] = "SENDIASS",
        ["sendiassPhone"] = "SENDIASS telephone",
        ["sendiassEmail"] = "SENDIASS email",
        ["sendiassWebsite"] = "SENDIASS website",
        ["localOfferAddress"] = "Local Offer",
        ["terms"] = "Terms",
        ["insetDays"] = "Inset days",
        ["reviewWeeks"] = "Weeks to a review",
        ["monitoringWeeks"] = "Weeks of monitoring",
        ["requiredStrands"] = "Strands that an assessment needs",
        ["logo"] = "Logo",
        ["defaultPlanType"] = "Plan that new cycles begin with",
        ["ncYear"] = "Year",
        ["teachers"] = "Teachers",
    };

    /// <summary>The name of a field.</summary>
    public static string Of(string path) => Names.GetValueOrDefault(path, path);

    /// <summary>A value as it is read.</summary>
    public static string Value(string path, string value) => path switch
    {
        "logo" => value.Length > 0 ? "A picture" : "None",
        "teachers" => "Other teachers",
        "phase" => Enum.TryParse<SchoolPhase>(value, out var phase) ? phase.Name() : value,
        "lowestYear" or "highestYear" or "ncYear" => NcYear.TryParse(value, out var year) ? year.Name : value,
        _ => value.Length > 0 ? value : "None",
    };
}
