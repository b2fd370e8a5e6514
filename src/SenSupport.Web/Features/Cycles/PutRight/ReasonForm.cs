using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Why something is put right.</summary>
public class ReasonForm
{
    /// <summary>The version of the cycle that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    internal void CheckReason(Findings find)
    {
        find.Hold(nameof(Reason), !string.IsNullOrWhiteSpace(Reason), "Enter the reason");
        find.Limit(nameof(Reason), Reason, TextLimits.Line, "The reason");
    }

    /// <summary>Nothing is put right without a reason.</summary>
    public sealed class Validator : AbstractValidator<ReasonForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => form.CheckReason(new Findings(context.AddFailure)));
    }
}

/// <summary>A target that is stopped, as typed.</summary>
public sealed class StopTargetForm : ReasonForm
{
    /// <summary>The day from which it is stopped.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>Whether it comes over to the next cycle all the same.</summary>
    public bool BringOver { get; set; }

    /// <summary>What can be asked without knowing the cycle.</summary>
    public new sealed class Validator : AbstractValidator<StopTargetForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the date");
            var on = find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(On), !(on > SchoolClock.Today(clock)), "The date must be today or in the past");
            form.CheckReason(find);
        });
    }
}

/// <summary>Where an entry is moved to.</summary>
public sealed class MoveEntryForm : ReasonForm
{
    /// <summary>The words that were searched for.</summary>
    public string Search { get; set; } = "";

    /// <summary>The cycle that receives a note, or the target that receives a mark.</summary>
    public Guid? To { get; set; }

    /// <summary>A place is chosen, and a reason given.</summary>
    public new sealed class Validator : AbstractValidator<MoveEntryForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(To), form.To is not null, "Choose where it belongs");
            form.CheckReason(find);
        });
    }
}

/// <summary>What a text is to say instead.</summary>
public sealed class CorrectTextForm : ReasonForm
{
    /// <summary>The right words; empty to take the text away.</summary>
    public string Instead { get; set; } = "";

    /// <summary>A reason is given, and the words are not too many.</summary>
    public new sealed class Validator : AbstractValidator<CorrectTextForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Limit(nameof(Instead), form.Instead, TextLimits.Narrative, "The text");
            form.CheckReason(find);
        });
    }
}
