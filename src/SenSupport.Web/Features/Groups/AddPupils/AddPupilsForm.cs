using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Groups.AddPupils;

/// <summary>Who is to be put into the group, and from when.</summary>
public sealed class AddPupilsForm
{
    /// <summary>The pupils that are ticked.</summary>
    public List<Guid> PupilIds { get; set; } = [];

    /// <summary>The first day.</summary>
    public DateParts From { get; set; } = new();

    /// <summary>What was looked for, so that the same pupils are shown again.</summary>
    public string Search { get; set; } = "";

    /// <summary>The class that was shown.</summary>
    public Guid? Class { get; set; }

    /// <summary>The group's version when the page was opened.</summary>
    public Guid Version { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<AddPupilsForm>
    {
        /// <summary>Somebody and a date are needed.</summary>
        public Validator()
        {
            RuleFor(form => form.PupilIds).NotEmpty().WithMessage("Tick the pupils to add");
            RuleFor(form => form.PupilIds).Must(ids => ids.Count <= 500).WithMessage("Add 500 pupils or fewer at a time");
            RuleFor(form => form.From).Must(date => date.TryRead(out _)).WithMessage("Enter the first day, for example 3 9 2026");
        }
    }
}

/// <summary>A pupil to tick.</summary>
public sealed record PupilChoice(Guid Id, string Surname, string FirstName, string? Class, string NcYear, bool IsInGroup);

/// <summary>The page: a search, then the pupils that it finds.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupName">Its name.</param>
/// <param name="Classes">Classes to choose from.</param>
/// <param name="Found">Pupils who are found; null before anything is looked for.</param>
/// <param name="IsCut">Whether there are more than are shown.</param>
/// <param name="Form">What is typed.</param>
public sealed record AddPupilsPage(Guid GroupId, string GroupName, IReadOnlyList<(Guid Id, string Name)> Classes, IReadOnlyList<PupilChoice>? Found, bool IsCut, AddPupilsForm Form);
