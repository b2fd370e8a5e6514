using System.Globalization;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>Reads the values of one row by their fields, and notes what is wrong with them.</summary>
public sealed class RowValues<TField>(TableRow row, ColumnMapping<TField> mapping, ProblemList problems)
    where TField : struct, Enum
{
    /// <summary>The row's line.</summary>
    public int Line => row.Line;

    /// <summary>Whether every value so far could be read.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>A text, trimmed; empty when there is none or it is too long, which is a problem.</summary>
    /// <param name="field">Which.</param>
    /// <param name="limit">Most characters: see <see cref="Domain.Records.TextLimits"/>.</param>
    public string Text(TField field, int limit)
    {
        var text = row[mapping.ColumnOf(field)].Trim();
        if (text.Length <= limit)
        {
            return text;
        }

        Problem(field, string.Create(CultureInfo.InvariantCulture, $"“{Values.Shown(text)}” has {text.Length:N0} characters"), string.Create(CultureInfo.InvariantCulture, $"write {limit:N0} or fewer"));
        return "";
    }

    /// <summary>A text that must be there; empty, with a problem, when it is not.</summary>
    public string Required(TField field, int limit)
    {
        var text = Text(field, limit);
        if (text.Length == 0 && row[mapping.ColumnOf(field)].Trim().Length == 0)
        {
            Problem(field, $"{mapping.Set.NameOf(field)} is missing", "fill it in");
        }

        return text;
    }

    /// <summary>A value; null when the cell is empty, or cannot be read, which is a problem.</summary>
    public T? Value<T>(TField field, ReadValue<T> read)
        where T : struct
    {
        var value = read(row[mapping.ColumnOf(field)], out var problem);
        Note(field, problem);
        return value;
    }

    /// <summary>A code; empty when the cell is, or cannot be read, which is a problem.</summary>
    public string Code(TField field, ReadCode read)
    {
        var code = read(row[mapping.ColumnOf(field)], out var problem);
        Note(field, problem);
        return code;
    }

    /// <summary>Notes a problem with a value.</summary>
    public void Problem(TField field, string what, string mend, bool isWarning = false)
    {
        var column = mapping.ColumnOf(field);
        problems.Add(new(Line, column < 0 ? mapping.Set.NameOf(field) : mapping.HeadingOf(column), what, mend, isWarning));
        IsSound &= isWarning;
    }

    private void Note(TField field, ValueProblem? problem)
    {
        if (problem is not null)
        {
            Problem(field, problem.What, problem.Mend, problem.IsWarning);
        }
    }
}
