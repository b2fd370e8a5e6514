using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>The classes of a school and those of a file, compared without regard to case and accents.</summary>
internal sealed class PlannedClasses
{
    private readonly Dictionary<string, Guid> known = [];
    private readonly IReadOnlyDictionary<Guid, string> names;
    private readonly IReadOnlySet<string> notCreated;

    public PlannedClasses(IReadOnlyDictionary<Guid, string> names, IReadOnlySet<string> notCreated)
    {
        (this.names, this.notCreated) = (names, notCreated);
        foreach (var (id, name) in names)
        {
            known.TryAdd(SearchText.Fold(name), id);
        }
    }

    /// <summary>What a class is called; empty for none.</summary>
    public string NameOf(Guid? id) => id is { } key ? names.GetValueOrDefault(key, "") : "";

    /// <summary>The key of a class of the file; null when the school does not have it.</summary>
    public Guid? Find(string name) => known.TryGetValue(SearchText.Fold(name), out var id) ? id : null;

    /// <summary>Whether pupils of a class of the file can be put into it: it is there, or is to be created.</summary>
    public bool WillExist(string name) => name.Length > 0 && (Find(name) is not null || !notCreated.Contains(SearchText.Fold(name)));

    /// <summary>The classes of the rows to be applied that the school does not have, by name.</summary>
    public IReadOnlyList<NewClass> Unknown(IEnumerable<PlannedRow> rows) =>
    [
        .. rows.Where(row => row.Fate is not (RowFate.Refused or RowFate.LeftOut) && row.Row.Class.Length > 0 && Find(row.Row.Class) is null)
            .GroupBy(row => SearchText.Fold(row.Row.Class))
            .Select(same => new NewClass(
                same.Key,
                same.First().Row.Class,
                same.Select(row => row.Row.NcYear?.Code ?? row.Pupil?.Details.NcYear).OfType<string>().GroupBy(year => year).OrderByDescending(years => years.Count()).FirstOrDefault()?.Key ?? "X",
                same.Count(),
                !notCreated.Contains(same.Key)))
            .OrderBy(row => row.NcYear.Length).ThenBy(row => row.NcYear, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal),
    ];
}
