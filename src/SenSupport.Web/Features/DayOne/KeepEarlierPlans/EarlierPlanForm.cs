using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.KeepEarlierPlans;

/// <summary>A plan from before.</summary>
public sealed class EarlierPlanForm
{
    /// <summary>What it was called; the file's name where it is left empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>First day.</summary>
    public DateParts StartedOn { get; set; } = new();

    /// <summary>Last day; empty where unknown.</summary>
    public DateParts EndedOn { get; set; } = new();

    /// <summary>How it went, in a line.</summary>
    public string Result { get; set; } = "";

    /// <summary>The plan itself.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The plan as the record keeps it.</summary>
    public PastPlanDetails Details(string name, Guid? documentId) =>
        new(name, StartedOn.TryRead(out var start) ? start : default, EndedOn.TryRead(out var end) ? end : null, Result, documentId);

    /// <summary>The rules; the file is looked at when it is read.</summary>
    public sealed class Validator : AbstractValidator<EarlierPlanForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            found.Hold(nameof(Name), form.Name.Trim().Length > 0 || form.File is not null, "Enter what the plan was called, or attach it");
            found.Limit(nameof(Name), form.Name, TextLimits.Line, "What the plan was called");
            found.Limit(nameof(Result), form.Result, TextLimits.Line, "How it went");
            found.Hold(nameof(StartedOn), !form.StartedOn.IsEmpty, "Enter the day on which the plan started");
            var start = found.Date(nameof(StartedOn), form.StartedOn, "Enter a real date, such as 5 9 2025");
            var end = found.Date(nameof(EndedOn), form.EndedOn, "Enter a real date, such as 19 12 2025");
            found.Hold(nameof(StartedOn), !(start > SchoolClock.Today(clock)), "The plan must have started today or in the past");
            found.Hold(nameof(EndedOn), !(end < start), "The plan must end on or after the day it started");
        });
    }
}
