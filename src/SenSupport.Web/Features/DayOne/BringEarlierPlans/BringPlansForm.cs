using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.BringEarlierPlans;

/// <summary>The files to bring.</summary>
public sealed class BringPlansForm
{
    /// <summary>The most files at once.</summary>
    public const int MostFiles = 50;

    /// <summary>The files.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The rules; each file is looked at by itself.</summary>
    public sealed class Validator : AbstractValidator<BringPlansForm>
    {
        /// <summary>Sets them.</summary>
        public Validator() => RuleFor(form => form.Files)
            .Must(files => files.Count > 0).WithMessage("Choose the files")
            .Must(files => files.Count <= MostFiles).WithMessage($"Choose up to {MostFiles} files at once, and the others afterwards");
    }
}

/// <summary>Where one file goes.</summary>
public sealed class PlacedRow
{
    /// <summary>Whether it is kept.</summary>
    public bool Keep { get; set; }

    /// <summary>The pupil, as the list has it, or a UPN.</summary>
    public string Pupil { get; set; } = "";

    /// <summary>What the plan was called.</summary>
    public string Name { get; set; } = "";

    /// <summary>First day; that of all where it is empty.</summary>
    public string Started { get; set; } = "";

    /// <summary>Last day; that of all where it is empty.</summary>
    public string Ended { get; set; } = "";

    /// <summary>How it went, in a line.</summary>
    public string Result { get; set; } = "";
}

/// <summary>Where all files of a batch go.</summary>
public sealed class PlacePlansForm
{
    /// <summary>First day of every plan that has none of its own.</summary>
    public string Started { get; set; } = "";

    /// <summary>Last day of every plan that has none of its own.</summary>
    public string Ended { get; set; } = "";

    /// <summary>The files by their keys.</summary>
    public Dictionary<Guid, PlacedRow> Rows { get; set; } = [];

    /// <summary>The day on which a row's plan started; null where it cannot be read.</summary>
    public DateOnly? StartOf(PlacedRow row) => DateText.TryRead(Own(row.Started, Started), out var day) ? day : null;

    /// <summary>The day on which a row's plan ended; null where there is none.</summary>
    public DateOnly? EndOf(PlacedRow row) => DateText.TryRead(Own(row.Ended, Ended), out var day) ? day : null;

    private static string Own(string own, string all) => string.IsNullOrWhiteSpace(own) ? all : own;

    /// <summary>The rules; whether a pupil is known is asked of the school.</summary>
    public sealed class Validator : AbstractValidator<PlacePlansForm>
    {
        private const string Example = "enter a date such as 5 Sep 2025";

        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            var today = SchoolClock.Today(clock);
            found.DateLine(nameof(Started), form.Started, "Started: enter a date such as 5 Sep 2025");
            found.DateLine(nameof(Ended), form.Ended, "Ended: enter a date such as 19 Dec 2025");
            foreach (var (index, (id, row)) in form.Rows.Index().Where(row => row.Item.Value.Keep))
            {
                var (at, name) = ($"Rows[{id}]", $"File {index + 1}");
                found.Require($"{at}.Pupil", row.Pupil, $"{name}: choose the pupil, or untick the file");
                found.Require($"{at}.Name", row.Name, $"{name}: enter what the plan was called");
                found.Limit($"{at}.Name", row.Name, TextLimits.Line, $"{name}: what the plan was called");
                found.Limit($"{at}.Result", row.Result, TextLimits.Line, $"{name}: how it went");
                found.DateLine($"{at}.Ended", row.Ended, $"{name}: {Example}");
                var start = form.StartOf(row);
                found.Hold($"{at}.Started", start is not null, string.IsNullOrWhiteSpace(row.Started) ? $"{name}: enter the day on which the plan started" : $"{name}: {Example}");
                found.Hold($"{at}.Started", !(start > today), $"{name}: the plan must have started today or in the past");
                found.Hold($"{at}.Ended", !(form.EndOf(row) < start), $"{name}: the plan must end on or after the day it started");
            }
        });
    }
}
