using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.RollOver.PlanRollOver;

/// <summary>What is to become of each class.</summary>
public sealed class PlanRollOverForm
{
    /// <summary>What becomes of a class, by its key: another class's key, or one of the words of <see cref="Choice"/>.</summary>
    public Dictionary<string, string> Becomes { get; set; } = [];

    /// <summary>The name of the class that is added, by the key of the class that goes into it.</summary>
    public Dictionary<string, string> NewName { get; set; } = [];

    /// <summary>The leavers' last day.</summary>
    public DateParts LastDay { get; set; } = new();

    /// <summary>Whether teaching groups of earlier years are closed.</summary>
    public bool CloseGroups { get; set; }

    /// <summary>Whether class teachers are taken away.</summary>
    public bool ClearTeachers { get; set; }

    /// <summary>The plan's version when the page was opened; empty for a proposal.</summary>
    public Guid Version { get; set; }

    /// <summary>A step as it is posted, and back.</summary>
    public static string Choice(RollOverStep step, Guid? toClassId) => step switch
    {
        RollOverStep.ToClass => $"{toClassId}",
        RollOverStep.ToNewClass => "new",
        RollOverStep.SameClass => "same",
        RollOverStep.NoClass => "none",
        RollOverStep.Leaves => "leaves",
        RollOverStep.KeptDown => "kept",
        _ => "",
    };

    /// <summary>Reads a posted step; undecided for what is none.</summary>
    public static (RollOverStep Step, Guid? ToClassId) Read(string? choice, IReadOnlyCollection<Guid> classes) => choice switch
    {
        "new" => (RollOverStep.ToNewClass, null),
        "same" => (RollOverStep.SameClass, null),
        "none" => (RollOverStep.NoClass, null),
        "leaves" => (RollOverStep.Leaves, null),
        "kept" => (RollOverStep.KeptDown, null),
        _ when Guid.TryParse(choice, out var id) && classes.Contains(id) => (RollOverStep.ToClass, id),
        _ => (RollOverStep.Undecided, null),
    };

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<PlanRollOverForm>
    {
        /// <summary>A class that is added has a name; the last day is a date.</summary>
        public Validator()
        {
            RuleFor(form => form.LastDay).Must(date => date.TryRead(out _)).WithMessage("Enter the leavers’ last day, for example 21 7 2027");
            RuleFor(form => form).Custom((form, context) =>
            {
                foreach (var (key, _) in form.Becomes.Where(choice => choice.Value == "new"))
                {
                    var name = form.NewName.GetValueOrDefault(key, "").Trim();
                    if (name.Length is 0 or > TextLimits.Name)
                    {
                        context.AddFailure($"NewName[{key}]", name.Length == 0 ? "Enter the name of the new class" : $"The name of a class must be {TextLimits.Name} characters or fewer");
                    }
                }
            });
        }
    }
}

/// <summary>What is posted to apply the plan as it was shown.</summary>
public sealed class ApplyRollOverForm
{
    /// <summary>What the page that was shown would do.</summary>
    public string Shown { get; set; } = "";

    /// <summary>Whether it is meant although the school has rolled over into this year before.</summary>
    public bool Again { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ApplyRollOverForm>
    {
        /// <summary>The page posts what it showed.</summary>
        public Validator() => RuleFor(form => form.Shown).NotEmpty().WithMessage("Check the plan once more");
    }
}

/// <summary>The page: the plan, what it makes of everybody, and the button.</summary>
/// <param name="State">The school and the plan.</param>
/// <param name="Form">What is typed of the plan.</param>
/// <param name="HasChanged">Whether the school changed since the plan was looked at.</param>
public sealed record PlanRollOverPage(RollOverState State, PlanRollOverForm Form, bool HasChanged = false)
{
    /// <summary>Classes as they come out: each with how many pupils, and from where.</summary>
    public IEnumerable<(string Name, int Count, string From)> After =>
        from row in State.Placed
        where row.Move.Step != RollOverStep.Leaves
        group row by row.Move.NewClass.Length > 0 ? row.Move.NewClass : row.Move.ClassId is { } id ? State.NameOf(id) : "" into places
        orderby places.Key.Length == 0 ? 1 : 0, places.Min(row => NcYear.Parse(row.Move.NcYear).Order), places.Key
        select (
            places.Key.Length == 0 ? "No class yet" : places.Key,
            places.Count(),
            string.Join(", ", places.GroupBy(row => State.NameOf(row.Pupil.ClassId)).OrderByDescending(origin => origin.Count()).Select(origin => $"{origin.Count()} from {(origin.Key == "No class" ? "no class" : origin.Key)}")));

    /// <summary>Pupils whom somebody placed by hand.</summary>
    public IEnumerable<PlacedPupil> ByHand => State.Placed.Where(row => row.Move.ByHand);

    /// <summary>What the button says: what it will do.</summary>
    public string Button => $"Move {Counted(State.MovingUp, "pupil")} up{(State.Leaving > 0 ? $" and record {Counted(State.Leaving, "leaver")}" : "")}";

    /// <summary>A number with its noun.</summary>
    public static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
