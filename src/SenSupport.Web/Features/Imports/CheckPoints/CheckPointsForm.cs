using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Imports.CheckPoints;

/// <summary>What a button of the preview does.</summary>
public enum PointsAction
{
    /// <summary>Keeps the choices.</summary>
    Save,

    /// <summary>Reads the file again with other meanings of its columns, or with a subject and day for all rows.</summary>
    Reread,

    /// <summary>Takes every other result from the file.</summary>
    AllFromFile,

    /// <summary>Keeps every other result as it is here.</summary>
    AllKept,

    /// <summary>Adds the points.</summary>
    Apply,
}

/// <summary>The choices that are made on the preview of a file of assessment points. A page of it posts what it shows; all other choices stay.</summary>
public sealed class CheckPointsForm
{
    /// <summary>The button.</summary>
    public PointsAction Do { get; set; }

    /// <summary>What the preview showed: see <see cref="PointsPlan.Fingerprint"/>.</summary>
    public string Seen { get; set; } = "";

    /// <summary>The field of each column, by its place.</summary>
    public Dictionary<int, string> Columns { get; set; } = [];

    /// <summary>Whether the file's result takes the place of the one that stands here, by line.</summary>
    public Dictionary<int, bool> FromFile { get; set; } = [];

    /// <summary>The subject or test of the whole file; null where the page did not ask.</summary>
    public string? Measure { get; set; }

    /// <summary>The day of the whole file.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>The list that the page shows, to come back to it.</summary>
    public string List { get; set; } = "";

    /// <summary>The page of the list.</summary>
    public string Page { get; set; } = "";

    /// <summary>What is searched for in the list.</summary>
    public string Search { get; set; } = "";

    /// <summary>The choices with those of this form.</summary>
    /// <param name="choices">The choices so far.</param>
    public PointsChoices Into(PointsChoices choices) => choices with
    {
        FromFile = [.. choices.FromFile.Except(FromFile.Keys), .. FromFile.Where(row => row.Value).Select(row => row.Key)],
        Measure = Measure is null ? choices.Measure : Measure.Trim(),
        On = Measure is null ? choices.On : On.TryRead(out var on) ? on : null,
    };

    /// <summary>What the whole file may be about.</summary>
    public sealed class Validator : AbstractValidator<CheckPointsForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Limit(nameof(Measure), form.Measure ?? "", TextLimits.Name, "The subject or test");
            find.Hold(nameof(On), !(find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027") > SchoolClock.Today(clock)), "The date must not be in the future");
        });
    }
}
