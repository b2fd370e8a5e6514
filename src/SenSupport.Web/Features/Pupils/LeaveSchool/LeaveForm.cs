using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.LeaveSchool;

/// <summary>A pupil's leaving, as typed.</summary>
public sealed class LeaveForm
{
    /// <summary>The last day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>Where to.</summary>
    public string Destination { get; set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether the check page was seen.</summary>
    public bool Checked { get; set; }

    /// <summary>The last day, once the form is valid.</summary>
    public DateOnly LastDay => On.TryRead(out var date) ? date : default;

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<LeaveForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the last day at the school");
            var on = find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(On), !(on > today), "The last day must not be in the future: teachers lose sight of a pupil who has left");
            find.Limit(nameof(Destination), form.Destination, TextLimits.Line, "The destination");
            find.Limit(nameof(Reason), form.Reason, TextLimits.Narrative, "The reason");
        });
    }
}
