using System.Text.RegularExpressions;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Staff;

/// <summary>What a table may say of a member of staff.</summary>
public enum StaffField
{
    /// <summary>Mrs, Mr, Dr.</summary>
    Title,

    /// <summary>Forename.</summary>
    Forename,

    /// <summary>The forename by which colleagues know them.</summary>
    KnownAs,

    /// <summary>Surname.</summary>
    Surname,

    /// <summary>The whole name in one column.</summary>
    FullName,

    /// <summary>E-mail address at work.</summary>
    Email,

    /// <summary>What they may see and do.</summary>
    Role,

    /// <summary>What they do, in the school's words.</summary>
    JobTitle,

    /// <summary>The class that they teach.</summary>
    Class,

    /// <summary>First day at the school.</summary>
    StartsOn,

    /// <summary>Last day at the school.</summary>
    EndsOn,
}

/// <summary>A member of staff as a file has them.</summary>
/// <param name="Line">The line, from 1; the first where several lines are about one person.</param>
/// <param name="Name">Forename and surname.</param>
/// <param name="Email">E-mail address in small letters; empty where there is none.</param>
/// <param name="JobTitle">Job title; empty where there is none.</param>
/// <param name="Roles">The words for what they are, from the role's column, or else from the job title.</param>
/// <param name="Classes">The names of classes.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record StaffRow(
    int Line, string Name, string Email, string JobTitle, IReadOnlyList<string> Roles, IReadOnlyList<string> Classes, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>The name as it is compared.</summary>
    public string NameKey => SearchText.Fold(Name);
}

/// <summary>Reads members of staff from a table.</summary>
public static partial class StaffRows
{
    /// <summary>The fields and what management information systems call them.</summary>
    public static FieldSet<StaffField> Fields { get; } = new(
        new FieldDefinition<StaffField>(StaffField.Title, "Title", "Salutation", "Honorific"),
        new FieldDefinition<StaffField>(StaffField.Forename, "Forename", "First name", "Legal forename", "Legal first name", "Given name", "Forenames"),
        new FieldDefinition<StaffField>(StaffField.KnownAs, "Known as", "Preferred forename", "Preferred first name", "Chosen forename", "Chosen name", "Preferred given name"),
        new FieldDefinition<StaffField>(StaffField.Surname, "Surname", "Last name", "Legal surname", "Legal last name", "Preferred surname", "Preferred last name", "Family name"),
        new FieldDefinition<StaffField>(
            StaffField.FullName, "Full name", "Name", "Legal name", "Staff name", "Legal full name", "Preferred name", "Preferred full name", "Staff member", "Employee", "Employee name", "Display name", "Member of staff", "Person"),
        new FieldDefinition<StaffField>(
            StaffField.Email, "Work e-mail", "Work email address", "E-mail address", "E-mail", "School email", "School email address", "Main email", "Primary email", "Primary email address", "Default email", "Staff email", "Email main",
            "User principal name", "UPN email"),
        new FieldDefinition<StaffField>(StaffField.Role, "Role", "Roles", "Staff role", "Business role", "Main role", "Main business role", "School role", "Access role", "Staff roles", "Roles in school"),
        new FieldDefinition<StaffField>(StaffField.JobTitle, "Job title", "Post", "Position", "Job", "Post title", "Job role", "Main post", "Main job title", "Occupation", "Job description", "Contract post", "Staff type"),
        new FieldDefinition<StaffField>(
            StaffField.Class, "Class", "Classes", "Registration group", "Reg group", "Tutor group", "Form", "Form group", "Reg", "Registration form", "Reg form", "Class name", "Class teacher of", "Form tutor of", "Tutor of",
            "Main registration form"),
        new FieldDefinition<StaffField>(
            StaffField.StartsOn, "Start date", "Employment start", "Employment start date", "Date of arrival", "Arrival date", "Date of joining", "Date joined", "Joining date", "Date started", "Contract start", "Contract start date", "Start"),
        new FieldDefinition<StaffField>(
            StaffField.EndsOn, "Leaving date", "Employment end", "Employment end date", "End date", "Date of leaving", "Leave date", "Date left", "Contract end", "Contract end date", "End"));

    /// <summary>What no column holds and no row can be read without.</summary>
    public static IReadOnlyList<string> Missing(ColumnMapping<StaffField> mapping) =>
        mapping.ColumnOf(StaffField.FullName) < 0 && mapping.ColumnOf(StaffField.Surname) < 0 ? ["The name, or forename and surname,"] : [];

    /// <summary>Reads every row that can be used; what is wrong stands among the problems, by line and column. Several lines about one person become one.</summary>
    public static IReadOnlyList<StaffRow> Read(ExchangeTable table, ColumnMapping<StaffField> mapping, DateOnly today, ProblemList problems)
    {
        if (Missing(mapping).Count > 0)
        {
            problems.Add(new(null, null, "No column holds the names of your staff", "say which column it is, or export it too"));
            return [];
        }

        return Joined([.. table.Rows.Select(row => ReadRow(new RowValues<StaffField>(row, mapping, problems), today)).OfType<StaffRow>()], mapping, problems);
    }

    /// <summary>A name without the title before it, unless only one word would be left: "Mrs Amina Rahman" is "Amina Rahman", "Mrs Rahman" stays.</summary>
    public static string Untitled(string name) => Titles().Replace(name.Trim(), "") is var bare && bare.Contains(' ', StringComparison.Ordinal) ? bare : name.Trim();

