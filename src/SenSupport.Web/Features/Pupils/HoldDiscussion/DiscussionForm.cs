using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.HoldDiscussion;

/// <summary>An early discussion as it is typed (CoP 6.39).</summary>
public sealed class DiscussionForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The record of the discussion; null for a new one.</summary>
    public Guid? DiscussionId { get; set; }

    /// <summary>The day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>Who was there.</summary>
    public string Present { get; set; } = "";

    /// <summary>Strengths.</summary>
    public string Strengths { get; set; } = "";

    /// <summary>Difficulties.</summary>
    public string Difficulties { get; set; } = "";

    /// <summary>The parents' concerns.</summary>
    public string ParentConcerns { get; set; } = "";

    /// <summary>What the pupil said.</summary>
    public string PupilViews { get; set; } = "";

    /// <summary>Agreed outcomes.</summary>
    public string Outcomes { get; set; } = "";

    /// <summary>Next steps.</summary>
    public string NextSteps { get; set; } = "";

    /// <summary>When the parents got the note.</summary>
    public DateParts NoteGivenOn { get; set; } = new();

    /// <summary>When the advice service was explained.</summary>
    public DateParts SendiassOn { get; set; } = new();

    /// <summary>The form for a discussion.</summary>
    public static DiscussionForm Of(DiscussionRow row, Guid version) => new()
    {
        Version = version,
        DiscussionId = row.Id,
        On = DateParts.From(row.On),
        Present = row.Present,
        Strengths = row.Words.Strengths,
        Difficulties = row.Words.Difficulties,
        ParentConcerns = row.Words.ParentConcerns,
        PupilViews = row.Words.PupilViews,
        Outcomes = row.Words.Outcomes,
        NextSteps = row.Words.NextSteps,
        NoteGivenOn = DateParts.From(row.NoteGivenOn),
        SendiassOn = DateParts.From(row.SendiassOn),
    };

    /// <summary>What was typed, once the form is valid.</summary>
    public DiscussionDetails Details() => new(
        On.TryRead(out var on) ? on : default,
        Present,
        new EarlyDiscussion(Strengths, Difficulties, ParentConcerns, PupilViews, Outcomes, NextSteps),
        NoteGivenOn.TryRead(out var note) ? note : null,
        SendiassOn.TryRead(out var sendiass) ? sendiass : null);

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<DiscussionForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(DiscussionForm form, Findings find, DateOnly today)
        {
            const string Real = "Enter a real date, such as 27 3 2027", Past = "The date must not be in the future";
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the day of the discussion");
            var on = find.Date(nameof(On), form.On, Real);
            find.Hold(nameof(On), !(on > today), Past);
            find.Limit(nameof(Present), form.Present, TextLimits.Line, "Who was there");
            find.Limit(nameof(Strengths), form.Strengths, TextLimits.Narrative, "Strengths");
            find.Limit(nameof(Difficulties), form.Difficulties, TextLimits.Narrative, "Difficulties");
            find.Limit(nameof(ParentConcerns), form.ParentConcerns, TextLimits.Narrative, "The parents’ concerns");
            find.Limit(nameof(PupilViews), form.PupilViews, TextLimits.Narrative, "What the pupil said");
            find.Limit(nameof(Outcomes), form.Outcomes, TextLimits.Narrative, "Agreed outcomes");
            find.Limit(nameof(NextSteps), form.NextSteps, TextLimits.Narrative, "Next steps");
            var note = find.Date(nameof(NoteGivenOn), form.NoteGivenOn, Real);
            find.Hold(nameof(NoteGivenOn), !(note > today), Past);
            find.Hold(nameof(NoteGivenOn), !(note < on), "The note cannot be given before the discussion");
            find.Hold(nameof(SendiassOn), !(find.Date(nameof(SendiassOn), form.SendiassOn, Real) > today), Past);
        }
    }
}
