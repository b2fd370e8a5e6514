using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Imports;

/// <summary>A table of an uploaded file, whose columns can be given another meaning.</summary>
public abstract class MappedTable
{
    /// <summary>The columns, as they can be corrected.</summary>
    public abstract IReadOnlyList<FileColumn> Columns { get; }

    /// <summary>Required fields that no column holds: without them no row can be read.</summary>
    public abstract IReadOnlyList<string> MissingFields { get; }

    /// <summary>The fields that a column may hold, with their names.</summary>
    public abstract IReadOnlyList<(string Value, string Name)> Fields { get; }

    /// <summary>What the headings are, to find the choices that were made for them before.</summary>
    public abstract string Signature { get; }

    /// <summary>Which field each column holds, as it is stored.</summary>
    public abstract string Mapping { get; }

    /// <summary>The columns' fields as they are stored, where some columns were given another field; a field that stands twice is taken once.</summary>
    /// <param name="chosen">The fields' names by the column's place.</param>
    public abstract string MappingWith(IReadOnlyDictionary<int, string> chosen);
}

/// <summary>A table with the fields of one kind of import.</summary>
public sealed class MappedTable<TField>(ExchangeTable table, ColumnMapping<TField> mapping) : MappedTable
    where TField : struct, Enum
{
    private const int SamplesShown = 3;

    /// <summary>The table.</summary>
    public ExchangeTable Table => table;

    /// <summary>Which column holds which field.</summary>
    public ColumnMapping<TField> Fielded => mapping;

    /// <inheritdoc/>
    public override IReadOnlyList<FileColumn> Columns =>
        [.. mapping.Header.Select((_, column) => new FileColumn(column, mapping.HeadingOf(column), mapping.Fields[column]?.ToString() ?? "", Samples(column)))];

    /// <inheritdoc/>
    public override IReadOnlyList<string> MissingFields => [.. mapping.Missing.Select(known => known.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Value, string Name)> Fields => [.. mapping.Set.Fields.Select(known => (known.Field.ToString(), known.Name))];

    /// <inheritdoc/>
    public override string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', table.Header.Select(SearchText.Fold)))));

    /// <inheritdoc/>
    public override string Mapping => JsonSerializer.Serialize(mapping.Fields.Select(mapped => mapped?.ToString() ?? ""));

    /// <inheritdoc/>
    public override string MappingWith(IReadOnlyDictionary<int, string> chosen) =>
        Using(JsonSerializer.Serialize(Columns.Select(column => chosen.GetValueOrDefault(column.Index, column.Field)))).Mapping;

    /// <summary>The same table with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public MappedTable<TField> Using(string stored)
    {
        if (stored.Length == 0 || JsonSerializer.Deserialize<string[]>(stored) is not { } fields || fields.Length != table.Header.Count)
        {
            return this;
        }

        var chosen = mapping;
        for (var column = 0; column < fields.Length; column++)
        {
            chosen = chosen.With(column, null);
        }

        for (var column = 0; column < fields.Length; column++)
        {
            if (Enum.TryParse<TField>(fields[column], out var field) && Enum.IsDefined(field) && chosen.ColumnOf(field) < 0)
            {
                chosen = chosen.With(column, field);
            }
        }

        return new MappedTable<TField>(table, chosen);
    }

    private string[] Samples(int column) =>
        [.. table.Rows.Select(row => row[column].Trim()).Where(text => text.Length > 0).Distinct().Take(SamplesShown).Select(Values.Shown)];
}

/// <summary>A column of a file.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its heading, or its place where it has none.</param>
/// <param name="Field">The name of the field that it holds; empty when it is not used.</param>
/// <param name="Samples">A few different values.</param>
public sealed record FileColumn(int Index, string Heading, string Field, IReadOnlyList<string> Samples);
