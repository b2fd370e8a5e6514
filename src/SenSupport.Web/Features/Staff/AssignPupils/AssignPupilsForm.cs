using FluentValidation;

namespace SenSupport.Web.Features.Staff.AssignPupils;

/// <summary>What a person is to a pupil.</summary>
public enum Care
{
    /// <summary>Responsible for the pupil's support (CoP 6.52).</summary>
    Responsible,

    /// <summary>Supports the pupil.</summary>
    Supports,
}

/// <summary>Pupils who come into a person's care or leave it.</summary>
public sealed class AssignPupilsForm
{
    /// <summary>Which care.</summary>
    public Care? Care { get; set; }

    /// <summary>One pupil to add.</summary>
    public Guid? PupilId { get; set; }

    /// <summary>A class whose pupils are all added.</summary>
    public Guid? ClassId { get; set; }

    /// <summary>Whether pupils of the class who have another responsible teacher are added, too.</summary>
    public bool AlsoTaken { get; set; }

    /// <summary>Pupils to take away.</summary>
    public List<Guid> Remove { get; set; } = [];

    /// <summary>What was searched for, to come back to.</summary>
    public string Search { get; set; } = "";

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<AssignPupilsForm>
    {
        /// <summary>Something must be asked.</summary>
        public Validator()
        {
            RuleFor(form => form.Care).NotNull().IsInEnum().WithMessage("Say whether they are responsible or support");
            RuleFor(form => form.PupilId).Must((form, _) => form.PupilId is not null || form.ClassId is not null || form.Remove.Count > 0)
                .WithMessage("Choose a class, or tick the pupils to take away");
        }
    }
}
