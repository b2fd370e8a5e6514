using System.Globalization;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Exchange.Census;

/// <summary>Checks the SEN part of a school census as the collection would.</summary>
public static class CensusChecks
{
    /// <summary>Every finding, pupil by pupil in the order given. Types of need are checked for the spring census alone, which takes them.</summary>
    public static IReadOnlyList<CensusFinding> Check(SchoolCensus census, IReadOnlyList<CensusPupil> pupils)
    {
        var shared = pupils.Where(pupil => pupil.Upn.Length > 0).GroupBy(pupil => pupil.Upn).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet();
        return [.. pupils.SelectMany(pupil => Check(census, pupil, shared))];
    }

    private static IEnumerable<CensusFinding> Check(SchoolCensus census, CensusPupil pupil, HashSet<string> shared) =>
        Identity(census.Day, pupil, shared).Concat(Provision(census.Day, pupil)).Concat(census.TakesNeeds ? Needs(census.Day, pupil) : [])
            .Select(found => new CensusFinding(pupil.Id, found.Check, found.Sentence, found.IsWarning));

    private static IEnumerable<(CensusCheck Check, string Sentence, bool IsWarning)> Identity(DateOnly day, CensusPupil pupil, HashSet<string> shared)
    {
        if (pupil.Upn.Length == 0)
        {
            yield return (CensusCheck.Upn, "The UPN is missing.", false);
        }
        else if (!Upn.IsValid(pupil.Upn))
        {
            yield return (CensusCheck.Upn, $"UPN {pupil.Upn} is not valid: its check letter does not fit.", false);
        }
        else if (shared.Contains(pupil.Upn))
        {
            yield return (CensusCheck.Upn, $"UPN {pupil.Upn} is recorded for more than one pupil.", false);
        }

        if (pupil.BirthDate > day)
        {
            yield return (CensusCheck.BirthDate, $"The date of birth, {InWords(pupil.BirthDate)}, is after census day.", false);
        }
        else if (pupil.NcYear is { } year && UsualAge(year) is { } usual && Age.On(AcademicYear.Of(day).Starts.AddDays(-1), pupil.BirthDate) is var age && Math.Abs(age - usual) > 1)
        {
            yield return (
                CensusCheck.AgeForYear,
                string.Create(CultureInfo.InvariantCulture, $"{year.Name} is for children who were {usual} on 31 August; born on {InWords(pupil.BirthDate)}, this pupil was {age}."), true);
        }

        if (pupil.Sex is null)
        {
            yield return (CensusCheck.Sex, "The sex is not recorded.", false);
        }

        if (pupil.NcYear is null)
        {
            yield return (CensusCheck.NcYear, "The year group is not recorded.", false);
        }
    }

    private static IEnumerable<(CensusCheck Check, string Sentence, bool IsWarning)> Provision(DateOnly day, CensusPupil pupil)
    {
        if (SenProvisionCode.Find(pupil.Provision) is not { } code)
        {
            yield return (CensusCheck.Provision, pupil.Provision.Length == 0 ? "The SEN provision is missing." : $"{pupil.Provision} is no SEN provision code.", false);
        }
        else if (!code.IsValidOn(day))
        {
            yield return (CensusCheck.Provision, $"SEN provision {code.Code} ({code.Name}) was retired on {InWords(code.ValidTo!.Value)}.", false);
        }

        if ((pupil.SenUnit || pupil.ResourcedProvision) && pupil.Provision == "N")
        {
            yield return (CensusCheck.Unit, $"The pupil is in {(pupil.SenUnit ? "a SEN unit" : "resourced provision")} but has no SEN (code N).", true);
        }
    }

    private static IEnumerable<(CensusCheck Check, string Sentence, bool IsWarning)> Needs(DateOnly day, CensusPupil pupil)
    {
        var hasSen = pupil.Provision is "K" or "E";
        if (hasSen && !pupil.Needs.Any(need => need.Rank == 1))
        {
            yield return (CensusCheck.Needs, $"SEN provision is {pupil.Provision}, but no need is ranked first.", false);
        }

        if (pupil.Provision == "N" && pupil.Needs.Count > 0)
        {
            yield return (CensusCheck.Needs, "Types of need are recorded, but SEN provision is N.", false);
        }

        var ranks = pupil.Needs.Select(need => need.Rank).Order().ToList();
        if (ranks.GroupBy(rank => rank).FirstOrDefault(same => same.Skip(1).Any()) is { } repeated)
        {
            yield return (CensusCheck.Ranks, string.Create(CultureInfo.InvariantCulture, $"Rank {repeated.Key} is given to more than one need."), false);
        }
        else if (ranks.Count > 1 && !ranks.SequenceEqual(Enumerable.Range(ranks[0], ranks.Count)))
        {
            yield return (CensusCheck.Ranks, $"The ranks of the needs have a gap: {string.Join(", ", ranks.Select(rank => rank.ToString(CultureInfo.InvariantCulture)))}.", false);
        }

        foreach (var twice in pupil.Needs.GroupBy(need => need.Code).Where(same => same.Skip(1).Any()))
        {
            yield return (CensusCheck.Ranks, $"{twice.Key} is ranked more than once.", false);
        }

        foreach (var code in pupil.Needs.Select(need => need.Code).Distinct())
        {
            if (NeedType.Find(code) is not { } type)
            {
                yield return (CensusCheck.NeedType, $"{code} is no type of need.", false);
            }
            else if (!type.IsValidOn(day))
            {
                yield return (CensusCheck.NeedType, type.ValidTo < day ? $"{code} ({type.Name}) was retired on {InWords(type.ValidTo.Value)}." : $"{code} ({type.Name}) may be used from {InWords(type.ValidFrom!.Value)}.", false);
            }
        }

        if (pupil.Provision == "E" && pupil.Needs.Any(need => need.Code == "NSA"))
        {
            yield return (CensusCheck.NoAssessmentWithPlan, "NSA (no specialist assessment) cannot stand beside an EHC plan: an assessment was made for it.", false);
        }
    }

    // Age on 31 August before the school year; E1, E2 and X have none that is usual.
    private static int? UsualAge(NcYear year) => year.Code switch
    {
        "N1" => 2,
        "N2" => 3,
        "R" => 4,
        _ => int.TryParse(year.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number + 4 : null,
    };

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
