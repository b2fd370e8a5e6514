using FluentValidation;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Concerns.DecideConcern;

/// <summary>What becomes of a concern, as typed.</summary>
public sealed class DecisionForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Name of a <see cref="ConcernState"/>.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Who looks into it.</summary>
    public string AssignedId { get; set; } = "";

    /// <summary>By when, or until when.</summary>
    public DateParts DueOn { get; set; } = new();

    /// <summary>Why, or what to look at.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The outcome, once the form is valid.</summary>
    public ConcernState State => Enum.Parse<ConcernState>(Outcome);

    /// <summary>The day, once the form is valid.</summary>
    public DateOnly Due => DueOn.TryRead(out var date) ? date : default;

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<DecisionForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Shared.Forms.Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(DecisionForm form, Shared.Forms.Findings find, DateOnly today)
        {
            find.Hold(nameof(Outcome), Enum.GetNames<ConcernState>().Contains(form.Outcome) && form.Outcome != nameof(ConcernState.Open), "Choose what becomes of the concern");
            var due = find.Date(nameof(DueOn), form.DueOn, "Enter a real date, such as 27 3 2027");
            if (form.Outcome == nameof(ConcernState.LookInto))
            {
                find.Hold(nameof(AssignedId), Guid.TryParse(form.AssignedId, out _), "Choose who looks into it");
                find.Hold(nameof(DueOn), !form.DueOn.IsEmpty, "Enter the day by which it is looked into");
                find.Hold(nameof(DueOn), !(due < today), "The day by which it is looked into must be today or later");
            }
            else if (form.Outcome == nameof(ConcernState.Monitor))
            {
                find.Hold(nameof(DueOn), !form.DueOn.IsEmpty, "Enter the day until which the school watches");
                find.Hold(nameof(DueOn), !(due <= today), "Monitoring must end after today");
            }
            else if (form.Outcome == nameof(ConcernState.NoAction))
            {
                find.Require(nameof(Reason), form.Reason, "Enter the reason: whoever raised the concern is told");
            }

            find.Limit(nameof(Reason), form.Reason, TextLimits.Narrative, "The reason");
        }
    }
}

/// <summary>The school's own view of a concern, as typed.</summary>
public sealed class SchoolViewForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>What the school sees.</summary>
    public string SchoolView { get; set; } = "";

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<SchoolViewForm>
    {
        /// <summary>Sets them.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => new Shared.Forms.Findings(context.AddFailure).Limit(nameof(SchoolView), form.SchoolView, TextLimits.Narrative, "The school’s view"));
    }
}

/// <summary>What was found, as typed.</summary>
public sealed class FindingsForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>What was found.</summary>
    public string Findings { get; set; } = "";

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<FindingsForm>
    {
        /// <summary>Sets them.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Shared.Forms.Findings(context.AddFailure);
            find.Require(nameof(Findings), form.Findings, "Enter what you found");
            find.Limit(nameof(Findings), form.Findings, TextLimits.Narrative, "What you found");
        });
    }
}
