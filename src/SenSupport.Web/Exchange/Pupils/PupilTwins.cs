using System.Globalization;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Exchange.Pupils;

/// <summary>Finds pupils who stand in a file more than once.</summary>
internal static class PupilTwins
{
    /// <summary>The pupils, those with a UPN that another line has too marked as not sound; likely twins by name and birth date are warned of.</summary>
    public static IReadOnlyList<ImportedPupil> Mark(IReadOnlyList<ImportedPupil> pupils, ProblemList problems, string upnColumn)
    {
        var twins = new HashSet<ImportedPupil>(ReferenceEqualityComparer.Instance);
        foreach (var same in pupils.Where(pupil => pupil.Upn.Length > 0).GroupBy(pupil => pupil.Upn).Where(same => same.Skip(1).Any()))
        {
            foreach (var pupil in same)
            {
                twins.Add(pupil);
                problems.Add(new(pupil.Line, upnColumn, $"UPN {pupil.Upn} stands on {Lines(same)}", "a UPN belongs to one pupil: delete or correct the others"));
            }
        }

        foreach (var same in pupils.Where(pupil => pupil.BirthDate is not null && !twins.Contains(pupil))
            .GroupBy(pupil => (SearchText.Fold(pupil.Surname), SearchText.Fold(pupil.Forename), pupil.BirthDate)).Where(same => same.Skip(1).Any()))
        {
            foreach (var pupil in same)
            {
                problems.Add(new(pupil.Line, null, $"A pupil with the same name and date of birth stands on {Lines(same)}", "check whether they are one pupil", IsWarning: true));
            }
        }

        return twins.Count == 0 ? pupils : [.. pupils.Select(pupil => twins.Contains(pupil) ? pupil with { IsSound = false } : pupil)];
    }

    // At most ten, for a file where one UPN was filled down a whole column.
    private static string Lines(IEnumerable<ImportedPupil> pupils)
    {
        var lines = pupils.Take(11).Select(pupil => pupil.Line.ToString(CultureInfo.InvariantCulture)).ToList();
        return lines.Count > 10 ? $"lines {string.Join(", ", lines.Take(10))} and more" : $"lines {string.Join(" and ", lines)}";
    }
}
