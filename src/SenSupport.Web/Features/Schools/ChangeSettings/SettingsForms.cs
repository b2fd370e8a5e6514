using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Schools;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>A part of the settings as it is typed.</summary>
public abstract class SettingsForm
{
    /// <summary>The version of the school that the page was made from.</summary>
    public Guid Version { get; set; }
}

/// <summary>Who and where the school is.</summary>
public sealed class DetailsForm : SettingsForm
{
    /// <summary>The fields.</summary>
    public SchoolFields School { get; set; } = new();

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<DetailsForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => form.School.Check(new Findings(context.AddFailure), nameof(School)));
    }
}

/// <summary>Where parents find advice.</summary>
public sealed class AdviceForm : SettingsForm
{
    /// <summary>The fields.</summary>
    public SupportFields Support { get; set; } = new();

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<AdviceForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => form.Support.Check(new Findings(context.AddFailure), nameof(Support)));
    }
}

/// <summary>Terms and inset days.</summary>
public sealed class TermsForm : SettingsForm
{
    private const string Term = "term", Inset = "inset";

    /// <summary>The terms.</summary>
    public List<TermFields> Terms { get; set; } = [];

    /// <summary>Inset days, each on one line.</summary>
    public List<InsetFields> InsetDays { get; set; } = [];

    /// <summary>The form for what a school has.</summary>
    public static TermsForm Of(School school) => new()
    {
        Version = school.Version,
        Terms = [.. school.Terms.Select(TermFields.Of)],
        InsetDays = [.. school.InsetDays.Select(day => new InsetFields { On = UkDate.Short(day) })],
    };

    /// <summary>Adds an empty row, "term" or "inset"; false for anything else.</summary>
    public bool Add(string kind)
    {
        if (kind == Term && Terms.Count <= School.MostTerms)
        {
            Terms.Add(new TermFields());
            return true;
        }

        if (kind == Inset && InsetDays.Count <= School.MostInsetDays)
        {
            InsetDays.Add(new InsetFields());
            return true;
        }

        return false;
    }

    /// <summary>Removes a row, "term-2" for example, counted from 0; false for one that is not there.</summary>
    public bool Remove(string row)
    {
        var parts = row.Split('-');
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        return (parts[0] == Term && RemoveAt(Terms, index)) || (parts[0] == Inset && RemoveAt(InsetDays, index));
    }

    /// <summary>The days that were typed; they have been checked.</summary>
    public IReadOnlyList<DateOnly> Days() => [.. InsetDays.Where(row => !string.IsNullOrWhiteSpace(row.On)).Select(row => TermFields.Day(row.On, out var day) ? day : throw new InvalidOperationException("The row was not checked"))];

    private static bool RemoveAt<T>(List<T> rows, int index)
    {
        var isThere = index < rows.Count;
        if (isThere)
        {
            rows.RemoveAt(index);
        }

        return isThere;
    }

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<TermsForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure)));

        private static void Check(TermsForm form, Findings found)
        {
            TermFields.Check(found, nameof(Terms), form.Terms);
            var seen = new HashSet<DateOnly>();
            foreach (var (index, row) in form.InsetDays.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item.On)))
            {
                var field = $"{nameof(InsetDays)}[{index}].{nameof(InsetFields.On)}";
                var isDay = TermFields.Day(row.On, out var day);
                found.Hold(field, isDay, $"Inset day {index + 1}: enter a date like 1 Sep 2026");
                found.Hold(field, !isDay || seen.Add(day), $"Inset day {index + 1}: this day is in the list twice");
            }

            found.Hold($"{nameof(InsetDays)}[0].{nameof(InsetFields.On)}", form.InsetDays.Count <= School.MostInsetDays, $"Enter {School.MostInsetDays} inset days or fewer");
        }
    }
}

/// <summary>An inset day, as it is typed.</summary>
public sealed class InsetFields
{
    /// <summary>The day on one line; empty for none.</summary>
    public string On { get; set; } = "";
}

/// <summary>How the school runs the graduated approach.</summary>
public sealed class RhythmForm : SettingsForm
{
    /// <summary>Weeks to a review.</summary>
    public string ReviewWeeks { get; set; } = "";

    /// <summary>Weeks of monitoring.</summary>
    public string MonitoringWeeks { get; set; } = "";

    /// <summary>Reviews with little progress after which a specialist is expected.</summary>
    public string ReviewsBeforeSpecialist { get; set; } = "";

    /// <summary>Names of the strands that an assessment needs.</summary>
    public List<string> RequiredStrands { get; set; } = [];

    /// <summary>The form for what a school has.</summary>
    public static RhythmForm Of(School school) => new()
    {
        Version = school.Version,
        ReviewWeeks = school.ReviewWeeks.ToString(CultureInfo.InvariantCulture),
        MonitoringWeeks = school.MonitoringWeeks.ToString(CultureInfo.InvariantCulture),
        ReviewsBeforeSpecialist = school.ReviewsBeforeSpecialist.ToString(CultureInfo.InvariantCulture),
        RequiredStrands = [.. school.RequiredStrands.Select(strand => $"{strand}")],
    };

    /// <summary>What was typed; it has been checked.</summary>
    public SchoolRhythm Rhythm() => new(Weeks(ReviewWeeks)!.Value, Weeks(MonitoringWeeks)!.Value, [.. RequiredStrands.Select(Enum.Parse<StrandKind>)], Reviews(ReviewsBeforeSpecialist)!.Value);

    private static int? Reviews(string text) => Weeks(text) is { } number and <= DutySchool.MostReviews ? number : null;

    private static int? Weeks(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= School.MostWeeks ? weeks : null;

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<RhythmForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.ReviewWeeks).Must(text => Weeks(text) is not null).WithMessage($"Enter the weeks to a review: 1 to {School.MostWeeks}");
            RuleFor(form => form.MonitoringWeeks).Must(text => Weeks(text) is not null).WithMessage($"Enter the weeks of monitoring: 1 to {School.MostWeeks}");
            RuleFor(form => form.ReviewsBeforeSpecialist).Must(text => Reviews(text) is not null).WithMessage($"Enter the reviews before a specialist is expected: 1 to {DutySchool.MostReviews}");
            RuleFor(form => form.RequiredStrands)
                .Must(strands => strands.Distinct().Count() == strands.Count && strands.TrueForAll(strand => StrandKinds.All.Any(kind => $"{kind}" == strand)))
                .WithMessage("Choose strands from the list")
                .OverridePropertyName(nameof(RequiredStrands));
        }
    }
}

/// <summary>The logo.</summary>
public sealed class LogoForm : SettingsForm
{
    /// <summary>The file.</summary>
    public IFormFile? Logo { get; set; }

    /// <summary>What cannot be stored; the picture itself is read later.</summary>
    public sealed class Validator : AbstractValidator<LogoForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form.Logo).NotNull().WithMessage("Choose a PNG or JPEG file");
    }
}
