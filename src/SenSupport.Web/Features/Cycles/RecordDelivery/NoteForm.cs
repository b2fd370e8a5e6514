using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>A note on how the support goes.</summary>
public sealed class NoteForm
{
    /// <summary>The day it is about.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>The note.</summary>
    public string Text { get; set; } = "";

    /// <summary>What a note must be; that its day lies within the cycle is asked of the cycle.</summary>
    public sealed class Validator : AbstractValidator<NoteForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.On).Must(on => on.TryRead(out _)).WithMessage(form => form.On.IsEmpty ? "Enter the date" : "Enter a real date, such as 27 3 2027");
            RuleFor(form => form.Text)
                .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Enter the note")
                .MaximumLength(TextLimits.Narrative).WithMessage($"The note must be {TextLimits.Narrative:N0} characters or fewer");
        }
    }
}
