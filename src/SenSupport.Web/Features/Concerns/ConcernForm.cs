using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Concerns;

/// <summary>A concern as it is typed.</summary>
public sealed class ConcernForm
{
    /// <summary>The pupil.</summary>
    public Guid PupilId { get; set; }

    /// <summary>The key that the concern gets: the same form sent twice is one concern.</summary>
    public Guid Key { get; set; }

    /// <summary>The version that the page was made from, where a concern is corrected.</summary>
    public Guid Version { get; set; }

    /// <summary>Name of a <see cref="ConcernSource"/>.</summary>
    public string Source { get; set; } = nameof(ConcernSource.Staff);

    /// <summary>Who said it.</summary>
    public string SaidBy { get; set; } = "";

    /// <summary>When it was said or seen.</summary>
    public DateParts RaisedOn { get; set; } = new();

    /// <summary>What was seen.</summary>
    public string Seen { get; set; } = "";

    /// <summary>When it happens.</summary>
    public string When { get; set; } = "";

    /// <summary>What was tried.</summary>
    public string Tried { get; set; } = "";

    /// <summary>Strengths.</summary>
    public string Strengths { get; set; } = "";

    /// <summary>Whose concern it may be.</summary>
    public static IReadOnlyList<SelectListItem> Sources { get; } =
        [new("Mine, or a colleague’s", nameof(ConcernSource.Staff)), new("A parent’s or carer’s", nameof(ConcernSource.Parent)), new("The pupil’s own", nameof(ConcernSource.Pupil))];

    /// <summary>The form for a concern that is there.</summary>
    public static ConcernForm Of(Concern concern) => new()
    {
        PupilId = concern.PupilId,
        Version = concern.Version,
        Source = $"{concern.Source}",
        SaidBy = concern.SaidBy,
        RaisedOn = DateParts.From(concern.RaisedOn),
        Seen = concern.Seen,
        When = concern.When,
        Tried = concern.Tried,
        Strengths = concern.Strengths,
    };

    /// <summary>What was typed, once the form is valid.</summary>
    public ConcernContent Content() => new(Enum.Parse<ConcernSource>(Source), SaidBy, RaisedOn.TryRead(out var on) ? on : default, Seen, When, Tried, Strengths);

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<ConcernForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(ConcernForm form, Findings find, DateOnly today)
        {
            find.Require(nameof(Seen), form.Seen, "Enter what was seen or said");
            find.Limit(nameof(Seen), form.Seen, TextLimits.Narrative, "What was seen");
            find.Hold(nameof(Source), Enum.GetNames<ConcernSource>().Contains(form.Source), "Choose whose concern it is");
            find.Hold(nameof(SaidBy), form.Source != nameof(ConcernSource.Parent) || form.SaidBy.Trim().Length > 0, "Enter who said it, such as “Mrs Kowalska, mother”");
            find.Limit(nameof(SaidBy), form.SaidBy, TextLimits.Line, "Who said it");
            find.Hold(nameof(RaisedOn), !form.RaisedOn.IsEmpty, "Enter the day on which it was said or seen");
            find.Hold(nameof(RaisedOn), !(find.Date(nameof(RaisedOn), form.RaisedOn, "Enter a real date, such as 27 3 2027") > today), "The date must not be in the future");
            find.Limit(nameof(When), form.When, TextLimits.Line, "When it happens");
            find.Limit(nameof(Tried), form.Tried, TextLimits.Narrative, "What was tried");
            find.Limit(nameof(Strengths), form.Strengths, TextLimits.Narrative, "Strengths");
        }
    }
}
