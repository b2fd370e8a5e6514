using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Asked.AskColleagues;

/// <summary>Who is asked about whom, as ticked.</summary>
public sealed class AskForm
{
    /// <summary>The most requests at once.</summary>
    public const int Most = 200;

    /// <summary>The pupils.</summary>
    public List<Guid> PupilIds { get; set; } = [];

    /// <summary>The ticks: a pupil and a member of staff each, "{pupil}:{staff}".</summary>
    public List<string> Asks { get; set; } = [];

    /// <summary>By when.</summary>
    public DateParts DueOn { get; set; } = new();

    /// <summary>What to look at above all.</summary>
    public string Question { get; set; } = "";

    /// <summary>The day, once the form is valid.</summary>
    public DateOnly Due => DueOn.TryRead(out var date) ? date : default;

    /// <summary>What can be asked without knowing the pupils.</summary>
    public sealed class Validator : AbstractValidator<AskForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Hold(nameof(Asks), form.Asks.Count > 0, "Tick at least one colleague");
            find.Hold(nameof(Asks), form.Asks.Count <= Most, $"Ask for {Most} assessments at most at once");
            find.Hold(nameof(DueOn), !form.DueOn.IsEmpty, "Enter the day by which you need the answers");
            find.Hold(nameof(DueOn), !(find.Date(nameof(DueOn), form.DueOn, "Enter a real date, such as 27 3 2027") < today), "The day by which you need the answers must be today or later");
            find.Limit(nameof(Question), form.Question, TextLimits.Narrative, "What to look at");
        });
    }
}
