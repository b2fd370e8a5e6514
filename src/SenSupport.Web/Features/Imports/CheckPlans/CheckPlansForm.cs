using FluentValidation;
using SenSupport.Web.Features.Imports.Plans;

namespace SenSupport.Web.Features.Imports.CheckPlans;

/// <summary>What a button of the preview does.</summary>
public enum PlansAction
{
    /// <summary>Keeps the choices.</summary>
    Save,

    /// <summary>Reads the file again with other meanings of its columns.</summary>
    Reread,

    /// <summary>Adds to every open cycle that can take rows.</summary>
    AddAll,

    /// <summary>Adds to none.</summary>
    AddNone,

    /// <summary>Opens and adds.</summary>
    Apply,
}

/// <summary>The choices that are made on the preview of a file of plans. A page of it posts what it shows; all other choices stay.</summary>
public sealed class CheckPlansForm
{
    /// <summary>The button.</summary>
    public PlansAction Do { get; set; }

    /// <summary>What the preview showed: see <see cref="PlansPlan.Fingerprint"/>.</summary>
    public string Seen { get; set; } = "";

    /// <summary>The field of each column, by its place.</summary>
    public Dictionary<int, string> Columns { get; set; } = [];

    /// <summary>Whether rows are added to the open cycle, by pupil.</summary>
    public Dictionary<Guid, bool> AddTo { get; set; } = [];

    /// <summary>The list that the page shows, to come back to it.</summary>
    public string List { get; set; } = "";

    /// <summary>The page of the list.</summary>
    public string Page { get; set; } = "";

    /// <summary>What is searched for in the list.</summary>
    public string Search { get; set; } = "";

    /// <summary>The choices with those of this form.</summary>
    /// <param name="choices">The choices so far.</param>
    public PlansChoices Into(PlansChoices choices)
    {
        var merged = PlansChoices.Read(choices.Write());
        foreach (var (pupil, added) in AddTo)
        {
            _ = added ? merged.AddTo.Add(pupil) : merged.AddTo.Remove(pupil);
        }

        return merged;
    }

    /// <summary>Anything may be chosen: what cannot be added to is left out.</summary>
    public sealed class Validator : AbstractValidator<CheckPlansForm>;
}
