using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Groups.ViewGroup;

/// <summary>Who is to teach the group, and from when.</summary>
public sealed class TeacherForm
{
    /// <summary>The member of staff.</summary>
    public Guid? StaffId { get; set; }

    /// <summary>The first day.</summary>
    public DateParts From { get; set; } = new();

    /// <summary>The group's version when the page was opened.</summary>
    public Guid Version { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<TeacherForm>
    {
        /// <summary>Somebody and a date are needed.</summary>
        public Validator()
        {
            RuleFor(form => form.StaffId).NotNull().WithMessage("Choose a teacher");
            RuleFor(form => form.From).Must(date => date.TryRead(out _)).WithMessage("Enter the first day, for example 3 9 2026");
        }
    }
}
