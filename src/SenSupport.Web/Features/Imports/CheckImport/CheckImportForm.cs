using FluentValidation;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>What a button of the preview does.</summary>
public enum PreviewAction
{
    /// <summary>Keeps the choices.</summary>
    Save,

    /// <summary>Reads the file again with other meanings of its columns.</summary>
    Reread,

    /// <summary>Says of every undecided likely match that it is the same pupil.</summary>
    AllSame,

    /// <summary>Takes SEN from the file for every difference.</summary>
    AllSenFromFile,

    /// <summary>Keeps SEN as it is here for every difference.</summary>
    AllSenKept,

    /// <summary>Adds and changes.</summary>
    Apply,
}

/// <summary>The choices that are made on a preview. A page of it posts what it shows; all other choices stay.</summary>
public sealed class CheckImportForm
{
    /// <summary>The button.</summary>
    public PreviewAction Do { get; set; }

    /// <summary>What the preview showed: see <see cref="PupilPlan.Fingerprint"/>.</summary>
    public string Seen { get; set; } = "";

    /// <summary>The field of each column, by its place.</summary>
    public Dictionary<int, string> Columns { get; set; } = [];

    /// <summary>What to do with likely matches, by line.</summary>
    public Dictionary<int, LikelyChoice> Likely { get; set; } = [];

    /// <summary>Whether SEN is taken from the file, by pupil.</summary>
    public Dictionary<Guid, bool> SenFromFile { get; set; } = [];

    /// <summary>Pupils whom the page offers as leavers.</summary>
    public List<Guid> ShownMissing { get; set; } = [];

    /// <summary>Those who have left.</summary>
    public List<Guid> Left { get; set; } = [];

    /// <summary>Their last day; today when it is empty.</summary>
    public DateParts LastDay { get; set; } = new();

    /// <summary>Unknown classes that the page shows.</summary>
    public List<string> ShownClasses { get; set; } = [];

    /// <summary>Those to be created.</summary>
    public List<string> Classes { get; set; } = [];

    /// <summary>The list that the page shows, to come back to it.</summary>
    public string List { get; set; } = "";

    /// <summary>The page of the list.</summary>
    public string Page { get; set; } = "";

    /// <summary>What is searched for in the list.</summary>
    public string Search { get; set; } = "";

    /// <summary>The choices with those of this form.</summary>
    /// <param name="choices">The choices so far.</param>
    /// <param name="decidesSen">Whether the person decides on SEN.</param>
    public PupilChoices Into(PupilChoices choices, bool decidesSen)
    {
        var merged = PupilChoices.Read(choices.Write());
        foreach (var (line, choice) in Likely)
        {
            merged.Likely[line] = choice;
        }

        foreach (var (pupil, fromFile) in decidesSen ? SenFromFile : [])
        {
            _ = fromFile ? merged.SenFromFile.Add(pupil) : merged.SenFromFile.Remove(pupil);
        }

        merged.Left.ExceptWith(ShownMissing);
        merged.Left.UnionWith(Left);
        if (ShownMissing.Count > 0)
        {
            merged.LastDay = LastDay.TryRead(out var day) ? day : null;
        }

        merged.ClassesNotCreated.UnionWith(ShownClasses);
        merged.ClassesNotCreated.ExceptWith(Classes);
        return merged;
    }

    /// <summary>The last day is a date that is not to come.</summary>
    public sealed class Validator : AbstractValidator<CheckImportForm>
    {
        /// <summary>The rules with their messages.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(form => form.LastDay).Must(day => day.IsEmpty || day.TryRead(out _)).WithMessage("Enter the last day as a date, for example 20 7 2026");
            RuleFor(form => form.LastDay).Must(day => !day.TryRead(out var date) || date <= SchoolClock.Today(clock)).WithMessage("The last day must be today or in the past");
        }
    }
}
