using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Features.Shared.Imports;

/// <summary>The columns of a file with the fields that they hold, to be corrected. It stands inside a form.</summary>
/// <param name="Action">Where the correction is posted to; its button says <c>Do=Reread</c>.</param>
/// <param name="Columns">The columns in the file's order.</param>
/// <param name="Fields">The fields that a column may hold, with their names.</param>
/// <param name="Missing">What no column holds and nothing can be read without.</param>
public sealed record ColumnsPanel(string Action, IReadOnlyList<FileColumn> Columns, IReadOnlyList<(string Value, string Name)> Fields, IReadOnlyList<string> Missing)
{
    private const int MostAsked = 5;

    /// <summary>Columns that are not used.</summary>
    public IReadOnlyList<FileColumn> Unknown => [.. Columns.Where(column => column.Field.Length == 0)];

    /// <summary>Those that are asked about at once.</summary>
    public IReadOnlyList<FileColumn> Asked => [.. Unknown.Take(MostAsked)];

    /// <summary>All others.</summary>
    public IReadOnlyList<FileColumn> Others => [.. Columns.Except(Asked)];

    /// <summary>What the panel says.</summary>
    public string Heading => true switch
    {
        _ when Missing.Count > 0 => $"Which column holds {string.Join(" and ", Missing.Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}?",
        _ when Unknown.Count == 0 => "Every column was understood",
        _ when Unknown.Count == 1 => "One column was not understood",
        _ => $"{Unknown.Count} columns were not understood",
    };

    /// <summary>The names of a kind of import's fields.</summary>
    public static IReadOnlyList<(string Value, string Name)> FieldsOf<TField>(FieldSet<TField> set)
        where TField : struct, Enum => [.. set.Fields.Select(known => (known.Field.ToString(), known.Name))];
}
