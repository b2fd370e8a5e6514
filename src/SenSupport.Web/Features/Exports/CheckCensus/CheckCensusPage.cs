using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Census;

namespace SenSupport.Web.Features.Exports.CheckCensus;

/// <summary>The check list of a census.</summary>
public sealed class CheckCensusPage
{
    private const int PageSize = 50;

    private readonly Dictionary<Guid, CensusRow> pupils;
    private readonly IReadOnlyList<CensusFinding> findings;

    /// <summary>What the page shows.</summary>
    /// <param name="census">Which census.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="rows">The pupils on roll on its day.</param>
    /// <param name="findings">Everything that was found.</param>
    /// <param name="kind">The kind that is shown; null for all.</param>
    /// <param name="page">From 1.</param>
    public CheckCensusPage(SchoolCensus census, DateOnly today, IReadOnlyList<CensusRow> rows, IReadOnlyList<CensusFinding> findings, CensusCheck? kind, int page)
    {
        (Census, Today, Kind, this.findings) = (census, today, kind, findings);
        pupils = rows.ToDictionary(row => row.Id);
        var shown = findings.Where(finding => kind is null || finding.Check == kind).ToList();
        (Total, Pages) = (shown.Count, Math.Max(1, (shown.Count + PageSize - 1) / PageSize));
        Page = Math.Min(page, Pages);
        Findings = [.. shown.Skip((Page - 1) * PageSize).Take(PageSize).Select(finding => (pupils[finding.PupilId], finding))];
    }

    /// <summary>Which census.</summary>
    public SchoolCensus Census { get; }

    /// <summary>The date in the school.</summary>
    public DateOnly Today { get; }

    /// <summary>The kind that is shown; null for all.</summary>
    public CensusCheck? Kind { get; }

    /// <summary>The findings of this page, each with its pupil.</summary>
    public IReadOnlyList<(CensusRow Pupil, CensusFinding Finding)> Findings { get; }

    /// <summary>How many findings of the kind there are on all pages.</summary>
    public int Total { get; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; }

    /// <summary>The censuses to choose from.</summary>
    public IReadOnlyList<SchoolCensus> Choices => CensusDays.Around(Today);

    /// <summary>Pupils on roll on the day.</summary>
    public int OnRoll => pupils.Count;

    /// <summary>Pupils with a provision code on the day.</summary>
    public int With(string code) => pupils.Values.Count(row => row.ToCensus().Provision == code);

    /// <summary>What would be sent back.</summary>
    public int Errors => findings.Count(finding => !finding.IsWarning);

    /// <summary>What may be right as it is.</summary>
    public int Queries => findings.Count(finding => finding.IsWarning);

    /// <summary>The kinds that were found, with their counts; everything first.</summary>
    public IEnumerable<(CensusCheck? Kind, string Name, int Count)> Kinds =>
        new (CensusCheck?, string, int)[] { (null, "All", findings.Count) }
            .Concat(findings.GroupBy(finding => finding.Check).OrderBy(same => same.Key).Select(same => ((CensusCheck?)same.Key, NameOf(same.Key), same.Count())));

    /// <summary>This page for another census or kind.</summary>
    public static string Address(SchoolCensus census, CensusCheck? kind) => $"/exports/census?day={census.Day:yyyy-MM-dd}{(kind is null ? "" : $"&check={kind}")}";

    /// <summary>What a kind is called.</summary>
    public static string NameOf(CensusCheck check) => check switch
    {
        CensusCheck.Upn => "UPN",
        CensusCheck.BirthDate => "Date of birth",
        CensusCheck.AgeForYear => "Age and year group",
        CensusCheck.Sex => "Sex",
        CensusCheck.NcYear => "Year group",
        CensusCheck.Provision => "SEN provision",
        CensusCheck.Needs => "Needs missing or not expected",
        CensusCheck.Ranks => "Ranks of needs",
        CensusCheck.NeedType => "Type of need",
        CensusCheck.NoAssessmentWithPlan => "NSA with an EHC plan",
        _ => "SEN unit or resourced provision",
    };
}
