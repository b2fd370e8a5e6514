using SenSupport.Domain.Records;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Groups;

/// <summary>What a table may say of a teaching group.</summary>
public enum GroupField
{
    /// <summary>The group's name.</summary>
    Group,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>The pupil's UPN.</summary>
    Upn,

    /// <summary>The pupil's surname.</summary>
    Surname,

    /// <summary>The pupil's forename.</summary>
    Forename,

    /// <summary>The pupil's date of birth.</summary>
    BirthDate,

    /// <summary>A teacher's e-mail address or name.</summary>
    Teacher,

    /// <summary>The first day.</summary>
    From,

    /// <summary>The last day.</summary>
    Until,
}

/// <summary>One row: a pupil in a group, a teacher of it, or both.</summary>
public sealed record GroupRow(
    int Line, string Group, string Subject, string Upn, string Surname, string Forename, DateOnly? BirthDate, string Teacher, DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether it names a pupil.</summary>
    public bool NamesPupil => Upn.Length + Surname.Length + Forename.Length > 0;
}

/// <summary>Reads teaching groups from a table.</summary>
public static class GroupRows
{
    /// <summary>The fields and what timetables call them.</summary>
    public static FieldSet<GroupField> Fields { get; } = new(
        new FieldDefinition<GroupField>(GroupField.Group, "Group", "Teaching group", "Class", "Class name", "Group name", "Set", "Teaching set", "Class code", "Group code") { IsRequired = true },
        new FieldDefinition<GroupField>(GroupField.Subject, "Subject", "Course", "Subject name"),
        new FieldDefinition<GroupField>(GroupField.Upn, "UPN", "Unique pupil number", "Unique pupil no", "UPN number", "Pupil UPN"),
        new FieldDefinition<GroupField>(GroupField.Surname, "Surname", "Last name", "Legal surname", "Family name"),
        new FieldDefinition<GroupField>(GroupField.Forename, "Forename", "First name", "Legal forename", "Given name", "Preferred forename"),
        new FieldDefinition<GroupField>(GroupField.BirthDate, "Date of birth", "DOB", "Birth date"),
        new FieldDefinition<GroupField>(GroupField.Teacher, "Teacher", "Teacher email", "Teacher e-mail", "Teacher name", "Main teacher", "Staff", "Staff email", "Class teacher", "Supervisor"),
        new FieldDefinition<GroupField>(GroupField.From, "From", "Start", "Start date", "First day", "Date from", "Membership start"),
        new FieldDefinition<GroupField>(GroupField.Until, "Until", "End", "End date", "Last day", "To", "Date to", "Membership end"));

    /// <summary>Reads every row that can be used; what is wrong stands among the problems, by line and column.</summary>
    public static IReadOnlyList<GroupRow> Read(ExchangeTable table, ColumnMapping<GroupField> mapping, DateOnly today, ProblemList problems)
    {
        foreach (var problem in mapping.Problems())
        {
            problems.Add(problem);
        }

        // Said once, rather than of every row.
        if (mapping.ColumnOf(GroupField.Upn) < 0 && mapping.ColumnOf(GroupField.Surname) < 0 && mapping.ColumnOf(GroupField.Teacher) < 0)
        {
            problems.Add(new(null, null, "No column holds a UPN, a surname or a teacher, so the file names neither a pupil nor a teacher", "say which column it is, or export it too"));
            return [];
        }

        return mapping.Missing.Any() ? [] : [.. table.Rows.Select(row => ReadRow(new RowValues<GroupField>(row, mapping, problems), today)).OfType<GroupRow>()];
    }

    private static GroupRow? ReadRow(RowValues<GroupField> row, DateOnly today)
    {
        var read = new GroupRow(
            row.Line,
            row.Required(GroupField.Group, TextLimits.Name),
            row.Text(GroupField.Subject, TextLimits.Name),
            row.Code(GroupField.Upn, Values.UpnOf),
            row.Text(GroupField.Surname, TextLimits.Name),
            row.Text(GroupField.Forename, TextLimits.Name),
            row.Value(GroupField.BirthDate, Values.BirthDateBy(today)),
            row.Text(GroupField.Teacher, TextLimits.Line),
            row.Value<DateOnly>(GroupField.From, Values.Date),
            row.Value<DateOnly>(GroupField.Until, Values.Date));
        if (read.Until < read.From)
        {
            row.Problem(GroupField.Until, "The last day is before the first", "check both dates");
        }

        if (row.IsSound && !read.NamesPupil && read.Teacher.Length == 0)
        {
            row.Problem(GroupField.Upn, "The row names neither a pupil nor a teacher", "fill in one of them");
        }

        if (row.IsSound && read.NamesPupil && read.Upn.Length == 0 && (read.Surname.Length == 0 || read.Forename.Length == 0 || read.BirthDate is null))
        {
            row.Problem(GroupField.Upn, "It is not clear which pupil is meant", "fill in the UPN, or surname, forename and date of birth");
        }

        return row.IsSound ? read : null;
    }
}
