using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>The plan as it is typed. Numbers and dates are kept as text, so that what cannot be read comes back to be mended.</summary>
public sealed class WritePlanForm
{
    /// <summary>The version of the cycle that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Long-term outcomes.</summary>
    public List<OutcomeEntry> Outcomes { get; set; } = [];

    /// <summary>Targets.</summary>
    public List<TargetEntry> Targets { get; set; } = [];

    /// <summary>Expected impact on progress, development or behaviour.</summary>
    public string ExpectedImpact { get; set; } = "";

    /// <summary>Strategies and adjustments.</summary>
    public List<StrategyEntry> Strategies { get; set; } = [];

    /// <summary>Rows of provision.</summary>
    public List<ProvisionEntry> Provision { get; set; } = [];

    /// <summary>What is done at home.</summary>
    public string AtHome { get; set; } = "";

    /// <summary>The pupil's own part.</summary>
    public string PupilsPart { get; set; } = "";

    /// <summary>First day of the plan.</summary>
    public DateParts StartsOn { get; set; } = new();

    /// <summary>Review date.</summary>
    public DateParts ReviewOn { get; set; } = new();

    /// <summary>The responsible teacher's key; posted only by those who may name one.</summary>
    public string ResponsibleTeacherId { get; set; } = "";

    /// <summary>Minutes of provision a week in all.</summary>
    public decimal MinutesAWeek => Provision.Sum(row => row.MinutesAWeek);

    /// <summary>The form for what a cycle holds, with a blank row wherever there is none yet.</summary>
    public static WritePlanForm Of(SupportCycle cycle)
    {
        var plan = cycle.Plan();
        var form = new WritePlanForm
        {
            Version = cycle.Version,
            Outcomes = [.. plan.Outcomes.Select(OutcomeEntry.Of)],
            Targets = [.. plan.Targets.Select(TargetEntry.Of)],
            ExpectedImpact = plan.ExpectedImpact,
            Strategies = [.. plan.Strategies.Select(StrategyEntry.Of)],
            Provision = [.. plan.Provision.Select(row => ProvisionEntry.Of(row))],
            AtHome = plan.AtHome,
            PupilsPart = plan.PupilsPart,
            StartsOn = DateParts.From(plan.StartsOn),
            ReviewOn = DateParts.From(plan.ReviewOn),
            ResponsibleTeacherId = $"{plan.ResponsibleTeacherId}",
        };
        foreach (var kind in PlanRows.Kinds.Where(kind => form.CountOf(kind) == 0))
        {
            form.Add(kind);
        }

        return form;
    }

    /// <summary>Adds a blank row; null when there is no such kind of row.</summary>
    /// <returns>The row's key.</returns>
    public string? Add(string kind)
    {
        switch (kind)
        {
            case PlanRows.Outcome:
                Outcomes.Add(new OutcomeEntry());
                return Outcomes[^1].Key;
            case PlanRows.Target:
                Targets.Add(new TargetEntry());
                return Targets[^1].Key;
            case PlanRows.Strategy:
                Strategies.Add(new StrategyEntry { For = StrategyEntry.EveryAdult });
                return Strategies[^1].Key;
            case PlanRows.Provision:
                Provision.Add(new ProvisionEntry());
                return Provision[^1].Key;
            default:
                return null;
        }
    }

    /// <summary>Removes a row given as "target-key", and what refers to it. False when there is none such.</summary>
    public bool Remove(string kindAndKey)
    {
        var (kind, key) = kindAndKey.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? (kindAndKey[..end], kindAndKey[(end + 1)..]) : ("", "");
        switch (kind)
        {
            case PlanRows.Outcome:
                Targets.Where(target => target.OutcomeKey == key).ToList().ForEach(target => target.OutcomeKey = "");
                return Outcomes.RemoveAll(row => row.Key == key) > 0;
            case PlanRows.Target:
                Provision.ForEach(row => row.Serves.Remove(key));
                return Targets.RemoveAll(row => row.Key == key) > 0;
            case PlanRows.Strategy:
                return Strategies.RemoveAll(row => row.Key == key) > 0;
            case PlanRows.Provision:
                return Provision.RemoveAll(row => row.Key == key) > 0;
            default:
                return false;
        }
    }

    /// <summary>Takes out rows that were announced and not posted, which only a forged form does.</summary>
    public void DropEmptyPlaces()
    {
        Outcomes.RemoveAll(row => row is null);
        Targets.RemoveAll(row => row is null);
        Strategies.RemoveAll(row => row is null);
        Provision.RemoveAll(row => row is null);
    }

    /// <summary>Whether something is written in a section.</summary>
    public bool Holds(PlanSection section) => section switch
    {
        PlanSection.ExpectedImpact => !Typed.AreBlank(ExpectedImpact),
        PlanSection.Strategies => Strategies.Exists(row => !row.IsDropped),
        PlanSection.Provision => Provision.Exists(row => !row.IsDropped),
        PlanSection.AtHome => !Typed.AreBlank(AtHome),
        PlanSection.PupilsPart => !Typed.AreBlank(PupilsPart),
        _ => true,
    };

    private int CountOf(string kind) => kind switch
    {
        PlanRows.Outcome => Outcomes.Count,
        PlanRows.Target => Targets.Count,
        PlanRows.Strategy => Strategies.Count,
        _ => Provision.Count,
    };

