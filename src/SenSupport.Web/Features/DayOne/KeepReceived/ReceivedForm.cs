using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.KeepReceived;

/// <summary>Something that arrived from a previous setting.</summary>
public sealed class ReceivedForm
{
    /// <summary>The setting.</summary>
    public string From { get; set; } = "";

    /// <summary>The day on which it arrived.</summary>
    public DateParts ReceivedOn { get; set; } = new();

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "";

    /// <summary>Entry baselines, a line each.</summary>
    public string Baselines { get; set; } = "";

    /// <summary>The document.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The key of the entry that this one corrects; empty for none.</summary>
    public string Corrects { get; set; } = "";

    /// <summary>The entry as the record keeps it.</summary>
    public ReceivedRecordDetails Details(Guid? documentId) =>
        new(From, ReceivedOn.TryRead(out var date) ? date : default, Text, Baselines, documentId, Guid.TryParse(Corrects, out var corrected) ? corrected : null);

    /// <summary>The rules; the file is looked at when it is read.</summary>
    public sealed class Validator : AbstractValidator<ReceivedForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            found.Require(nameof(From), form.From, "Enter where it came from");
            found.Limit(nameof(From), form.From, TextLimits.Line, "Where it came from");
            found.Hold(nameof(ReceivedOn), !form.ReceivedOn.IsEmpty, "Enter the day on which it arrived");
            var date = found.Date(nameof(ReceivedOn), form.ReceivedOn, "Enter a real date, such as 4 9 2026");
            found.Hold(nameof(ReceivedOn), !(date > SchoolClock.Today(clock)), "The date must be today or in the past");
            found.Limit(nameof(Text), form.Text, TextLimits.Narrative, "What was received");
            found.Limit(nameof(Baselines), form.Baselines, TextLimits.Narrative, "The baselines");
            found.Hold(nameof(Text), (form.Text + form.Baselines).Trim().Length > 0 || form.File is not null, "Enter what was received, or attach it");
        });
    }
}
