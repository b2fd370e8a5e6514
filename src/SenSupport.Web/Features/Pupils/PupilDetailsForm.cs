using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils;

/// <summary>Who a pupil is, as it is typed: for a new pupil and for one on the list.</summary>
public sealed class PupilDetailsForm
{
    /// <summary>The flags in the order of the form.</summary>
    public static IReadOnlyList<PupilFlags> EveryFlag { get; } = [.. Enum.GetValues<PupilFlags>().Where(flag => flag != PupilFlags.None)];

    /// <summary>The version that the page was made from; empty for a new pupil.</summary>
    public Guid Version { get; set; }

    /// <summary>The pupils that were shown as likely the same person, by key, when the person said "all the same".</summary>
    public string Shown { get; set; } = "";

    /// <summary>Unique pupil number.</summary>
    public string Upn { get; set; } = "";

    /// <summary>Legal surname.</summary>
    public string Surname { get; set; } = "";

    /// <summary>Legal forename.</summary>
    public string Forename { get; set; } = "";

    /// <summary>The first name in use, where it is another.</summary>
    public string KnownAs { get; set; } = "";

    /// <summary>Date of birth.</summary>
    public DateParts BirthDate { get; set; } = new();

    /// <summary>Name of a <see cref="Domain.Pupils.Sex"/>; empty where it is not recorded.</summary>
    public string Sex { get; set; } = "";

    /// <summary>Code of the year group.</summary>
    public string NcYear { get; set; } = "";

    /// <summary>Key of the class; empty for none.</summary>
    public string ClassId { get; set; } = "";

    /// <summary>First language, where it is not English.</summary>
    public string FirstLanguage { get; set; } = "";

    /// <summary>Whether the pupil has a place in a SEN unit.</summary>
    public bool InSenUnit { get; set; }

    /// <summary>Whether the pupil has a place in resourced provision.</summary>
    public bool InResourcedProvision { get; set; }

    /// <summary>Attendance in per cent.</summary>
    public string Attendance { get; set; } = "";

    /// <summary>The day up to which it counts.</summary>
    public DateParts AttendanceOn { get; set; } = new();

    /// <summary>One row for each of <see cref="EveryFlag"/>, in that order.</summary>
    public List<FlagRow> Flags { get; set; } = [.. EveryFlag.Select(_ => FlagRow.Of(false, null, null))];

    /// <summary>What the page shows beside the fields.</summary>
    [BindNever]
    public PupilDetailsPage Page { get; set; } = PupilDetailsPage.Empty;

    /// <summary>The details as the form has them, once it is valid. Flags are apart: see <see cref="FlagRow"/>.</summary>
    public PupilDetails Read()
    {
        _ = BirthDate.TryRead(out var born);
        return new PupilDetails(
            Upn,
            Surname,
            Forename,
            KnownAs,
            born,
            Enum.TryParse<Sex>(Sex, out var sex) ? sex : null,
            NcYear,
            Guid.TryParse(ClassId, out var classId) ? classId : null,
            FirstLanguage,
            PupilFlags.None,
            ReadAttendance(),
            AttendanceOn.TryRead(out var on) ? on : null,
            InSenUnit,
            InResourcedProvision);
    }

    /// <summary>Fills the fields.</summary>
    public void Fill(PupilDetails details)
    {
        (Upn, Surname, Forename, KnownAs) = (details.Upn, details.Surname, details.Forename, details.KnownAs);
        (BirthDate, Sex, NcYear, ClassId) = (DateParts.From(details.BirthDate), $"{details.Sex}", details.NcYear, $"{details.ClassId}");
        (FirstLanguage, InSenUnit, InResourcedProvision) = (details.FirstLanguage, details.InSenUnit, details.InResourcedProvision);
        (Attendance, AttendanceOn) = (details.Attendance?.ToString("0.#", CultureInfo.InvariantCulture) ?? "", DateParts.From(details.AttendanceOn));
    }

    private decimal? ReadAttendance() =>
        decimal.TryParse(Attendance.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var percent) ? percent : null;