    /// <summary>Only what cannot be stored or cannot be true is an error; what is missing is shown as outstanding.</summary>
    public sealed class Validator : AbstractValidator<WritePlanForm>
    {
        private const string DateExample = "enter a date such as 26 Mar 2027";

        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure)));

        private static void Check(WritePlanForm form, Findings found)
        {
            foreach (var (index, row) in form.Outcomes.Index().Where(entry => !entry.Item.IsDropped))
            {
                var (at, name) = ($"Outcomes[{row.Key}]", $"Outcome {index + 1}");
                found.Require($"{at}.Text", row.Text, $"{name}: enter the long-term outcome, or remove it");
                found.Limit($"{at}.Text", row.Text, TextLimits.Narrative, name);
                found.DateLine($"{at}.ByWhen", row.ByWhen, $"{name}: {DateExample}");
            }

            foreach (var (index, row) in form.Targets.Index().Where(entry => !entry.Item.IsDropped))
            {
                var (at, name) = ($"Targets[{row.Key}]", $"Target {index + 1}");
                found.Require($"{at}.Statement", row.Statement, $"{name}: enter what the pupil will do, or remove the target");
                found.Limit($"{at}.Statement", row.Statement, TextLimits.Narrative, name);
                found.Limit($"{at}.Baseline", row.Baseline, TextLimits.Narrative, $"{name}: the baseline");
                found.Limit($"{at}.Measure", row.Measure, TextLimits.Narrative, $"{name}: the measure");
                found.Limit($"{at}.SuccessCriterion", row.SuccessCriterion, TextLimits.Narrative, $"{name}: what success looks like");
                found.DateLine($"{at}.ByWhen", row.ByWhen, $"{name}: {DateExample}");
                found.Hold($"{at}.ReformulatedNote", row.WayChosen != Reformulation.KeptAsItIs || !Typed.AreBlank(row.ReformulatedNote), $"{name}: enter why it is kept as it is");
                found.Limit($"{at}.ReformulatedNote", row.ReformulatedNote, TextLimits.Narrative, $"{name}: what was changed");
            }

            found.Limit(nameof(form.ExpectedImpact), form.ExpectedImpact, TextLimits.Narrative, "Expected impact");
            foreach (var (index, row) in form.Strategies.Index().Where(entry => !entry.Item.IsDropped))
            {
                var (at, name) = ($"Strategies[{row.Key}]", $"Strategy {index + 1}");
                found.Require($"{at}.Text", row.Text, $"{name}: enter the strategy, or remove it");
                found.Limit($"{at}.Text", row.Text, TextLimits.Narrative, name);
                found.Limit($"{at}.For", row.For, TextLimits.Name, $"{name}: for whom it is");
            }

            foreach (var (index, row) in form.Provision.Index().Where(entry => !entry.Item.IsDropped))
            {
                CheckProvision(row, $"Provision[{row.Key}]", $"Provision row {index + 1}", found);
            }

            found.Limit(nameof(form.AtHome), form.AtHome, TextLimits.Narrative, "At home");
            found.Limit(nameof(form.PupilsPart), form.PupilsPart, TextLimits.Narrative, "The pupil’s own part");
            var starts = found.Date(nameof(form.StartsOn), form.StartsOn, "Plan starts: enter a real date, such as 7 12 2026");
            var review = found.Date(nameof(form.ReviewOn), form.ReviewOn, "Review date: enter a real date, such as 26 3 2027");
            found.Hold(nameof(form.ReviewOn), !(review <= starts), $"The review date must be after {(starts is { } start ? UkDate.Long(start) : "")}, when the plan starts");
        }

        private static void CheckProvision(ProvisionEntry row, string at, string name, Findings found)
        {
            found.Require($"{at}.What", row.What, $"{name}: enter what the provision is, or remove the row");
            found.Limit($"{at}.What", row.What, TextLimits.Line, $"{name}: what it is");
            found.Limit($"{at}.DeliveredBy", row.DeliveredBy, TextLimits.Line, $"{name}: who delivers it");
            found.Limit($"{at}.Where", row.Where, TextLimits.Line, $"{name}: where it takes place");
            found.Hold(
                $"{at}.Minutes",
                Typed.AreBlank(row.Minutes) || NumberText.Whole(row.Minutes) is >= 1 and <= ProvisionContent.MostMinutes,
                $"{name}: minutes must be between 1 and {ProvisionContent.MostMinutes}");
            found.Hold(
                $"{at}.TimesAWeek",
                Typed.AreBlank(row.TimesAWeek) || NumberText.Fraction(row.TimesAWeek) is > 0 and <= ProvisionContent.MostTimesAWeek,
                $"{name}: times a week must be more than 0, up to {ProvisionContent.MostTimesAWeek:0}; 0.5 is every other week");
            found.Hold(
                $"{at}.GroupSize",
                Typed.AreBlank(row.GroupSize) || NumberText.Whole(row.GroupSize) is >= 1 and <= ProvisionContent.LargestGroup,
                $"{name}: group size must be between 1 and {ProvisionContent.LargestGroup}");
            found.DateLine($"{at}.From", row.From, $"{name}: {DateExample}");
            found.DateLine($"{at}.To", row.To, $"{name}: {DateExample}");
            found.Hold($"{at}.To", !(Typed.Date(row.To) < Typed.Date(row.From)), $"{name}: it must not end before it starts");
        }
    }
}

/// <summary>The kinds of rows that a plan has.</summary>
public static class PlanRows
{
    /// <summary>A long-term outcome.</summary>
    public const string Outcome = "outcome";

    /// <summary>A target.</summary>
    public const string Target = "target";

    /// <summary>A strategy.</summary>
    public const string Strategy = "strategy";

    /// <summary>A row of provision.</summary>
    public const string Provision = "provision";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Outcome, Target, Strategy, Provision];
}
