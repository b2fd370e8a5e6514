using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>A view of the pupil, the parents or somebody else as it is written down.</summary>
public sealed class GatherViewForm
{
    /// <summary>The row's version that the page was made from; empty for a view without an invitation.</summary>
    public Guid Version { get; set; }

    /// <summary>Whose view it is. Set by the server.</summary>
    [BindNever]
    public ViewOf Of { get; set; }

    /// <summary>Their name; may be empty for the pupil.</summary>
    public string Who { get; set; } = "";

    /// <summary>The day it was given.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>How it was given.</summary>
    public ViewHow? How { get; set; }

    /// <summary>Who gathered it.</summary>
    public string GatheredBy { get; set; } = "";

    /// <summary>The faces by the number of their question from 0: "1" to "5", empty where none was chosen.</summary>
    public Dictionary<int, string> Faces { get; set; } = [];

    /// <summary>What goes well.</summary>
    public string GoesWell { get; set; } = "";

    /// <summary>What is hard.</summary>
    public string IsHard { get; set; } = "";

    /// <summary>What would help.</summary>
    public string Helps { get; set; } = "";

    /// <summary>Why a view is put right; nothing while there is none.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether a view that is written down is put right.</summary>
    public bool IsCorrection => Saved?.GivenOn is not null;

    /// <summary>The saved view; null for a new one. Set by the server.</summary>
    [BindNever]
    public ReviewView? Saved { get; set; }

    /// <summary>The questions: as they were asked, where the view is there already.</summary>
    public IReadOnlyList<string> Questions => Of != ViewOf.Pupil ? [] : Saved is { Statements.Count: > 0 } ? [.. Saved.Statements.Select(row => row.Text)] : ViewWords.PupilQuestions;

    /// <summary>The form for a saved view.</summary>
    public static GatherViewForm From(ReviewView view, DateOnly today, string by) => new()
    {
        Saved = view,
        Version = view.Version,
        Of = view.Of,
        Who = view.Who,
        On = DateParts.From(view.GivenOn ?? today),
        How = view.How,
        GatheredBy = view.GivenOn is null ? by : view.GatheredBy,
        Faces = view.Statements.Index().Where(row => row.Item.Step is not null).ToDictionary(row => row.Index, row => $"{row.Item.Step}"),
        GoesWell = view.GoesWell,
        IsHard = view.IsHard,
        Helps = view.Helps,
    };

    /// <summary>What is written down, once the form is valid.</summary>
    public ViewContent Content() => new(
        On.TryRead(out var on) ? on : default,
        How!.Value,
        GatheredBy,
        [.. Questions.Select((question, index) => new StatementAnswer(question, int.TryParse(Faces.GetValueOrDefault(index), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null))],
        GoesWell,
        IsHard,
        Helps);

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<GatherViewForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(Who), form.Of != ViewOf.Others || !string.IsNullOrWhiteSpace(form.Who), "Enter whose view it is");
            find.Limit(nameof(Who), form.Who, TextLimits.Line, "The name");
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the day on which it was given");
            find.Hold(nameof(On), !(find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027") > SchoolClock.Today(clock)), "The day must be today or earlier");
            find.Hold(nameof(How), form.How is { } how && Enum.IsDefined(how), "Choose how it was given");
            find.Limit(nameof(GatheredBy), form.GatheredBy, TextLimits.Line, "Who gathered it");
            foreach (var (index, step) in form.Faces)
            {
                find.Hold($"Faces[{index}]", index >= 0 && index < form.Questions.Count && step is null or "" or "1" or "2" or "3" or "4" or "5", "Choose one of the five faces");
            }

            find.Hold(nameof(GoesWell), form.Faces.Values.Any(step => !string.IsNullOrEmpty(step)) || !string.IsNullOrWhiteSpace(form.GoesWell + form.IsHard + form.Helps), form.Of == ViewOf.Pupil ? "Choose a face or write a sentence" : "Write what was said");
            if (form.IsCorrection)
            {
                RemoveViewForm.Validator.CheckReason(find, form.Reason);
            }

            find.Limit(nameof(GoesWell), form.GoesWell, TextLimits.Narrative, "What goes well");
            find.Limit(nameof(IsHard), form.IsHard, TextLimits.Narrative, "What is hard");
            find.Limit(nameof(Helps), form.Helps, TextLimits.Narrative, "What would help");
        });
    }
}