    /// <summary>What details must be. That the class is one of the school's is asked of the school.</summary>
    public sealed class Validator : AbstractValidator<PupilDetailsForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(PupilDetailsForm form, Findings find, DateOnly today)
        {
            find.Require(nameof(Surname), form.Surname, "Enter the surname");
            find.Limit(nameof(Surname), form.Surname, TextLimits.Name, "The surname");
            find.Require(nameof(Forename), form.Forename, "Enter the forename");
            find.Limit(nameof(Forename), form.Forename, TextLimits.Name, "The forename");
            find.Limit(nameof(KnownAs), form.KnownAs, TextLimits.Name, "The known-as name");
            find.Limit(nameof(FirstLanguage), form.FirstLanguage, TextLimits.Name, "The first language");
            CheckUpn(form.Upn, nameof(Upn), find);
            find.Hold(nameof(BirthDate), !form.BirthDate.IsEmpty, "Enter the date of birth");
            var born = find.Date(nameof(BirthDate), form.BirthDate, "Enter a real date of birth, such as 27 3 2018");
            find.Hold(nameof(BirthDate), !(born > today), "The date of birth must be in the past");
            find.Hold(nameof(Sex), form.Sex.Length == 0 || (Enum.TryParse<Sex>(form.Sex, out var sex) && Enum.IsDefined(sex)), "Choose female, male or not recorded");
            find.Hold(nameof(NcYear), Years.Contains(form.NcYear), form.NcYear.Length == 0 ? "Choose the year group" : "Choose a year group from the list");
            CheckAttendance(form, find, today);
            foreach (var (index, row) in form.Flags.Take(EveryFlag.Count).Index())
            {
                row.Check($"Flags[{index}]", EveryFlag[index], find, today);
            }
        }

        private static IReadOnlyList<string> Years => Domain.Schools.NcYear.Codes;

        private static void CheckAttendance(PupilDetailsForm form, Findings find, DateOnly today)
        {
            var percent = form.ReadAttendance();
            find.Hold(nameof(Attendance), form.Attendance.Trim().Length == 0 || percent is >= 0 and <= 100, "Enter attendance in per cent, from 0 to 100, such as 94.5");
            var on = find.Date(nameof(AttendanceOn), form.AttendanceOn, "Enter a real date for the attendance figure, such as 27 3 2027");
            find.Hold(nameof(AttendanceOn), !(on > today), "The date of the attendance figure must not be in the future");
        }

        /// <summary>A UPN that may be empty: its length, its characters and its check letter are three different slips.</summary>
        public static void CheckUpn(string typed, string field, Findings find)
        {
            var upn = Domain.Pupils.Upn.Normalise(typed);
            if (upn.Length is not 0 and not 13)
            {
                find.Hold(field, false, $"A UPN has 13 characters; this one has {upn.Length}");
            }
            else
            {
                find.Hold(field, upn.Length == 0 || Domain.Pupils.Upn.IsValid(upn), "The first letter of the UPN does not fit its digits: check each of them");
            }
        }
    }
}

/// <summary>A flag with the days from and until which it holds.</summary>
public sealed class FlagRow
{
    /// <summary>Whether it holds.</summary>
    public bool Holds { get; set; }

    /// <summary>First day, on one line; empty where nobody knows.</summary>
    public string From { get; set; } = "";

    /// <summary>Last day, on one line; empty while it holds.</summary>
    public string Until { get; set; } = "";

    /// <summary>The row as the page showed it, so that only what the person changed is written.</summary>
    public string Was { get; set; } = "";

    /// <summary>First day.</summary>
    public DateOnly? FromDate => DateText.TryRead(From, out var date) ? date : null;

    /// <summary>Last day.</summary>
    public DateOnly? UntilDate => DateText.TryRead(Until, out var date) ? date : null;

    /// <summary>The row in a line that can be compared.</summary>
    public string Line => $"{Holds}|{FromDate:yyyy-MM-dd}|{UntilDate:yyyy-MM-dd}";

    /// <summary>Whether the person changed it.</summary>
    public bool IsChanged => Line != Was;

    /// <summary>The row of a flag as it is saved: with dates while it holds.</summary>
    public static FlagRow Of(bool holds, DateOnly? start, DateOnly? end)
    {
        var row = holds ? new FlagRow { Holds = true, From = Text(start), Until = Text(end) } : new FlagRow();
        row.Was = row.Line;
        return row;

        static string Text(DateOnly? date) => date is { } day ? UkDate.Short(day) : "";
    }

    internal void Check(string field, PupilFlags flag, Findings find, DateOnly today)
    {
        var name = flag.InWords().Single();
        find.DateLine($"{field}.From", From, $"{name}: enter a real start date, such as 27 3 2026");
        find.DateLine($"{field}.Until", Until, $"{name}: enter a real end date, such as 27 3 2026");
        find.Hold($"{field}.From", !(FromDate > today), $"{name}: the start date must not be in the future");
        find.Hold($"{field}.Until", !(UntilDate < FromDate), $"{name}: the end date must be on or after the start date");
        find.Hold($"{field}.Holds", Holds || Was.StartsWith("True", StringComparison.Ordinal) || (FromDate is null && UntilDate is null), $"Tick {name}, or clear its dates");
    }
}
