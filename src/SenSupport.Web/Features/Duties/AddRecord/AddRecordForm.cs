using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Duties.AddRecord;

/// <summary>The short record of something that was done: when, who, what came of it, a note.</summary>
public sealed class AddRecordForm
{
    /// <summary>What was done, by the kind's name.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>Who took part.</summary>
    public string Who { get; set; } = "";

    /// <summary>What came of it.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>A note.</summary>
    public string Note { get; set; } = "";

    /// <summary>The kind that a name stands for; null when it stands for none.</summary>
    public static DutyRecordKind? KindOf(string? name) => Enum.TryParse<DutyRecordKind>(name, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>What a record must be. Its kind is asked before.</summary>
    public sealed class Validator : AbstractValidator<AddRecordForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            var words = RecordWords.Of(KindOf(form.Kind) ?? default);
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the date");
            var on = find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(On), !(on > today), "The date must be today or in the past");
            if (words.Who is not null)
            {
                find.Hold(nameof(Who), !words.NeedsWho || !string.IsNullOrWhiteSpace(form.Who), "Enter the name");
                find.Limit(nameof(Who), form.Who, TextLimits.Line, words.Who);
            }

            if (words.Answers.Count > 0)
            {
                find.Hold(nameof(Outcome), words.Answers.Contains(form.Outcome), $"Choose {char.ToLowerInvariant(words.Outcome![0])}{words.Outcome[1..]}");
            }
            else
            {
                find.Limit(nameof(Outcome), form.Outcome, TextLimits.Line, words.Outcome ?? "What came of it");
            }

            find.Hold(nameof(Note), !words.NeedsNote(form.Outcome) || !string.IsNullOrWhiteSpace(form.Note), $"Enter {char.ToLowerInvariant(words.Note[0])}{words.Note[1..]}");
            find.Limit(nameof(Note), form.Note, TextLimits.Narrative, words.Note);
        });
    }
}
