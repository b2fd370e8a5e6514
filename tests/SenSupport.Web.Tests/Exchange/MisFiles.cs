using System.Globalization;
using System.Text;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Tests.Exchange;

/// <summary>Writes pupils as management information systems export them; the same number always gives the same pupils.</summary>
public static class MisFiles
{
    private static readonly string[] Surnames = ["Smith", "Jones", "O'Reilly", "Wiśniewska", "Begum", "Patel", "Brown-Taylor", "García", "Nguyen", "Okafor", "Ahmed", "Müller", "Davies", "Evans", "Khan", "Łukasik", "Wright", "Ali", "D’Souza", "Green"];
    private static readonly string[] Forenames = ["Amelia", "Oliver", "Zoë", "Noah", "Aisha", "Chloé", "Mohammed", "Isla", "Jakub", "Freya", "Siân", "Leo", "Fatima", "Renée", "Arthur", "Mia", "Ivy", "Oscar", "Yusuf", "Grace", "Theo"];
    private static readonly string[] Needs = ["SLCN", "ASD", "SPLD", "MLD", "SEMH", "HI", "VI", "PD"];

    /// <summary>A school day in the academic year that the files are of.</summary>
    public static readonly DateOnly Today = new(2026, 11, 10);

    /// <summary>The headings of a SIMS-like report.</summary>
    public static readonly string[] SimsHeadings =
    [
        "UPN", "Legal Surname", "Legal Forename", "Preferred Forename", "DOB", "Gender", "Year taught in", "Reg Group", "SEN Status", "SEN Start Date", "SEN Need 1", "SEN Need 2", "SEN unit indicator",
        "Resourced provision indicator", "Eligible for free meals", "Pupil Premium Indicator", "In Care", "EAL", "First Language", "Service Children Indicator", "% Attendance", "Address",
        "Priority 1 Contact Name", "Priority 1 Contact Relationship", "Priority 1 Contact Email", "Priority 1 Contact Telephone", "Priority 2 Contact Name", "Priority 2 Contact Relationship", "House", "Ethnicity",
    ];

    /// <summary>The headings of an Arbor-like export, semicolons between.</summary>
    public static readonly string[] ArborHeadings =
    [
        "Last name", "First name", "Preferred first name", "Date of birth", "Sex", "UPN", "Year group", "Registration form", "SEN status", "SEN need type 1", "SEN need type 2", "Free School Meals", "Pupil Premium recipient",
        "Looked after child", "English as an additional language", "Mother tongue/First language", "Attendance %", "Guardian 1 name", "Guardian 1 relationship", "Guardian 1 email", "Guardian 1 mobile", "Arbor ID",
    ];

    /// <summary>The headings of a SIMS-like list of staff.</summary>
    public static readonly string[] StaffHeadings = ["Title", "Legal Surname", "Legal Forename", "Preferred Forename", "Work Email", "Post", "Reg Group", "Employment Start", "Payroll Number"];

    /// <summary>One made-up pupil.</summary>
    public sealed record MisPupil(
        string Upn, string Surname, string Forename, DateOnly BirthDate, bool IsGirl, int Year, string Class, string Sen, string Need1, string Need2, bool FreeMeals, bool Eal, decimal Attendance);

    /// <summary>Pupils of a primary school, years 0 (Reception) to 6, all different.</summary>
    public static IReadOnlyList<MisPupil> Pupils(int count) => [.. Enumerable.Range(0, count).Select(Pupil)];

    /// <summary>A SIMS-like CSV: commas, UTF-8 with mark, dd/MM/yyyy, years as numbers.</summary>
    public static string Sims(IEnumerable<MisPupil> pupils) => Table(',', SimsHeadings, pupils.Select(pupil => new[]
    {
        pupil.Upn, pupil.Surname, pupil.Forename, pupil.Forename, Date(pupil.BirthDate), pupil.IsGirl ? "F" : "M", pupil.Year == 0 ? "R" : Number(pupil.Year), pupil.Class, pupil.Sen,
        pupil.Sen == "N" ? "" : "03/09/2025", pupil.Need1, pupil.Need2, "No", "No", pupil.FreeMeals ? "Yes" : "No", pupil.FreeMeals ? "Yes" : "No", "No", pupil.Eal ? "Yes" : "No", pupil.Eal ? "Polish" : "English", "No",
        pupil.Attendance.ToString("0.0", CultureInfo.InvariantCulture), "12 High Street, Anytown, AB1 2CD", $"Ms A {pupil.Surname}", "Mother", "parent@example.org", "01632 960123", $"Mr B {pupil.Surname}", "Father", "Red", "WBRI",
    }));

