using FluentValidation;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Duties.SetAside;

/// <summary>Why a duty does not apply to a pupil.</summary>
public sealed class SetAsideForm
{
    /// <summary>The reason.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The duty that a name stands for; null when it stands for none.</summary>
    public static DutyKind? KindOf(string? name) => Enum.TryParse<DutyKind>(name, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>A reason is always given.</summary>
    public sealed class Validator : AbstractValidator<SetAsideForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form.Reason)
            .Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("Enter why it does not apply")
            .Must(reason => reason.Trim().Length <= TextLimits.Narrative).WithMessage($"The reason must be {TextLimits.Narrative:N0} characters or fewer");
    }
}
