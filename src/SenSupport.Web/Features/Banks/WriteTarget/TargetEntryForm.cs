using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Targets;

namespace SenSupport.Web.Features.Banks.WriteTarget;

/// <summary>A target of the bank as it is typed.</summary>
public sealed class TargetEntryForm : BankEntryForm
{
    private const int UsualWeeks = 12;

    /// <summary>What it is a step towards.</summary>
    public string LongTermOutcome { get; set; } = "";

    /// <summary>What the pupil will do.</summary>
    public string Statement { get; set; } = "";

    /// <summary>An example of a baseline.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>How progress is measured.</summary>
    public string Measure { get; set; } = "";

    /// <summary>What success looks like.</summary>
    public string SuccessCriterion { get; set; } = "";

    /// <summary>How many weeks it usually takes, as it was typed.</summary>
    public string Weeks { get; set; } = "";

    /// <summary>What the SMART helper says of it, as a plan of a pupil with a need in its area would have it.</summary>
    /// <param name="today">The first day of such a plan.</param>
    public TargetTips Tips(DateOnly today)
    {
        // An entry has no date: a plan's review gives it one.
        var by = today.AddDays(7 * (int.TryParse(Weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= TargetEntryContent.MostWeeks ? weeks : UsualWeeks));
        AreaOfNeed? area = Enum.TryParse<AreaOfNeed>(Area, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var (pupil, they) = ("Sam", Pronouns.For(Sex.Male));
        return new TargetTips(
            Statement,
            SmartHelper.Check(
                new SmartTarget(they.Fill(Statement, pupil), they.Fill(Baseline, pupil), they.Fill(Measure, pupil), they.Fill(SuccessCriterion, pupil), area, by),
                new SmartPlan(today, by, area is { } need ? [need] : [])),
            "You can save it all the same.");
    }

    /// <summary>The form for an entry.</summary>
    public static TargetEntryForm Of(TargetEntryContent content, Guid version) => new()
    {
        Version = version,
        Area = $"{content.Area}",
        Needs = Split(content.Needs),
        Phases = Split(content.Phases),
        LongTermOutcome = content.LongTermOutcome,
        Statement = content.Statement,
        Baseline = content.Baseline,
        Measure = content.Measure,
        SuccessCriterion = content.SuccessCriterion,
        Weeks = $"{content.Weeks}",
    };

    /// <summary>What was typed, once it is checked.</summary>
    public TargetEntryContent Content() => new(
        AreaChosen,
        NeedCodes,
        PhaseCodes,
        LongTermOutcome,
        Statement,
        Baseline,
        Measure,
        SuccessCriterion,
        string.IsNullOrWhiteSpace(Weeks) ? null : int.Parse(Weeks, CultureInfo.InvariantCulture));

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : BankValidator<TargetEntryForm>
    {
        /// <summary>The pupil's action is needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Statement).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Enter what the pupil will do");
            RuleFor(form => form.Weeks)
                .Must(text => string.IsNullOrWhiteSpace(text) || (int.TryParse(text, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= TargetEntryContent.MostWeeks))
                .WithMessage($"Weeks must be between 1 and {TargetEntryContent.MostWeeks}");
            Fits(form => form.Statement, "What the pupil will do");
            Fits(form => form.Baseline, "The baseline");
            Fits(form => form.Measure, "The measure");
            Fits(form => form.SuccessCriterion, "What success looks like");
            Fits(form => form.LongTermOutcome, "The long-term outcome");
        }
    }
}