    /// <summary>An Arbor-like CSV: semicolons, ISO dates, years and SEN in words.</summary>
    public static string Arbor(IEnumerable<MisPupil> pupils) => Table(';', ArborHeadings, pupils.Select(pupil => new[]
    {
        pupil.Surname, pupil.Forename, "", pupil.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), pupil.IsGirl ? "Female" : "Male", pupil.Upn, pupil.Year == 0 ? "Reception" : $"Year {pupil.Year}", pupil.Class,
        pupil.Sen switch { "K" => "SEN Support", "E" => "EHC Plan", _ => "No SEN" }, pupil.Need1, pupil.Need2, pupil.FreeMeals ? "Y" : "N", pupil.FreeMeals ? "Y" : "N", "N", pupil.Eal ? "Y" : "N",
        pupil.Eal ? "Polish" : "English", $"{pupil.Attendance.ToString("0.0", CultureInfo.InvariantCulture)}%", $"A {pupil.Surname}", "Mother", "parent@example.org", "07700 900123", "4711",
    }));

    /// <summary>A staff list as a SIMS-like report writes it: a class teacher for each class, assistants, the office, and posts that only the school knows.</summary>
    /// <param name="classes">The classes; each has a teacher.</param>
    /// <param name="count">How many people there are altogether.</param>
    public static string Staff(IReadOnlyList<string> classes, int count) => Table(',', StaffHeadings, Enumerable.Range(0, count).Select(number =>
    {
        var (forename, surname) = (Forenames[number % Forenames.Length], Surnames[(number * 3) % Surnames.Length]);
        var (post, named) = number < classes.Count ? ("Class Teacher", classes[number])
            : (number - classes.Count) switch { 0 => ("Office Manager", ""), 1 => ("School Business Manager", ""), 2 or 3 => ("Breakfast Club Leader", ""), 4 => ("Deputy Headteacher", ""), 5 => ("HLTA", ""), _ => ("Teaching Assistant", "") };
        return new[] { number % 2 == 0 ? "Mrs" : "Mr", surname, forename, "", $"staff{number}@ashdown.example", post, named, Date(new DateOnly(2015, 9, 1).AddMonths(number)), Number(4000 + number) };
    }));

    /// <summary>A UPN with the right check letter.</summary>
    /// <param name="number">Its last eight digits.</param>
    public static string UpnOf(int number)
    {
        var digits = $"8012{number.ToString("00000000", CultureInfo.InvariantCulture)}";
        return "ABCDEFGHJKLMNPQRTUVWXYZ".Select(letter => letter + digits).First(Upn.IsValid);
    }

    /// <summary>The bytes of a text with the encoding's mark before them.</summary>
    public static MemoryStream File(string text, Encoding? encoding = null)
    {
        encoding ??= Encoding.UTF8;
        return new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    private static MisPupil Pupil(int number)
    {
        var random = new Random(number);
        var year = number % 7;
        var sen = random.Next(100) switch { < 4 => "E", < 18 => "K", _ => "N" };
        var needs = random.GetItems(Needs, 2);
        return new MisPupil(
            UpnOf(20_000_000 + number), Surnames[number % Surnames.Length], Forenames[(number / Surnames.Length) % Forenames.Length],
            new DateOnly(2021 - year, 9, 1).AddDays(random.Next(365)), random.Next(2) == 0, year, $"{(year == 0 ? "R" : Number(year))}{"ABC"[number / 7 % 3]}", sen,
            sen == "N" ? "" : needs[0], sen == "N" || needs[0] == needs[1] ? "" : needs[1], random.Next(4) == 0, random.Next(5) == 0, 80 + (random.Next(200) / 10m));
    }

    private static string Table(char separator, string[] headings, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(headings))
        {
            text.AppendJoin(separator, row.Select(cell => cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell}\"" : cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
