using System.Globalization;
using System.Text.RegularExpressions;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Exchange;

/// <summary>What is wrong with a value, and what to write instead.</summary>
public sealed record ValueProblem(string What, string Mend, bool IsWarning = false);

/// <summary>Reads a text: null without a problem when it is empty, null with one when it cannot be read.</summary>
public delegate T? ReadValue<T>(string? text, out ValueProblem? problem)
    where T : struct;

/// <summary>Reads a code: empty without a problem when there is none, empty with one when it cannot be read.</summary>
public delegate string ReadCode(string? text, out ValueProblem? problem);

/// <summary>Reads values as people and other systems write them.</summary>
public static partial class Values
{
    private static readonly string[] DateFormats =
    [
        "d/M/yyyy", "d/M/yy", "yyyy-M-d", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "yyyy/M/d", "yyyyMMdd",
    ];

    private static readonly Dictionary<string, bool> YesNo = Meanings(
        (true, ["y", "yes", "true", "t", "1", "x", "✓", "✔", "☑", "eligible"]),
        (false, ["n", "no", "false", "f", "0", "✗", "✘", "☐", "not eligible"]));

    private static readonly Dictionary<string, string> Provisions = Meanings(
        ("N", ["n", "no sen", "none", "no", "no special educational need", "no special educational needs", "not sen"]),
        ("K", ["k", "sen support", "support", "sen k"]),
        ("E", ["e", "ehcp", "ehc plan", "ehc", "education health and care plan", "education health care plan"]),
        ("A", ["a", "school action", "early years action", "school action or early years action"]),
        ("P", ["p", "school action plus", "early years action plus"]),
        ("S", ["s", "statement", "statemented"]));

    private static readonly Dictionary<string, string> NeedNames = NamesOfNeeds();

