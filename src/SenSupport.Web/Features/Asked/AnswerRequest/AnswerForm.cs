using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Asked.AnswerRequest;

/// <summary>A short assessment as it is answered.</summary>
public sealed class AnswerForm
{
    /// <summary>The steps by the key of their statement: "1" to "5", empty where there was no chance to see it.</summary>
    public Dictionary<string, string> Steps { get; set; } = [];

    /// <summary>What goes well.</summary>
    public string GoesWell { get; set; } = "";

    /// <summary>What is hard.</summary>
    public string IsHard { get; set; } = "";

    /// <summary>What helps.</summary>
    public string Helps { get; set; } = "";

    /// <summary>The steps to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } = [.. Enumerable.Range(1, 5).Select(step => new SelectListItem(FiveSteps.Name(step), $"{step}")), new("Not seen", "")];

    /// <summary>What was typed, once the form is valid.</summary>
    public AssessmentAnswer Answer() => new(
        [.. RoundRobinStatements.All.Select(statement => new StatementAnswer(statement.Text, int.TryParse(Steps.GetValueOrDefault(statement.Id), out var step) ? step : null))], GoesWell, IsHard, Helps);

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<AnswerForm>
    {
        /// <summary>Sets them.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            foreach (var (id, step) in form.Steps)
            {
                find.Hold($"Steps[{id}]", Choices.Any(choice => choice.Value == (step ?? "")), "Choose one of the steps");
            }

            find.Hold(nameof(GoesWell), form.Steps.Values.Any(step => !string.IsNullOrEmpty(step)) || !string.IsNullOrWhiteSpace(form.GoesWell + form.IsHard + form.Helps), "Mark a statement or write a sentence");
            find.Limit(nameof(GoesWell), form.GoesWell, TextLimits.Narrative, "What goes well");
            find.Limit(nameof(IsHard), form.IsHard, TextLimits.Narrative, "What is hard");
            find.Limit(nameof(Helps), form.Helps, TextLimits.Narrative, "What helps");
        });
    }
}
