using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Features.Shared.Imports;

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
    /// <summary>The table.</summary>
    public ExchangeTable Table => table;

    /// <summary>Which column holds which field.</summary>
    public ColumnMapping<TField> Fielded => mapping;

    /// <inheritdoc/>
    public override IReadOnlyList<FileColumn> Columns => mapping.Columns(table);

    /// <inheritdoc/>
    public override IReadOnlyList<string> MissingFields => [.. mapping.Missing.Select(known => known.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Value, string Name)> Fields => ColumnsPanel.FieldsOf(mapping.Set);

    /// <inheritdoc/>
    public override string Signature => mapping.Signature;

    /// <inheritdoc/>
    public override string Mapping => mapping.Write();

    /// <inheritdoc/>
    public override string MappingWith(IReadOnlyDictionary<int, string> chosen) => mapping.With(chosen).Write();

    /// <summary>The same table with other meanings of its columns.</summary>
    /// <param name="stored">As <see cref="Mapping"/> has them; empty, or for other columns, changes nothing.</param>
    public MappedTable<TField> Using(string stored) => stored.Length == 0 ? this : new MappedTable<TField>(table, mapping.Set.Restore(table.Header, stored));
}
