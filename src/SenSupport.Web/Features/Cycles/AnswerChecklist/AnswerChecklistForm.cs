using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.AnswerChecklist;

/// <summary>A checklist as it is filled in.</summary>
public sealed class AnswerChecklistForm
{
    /// <summary>What is posted for "No chance to observe".</summary>
    public const string NoChance = "none";

    /// <summary>The number of the version on the page. Not named "Number": a posted field of the cycle's name would be taken for the cycle.</summary>
    public int Wording { get; set; }

    /// <summary>What was chosen for each statement, by its id.</summary>
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>Examples.</summary>
    public string Note { get; set; } = "";

    /// <summary>The last day of the observations.</summary>
    public DateParts ObservedOn { get; set; } = new();

    /// <summary>What is posted for a step.</summary>
    public static string Posted(ChecklistStep step) => step.Value?.ToString(CultureInfo.InvariantCulture) ?? NoChance;

    /// <summary>The values by statement; null where one is not the checklist's.</summary>
    public IReadOnlyDictionary<string, int?>? Values(ChecklistContent content)
    {
        var values = new Dictionary<string, int?>();
        foreach (var (id, chosen) in Answers.Where(answer => !string.IsNullOrEmpty(answer.Value)))
        {
            if (content.Statements.All(row => row.Id != id) || content.Scale.FirstOrDefault(step => Posted(step) == chosen) is not { } found)
            {
                return null;
            }

            values[id] = found.Value;
        }

        return values;
    }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<AnswerChecklistForm>
    {
        /// <summary>One answer at least, and a day.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(form => form.Answers).Must(answers => answers.Values.Any(value => !string.IsNullOrEmpty(value))).WithMessage("Answer at least one statement");
            RuleFor(form => form.ObservedOn).Must(date => date.TryRead(out _)).WithMessage("Enter the last day of your observations, such as 7 12 2026");
            RuleFor(form => form.ObservedOn).Must(date => !date.TryRead(out var day) || day <= SchoolClock.Today(clock)).WithMessage("The day of your observations must be today or earlier");
            RuleFor(form => form.Note).Must(text => text.Trim().Length <= TextLimits.Narrative).WithMessage($"Examples must be {TextLimits.Narrative:N0} characters or fewer");
        }
    }
}
