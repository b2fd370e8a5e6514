using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>One kind of thing that was done.</summary>
public sealed class PupilDoneEntry
{
    /// <summary>The day, as it was typed; empty where it was not done.</summary>
    public string Date { get; set; } = "";

    /// <summary>Who took part.</summary>
    public string Who { get; set; } = "";

    /// <summary>What came of it.</summary>
    public string Outcome { get; set; } = "";
}

/// <summary>What was done for one pupil: each kind on a day.</summary>
public sealed class PupilDoneForm
{
    /// <summary>By kind.</summary>
    public Dictionary<DutyRecordKind, PupilDoneEntry> Entries { get; set; } = [];

    /// <summary>A note that is kept with each.</summary>
    public string Note { get; set; } = "";

    /// <summary>A form without anything in it.</summary>
    public static PupilDoneForm Blank() => new() { Entries = DutyRecordKinds.BroughtIn.ToDictionary(kind => kind, _ => new PupilDoneEntry()) };

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<PupilDoneForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            var today = SchoolClock.Today(clock);
            foreach (var (kind, entry) in form.Entries.Where(entry => Enum.IsDefined(entry.Key)))
            {
                var (at, name) = ($"Entries[{kind}]", kind.Name());
                found.Hold($"{at}.Date", entry.Date.Trim().Length > 0 || (entry.Who + entry.Outcome).Trim().Length == 0, $"{name}: enter the date");
                found.DateLine($"{at}.Date", entry.Date, $"{name}: enter a date such as 26 Mar 2026");
                found.Hold($"{at}.Date", !DateText.TryRead(entry.Date, out var on) || on <= today, $"{name}: the date must be today or in the past");
                found.Limit($"{at}.Who", entry.Who, TextLimits.Line, $"{name}: who took part");
                found.Limit($"{at}.Outcome", entry.Outcome, TextLimits.Line, $"{name}: what came of it");
            }

            found.Limit(nameof(Note), form.Note, TextLimits.Narrative, "The note");
            found.Hold($"Entries[{DutyRecordKind.ParentsNotified}].Date", form.Entries.Values.Any(entry => (entry.Date + entry.Who + entry.Outcome).Trim().Length > 0), "Enter the date of at least one thing that was done");
        });
    }
}
