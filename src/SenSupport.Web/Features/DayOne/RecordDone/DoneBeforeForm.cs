using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>A pupil in the table.</summary>
public sealed class DoneBeforeRow
{
    /// <summary>Whether anything is recorded for the pupil.</summary>
    public bool Take { get; set; }

    /// <summary>The date of each kind, as it was typed; empty where it was not done.</summary>
    public Dictionary<DutyRecordKind, string> Dates { get; set; } = [];
}

/// <summary>What was done for each pupil. A date that cannot be read comes back to be mended.</summary>
public sealed class DoneBeforeForm
{
    /// <summary>The button: "check", "change" or "record".</summary>
    public string Do { get; set; } = "";

    /// <summary>The kinds that the table has a column for.</summary>
    public List<DutyRecordKind> Kinds { get; set; } = [];

    /// <summary>The pupils of the table, by their keys.</summary>
    public Dictionary<Guid, DoneBeforeRow> Rows { get; set; } = [];

    /// <summary>Where this is known from, in a line; kept with every record.</summary>
    public string Note { get; set; } = "";

    /// <summary>What is recorded of a ticked pupil: the dates that can be read.</summary>
    public IEnumerable<(Guid PupilId, DutyRecordKind Kind, DateOnly On)> Entries()
    {
        foreach (var (pupilId, row) in Rows.Where(row => row.Value.Take))
        {
            foreach (var (kind, text) in row.Dates.Where(date => Kinds.Contains(date.Key)))
            {
                if (DateText.TryRead(text, out var day))
                {
                    yield return (pupilId, kind, day);
                }
            }
        }
    }

    /// <summary>What must be there at all; the dates are looked at beside their pupils.</summary>
    public sealed class Validator : AbstractValidator<DoneBeforeForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(form => form.Note).MaximumLength(TextLimits.Line).WithMessage($"Where this is known from must be {TextLimits.Line} characters or fewer");
            RuleFor(form => form.Rows)
                .Must(rows => rows.Values.Any(row => row.Take)).WithMessage("Tick at least one pupil")
                .Must(rows => !rows.Values.Any(row => row.Take) || rows.Values.Any(row => row.Take && row.Dates.Values.Any(date => !string.IsNullOrWhiteSpace(date))))
                .WithMessage("Enter at least one date for a ticked pupil");
        }
    }
}
