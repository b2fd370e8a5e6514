using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.KeepProgress;

/// <summary>What a pupil reached in a subject or test, as typed.</summary>
public sealed class PointForm
{
    /// <summary>The version that the page was made from; empty for a new point.</summary>
    public Guid Version { get; set; }

    /// <summary>The subject or test.</summary>
    public string Measure { get; set; } = "";

    /// <summary>The day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>The score.</summary>
    public string Score { get; set; } = "";

    /// <summary>The year group's mean.</summary>
    public string PeersMean { get; set; } = "";

    /// <summary>The standardised score.</summary>
    public string Standardised { get; set; } = "";

    /// <summary>Years of the age equivalent.</summary>
    public string AgeYears { get; set; } = "";

    /// <summary>Months of it, beside the years.</summary>
    public string AgeMonths { get; set; } = "";

    /// <summary>The stage.</summary>
    public string Stage { get; set; } = "";

    /// <summary>The teacher's judgement.</summary>
    public AttainmentJudgement? Judgement { get; set; }

    /// <summary>A note.</summary>
    public string Note { get; set; } = "";

    /// <summary>The form of a point.</summary>
    public static PointForm Of(PointContent point, Guid version) => new()
    {
        Version = version,
        Measure = point.Measure,
        On = DateParts.From(point.On),
        Score = Text(point.Score),
        PeersMean = Text(point.PeersMean),
        Standardised = $"{point.Standardised}",
        AgeYears = point.AgeEquivalentMonths is { } months ? $"{months / 12}" : "",
        AgeMonths = point.AgeEquivalentMonths is { } all ? $"{all % 12}" : "",
        Stage = point.Stage,
        Judgement = point.Judgement,
        Note = point.Note,
    };

    /// <summary>The point; only of a form that was checked.</summary>
    public PointContent Read() => new(Measure, On.TryRead(out var on) ? on : default, NumberText.Signed(Score), NumberText.Signed(PeersMean), NumberText.Whole(Standardised), Months, Stage, Judgement, Note);

    private int? Months => NumberText.Whole(AgeYears) is null && NumberText.Whole(AgeMonths) is null ? null : ((NumberText.Whole(AgeYears) ?? 0) * 12) + (NumberText.Whole(AgeMonths) ?? 0);

    private static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a point must be.</summary>
    public sealed class Validator : AbstractValidator<PointForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Require(nameof(Measure), form.Measure, "Enter the subject or test");
            find.Limit(nameof(Measure), form.Measure, TextLimits.Name, "The subject or test");
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the date");
            var on = find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(On), !(on > today), "The date must not be in the future");
            find.Hold(nameof(Score), IsEmpty(form.Score) || Math.Abs(NumberText.Signed(form.Score) ?? decimal.MaxValue) <= PointContent.MostScore, "Enter the score as a number, such as 17 or 17.5");
            find.Hold(nameof(PeersMean), IsEmpty(form.PeersMean) || Math.Abs(NumberText.Signed(form.PeersMean) ?? decimal.MaxValue) <= PointContent.MostScore, "Enter the year group’s mean as a number, such as 15.2");
            find.Hold(nameof(Standardised), IsEmpty(form.Standardised) || NumberText.Whole(form.Standardised) is >= PointContent.LowestStandardised and <= PointContent.HighestStandardised,
                $"Enter the standardised score as a number from {PointContent.LowestStandardised} to {PointContent.HighestStandardised}");
            find.Hold(nameof(AgeYears), IsEmpty(form.AgeYears) || NumberText.Whole(form.AgeYears) is <= 20, "Enter the years of the age equivalent as a number from 0 to 20");
            find.Hold(nameof(AgeMonths), IsEmpty(form.AgeMonths) || NumberText.Whole(form.AgeMonths) is <= 11, "Enter the months of the age equivalent as a number from 0 to 11");
            find.Hold(nameof(AgeYears), !(form.Months > PointContent.MostMonths) || NumberText.Whole(form.AgeYears) is > 20, "The age equivalent must be 20 years or less");
            find.Limit(nameof(Stage), form.Stage, TextLimits.Name, "The stage");
            find.Limit(nameof(Note), form.Note, TextLimits.Narrative, "The note");
            find.Hold(
                nameof(Score),
                !(IsEmpty(form.Score) && IsEmpty(form.Standardised) && IsEmpty(form.AgeYears) && IsEmpty(form.AgeMonths) && IsEmpty(form.Stage) && form.Judgement is null),
                "Enter what was reached: a score, a stage or a judgement");
        });

        private static bool IsEmpty(string text) => string.IsNullOrWhiteSpace(text);
    }
}
