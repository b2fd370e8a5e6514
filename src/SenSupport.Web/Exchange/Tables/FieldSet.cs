using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>A field that an import knows.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Name">As it is called on screen and in our own exports.</param>
/// <param name="Synonyms">What other systems call it, best first; case, accents, spaces and punctuation do not matter.</param>
public sealed record FieldDefinition<TField>(TField Field, string Name, params string[] Synonyms)
    where TField : struct, Enum
{
    /// <summary>Whether no row can be used without it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>The fields of one kind of import, and how their columns are recognised.</summary>
public sealed class FieldSet<TField>
    where TField : struct, Enum
{
    private readonly Dictionary<string, (TField Field, int Rank)> known = [];

    /// <summary>Defines the fields in the order in which they are shown.</summary>
    /// <exception cref="ArgumentException">Two fields claim one name.</exception>
    public FieldSet(params IReadOnlyList<FieldDefinition<TField>> fields)
    {
        Fields = fields;
        foreach (var field in fields)
        {
            var rank = 0;
            foreach (var name in field.Synonyms.Prepend(field.Name).Prepend(field.Field.ToString()))
            {
                if (!known.TryAdd(Folded(name), (field.Field, rank++)) && !known[Folded(name)].Field.Equals(field.Field))
                {
                    throw new ArgumentException($"Two fields claim the name {name}", nameof(fields));
                }
            }
        }
    }

    /// <summary>Every field.</summary>
    public IReadOnlyList<FieldDefinition<TField>> Fields { get; }

    /// <summary>What a field is called on screen.</summary>
    public string NameOf(TField field) => Fields.First(known => known.Field.Equals(field)).Name;

    /// <summary>Suggests a field for each column. Where several columns would do for one field, the more usual name takes it, then the column further left.</summary>
    /// <param name="header">The headings.</param>
    /// <param name="remembered">What the school chose before: see <see cref="ColumnMapping{TField}.Remember"/>. It goes before our own suggestions.</param>
    public ColumnMapping<TField> Match(IReadOnlyList<string> header, IReadOnlyDictionary<string, string>? remembered = null)
    {
        var fields = new TField?[header.Count];
        var taken = new HashSet<TField>();
        var decided = new bool[header.Count];
        for (var column = 0; column < header.Count && remembered is not null; column++)
        {
            if (remembered.TryGetValue(Folded(header[column]), out var choice))
            {
                decided[column] = true;
                if (Enum.TryParse<TField>(choice, out var field) && Fields.Any(known => known.Field.Equals(field)) && taken.Add(field))
                {
                    fields[column] = field;
                }
            }
        }

        var candidates = header.Select((name, column) => (Column: column, Match: decided[column] ? null : Find(name)))
            .Where(candidate => candidate.Match is not null).OrderBy(candidate => candidate.Match!.Value.Rank).ThenBy(candidate => candidate.Column);
        foreach (var (column, match) in candidates)
        {
            if (taken.Add(match!.Value.Field))
            {
                fields[column] = match.Value.Field;
            }
        }

        return new ColumnMapping<TField>(this, header, fields);
    }

    /// <summary>The mapping that <see cref="ColumnMapping{TField}.Write"/> stored. What is empty, or for other columns, gives our own suggestion.</summary>
    public ColumnMapping<TField> Restore(IReadOnlyList<string> header, string stored)
    {
        if (stored.Length == 0 || JsonSerializer.Deserialize<string[]>(stored) is not { } names || names.Length != header.Count)
        {
            return Match(header);
        }

        var taken = new HashSet<TField>();
        return new ColumnMapping<TField>(this, header, Array.ConvertAll(names, name => Enum.TryParse<TField>(name, out var field) && Enum.IsDefined(field) && taken.Add(field) ? field : (TField?)null));
    }

    internal static string Folded(string name) => SearchText.Fold(name).Replace(" ", "", StringComparison.Ordinal);

    private (TField Field, int Rank)? Find(string heading)
    {
        // "DOB (dd/mm/yyyy)" is known by what stands before the bracket.
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        return known.TryGetValue(Folded(heading), out var match) || (bracket > 0 && known.TryGetValue(Folded(heading[..bracket]), out match)) ? match : null;
    }
}

/// <summary>Which column of a table holds which field.</summary>
public sealed class ColumnMapping<TField>
    where TField : struct, Enum
{
    private readonly TField?[] fields;
    private readonly Dictionary<TField, int> columns = [];

    internal ColumnMapping(FieldSet<TField> set, IReadOnlyList<string> header, TField?[] fields)
    {
        Set = set;
        Header = header;
        this.fields = fields;
        for (var column = 0; column < fields.Length; column++)
        {
            if (fields[column] is { } field)
            {
                columns.TryAdd(field, column);
            }
        }
    }

    /// <summary>The fields there are to choose from.</summary>
    public FieldSet<TField> Set { get; }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The field of each column; null where it is not used.</summary>
    public IReadOnlyList<TField?> Fields => fields;

    /// <summary>The headings of the columns that are not used.</summary>
    public IEnumerable<string> NotUsed => Header.Select((_, column) => column).Where(column => fields[column] is null).Select(HeadingOf);

    /// <summary>The required fields that no column holds.</summary>
    public IEnumerable<FieldDefinition<TField>> Missing => Set.Fields.Where(known => known.IsRequired && ColumnOf(known.Field) < 0);

    /// <summary>The column that holds a field, from 0; -1 when none does.</summary>
    public int ColumnOf(TField field) => columns.GetValueOrDefault(field, -1);

    /// <summary>What a column is called: its heading, or its place where it has none.</summary>
    public string HeadingOf(int column) => Header[column] is { Length: > 0 } heading ? heading : string.Create(CultureInfo.InvariantCulture, $"Column {column + 1}");

    /// <summary>The same with another choice for one column, which takes the field from any other.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="field">The field that it holds; null for "not used".</param>
    public ColumnMapping<TField> With(int column, TField? field)
    {
        var changed = Array.ConvertAll(fields, mapped => field is not null && mapped.Equals(field) ? null : mapped);
        changed[column] = field;
        return new ColumnMapping<TField>(Set, Header, changed);
    }

    /// <summary>What the headings are, to find the choices that were made for them before.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Header.Select(SearchText.Fold)))));

    /// <summary>Which field each column holds, as it is stored: see <see cref="FieldSet{TField}.Restore"/>.</summary>
    public string Write() => JsonSerializer.Serialize(fields.Select(mapped => mapped?.ToString() ?? ""));

    /// <summary>The same with what a person chose for some columns, by their place; an empty choice is "not used". Whoever gives a field to another column takes it from the first.</summary>
    public ColumnMapping<TField> With(IReadOnlyDictionary<int, string> chosen)
    {
        var changed = this;
        foreach (var (column, name) in chosen.Where(choice => choice.Key >= 0 && choice.Key < fields.Length && (choice.Value ?? "") != (fields[choice.Key]?.ToString() ?? "")))
        {
            changed = changed.With(column, Enum.TryParse<TField>(name, out var field) && Enum.IsDefined(field) ? field : null);
        }

        return changed;
    }

    /// <summary>The columns with a few of their values, to be corrected by a person.</summary>
    public IReadOnlyList<FileColumn> Columns(ExchangeTable table) =>
    [
        .. fields.Select((mapped, column) => new FileColumn(
            column, HeadingOf(column), mapped?.ToString() ?? "", [.. table.Rows.Select(row => row[column].Trim()).Where(text => text.Length > 0).Distinct().Take(3).Select(Values.Shown)])),
    ];

    /// <summary>The choices as they can be kept for the school's next file: folded heading to field name, empty for "not used".</summary>
    public IReadOnlyDictionary<string, string> Remember() =>
        Header.Select((name, column) => (Key: FieldSet<TField>.Folded(name), Value: fields[column]?.ToString() ?? "")).Where(choice => choice.Key.Length > 0)
            .GroupBy(choice => choice.Key).ToDictionary(same => same.Key, same => same.First().Value);

    /// <summary>What stands in the way of reading rows by this mapping: a required field that no column holds.</summary>
    public IReadOnlyList<ExchangeProblem> Problems() =>
        [.. Missing.Select(field => new ExchangeProblem(null, field.Name, $"No column holds {field.Name}", "say which column it is, or export it too"))];
}

/// <summary>A column of a file.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its heading, or its place where it has none.</param>
/// <param name="Field">The name of the field that it holds; empty when it is not used.</param>
/// <param name="Samples">A few different values.</param>
public sealed record FileColumn(int Index, string Heading, string Field, IReadOnlyList<string> Samples);
