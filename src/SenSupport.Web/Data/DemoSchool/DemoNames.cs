using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Gives names to the pupils without a SEN record: by origin, no name twice, now and then a brother or sister of someone in another year.</summary>
internal sealed class DemoNames(DemoContent content, IEnumerable<Pupil> named, Random random)
{
    private readonly HashSet<string> taken = [.. named.Select(pupil => $"{pupil.Forename} {pupil.Surname}")];
    private readonly List<(NameOrigin Origin, string Surname, string NcYear)> families = [];
    private readonly int weights = content.Origins.Values.Sum(origin => origin.Weight);

    /// <summary>The next name.</summary>
    /// <param name="ncYear">The pupil's year: siblings are in another one.</param>
    public (NameOrigin Origin, string Surname, string Forename, Sex Sex) Next(string ncYear)
    {
        while (true)
        {
            var origin = Draw();
            var surname = origin.Surnames[random.Next(origin.Surnames.Count)];
            if (random.Next(14) == 0 && families.FindAll(family => family.NcYear != ncYear) is { Count: > 0 } others)
            {
                (origin, surname, _) = others[random.Next(others.Count)];
            }

            var sex = random.Next(100) < 52 ? Sex.Female : Sex.Male;
            var forenames = sex == Sex.Female ? origin.Girls : origin.Boys;
            var forename = forenames[random.Next(forenames.Count)];
            if (taken.Add($"{forename} {surname}"))
            {
                families.Add((origin, surname, ncYear));
                return (origin, sex == Sex.Male ? DemoFamilies.MansSurname(surname) : surname, forename, sex);
            }
        }
    }

    private NameOrigin Draw()
    {
        var drawn = random.Next(weights);
        foreach (var origin in content.Origins.Values)
        {
            drawn -= origin.Weight;
            if (drawn < 0)
            {
                return origin;
            }
        }

        throw new InvalidOperationException("The weights do not add up");
    }
}