    private static StaffRow? ReadRow(RowValues<StaffField> row, DateOnly today)
    {
        var name = NameOf(row);
        if (name.Length == 0 && row.IsSound)
        {
            row.Problem(StaffField.Surname, "The name is missing", "fill it in, or delete the row");
        }

        if (name.AsSpan().IndexOfAny('<', '>') >= 0 || name.Any(char.IsControl))
        {
            row.Problem(StaffField.FullName, $"“{Values.Shown(name)}” is no name", "write letters, without < and >");
        }

        if (name.Length > TextLimits.Name)
        {
            row.Problem(StaffField.FullName, $"The name “{Values.Shown(name)}” is too long", $"write {TextLimits.Name} characters or fewer");
        }

        var email = row.Text(StaffField.Email, TextLimits.Line).ToLowerInvariant();
        if (email.Length > 0 && !StaffDetails.IsEmail(email))
        {
            row.Problem(StaffField.Email, $"{Values.Shown(email)} is no e-mail address", "write one address, for example name@school.sch.uk");
        }

        var job = row.Text(StaffField.JobTitle, TextLimits.Name);
        var roles = RoleWords.Split(row.Text(StaffField.Role, TextLimits.Line));
        var read = new StaffRow(
            row.Line,
            name,
            email,
            job,
            roles.Count > 0 ? roles : RoleWords.Split(job),
            [.. row.Text(StaffField.Class, TextLimits.Line) is { Length: > 0 } named ? [named] : Array.Empty<string>()],
            row.Value<DateOnly>(StaffField.StartsOn, Values.Date),
            row.Value<DateOnly>(StaffField.EndsOn, Values.Date));
        if (row.IsSound && read.EndsOn < today)
        {
            row.Problem(StaffField.EndsOn, $"{name} left on {read.EndsOn:d MMMM yyyy}", "nothing is done; if they are on our list still, record that they left on their own page", isWarning: true);
            return null;
        }

        if (row.IsSound && read.StartsOn > today)
        {
            row.Problem(StaffField.StartsOn, $"{name} starts on {read.StartsOn:d MMMM yyyy}", "they are added now; invite them when they begin", isWarning: true);
        }

        return row.IsSound ? read : null;
    }

    // What colleagues call the person goes before what the contract says.
    private static string NameOf(RowValues<StaffField> row)
    {
        var (title, surname) = (row.Text(StaffField.Title, TextLimits.Name), row.Text(StaffField.Surname, TextLimits.Name));
        var first = row.Text(StaffField.KnownAs, TextLimits.Name) is { Length: > 0 } known ? known : row.Text(StaffField.Forename, TextLimits.Name);
        if (surname.Length > 0)
        {
            return $"{(first.Length > 0 ? first : title)} {surname}".Trim();
        }

        var whole = Spaces().Replace(row.Text(StaffField.FullName, TextLimits.Line), " ");
        if (whole.Length == 0)
        {
            return first.Length > 0 && title.Length > 0 ? $"{title} {first}" : first;
        }

        // "Rahman, Mrs Amina" is Amina Rahman; "Mrs Amina Rahman" too.
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        return Untitled(comma < 0 ? whole : $"{whole[(comma + 1)..].Trim()} {whole[..comma].Trim()}".Trim());
    }

    private static List<StaffRow> Joined(IReadOnlyList<StaffRow> rows, ColumnMapping<StaffField> mapping, ProblemList problems)
    {
        var column = mapping.ColumnOf(StaffField.Email) is >= 0 and var index ? mapping.HeadingOf(index) : Fields.NameOf(StaffField.Email);
        var joined = rows.Where(row => row.Email.Length == 0).ToList();
        foreach (var same in rows.Where(row => row.Email.Length > 0).GroupBy(row => row.Email))
        {
            var names = same.Select(row => row.NameKey).Distinct().Count();
            if (names == 1)
            {
                // A system that writes a line a post: one person with all of them.
                joined.Add(same.First() with
                {
                    JobTitle = same.Select(row => row.JobTitle).FirstOrDefault(job => job.Length > 0, ""),
                    Roles = [.. same.SelectMany(row => row.Roles).DistinctBy(RoleWords.Key)],
                    Classes = [.. same.SelectMany(row => row.Classes).Distinct(StringComparer.OrdinalIgnoreCase)],
                });
                continue;
            }

            foreach (var row in same)
            {
                problems.Add(new(row.Line, column, $"{row.Email} stands on {Lines(same)} with different names", "an e-mail address belongs to one person: correct the others"));
            }
        }

        foreach (var same in joined.Where(row => row.Email.Length == 0).GroupBy(row => row.NameKey).Where(same => same.Skip(1).Any()).ToList())
        {
            foreach (var row in same.Skip(1))
            {
                joined.Remove(row);
                problems.Add(new(row.Line, column, $"{row.Name} stands on {Lines(same)} without an e-mail address", "fill in the addresses if they are two people, or delete this row"));
            }
        }

        return [.. joined.OrderBy(row => row.Line)];
    }

    // At most ten, for a file where one address was filled down a whole column.
    private static string Lines(IEnumerable<StaffRow> rows)
    {
        var lines = rows.Take(11).Select(row => $"{row.Line}").ToList();
        return lines.Count > 10 ? $"lines {string.Join(", ", lines.Take(10))} and more" : $"lines {string.Join(" and ", lines)}";
    }

    [GeneratedRegex(@"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|reverend|sir|dame|sister|fr|father)\.?\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Titles();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
