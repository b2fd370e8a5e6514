using FluentValidation;

namespace SenSupport.Web.Features.RollOver.PlacePupils;

/// <summary>What is to become of the pupils of one class, where it is not what becomes of the class.</summary>
public sealed class PlacePupilsForm
{
    /// <summary>The choice by the pupil's key: empty for what becomes of the class.</summary>
    public Dictionary<string, string> Becomes { get; set; } = [];

    /// <summary>The class; null for pupils without one.</summary>
    public Guid? Class { get; set; }

    /// <summary>The plan's version when the page was opened; empty for a proposal.</summary>
    public Guid Version { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<PlacePupilsForm>
    {
        /// <summary>No more pupils than a page shows.</summary>
        public Validator() => RuleFor(form => form.Becomes).Must(choices => choices.Count <= 1000).WithMessage("Place 1,000 pupils or fewer at a time");
    }
}

/// <summary>The page: the pupils of one class, each with a choice.</summary>
/// <param name="State">The school and the plan.</param>
/// <param name="ClassId">The class; null for pupils without one.</param>
/// <param name="ClassName">Its name.</param>
/// <param name="Pupils">Its pupils with what becomes of them.</param>
public sealed record PlacePupilsPage(RollOverState State, Guid? ClassId, string ClassName, IReadOnlyList<PlacedPupil> Pupils);
