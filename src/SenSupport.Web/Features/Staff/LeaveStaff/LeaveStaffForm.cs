using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Staff.LeaveStaff;

/// <summary>When a person leaves, and who takes over what.</summary>
public sealed class LeaveStaffForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The day.</summary>
    public DateParts LeftOn { get; set; } = new();

    /// <summary>Who takes over, by <see cref="Charge.Key"/>; nobody where it is empty.</summary>
    public Dictionary<string, string> To { get; set; } = [];

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<LeaveStaffForm>
    {
        /// <summary>A real day is needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Version).NotEmpty();
            RuleFor(form => form.LeftOn).Must(day => day.TryRead(out _)).WithMessage("Enter the day on which they left, like 18 7 2027");
        }
    }
}