    /// <summary>A date: day/month/year with two or four digits, ISO, a month's name, or Excel's number of days since 1900. A time of day is left out.</summary>
    public static DateOnly? Date(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        if (typed.Length == 0)
        {
            return null;
        }

        var day = typed.Contains(':', StringComparison.Ordinal) ? TimeOfDay().Replace(typed, "") : typed;
        if (DateTime.TryParseExact(day, DateFormats, British, DateTimeStyles.AllowInnerWhite, out var date) && date.Year is >= 1900 and <= 2100)
        {
            return DateOnly.FromDateTime(date);
        }

        if (ExcelDays().IsMatch(day) && double.Parse(day, CultureInfo.InvariantCulture) is >= 1 and < 73_416 and var days)
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(days)));
        }

        problem = new($"{Shown(typed)} is no date", "write day/month/year, for example 3/9/2017");
        return null;
    }

    /// <summary>Reads dates of birth: <see cref="Date"/>, not after a day nor more than 120 years before it.</summary>
    public static ReadValue<DateOnly> BirthDateBy(DateOnly today) => (string? text, out ValueProblem? problem) =>
    {
        var date = Date(text, out problem);
        if (date > today || date < today.AddYears(-120))
        {
            problem = new(date > today ? $"{Shown(Trimmed(text))} is in the future" : $"{Shown(Trimmed(text))} is too long ago", "check the year of birth");
            return null;
        }

        return date;
    };

    /// <summary>A year group: "4", "Year 4", "Y4", "R", "Reception", "N1", "Nursery 2", "FS2".</summary>
    public static NcYear? Year(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        if (typed.Length == 0)
        {
            return null;
        }

        var folded = SearchText.Fold(typed).Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in new[] { "curriculumyear", "ncyear", "yeargroup", "year", "yr", "y" })
        {
            if (folded.Length > word.Length && folded.StartsWith(word, StringComparison.Ordinal))
            {
                folded = folded[word.Length..];
                break;
            }
        }

        var code = folded switch
        {
            "reception" or "rec" or "receptionyear" or "fs2" or "f2" or "foundation2" => "R",
            "nursery1" or "nur1" => "N1",
            "nursery2" or "nur2" or "fs1" or "f1" or "foundation1" => "N2",
            "earlyyears1" or "early1" => "E1",
            "earlyyears2" or "early2" => "E2",
            _ => folded.TrimStart('0'),
        };
        if (NcYear.TryParse(code, out var year))
        {
            return year;
        }

        problem = new($"{Shown(typed)} is no year group", folded.StartsWith("nur", StringComparison.Ordinal) ? "write N1 or N2" : "write R, 1 to 14, N1, N2, E1, E2, or X");
        return null;
    }

    /// <summary>Yes or no in the usual spellings; null where it is not known.</summary>
    public static bool? Flag(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        if (typed.Length == 0 || IsUnknown(typed))
        {
            return null;
        }

        if (YesNo.TryGetValue(typed, out var flag))
        {
            return flag;
        }

        problem = new($"{Shown(typed)} is neither yes nor no", "write Yes or No, or leave it empty where it is not known");
        return null;
    }

    /// <summary>Sex as it is recorded for the census.</summary>
    public static Sex? SexOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        switch (typed.ToUpperInvariant())
        {
            case "" or "U" or "UNKNOWN" or "NOT KNOWN" or "-": return null;
            case "M" or "MALE" or "BOY": return Sex.Male;
            case "F" or "FEMALE" or "GIRL": return Sex.Female;
            default:
                problem = new($"{Shown(typed)} is not known as a sex", "write M or F");
                return null;
        }
    }

    /// <summary>A current SEN provision code, N, K or E, by code or words. The retired ones are refused with the day on which they were.</summary>
    public static string Provision(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        var code = ProvisionOrRetired(typed);
        if (code.Length == 0)
        {
            problem = typed.Length == 0 ? null : new($"{Shown(typed)} is no SEN provision", "write N (no SEN), K (SEN Support) or E (EHC plan)");
            return "";
        }

        if (SenProvisionCode.Find(code) is { ValidTo: { } last } retired)
        {
            problem = new($"{code} ({retired.Name}) was retired on {InWords(last)}", "write N (no SEN), K (SEN Support) or E (EHC plan)");
            return "";
        }

        return code;
    }

    /// <summary>A SEN provision code by code or words, retired or not; empty when it is none. For history.</summary>
    internal static string ProvisionOrRetired(string? text) => ByCodeOrName(Trimmed(text), Provisions, code => SenProvisionCode.Find(code)?.Code);

    /// <summary>Reads types of need by code or name, as they may be used in a record of a date.</summary>
    public static ReadCode NeedOn(DateOnly date) => (string? text, out ValueProblem? problem) =>
    {
        problem = null;
        var typed = Trimmed(text);
        var code = ByCodeOrName(typed, NeedNames, name => NeedType.Find(name)?.Code);
        if (code.Length == 0)
        {
            problem = typed.Length == 0 || IsUnknown(typed) ? null : new($"{Shown(typed)} is no type of need", "write its census code, for example SLCN, ASD, SPLD, MLD or SEMH");
            return "";
        }

        var type = NeedType.Find(code)!;
        if (!type.IsValidOn(date))
        {
            problem = type.ValidTo < date
                ? new($"{code} ({type.Name}) was retired on {InWords(type.ValidTo.Value)}", "write the type that took its place, for example SEMH")
                : new($"{code} ({type.Name}) may be used from {InWords(type.ValidFrom!.Value)}", "write the type that was used before, or check the date");
            return "";
        }

        return code;
    };

    /// <summary>A unique pupil number with the right check letter.</summary>
    public static string UpnOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var upn = Upn.Normalise(Trimmed(text));
        if (upn.Length == 0 || Upn.IsValid(upn))
        {
            return upn;
        }

        problem = new(
            $"{Shown(upn)} is no valid UPN",
            upn.Length == 13 ? "check each letter and digit: its check letter does not fit the rest" : "write a letter and 12 digits (or 11 digits and a letter while it is temporary)");
        return "";
    }

    /// <summary>Attendance in per cent, 0 to 100.</summary>
    public static decimal? Percentage(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        if (typed.Length == 0 || IsUnknown(typed))
        {
            return null;
        }

        var number = typed.TrimEnd('%', ' ');
        if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100 && (value is 0 or >= 1 || typed.EndsWith('%')))
        {
            return Math.Round(value, 2);
        }

        problem = new($"{Shown(typed)} is no percentage", "write a number from 0 to 100, for example 95.3");
        return null;
    }

    /// <summary>An e-mail address, trimmed.</summary>
    public static string Email(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = Trimmed(text);
        if (typed.Length == 0 || (typed.Length <= Domain.Records.TextLimits.Line && EmailShape().IsMatch(typed)))
        {
            return typed;
        }

        problem = new($"{Shown(typed)} is no e-mail address", "write one address, for example name@example.org");
        return "";
    }

    /// <summary>A text from a file, short enough for a message.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");

    private static readonly CultureInfo British = TwoDigitYears();

    private static string Trimmed(string? text) => (text ?? "").Trim();

    private static bool IsUnknown(string text) => text.ToUpperInvariant() is "-" or "N/A" or "UNKNOWN" or "NOT KNOWN" or "NOT RECORDED";

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    // "K", "SEN Support", "K - SEN Support" and "SEN Support (K)" all say K.
    private static string ByCodeOrName(string typed, Dictionary<string, string> names, Func<string, string?> find)
    {
        if (typed.Length is 0 or > 100)
        {
            return "";
        }

        if (find(typed.ToUpperInvariant()) is { } code)
        {
            return code;
        }

        var folded = SearchText.Fold(typed);
        if (names.TryGetValue(folded, out var named))
        {
            return named;
        }

        var space = folded.IndexOf(' ', StringComparison.Ordinal);
        var last = folded.LastIndexOf(' ');
        return space > 0 && find(folded[..space].ToUpperInvariant()) is { } before && names.GetValueOrDefault(folded[(space + 1)..]) == before ? before
            : space > 0 && find(folded[(last + 1)..].ToUpperInvariant()) is { } after && names.GetValueOrDefault(folded[..last]) == after ? after
            : "";
    }

    private static Dictionary<string, string> NamesOfNeeds()
    {
        var names = Meanings(
            ("ASD", ["asc", "autism", "autism spectrum disorder", "autism spectrum condition", "autistic spectrum condition"]),
            ("DS", ["downs syndrome"]),
            ("OTH", ["other", "other difficulty", "other difficulty or disability", "other difficulties"]),
            ("SLCN", ["speech language and communication need", "speech language and communication"]),
            ("SEMH", ["social emotional and mental health needs", "social emotional mental health"]),
            ("SPLD", ["specific learning difficulties", "specific learning difficulty dyslexia"]),
            ("MLD", ["moderate learning difficulties"]),
            ("SLD", ["severe learning difficulties"]),
            ("PMLD", ["profound and multiple learning difficulties", "profound multiple learning difficulty"]),
            ("VI", ["visual impairment"]),
            ("MSI", ["multisensory impairment"]),
            ("NSA", ["no specialist assessment", "no specialist assessment of type of need", "sen support but no specialist assessment"]));
        foreach (var type in NeedType.All)
        {
            names.Add(SearchText.Fold(type.Name), type.Code);
        }

        return names;
    }

    private static Dictionary<string, T> Meanings<T>(params (T Value, string[] Words)[] meanings) =>
        meanings.SelectMany(meaning => meaning.Words, (meaning, word) => (word, meaning.Value)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    // Two-digit years run from 1970 to 2069: nobody in a school's files was born before, and a plan may end after 2049.
    private static CultureInfo TwoDigitYears()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2069 };
        return CultureInfo.ReadOnly(culture);
    }

    [GeneratedRegex(@"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d{2}:\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^\d{5}(\.\d{1,15})?$", RegexOptions.CultureInvariant)]
    private static partial Regex ExcelDays();

    [GeneratedRegex(@"^[^\s@<>,;""]{1,64}@[^\s@<>,;""]+\.[^\s@<>,;""]+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();
}
