using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.ChangeStatus;

/// <summary>A change of SEN status, as typed.</summary>
public sealed class StatusForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Name of a <see cref="SenStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateParts From { get; set; } = new();

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>For monitoring, the day on which the school looks again.</summary>
    public DateParts MonitorUntil { get; set; } = new();

    /// <summary>Whether the check page before leaving SEN Support was seen.</summary>
    public bool Checked { get; set; }

    /// <summary>The status, once the form is valid.</summary>
    public SenStatus To => Enum.Parse<SenStatus>(Status);

    /// <summary>The first day, once the form is valid.</summary>
    public DateOnly FromDate => From.TryRead(out var date) ? date : default;

    /// <summary>The end of monitoring; null for none.</summary>
    public DateOnly? Until => MonitorUntil.TryRead(out var date) ? date : null;

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<StatusForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(StatusForm form, Findings find, DateOnly today)
        {
            find.Hold(nameof(Status), Enum.GetNames<SenStatus>().Contains(form.Status), "Choose the status");
            find.Hold(nameof(From), !form.From.IsEmpty, "Enter the day from which it holds");
            var from = find.Date(nameof(From), form.From, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(From), !(from > today), "The date must not be in the future");
            find.Limit(nameof(Reason), form.Reason, TextLimits.Narrative, "The reason");
            var until = find.Date(nameof(MonitorUntil), form.MonitorUntil, "Enter a real date for the end of monitoring, such as 27 3 2027");
            find.Hold(nameof(MonitorUntil), until is null || form.Status == nameof(SenStatus.Monitoring), "Only monitoring has an end: choose Monitoring, or clear this date");
            find.Hold(nameof(MonitorUntil), !(until <= from && from <= today), "Monitoring must end after it starts");
        }
    }
}
